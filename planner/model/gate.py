"""The gate every text passes on its way in: plain, without SQLModel.

Afterwards a text is NFC and holds no surrogate, no NUL and no control character but tab and line feed; what stood
there is shown by a visible sign. Bidirectional controls stay in the data and are marked where they are shown.
"""

import re
import unicodedata

from planner.errors import InputError
from planner.model.terms import EDITABLE_TEXT_LIMIT, LINE_LIMIT

LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def _sign(match: re.Match[str]) -> str:
    code = ord(match[0])
    return chr(0x2400 + code) if code < 0x20 else "\u2421" if code == 0x7F else "\ufffd"


def clean_text(text: str, field: str = "text") -> str:
    """The text as it may be kept: line ends are line feeds, controls are visible signs, letters are composed.

    Raises:
        InputError: `text-too-long` over 2,000,000 characters.
    """
    if len(text) > EDITABLE_TEXT_LIMIT:
        raise InputError("text-too-long", field=field, count=len(text), limit=EDITABLE_TEXT_LIMIT)
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", CONTROLS.sub(_sign, LINE_ENDS.sub("\n", text)))


def clean_line(text: str, field: str = "text") -> str:
    """The text as one line: line ends and tabs become spaces, and none is left at the ends.

    Raises:
        InputError: `text-too-long` over 2,000 characters.
    """
    line = clean_text(text, field).replace("\n", " ").replace("\t", " ").strip()
    if len(line) > LINE_LIMIT:
        raise InputError("text-too-long", field=field, count=len(line), limit=LINE_LIMIT)
    return line


def visible(text: str) -> str:
    """The text as it may be shown: controls and bidirectional controls replaced by visible signs."""
    shown = CONTROLS.sub(_sign, LINE_ENDS.sub("\n", text))
    return BIDI.sub(lambda match: f"‹U+{ord(match[0]):04X}›", shown)

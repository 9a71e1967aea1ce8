"""Names for files that hold one post each: valid on every system, stable, and never outside their folder.

Windows is the narrowest: no `<>:"/|?*` nor backslash, no trailing dot or space, no `CON` or `NUL` whatever follows
the dot (learn.microsoft.com, Naming Files, Paths, and Namespaces). A name made here holds `a-z0-9-` and ends with a
mark of the post's UID, so it is none of those.
"""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

LONGEST_NAME = 120
"""Bytes of a file's name, at most, with its ending."""
LONGEST_SLUG = 80
ENDING = ".md"
MARK = 8
"""Characters of a UID that stand in a name."""

_SPELT = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "&": " et "})
_RANDOM = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def slug(text: str, limit: int = LONGEST_SLUG) -> str:
    """The text in `a-z0-9-`, cut after a word where one ends; "" when it has no such letter."""
    letters = unicodedata.normalize("NFKD", text.casefold().translate(_SPELT))
    plain = re.sub(r"[^a-z0-9]+", "-", "".join(sign for sign in letters if not unicodedata.combining(sign))).strip("-")
    if len(plain) <= limit:
        return plain
    return plain[: limit + 1].rpartition("-")[0] or plain[:limit]


def note_name(day: date | None, title: str, uid: str, *, long: bool = False) -> str:
    """The name of a post's file, such as `2026-03-12-la-retenue-1a2b3c4d.md`.

    Args:
        day: its day, None for an idea.
        title: the words the name is made of.
        uid: what the post is known by; a random one shows its first characters, any other its digest.
        long: whether to write more of the digest, where the short name is taken.
    """
    digest = sha256(uid.encode("utf-8", "surrogatepass")).hexdigest()
    mark = digest[: 4 * MARK] if long else uid[:MARK] if _RANDOM.fullmatch(uid) else digest[:MARK]
    parts = (day.isoformat() if day else "", slug(title, LONGEST_SLUG - MARK if long else LONGEST_SLUG), mark)
    return "-".join(part for part in parts if part) + ENDING

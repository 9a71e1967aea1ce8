"""Letters without case or accents, one character for one character, so that offsets stay true."""

from __future__ import annotations

import unicodedata


class _Folding(dict[int, str]):
    """A table for `str.translate` that learns each character when it first meets it."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        parts = unicodedata.normalize("NFD", character.lower())
        letters = [part for part in parts if unicodedata.category(part) != "Mn"]
        self[code] = letters[0] if letters else character
        return self[code]


_FOLDING = _Folding()


def fold(text: str) -> str:
    """Lower case without accents; the answer is as long as `text`."""
    return text.lower() if text.isascii() else text.translate(_FOLDING)


def spell_out(word: str) -> str:
    """The word in lower case with œ as oe, as the word lists of the brief checks compare it."""
    lowered = word.lower()
    return lowered if lowered.isascii() else lowered.replace("œ", "oe")

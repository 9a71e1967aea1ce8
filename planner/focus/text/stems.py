"""The stems of words: one memory for all checks."""

from __future__ import annotations

from functools import cache, lru_cache
from threading import Lock
from typing import Literal, Protocol, cast

import snowballstemmer

from planner.focus.text.fold import fold, spell_out

Language = Literal["fr", "en"]
"""A language the checks read."""

REMEMBERED = 65_536
_STEMMING = Lock()


class _Stemmer(Protocol):
    """What PyStemmer and snowballstemmer have in common."""

    def stemWord(self, word: str) -> str: ...  # noqa: N802 - the library's name


@cache
def _stemmer(language: Language) -> _Stemmer:
    name = "french" if language == "fr" else "english"
    return cast("_Stemmer", snowballstemmer.stemmer(name))


@lru_cache(maxsize=REMEMBERED)
def stem(word: str, language: Language) -> str:
    """The Snowball stem of a lower-case word, without accents."""
    with _STEMMING:
        return fold(_stemmer(language).stemWord(word))


@lru_cache(maxsize=REMEMBERED)
def subject_stem(word: str, language: Language) -> str:
    """The stem by which a word as written meets the brief, or "" under three letters."""
    spelled = spell_out(word)
    return stem(spelled, language) if len(spelled) > 2 else ""

"""The stems of words: one memory for all checks."""

from __future__ import annotations

from functools import cache, lru_cache
from threading import Lock
from typing import TYPE_CHECKING, Literal, Protocol, cast

import snowballstemmer

from planner.focus.text.fold import fold, spell_out

if TYPE_CHECKING:
    from collections.abc import Mapping

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


class _SubjectStems(dict[str, str]):
    """The words of a language as far as they were met, each with its stem."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language: Language = language

    def __missing__(self, word: str) -> str:
        if len(self) >= REMEMBERED:
            self.clear()
        spelled = spell_out(word)
        self[word] = found = stem(spelled, self._language) if len(spelled) > 2 else ""
        return found


@cache
def subject_stems(language: Language) -> Mapping[str, str]:
    """For any word as written, the stem by which it meets the brief, or "" under three letters."""
    return _SubjectStems(language)


def subject_stem(word: str, language: Language) -> str:
    """The stem by which a word as written meets the brief, or "" under three letters."""
    return subject_stems(language)[word]

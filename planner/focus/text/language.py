"""Which language a text is in, by the small words that hold it together."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from planner.focus.text.lists import read_list

if TYPE_CHECKING:
    from planner.focus.text.stems import Language

_LETTERS = re.compile(r"[^\W\d_]+")
READ = 2000
"""Characters of a text that tell its language."""

_LEAST_HITS = 2
_LEAD = 2
_MANY_HITS = 20
_LEAD_OF_MANY = 1.25


class Hits(NamedTuple):
    """How many small words of each language a text has, and how many words."""

    french: int = 0
    english: int = 0
    words: int = 0


def detect(text: str) -> Language | None:
    """French or English by the first 2,000 characters, or None when neither leads clearly."""
    return leading(hits(text[:READ]))


def hits(text: str) -> Hits:
    """The small words of a text."""
    words = _LETTERS.findall(text.lower())
    french, english = _function_words("fr"), _function_words("en")
    return Hits(sum(map(french.__contains__, words)), sum(map(english.__contains__, words)), len(words))


def leading(found: Hits) -> Language | None:
    """The language that has twice the other's small words, or clearly more when there are many; else None."""
    french, english, words = found
    if max(french, english) < min(_LEAST_HITS, words):
        return None
    lead = _LEAD_OF_MANY if french + english >= _MANY_HITS else _LEAD
    if french >= lead * english:
        return "fr" if french else None
    return "en" if english >= lead * french else None


@cache
def _function_words(language: Language) -> frozenset[str]:
    return frozenset(read_list(language, "function_words")["words"].split())

"""Which language a text is in, by the small words that hold it together."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from planner.focus.text.lists import read_list

if TYPE_CHECKING:
    from planner.focus.text.stems import Language

_LETTERS = re.compile(r"[^\W\d_]+")
_READ = 2000
_LEAST_HITS = 2
_LEAD = 2


def detect(text: str) -> Language | None:
    """French or English by the first 2,000 characters, or None when neither leads clearly."""
    words = _LETTERS.findall(text[:_READ].lower())
    french, english = _hits(words, "fr"), _hits(words, "en")
    if max(french, english) < min(_LEAST_HITS, len(words)):
        return None
    if french >= _LEAD * english:
        return "fr" if french else None
    return "en" if english >= _LEAD * french else None


def _hits(words: list[str], language: Language) -> int:
    known = _function_words(language)
    return sum(word in known for word in words)


@cache
def _function_words(language: Language) -> frozenset[str]:
    return frozenset(read_list(language, "function_words")["words"].split())

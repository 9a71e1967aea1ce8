"""How particular a text sounds: sixteen counts over windows of about forty words.

The coefficients were fitted on rated tweets (Gao et al. 2019); the counts are theirs.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from math import log1p, sqrt
from typing import TYPE_CHECKING, NamedTuple

from planner.focus.text.lexicon import lexicon
from planner.focus.text.lists import read_coefficients
from planner.focus.text.stems import REMEMBERED, Language

if TYPE_CHECKING:
    from planner.focus.text.draft import Draft

WINDOW = 40
"""Words of a window, and the words to which rates are brought."""

COUNTS = (
    "log_n", "n", "sqrt_chars", "avglen", "types", "num", "caps", "caps_r",
    "tag", "prep_r", "deictic", "deictic_r", "p2", "hedge", "buzz_r", "inter_r",
)  # fmt: skip
"""The sixteen counts, in the order in which `_counts` gives them."""

_TOKEN = re.compile(
    r"[Hh]ttps?://\S+|<url>|<user>|@\w+|#\w+|\d+(?:[.,:/h]\d+)*\s?(?:%|€|\$|£)?"
    r"|[^\W\d_]+(?:['’\-][^\W\d_]+)*|[!?…]+|\.{2,}|[^\w\s]"
)
_BREAK = re.compile(r"(?<=[.!?…])\s+|\n+")
_NOBODY = frozenset({"I", "I'm"})


class _Word(NamedTuple):
    lowered: str
    length: int
    capital: bool
    lists: tuple[str, ...] | None


@lru_cache(maxsize=REMEMBERED)
def _word(written: str, language: Language) -> _Word:
    lowered = written.lower()
    capital = written[0].isupper() and written not in _NOBODY
    return _Word(lowered, len(written), capital, lexicon(language).windows.get(lowered))


def particulars_score(draft: Draft) -> float:
    """The weighted sum of the sixteen counts, averaged over the draft's windows; high is precise."""
    coefficients = read_coefficients()["particulars"]
    weights = [coefficients["core16"][name] for name in COUNTS]
    windows = _windows(_joined(draft))
    counts = [_counts(window, draft.language) for window in windows]
    totals = map(sum, zip(*counts, strict=True))
    weighed = sum(weight * total for weight, total in zip(weights, totals, strict=True))
    return float(coefficients["bias"] + weighed / len(windows))


def _joined(draft: Draft) -> str:
    """The text the coefficients were fitted on: the title without its final mark, and the body."""
    if not draft.title_end:
        return draft.text
    return f"{draft.text[: draft.title_end]}. {draft.text[draft.body_start :]}"


def _windows(text: str) -> list[str]:
    """Cut at sentence ends; a short rest joins the window before it."""
    windows: list[list[str]] = []
    current: list[str] = []
    for sentence in _BREAK.split(text):
        current += sentence.split()
        if len(current) >= WINDOW:
            windows.append(current)
            current = []
    if current:
        if windows and len(current) < WINDOW / 2:
            windows[-1] += current
        else:
            windows.append(current)
    return [" ".join(words) for words in windows] or [""]


def _counts(window: str, language: Language) -> tuple[float, ...]:
    words = characters = capitals = tags = numbers = 0
    listed: list[str] = []
    different: set[str] = set()
    opens = True
    for token in _TOKEN.findall(window):
        first = token[0]
        if first.isalpha():
            known = _word(token, language)
            words += 1
            characters += known.length
            different.add(known.lowered)
            capitals += known.capital and not opens
            if known.lists:
                listed += known.lists
            opens = False
        elif token in ".!?:" or first in "!?":
            opens = True
        elif first == "#":
            tags += len(token) > 1
        elif first.isdigit():
            numbers += 1
    rate = max(words, 1)
    lists = Counter(listed)
    deictics = lists["deictic"]
    return (
        log1p(rate), rate / 20, sqrt(len(window)), characters / rate, len(different) / 20, log1p(numbers),
        log1p(capitals), capitals / rate, log1p(tags), lists["prep"] / rate, log1p(deictics), deictics / rate,
        log1p(lists["p2"]), log1p(lists["hedge"]), lists["buzz"] / rate, lists["inter"] / rate,
    )  # fmt: skip

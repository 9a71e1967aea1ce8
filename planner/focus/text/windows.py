"""How particular a text sounds: sixteen counts over windows of about forty words.

The coefficients were fitted on rated tweets (Gao et al. 2019); the counts are theirs.
"""

from __future__ import annotations

import re
from functools import cache
from math import log1p, sqrt
from operator import itemgetter
from typing import TYPE_CHECKING

from planner.focus.text.lexicon import lexicon
from planner.focus.text.lists import read_coefficients
from planner.focus.text.piece import LONGEST_WORD
from planner.focus.text.stems import REMEMBERED, Language

if TYPE_CHECKING:
    from planner.focus.text.draft import Draft
    from planner.focus.text.piece import Piece

Counts = tuple[float, ...]
"""The sixteen counts of a window."""

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
_TITLE_ENDS = ".!? "
_BREAK = re.compile(r"(?<=[.!?…])\s+|\n+")
_NOBODY = frozenset({"I", "I'm"})


_WORD, _OPENS, _TAG, _NUMBER, _OTHER = range(5)
_LOWERED, _LENGTH = itemgetter(1), itemgetter(2)

_Known = tuple[int, str, int, bool, tuple[str, ...]]
"""What a token counts as, and of a word: its lower case, its length, whether it has a capital, its lists."""


class _Table(dict[str, _Known]):
    """The tokens of a language as far as they were met."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._lists = lexicon(language).windows

    def __missing__(self, token: str) -> _Known:
        known = self._look_up(token)
        if len(token) <= LONGEST_WORD:
            self[token] = known
        return known

    def _look_up(self, token: str) -> _Known:
        first = token[0]
        if first.isalpha():
            lowered = token.lower()
            capital = first.isupper() and token not in _NOBODY
            return _WORD, lowered, len(token), capital, self._lists.get(lowered, ())
        if token in ".!?:" or first in "!?":
            return _OPENS, "", 0, False, ()
        if first == "#" and len(token) > 1:
            return _TAG, "", 0, False, ()
        return _NUMBER if first.isdigit() else _OTHER, "", 0, False, ()


@cache
def _table(language: Language) -> _Table:
    return _Table(language)


def particulars_score(draft: Draft) -> float:
    """The weighted sum of the sixteen counts, averaged over the draft's windows; high is precise."""
    return draft.once(_score)


def _score(draft: Draft) -> float:
    coefficients = read_coefficients()["particulars"]
    weights = [coefficients["core16"][name] for name in COUNTS]
    windows = _windows(draft)
    counts = [_remembered_counts(draft, window) for window in windows]
    totals = map(sum, zip(*counts, strict=True))
    weighed = sum(weight * total for weight, total in zip(weights, totals, strict=True))
    return float(coefficients["bias"] + weighed / len(windows))


def _remembered_counts(draft: Draft, window: str) -> Counts:
    language = draft.language
    return draft.kept(("window", language, window), len(window), lambda: _counts(window, language))


def _windows(draft: Draft) -> list[str]:
    """Cut at sentence ends; a short rest joins the window before it."""
    windows: list[list[str]] = []
    current: list[str] = []
    for _, piece in draft.pieces:
        for sentence in piece.once(_spoken):
            current += sentence
            if len(current) >= WINDOW:
                windows.append(current)
                current = []
    if current:
        if windows and len(current) < WINDOW / 2:
            windows[-1] += current
        else:
            windows.append(current)
    return [" ".join(words) for words in windows] or [""]


def _spoken(piece: Piece) -> list[list[str]]:
    """The words of each sentence, links included; a title is the one the coefficients know: without its mark."""
    text = f"{piece.text.rstrip(_TITLE_ENDS)}." if piece.title else piece.text
    return [words for sentence in _BREAK.split(text) if (words := sentence.split())]


def _counts(window: str, language: Language) -> Counts:
    table = _table(language)
    if len(table) > REMEMBERED:
        table.clear()
    known = [table[token] for token in _TOKEN.findall(window)]
    words = [each for each in known if each[0] == _WORD]
    kinds = [each[0] for each in known if each[0] > _OPENS]
    characters, capitals = sum(map(_LENGTH, words)), _capitals_inside(known)
    different = set(map(_LOWERED, words))
    tags, numbers = kinds.count(_TAG), kinds.count(_NUMBER)
    listed = [name for each in words if each[4] for name in each[4]]
    rate, found = max(len(words), 1), listed.count
    deictics = found("deictic")
    return (
        log1p(rate), rate / 20, sqrt(len(window)), characters / rate, len(different) / 20, log1p(numbers),
        log1p(capitals), capitals / rate, log1p(tags), found("prep") / rate, log1p(deictics), deictics / rate,
        log1p(found("p2")), log1p(found("hedge")), found("buzz") / rate, found("inter") / rate,
    )  # fmt: skip


def _capitals_inside(known: list[_Known]) -> int:
    """How many words with a capital follow a word of their sentence."""
    capitals, opens = 0, True
    for kind, _, _, capital, _ in known:
        if kind == _WORD:
            capitals += capital and not opens
            opens = False
        elif kind == _OPENS:
            opens = True
    return capitals

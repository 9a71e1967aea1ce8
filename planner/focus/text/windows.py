"""How particular a text sounds: sixteen counts over windows of about forty words.

The coefficients were fitted on rated tweets (Gao et al. 2019); the counts are theirs.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import chain, pairwise
from math import log1p, sqrt
from typing import TYPE_CHECKING, NamedTuple

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
_ENDS = ".!?…"
_BREAK = re.compile(r"(?<=[.!?…])\s+|\n+")
_NOBODY = frozenset({"I", "I'm"})


_SMALL, _CAPITAL, _STOP, _TAG, _NUMBER = "wW.#0"


class _Chunk(NamedTuple):
    """What stands between two spaces.

    Attributes:
        words: its words, in lower case.
        letters: how many characters they have.
        signs: a sign for each word and for each mark after which a sentence begins.
        rest: a sign for each tag and each number.
        lists: of all its words, the names of the lists that hold them.
    """

    words: tuple[str, ...]
    letters: int
    signs: str
    rest: str
    lists: tuple[str, ...]


class _Table(dict[str, _Chunk]):
    """The chunks of a language as far as they were met."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._lists = lexicon(language).windows

    def __missing__(self, chunk: str) -> _Chunk:
        found = self._look_up(_TOKEN.findall(chunk))
        if len(chunk) <= LONGEST_WORD:
            self[chunk] = found
        return found

    def _look_up(self, tokens: list[str]) -> _Chunk:
        words = [token for token in tokens if token[0].isalpha()]
        lowered = tuple(word.lower() for word in words)
        signs = "".join(map(_sign, tokens))
        return _Chunk(
            words=lowered,
            letters=sum(map(len, words)),
            signs="".join(sign for sign in signs if sign in _SPOKEN),
            rest="".join(sign for sign in signs if sign not in _SPOKEN),
            lists=tuple(name for word in lowered for name in self._lists.get(word, ())),
        )


_SPOKEN = frozenset((_SMALL, _CAPITAL, _STOP))


def _sign(token: str) -> str:
    first = token[0]
    if first.isalpha():
        return _CAPITAL if first.isupper() and token not in _NOBODY else _SMALL
    if token in ".!?:" or first in "!?":
        return _STOP
    if first == "#" and len(token) > 1:
        return _TAG
    return _NUMBER if first.isdigit() else ""


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
    if "\n" in text.strip():
        return [words for sentence in _BREAK.split(text) if (words := sentence.split())]
    words = text.split()
    ends = [at for at, word in enumerate(words, 1) if word[-1] in _ENDS]
    return [words[start:end] for start, end in pairwise((0, *ends, len(words))) if start < end]


def _counts(window: str, language: Language) -> Counts:
    table = _table(language)
    if len(table) > REMEMBERED:
        table.clear()
    # No token that counts reaches over a space.
    words, letters, signs, rest, lists = zip(*[table[chunk] for chunk in window.split(" ")], strict=True)
    said, others, listed = "".join(signs), "".join(rest), list(chain.from_iterable(lists))
    stops = said.count(_STOP)
    rate, found = max(len(said) - stops, 1), listed.count
    different, capitals = set(chain.from_iterable(words)), _capitals_inside(said)
    tags, numbers, deictics = others.count(_TAG), others.count(_NUMBER), found("deictic")
    return (
        log1p(rate), rate / 20, sqrt(len(window)), sum(letters) / rate, len(different) / 20, log1p(numbers),
        log1p(capitals), capitals / rate, log1p(tags), found("prep") / rate, log1p(deictics), deictics / rate,
        log1p(found("p2")), log1p(found("hedge")), found("buzz") / rate, found("inter") / rate,
    )  # fmt: skip


def _capitals_inside(said: str) -> int:
    """How many words with a capital follow a word of their sentence."""
    return said.count(_CAPITAL) - said.count(_STOP + _CAPITAL) - said.startswith(_CAPITAL)

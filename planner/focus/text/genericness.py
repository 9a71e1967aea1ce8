"""Is a draft generic: with the audience's name taken out, could it be anybody's?

One score, learnt from 960 drafts written to order and 316 published posts: how empty the words are,
sentence by sentence, and how well particulars one can quote are spread over the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log
from statistics import median
from typing import TYPE_CHECKING, Literal

from planner.focus.text.emptiness import EmptySentence, empty_sentences
from planner.focus.text.lists import read_coefficients
from planner.focus.text.particulars import Particular, particulars
from planner.focus.text.reading import Reading, read
from planner.focus.text.windows import WINDOW, particulars_score

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planner.focus.text.draft import Draft

__all__ = [
    "DEFAULT_LIMIT", "FLAGGED", "SHORTEST", "SUGGEST_LIMIT", "EmptySentence", "Genericness", "Particular",
    "judge_genericness", "own_limit",
]  # fmt: skip

DEFAULT_LIMIT = 0.87
"""The score that at most 15 % of the precise practitioners' posts pass."""

SUGGEST_LIMIT = 0.25
"""The score that 20 % of them pass when neither reader hesitated."""

SHORTEST = 12
"""Words under which the check has no opinion."""

_STRICTEST_LIMIT = -0.6
_ABOVE_MEDIAN = 1.2
POSTS_FOR_OWN_LIMIT = 8

Level = Literal["generic", "thin", "", "short"]

FLAGGED: frozenset[Level] = frozenset({"generic", "thin"})
"""The levels that are findings."""


@dataclass(frozen=True, slots=True)
class Genericness:
    """What the check says of a draft, and why.

    Attributes:
        level: generic (warning), thin (suggestion), "" (precise enough) or short (no opinion).
        score: the higher, the more generic; compared with the limits.
        genericness: the score from 0 to 1; 0.5 at the default limit. For measuring, never shown.
        specificity: how particular the text sounds, 0 to 1. For measuring, never shown.
        words: how many words the draft has.
        empty: up to three sentences to point at, when generic or thin.
        missing: the kinds of particulars to ask for, when generic or thin.
        found: up to eight particulars, to show what makes a draft good.
    """

    level: Level
    score: float
    genericness: float
    specificity: float
    words: int
    empty: tuple[EmptySentence, ...] = ()
    missing: tuple[str, ...] = ()
    found: tuple[Particular, ...] = ()


def judge_genericness(draft: Draft, limit: float | None = None, explain: bool = True) -> Genericness:
    """Judge a draft against `limit`, the calendar's own, or the default limit.

    Without `explain` the level and the figures are the same, and nothing is quoted.
    """
    reading = read(draft)
    particular = particulars_score(draft)
    score = _score(reading, particular)
    level = _level(score, reading.word_count, DEFAULT_LIMIT if limit is None else limit)
    flagged = level in FLAGGED
    found, missing = particulars(draft, reading) if explain else ((), ())
    return Genericness(
        level=level,
        score=score,
        genericness=1 / (1 + exp(-max(-40.0, min(40.0, score - DEFAULT_LIMIT)))),
        specificity=max(0.0, min(1.0, (particular - 1) / 4)),
        words=reading.word_count,
        empty=empty_sentences(draft, reading) if explain and flagged else (),
        missing=missing if flagged else (),
        found=found,
    )


def own_limit(scores: Sequence[float]) -> float:
    """The limit of a calendar from the scores of its own posts.

    From eight posts on it can be stricter than the default one, never milder: who usually writes
    precisely is told sooner.
    """
    if len(scores) < POSTS_FOR_OWN_LIMIT:
        return DEFAULT_LIMIT
    return min(DEFAULT_LIMIT, max(_STRICTEST_LIMIT, median(scores) + _ABOVE_MEDIAN))


def _score(reading: Reading, particular: float) -> float:
    learnt = read_coefficients()
    weights, words = learnt["weights"], reading.word_count
    spoken = [sentence for sentence in reading.sentences if sentence.words]
    anchored = sum(sentence.words for sentence in spoken if sentence.anchors)
    cover = anchored / max(words, WINDOW)
    first = particular + learnt["particulars"]["cover"] * cover
    emptiness = sum(sentence.value for sentence in spoken) * WINDOW / max(words, WINDOW)
    return float(learnt["bias"] + weights["first"] * first + weights["log_n"] * log(max(words, 5)) + emptiness)


def _level(score: float, words: int, limit: float) -> Level:
    if words < SHORTEST:
        return "short"
    if score >= limit:
        return "generic"
    return "thin" if score >= min(SUGGEST_LIMIT, limit) else ""

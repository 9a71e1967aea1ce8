"""Figures of one language on the drafts: what is caught, and what is flagged that should not be."""

from __future__ import annotations

import json
from functools import cache
from random import Random
from statistics import mean
from typing import TYPE_CHECKING

from planner.focus.text.genericness import DEFAULT_LIMIT
from tests.benchmarks.quality_changed import GOOD
from tests.benchmarks.quality_judged import Said, chatty_scores, drafts
from tests.benchmarks.quality_leave_out import (
    FOLDER,
    counted_score,
    eighths,
    fitted,
    practitioners,
    writer_of,
    writers,
)
from tests.focus.text.samples import area_under_curve
from tests.focus.usual_limits import limits_in_turn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tests.focus.text.samples import Row

TARGET = ("off-target", "wrong-reader")
"""The checks that say that a draft is not for the readers of the brief."""

_CALENDARS, _POSTS, _GOOD_POSTS = 200, 20, 16


@cache
def kind(language: str, *kinds: str) -> tuple[Said, ...]:
    """The drafts of a language that were written to be one of these."""
    return tuple(said for said in drafts() if said.row["lang"] == language and said.row["kind"] in kinds)


def share(chosen: Iterable[Said], holds: Callable[[Said], bool]) -> float:
    """How many of the drafts it holds for, 0 to 1."""
    return mean(holds(said) for said in chosen)


def found(language: str, check: str, *kinds: str) -> float:
    """The share of these drafts in which a person sees a finding of the check, a suggestion or worse."""
    return share(kind(language, *kinds), lambda said: check in said.seen)


def alone(language: str, check: str, *kinds: str) -> float:
    """The same of `planner check --jsonl`, where each check is judged by itself."""
    return share(kind(language, *kinds), lambda said: check in said.alone)


def generic_curve(language: str) -> float:
    """How often a generic draft scores above a good one, their writers left out."""
    generic, good = kind(language, "on-generic"), kind(language, *GOOD)
    return area_under_curve([said.score for said in generic], [said.score for said in good])


def generic_at_default(language: str) -> tuple[float, float]:
    """At the default limit: good drafts flagged, generic ones caught."""
    flagged, caught = (
        share(kind(language, *kinds), lambda said: said.score >= DEFAULT_LIMIT) for kinds in (GOOD, ("on-generic",))
    )
    return flagged, caught


def generic_at_own_limit(language: str) -> tuple[float, float]:
    """At the calendar's own limit, 20 posts of which 16 good, written in any order: good flagged, generic caught."""
    random = Random(5)
    flagged: list[bool] = []
    caught: list[bool] = []
    for writer in writers():
        good, generic = (_scores(language, writer, *kinds) for kinds in (GOOD, ("on-generic",)))
        for _ in range(_CALENDARS):
            some, others = random.sample(good, _GOOD_POSTS), random.choices(generic, k=_POSTS - _GOOD_POSTS)
            posts = [(score, caught) for said, caught in ((some, flagged), (others, caught)) for score in said]
            random.shuffle(posts)
            limits = limits_in_turn([score for score, _ in posts])
            for (score, found), limit in zip(posts, limits, strict=True):
                found.append(score >= limit)
    return mean(flagged), mean(caught)


def _scores(language: str, writer: int, *kinds: str) -> list[float]:
    return [said.score for said in kind(language, *kinds) if writer_of(said.row) == writer]


def small_talk_flagged(language: str) -> float:
    """Good drafts with small talk around them that are flagged at the default limit."""
    return mean(score >= DEFAULT_LIMIT for score in chatty_scores(language))


@cache
def far_away() -> frozenset[str]:
    """Identifiers of the off-target drafts that are about another subject altogether."""
    return frozenset(json.loads((FOLDER / "off_target.json").read_text("utf-8"))["far"])


def off_target(language: str | None, far: bool) -> tuple[int, int]:
    """Of the far misses or the near ones, in one language or both: how many are caught, how many there are."""
    languages = (language,) if language else ("fr", "en")
    missed = [
        said
        for name in languages
        for said in kind(name, "off-specific")
        if (said.row["id"] in far_away()) is far
    ]  # fmt: skip
    return sum(said.warned(*TARGET) for said in missed), len(missed)


def warnings(said: Said) -> int:
    """How many checks warn a person of a draft."""
    return sum(severity != "suggestion" for severity in said.seen.values())


def practitioners_flagged(language: str, generic: bool, left_out: bool) -> float:
    """The share of practitioners' posts flagged at the default limit, of the generic ones or the precise ones.

    Args:
        language: `fr` or `en`.
        generic: which of the two.
        left_out: by models that have not seen the judged eighth of the authors, else by the shipped coefficients.
    """
    judged = [
        _published_score(row, part if left_out else None) >= DEFAULT_LIMIT
        for row, part in zip(practitioners(), eighths(), strict=True)
        if row["lang"] == language and row["generic"] == str(int(generic))
    ]
    return mean(judged)


def _published_score(row: Row, part: int | None) -> float:
    from planner.focus.text.lists import read_coefficients

    return counted_score(row, read_coefficients() if part is None else fitted(f"without_eighth_{part}"))

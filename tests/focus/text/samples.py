"""The 960 drafts, their briefs, and what the first implementation said of them."""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planner.focus.text.draft import Draft
from planner.focus.text.relevance import BriefWords

if TYPE_CHECKING:
    from collections.abc import Iterable

FOLDER = Path(__file__).parents[2] / "data" / "drafts"
LANGUAGES = ("fr", "en")
_BRIEF_FIELDS = ("audience", "needs", "words", "places", "objective", "message", "do", "dont")

Row = dict[str, Any]


@cache
def rows(pattern: str) -> list[Row]:
    """The lines of the files that match, in order."""
    return [
        json.loads(line)
        for file in sorted(FOLDER.glob(pattern))
        for line in file.read_text(encoding="utf-8").splitlines()
    ]


@cache
def briefs() -> dict[str, Row]:
    """The briefs by identifier."""
    return {row["id"]: row for row in rows("briefs_*.jsonl")}


@cache
def brief_words(identifier: str) -> BriefWords:
    """A brief as the checks read it."""
    brief = briefs()[identifier]
    return BriefWords(brief["lang"], **{name: brief[name] for name in _BRIEF_FIELDS if name in brief})


@cache
def frozen_verdicts() -> dict[str, Row]:
    """What the first implementation said, by draft."""
    return {row["id"]: row for row in rows("verdicts.jsonl")}


def draft_of(row: Row) -> Draft:
    """A line as a draft."""
    return Draft(row["title"], row["body"], row["lang"])


def contract_row(row: Row) -> Row:
    """A line as `planner check --jsonl` takes it."""
    kept = {name: row[name] for name in ("id", "lang", "title", "body", "network")}
    return kept | {"brief": briefs()[row["brief"]]}


def area_under_curve(higher: Iterable[float], lower: Iterable[float]) -> float:
    """How often a figure of `higher` is over one of `lower`; a tie counts half."""
    ordered, figures = sorted(lower), list(higher)
    over = sum(bisect_left(ordered, figure) + bisect_right(ordered, figure) for figure in figures)
    return over / 2 / len(ordered) / len(figures)

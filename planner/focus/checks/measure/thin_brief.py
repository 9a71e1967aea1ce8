"""`thin-brief`: too little in the brief to say whether a text is on target (article row 2.22)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planner.focus.check import Check, Evidence, Severity
from planner.focus.text.brief_words import LEAST_STEMS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.focus.judged import JudgedCalendar

LEAST_NEEDS = 3
LEAST_WORDS = 10


class _Part(NamedTuple):
    """A part of the brief: how much of it there is, and how much the checks need."""

    name: str
    there: int
    asked: int


def judge(judged: JudgedCalendar) -> Iterator[Evidence]:
    """Suggest once, with the counts of what is short; the first of them is what to add."""
    calendar, brief = judged.calendar, judged.calendar.brief
    parts = (
        _Part("needs", sum(bool(need.text.strip()) for need in calendar.needs), LEAST_NEEDS),
        _Part("words", sum(bool(word.strip()) for word in brief.words), LEAST_WORDS),
        _Part("stems", judged.brief.meaningful_stems, LEAST_STEMS),
    )
    short = [part for part in parts if part.there < part.asked]
    if not short:
        return
    rows = [{"part": part.name, "count": part.there, "asked": part.asked} for part in short]
    yield Evidence({"rows": rows}, message="empty" if judged.brief.empty else short[0].name)


check = Check(name="thin-brief", group="measure", scope="calendar", severity=Severity.SUGGESTION, judge=judge)

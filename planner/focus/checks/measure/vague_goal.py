"""`vague-goal`: the objective lacks a figure, a unit or a date, or its date has passed (article row 0.5)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planner.focus.check import Check, Evidence, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.focus.judged import JudgedCalendar
    from planner.model.brief import Brief


def judge(judged: JudgedCalendar) -> Iterator[Evidence]:
    """Warn with what is missing; an empty brief without a post is only being begun."""
    calendar, brief = judged.calendar, judged.calendar.brief
    lacks = _lacks(brief)
    if lacks and not brief.objective.strip() and len(lacks) == len(_PARTS):
        if calendar.posts:
            yield Evidence({"lacks": lacks}, message="none")
    elif lacks:
        yield _lacking(brief, lacks)
    elif brief.due and brief.due < judged.today and not _reviewed(judged):
        yield Evidence({"due_day": brief.due.isoformat(), "objective": brief.objective}, message="passed")


_PARTS = ("figure", "unit", "date")
_DATE = re.compile(
    r"\b(?:19|20)\d\d\b|\b\d{1,2}[/.]\d{1,2}\b|\b(?:jan|f[eé]v|feb|mars|march|avr|apr|mai\b|may\b|juin|june?|juil|july?|"
    r"ao[uû]t|aug|sept|oct|nov|d[eé]c)\w*|\bno[eë]l\b|\bchristmas\b",
    re.IGNORECASE,
)
_IN_WORDS = {
    "figure": re.compile(
        r"\d|\b(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|trente|cent|two|three|four|five|"
        r"seven|eight|nine|ten|twelve|fifteen|twenty|thirty|hundred)\b",
        re.IGNORECASE,
    ),
    "unit": re.compile(r"\w{4,}"),
    "date": _DATE,
}
"""How the sentence itself may say what the brief's own fields do not hold."""


def _lacking(brief: Brief, lacks: list[str]) -> Evidence:
    """What is missing; a suggestion to fill in the fields when the sentence says it all."""
    said = brief.objective.strip()
    if not said:
        return Evidence({"lacks": lacks, "objective": ""}, message="unsaid")
    unsaid = [part for part in lacks if not _IN_WORDS[part].search(said)]
    if unsaid == ["unit"] or not unsaid:
        return Evidence({"lacks": lacks, "objective": said}, message="unfilled", severity=Severity.SUGGESTION)
    return Evidence({"lacks": unsaid, "objective": said})


def _lacks(brief: Brief) -> list[str]:
    """The parts that are missing; an indicator says what is counted as well as a unit does."""
    counted = bool(brief.unit.strip() or brief.indicator.strip())
    given = (brief.target_figure is not None, counted, brief.due is not None)
    return [part for part, there in zip(_PARTS, given, strict=True) if not there]


def _reviewed(judged: JudgedCalendar) -> bool:
    """Whether a review was held on the objective's date or later."""
    due = judged.calendar.brief.due
    return any(
        due is not None and (review.held or review.day) >= due
        for review in judged.calendar.reviews
        if review.held or review.decision
    )


check = Check(name="vague-goal", group="measure", scope="calendar", severity=Severity.WARNING, judge=judge)

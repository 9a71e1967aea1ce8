"""What the product says of each draft, with what was learnt from its writer left out."""

from __future__ import annotations

from datetime import date, time
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from planner.focus.batch import verdict
from planner.focus.judged import JudgedCalendar, JudgedPost
from planner.focus.register import POST_CHECKS
from planner.focus.run import draft_score
from planner.model.brief import Brief, Need
from planner.model.calendar import Calendar
from planner.model.network import Network
from planner.model.post import Post
from planner.model.terms import Status
from tests.benchmarks.quality_changed import GOOD, with_small_talk
from tests.benchmarks.quality_leave_out import raw_score, without_writer, writer_of, writers
from tests.focus.text.samples import Row, briefs, contract_row, rows

if TYPE_CHECKING:
    from collections.abc import Mapping

_TODAY, _PLANNED = date(2026, 1, 19), date(2026, 1, 27)
"""A Monday, and a working day of the week after."""

_BRIEF_FIELDS = ("audience", "objective", "message", "words", "places", "do", "dont")


class Said(NamedTuple):
    """What the product says of a draft.

    Attributes:
        row: the draft as its file holds it.
        score: how generic it is.
        figure: how relevant, 0 to 1.
        alone: check and severity of each finding of `planner check --jsonl`, each check by itself.
        seen: the same of the findings that a person sees in a calendar.
    """

    row: Row
    score: float
    figure: float
    alone: Mapping[str, str]
    seen: Mapping[str, str]

    def warned(self, *checks: str) -> bool:
        """Whether a person sees a warning of one of the checks."""
        return any(self.seen.get(check) in ("warning", "error") for check in checks)


@cache
def drafts(leave_out: bool = True) -> tuple[Said, ...]:
    """All drafts; unless told otherwise what was learnt from the judged writer is left out."""
    if not leave_out:
        return _judged(rows("drafts_*.jsonl"))
    said: list[Said] = []
    for writer in writers():
        with without_writer(writer):
            said += _judged([row for row in rows("drafts_*.jsonl") if writer_of(row) == writer])
    return tuple(said)


@cache
def chatty_scores(language: str) -> tuple[float, ...]:
    """How generic the good drafts of a language are with small talk around them, their writers left out."""
    from random import Random

    scores: list[float] = []
    for writer in writers():
        with without_writer(writer):
            good = [row for row in rows(f"drafts_{language}_{writer}.jsonl") if row["kind"] in GOOD]
            scores += [raw_score(with_small_talk(row, Random(0))) for row in good]
    return tuple(scores)


def _judged(chosen: list[Row]) -> tuple[Said, ...]:
    calendars = {name: calendar_of(brief) for name, brief in briefs().items()}
    return tuple(_said(row, calendars[row["brief"]]) for row in chosen)


def _said(row: Row, calendar: JudgedCalendar) -> Said:
    alone = verdict(contract_row(row))
    findings, figure = alone["findings"], alone["relevance"]
    assert isinstance(findings, list)
    assert isinstance(figure, float)
    return Said(
        row=row,
        score=raw_score(row),
        figure=figure,
        alone={finding["check"]: finding["severity"] for finding in findings},
        seen=seen(row, calendar),
    )


def seen(row: Row, calendar: JudgedCalendar) -> dict[str, str]:
    """Check and worst severity of what a person sees of a draft, at the default limit, planned as it should be."""
    network = calendar.calendar.networks[0]
    network.key = str(row.get("network", row.get("channel", ""))).lower()
    need = calendar.calendar.needs[0].id if calendar.calendar.needs else None
    post = Post(
        id=1,
        title=row["title"],
        body=row["body"],
        status=Status.DRAFT,
        network_id=1,
        need_id=need,
        day=_PLANNED,
        time=time(9),
    )
    draft = calendar.draft(post)
    judged = JudgedPost(calendar, post, draft, draft_score(draft))
    found = [finding for check in POST_CHECKS for finding in check.findings(judged, 1)]
    return {
        finding.check: str(finding.severity) for finding in sorted(found, key=lambda finding: -finding.severity.rank)
    }


def calendar_of(brief: Row) -> JudgedCalendar:
    """A calendar with a brief of the samples and its needs."""
    records = Calendar(
        brief=Brief(language=brief["lang"], **{name: brief[name] for name in _BRIEF_FIELDS if name in brief}),
        needs=[Need(id=number, text=text) for number, text in enumerate(brief["needs"], 1)],
        networks=[Network(id=1, name="Blog", key="")],
    )
    return JudgedCalendar(records, _TODAY)

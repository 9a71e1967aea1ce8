"""`no-need`: no need of the brief is chosen for the post; the nearest one is proposed (article row 0.13)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.focus.check import Check, Evidence, Severity, Span
from planner.focus.text.brief_words import MEANINGFUL
from planner.focus.text.families import StemField
from planner.model.terms import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.focus.judged import JudgedCalendar, JudgedPost
    from planner.model.brief import Need

MOST_SHOWN = 4
_LEAST = 0.6
"""What the shared words must weigh together before a need is proposed."""


def judge(judged: JudgedPost) -> Iterator[Evidence]:
    """Suggest for a draft, warn for a post that is ready; silent when the brief has no needs yet."""
    post, calendar = judged.post, judged.calendar.calendar
    if post.status not in (Status.DRAFT, Status.READY) or not calendar.needs or calendar.need(post.need_id):
        return
    severity = Severity.WARNING if post.status == Status.READY else None
    nearest, spans = _nearest(judged)
    if nearest is None:
        yield Evidence({"needs": len(calendar.needs)}, (judged.draft.whole,), severity=severity)
        return
    words = list(dict.fromkeys(judged.draft.quote(span).lower() for span in spans))
    yield Evidence(
        values={"need": nearest.text, "need_id": nearest.id or 0, "words": words[:MOST_SHOWN]},
        spans=spans,
        message="near",
        severity=severity,
    )


def _nearest(judged: JudgedPost) -> tuple[Need | None, tuple[Span, ...]]:
    """The need whose words the draft shares most, and where they stand in the draft."""
    brief, draft = judged.calendar.brief, judged.draft
    if draft.language != brief.language:
        return None, ()
    best: tuple[float, Need | None, list[tuple[int, int]]] = (_LEAST, None, [])
    for need, field in judged.calendar.once(_fields):
        shared = [stem for stem in draft.stems if brief.weight(stem) > MEANINGFUL and field.fit(stem)]
        weight = sum(brief.weight(stem) * field.fit(stem) for stem in shared)
        if weight > best[0]:
            best = (weight, need, [draft.stems[stem] for stem in shared])
    return best[1], tuple(draft.span(*place) for place in sorted(best[2]))


def _fields(calendar: JudgedCalendar) -> list[tuple[Need, StemField]]:
    return [(need, StemField(stems)) for need, stems in calendar.need_stems]


check = Check(
    name="no-need", group="target", scope="post", severity=Severity.SUGGESTION, judge=judge, any_language=True
)

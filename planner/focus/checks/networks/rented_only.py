"""`rented-only`: 28 days of posts, and not one on a place of one's own (article rows 3.19 and 2.30)."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from planner.focus.check import Check, Evidence, Severity
from planner.focus.days import last_ahead, standing
from planner.model.terms import NetworkKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.focus.judged import JudgedCalendar

LEAST = 4
"""Fewer posts than this say nothing of where the effort goes."""


def judge(judged: JudgedCalendar) -> Iterator[Evidence]:
    """Suggest a place of one's own for one of the posts, or to name such a place when there is none yet."""
    last = last_ahead(judged)
    kinds = {network.id: network.kind for network in judged.calendar.networks}
    posts = Counter(kinds.get(post.network_id) for post in standing(judged, judged.today, last))
    if posts[NetworkKind.OWNED] or posts[NetworkKind.RENTED] < LEAST:
        return
    place = _own_place(judged)
    values = {"posts": posts[NetworkKind.RENTED], "last_day": last.isoformat(), "place": place}
    yield Evidence(values, message="message" if place else "none")


def _own_place(judged: JudgedCalendar) -> str:
    """The name of a place of one's own, an open one first, or ""."""
    owned = [network for network in judged.calendar.networks if network.kind == NetworkKind.OWNED]
    names = [network.name for network in sorted(owned, key=lambda network: not network.open)]
    return next(iter([*names, *judged.calendar.brief.owned]), "")


check = Check(name="rented-only", group="networks", scope="calendar", severity=Severity.SUGGESTION, judge=judge)

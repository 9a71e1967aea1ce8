"""`thin-network`: an open rented network gets less than half of the rhythm promised there (article row 2.3).

A network without a promise of its own is held to the brief's rhythm only when it is the one open rented network;
what the other open places promise is taken off. With nothing planned at all, `silence` speaks; a
young calendar that published nothing yet has not kept a promise badly.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from planner.focus.check import Check, Evidence, Severity
from planner.focus.days import AHEAD, is_young, last_ahead, standing
from planner.model.terms import NetworkKind, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.focus.judged import JudgedCalendar
    from planner.model.network import Network

WEEKS = AHEAD.days // 7
_KEPT = 0.5
"""The part of its promise that a network may not fall under."""


def judge(judged: JudgedCalendar) -> Iterator[Evidence]:
    """Suggest once for all thin networks, with what is planned and what was promised."""
    if _not_begun(judged):
        return
    last = last_ahead(judged)
    posts = Counter(post.network_id for post in standing(judged, judged.today, last))
    promises = _promises(judged)
    rows: list[dict[str, object]] = [
        {"network": network.name, "posts": posts[network.id], "promised": promised * WEEKS}
        for network, promised in promises
        if posts[network.id] < promised * WEEKS * _KEPT
    ]
    if posts and rows:
        yield Evidence({"networks": len(rows), "rows": rows, "last_day": last.isoformat()})


def _not_begun(judged: JudgedCalendar) -> bool:
    return is_young(judged) and all(post.status != Status.PUBLISHED for post in judged.calendar.posts)


def _promises(judged: JudgedCalendar) -> list[tuple[Network, float]]:
    """The open rented networks that promise something, with their posts a week."""
    places = [network for network in judged.calendar.networks if network.open]
    rented = [network for network in places if network.kind == NetworkKind.RENTED]
    if len(rented) == 1 and rented[0].per_week is None:
        elsewhere = sum(network.per_week or 0 for network in places)
        return [(rented[0], max(0, judged.calendar.brief.posts_per_week - elsewhere))]
    return [(network, network.per_week) for network in rented if network.per_week]


check = Check(name="thin-network", group="networks", scope="calendar", severity=Severity.SUGGESTION, judge=judge)

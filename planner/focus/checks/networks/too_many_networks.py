"""`too-many-networks`: the effort is spread over more rented networks than the brief allows (row 1.13).

The networks of the next 28 days are weighted as the exponential of the entropy of their posts, rounded: one
post elsewhere is not a second network, four equal ones are four. What is told is how many are used, `used`, each
with its posts; `amount` is what they amount to.
"""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from math import exp, log
from typing import TYPE_CHECKING

from planner.focus.check import Check, Evidence, Severity
from planner.model.terms import NetworkKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.focus.judged import JudgedCalendar
    from planner.model.network import Network

WINDOW = timedelta(days=28)


def spread(counts: list[int]) -> int:
    """How many networks these numbers of posts amount to."""
    total = sum(counts)
    return round(exp(-sum(count / total * log(count / total) for count in counts if count))) if total else 0


def judge(judged: JudgedCalendar) -> Iterator[Evidence]:
    """Warn when the networks in use are over the budget, which grows by one for each criterion met."""
    calendar = judged.calendar
    posts = calendar.planned(judged.today, judged.today + WINDOW - timedelta(days=1))
    counts = Counter(
        network.id
        for post in posts
        if (network := calendar.network(post.network_id)) and network.kind == NetworkKind.RENTED
    )
    amount = spread(list(counts.values()))
    rented = [network for network in calendar.networks if network.kind == NetworkKind.RENTED]
    budget = calendar.brief.network_budget + sum(network.criterion_met for network in rented if network.open)
    if amount <= budget:
        return
    rows = _rows(rented, counts)
    unproven = next(
        (network for network in rented if network.open and network.criterion and not network.criterion_met), None
    )
    yield Evidence(
        values={
            "used": len(rows),
            "amount": amount,
            "budget": budget,
            "rows": rows,
            "first": unproven.name if unproven else "",
            "criterion": unproven.criterion if unproven else "",
        },
        message="unproven" if unproven else "message",
    )


def _rows(networks: list[Network], counts: Counter[int | None]) -> list[dict[str, object]]:
    total = sum(counts.values())
    used = sorted((network for network in networks if counts[network.id]), key=lambda row: -counts[row.id])
    return [
        {"network": network.name, "posts": counts[network.id], "share": round(counts[network.id] / total, 3)}
        for network in used
    ]


check = Check(name="too-many-networks", group="networks", scope="calendar", severity=Severity.WARNING, judge=judge)

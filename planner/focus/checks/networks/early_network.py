"""`early-network`: a post on a network before the one that goes first has met its criterion (row 1.22).

As many networks as the brief allows at first need no proof. After these, a network waits for every one before it,
in the order of their positions: the first that is not proven is named.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.focus.check import Check, Evidence, Severity
from planner.focus.days import coming
from planner.model.terms import NetworkKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planner.focus.judged import JudgedCalendar
    from planner.model.network import Network
    from planner.model.result import Result


def judge(judged: JudgedCalendar) -> Iterator[Evidence]:
    """Warn on each open post from today on that stands on a network which has to wait."""
    waiting = _waiting(judged)
    told = {first.id: _told(judged, first) for _, first in waiting.values()}
    for post in coming(judged):
        if found := waiting.get(post.network_id):
            network, first = found
            message, values = told[first.id]
            yield Evidence({"network": network.name, **values}, message=message, post=post.id)


def _waiting(judged: JudgedCalendar) -> dict[int | None, tuple[Network, Network]]:
    """The networks that come too early, by identifier, each with the one that has to prove itself first."""
    rented = [network for network in judged.calendar.networks if network.kind == NetworkKind.RENTED]
    rented.sort(key=lambda network: (network.position, network.id or 0))
    allowed = max(1, judged.calendar.brief.network_budget)
    pairs = ((network, _unproven(rented[:place])) for place, network in enumerate(rented) if place >= allowed)
    return {network.id: (network, first) for network, first in pairs if first}


def _unproven(before: Sequence[Network]) -> Network | None:
    """The first open network with a criterion that it has not met; one that was closed is no longer waited for."""
    return next(
        (network for network in before if network.open and network.criterion and not network.criterion_met), None
    )


def _told(judged: JudgedCalendar, first: Network) -> tuple[str, dict[str, object]]:
    """The message and its values: what the network must bring, and its latest figure if there is one."""
    values: dict[str, object] = {"first": first.name, "criterion": first.criterion}
    latest = _latest(judged, first)
    if latest is None:
        return "message", values
    indicator = latest.indicator or judged.calendar.brief.indicator or "other"
    return "figure", {
        **values, "figure": latest.figure, "indicator": indicator, "figure_day": latest.day.isoformat()
    }  # fmt: skip


def _latest(judged: JudgedCalendar, network: Network) -> Result | None:
    """The network's latest figure: of the objective's indicator if there is one, else of any."""
    own = [result for result in judged.calendar.results if result.network_id == network.id]
    wanted = judged.calendar.brief.indicator
    return max(own, key=lambda result: (result.indicator == wanted, result.day, result.id or 0), default=None)


check = Check(name="early-network", group="networks", scope="calendar", severity=Severity.WARNING, judge=judge)

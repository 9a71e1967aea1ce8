"""How hours that another calendar takes are told: dim on the screen, in words everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.words import dates, say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from planner.model.busy import BusyTime

ELLIPSIS = "…"
EXAMPLE = "Europe/Paris"
MOST_TOLD = 5
"""Zones of a file that are named in a sentence."""


def span(taken: BusyTime) -> str:
    """`10:00–11:30`, or that it takes the whole day."""
    return f"{dates.hour(taken.time)}–{dates.hour(taken.end)}" if taken.time else say("all day")


def what(taken: BusyTime) -> str:
    """`busy: Clients`, or the title where its owner asked for titles: `busy: Call with Ana (Clients)`."""
    if taken.title:
        return say("busy: {title} ({calendar})", title=taken.title, calendar=taken.calendar)
    return say("busy: {calendar}", calendar=taken.calendar)


def met(taken: BusyTime) -> str:
    """`Clients, 10:00–11:30`: what a post falls into."""
    return say("{calendar}, {hours}", calendar=taken.calendar, hours=span(taken))


def zones(name: str, file: str, titles: bool, unknown: Mapping[str, int], floating: str) -> Iterator[str]:
    """What must be told of the zones of another calendar, a sentence each.

    Args:
        name: what the calendar is called here.
        file: where its file stands.
        titles: whether its titles are shown.
        unknown: how many events were left out, by the name of their zone.
        floating: the IANA zone that times without a zone are read in, "" when there are none.
    """
    if unknown:
        yield _left_out(name, (file, "--titles") if titles else (file,), unknown)
    if floating:
        yield say("“{name}”: times without a zone are read as {zone}.", name=_short(name), zone=floating)


def _left_out(name: str, added: Sequence[str], unknown: Mapping[str, int]) -> str:
    from shlex import quote

    told = [zone for zone in unknown if zone != ELLIPSIS][:MOST_TOLD]
    more = ELLIPSIS if len(unknown) > len(told) else ""
    quoted = ", ".join(say("“{text}”", text=_short(zone)) for zone in told) + more
    answers = [word for zone in told for word in ("--zone", f"{zone}={EXAMPLE}")]
    return say_many(
        "“{name}”: {count} event left out, for nobody knows its zone {zones}. Say which is meant: {command}",
        "“{name}”: {count} events left out, for nobody knows their zone {zones}. Say which is meant: {command}",
        sum(unknown.values()), name=_short(name), zones=quoted,
        command=" ".join(map(quote, ("planner", "busy", "add", *added, *answers))),
    )  # fmt: skip


def _short(text: str) -> str:
    return " ".join(text.split())

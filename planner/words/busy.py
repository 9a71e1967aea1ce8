"""How hours that another calendar takes are told: dim on the screen, in words everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.words import dates, say

if TYPE_CHECKING:
    from planner.model.busy import BusyTime


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

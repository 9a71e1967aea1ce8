"""What is kept of the zones of another calendar: what a person said of them, and what came of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planner.desk.said_zones import SaidZones

NONE: Mapping[str, str] = {}
NOBODY: Mapping[str, int] = {}


class BusyZones(NamedTuple):
    """The zones of another calendar.

    Attributes:
        rest: the IANA zone that was said for times without a zone and for all that are not named, or "".
        named: those that were said, by the file's name for the zone.
        unknown: how many events were left out because nobody knows their zone, by the zone's name.
        floating: how many events have times without a zone.
    """

    rest: str = ""
    named: Mapping[str, str] = NONE
    unknown: Mapping[str, int] = NOBODY
    floating: int = 0

    def with_said(self, said: SaidZones) -> BusyZones:
        """With what is said now; what was said before stays."""
        return self._replace(rest=said.rest or self.rest, named={**self.named, **said.named})


class ZonesTold(NamedTuple):
    """What a person must be told of the zones of another calendar.

    Attributes:
        name: what the calendar is called here.
        file: where its file stands.
        titles: whether its titles are shown.
        unknown: how many events were left out, by the name of their zone.
        floating: the IANA zone that times without a zone are read in, "" when there are none.
    """

    name: str
    file: str
    titles: bool
    unknown: Mapping[str, int]
    floating: str


def zones_kept(text: str) -> BusyZones:
    """The zones that `zones_text` wrote; none of what it did not write."""
    try:
        rest, named, unknown, floating = json.loads(text)
        counts = {str(name): int(count) for name, count in unknown.items()}
        return BusyZones(str(rest), {str(name): str(zone) for name, zone in named.items()}, counts, int(floating))
    except (ValueError, TypeError, AttributeError):
        return BusyZones()


def zones_text(zones: BusyZones) -> str:
    """The zones as text; "" of none."""
    return json.dumps(zones, ensure_ascii=False) if zones != BusyZones() else ""

"""Published files of one year: what stands in a year, and which years a calendar needs a file for.

A post stands in the year of its day, with its preparation and the time for answers; a review in that of its day; a
series in each year in which it has days, with the days of that year under a UID of their own unless it lies in the year
whole. So the files of all years hold each event that takes place once, and whoever subscribes to one of them sees all
of that year.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from planner.desk.bundle import KINDS, occurs, takes_place
from planner.desk.publish_by_year import CURRENT
from planner.exchange.ics.write import YEARS as WRITTEN_YEARS
from planner.model.terms import SlotKind, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from planner.desk.desk import Desk
    from planner.exchange.ics.entry import Entry
    from planner.model.post import Post

YEARS = frozenset(WRITTEN_YEARS)
OF_A_POST = frozenset({"publish", "prepare", "reply"})
"""The kinds of events that a post may have."""
NOT_PLANNED = (str(Status.IDEA), str(Status.DROPPED))
POST_YEARS = (
    "SELECT DISTINCT substr(day, 1, 4) FROM post WHERE day IS NOT NULL AND deleted IS NULL AND status NOT IN (?, ?)"
)
REVIEW_YEARS = "SELECT DISTINCT substr(day, 1, 4) FROM review"
SLOTS = "SELECT kind, network_id, day, rule, skipped FROM slot"


def planned(post: Post) -> bool:
    """Whether a post stands on a day, is no idea, and was neither dropped nor put into the bin."""
    return post.day is not None and post.deleted is None and post.status not in NOT_PLANNED


def kinds_of(options: Mapping[str, Any]) -> frozenset[str]:
    """The kinds of events that go to a place."""
    return KINDS - set(options.get("without", []))


def year_of(options: Mapping[str, Any], today: date) -> int:
    """The one year that a file is to show on a day, 0 for all."""
    year = options.get("year") or 0
    return today.year if year == CURRENT else int(year)


def days_of(year: int) -> tuple[date, date]:
    """The first and the last day of a year."""
    return date(year, 1, 1), date(year, 12, 31)


def in_year(record: Any, year: int) -> bool:
    """Whether a record stands in a year: a post and a review by their day, a slot by any of its days."""
    first, last = days_of(year)
    return occurs(record, first, last) if hasattr(record, "rule") else bool(first <= record.day <= last)


def parted(entry: Entry, year: int) -> Entry:
    """A series as it stands in one year's file.

    What stands around a post stays with it, whatever its own day: a post goes from file to file as one.
    """
    since, until = days_of(year)
    return replace(entry, since=since, until=until) if entry.rule else entry


def years_planned(desk: Desk, options: Mapping[str, Any]) -> list[int]:
    """The years for which a file is needed, in their order.

    Those in which a post or a review stands or a slot begins; and until this year those in which a slot has days. A
    year to come that has nothing but a series gets its file with its first post, or when it begins: a series may
    have no end. Years that are not written, being slips of a key, need no file.
    """
    return sorted(YEARS & {*_of_days(desk, options), *_of_slots(desk, options)})


def _of_days(desk: Desk, options: Mapping[str, Any]) -> Iterator[int]:
    kinds, network = kinds_of(options), options.get("network")
    found: list[tuple[Any, ...]] = []
    if kinds & OF_A_POST:
        on, which = (" AND network_id = ?", (network,)) if network is not None else ("", ())
        found += desk.database.rows(POST_YEARS + on, (*NOT_PLANNED, *which))
    if network is None and SlotKind.REVIEW in kinds:
        found += desk.database.rows(REVIEW_YEARS)
    return (int(year) for (year,) in found)


def _of_slots(desk: Desk, options: Mapping[str, Any]) -> Iterator[int]:
    kinds, network, this_year = kinds_of(options), options.get("network"), desk.today().year
    for kind, on, day, rule, skipped in desk.database.rows(SLOTS):
        if kind not in kinds or network not in (None, on):
            continue
        start, left_out = date.fromisoformat(str(day)), tuple(map(date.fromisoformat, json.loads(str(skipped))))
        for year in {start.year, *range(start.year, this_year + 1)}:
            if takes_place(start, str(rule), left_out, *days_of(year)):
                yield year

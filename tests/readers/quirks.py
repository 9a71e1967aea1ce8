"""What single readers get wrong by themselves: events they are not asked for, and the minimal file that shows why."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from subprocess import CalledProcessError
from tempfile import TemporaryDirectory
from typing import NamedTuple
from zoneinfo import ZoneInfo

from planner.exchange.ics.entry import Entry
from tests.exchange.ics.readers import Seen, meant
from tests.readers.drivers import Ask

MINIMAL = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//minimal//minimal//EN
BEGIN:VEVENT
UID:a@minimal
DTSTAMP:20261120T083000Z
SUMMARY:a
{lines}
END:VEVENT
END:VCALENDAR
"""


class Quirk(NamedTuple):
    """A reader's own mistake: the file, written by hand, and what it means.

    Attributes:
        reader: the reader's name in the table.
        why: what it does.
        zone: the zone in which it is asked.
        lines: the event, without what all events have.
        right: when it takes place: starts and ends.
        excuses: tells, from the rule and from start and end on the zone's clock, whether this reader has to fail.
    """

    reader: str
    why: str
    zone: str
    lines: str
    right: tuple[tuple[datetime, datetime], ...]
    excuses: Callable[[str, datetime, datetime], bool]


QUIRKS = (
    Quirk(
        "calcurse",
        "keeps wall times only: the second hour of a fold is lost, an end before its start makes its file unreadable",
        "Europe/Paris",
        "DTSTART:20271031T003000Z\nDTEND:20271031T010000Z",
        ((datetime(2027, 10, 31, 0, 30, tzinfo=UTC), datetime(2027, 10, 31, 1, tzinfo=UTC)),),
        lambda rule, start, end: bool(start.fold or end.fold),
    ),
    Quirk(
        "calcurse",
        "does not know BYSETPOS",
        "UTC",
        "DTSTART:20261201T090000Z\nDTEND:20261201T093000Z\nRRULE:FREQ=MONTHLY;BYDAY=TU,WE;BYSETPOS=1;UNTIL=20261231T230000Z",
        ((datetime(2026, 12, 1, 9, tzinfo=UTC), datetime(2026, 12, 1, 9, 30, tzinfo=UTC)),),
        lambda rule, start, end: "BYSETPOS" in rule,
    ),
)


def kept(entries: list[Entry], reader: str) -> list[Entry]:
    """The entries without what this reader cannot hold."""
    for quirk in QUIRKS:
        if quirk.reader == reader:
            entries = [left for one in entries for left in _without(one, quirk.excuses)]
    return entries


def _without(one: Entry, excuses: Callable[[str, datetime, datetime], bool]) -> Iterator[Entry]:
    info = ZoneInfo(one.zone)
    walls = ((start.astimezone(info), end.astimezone(info)) for _, start, end in meant(one))
    days = tuple(start.date() for start, end in walls if excuses(one.rule, start, end))
    if not days or one.rule:
        yield replace(one, skipped=(*one.skipped, *days))


def shown(asks: Mapping[str, Ask]) -> str:
    """What each reader makes of its minimal file today, a line each."""
    return "\n".join(_shown(quirk, asks[quirk.reader]) for quirk in QUIRKS if quirk.reader in asks)


def _shown(quirk: Quirk, ask: Ask) -> str:
    right: list[Seen] = [("a", *ends) for ends in quirk.right]
    with TemporaryDirectory() as folder:
        file = Path(folder, "calendar.ics")
        file.write_bytes(MINIMAL.format(lines=quirk.lines).replace("\n", "\r\n").encode())
        try:
            said = "agrees now: take the quirk away" if ask(file, Path(folder), quirk.zone) == right else "still so"
        except CalledProcessError as failed:
            said = f"still so: {failed.stderr.strip()}"
    return f"{quirk.reader}: {quirk.why}\n  {quirk.lines!r} in {quirk.zone}: {said}"

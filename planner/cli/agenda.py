"""`planner week` and `planner month`: what stands in the calendar, as text that can be read aloud.

The focus comes first, then a line a post: day, hour, status, network, title, and the names of its findings.
An hour of another zone than the calendar's is told with its place, and with what it is here.
`--json` gives `first`, `last`, `focus`, `posts` and `slots`, with the fields of `planner.model.card`, and `busy`, with
those of `planner.model.busy`.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, timedelta
from typing import TYPE_CHECKING

from planner.cli.asked import Command
from planner.cli.choosing import chosen_calendar
from planner.cli.printing import complain, put, put_json
from planner.desk.busy import busy_times, refresh
from planner.desk.desk import open_desk
from planner.errors import CalendarError
from planner.model.when import monday
from planner.words import dates, say, spoken

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.cli.asked import Asked
    from planner.cli.parsing import Parser
    from planner.desk.desk import Desk

MONTH = re.compile(r"(\d{4})-(\d{2})")


def print_week(desk: Desk, day: date) -> None:
    """Print the day's week, and what other calendars take of it."""
    from planner.cli import agenda_lines

    _read_busy_again(desk)
    first = monday(day)
    last = first + timedelta(days=6)
    put(dates.week_title(first, desk.today()), *agenda_lines.focus(desk.focus(day)), "")
    taken = busy_times(desk, first, last)
    put(*agenda_lines.days(desk, first, last, taken))
    if not desk.cards(first, last) and not desk.blocks(first, last):
        put(agenda_lines.nothing())
    if ideas := agenda_lines.ideas(desk.ideas()):
        put("", ideas)


def print_month(desk: Desk, day: date) -> None:
    """Print the day's month, week after week; weeks that hold nothing are left out."""
    from planner.cli import agenda_lines

    first, last = _month(day)
    put(dates.month_title(first), *agenda_lines.focus(desk.focus(day)))
    weeks = range((last - monday(first)).days // 7 + 1)
    for week in [monday(first) + timedelta(days=7 * number) for number in weeks]:
        beginning, end = max(week, first), min(week + timedelta(days=6), last)
        if lines := list(agenda_lines.days(desk, beginning, end)):
            put("", dates.week_title(week), *lines)
    if not desk.cards(first, last):
        put("", agenda_lines.nothing())


def _read_busy_again(desk: Desk) -> None:
    """Read other calendars whose files changed; without any, that costs a look at a table.

    While another window writes, the hours are told as they were.
    """
    with suppress(CalendarError):
        found = refresh(desk)
        for error in found.refused:
            from planner.words.errors import sentence

            complain(sentence(error))
        for told in found.told:
            from planner.words import busy

            for line in busy.zones(*told):
                complain(line)


def _month(day: date) -> tuple[date, date]:
    first = day.replace(day=1)
    return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def _asked_day(text: str | None, desk: Desk) -> date:
    if text is None:
        return desk.today()
    if match := MONTH.fullmatch(text):
        text = f"{match[1]}-{match[2]}-01"
    from planner.desk.dates import understood_day

    return understood_day(text, desk.today(), spoken())


def _print_json(desk: Desk, day: date, first: date, last: date) -> None:
    _read_busy_again(desk)
    put_json({
        "first": first.isoformat(),
        "last": last.isoformat(),
        "focus": desk.focus(day)._asdict(),
        "posts": [card._asdict() for card in desk.cards(first, last)],
        "slots": [block._asdict() for block in desk.blocks(first, last)],
        "busy": [hour._asdict() for hour in busy_times(desk, first, last)],
    })  # fmt: skip


def _takes(parser: Parser) -> None:
    parser.word("day", metavar="DATE", help=say("a day of it: fri, +7, 25/11, 2026-11-25; today when absent"))
    parser.option("--json", action="store_true", help=say("for another program"))


def _week(understood: Namespace, asked: Asked) -> int:
    with open_desk(chosen_calendar(asked)) as desk:
        day = _asked_day(understood.day, desk)
        if understood.json:
            _print_json(desk, day, monday(day), monday(day) + timedelta(days=6))
        else:
            print_week(desk, day)
    return 0


def _show_month(understood: Namespace, asked: Asked) -> int:
    with open_desk(chosen_calendar(asked)) as desk:
        day = _asked_day(understood.day, desk)
        if understood.json:
            _print_json(desk, day, *_month(day))
        else:
            print_month(desk, day)
    return 0


COMMANDS = {"week": Command(_takes, _week), "month": Command(_takes, _show_month)}

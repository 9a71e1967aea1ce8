"""`over-hours`: a week holds more planned work than the brief has hours (article row 0.1).

A post costs its preparing, publishing and answering; slots for listening, watching and reviewing are added.
Slots for preparing and answering are not: that time is already counted with each post.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING

from planner.focus.check import Check, Evidence, Severity
from planner.model.terms import SlotKind
from planner.model.when import monday, occurrences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.focus.judged import JudgedCalendar

COUNTED_SLOTS = (SlotKind.LISTEN, SlotKind.WATCH, SlotKind.REVIEW)
MOST_ROWS = 5
_WEEK = timedelta(days=7)
_SLOTS_LOOKED_AHEAD = timedelta(weeks=260)
"""A post planned for the next century does not ask for every slot until then."""

Row = dict[str, object]


def judge(judged: JudgedCalendar) -> Iterator[Evidence]:
    """Warn for each week from this one on that is over, with its longest pieces of work first."""
    available = round(judged.calendar.brief.hours_per_week * 60)
    if not available:
        return
    for first, rows in sorted(_weeks(judged).items()):
        planned = sum(minutes for minutes, _ in rows)
        if planned <= available:
            continue
        longest = [row for _, row in sorted(rows, key=lambda pair: -pair[0])]
        yield Evidence(
            values={"planned_minutes": planned, "available_minutes": available, **_told(longest)},
            message=_message(longest),
            day=first.isoformat(),
        )


def _told(longest: list[Row]) -> Row:
    """The longest piece of work, how many are as long and on which days, and the next ones."""
    first, equals = longest[0], _equals(longest)
    return {
        "longest": first["title"],
        "longest_kind": first["kind"],
        "longest_day": first["day"],
        "longest_minutes": first["minutes"],
        "equal": len(equals),
        "equals": [{"row_day": day} for day in sorted({str(row["day"]) for row in equals})],
        "rows": longest[:MOST_ROWS],
    }


def _message(longest: list[Row]) -> str:
    if len(_equals(longest)) > 1:
        return "equal"
    return "message" if longest[0]["title"] else "untitled"


def _equals(longest: list[Row]) -> list[Row]:
    return [row for row in longest if row["minutes"] == longest[0]["minutes"]]


def _weeks(judged: JudgedCalendar) -> dict[date, list[tuple[int, Row]]]:
    """The work of each week, by its Monday: this week, and every later one that has a post."""
    weeks: defaultdict[date, list[tuple[int, Row]]] = defaultdict(list)
    calendar, this_week = judged.calendar, monday(judged.today)
    weeks[this_week] = []
    for post in calendar.planned(this_week, date.max):
        if post.day:
            minutes = post.prepare_minutes + post.publish_minutes + post.reply_minutes
            weeks[monday(post.day)].append(_work(post.title, "post", post.day, minutes))
    last = min(max(weeks), this_week + _SLOTS_LOOKED_AHEAD) + _WEEK - timedelta(days=1)
    for slot in calendar.slots:
        if slot.kind in COUNTED_SLOTS:
            for day in occurrences(slot.day, slot.rule, this_week, last):
                if monday(day) in weeks and day.isoformat() not in slot.skipped:
                    weeks[monday(day)].append(_work(slot.title, slot.kind, day, slot.minutes))
    return weeks


def _work(title: str, kind: str, day: date, minutes: int) -> tuple[int, Row]:
    return minutes, {"title": title, "kind": str(kind), "day": day.isoformat(), "minutes": minutes}


check = Check(name="over-hours", group="rhythm", scope="week", severity=Severity.WARNING, judge=judge)

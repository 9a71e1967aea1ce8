"""The focus bar, always in sight: whom it is for, what for, how many networks, how many hours, what was found."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

from planner.tui.plain import cells, line, plain
from planner.words import dates, say, say_many

if TYPE_CHECKING:
    from planner.model.card import Focus

METER = 12


class FocusBar(Static):
    """Two lines, or one where there is little room."""

    DEFAULT_CSS = "FocusBar { height: auto; padding: 0 1; }"

    def show(self, focus: Focus, today: date, width: int) -> None:
        """Show the calendar's focus on a screen of `width` cells."""
        inside = width - 2
        self.update(_narrow(focus, today, inside) if inside < 98 else _wide(focus, today, inside))


def goal(focus: Focus, today: date) -> str:
    """How far the objective is: `3 of 8 · 67 days`, or ""."""
    parts = []
    if focus.target is not None:
        figure = dates.number(focus.figure or 0)
        parts.append(say("{figure} of {target}", figure=figure, target=dates.number(focus.target)))
    if focus.due:
        days = (date.fromisoformat(focus.due) - today).days
        parts.append(say_many("{count} day", "{count} days", days) if days >= 0 else say("date passed"))
    return " · ".join(parts)


def found(focus: Focus) -> str:
    """How much there is to look at, in words."""
    count = focus.errors + focus.warnings + focus.suggestions
    return say_many("{count} finding", "{count} findings", count) if count else say("nothing to add")


def _networks(focus: Focus) -> str:
    names = ", ".join(line(name) for name in focus.networks) or say("none yet")
    own = "   + " + ", ".join(line(name) for name in focus.owned) if focus.owned else ""
    return say("{used} of {budget}", used=len(focus.networks), budget=focus.budget) + f" · {names}{own}"


def _meter(focus: Focus) -> str:
    if not focus.available:
        return ""
    full = min(METER, round(METER * focus.minutes / focus.available))
    return "━" * full + "─" * (METER - full)


def _wide(focus: Focus, today: date, width: int) -> Content:
    left = width * 55 // 100
    audience = line(focus.audience) or say("no audience yet: b")
    objective = line(focus.objective) or say("no objective yet: b")
    tail = goal(focus, today)
    room = width - left - cell_len(say("Goal")) - cell_len(tail) - 6
    hours = say(
        "{planned} of {available}", planned=dates.duration(focus.minutes), available=dates.duration(focus.available)
    )
    count = found(focus)
    meter = cells(_meter(focus), max(0, width - left - cell_len(hours) - cell_len(count) - 12))
    first = (
        _label(say("For"), 10), plain(cells(audience, left - 12) + "  "),
        _label(say("Goal"), 7), plain(cells(objective, max(4, room)) + "  "), plain(tail, "bold"),
    )  # fmt: skip
    over = "$text-warning" if focus.minutes > focus.available else ""
    second = (
        _label(say("Networks"), 10), plain(cells(_networks(focus), left - 12) + "  "),
        _label(say("Time"), 7), plain(f"{hours}  {meter}   ", over), _finding_words(focus),
    )  # fmt: skip
    return Content("").join(first) + Content("\n") + Content("").join(second)


def _narrow(focus: Focus, today: date, width: int) -> Content:
    count = focus.errors + focus.warnings
    networks = say("{used}/{budget} net.", used=len(focus.networks), budget=focus.budget)
    hours = f"{dates.duration(focus.minutes)} / {dates.duration(focus.available)}"
    tail = " · ".join(part for part in (goal(focus, today), networks, hours, f"!{count}" if count else "") if part)
    head = say("For")
    room = max(8, width - cell_len(head) - cell_len(tail) - 4)
    audience = line(focus.audience) or say("no audience yet: b")
    return Content("").join(
        (_label(head, cell_len(head) + 1), plain(cells(audience, room)), plain(f" · {tail}", "bold"))
    )


def _label(text: str, width: int) -> Content:
    return plain(cells(text, width), "dim")


def _finding_words(focus: Focus) -> Content:
    return plain(found(focus), "$text-error" if focus.errors else "$text-warning" if focus.warnings else "dim")

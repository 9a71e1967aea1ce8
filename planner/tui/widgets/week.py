"""The week: seven columns of cards, or a list of days where there is no room for columns."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.message import Message

from planner.tui.widgets.cards import Line, listed, row_lines
from planner.tui.widgets.drawn import Drawn, strip
from planner.words import dates, say

if TYPE_CHECKING:
    from textual.events import Click
    from textual.strip import Strip

    from planner.tui.days import DayPlan, Row

COLUMNS_FROM = 86
"""Cells of width from which a week stands in columns: seven of eleven, and their gaps."""
TITLE_LINES, TITLE_LINES_WHEN_TALL, TALL = 4, 7, 30


class WeekGrid(Drawn):
    """Seven days and what was chosen in them."""

    DEFAULT_CSS = "WeekGrid { width: 1fr; height: 1fr; }"

    class Pointed(Message):
        """A day, and one of its items if there was one, was clicked; twice means open."""

        def __init__(self, day: date, item: int, opened: bool) -> None:
            """Hold the day, the item's place in it, and whether it was a double click."""
            super().__init__()
            self.day, self.item, self.opened = day, item, opened

    def __init__(self, name: str = "") -> None:
        """Begin without days."""
        super().__init__(name)
        self.plans: list[DayPlan] = []
        self.day = self.today = date.min
        self.item = 0
        self._places: dict[int, list[tuple[int, int, int]]] = {}

    def show(self, plans: list[DayPlan], day: date, item: int, today: date) -> None:
        """Show these days with one item chosen."""
        self.plans, self.day, self.item, self.today = plans, day, item, today
        self.redraw()

    def drawing(self, width: int, height: int) -> list[Strip]:
        """Columns, or a list where the width does not allow them."""
        self._places = {}
        return self._columns(width, height) if width >= COLUMNS_FROM else self._list(width, height)

    def _columns(self, width: int, height: int) -> list[Strip]:
        column = (width - 8) // 7
        heads = [self._heading(plan, column) for plan in self.plans]
        bodies = [self._column(number, plan, column, height - 2) for number, plan in enumerate(self.plans)]
        gap = Segment(" ", self.style())
        lines = [strip(piece for head in heads for piece in (gap, head))]
        lines.append(strip([Segment("─" * width, self.style("dim"))]))
        for row in range(height - 2):
            lines.append(strip(piece for body in bodies for piece in (gap, body[row])))
        return lines

    def _heading(self, plan: DayPlan, width: int) -> Segment:
        style = "today" if plan.day == self.today else "head" if plan.day == self.day else "dim"
        chosen = "chosen" if plan.day == self.day and not plan.items else ""
        return self.segment(Line(f"{dates.weekday_short(plan.day)} {plan.day.day}", style), width, chosen)

    def _column(self, number: int, plan: DayPlan, width: int, height: int) -> list[Segment]:
        lines: list[tuple[Segment, int]] = []
        chosen_at = (0, 0)
        most = TITLE_LINES_WHEN_TALL if height > TALL and len(plan.items) < 3 else TITLE_LINES
        for row in plan.rows():
            item = self._item(plan, row)
            chosen = plan.day == self.day and item == self.item
            begin = len(lines)
            for place, shown in enumerate(row_lines(row, width - 1, most)):
                sign = "▸" if chosen and place == 0 else " "
                marked = Line(sign + shown.text, shown.style)
                lines.append((self.segment(marked, width, "chosen" if chosen and place == 0 else ""), item))
            if chosen:
                chosen_at = (begin, len(lines))
            lines.append((self.segment(Line(""), width), -1))
        first = _first_line(chosen_at, len(lines), height)
        self._places[number] = [(y, y, item) for y, (_, item) in enumerate(lines[first : first + height])]
        shown_lines = [segment for segment, _ in lines[first : first + height]]
        if len(lines) - first > height + 1:
            shown_lines[-1] = self.segment(Line(say("more…"), "dim"), width)
        return shown_lines + [self.segment(Line(""), width)] * (height - len(shown_lines))

    def _item(self, plan: DayPlan, row: Row) -> int:
        return plan.items.index(row) if row in plan.items else -1

    def _list(self, width: int, height: int) -> list[Strip]:
        lines: list[tuple[Strip, int, int]] = []
        chosen_at = (0, 0)
        for number, plan in enumerate(self.plans):
            for place, row in enumerate(plan.rows() or [None]):
                item = self._item(plan, row) if row else 0
                chosen = plan.day == self.day and (item == self.item or row is None)
                if chosen:
                    chosen_at = (len(lines), len(lines) + 1)
                lines.append((self._listed(plan, row, place, width, chosen), number, item))
        first = _first_line(chosen_at, len(lines), height)
        visible = lines[first : first + height]
        for y, (_, number, item) in enumerate(visible):
            self._places.setdefault(number, []).append((y, y, item))
        return [shown for shown, _, _ in visible]

    def _listed(self, plan: DayPlan, row: Row | None, place: int, width: int, chosen: bool) -> Strip:
        label = self.label(plan, place)
        style = "today" if plan.day == self.today else "head"
        shown = listed(row, width - 12) if row else Line("")
        marked = Line(("▸ " if chosen else "  ") + shown.text, shown.style)
        return strip(
            [self.segment(Line(label, style), 10), self.segment(marked, width - 10, "chosen" if chosen else "")]
        )

    def label(self, plan: DayPlan, place: int) -> str:
        """What stands before a line of the list: the day, on its first line."""
        return f" {dates.weekday_short(plan.day)} {plan.day.day}" if place == 0 else ""

    def on_click(self, event: Click) -> None:
        """Choose what was clicked; open it on a double click."""
        columns = self.size.width >= COLUMNS_FROM
        y = event.y - 2 if columns else event.y
        for number, places in self._places.items():
            for first, last, item in places:
                if first <= y <= last and (not columns or number == event.x // ((self.size.width - 8) // 7 + 1)):
                    self.post_message(self.Pointed(self.plans[number].day, max(item, 0), event.chain > 1))
                    return


def _first_line(chosen: tuple[int, int], count: int, height: int) -> int:
    """The first line to show so that the chosen lines are in sight."""
    return 0 if count <= height or chosen[1] <= height else min(chosen[1] - height, count - height)

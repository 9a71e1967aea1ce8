"""The month: six weeks of days in one widget; a move repaints the lines of two days."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.message import Message

from planner.tui.widgets.cards import Line, month_lines
from planner.tui.widgets.drawn import Drawn, strip
from planner.words import dates

if TYPE_CHECKING:
    from textual.events import Click
    from textual.strip import Strip

    from planner.tui.days import DayPlan

CellState = tuple["DayPlan", int, bool, bool, bool]


class MonthGrid(Drawn):
    """Forty-two days, of which one is chosen."""

    DEFAULT_CSS = "MonthGrid { width: 1fr; height: 1fr; }"

    class Pointed(Message):
        """A day was clicked; twice means open."""

        def __init__(self, day: date, opened: bool) -> None:
            """Hold the day and whether it was a double click."""
            super().__init__()
            self.day, self.opened = day, opened

    def __init__(self, name: str = "") -> None:
        """Begin without days."""
        super().__init__(name)
        self.plans: list[DayPlan] = []
        self.day = self.today = date.min
        self.item = 0
        self._drawn_in = (0, 0)
        self._drawn: dict[CellState, list[Segment]] = {}

    def show(self, plans: list[DayPlan], day: date, item: int, today: date) -> None:
        """Show these days with one chosen."""
        if plans is not self.plans:
            self._drawn.clear()
        self.plans, self.day, self.item, self.today = plans, day, item, today
        self.redraw()

    def notify_style_update(self) -> None:
        """Draw again in the new theme."""
        self._drawn.clear()
        super().notify_style_update()

    def _geometry(self, width: int, height: int) -> tuple[int, int]:
        return max(4, (width - 7) // 7), max(2, (height - 1) // 6)

    def drawing(self, width: int, height: int) -> list[Strip]:
        """A line of weekday names, then six weeks."""
        column, tall = self._geometry(width, height)
        if (column, tall) != self._drawn_in:
            self._drawn_in = (column, tall)
            self._drawn.clear()
        gap = Segment(" ", self.style())
        names = [self.segment(Line(dates.weekday_short(plan.day), "dim"), column) for plan in self.plans[:7]]
        lines = [strip(piece for name in names for piece in (gap, name))]
        for week in range(0, len(self.plans), 7):
            drawn = [self._cell(plan, column, tall) for plan in self.plans[week : week + 7]]
            lines += [strip(piece for cell in drawn for piece in (gap, cell[row])) for row in range(tall)]
        return lines[:height]

    def _cell(self, plan: DayPlan, width: int, height: int) -> list[Segment]:
        chosen = plan.day == self.day
        state = (plan, self.item if chosen else -1, chosen, plan.day == self.today, plan.day.month == self._month())
        if state not in self._drawn:
            self._drawn[state] = self._drawing_of_a_day(state, width, height)
        return self._drawn[state]

    def _month(self) -> int:
        return self.plans[14].day.month

    def _drawing_of_a_day(self, state: CellState, width: int, height: int) -> list[Segment]:
        plan, item, chosen, today, inside = state
        count = f" ·{len(plan.items)}" if len(plan.items) > height - 1 else ""
        sign = "▸" if chosen else " "
        head = Line(f"{sign}{plan.day.day:>2}{count}", "today" if today else "head" if inside else "dim")
        lines = [self.segment(head, width, "chosen" if chosen else "")]
        first = max(0, item - (height - 2)) if chosen else 0
        seen = plan.items[first : first + height - 1]
        room = (height - 1) // len(seen) if seen else 0
        for place, row in enumerate(seen, first):
            picked = chosen and place == item
            for number, shown in enumerate(month_lines(row, width, room)):
                lines.append(
                    self.segment(shown, width, "chosen" if picked and number == 0 else "" if inside else "dim")
                )
        return lines + [self.segment(Line(""), width)] * (height - len(lines))

    def on_click(self, event: Click) -> None:
        """Choose the day that was clicked; open it on a double click."""
        column, tall = self._geometry(*self.size)
        place = (event.y - 1) // tall * 7 + min(6, event.x // (column + 1))
        if event.y >= 1 and 0 <= place < len(self.plans):
            self.post_message(self.Pointed(self.plans[place].day, event.chain > 1))

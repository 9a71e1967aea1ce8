"""Home: the week, the month and the ideas, with the focus bar above and the chosen post's findings beside."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, cast

from textual.containers import Horizontal
from textual.geometry import Size
from textual.screen import Screen
from textual.widgets import Static

from planner.desk.busy import busy_times
from planner.model.when import monday, month_grid, shift_month, week_days
from planner.tui.actions import bindings_of
from planner.tui.days import DayPlan, day_plans, is_card
from planner.tui.plain import line, plain
from planner.tui.screens.calendar_verbs import CalendarVerbs
from planner.tui.widgets.focus_bar import FocusBar
from planner.tui.widgets.footer import KeyLine
from planner.tui.widgets.month import MonthGrid
from planner.tui.widgets.side import SidePanel
from planner.tui.widgets.week import WeekGrid
from planner.words import dates, say, say_many

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.events import Resize
    from textual.strip import Strip

    from planner.desk.desk import Desk
    from planner.model.card import Block, Card
    from planner.tui.app import PlannerApp

VIEWS = ("week", "month", "ideas")
SMALLEST = (40, 12)


class CalendarScreen(CalendarVerbs, Screen[None]):
    """What stands on which day, and one thing chosen among it."""

    NAME = "calendar"
    BINDINGS = bindings_of("calendar")  # type: ignore[assignment]

    def __init__(self, desk: Desk) -> None:
        """Begin on today's week."""
        super().__init__()
        self.desk = desk
        self.today = desk.today()
        self.day = self.today
        self.item = 0
        self.view = "week"
        self.wanted = ""
        self.plans: list[DayPlan] = []
        self.ideas: list[Card] = []
        self._laid_out = Size(80, 24)
        self._told: dict[str, str] = {}

    def begin(self, desk: Desk) -> None:
        """Begin again, on a desk that may be another one, in a language that may be another one."""
        self.desk = desk
        self.today = self.day = desk.today()
        self.item, self.view, self.wanted = 0, "week", ""
        self._told.clear()
        for name in VIEWS:
            self.remove_class(f"-{name}")
        self.refresh(recompose=True)
        self.call_after_refresh(self.reload)

    def compose(self) -> ComposeResult:
        """Focus bar, heading, days beside the panel, ideas, keys."""
        settings = cast("PlannerApp", self.app).settings
        small = say("planner needs {columns} columns and {rows} rows.", columns=SMALLEST[0], rows=SMALLEST[1])
        yield Static(small, id="small", markup=False)
        yield FocusBar(id="focus")
        yield Static(id="heading", markup=False)
        with Horizontal(id="middle"):
            yield WeekGrid("week")
            yield SidePanel(id="beside", markup=False)
        yield Static(id="ideas", markup=False)
        yield KeyLine("calendar", settings.keys)

    def on_mount(self) -> None:
        """Show the week."""
        self._lay_out(self.app.size)
        self.reload()

    def on_resize(self, event: Resize) -> None:
        """Lay out for the new size."""
        if event.size != self._laid_out:
            self._lay_out(event.size)
            self._tell_focus()
            self._tell_beside()

    def _lay_out(self, size: Size) -> None:
        self._laid_out = size
        self.set_class(size.width < 100, "-narrow")
        self.set_class(size.width < SMALLEST[0] or size.height < SMALLEST[1], "-small")

    # Reading

    def reload(self) -> None:
        """Read what the visible days hold, and show it."""
        days = month_grid(self.day) if self.view == "month" else week_days(self.day)
        cards = self.desk.cards(days[0], days[-1])
        blocks = self.desk.blocks(days[0], days[-1])
        self.ideas = [card for card in self.desk.ideas() if self._fits(card)]
        kept = [card for card in cards if self._fits(card) and card.status != "dropped"]
        taken = busy_times(self.desk, days[0], days[-1]) if self.view == "week" and not self.wanted else []
        self.plans = day_plans(days, kept, [] if self.wanted else blocks, taken)
        self.item = min(self.item, max(0, len(self._items()) - 1))
        self._tell_focus()
        self.show_choice()

    def _fits(self, card: Card) -> bool:
        return self.wanted.casefold() in card.title.casefold()

    def _items(self) -> tuple[Card | Block, ...]:
        if self.view == "ideas":
            return tuple(self.ideas)
        return next((plan.items for plan in self.plans if plan.day == self.day), ())

    @property
    def chosen(self) -> Card | Block | None:
        """What the cursor is on: a post, an open slot, or nothing."""
        items = self._items()
        return items[self.item] if self.item < len(items) else None

    @property
    def chosen_post(self) -> Card | None:
        """The post the cursor is on."""
        row = self.chosen
        return cast("Card", row) if row is not None and is_card(row) else None

    def choose(self, day: date, post: int | None = None) -> None:
        """Put the cursor on a day, and on one of its posts."""
        self.day = day
        self.item = 0
        self.reload()
        places = [number for number, row in enumerate(self._items()) if is_card(row) and cast("Card", row).id == post]
        if places:
            self.item = places[0]
            self.show_choice()

    def choose_first_slot(self) -> None:
        """Put the cursor on the first free publishing slot from today on, this week or the next."""
        for week in (self.today, self.today + timedelta(days=7)):
            self.day = week
            self.reload()
            for plan in self.plans:
                places = [place for place, row in enumerate(plan.items) if not is_card(row)]
                if plan.day >= self.today and places:
                    self.day, self.item = plan.day, places[0]
                    self.show_choice()
                    return
        self.choose(self.today)

    # Showing

    def show_choice(self) -> None:
        """Draw the days, the heading, the panel and the ideas as they stand."""
        if self.view == "month":
            self.query_one(MonthGrid).show(self.plans, self.day, self.item, self.today)
        elif self.view == "week":
            self.query_one("#week", WeekGrid).show(self.plans, self.day, self.item, self.today)
        else:
            self._list_of_ideas().show([DayPlan(self.day, tuple(self.ideas))], self.day, self.item, self.today)
        self._tell("heading", self._heading(), "bold")
        self._tell_beside()
        self._tell_ideas()

    def _list_of_ideas(self) -> WeekGrid:
        return self.query_one("#idealist", WeekGrid)

    def _heading(self) -> str:
        text = {
            "week": dates.week_title(monday(self.day), self.today),
            "month": dates.month_title(self.day),
            "ideas": say_many("{count} idea without a day", "{count} ideas without a day", len(self.ideas))
            if self.ideas
            else say("No idea without a day yet. n notes one."),
        }[self.view]
        return f"{text}   /{line(self.wanted)}" if self.wanted else text

    def _tell_focus(self) -> None:
        self.query_one(FocusBar).show(self.desk.focus(self.day), self.today, self._laid_out.width)

    def _tell_beside(self) -> None:
        panel, short = self.query_one(SidePanel), self.has_class("-narrow")
        row = self.chosen
        if self.chosen_post is not None:
            card = self.chosen_post
            panel.show_post(card, self.desk.need_words(card.need), self.desk.findings_of(card.id), short)
        elif row is not None:
            panel.show_slot(cast("Block", row))
        else:
            week = self.desk.cards(monday(self.day), monday(self.day) + timedelta(days=6))
            panel.show_week(self.desk.focus(self.day), len(week), self.desk.findings_beside(self.day), short)

    def _tell_ideas(self) -> None:
        titles = " · ".join(line(card.title) or say("untitled") for card in self.ideas)
        text = say("Ideas ({count})  {titles}", count=len(self.ideas), titles=titles) if self.ideas else ""
        self._tell("ideas", "" if self.view == "ideas" else text, "dim")

    def _tell(self, name: str, text: str, style: str) -> None:
        if self._told.get(name) != text:
            self._told[name] = text
            self.query_one(f"#{name}", Static).update(plain(text, style), layout=False)

    # Moving

    def action_day(self, days: int) -> None:
        """Go some days further."""
        if self.view != "ideas":
            self._go(self.day + timedelta(days=days))

    def action_item(self, step: int) -> None:
        """Go to what stands below or above; in the month past a day's end, to the week below or above."""
        place = self.item + step
        if 0 <= place < len(self._items()):
            self.item = place
            self.show_choice()
        elif self.view == "month":
            self._go(self.day + timedelta(days=7 * step))
        elif self.view == "week" and self.has_class("-narrow"):
            self._go(self.day + timedelta(days=step), last=step < 0)

    def action_week(self, weeks: int) -> None:
        """Go some weeks further."""
        self._go(self.day + timedelta(days=7 * weeks))

    def action_month(self, months: int) -> None:
        """Go some months further."""
        self._go(shift_month(self.day, months))

    def action_edge(self, weekday: int) -> None:
        """Go to the first or the last day of the week."""
        self._go(monday(self.day) + timedelta(days=weekday))

    def action_today(self) -> None:
        """Go to today."""
        self.today = self.desk.today()
        self._go(self.today)

    def _go(self, day: date, last: bool = False) -> None:
        if not 1900 < day.year < 2200:
            return
        seen = {plan.day for plan in self.plans}
        month_stays = self.view != "month" or day.month == self.day.month
        self.day, self.item = day, 0
        if day in seen and month_stays:
            self.item = max(0, len(self._items()) - 1) if last else 0
            self.show_choice()
        else:
            self.reload()

    def action_view(self) -> None:
        """Change from the week to the month, to the ideas, and back."""
        self.view = VIEWS[(VIEWS.index(self.view) + 1) % len(VIEWS)]
        self.item = 0
        middle = self.query_one("#middle")
        if self.view == "month" and not self.query(MonthGrid):
            middle.mount(MonthGrid("month"), before=0)
        if self.view == "ideas" and not self.query("#idealist"):
            middle.mount(IdeaList("idealist"), before=0)
        for name in VIEWS:
            self.set_class(self.view == name, f"-{name}")
        self.call_after_refresh(self.reload)

    def on_week_grid_pointed(self, event: WeekGrid.Pointed) -> None:
        """Choose what was clicked."""
        self.day, self.item = event.day, event.item
        self.show_choice()
        if event.opened:
            self.action_open()

    def on_month_grid_pointed(self, event: MonthGrid.Pointed) -> None:
        """Choose the day that was clicked."""
        self._go(event.day)
        if event.opened:
            self.action_open()


class IdeaList(WeekGrid):
    """The posts without a day, one a line."""

    def drawing(self, width: int, height: int) -> list[Strip]:
        """Always a list."""
        return self._list(width, height)

    def label(self, plan: DayPlan, place: int) -> str:
        """An idea has no day."""
        return ""

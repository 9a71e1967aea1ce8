"""Five questions, one at a time, each of which can wait; they end in a calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from textual.containers import Vertical
from textual.screen import Screen
from textual.suggester import SuggestFromList
from textual.widgets import Static

from planner.errors import InputError, PlannerError
from planner.tui import work
from planner.tui.first_calendar import Answers, make_calendar
from planner.tui.plain import plain, toast
from planner.tui.typed import hours_typed, lines_typed, names_typed
from planner.tui.widgets.entry import BoxedLine, ItemsBox
from planner.tui.widgets.understood import show_day
from planner.words import errors, say, to_say

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.content import Content
    from textual.widgets import Input


class Line(NamedTuple):
    """One thing to type: the answer's name, its label, an example; `rows` over 1 for one item a line."""

    name: str
    label: str
    example: str
    rows: int = 1


class Question(NamedTuple):
    """A question, what the answer is used for, and what is typed."""

    asked: str
    use: str
    lines: tuple[Line, ...]


QUESTIONS = (
    Question(
        to_say("Whom do you help?"),
        to_say("One sentence. It stays in sight above the calendar, and every text is held against it."),
        (Line("audience", "", to_say("owners of building firms, 5 to 20 people, in the Rhône")),),
    ),
    Question(
        to_say("What do they ask?"),
        to_say("Their questions, in their words, one a line. Each post answers one."),
        (Line("needs", "", to_say("How do I get my 5 % back?"), 5),),
    ),
    Question(
        to_say("What do you want, and how will you count it?"),
        to_say("The effort is measured by this figure, and not by followers."),
        (
            Line("objective", to_say("In one sentence"), to_say("that building firms ask me for a quote")),
            Line("counted", to_say("How many, of what"), to_say("8 quote requests")),
            Line("due", to_say("By when"), "31/03/2027"),
        ),
    ),
    Question(
        to_say("Where are they?"),
        to_say("One network to begin with. The next one is opened when this one has brought something."),
        (Line("network", "", "LinkedIn"),),
    ),
    Question(
        to_say("How many hours a week do you have?"),
        to_say("Preparing, publishing and answering included. The calendar plans no more than that."),
        (Line("hours", "", "4"),),
    ),
)


class Later(Static, can_focus=True):
    """The way past a question; enter, space or a click takes it."""

    BINDINGS: ClassVar[list[BindingType]] = [("enter,space", "screen.later", "")]

    def on_mount(self) -> None:
        """Name it."""
        self.update(plain(say("Later: this can wait")))

    async def on_click(self) -> None:
        """Take it."""
        await self.run_action("screen.later")


class QuestionsScreen(Screen["Path | None"]):
    """Gives the path of the calendar that was made, or None when one went back before the first question."""

    CSS_PATH = "questions.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "before", ""), ("ctrl+s", "go_on", ""),
    ]  # fmt: skip

    def __init__(self, typed: dict[str, str] | None = None) -> None:
        """Begin with the first question; `typed` holds what was answered before, and takes what is answered now."""
        super().__init__()
        self.place = 0
        self.typed: dict[str, str] = {} if typed is None else typed
        self.answers = Answers()
        self.making = False

    def compose(self) -> ComposeResult:
        """The place of the question, and the question."""
        with Vertical(id="sheet"):
            yield Static(id="place")
            yield Vertical(id="question")
            yield Later(id="later")
            yield Static(id="told")
            yield Static(id="keys")

    async def on_mount(self) -> None:
        """Ask the first question."""
        await self._ask()

    @property
    def question(self) -> Question:
        """The question asked now."""
        return QUESTIONS[self.place]

    async def _ask(self) -> None:
        sheet = self.query_one("#question", Vertical)
        await sheet.remove_children()
        place = say("Question {number} of {count}", number=self.place + 1, count=len(QUESTIONS))
        self.query_one("#place", Static).update(plain(place))
        self.query_one("#told", Static).update("")
        self.query_one("#keys", Static).update(plain(self._keys()))
        await sheet.mount_all(self._widgets())
        for box in self.query(ItemsBox):
            box.move_cursor(box.document.end)
        self.query(".answer").first().focus()

    def _keys(self) -> str:
        if any(line.rows > 1 for line in self.question.lines):
            return say("↵ on an empty line goes on   tab later   esc back")
        return say("↵ goes on   tab later   esc back")

    def _widgets(self) -> list[Any]:
        widgets: list[Any] = [
            Static(plain(say(self.question.asked), "bold"), classes="asked"),
            Static(plain(say(self.question.use)), classes="use"),
        ]
        for line in self.question.lines:
            if line.label:
                widgets.append(Static(plain(say(line.label)), classes="label"))
            widgets.append(self._control(line))
            widgets.append(Static(_example(line), id=f"under-{line.name}", classes="example"))
        return widgets

    def _control(self, line: Line) -> BoxedLine | ItemsBox:
        typed = self.typed.get(line.name, "")
        if line.rows > 1:
            box = ItemsBox(typed, id=line.name, classes="answer")
            box.styles.height = line.rows
            return box
        suggester = SuggestFromList(_network_names(), case_sensitive=False) if line.name == "network" else None
        box_line = BoxedLine(typed, id=line.name, classes="answer", suggester=suggester)
        if line.name == "network":
            box_line.joint = ", "
        return box_line

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show the day that is understood while it is typed."""
        for line in self.question.lines:
            if line.name == "due" and event.input.id == "due":
                show_day(event.input, self.query_one("#under-due", Static), _day, _example(line))

    def _keep(self) -> None:
        for line in self.question.lines:
            control = self.query_one(f"#{line.name}")
            self.typed[line.name] = control.text if isinstance(control, ItemsBox) else getattr(control, "value", "")

    async def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter goes to the next line, and from the last one to the next question."""
        names = [line.name for line in self.question.lines]
        if event.input.id != names[-1]:
            self.focus_next()
        else:
            await self.action_go_on()

    async def on_items_box_done(self) -> None:
        """The list is done: go on."""
        await self.action_go_on()

    async def action_go_on(self) -> None:
        """Take the answer and ask the next question; after the last one, make the calendar."""
        self._keep()
        try:
            self._take()
        except InputError as error:
            self.query_one("#told", Static).update(plain(errors.sentence(error), "$text-error"))
            return
        await self._onward()

    async def action_later(self) -> None:
        """Go past the question; what was typed is kept, and taken where it can be."""
        self._keep()
        for line in self.question.lines:
            try:
                self._take_line(line.name)
            except InputError:
                setattr(self.answers, line.name, getattr(Answers(), line.name))
        await self._onward()

    async def action_before(self) -> None:
        """Go back to the question before; from the first one, to the welcome."""
        self._keep()
        if self.place == 0:
            self.dismiss(None)
            return
        self.place -= 1
        await self._ask()

    async def _onward(self) -> None:
        if self.place + 1 < len(QUESTIONS):
            self.place += 1
            await self._ask()
        elif not self.making:
            self.making = True
            answers = self.answers
            work.write(self, lambda: make_calendar(answers), self._made, self._refused)

    def _made(self, path: Path) -> None:
        self.dismiss(path)

    def _refused(self, error: PlannerError) -> None:
        self.making = False
        toast(self, errors.sentence(error), "error")

    def _take(self) -> None:
        """The typed answer as the calendar takes it.

        Raises:
            InputError: a figure, a day or a text cannot be taken in.
        """
        for line in self.question.lines:
            self._take_line(line.name)

    def _take_line(self, field: str) -> None:
        from planner.desk.values import checked

        text = self.typed.get(field, "")
        if field == "needs":
            self.answers.needs = [checked("need", {"text": need})["text"] for need in lines_typed(text)]
        elif field == "due":
            self.answers.due = _day(text)
        elif field == "hours":
            self.answers.hours = hours_typed("hours_per_week", text)
        elif field == "network":
            names = names_typed(checked("brief", {"title": text})["title"])
            self.answers.network, self.answers.places = (names or [""])[0], names[1:]
        else:
            known = "unit" if field == "counted" else field
            setattr(self.answers, field, checked("brief", {known: text})[known])


def _example(line: Line) -> Content:
    return plain(say("for instance: {example}", example=say(line.example)))


def _day(text: str) -> date | None:
    from datetime import date

    from planner.desk.dates import understood_day
    from planner.words import spoken

    return understood_day(text, date.today(), spoken()) if text.strip() else None


def _network_names() -> list[str]:
    from planner.model import limits

    return [rules.name for rules in limits.networks().values()]

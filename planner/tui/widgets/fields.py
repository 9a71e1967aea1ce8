"""A field of a form: its name, what it is used for, the control, and under it an example or what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from planner.errors import InputError
from planner.tui.indicator import indicator_shown, indicator_typed
from planner.tui.plain import plain
from planner.tui.typed import (
    day_shown,
    day_typed,
    figure_shown,
    figure_typed,
    hours_typed,
    lines_shown,
    lines_typed,
    whole_typed,
)
from planner.tui.unbroken import unbroken
from planner.tui.weekdays import weekdays_shown, weekdays_typed
from planner.tui.widgets.entry import LineInput, TextBox
from planner.tui.widgets.understood import show_day
from planner.words import errors, say

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.widgets import Input, TextArea

    from planner.desk.desk import Desk

Kind = Literal["line", "text", "lines", "figure", "amount", "hours", "whole", "cap", "day", "indicator", "weekdays"]


BOXES = ("text", "lines", "weekdays")
"""Kinds that have more than one line."""


class FieldSpec(NamedTuple):
    """A field as the form's table gives it: English sentences, said when the field is shown.

    `rows` is the height of a text; `record` the field's name in the record. A `cap` is a whole figure, or none.
    """

    record: str
    kind: Kind
    label: str
    use: str = ""
    example: str = ""
    rows: int = 1


class Field(Vertical):
    """One field; its value is read and shown as its kind asks."""

    DEFAULT_CSS = """
    Field { height: auto; margin-bottom: 1; }
    Field .field-head { height: auto; }
    Field .field-under { height: auto; }
    Field.-wrong .field-under { color: $text-error; }
    """

    def __init__(self, spec: FieldSpec) -> None:
        """Show an empty field."""
        super().__init__(id=f"field-{spec.record}")
        self.spec = spec

    def compose(self) -> ComposeResult:
        """The name and use, the control, the example."""
        use = say(self.spec.use) if self.spec.use else ""
        yield Static(
            unbroken(Content.assemble(plain(say(self.spec.label), "bold"), "  ", plain(use, "dim"))),
            classes="field-head",
        )
        if self.spec.kind in BOXES:
            box = TextBox(classes="boxed")
            box.styles.height = self.spec.rows
            yield box
        else:
            yield LineInput(classes="boxed")
        yield Static(self._example(), classes="field-under")

    def _example(self) -> Any:
        return plain(say("for instance: {example}", example=say(self.spec.example)) if self.spec.example else "", "dim")

    @property
    def control(self) -> Input | TextArea:
        """Where one types."""
        return self.query_one(TextBox) if self.spec.kind in BOXES else self.query_one(LineInput)

    @property
    def typed(self) -> str:
        """The text as it stands."""
        control = self.control
        return control.value if isinstance(control, LineInput) else self.query_one(TextBox).text

    def show(self, value: Any) -> None:
        """Show a value of the record."""
        text = shown(self.spec.kind, value)
        control = self.control
        if isinstance(control, LineInput):
            control.value = text
        else:
            self.query_one(TextBox).text = text

    def value(self, desk: Desk) -> Any:
        """What was typed, as the record takes it.

        Raises:
            InputError: it cannot be read, or the record would refuse it.
        """
        return typed(self.spec, self.typed, desk)

    def complain(self, error: InputError | None) -> None:
        """Say under the field what is wrong, or show the example again."""
        self.set_class(error is not None, "-wrong")
        under = self.query_one(".field-under", Static)
        under.update(plain(f"✗ {errors.sentence(error)}") if error else self._example())

    def check(self, desk: Desk) -> InputError | None:
        """Say what is wrong with what was typed, if anything."""
        try:
            self.value(desk)
        except InputError as error:
            self.complain(error)
            return error
        self.complain(None)
        return None

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show the day that is understood while it is typed."""
        from planner.tui.host import desk_of

        if self.spec.kind == "day" and event.input.has_focus:
            desk = desk_of(self)
            under = self.query_one(".field-under", Static)
            show_day(event.input, under, lambda text: day_typed(desk, text), self._example())

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Check what was typed when the field is left."""
        from planner.tui.host import desk_of

        self.check(desk_of(self))


def typed(spec: FieldSpec, text: str, desk: Desk) -> Any:
    """A text as a value of the record's field.

    Raises:
        InputError: it cannot be read, or the record would refuse it.
    """
    from planner.desk.values import checked

    value: Any = text
    if spec.kind == "lines":
        value = lines_typed(text)
    elif spec.kind == "figure":
        value = figure_typed(spec.record, text)
    elif spec.kind == "amount":
        value = figure_typed(spec.record, text) or 0.0
    elif spec.kind == "hours":
        value = hours_typed(spec.record, text) or 0.0
    elif spec.kind == "whole":
        value = whole_typed(spec.record, text) or 0
    elif spec.kind == "cap":
        value = whole_typed(spec.record, text)
    elif spec.kind == "day":
        value = day_typed(desk, text)
    elif spec.kind == "weekdays":
        value = weekdays_typed(spec.record, text)
    elif spec.kind == "indicator":
        value = indicator_typed(text)
    if spec.record == "needs":
        return [checked("need", {"text": need})["text"] for need in value]
    return checked("brief", {spec.record: value})[spec.record]


def shown(kind: Kind, value: Any) -> str:
    """A value of a record as it would be typed."""
    if kind == "lines":
        return lines_shown(value or ())
    if kind == "weekdays":
        return weekdays_shown(value or ())
    if kind in ("figure", "amount", "hours", "whole", "cap"):
        return figure_shown(value)
    if kind == "indicator":
        return indicator_shown(str(value or ""))
    return day_shown(value) if kind == "day" else str(value or "")

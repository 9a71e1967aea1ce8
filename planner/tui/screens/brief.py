"""The brief: every field of it, in sections, saved as one action; and the networks, each change at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from planner.errors import InputError, PlannerError
from planner.tui import work
from planner.tui.actions import bindings_of
from planner.tui.host import desk_of, host_of
from planner.tui.plain import plain, toast
from planner.tui.screens.brief_fields import SECTIONS
from planner.tui.screens.brief_networks import BriefNetworks
from planner.tui.widgets.fields import Field
from planner.tui.widgets.footer import KeyLine
from planner.words import errors, say

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widgets import Input

    from planner.desk.desk import Changed
    from planner.model.calendar import Calendar


class BriefScreen(Screen[None]):
    """The form of the brief. Escape once warns of what is not saved, twice leaves."""

    CSS_PATH = "brief.tcss"
    NAME = "brief"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of("brief"), ("ctrl+q", "quit", "")]

    def __init__(self, at: str = "") -> None:
        """Begin empty, at a field of the record or at the first; the brief is read when the screen is shown."""
        super().__init__()
        self.at = at
        self.saved: dict[str, str] = {}
        self.warned = self.saving = False
        self.refusal: PlannerError | None = None

    def compose(self) -> ComposeResult:
        """The title, the sections with the networks among them, the keys."""
        yield Static(plain(say("Brief"), "bold"), id="brief-title")
        with VerticalScroll(id="brief-form", can_focus=False):
            for heading, specs in SECTIONS:
                yield Static(plain(say(heading)), classes="section")
                for spec in specs:
                    yield Field(spec)
                if specs is SECTIONS[3][1]:
                    yield Static(plain(say("Networks")), classes="section")
                    yield BriefNetworks()
        yield KeyLine("brief", host_of(self).settings.keys)

    def on_mount(self) -> None:
        """Read the brief in a thread."""
        desk = desk_of(self)
        work.read(self, "brief", desk.calendar, self._show)
        self._first().control.focus(scroll_visible=False)

    def _first(self) -> Field:
        return next((field for field in self.query(Field) if field.spec.record == self.at), self.query(Field).first())

    def _show(self, calendar: Calendar) -> None:
        needs = [need.text for need in sorted(calendar.needs, key=lambda need: (need.position, need.id or 0))]
        with self.app.batch_update():
            for field in self.query(Field):
                name = field.spec.record
                field.show(needs if name == "needs" else getattr(calendar.brief, name))
        self.saved = {field.spec.record: field.typed for field in self.query(Field)}
        self.query_one(BriefNetworks).tell(calendar.networks)
        if self.at:
            self.call_after_refresh(self._first().scroll_visible, animate=False, top=True)
        else:
            self.call_after_refresh(self.query_one("#brief-form").scroll_home, animate=False)

    def changed(self) -> list[Field]:
        """The fields whose text differs from what was saved."""
        return [field for field in self.query(Field) if field.typed != self.saved.get(field.spec.record, field.typed)]

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter leads to the next field."""
        event.stop()
        self.focus_next()

    def action_save(self) -> None:
        """Save every changed field as one action, or show the first that cannot be taken in."""
        changed = self.changed()
        if self._show_wrong(changed):
            return
        if not changed:
            toast(self, say("Nothing new to save."))
            return
        if not self.saving:
            self._save(changed)

    def _show_wrong(self, changed: list[Field]) -> bool:
        wrong = [field for field in changed if field.check(desk_of(self)) is not None]
        if wrong:
            wrong[0].control.focus()
            wrong[0].scroll_visible()
        return bool(wrong)

    def action_quit(self) -> None:
        """Leave the program; what changed is saved first, and what is refused keeps one here."""
        if self._show_wrong(self.changed()):
            return
        if self.save_before_leaving():
            self.app.exit()
        elif self.refusal is not None:
            self._refused(self.refusal)

    def save_before_leaving(self) -> bool:
        """Save every changed field that can be taken in, at once; False when one is refused."""
        from planner.desk.brief import write_brief

        self.refusal = None
        values: dict[str, Any] = {}
        try:
            desk = desk_of(self)
            for field in self.changed():
                try:
                    values[field.spec.record] = field.value(desk)
                except InputError as error:
                    self.refusal = error
            with work.WRITING:
                if values:
                    write_brief(desk, values.pop("needs", None), **values)
        except PlannerError as error:
            self.refusal = error
        return self.refusal is None

    def _save(self, changed: list[Field]) -> None:
        from planner.desk.brief import write_brief

        desk = desk_of(self)
        values: dict[str, Any] = {field.spec.record: field.value(desk) for field in changed}
        typed = {field.spec.record: field.typed for field in changed}
        needs = values.pop("needs", None)
        self.saving = True

        def saved(done: Changed) -> None:
            self.saving = False
            self.saved.update(typed)
            self._warn(False)
            host_of(self).show_changed(done)

        work.write(self, lambda: write_brief(desk, needs, **values), saved, self._refused)

    def _refused(self, error: PlannerError) -> None:
        """Say what was refused on the row of its field."""
        self.saving = False
        name = str(error.values.get("field", ""))
        for field in self.query(Field):
            if field.spec.record == name and isinstance(error, InputError):
                field.complain(error)
                field.control.focus()
                return
        toast(self, errors.sentence(error), "error")

    def action_back(self) -> None:
        """Leave; with changes, only the second time."""
        if self.changed() and not self.warned:
            self._warn(True)
        else:
            self.dismiss(None)

    def _warn(self, warned: bool) -> None:
        self.warned = warned
        title = self.query_one("#brief-title", Static)
        if warned:
            title.update(
                plain(
                    say("Brief · not saved: esc again leaves without saving, ctrl+s saves"),
                    "bold $text-warning",
                )
            )
        else:
            title.update(plain(say("Brief"), "bold"))

    def on_text_area_changed(self) -> None:
        """What is typed after the warning asks for it anew."""
        self._warn_again()

    def on_input_changed(self) -> None:
        """What is typed after the warning asks for it anew."""
        self._warn_again()

    def _warn_again(self) -> None:
        if self.warned:
            self._warn(False)

    def reload(self) -> None:
        """Show the networks as they now are; what is being typed stays."""
        desk = desk_of(self)
        work.read(self, "networks", desk.calendar, self._show_networks)

    def _show_networks(self, calendar: Calendar) -> None:
        self.query_one(BriefNetworks).tell(calendar.networks)

    def action_help(self) -> None:
        """Everything that can be done here."""
        host_of(self).show_help("brief")

"""The brief: its fields, saved as one action; networks, checks and what was learnt, each change at once."""

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
from planner.tui.screens.brief_checks import BriefChecks
from planner.tui.screens.brief_fields import LEARNT, SECTIONS
from planner.tui.screens.brief_hearing import heard, silent
from planner.tui.screens.brief_learnt import BriefLearnt
from planner.tui.screens.brief_networks import BriefNetworks
from planner.tui.screens.brief_sections import control_of, section_from
from planner.tui.screens.brief_topics import BriefTopics
from planner.tui.screens.brief_values import merged, values_of
from planner.tui.widgets.fields import Field, shown
from planner.tui.widgets.footer import KeyLine
from planner.words import errors, say

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.content import Content
    from textual.widget import Widget
    from textual.widgets import Input, TextArea

    from planner.desk.desk import Changed, Desk
    from planner.desk.learning import Learnt
    from planner.model.calendar import Calendar
    from planner.tui.screens.brief_hearing import Heard


LISTS = ("networks", "checks", "learnt")
"""The lists at which the brief can be opened, beside its fields."""


class BriefScreen(Screen[None]):
    """The form of the brief. Escape once warns of what is not saved, twice leaves."""

    CSS_PATH = "brief.tcss"
    NAME = "brief"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of("brief"), ("ctrl+q", "quit", "")]

    def __init__(self, at: str = "") -> None:
        """Begin empty; the brief is read when the screen is shown.

        Args:
            at: a field of the record, or `networks`, `checks`, `learnt`; "" for the first field.
        """
        super().__init__()
        self.at = at
        self.saved: dict[str, str] = {}
        self.known: dict[str, Any] = {}
        self.warned = self.saving = self.to_read = False
        self.refusal: PlannerError | None = None

    def compose(self) -> ComposeResult:
        """The title, the sections with the networks among them, the keys."""
        yield Static(_title(), id="brief-title")
        with VerticalScroll(id="brief-form", can_focus=False):
            for heading, specs in SECTIONS:
                yield Static(plain(say(heading)), classes="section")
                for spec in specs:
                    yield (field := Field(spec))
                    if spec.record == "dont":
                        yield BriefTopics(field)
                if specs is SECTIONS[3][1]:
                    yield Static(plain(say("Networks")), classes="section")
                    yield BriefNetworks()
            yield Static(plain(say("Checks")), classes="section")
            yield BriefChecks()
            yield Static(plain(say("What was learnt")), classes="section")
            yield BriefLearnt()
            yield Field(LEARNT)
        yield KeyLine("brief", host_of(self).settings.keys)

    def on_mount(self) -> None:
        """Read the brief in a thread, and what was learnt in another: it takes longer."""
        self._read()
        self._first()[1].focus(scroll_visible=False)

    def _read(self) -> None:
        desk, learnt = desk_of(self), self.query_one(BriefLearnt)
        work.read(self, "brief", lambda: _read(desk), lambda read: self._show(*read))
        work.read(self, "learnt", lambda: _read_learnt(desk), lambda read: learnt.tell(*read))

    def _first(self) -> tuple[Widget, Widget]:
        """What to show first, and what in it has the focus."""
        if self.at in LISTS:
            first = self.query_one(f"#{self.at}")
        else:
            fields = self.query(Field)
            first = next((field for field in fields if field.spec.record == self.at), fields.first())
        return first, control_of(first)

    def _show(self, calendar: Calendar, known: Heard) -> None:
        if self.saved:
            self._follow_all(calendar)
        else:
            self._begin(calendar)
        self.query_one(BriefNetworks).tell(calendar.networks)
        self.query_one(BriefChecks).tell(known)

    def _begin(self, calendar: Calendar) -> None:
        self.known = values_of(calendar, (field.spec.record for field in self.query(Field)))
        with self.app.batch_update():
            for field in self.query(Field):
                field.show(self.known[field.spec.record])
        self.saved = {field.spec.record: field.typed for field in self.query(Field)}
        if self.at:
            self.call_after_refresh(self._first()[0].scroll_visible, animate=False, top=True)
        else:
            self.call_after_refresh(self.query_one("#brief-form").scroll_home, animate=False)

    def action_section(self, step: int) -> None:
        """Go to the first field of the next section, or of the one before."""
        heading, control = section_from(self.query_one("#brief-form"), step)
        control.focus(scroll_visible=False)
        heading.scroll_visible(animate=False, top=True)

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
        written = dict(values)
        needs = values.pop("needs", None)
        self.saving = True

        def saved(done: Changed) -> None:
            self.saving = False
            self.saved.update(typed)
            self.known.update(written)
            self._warn(False)
            host_of(self).show_changed(done)
            self.reload()

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
            title.update(_title())

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """What is typed after the warning asks for it anew; a topic never treated gets its row."""
        self._warn_again()
        topics = self.query_one(BriefTopics)
        if event.text_area is topics.field.control:
            topics.tell()

    def on_input_changed(self) -> None:
        """What is typed after the warning asks for it anew."""
        self._warn_again()

    def _warn_again(self) -> None:
        if self.warned:
            self._warn(False)

    def on_brief_list_written(self) -> None:
        """Show what one of the lists changed."""
        self.reload()

    def reload(self) -> None:
        """Show the brief as it now is, once however often it is asked; what is being typed stays."""
        if not self.to_read:
            self.to_read = True
            self.call_after_refresh(self._read_again)

    def _read_again(self) -> None:
        self.to_read = False
        self._read()

    def _follow_all(self, calendar: Calendar) -> None:
        before, self.known = self.known, values_of(calendar, self.known)
        for field in self.query(Field):
            name = field.spec.record
            if self.known[name] != before[name]:
                self._follow(field, before[name], self.known[name])

    def _follow(self, field: Field, before: Any, now: Any) -> None:
        """Show in a field what was changed elsewhere; of a list being typed, every line that is not concerned stays."""
        name, kind = field.spec.record, field.spec.kind
        if field.typed == self.saved[name]:
            field.show(now)
        elif kind == "lines":
            field.show(merged(field.typed, before, now).splitlines())
        self.saved[name] = shown(kind, now)

    def action_help(self) -> None:
        """Everything that can be done here."""
        host_of(self).show_help("brief")


def _title() -> Content:
    return plain(say("Brief"), "bold")


def _read(desk: Desk) -> tuple[Calendar, Heard]:
    calendar = desk.calendar()
    return calendar, heard(calendar)


def _read_learnt(desk: Desk) -> tuple[Learnt, set[str]]:
    from planner.desk.learning import learnt

    found = learnt(desk)
    return found, silent(found.off)

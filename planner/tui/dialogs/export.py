"""Ask what to export and where to; write it; say how the other calendar takes it in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual.containers import Horizontal
from textual.widgets import Static

from planner.desk.endings import file_for_calendars, refuse_other_ending
from planner.errors import InputError, PlannerError, UsageError
from planner.model.terms import SlotKind
from planner.tui import work
from planner.tui.dialogs.dialog import Dialog, row
from planner.tui.exporting import FORMS, KEPT, ExportWish, form_words, send, usual_name
from planner.tui.plain import line, plain
from planner.tui.typed import day_typed, whole_typed
from planner.tui.widgets.choice_row import ChoiceRow, YesNo
from planner.tui.widgets.entry import BoxedLine, LineInput
from planner.tui.widgets.ticks import Ticks
from planner.tui.widgets.understood import show_day
from planner.words import errors, say, terms, to_say
from planner.words.exported import reminders_allowed

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widgets import Input

    from planner.desk.desk import Desk
    from planner.desk.send import ExportedFile

MOST_ALARM = 40_320
"""Minutes of a reminder, at most: four weeks, as Google Calendar and Outlook have it."""


ALL = "\n"
"""The row of every network; no network is called so, for names are one line."""
ONE = "one"
SPLITS = {
    ONE: to_say("one file"),
    "network": to_say("a file for each network"),
    "kind": to_say("a file for each kind"),
    "year": to_say("a file for each year"),
    KEPT: to_say("one file, kept up to date from now on"),
}
NOT_OURS = {
    "note-touched": to_say(
        "{file} was changed since planner wrote it: an import takes that in. Replacing it cannot be undone."
    ),
    "not-ours": to_say("{file} was not written by planner. Replacing it cannot be undone."),
    "other-calendar": to_say("{file} shows another calendar of planner’s. Replacing it cannot be undone."),
}
"""What is asked when a file stands there that is not this calendar's."""
OF_ICS = ("first", "last", "network", "kinds", "split", "alarm", "html")
"""The rows that only a file for other calendars has."""


def _alarm_typed(text: str) -> int | None:
    """Minutes of a reminder; None of nothing.

    Raises:
        InputError: `value-not-allowed`, with those that are.
    """
    try:
        alarm = whole_typed("alarm", text)
    except InputError:
        alarm = -1
    if alarm is not None and not 0 <= alarm <= MOST_ALARM:
        raise InputError("value-not-allowed", field="alarm", value=text.strip(), allowed=reminders_allowed(MOST_ALARM))
    return alarm


class ExportDialog(Dialog[Path]):
    """The answer is the file that was written, None when nothing was."""

    BINDINGS: ClassVar[list[BindingType]] = [("ctrl+s", "save", "")]

    def __init__(self, desk: Desk) -> None:
        """Ask about the open calendar."""
        super().__init__(say("Export"))
        self.desk = desk
        self.form = "ics"
        self.network: str | None = None
        self.split = ONE
        self.writing = False

    def asked(self) -> ComposeResult:
        """The file, the form, the days, the network, the details."""
        yield row(say("File"), BoxedLine(self._usual_path(), id="path"))
        yield row(say("For"), ChoiceRow(form_words("ics"), id="form"))
        yield row(say("From"), BoxedLine(placeholder=say("the beginning"), id="first"))
        yield row(say("To"), BoxedLine(placeholder=say("the end"), id="last"))
        yield row(say("Network"), ChoiceRow(say("all of them"), id="network"))
        kinds = {str(kind): terms.slot_kind_short(kind) for kind in SlotKind}
        with Horizontal(classes="row"):
            yield Static(plain(say("With")), classes="row-name -short")
            yield Ticks(kinds, id="kinds")
        yield row(say("Files"), ChoiceRow(say(SPLITS[ONE]), id="split"))
        yield row(say("Remind before"), BoxedLine(placeholder=say("minutes; nothing for no reminder"), id="alarm"))
        yield row(say("Formatted text too"), YesNo(False, id="html"))
        yield Static("", id="wrong", classes="told")

    def on_mount(self) -> None:
        """Show how the file's name ends, once there is room for it."""
        super().on_mount()
        self.call_after_refresh(self.query_one("#path", LineInput).show_end)

    def keys(self) -> str:
        """What the keys do here."""
        return say("^s or ↵ exports   esc close")

    def _usual_path(self) -> str:
        return f"~/{usual_name(self.desk.path.stem, self.form)}"

    def on_choice_row_opened(self, event: ChoiceRow.Opened) -> None:
        """Choose the form, the network or the files."""
        from planner.tui.dialogs.ask_one import AskOne

        event.stop()
        if event.row.id == "form":
            rows = [(form, plain(form_words(form))) for form in FORMS]
            self.app.push_screen(AskOne(say("For"), rows, self.form), self._take_form)
        elif event.row.id == "split":
            rows = [(split, plain(say(words))) for split, words in SPLITS.items()]
            self.app.push_screen(AskOne(say("Files"), rows, self.split), self._take_split)
        else:
            networks = [(name, plain(name)) for _, name in self.desk.networks()]
            rows = [(ALL, plain(say("all of them"))), *networks]
            self.app.push_screen(AskOne(say("Network"), rows, self.network or ALL), self._take_network)

    def _take_split(self, split: str | None) -> None:
        if split is not None:
            self.split = split
            self.query_one("#split", ChoiceRow).show(say(SPLITS[split]))

    def _take_form(self, form: str | None) -> None:
        if form is None:
            return
        usual, path = self._usual_path(), self.query_one("#path", LineInput)
        self.form = form
        self.query_one("#form", ChoiceRow).show(form_words(form))
        if path.value == usual:
            path.value = self._usual_path()
        for name in OF_ICS:
            control = self.query_one(f"#{name}")
            if control.parent is not None and hasattr(control.parent, "display"):
                control.parent.display = form == "ics"

    def _take_network(self, name: str | None) -> None:
        if name is not None:
            self.network = None if name == ALL else name
            self.query_one("#network", ChoiceRow).show(self.network or say("all of them"))

    def wish(self) -> ExportWish:
        """What is asked for, as it stands.

        Raises:
            InputError: a day, a figure or the file's name cannot be read.
            UsageError: the file's name ends as one of another form does.
        """
        text = {name: self.query_one(f"#{name}", LineInput).value for name in ("first", "last", "alarm", "path")}
        if not line(text["path"]):
            raise InputError("text-missing", field="file")
        path = Path(text["path"].strip())
        refuse_other_ending(self.form, path)
        if self.form != "ics":
            return ExportWish(self.form, path.expanduser())
        kept = self.split == KEPT
        return ExportWish(
            "ics",
            path.expanduser() if kept else file_for_calendars(text["path"].strip(), self.desk.path.stem),
            day_typed(self.desk, text["first"]),
            day_typed(self.desk, text["last"]),
            self.network,
            self._kinds(),
            "" if self.split == ONE else self.split,
            _alarm_typed(text["alarm"]),
            self.query_one("#html", YesNo).value,
        )

    def _kinds(self) -> frozenset[str]:
        kinds = self.query_one("#kinds", Ticks).chosen()
        if not kinds:
            raise UsageError("kinds-none-left", options=say("“{text}”", text=say("With")))
        return kinds

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show the day that is understood while it is typed: one without a year may be a year away."""
        if event.input.id in ("first", "last"):
            under = self.query_one("#wrong", Static)
            show_day(event.input, under, lambda text: day_typed(self.desk, text), plain(""))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Export from a line."""
        event.stop()
        self.action_save()

    def action_save(self) -> None:
        """Write the file, or say why it cannot be."""
        try:
            wish = self.wish()
        except PlannerError as error:
            self._say(error)
            return
        self._write(wish, False)

    def _write(self, wish: ExportWish, over: bool) -> None:
        if self.writing:
            return
        self.writing = True
        work.write(
            self,
            lambda: send(self.desk, wish, over),
            lambda sent: self._sent(wish, sent),
            self._not_sent(wish),
        )

    def _not_sent(self, wish: ExportWish) -> Any:
        def refused(error: PlannerError) -> None:
            from planner.tui.dialogs.confirm import Confirm

            self.writing = False
            if error.key not in NOT_OURS:
                self._say(error)
                return
            sentence = say(NOT_OURS[error.key], file=str(error.values.get("file", wish.path)))
            asked = Confirm(say("Another file stands there"), sentence, say("Replace it"))
            self.app.push_screen(asked, lambda yes: self._write(wish, True) if yes else None)

        return refused

    def _sent(self, wish: ExportWish, sent: ExportedFile) -> None:
        from planner.tui.dialogs.export_done import ExportDone

        self.writing = False
        self.app.push_screen(ExportDone(wish.form, sent, kept=wish.split == KEPT), lambda _: self.dismiss(wish.path))

    def _say(self, error: PlannerError) -> None:
        self.query_one("#wrong", Static).update(plain(errors.sentence(error), "$text-error"))

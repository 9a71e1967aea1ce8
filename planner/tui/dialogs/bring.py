"""Ask for a file, show what it would change, line by line, and take it in: all of it, as one step of undo."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual.widgets import Static

from planner.errors import InputError, PlannerError
from planner.tui import work
from planner.tui.dialogs.dialog import Dialog, row
from planner.tui.plain import line, plain
from planner.tui.widgets.choice_row import ChoiceRow, YesNo
from planner.tui.widgets.entry import BoxedLine, LineInput
from planner.words import errors, say
from planner.words.previews import WIDTH, asked_on_screen, counted, of_state, order_of_days, rows_told

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.content import Content
    from textual.widgets import Input

    from planner.desk.desk import Changed, Desk
    from planner.desk.preview import Preview, PreviewRow, State

MOST_ROWS = 100
FIRST_TOLD: tuple[State, ...] = ("refused", "changed", "new", "same")
"""What needs an eye first stands first."""
STYLES = {"refused": "$text-error", "changed": "$text-warning", "new": "$text-success", "same": "$text-muted"}
ORDERS = ("dmy", "mdy", "ymd")
ASKED = {
    "zone": {"zone-unknown"},
    "dates": {"date-order"},
    "networks": {"row-network", "event-network-unknown"},
    "needs": {"row-need", "event-need-unknown"},
}
"""What a look may show to be asked: each row of the dialog, and the keys that call for it."""


class BringDialog(Dialog["Changed"]):
    """The answer is what was taken in, None when nothing was."""

    BINDINGS: ClassVar[list[BindingType]] = [("ctrl+s", "save", "")]

    def __init__(self, desk: Desk) -> None:
        """Bring into the open calendar."""
        super().__init__(say("Import"))
        self.desk = desk
        self.preview: Preview | None = None
        self.looked_at: tuple[str, dict[str, str]] = ("", {})
        self.dates = ""
        self.writing = False

    def asked(self) -> ComposeResult:
        """The file; what a first look asks; what the import would do."""
        yield row(say("File or folder"), BoxedLine(placeholder="~/calendar.ics", id="path"))
        yield row(say("Times without a zone"), BoxedLine(placeholder="Europe/Paris", id="zone"))
        yield row(say("Dates are written"), ChoiceRow(say("choose"), id="dates"))
        yield row(say("Add new networks"), YesNo(False, id="networks"))
        yield row(say("Add new needs"), YesNo(False, id="needs"))
        yield Static(plain(say("Takes .ics, .csv, .md, a folder of .md, and .toml.")), id="wrong", classes="told")
        yield Static("", id="rows")

    def on_mount(self) -> None:
        """What may be asked is shown once it is."""
        super().on_mount()
        for name in ASKED:
            around = self.query_one(f"#{name}").parent
            if around is not None:
                around.display = False

    def keys(self) -> str:
        """What the keys do here."""
        return say("↵ shows what it would change   ^s takes it in   esc close")

    def _ask(self, asks: set[str]) -> None:
        for name, keys in ASKED.items():
            around = self.query_one(f"#{name}").parent
            # What was asked once stays: the answer may have to be taken back.
            if around is not None and keys & asks:
                around.display = True

    def on_choice_row_opened(self, event: ChoiceRow.Opened) -> None:
        """Choose how dates are written, and look again."""
        from planner.tui.dialogs.ask_one import AskOne

        event.stop()
        rows = [(order, plain(order_of_days(order))) for order in ORDERS]
        self.app.push_screen(AskOne(say("Dates are written"), rows, self.dates or ORDERS[0]), self._take_order)

    def _take_order(self, order: str | None) -> None:
        if order is not None:
            self.dates = order
            self.query_one("#dates", ChoiceRow).show(order_of_days(order))
            self._look()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Look at the file, or take in what was looked at."""
        event.stop()
        self._look()

    def _look(self) -> None:
        path, answers = self._path(), self._answers()
        if not path:
            self._say(InputError("text-missing", field="file"))
            return
        from planner.tui import bringing

        def look() -> Preview | PlannerError:
            try:
                return bringing.preview(self.desk, Path(path).expanduser(), answers)
            except PlannerError as error:
                return error

        self.preview = None
        self._show(plain(say("Reading …"), "$text-muted"), [])
        work.read(self, "preview", look, lambda found: self._looked(found, (path, answers)))

    def _path(self) -> str:
        return line(self.query_one("#path", LineInput).value)

    def _answers(self) -> dict[str, str]:
        zone = line(self.query_one("#zone", LineInput).value)
        added = {f"new_{name}": "yes" for name in ("networks", "needs") if self.query_one(f"#{name}", YesNo).value}
        return {name: value for name, value in (("zone", zone), ("dates", self.dates)) if value} | added

    def _looked(self, found: Preview | PlannerError, at: tuple[str, dict[str, str]]) -> None:
        if isinstance(found, PlannerError):
            self._show(plain(errors.sentence(found), "$text-error"), [])
            return
        self.preview, self.looked_at = found, at
        self._ask({*found.asks, *(reason.key for each in found.rows for reason in each.reasons)})
        asked = asked_on_screen(found.asks, {note.key for note in found.notes})
        told = "\n".join([counted(found.counts()), *map(errors.sentence, found.notes), *asked])
        self._show(plain(told, "bold"), found.rows)

    def _show(self, told: Any, rows: list[PreviewRow]) -> None:
        self.query_one("#wrong", Static).update(told)
        lines: list[Content] = []
        headed = len({each.state for each in rows}) > 1
        room = MOST_ROWS
        for state in FIRST_TOLD:
            found = [each for each in rows if each.state == state]
            lines += [plain(of_state(state, len(found)), "bold")] if headed and found[:room] else []
            lines += self._told(state, found[:room])
            room -= min(room, len(found))
        if len(rows) > MOST_ROWS:
            lines.append(plain(say("… and {count} more", count=len(rows) - MOST_ROWS), "$text-muted"))
        self.query_one("#rows", Static).update(plain("\n").join(lines))
        self.call_after_refresh(self._tell_keys)

    def _told(self, state: State, shown: list[PreviewRow]) -> list[Content]:
        """The rows of a state, as wide as the panel is."""
        today = self.preview.today if self.preview else None
        width = self.query_one("#asked").outer_size.width - 1
        texts = rows_told(shown, today, width or WIDTH)
        return [plain(text, STYLES[state]) for text in texts]

    def _tell_keys(self) -> None:
        """Name the keys, those that scroll too where there is more than is seen."""
        more = say("↑↓ scroll") if self.query_one("#asked").max_scroll_y else ""
        self.query_one("#keys", Static).update(plain("   ".join(filter(None, (self.keys(), more)))))

    def action_save(self) -> None:
        """Take in what was looked at; look first at what was not."""
        if self.preview is None or self.looked_at != (self._path(), self._answers()):
            self._look()
            return
        counts = self.preview.counts()
        if self.writing or not (counts["new"] or counts["changed"]):
            return
        self.writing = True
        work.write(self, self.preview.bring, self._brought, self._refused)

    def _brought(self, changed: Changed) -> None:
        self.dismiss(changed)

    def _refused(self, error: PlannerError) -> None:
        self.writing = False
        self._say(error)

    def _say(self, error: PlannerError) -> None:
        self._show(plain(errors.sentence(error), "$text-error"), [])

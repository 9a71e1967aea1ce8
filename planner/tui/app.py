"""The app: one open calendar, its screens, and what every screen may ask of it."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App

from planner import settings as settings_file
from planner.errors import PlannerError
from planner.tui import work
from planner.tui.commands import ProgramCommands
from planner.tui.judging import JUDGE_AFTER
from planner.tui.laid_under import LaidUnder
from planner.tui.leaving import Leaving
from planner.tui.plain import toast
from planner.tui.publishing import Publishing
from planner.tui.told import deed_of
from planner.words import errors, say, speak

if TYPE_CHECKING:
    from pathlib import Path
    from tempfile import TemporaryDirectory

    from textual.screen import Screen

    from planner.desk.desk import Changed, Desk

TIDY_AFTER = 3.0
"""Seconds after which the bin and the journal are seen to, once the screen stands."""


class PlannerApp(Publishing, LaidUnder, Leaving, ProgramCommands, App[None]):
    """planner on the screen."""

    TITLE = "planner"
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "ctrl+p"
    NOTIFICATION_TIMEOUT = 3
    CSS_PATH: ClassVar = ["app.tcss", "screens/calendar.tcss"]

    def __init__(self, path: Path | None = None, desk: Desk | None = None) -> None:
        """Open the calendar at `path` (or take `desk`, already open); without either, welcome."""
        super().__init__()
        self.settings = settings_file.load()
        self.path = path
        self.desk = desk
        self.set_keymap(self.settings.keys)
        self._refused = ""
        self._throw_away: TemporaryDirectory[str] | None = None

    def get_default_screen(self) -> Screen[Any]:
        """The calendar, when one is open: it is the first frame."""
        if self.desk is None and self.path is not None:
            self._open(self.path)
        if self.desk is None:
            return super().get_default_screen()
        from planner.tui.screens.calendar import CalendarScreen

        return CalendarScreen(self.desk)

    def on_mount(self) -> None:
        """Heed the terminal's signals, and welcome whoever has no calendar yet."""
        self.heed_signals()
        self.call_after_refresh(collect_again)
        if self.settings.theme in self.available_themes:
            self.theme = self.settings.theme
        if self.desk is None:
            self.welcome()
        else:
            self._begin()

    # Calendars

    def welcome(self) -> None:
        """Offer to start from a brief, to look at a sample, or to open a file."""
        from planner.tui.screens.welcome import WelcomeScreen

        self.push_screen(WelcomeScreen(), self._welcomed)
        if self._refused:
            toast(self, self._refused, "error")
            self._refused = ""

    def _welcomed(self, answer: Any) -> None:
        if answer is None:
            if self.desk is None:
                self.exit()
        elif isinstance(answer, tuple) and answer[0] == "demo":
            self._open_demo(answer[1])
        elif isinstance(answer, tuple):
            self.open_desk_file(answer[1])
        else:
            self.open_desk_file(answer)
            self.call_after_refresh(self._point_at_first_slot)

    def _point_at_first_slot(self) -> None:
        from planner.tui.screens.calendar import CalendarScreen

        if isinstance(self.screen, CalendarScreen):
            self.screen.choose_first_slot()

    def _open_demo(self, language: str) -> None:
        import tempfile
        from pathlib import Path

        from planner.desk.demo import demo

        self._throw_away = tempfile.TemporaryDirectory(prefix="planner-demo-")
        before, self.desk = self.desk, demo(language, Path(self._throw_away.name))
        if before is not None:
            before.close()
        self.show_calendar()
        toast(self, say("A sample in a throw-away copy: nothing you change here is kept."))

    def open_desk_file(self, path: Path) -> None:
        """Open the calendar at `path`, or say why it cannot be opened and offer the welcome."""
        before = self.desk
        if not self._open(path):
            self.welcome()
            return
        if before is not None:
            before.close()
        self.show_calendar()

    def _open(self, path: Path) -> bool:
        from planner.desk.desk import Desk

        try:
            self.desk = Desk(path)
        except PlannerError as error:
            self._refused = errors.sentence(error)
            return False
        self.call_later(settings_file.remember_last, path)
        return True

    def show_calendar(self) -> None:
        """Show the open calendar afresh, in the language now spoken."""
        from planner.tui.screens.calendar import CalendarScreen

        assert self.desk is not None
        while len(self.screen_stack) > 1:
            self.pop_screen()
        if isinstance(self.screen, CalendarScreen):
            self.screen.begin(self.desk)
        else:
            self.push_screen(CalendarScreen(self.desk))
        self._begin()

    def _begin(self) -> None:
        """Once the calendar stands: say if it cannot be changed, and have it judged."""
        assert self.desk is not None
        if self.desk.readonly:
            toast(self, say("This calendar can be read but not changed: its file or folder refuses."), "warning")
        self.set_timer(JUDGE_AFTER, self.judge)
        self.set_timer(TIDY_AFTER, self._tidy)
        self.look_at_other_calendars()
        self.publish_soon()

    def _tidy(self) -> None:
        from planner.desk.desk import tidy

        desk = self.desk
        if desk is not None:
            work.write(self, lambda: tidy(desk))

    # Changes

    def show_changed(self, changed: Changed | None) -> None:
        """Name what was done, and show the calendar as it now is."""
        if changed is None or not changed.revision:
            return
        self._tell(say("{what} · u to undo", what=deed_of(changed)))
        self.refresh_calendar()

    def show_undone(self, changed: Changed | None) -> None:
        """Name what was turned back."""
        if changed is None:
            self._tell(say("Nothing to undo."))
        else:
            self._tell(say("Undone: {what}", what=deed_of(changed)))
        self.refresh_calendar()

    def show_redone(self, changed: Changed | None) -> None:
        """Name what was done again."""
        if changed is None:
            self._tell(say("Nothing to redo."))
        else:
            self._tell(say("Done again: {what}", what=deed_of(changed)))
        self.refresh_calendar()

    def _tell(self, text: str) -> None:
        toast(self, text)

    def on_unmount(self) -> None:
        """Close the calendar."""
        self.left = True
        self.publish_what_is_left()
        if self.desk is not None:
            self.desk.close()
        if self._throw_away is not None:
            self._throw_away.cleanup()


def collect_again() -> None:
    """Let the garbage collector work again, without what was loaded before the first frame."""
    gc.freeze()
    gc.enable()


def run(path: Path | None = None, language: str = "en", desk: Desk | None = None) -> int:
    """Run the screen in a language and give the exit code.

    Raises:
        Exception: whatever ended the app; the command line writes it to the log and says so.
    """
    speak(language)
    app = PlannerApp(path, desk)
    app.run()
    if app._exception is not None:
        raise app._exception
    return app.return_code or 0

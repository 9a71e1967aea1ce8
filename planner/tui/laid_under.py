"""Busy time of other calendars, read again behind the screen when their files change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.tui import work
from planner.tui.plain import toast
from planner.words import busy

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import App
    from textual.timer import Timer

    from planner.desk.busy import Refreshed
    from planner.desk.desk import Desk

    Base = App[None]
else:
    Base = object

READ_AFTER = 1.5
"""Seconds after which other calendars are looked at for the first time, once the screen stands."""
READ_EVERY = 180.0
"""Seconds between two looks; a look at a file that did not change costs nothing."""


class LaidUnder(Base):
    """Keeps the busy hours in step with their files, for the app it is mixed into."""

    desk: Desk | None
    left: bool
    _reload_screens: Callable[[], None]
    _looking: Timer | None = None

    def look_at_other_calendars(self) -> None:
        """Look soon, and then every few minutes."""
        if self._looking is None:
            self._looking = self.set_interval(READ_EVERY, self.read_other_calendars)
        self.set_timer(READ_AFTER, self.read_other_calendars)

    def read_other_calendars(self) -> None:
        """Read what changed in a thread, and show it."""
        desk = self.desk
        if desk is None or not self.is_running:
            return

        def refreshed() -> Refreshed | None:
            from planner.desk.busy import refresh
            from planner.errors import CalendarError

            try:
                return refresh(desk)
            except CalendarError:
                # Locked by another window, or closed meanwhile: the next look comes soon.
                return None

        work.read(self, "busy", refreshed, self._show_refreshed)

    def _show_refreshed(self, found: Refreshed | None) -> None:
        if found is None:
            return
        if found.changed:
            self._reload_screens()
        for told in found.told:
            toast(self, "\n".join(busy.zones(*told)), "warning")
        for error in found.refused:
            work.tell(self, error)  # type: ignore[arg-type]

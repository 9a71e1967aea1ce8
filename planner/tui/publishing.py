"""Published files, brought up to date behind the screen: once it is quiet after a change, in a thread.

The thread opens the calendar for itself, so that no key and no save ever waits for a file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planner.errors import PlannerError
from planner.tui import work
from planner.tui.judging import Judging
from planner.tui.plain import toast

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from textual.timer import Timer

    from planner.desk.desk import Desk
    from planner.desk.publish import PlaceOutcome
    from planner.exchange.ics.entry import Remark

PUBLISH_AFTER = 2.0
"""Seconds of quiet after a change before the files are written: a person often does several things in a row."""


class Publishing(Judging):
    """Keeps the published files in step with the calendar of the app it is mixed into.

    What a file refuses is told once, and tried again with the next change; what must be said of a file, once too.
    """

    _quiet: Timer | None = None
    _writing_files = False
    _changed_meanwhile = False
    _refusals: frozenset[tuple[str, str]] = frozenset()
    _remarked: frozenset[tuple[str, str]] = frozenset()

    def refresh_calendar(self) -> None:
        """Show the calendar as it now is, have it judged, and have the files brought up to date."""
        super().refresh_calendar()
        self.publish_soon()

    def publish_soon(self) -> None:
        """Bring the files up to date once it has been quiet for a moment."""
        if self._quiet is not None:
            self._quiet.stop()
        self._quiet = self.set_timer(PUBLISH_AFTER, self.publish_files)

    def publish_files(self) -> None:
        """Bring the files up to date in a thread, one round after the other."""
        self._quiet = None
        if self._writing_files:
            self._changed_meanwhile = True
            return
        desk = self.desk
        if desk is None or desk.readonly or not self.is_running:
            return
        self._writing_files, self._changed_meanwhile = True, False
        words = _words()
        work.read(self, "publish", lambda: brought_up_to_date(desk, words), self._published)

    def publish_what_is_left(self) -> None:
        """Bring the files up to date on the way out, when the last change has not reached them yet."""
        behind = self._quiet is not None or self._changed_meanwhile or self._writing_files
        if behind and self.desk is not None and not self.desk.readonly:
            brought_up_to_date(self.desk, _words())

    def _published(self, done: list[PlaceOutcome]) -> None:
        self._writing_files = False
        refused = {(one.outlet.place, one.error.key): one.error for one in done if one.error is not None}
        news = [error for which, error in refused.items() if which not in self._refusals]
        self._refusals = frozenset(refused)
        if news:
            from planner.words.published import refusal_on_screen

            toast(self, refusal_on_screen(news[0]), "warning")
        from planner.tui.exporting import remark_said

        remarks = {(one.outlet.place, found.key): found for one in done for found in one.remarks if _of_a_file(found)}
        for which, found in remarks.items():
            if which not in self._remarked:
                toast(self, remark_said(found), "warning")
        self._remarked |= frozenset(remarks)
        if self._changed_meanwhile:
            self.publish_soon()


def _of_a_file(found: Remark) -> bool:
    """Whether a remark is of a whole file, so that a person must do something elsewhere."""
    return found.key.startswith("outlet-")


def _words() -> dict[str, dict[str, Any]]:
    """The words of events, said on the screen's thread: the language spoken is one for all threads."""
    from planner.words.published import labels_by_language

    return labels_by_language()


def brought_up_to_date(desk: Desk, words: dict[str, dict[str, Any]]) -> list[PlaceOutcome]:
    """What became of each published file; nothing when the calendar itself cannot be read just now.

    Args:
        desk: the open calendar; it is only asked whether there is a file at all.
        words: those of exported events, by language.
    """
    from planner.desk import publish

    try:
        if not publish.keeps_files(desk):
            return []
        return _published_from(desk.path, desk.now, words)
    except PlannerError:
        return []


def _published_from(path: Path, now: Callable[[], datetime], words: dict[str, dict[str, Any]]) -> list[PlaceOutcome]:
    from planner.desk import publish
    from planner.desk.bundle import Labels
    from planner.desk.desk import open_desk

    asking = publish.Asking({language: Labels(**said) for language, said in words.items()})
    with open_desk(path, now) as own:
        return publish.publish(own, asking, kinds=(publish.FILE,))

"""One action back, one action forward: across restarts, whoever took it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.desk.desk import Changed
from planner.store import journal

if TYPE_CHECKING:
    from planner.desk.desk import Desk
    from planner.store.journal import Step


def undo(desk: Desk) -> Changed | None:
    """Turn the last action back and say which; None when there is nothing to undo."""
    with desk.database.lock:
        step = journal.last_done(desk.database)
        return _changed(step, journal.turn_back(desk.database, step, desk.now())) if step else None


def redo(desk: Desk) -> Changed | None:
    """Do the last undone action again and say which; None when there is nothing to redo."""
    with desk.database.lock:
        step = journal.next_undone(desk.database)
        return _changed(step, journal.do_again(desk.database, step, desk.now())) if step else None


def _changed(step: Step, revision: int) -> Changed:
    first = step.changes[0]
    return Changed(step.verb, first.record, first.id, revision, str(step.quoted.get("title", "")))

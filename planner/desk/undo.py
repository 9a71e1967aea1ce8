"""One action back, one action forward: across restarts, whoever took it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.desk.desk import Changed
from planner.store import journal

if TYPE_CHECKING:
    from planner.desk.desk import Desk
    from planner.store.journal import Step


def undo(desk: Desk) -> Changed | None:
    """Turn the last action back and say which; None when there is nothing to undo.

    Raises:
        ConflictError: `changed-elsewhere`, when what the action left is no longer there; nothing was changed.
    """
    return _changed(journal.turn_back(desk.database, desk.now()))


def redo(desk: Desk) -> Changed | None:
    """Do the last undone action again and say which; None when there is nothing to redo.

    Raises:
        ConflictError: `changed-elsewhere`, when what the action found is no longer there; nothing was changed.
    """
    return _changed(journal.do_again(desk.database, desk.now()))


def _changed(turned: tuple[Step, int] | None) -> Changed | None:
    if turned is None:
        return None
    step, revision = turned
    first = step.changes[0]
    return Changed(step.verb, first.record, first.id, revision, str(step.quoted.get("title", "")))

"""The one way to call the desk off the screen's thread.

Work runs in a thread and never touches a widget; what it gives, or the error it met, comes back on the screen's
thread. Reading work of one kind replaces older work of that kind; writing work is done one after the other.
"""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING, Any, TypeVar

from planner.errors import PlannerError
from planner.tui.plain import toast

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import App
    from textual.widget import Widget
    from textual.worker import Worker

    from planner.tui.app import PlannerApp

Given = TypeVar("Given")
WRITING = threading.Lock()
HANDOVER = 0.0005
"""Seconds after which a busy thread hands over: a tenth of Python's own, so that a key never waits for the checks."""


def read(
    node: Widget | App[Any], kind: str, function: Callable[[], Given], then: Callable[[Given], None]
) -> Worker[None]:
    """Call `function` in a thread and hand what it gives to `then`, unless newer work of this kind was begun.

    What is handed to a screen that is being left is of no use any more: its widgets go one by one.
    """
    from textual.css.query import NoMatches

    def handed(given: Given) -> None:
        try:
            then(given)
        except NoMatches:
            if node.app.is_running and node.display:
                raise

    return _start(node, function, handed, None, group=kind, exclusive=True)


def write(
    node: Widget | App[Any],
    function: Callable[[], Given],
    then: Callable[[Given], None] | None = None,
    otherwise: Callable[[PlannerError], None] | None = None,
) -> Worker[None]:
    """Call a verb of the desk in a thread, after any earlier one; an error is told unless `otherwise` takes it."""

    def one_at_a_time() -> Given:
        with WRITING:
            return function()

    return _start(node, one_at_a_time, then, otherwise, group="write", exclusive=False)


def _start(
    node: Widget | App[Any],
    function: Callable[[], Given],
    then: Callable[[Given], None] | None,
    otherwise: Callable[[PlannerError], None] | None,
    *,
    group: str,
    exclusive: bool,
) -> Worker[None]:
    from textual.worker import get_current_worker

    sys.setswitchinterval(HANDOVER)
    app: Any = node.app

    def call() -> None:
        worker = get_current_worker()
        try:
            given = function()
        except PlannerError as error:
            if not worker.is_cancelled and app.is_running:
                app.call_from_thread(otherwise or (lambda told: tell(app, told)), error)
            return
        if then is not None and not worker.is_cancelled and app.is_running:
            app.call_from_thread(then, given)

    return node.run_worker(call, thread=True, group=group, exclusive=exclusive, exit_on_error=True)


def tell(app: PlannerApp, error: PlannerError) -> None:
    """Say an error as a sentence: what happened, what was kept, what to do."""
    from planner.words import errors

    toast(app, errors.sentence(error), "error")

"""Wait for a condition, never for a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

ROUNDS = 2_000


async def until(pilot: Pilot[Any], condition: Callable[[], object], what: str = "") -> None:
    """Let the app go on until the condition holds.

    Raises:
        AssertionError: it never did; the message says what was waited for.
    """
    for _ in range(ROUNDS):
        if condition():
            return
        await pilot.pause(0.01)
    raise AssertionError(f"waited in vain for {what or condition}")

"""The day that is understood of what is being typed, shown under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.errors import InputError
from planner.tui import work
from planner.tui.plain import plain
from planner.words import dates, say

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from textual.content import Content
    from textual.widgets import Input, Static


def show_day(typed: Input, under: Static, understood: Callable[[str], date | None], standing: Content) -> None:
    """Read what stands in `typed` in a thread and show the day `under` it; `standing` where nothing is typed."""
    text = typed.value

    def read() -> date | None:
        try:
            return understood(text)
        except InputError:
            return None

    def tell(day: date | None) -> None:
        if typed.value != text:
            return
        if day is not None:
            under.update(plain(dates.day_long(day), "$text-accent"))
        else:
            under.update(plain(say("Not a day yet.")) if text.strip() else standing)

    work.read(typed, "understood", read, tell)

"""Several things side by side, each ticked or not."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal

from planner.tui.plain import plain
from planner.tui.widgets.choice_row import ChoiceRow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult
    from textual.binding import BindingType


class Tick(ChoiceRow):
    """One of them; choosing turns it, the arrows go to its neighbours."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("left", "app.focus_previous", ""),
        ("right", "app.focus_next", ""),
    ]

    def __init__(self, name: str, word: str) -> None:
        """Begin with a tick; `word` is shown for `name`."""
        super().__init__(id=f"tick-{name}")
        self.stands_for, self.word, self.value = name, word, True

    def on_mount(self) -> None:
        """Show whether it is ticked."""
        self._say()

    def action_choose(self) -> None:
        """Turn it."""
        self.value = not self.value
        self._say()

    def _say(self) -> None:
        self.update(plain(f"{'✓' if self.value else '–'} {self.word}", "" if self.value else "dim"))


class Ticks(Horizontal):
    """A line of ticks, all set at first."""

    DEFAULT_CSS = """
    Ticks { height: 1; width: 1fr; }
    Ticks > Tick { width: auto; margin-right: 2; }
    """

    def __init__(self, words: Mapping[str, str], *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name)
        """Show the words of these names."""
        super().__init__(id=id)
        self.words = words

    def compose(self) -> ComposeResult:
        """The ticks, in their order."""
        yield from (Tick(name, word) for name, word in self.words.items())

    def chosen(self) -> frozenset[str]:
        """The names that are ticked."""
        return frozenset(tick.stands_for for tick in self.query(Tick) if tick.value)

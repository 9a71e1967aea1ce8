"""What the lists of the brief share: each change is an action of its own, said and shown at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.message import Message

from planner.tui import work
from planner.tui.host import desk_of, host_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.binding import BindingType

    from planner.desk.desk import Changed


class BriefList(Vertical):
    """A list inside the brief; `u` turns the last change back."""

    BINDINGS: ClassVar[list[BindingType]] = [("u", "undo", "")]
    DEFAULT_CSS = """
    BriefList { height: auto; margin-bottom: 1; }
    BriefList .list-told { height: auto; color: $text-muted; }
    BriefList .list-keys { height: auto; color: $text-muted; margin-top: 1; }
    """

    class Written(Message):
        """Something was changed: the brief is to be read again."""

    def write(self, deed: Callable[[], Changed]) -> None:
        """Do one thing in a thread, and say that it was done."""
        work.write(self, deed, self._done)

    def action_undo(self) -> None:
        """Turn the last change back."""
        from planner.desk.undo import undo

        desk = desk_of(self)
        work.write(self, lambda: undo(desk), self._undone)

    def _done(self, changed: Changed) -> None:
        host_of(self).show_changed(changed)
        self.post_message(self.Written())

    def _undone(self, changed: Changed | None) -> None:
        host_of(self).show_undone(changed)
        self.post_message(self.Written())

"""What a screen may expect of the app it stands in; the stage of the tests gives it too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from textual.dom import DOMNode

    from planner.desk.desk import Changed, Desk
    from planner.settings import Settings


class Host(Protocol):
    """The app, as its screens see it."""

    desk: Desk | None
    settings: Settings

    def show_changed(self, changed: Changed | None) -> None:
        """Say what was done, show it everywhere, and have it judged again."""

    def show_undone(self, changed: Changed | None) -> None:
        """Say what was turned back, show it everywhere, and have it judged again."""

    def show_redone(self, changed: Changed | None) -> None:
        """Say what was done again, show it everywhere, and have it judged again."""

    def show_help(self, screen: str) -> None:
        """Show what can be done on a screen."""


def host_of(node: DOMNode) -> Host:
    """The app around a widget."""
    return cast("Host", node.app)


def desk_of(node: DOMNode) -> Desk:
    """The open calendar; a screen that asks is never shown without one."""
    desk = host_of(node).desk
    if desk is None:
        raise LookupError("no calendar is open")
    return desk

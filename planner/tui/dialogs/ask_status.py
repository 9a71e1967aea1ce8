"""Ask for a post's status."""

from __future__ import annotations

from planner.model.terms import Status
from planner.tui.dialogs.ask_one import AskOne
from planner.tui.plain import plain
from planner.words import say, terms


class AskStatus(AskOne):
    """The five statuses, with the present one under the cursor."""

    def __init__(self, status: str) -> None:
        """Ask, beginning at the post's own status."""
        rows = [(str(name), plain(f"{terms.sign_of_status(name)} {terms.status(name)}")) for name in Status]
        super().__init__(say("Status"), rows, status)

"""Ask for one of the calendar's open networks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Static

from planner.tui.dialogs.dialog import Dialog
from planner.tui.plain import plain
from planner.tui.widgets.choices import Choices
from planner.words import say

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widgets import OptionList

    from planner.desk.desk import Desk


class AskNetwork(Dialog[int]):
    """The open networks, in the order of the brief; the answer is an identifier."""

    def __init__(self, desk: Desk, title: str = "", without: str = "") -> None:
        """Ask for a network of the open calendar, leaving out the one named `without`."""
        super().__init__(title or say("For which network"))
        self.networks = [network for network in desk.networks() if network[1] != without]

    def asked(self) -> ComposeResult:
        """The networks, or where one can be added."""
        if self.networks:
            yield Choices([(str(identifier), plain(name)) for identifier, name in self.networks])
        else:
            yield Static(plain(say("No network is open yet. Add one in the brief: b.")), classes="told")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Answer with the network that was chosen."""
        self.dismiss(self.networks[event.option_index][0])

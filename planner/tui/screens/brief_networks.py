"""The networks in the brief: each with its kind, whether it is open, and its criterion."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.content import Content
from textual.widgets import OptionList, Static

from planner.tui.dialogs.ask_place import AskPlace
from planner.tui.host import desk_of
from planner.tui.plain import plain
from planner.tui.screens.brief_list import BriefList
from planner.tui.widgets.choices import Choices
from planner.words import say, terms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from planner.model.network import Network


class BriefNetworks(BriefList):
    """The list; `n` adds, `enter` changes, `d` removes. Each change is an action of its own."""

    BINDINGS: ClassVar[list[BindingType]] = [("n", "add", ""), ("d", "remove", "")]
    DEFAULT_CSS = "BriefNetworks .list-keys { margin-top: 0; }"

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__(id="networks")
        self.networks: dict[str, Network] = {}

    def compose(self) -> ComposeResult:
        """The networks and what can be done with them."""
        yield Choices()
        yield Static(plain(say("n add   ↵ change   d remove   u undo")), classes="list-keys")

    def tell(self, networks: Sequence[Network]) -> None:
        """Show these networks."""
        ordered = sorted(networks, key=lambda network: (network.position, network.id or 0))
        self.networks = {str(network.id): network for network in ordered}
        rows = [(key, network_line(network)) for key, network in self.networks.items()]
        none = plain(say("None yet: n adds the one your audience is on."), "dim")
        self.query_one(Choices).show(rows or [("", none)], None)

    def action_add(self) -> None:
        """Ask for a new network."""
        self.app.push_screen(AskPlace(None), self._added)

    def _added(self, fields: dict[str, Any] | None) -> None:
        from planner.desk.brief import add_network

        desk = desk_of(self)
        if fields is not None:
            self.write(lambda: add_network(desk, **fields))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Ask what to change of the network under the cursor."""
        from planner.desk.brief import write_network

        event.stop()
        desk, network = desk_of(self), self.networks.get(self.query_one(Choices).chosen)
        if network is None:
            self.action_add()
            return
        identifier = network.id or 0

        def answered(fields: dict[str, Any] | None) -> None:
            if fields is not None:
                self.write(lambda: write_network(desk, identifier, **fields))

        self.app.push_screen(AskPlace(network), answered)

    def action_remove(self) -> None:
        """Remove the network under the cursor; its posts stay, without a network."""
        from planner.desk.brief import remove_network

        desk, chosen = desk_of(self), self.query_one(Choices).chosen
        if chosen:
            self.write(lambda: remove_network(desk, int(chosen)))


def network_line(network: Network) -> Content:
    """`LinkedIn   rented · open · 3 requests from here`."""
    state = [terms.network_kind(network.kind), say("is open") if network.open else say("is closed")]
    if network.criterion:
        state.append(
            say("{criterion}, met", criterion=network.criterion) if network.criterion_met else network.criterion
        )
    return Content.assemble(plain(network.name, "bold"), "   ", plain(" · ".join(state), "dim"))

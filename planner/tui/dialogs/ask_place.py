"""Ask for a network: its name, whether it is one's own, whether it is open, and its criterion."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.suggester import SuggestFromList
from textual.widgets import Input, Static

from planner.errors import InputError
from planner.model.terms import NetworkKind
from planner.tui.dialogs.ask_one import AskOne
from planner.tui.dialogs.dialog import Dialog, row
from planner.tui.plain import plain
from planner.tui.widgets.choice_row import ChoiceRow, YesNo
from planner.tui.widgets.entry import BoxedLine, LineInput
from planner.words import errors, say, terms

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from planner.model.network import Network


def known_networks() -> dict[str, tuple[str, str]]:
    """Each known network's name in lower case, with its key and kind."""
    from planner.model import limits

    return {rules.name.casefold(): (key, rules.kind) for key, rules in limits.networks().items()}


class AskPlace(Dialog[dict[str, Any]]):
    """The answer is the fields of a network."""

    BINDINGS: ClassVar[list[BindingType]] = [("ctrl+s", "save", "")]

    def __init__(self, network: Network | None) -> None:
        """Ask for a new network, or for what changes of a standing one."""
        super().__init__(say("Network") if network else say("A network more"))
        self.network = network
        self.kind = network.kind if network else str(NetworkKind.RENTED)
        self.kind_chosen = network is not None

    def asked(self) -> ComposeResult:
        """The fields."""
        from planner.model import limits

        network = self.network
        names = [rules.name for rules in limits.networks().values()]
        suggester = SuggestFromList(names, case_sensitive=False)
        name = BoxedLine(network.name if network else "", id="name", placeholder="LinkedIn", suggester=suggester)
        yield row(say("Name"), name)
        yield row(say("Yours, or rented"), ChoiceRow(terms.network_kind(self.kind), id="kind"))
        yield row(say("Open"), YesNo(network.open if network else True, id="open"))
        yield Static(plain(say("What it must bring before the next one is opened")), classes="label -first")
        told = say("3 requests that came from here")
        yield BoxedLine(network.criterion if network else "", id="criterion", placeholder=told)
        yield row(say("Met already"), YesNo(network.criterion_met if network else False, id="met"))
        yield Static("", id="wrong", classes="told")

    def keys(self) -> str:
        """What the keys do here."""
        return say("^s or ↵ in a line save   esc close")

    def on_input_changed(self, event: Input.Changed) -> None:
        """A known name says its kind, until one was chosen."""
        known = known_networks().get(event.value.strip().casefold())
        if event.input.id == "name" and known and not self.kind_chosen:
            self._take_kind(known[1])

    def _take_kind(self, kind: str | None) -> None:
        if kind:
            self.kind = kind
            self.query_one("#kind", ChoiceRow).show(terms.network_kind(kind))

    def on_choice_row_opened(self, event: ChoiceRow.Opened) -> None:
        """Choose the kind."""
        rows = [(str(kind), plain(terms.network_kind(kind))) for kind in NetworkKind]
        self.kind_chosen = True
        self.app.push_screen(AskOne(say("Kind"), rows, self.kind), self._take_kind)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Save from a line."""
        self.action_save()

    def action_save(self) -> None:
        """Answer with the fields, or say what cannot be taken in."""
        from planner.desk.values import checked

        name = self.query_one("#name", LineInput).value
        key = known_networks().get(name.strip().casefold(), (self.network.key if self.network else "", ""))[0]
        fields = {
            "name": name,
            "key": key,
            "kind": self.kind,
            "criterion": self.query_one("#criterion", LineInput).value,
            "criterion_met": self.query_one("#met", YesNo).value,
            "open": self.query_one("#open", YesNo).value,
        }
        try:
            self.dismiss(checked("network", fields))
        except InputError as error:
            self.query_one("#wrong", Static).update(plain(errors.sentence(error), "$text-error"))

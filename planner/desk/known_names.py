"""The networks and needs that a file names: those that stand here, and those that it may add."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planner.desk.values import checked
from planner.errors import InputError
from planner.model.gate import clean_line
from planner.model.names import plain
from planner.model.terms import NetworkKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from planner.model.calendar import Calendar
    from planner.store.records import Action


class KnownNames:
    """What a file may name: the calendar's networks and needs, statuses and purposes in every language.

    A network or a need that is not here yet is spoken of by a text, its key, until it is added.
    """

    def __init__(
        self,
        calendar: Calendar,
        statuses: Mapping[str, str],
        purposes: Mapping[str, str],
        *,
        new_networks: bool = False,
        new_needs: bool = False,
    ) -> None:
        """Know the calendar as it stands."""
        self.calendar = calendar
        self.statuses = {plain(word): code for word, code in statuses.items()}
        self.purposes = {plain(word): code for word, code in purposes.items()}
        self.new_networks, self.new_needs = new_networks, new_needs
        self.networks = _networks(calendar)
        self.needs = {plain(need.text): need.id or 0 for need in reversed(calendar.needs)}
        self.needs |= {need.text: need.id or 0 for need in calendar.needs}
        self.networks_added: dict[str, str] = {}
        self.needs_added: dict[str, str] = {}
        self._words: dict[object, str] = {network.id: network.name.casefold() for network in calendar.networks}
        self._called: dict[str, str] = {}
        self._kinds: dict[str, dict[str, Any]] = {}

    def network(self, said: str) -> int | str | None:
        """The network of this name, else the one called nearly so, None for none.

        Raises:
            InputError: `row-network`, when there is none of this name and none may be added.
        """
        name = checked("network", {"name": said})["name"]
        found = self._named(name, name.casefold(), self.networks)
        if isinstance(found, str) and not self.new_networks:
            raise InputError("row-network", name=name[:200])
        return found

    def need(self, said: str) -> int | str | None:
        """The need of these words, else the one of nearly these, None for none.

        Raises:
            InputError: `row-need`, when there is none of these words and none may be added.
        """
        text = clean_line(said, "need")
        found = self._named(text, text, self.needs)
        if isinstance(found, str) and not self.new_needs:
            raise InputError("row-need", name=text[:200])
        return found

    def _named(self, name: str, key: str, known: Mapping[str, int]) -> int | str:
        found = known.get(name, known.get(key, known.get(plain(name))))
        if found is not None:
            return found
        self._called[key] = name
        return key

    def note(self, values: Mapping[str, Any]) -> None:
        """Note down what a line that is taken in names and what is not here yet."""
        for column, added in (("network_id", self.networks_added), ("need_id", self.needs_added)):
            if isinstance(key := values.get(column), str):
                added.setdefault(key, self._called[key])

    def network_words(self, network: object) -> str:
        """What the network of a record or of a line is called whatever its case, "" for none."""
        return self._words.get(network, network if isinstance(network, str) else "")

    def note_kind(self, name: str, key: str, *, owned: bool) -> None:
        """Note down what a file says that a network is, should it be added; a key that nobody knows says nothing."""
        from planner.model.limits import networks

        kind = NetworkKind.OWNED if owned else NetworkKind.RENTED
        self._kinds[name] = {"key": key if key in networks() else "", "kind": str(kind)}

    def network_fields(self, name: str) -> dict[str, Any]:
        """The fields of a network to be added: those that its file says, else with its limits where they are known."""
        from planner.model.limits import networks

        if name in self._kinds:
            return {"name": name, **self._kinds[name]}
        named = plain(name)
        rules = next((known for known in networks().values() if named in (plain(known.name), known.key)), None)
        return {"name": name, "key": rules.key, "kind": rules.kind} if rules else {"name": name}


def _networks(calendar: Calendar) -> dict[str, int]:
    """Networks by their names, else whatever the case, else nearly so, else by those of the places they stand for."""
    from planner.model.limits import networks

    rules: Mapping[str, Any] = networks()
    called = [(network, rules.get(network.key)) for network in reversed(calendar.networks)]
    named = {plain(rule.name): network.id or 0 for network, rule in called if rule}
    named |= {plain(network.key): network.id or 0 for network, rule in called if rule}
    named |= {plain(network.name): network.id or 0 for network, _ in called}
    named |= {network.name.casefold(): network.id or 0 for network, _ in called}
    return named | {network.name: network.id or 0 for network, _ in called}


def added_notes(known: KnownNames) -> Iterator[InputError]:
    """What the brief and the networks would gain."""
    if known.networks_added:
        yield InputError("networks-added", names=tuple(known.networks_added.values()))
    if known.needs_added:
        yield InputError("needs-added", names=tuple(known.needs_added.values()))


def names_added(action: Action, known: KnownNames) -> dict[str, int]:
    """Add the networks and needs that are named and not here; the row number of each by what it is called."""
    from planner.model.brief import Need
    from planner.model.network import Network

    numbers: dict[str, int] = {}
    networks, needs = len(action.all(Network)), len(action.all(Need))
    for place, (key, called) in enumerate(known.networks_added.items()):
        network = Network(position=networks + place, **known.network_fields(called))
        numbers[f"network_id {key}"] = action.add(network).id or 0
    for place, (key, called) in enumerate(known.needs_added.items()):
        numbers[f"need_id {key}"] = action.add(Need(text=called, position=needs + place)).id or 0
    return numbers


def with_numbers(values: dict[str, Any], numbers: Mapping[str, int]) -> dict[str, Any]:
    """References to what was just added, by name until now, become row numbers."""
    return {
        column: numbers[f"{column} {value}"]
        if column in ("network_id", "need_id") and isinstance(value, str)
        else value
        for column, value in values.items()
    }

"""What a line or a note says of a post, word by word, as the values of a record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planner.desk.values import checked
from planner.errors import InputError
from planner.model.gate import clean_line
from planner.model.names import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planner.model.calendar import Calendar

TEXTS = ("title", "zone", "next_step", "link", "body", "note")
MINUTES = ("prepare_minutes", "publish_minutes", "reply_minutes")


class Known:
    """What a file may name: the calendar's networks and needs, statuses and purposes in every language.

    A network or a need that is not here yet is spoken of by a text, its key, until it is added.
    """

    def __init__(
        self,
        calendar: Calendar,
        statuses: Mapping[str, str],
        purposes: Mapping[str, str],
        new_networks: bool,
        new_needs: bool,
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
        found = known.get(key, known.get(plain(name)))
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

    def network_fields(self, name: str) -> dict[str, Any]:
        """The fields of a network to be added: with its limits where they are known."""
        from planner.model.limits import networks

        named = plain(name)
        rules = next((known for known in networks().values() if named in (plain(known.name), known.key)), None)
        return {"name": name, "key": rules.key, "kind": rules.kind} if rules else {"name": name}


def said_values(said: Mapping[str, Any], known: Known) -> tuple[dict[str, Any], tuple[InputError, ...]]:
    """The columns of a record as a line says them, and why it cannot be taken in.

    An empty text empties its field; an empty status, purpose or number of minutes says nothing.
    """
    values: dict[str, Any] = {}
    faults: list[InputError] = []
    for key, value in said.items():
        try:
            values |= _value(key, value, known)
        except InputError as error:
            faults.append(error)
    if values.get("time", ...) is None and values.get("day", ...) is not None:
        del values["time"]  # a cell left empty beside a day says nothing of the hour
    return values, tuple(faults)


def _value(key: str, value: Any, known: Known) -> dict[str, Any]:
    if key in TEXTS:
        return checked("post", {key: value.strip() if key == "zone" else value})
    if key == "uid":
        uid = clean_line(value, "uid")
        return {"uid": uid} if uid else {}
    if key in ("network", "need"):
        find = known.network if key == "network" else known.need
        return {f"{key}_id": find(value) if value.strip() else None}
    if key in ("day", "time"):
        return checked("post", {key: value})
    if not value.strip():
        return {}
    if key in MINUTES:
        return checked("post", {key: _whole(key, value.strip())})
    return {key: _coded(key, value, known.statuses if key == "status" else known.purposes)}


def _whole(key: str, text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 6:
        raise InputError("value-not-allowed", field=key, value=text[:200])
    return int(text)


def _coded(key: str, said: str, words: Mapping[str, str]) -> str:
    """The code of a status or a purpose, said by its code or by its words in any language."""
    code = words.get(plain(said))
    if code is None:
        allowed = ", ".join(dict.fromkeys(words.values()))
        raise InputError("value-not-allowed", field=key, value=said.strip()[:200], allowed=allowed)
    return code


def _networks(calendar: Calendar) -> dict[str, int]:
    """Networks by their names whatever the case, else nearly so, else by those of the places they stand for."""
    from planner.model.limits import networks

    rules: Mapping[str, Any] = networks()
    called = [(network, rules.get(network.key)) for network in reversed(calendar.networks)]
    named = {plain(rule.name): network.id or 0 for network, rule in called if rule}
    named |= {plain(network.key): network.id or 0 for network, rule in called if rule}
    named |= {plain(network.name): network.id or 0 for network, _ in called}
    return named | {network.name.casefold(): network.id or 0 for network, _ in called}

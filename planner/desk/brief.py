"""What a user can do with the brief, its needs, its networks and its slots."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planner.desk.desk import Changed, Desk, new_uid
from planner.desk.values import checked
from planner.errors import InputError
from planner.model.brief import Brief, Need
from planner.model.listening import Question
from planner.model.network import Network
from planner.model.post import Post
from planner.model.result import Result
from planner.model.slot import Slot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlmodel import SQLModel

    from planner.store.records import Action


def write_brief(desk: Desk, needs: Sequence[str] | None = None, **fields: Any) -> Changed:
    """Change the brief, and its needs when they are given: the whole list, in order.

    A need whose words stay keeps its posts; one that is reworded in its place keeps them too; one that is gone is
    taken from its posts.

    Raises:
        InputError: a field's value cannot be taken in.
    """
    values = checked("brief", fields)
    said = [checked("need", {"text": text})["text"] for text in needs or () if text.strip()]
    wanted = None if needs is None else list(dict.fromkeys(said))
    with desk.action("write-brief") as action:
        brief = action.get(Brief, 1)
        for name, value in values.items():
            if getattr(brief, name) != value:
                setattr(brief, name, value)
        if wanted is not None:
            _write_needs(action, wanted)
    return Changed("write-brief", "brief", 1, action.revision, brief.title)


def _write_needs(action: Action, wanted: list[str]) -> None:
    standing = sorted(action.all(Need), key=lambda need: (need.position, need.id or 0))
    kept = {need.text: need for need in standing if need.text in wanted}
    free = [need for need in standing if need.text not in kept]
    for position, text in enumerate(wanted):
        need = kept.pop(text, None) or (free.pop(0) if free else Need(text=text))
        need.text, need.position = text, position
        action.session.add(need)
    for need in [*free, *kept.values()]:
        action.forget("need_id", [need.id], Post, Question)
        action.session.delete(need)


def add_network(desk: Desk, **fields: Any) -> Changed:
    """Add a place to publish.

    Raises:
        InputError: a field's value cannot be taken in, or `value-duplicate`: there is a network of this name.
    """
    values = checked("network", fields)
    with desk.action("add-network", title=values.get("name", "")) as action:
        refuse_taken_name(action, Network, values.get("name"))
        values.setdefault("position", len(action.all(Network)))
        network = action.add(Network(**values))
    return Changed("add-network", "network", network.id or 0, action.revision, network.name)


def write_network(desk: Desk, network: int, **fields: Any) -> Changed:
    """Change a network's fields.

    Raises:
        InputError: a field's value cannot be taken in, or `value-duplicate`: there is a network of this name.
    """
    return _write(desk, "write-network", Network, network, checked("network", fields))


def remove_network(desk: Desk, network: int) -> Changed:
    """Remove a network; its posts, slots and results stay, without a network."""
    with desk.action("remove-network") as action:
        record = action.get(Network, network)
        action.quoted["title"] = record.name
        action.forget("network_id", [network], Post, Slot, Result)
        action.session.delete(record)
    return Changed("remove-network", "network", network, action.revision, record.name)


def add_slot(desk: Desk, **fields: Any) -> Changed:
    """Add a recurring block; a rule that a person does not plan is refused."""
    values = checked("slot", fields)
    with desk.action("add-slot", title=values.get("title", "")) as action:
        slot = action.add(Slot(uid=new_uid(), **values))
    return Changed("add-slot", "slot", slot.id or 0, action.revision, slot.title)


def write_slot(desk: Desk, slot: int, **fields: Any) -> Changed:
    """Change a slot's fields."""
    return _write(desk, "write-slot", Slot, slot, checked("slot", fields))


def remove_slot(desk: Desk, slot: int) -> Changed:
    """Remove a slot."""
    with desk.action("remove-slot") as action:
        record = action.get(Slot, slot)
        action.quoted["title"] = record.title
        action.session.delete(record)
    return Changed("remove-slot", "slot", slot, action.revision, record.title)


def _write(desk: Desk, verb: str, kind: type[SQLModel], identifier: int, values: dict[str, Any]) -> Changed:
    with desk.action(verb) as action:
        record = action.get(kind, identifier)
        if kind is Network and values.get("name") != getattr(record, "name", None):
            refuse_taken_name(action, Network, values.get("name"), identifier)
        for name, value in values.items():
            if getattr(record, name) != value:
                setattr(record, name, value)
        title = str(getattr(record, "name", "") or getattr(record, "title", ""))
        action.quoted["title"] = title
    return Changed(verb, str(kind.__tablename__), identifier, action.revision, title)


def refuse_taken_name(action: Action, kind: type[SQLModel], name: str | None, own: int = 0) -> None:
    """Names of networks and people are unique whatever their case, for a file speaks of them by name.

    `own` is the record that may keep the name it has.

    Raises:
        InputError: `value-duplicate`.
    """
    others = [record for record in action.all(kind) if getattr(record, "id", 0) != own]
    standing = {str(getattr(record, "name", "")).casefold() for record in others}
    if name is not None and name.casefold() in standing:
        raise InputError("value-duplicate", field="name", value=name)

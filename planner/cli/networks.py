"""A network as a person names it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.errors import InputError

if TYPE_CHECKING:
    from planner.desk.desk import Desk


def network_named(desk: Desk, name: str, option: str = "--network") -> tuple[int, str]:
    """The open network of this name, whatever the case, or the only one that begins so: identifier and name.

    Args:
        desk: the open calendar.
        name: as it was typed.
        option: the option that named it, for the sentence that says how to do without.

    Raises:
        InputError: `network-none` when there is none at all, `network-unknown` with the names there are.
    """
    known, wanted = desk.networks(), name.casefold().strip()
    exact = [network for network in known if network[1].casefold() == wanted]
    begun = [network for network in known if network[1].casefold().startswith(wanted)]
    for found in (exact, begun):
        if wanted and len(found) == 1:
            return found[0]
    if not known:
        raise InputError("network-none", name=name, option=option)
    raise InputError("network-unknown", name=name, known=", ".join(called for _, called in known))

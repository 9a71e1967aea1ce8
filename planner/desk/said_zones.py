"""What a person says of the zones of a file: one for every time without, or NAME=ZONE for the file's zone NAME."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planner.errors import InputError
from planner.exchange.ics.read_zone import shown_name
from planner.exchange.ics.touched import moments
from planner.model.when import zone_named

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from planner.errors import PlannerError
    from planner.exchange.ics.foreign import ForeignFile

MOST_TOLD = 5


class SaidZones(NamedTuple):
    """The IANA zones that a person said.

    Attributes:
        rest: for times without a zone, and for all zones that are not named; "" when not said.
        named: by the file's name for the zone.
    """

    rest: str
    named: Mapping[str, str]


def said_zones(said: str | Sequence[str] | None) -> SaidZones:
    """The zones that are said: each an IANA zone, or NAME=ZONE; in one text they are parted by commas.

    Raises:
        InputError: `zone-unknown`, or `zone-twice` for two that are said for all the rest.
    """
    rest, named = "", {}
    every = parted(said) if isinstance(said, str) else said or ()
    for each in filter(str.strip, every):
        name, equals, zone = (part.strip() for part in each.rpartition("="))
        zone_named(zone)
        if equals:
            named[shown_name(name)] = zone
        elif rest not in ("", zone):
            raise InputError("zone-twice", first=rest, second=zone)
        else:
            rest = zone
    return SaidZones(rest, named)


def parted(text: str) -> Iterator[str]:
    """The answers of one text. Commas may stand in a name too: one ends no answer before its zone is said."""
    begun = ""
    for piece in text.split(","):
        begun = f"{begun},{piece}" if begun else piece
        if "=" in piece or _is_zone(begun.strip()):
            yield begun
            begun = ""
    if begun.strip():
        yield begun


def _is_zone(name: str) -> bool:
    try:
        return bool(zone_named(name))
    except InputError:
        return False


def zones_applied(file: ForeignFile, said: SaidZones) -> tuple[ForeignFile, tuple[PlannerError, ...]]:
    """The file with its own zones located, and what must be told of those whose place was worked out.

    What a person says of a zone comes before what the file says it is, and before what its definition is like.

    Raises:
        InputError: `zone-not-asked` for a NAME that is none of the file's unknown ones, with those.
    """
    every = (moment for event in file.events for moment in moments(event))
    shown = {name: shown_name(name) for name in dict.fromkeys(moment.said for moment in every) if name}
    for name in said.named:
        if name not in shown.values():
            known = list(dict.fromkeys(shown.values()))[:MOST_TOLD]
            raise InputError("zone-not-asked", name=name, known=known)
    named = {raw: said.named[name] for raw, name in shown.items() if name in said.named}
    told = tuple(
        InputError("zone-worked-out", name=shown.get(raw, raw), zone=zone)
        for raw, zone in file.worked_out.items()
        if raw not in named
    )
    return file._replace(located={**file.worked_out, **file.located, **named}), told

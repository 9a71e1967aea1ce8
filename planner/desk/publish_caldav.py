"""Keep a calendar on a CalDAV server up to date: only what changed, and nothing that is not planner's own.

Each time the server is asked which objects stand there, in one request, so that what a person changed or deleted
there is told. `planner.desk.caldav_round` compares, decides, and sends.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from planner.desk.bundle import KINDS, Labels
from planner.desk.caldav_round import Published, Round
from planner.desk.passwords import host_of, known_password
from planner.desk.publish_differing import differing_in, mark_of
from planner.desk.send import ics_feed
from planner.errors import CalendarError, InputError, OutsideError
from planner.exchange.caldav import MISSING, Collection, Found, Server, place_of
from planner.exchange.ics.objects import CalendarObject, objects
from planner.store import changed, outlets

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from planner.desk.desk import Desk
    from planner.store.outlets import Outlet

    AskPassword = Callable[[str, str], str]

KIND = "caldav"


class Entrance(NamedTuple):
    """The calendars that an address leads to, and whether nothing at all stands at the address itself."""

    found: list[Found]
    missing: bool = False


def calendars_at(url: str, account: str, ask_password: AskPassword | None, *, unprotected: bool = False) -> Entrance:
    """The calendar at an address, else those that are found from there.

    Raises:
        UsageError: the address will not do; see `exchange.caldav.place_of`.
        OutsideError: the server is out of reach or refuses; `caldav-no-calendar` when there is none. With
            `at_first`: nothing is remembered that a later publication could bring up to date.
    """
    place, named = place_of(url, unprotected=unprotected)
    try:
        server, here = _logged_in(place, account or named, ask_password, named=True)
        missing = here.status in MISSING
        try:
            found = [here.calendar] if here.calendar else server.calendars()
        finally:
            server.close()
    except OutsideError as error:
        error.values["at_first"] = True
        raise
    if not found:
        raise OutsideError("caldav-no-calendar", host=server.host, missing=missing)
    return Entrance(found, missing)


def register(desk: Desk, place: str, account: str, options: dict[str, Any]) -> Outlet:
    """Remember a calendar on a server, with what goes there.

    Args:
        desk: the open calendar.
        place: the collection's address, as `calendars_at` gave it.
        account: the name to log in with.
        options: `labels`, as `Labels` takes them, and what `ics_feed` takes; see `bring_up_to_date`.
    """
    return outlets.keep_outlet(desk.database, KIND, place, options, account)


def known_outlet(desk: Desk, url: str) -> Outlet | None:
    """The calendar on a server that was registered with this address, or found from it."""
    standing = [outlet for outlet in outlets.outlets(desk.database) if outlet.kind == KIND]
    return next((one for one in standing if url.rstrip("/") in (one.place.rstrip("/"), one.options.get("from"))), None)


def bring_up_to_date(
    desk: Desk, outlet: Outlet, ask_password: AskPassword | None = None, *, force: bool = False, named: bool = False
) -> Published:
    """Send what changed since the last time, take away what left the plan, and find what a person changed there.

    Args:
        desk: the open calendar.
        outlet: a calendar on a server, of kind `caldav`.
        ask_password: gives the password for an account and a host; None when nobody is there to ask.
        force: whether planner's version replaces what was changed or deleted there.
        named: whether a person named this very calendar now: then the password of the environment is meant for it.

    Raises:
        OutsideError: the server is out of reach or refuses; what was done until then is remembered.
        CalendarError: the calendar takes no changes; nothing was asked.
    """
    if desk.readonly:
        raise CalendarError("calendar-readonly", file=desk.path.name)
    revision = changed.revision(desk.database)
    wanted = _wanted(desk, outlet)
    named = named or _is_alone(desk, outlet)
    server, here = _logged_in(outlet.place, outlet.account, ask_password, named=named, objects=True)
    try:
        if here.calendar is None:
            raise OutsideError("caldav-missing", host=server.host)
        published = Round(desk.database, outlet, server, here.etags, force=force).carry_out(wanted)
    finally:
        server.close()
    refused = sum(remark.key.startswith("caldav-") for remark in published.remarks) - differing_in(published.remarks)
    reached = outlet.revision if refused else revision
    outlets.note_published(desk.database, outlet.id, reached, mark_of(published.remarks))
    return published


def _wanted(desk: Desk, outlet: Outlet) -> dict[str, CalendarObject]:
    """What is to stand there, by UID: what was dropped or deleted is simply not there."""
    options = {name: value for name, value in outlet.options.items() if name in ("alarm", "html")}
    if (network := outlet.options.get("network")) is not None:
        options["network"] = _network(desk, outlet, network)
    kinds = KINDS - set(outlet.options.get("without", []))
    feed, _ = ics_feed(desk, kinds=kinds, labels=Labels(**outlet.options.get("labels", {})), **options)
    shown = (entry for entry in feed.entries if entry.status != "CANCELLED")
    year = desk.today().year
    return {one.uid: one for entry in shown for one in objects(entry, feed.zone, feed.cut_note, year)}


def _network(desk: Desk, outlet: Outlet, identifier: int) -> str:
    """The name of the one network whose posts go there.

    Raises:
        InputError: `outlet-network-gone`.
    """
    name = next((network.name for network in desk.calendar().networks if network.id == identifier), None)
    if name is None:
        raise InputError("outlet-network-gone", file=outlet.place)
    return name


def _is_alone(desk: Desk, outlet: Outlet) -> bool:
    """Whether no other calendar on a server is kept up to date."""
    return all(one.id == outlet.id for one in outlets.outlets(desk.database) if one.kind == KIND)


def _logged_in(
    place: str, account: str, ask_password: AskPassword | None, *, named: bool, objects: bool = False
) -> tuple[Server, Collection]:
    """A server that has answered, and what stands at the address."""
    refusal = None
    host = host_of(place)
    for password in _passwords(account, host, ask_password, named=named):
        server = Server(place, account, password)
        try:
            return server, server.collection(place, objects=objects)
        except OutsideError as error:
            server.close()
            if error.key != "caldav-login":
                raise
            refusal = error
    raise refusal or OutsideError("caldav-password", host=host, account=account)


def _passwords(account: str, host: str, ask_password: AskPassword | None, *, named: bool) -> Iterator[str]:
    """What to log in with, one after the other: the known password, then the one a person gives."""
    if not account:
        yield ""
        return
    if known := known_password(account, host, from_environment=named):
        yield known
    if ask_password and (given := ask_password(account, host)):
        yield given

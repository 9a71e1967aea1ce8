"""`planner publish caldav URL`: keep a calendar on a server up to date, such as Nextcloud's or Fastmail's."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from planner.cli.choosing import chosen_calendar
from planner.cli.printing import complain, on_one_line, put
from planner.cli.screen import terminal
from planner.desk.desk import open_desk
from planner.errors import UsageError
from planner.words import labels, say, say_many
from planner.words.remarks import remark

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Mapping, Sequence

    from planner.cli.asked import Asked
    from planner.cli.parsing import Parser
    from planner.desk.desk import Desk
    from planner.desk.publish_caldav import Published
    from planner.exchange.caldav import Found
    from planner.exchange.ics.entry import Remark
    from planner.store.outlets import Outlet

YES = ("y", "yes", "o", "oui")
MOST_TOLD = 10
"""Conflicts that are told one by one: a calendar that was emptied there has hundreds."""


def takes_caldav(parser: Parser) -> None:
    """What only a calendar on a server needs; `url` and `--force` are the command's own."""
    parser.option("--user", metavar=say("NAME"), help=say("caldav: the name to log in with"))
    parser.option("--collection", metavar=say("NAME"), help=say("caldav: which of the calendars there"))
    parser.option(
        "--unprotected", action="store_true", help=say("caldav: http will do, although others may read the password")
    )


def run(understood: Namespace, asked: Asked, options: Mapping[str, Any] | None = None) -> int:
    """Register the calendar at an address, send what is not there yet, and offer to keep the password.

    Args:
        understood: `url`, `user`, `collection`, `unprotected` and `force`.
        asked: which calendar is meant.
        options: what goes there, as `planner.desk.send.ics_feed` takes it.
    """
    if not understood.url:
        raise UsageError("argument-missing", argument="URL", command="publish")
    from planner.desk.passwords import host_of
    from planner.desk.publish_caldav import bring_up_to_date

    password = Password() if terminal() else None
    with open_desk(chosen_calendar(asked)) as desk:
        outlet = _outlet(desk, understood, password, dict(options or {}))
        published = bring_up_to_date(desk, outlet, password, force=understood.force, named=True)
    tell(published, outlet.place)
    if password is not None and outlet.account and (typed := password.typed(outlet.account, host_of(outlet.place))):
        _offer_to_keep(outlet, typed)
    return 0


class Password:
    """Asks a person for a password, once for each account on a host; what was typed stands nowhere else."""

    def __init__(self) -> None:
        """Nothing was asked yet."""
        self._typed: dict[tuple[str, str], str] = {}

    def __call__(self, account: str, host: str) -> str:
        """The password for an account on a host; another host is never given it."""
        if (account, host) not in self._typed:
            from getpass import getpass

            try:
                self._typed[account, host] = getpass(
                    say("Password of {account} at {host}: ", account=account, host=host)
                )
            except EOFError:
                return ""
        return self._typed[account, host]

    def typed(self, account: str, host: str) -> str:
        """What was typed for an account on a host, "" when nothing was."""
        return self._typed.get((account, host), "")


def tell(published: Published, place: str) -> None:
    """Say what was changed there, and on standard error what must be known of it."""
    if published.changed or not published.remarks:
        put(_told(published.changed, place))
    tell_remarks(published.remarks)


def tell_remarks(remarks: Sequence[Remark]) -> None:
    """Say on standard error what must be known of a publication; of many conflicts the first ten, then how many."""
    conflicts = [found for found in remarks if found.key.startswith("caldav-")]
    for found in [found for found in remarks if found not in conflicts] + conflicts[:MOST_TOLD]:
        complain(remark(found.key, found.values))
    if more := len(conflicts[MOST_TOLD:]):
        complain(say_many("and {count} more", "and {count} more", more))


def _told(changed: int, place: str) -> str:
    if not changed:
        return say("{place} is up to date.", place=place)
    return say_many("{count} event changed in {place}.", "{count} events changed in {place}.", changed, place=place)


def _outlet(desk: Desk, understood: Namespace, password: Password | None, options: dict[str, Any]) -> Outlet:
    """The calendar on the server, as it is remembered; one that is known is not looked for again."""
    from planner.desk.publish_caldav import calendars_at, known_outlet, register
    from planner.exchange.caldav import place_of

    url, named = place_of(understood.url, unprotected=understood.unprotected)
    options |= {"labels": labels.event_labels(), "from": url.rstrip("/")}
    known = known_outlet(desk, url)
    account = understood.user or named or (known.account if known else _account())
    if known and understood.collection is None:
        # Its language stays too: two languages in turn would send everything anew each time.
        options |= {name: known.options[name] for name in ("from", "labels") if name in known.options}
        return register(desk, known.place, account, options)
    found = calendars_at(url, account, password, unprotected=understood.unprotected)
    chosen = _chosen(found, url, understood.collection)
    return register(desk, chosen.url, account, options)


def _account() -> str:
    """The name to log in with, "" where nobody is there to say it or none is needed."""
    if not terminal():
        return ""
    put(say("Name to log in with (empty for none):"))
    return sys.stdin.readline().strip()


def _chosen(found: list[Found], url: str, named: str | None) -> Found:
    """The calendar that is meant: the one at the address itself, else the one of this name, path or number.

    Raises:
        UsageError: `caldav-which`, with the names of those there are.
    """
    if named is None and len(found) == 1 and found[0].url.rstrip("/") == url.rstrip("/"):
        return found[0]
    names = [on_one_line(one.name) or _last_part(one) for one in found]
    if named is None and terminal():
        put(say("Which calendar? Its number, or its name:"))
        put(*(f"{number}  {name}  {one.url}" for number, (name, one) in enumerate(zip(names, found, strict=True), 1)))
        named = sys.stdin.readline().strip()
        if named.isdecimal() and 1 <= int(named) <= len(found):
            return found[int(named) - 1]
    meant = [one for one in found if named and named.casefold() in (one.name.casefold(), _last_part(one).casefold())]
    if len(meant) != 1:
        several = [f"{name} ({_last_part(one)})" for name, one in zip(names, found, strict=True)]
        raise UsageError("caldav-which", known=several)
    return meant[0]


def _last_part(one: Found) -> str:
    return urlsplit(one.url).path.rstrip("/").rpartition("/")[2]


def _offer_to_keep(outlet: Outlet, password: str) -> None:
    from planner.desk.passwords import host_of, keep_password, keeps_passwords, known_password

    host = host_of(outlet.place)
    if known_password(outlet.account, host, from_environment=True) == password:
        return
    if not keeps_passwords():
        put(say("This machine has no keyring: the password is asked for each time, or read from {name}.",
                name="PLANNER_CALDAV_PASSWORD"))  # fmt: skip
        return
    put(say("Keep the password in this machine’s keyring? (y/n)"))
    if sys.stdin.readline().strip().lower() in YES:
        kept = keep_password(outlet.account, host, password)
        put(say("The password is kept.") if kept else say("The keyring refused: the password is not kept."))

"""`planner publish caldav URL`: keep a calendar on a server up to date, such as Nextcloud's or Fastmail's."""

from __future__ import annotations

import shlex
import sys
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from planner.cli.choosing import chosen_calendar
from planner.cli.printing import complain, on_one_line, put
from planner.cli.screen import terminal
from planner.desk.desk import open_desk
from planner.desk.publish_differing import differing_in, replaced_if_forced
from planner.errors import OutsideError, UsageError
from planner.words import labels, say, say_many
from planner.words.remarks import remark

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Mapping, Sequence

    from planner.cli.asked import Asked
    from planner.cli.parsing import Parser
    from planner.desk.caldav_round import Published
    from planner.desk.desk import Desk
    from planner.desk.publish_caldav import Entrance
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

    Returns:
        0, or 5 when something there is not as it is planned.
    """
    if not understood.url:
        raise UsageError("argument-missing", argument="URL", command="publish")
    from planner.desk.passwords import host_of
    from planner.desk.publish_caldav import bring_up_to_date

    password = Password() if terminal() else None
    command = _command(understood, asked)
    with open_desk(chosen_calendar(asked)) as desk:
        try:
            outlet = _outlet(desk, understood, password, dict(options or {}))
            published = bring_up_to_date(desk, outlet, password, force=understood.force, named=True)
        except OutsideError as error:
            error.values["command"] = command
            raise
    code = tell(published, outlet.place, command)
    if password is not None and outlet.account and (typed := password.typed(outlet.account, host_of(outlet.place))):
        _offer_to_keep(outlet, typed)
    return code


def _command(understood: Namespace, asked: Asked) -> str:
    """The command that was given, without `--force`, as it can be typed again."""
    words = ["caldav", understood.url]
    for option in ("user", "collection", "network", "alarm"):
        if (value := getattr(understood, option, None)) is not None:
            words += [f"--{option}", str(value)]
    if without := getattr(understood, "without", None):
        words += ["--without", ",".join(sorted(without))]
    words += [f"--{option}" for option in ("html", "unprotected") if getattr(understood, option, False)]
    return as_typed(asked, *words)


def as_typed(asked: Asked, *words: str) -> str:
    """A command of `planner publish`, for the same calendar and in the same language, quoted for a shell."""
    calendar = ["--calendar", str(asked.calendar)] if asked.calendar else []
    language = ["--lang", asked.language] if asked.language else []
    return shlex.join(["planner", "publish", *words, *calendar, *language])


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


def tell(published: Published, place: str, command: str) -> int:
    """Say what was changed there, what differs there, and on standard error what must be known of it.

    Args:
        published: what became of the calendar on the server.
        place: its address.
        command: what was typed, without `--force`.

    Returns:
        The exit code, 5 when something there is not as it is planned.
    """
    if published.changed:
        changed = published.changed
        put(say_many("{count} event changed in {place}.", "{count} events changed in {place}.", changed, place=place))
    elif as_planned(published.remarks):
        put(say("{place} is up to date.", place=place))
    tell_differing(published.remarks, place, command)
    tell_remarks(published.remarks)
    return 0 if as_planned(published.remarks) else OutsideError.exit_code


def as_planned(remarks: Sequence[Remark]) -> bool:
    """Whether all stands on a server as it is planned."""
    return not any(found.key.startswith("caldav-") for found in remarks)


def tell_differing(remarks: Sequence[Remark], place: str, command: str) -> None:
    """Say how many events differ on a server, and what makes them planner's again; or that it is behind."""
    if forced := replaced_if_forced(remarks):
        put(
            say_many(
                "{place}: {count} event differs there, and was left so. `{command}` puts planner’s version there.",
                "{place}: {count} events differ there, and were left so. `{command}` puts planner’s version there.",
                forced,
                place=place,
                command=f"{command} --force",
            )
        )
    elif differing := differing_in(remarks):
        put(differing_told(place, differing))
    elif not as_planned(remarks):
        put(say("{place}: behind.", place=place))


def differing_told(place: str, count: int) -> str:
    """That so many events differ on a server."""
    return say_many(
        "{place}: {count} event differs there.", "{place}: {count} events differ there.", count, place=place
    )


def tell_remarks(remarks: Sequence[Remark]) -> None:
    """Say on standard error what must be known of a publication; of many conflicts the first ten, then how many."""
    conflicts = [found for found in remarks if found.key.startswith("caldav-")]
    for found in [found for found in remarks if found not in conflicts] + conflicts[:MOST_TOLD]:
        complain(remark(found.key, found.values))
    if more := len(conflicts[MOST_TOLD:]):
        complain(say_many("and {count} more", "and {count} more", more))


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
    entrance = calendars_at(url, account, password, unprotected=understood.unprotected)
    chosen = _chosen(entrance, url, understood.collection)
    return register(desk, chosen.url, account, options)


def _account() -> str:
    """The name to log in with, "" where nobody is there to say it or none is needed."""
    if not terminal():
        return ""
    put(say("Name to log in with (empty for none):"))
    return sys.stdin.readline().strip()


def _chosen(entrance: Entrance, url: str, named: str | None) -> Found:
    """The calendar that is meant: the one at the address itself, else the one of this name, path or number.

    Raises:
        UsageError: `caldav-which`, with the names of those there are.
        OutsideError: `caldav-nothing-there` likewise, when nothing stands at the address and no calendar was named.
    """
    found = entrance.found
    if named is None and len(found) == 1 and found[0].url.rstrip("/") == url.rstrip("/"):
        return found[0]
    names = [on_one_line(one.name) or _last_part(one) for one in found]
    several = [f"{name} ({_last_part(one)})" for name, one in zip(names, found, strict=True)]
    if named is None and terminal():
        if entrance.missing:
            put(say("There is no calendar at this address (404). These were found from there."))
        put(say("Which calendar? Its number, or its name:"))
        put(*(f"{number}  {name}  {one.url}" for number, (name, one) in enumerate(zip(names, found, strict=True), 1)))
        named = sys.stdin.readline().strip()
        if named.isdecimal() and 1 <= int(named) <= len(found):
            return found[int(named) - 1]
    meant = [one for one in found if named and named.casefold() in (one.name.casefold(), _last_part(one).casefold())]
    if len(meant) == 1:
        return meant[0]
    if entrance.missing and not named:
        raise OutsideError("caldav-nothing-there", known=several)
    raise UsageError("caldav-which", known=several)


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

"""`planner publish`: files for other calendars that are kept up to date; and what follows each changing command.

`--list --json` gives `place`, `kind`, `options` and `current` of each place, `current` being whether all that was
changed stands there, in a file that nobody else touched.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planner.cli import publish_caldav
from planner.cli.asked import Command
from planner.cli.choosing import chosen_calendar
from planner.cli.kinds import KINDS, kind_names, kinds, minutes, refuse_none_left
from planner.cli.networks import network_named
from planner.cli.printing import complain, on_one_line, put, put_json
from planner.cli.publish_forms import OF_A_PLACE, ON_A_SERVER, refuse_misplaced
from planner.cli.screen import terminal
from planner.desk import publish
from planner.desk.desk import open_desk
from planner.desk.publish_by_year import CURRENT, YEAR_ADDED, each_asked_for
from planner.desk.publish_differing import differing_at
from planner.errors import InputError, OutsideError, PlannerError, UsageError
from planner.model.terms import SlotKind
from planner.words import in_each_language, say, say_many, spoken
from planner.words.errors import sentence

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

    from planner.cli.asked import Asked
    from planner.cli.parsing import Parser
    from planner.desk.desk import Desk
    from planner.desk.publish import Asking, PlaceOutcome
    from planner.store.outlets import Outlet

MOST_WORDS = 2
YEAR = re.compile("(?:19|2[0-9])[0-9]{2}")
"""Years that are written (`exchange.ics.write.YEARS`); others are slips of a key."""
ADDRESS = re.compile(r"(?:https?|caldavs?|webcals?)://", re.IGNORECASE)
"""How an address begins; it is never repeated, for a password may stand in it."""


def _takes(parser: Parser) -> None:
    parser.word(
        "place",
        nargs="*",
        metavar=say("FOLDER|FILE.ics|caldav URL"),
        help=say(
            "the file to keep up to date, or its folder; all that are known when absent. Named again, it takes the "
            "options said then and drops the others; with --force alone it keeps those it has"
        ),
    )
    parser.option("--list", action="store_true", help=say("show what is kept up to date"))
    parser.option("--json", action="store_true", help=say("for another program"))
    parser.option("--forget", metavar=say("PLACE"), help=say("keep it up to date no longer; the file stays"))
    parser.option(
        "--year",
        type=_year,
        metavar=say("YEAR"),
        help=say("only what stands in this year; “{current}” moves along with the years", current=say("current")),
    )
    parser.option("--network", metavar=say("NETWORK"), help=say("only what stands on this network"))
    without = {"type": kinds("--without"), "metavar": say("KINDS")}
    parser.option("--without", help=say("leave these out, as in watch,review"), **without)
    parser.option("--alarm", type=minutes, metavar=say("MINUTES"), help=say("remind so many minutes before"))
    parser.option("--html", action="store_true", help=say("texts in HTML too"))
    parser.option(
        "--readable",
        action="store_true",
        help=say("others may read the file (0644), such as a web server that hands it out"),
    )
    parser.option("--force", action="store_true", help=say("replace a file that planner did not write"))
    publish_caldav.takes_caldav(parser)


def _year(text: str) -> int | str:
    """A year, or the one that moves along, by its word in either language or by its name in a list.

    Raises:
        UsageError: `option-value`.
    """
    if text.casefold() in {CURRENT, *in_each_language("current")}:
        return CURRENT
    if not YEAR.fullmatch(text):
        allowed = say("a year as in 2026, or “{current}”", current=say("current"))
        raise UsageError("option-value", option="--year", value=text, allowed=allowed)
    return int(text)


def _publish(understood: Namespace, asked: Asked) -> int:
    if understood.place and ADDRESS.match(understood.place[0]):
        raise UsageError("publish-address")
    refuse_misplaced(understood.given, understood.place[0] if understood.place else "")
    refuse_none_left(KINDS - (understood.without or frozenset()), understood.given)
    if understood.place[:1] == [ON_A_SERVER]:
        if len(understood.place) > MOST_WORDS:
            raise UsageError("argument-wrong", argument=understood.place[MOST_WORDS], command="publish")
        understood.url = understood.place[1] if len(understood.place) > 1 else ""
        with open_desk(chosen_calendar(asked)) as desk:
            chosen = _chosen(desk, understood)
        return publish_caldav.run(understood, asked, chosen)
    if len(understood.place) > 1:
        raise UsageError("argument-wrong", argument=understood.place[1], command="publish")
    with open_desk(chosen_calendar(asked)) as desk:
        if understood.list:
            return _list(desk, as_json=understood.json)
        if understood.forget is not None:
            return _forget(desk, understood.forget)
        if understood.place:
            return _keep(desk, understood)
        password = publish_caldav.Password() if terminal() else None
        command = publish_caldav.as_typed(asked)
        return _told(publish.publish(desk, _asking(force=understood.force, password=password)), command)


def _keep(desk: Desk, understood: Namespace) -> int:
    """Keep a file up to date from now on; options that were not given are taken back, and told.

    With `--force` alone the options stay: it answers a refusal, and says nothing of what goes there.
    """
    place = Path(understood.place[0])
    before = publish.options_before(desk, place)
    stays = before and "--force" in understood.given and not set(OF_A_PLACE) & set(understood.given)
    options = before if stays else _of_a_file(desk, understood)
    done = publish.publish_in(desk, place, options, _asking(force=understood.force))
    refused = [one.error for one in done if one.error is not None]
    if len(refused) == len(done):
        raise refused[0]
    for one in done:
        if one.error is None:
            put(say("{file} is kept up to date from now on, after each change.", file=one.outlet.place))
    put(say("Let the other calendar subscribe to it: what is imported once stays as it was that day."))
    _tell_options(_each(desk, before), _each(desk, options))
    for one in done:
        publish_caldav.tell_remarks(one.remarks)
    for error in refused:
        complain(sentence(error))
    return max((error.exit_code for error in refused), default=0)


def _of_a_file(desk: Desk, understood: Namespace) -> dict[str, Any]:
    """What goes to a file, as it is remembered."""
    options = _chosen(desk, understood) | {"language": spoken()}
    return options | {name: value for name in ("year", "readable") if (value := getattr(understood, name))}


def _tell_options(before: list[str], now: list[str]) -> None:
    """Say which options of a place that was named again hold on, and which do not."""
    named = {option.partition(" ")[0] for option in now}
    if kept := [option for option in before if option in now]:
        put(say("As before: {options}", options=" ".join(kept)))
    if dropped := [option for option in before if option.partition(" ")[0] not in named]:
        put(say("No longer, for it was not said again: {options}", options=" ".join(dropped)))


def _chosen(desk: Desk, understood: Namespace) -> dict[str, Any]:
    """What goes to a place, as it is remembered."""
    options: dict[str, Any] = {"html": understood.html}
    if understood.network is not None:
        options["network"], _ = network_named(desk, understood.network)
    if understood.without:
        options["without"] = sorted(understood.without)
    if understood.alarm is not None:
        options["alarm"] = understood.alarm
    return options


def _told(everything: list[PlaceOutcome], command: str = "") -> int:
    """Say what became of each place; the exit code is that of the worst refusal.

    Args:
        everything: the outcome of each place.
        command: what was typed, without `--force`.
    """
    if not everything:
        put(say("Nothing is kept up to date yet. `planner publish FOLDER` begins."))
    for done in everything:
        place = done.outlet.place
        if done.error is not None:
            done.error.values.setdefault("command", command)
            complain(sentence(done.error))
        elif done.changed:
            put(say_many("{place}: {count} change.", "{place}: {count} changes.", done.changed, place=place))
        elif publish_caldav.as_planned(done.remarks):
            put(say("{place}: up to date.", place=place))
        publish_caldav.tell_differing(done.remarks, place, command)
        publish_caldav.tell_remarks(done.remarks)
    return max((_exit_code(done) for done in everything), default=0)


def _exit_code(done: PlaceOutcome) -> int:
    if done.error is not None:
        return done.error.exit_code
    return 0 if publish_caldav.as_planned(done.remarks) else OutsideError.exit_code


def _list(desk: Desk, *, as_json: bool) -> int:
    kept = publish.kept(desk)
    if as_json:
        put_json(
            [
                {"place": one.place, "kind": one.kind, "options": one.options, "current": current}
                for one, current in kept
            ]
        )
        return 0
    for one, current in kept:
        put(_state(desk, one, current) + _choices(desk, one.options))
    if not kept:
        _told([])
    return 0


def _state(desk: Desk, outlet: Outlet, current: bool) -> str:
    if current:
        return say("{place}: up to date.", place=outlet.place)
    if publish.missing(outlet):
        return say("{place}: missing. The next `planner publish` writes it again.", place=outlet.place)
    if publish.reached(desk, outlet) and (count := differing_at(outlet)):
        return publish_caldav.differing_told(outlet.place, count)
    return say("{place}: behind.", place=outlet.place)


def _choices(desk: Desk, options: dict[str, Any]) -> str:
    """What goes there, as the options that say so."""
    said = on_one_line(" ".join(_each(desk, options)))
    return f" ({said})" if said else ""


def _each(desk: Desk, options: dict[str, Any]) -> list[str]:
    """What goes there, each option that says so in the words of the language that is spoken."""
    words = dict(zip(map(str, SlotKind), kind_names(), strict=True)) | {CURRENT: say("current")}
    return each_asked_for(options, dict(desk.networks()), words)


def _forget(desk: Desk, place: str) -> int:
    found = publish.published_at(desk, place)
    if not found:
        raise InputError("outlet-unknown", file=place)
    for outlet in found:
        publish.forget(desk, outlet)
        if outlet.kind == ON_A_SERVER:
            _forget_password(outlet)
        put(say("{place} is no longer kept up to date. What stands there stays.", place=outlet.place))
    return 0


def _forget_password(outlet: Outlet) -> None:
    from planner.desk.passwords import forget_password, host_of

    forget_password(outlet.account, host_of(outlet.place))


def _asking(*, force: bool = False, password: Callable[..., str] | None = None) -> Asking:
    from planner.desk.bundle import Labels
    from planner.words.published import labels_by_language

    labels = {language: Labels(**words) for language, words in labels_by_language().items()}
    return publish.Asking(labels, force=force, password=password)


def follow(asked: Asked) -> None:
    """Bring the files up to date after a command that changed the calendar; a refusal is told, and a new file."""
    try:
        with open_desk(chosen_calendar(asked)) as desk:
            if desk.readonly or not publish.keeps_files(desk):
                return
            for done in publish.publish(desk, _asking(), kinds=(publish.FILE,)):
                if done.error is not None:
                    complain(sentence(done.error))
                publish_caldav.tell_remarks([found for found in done.remarks if found.key == YEAR_ADDED])
    except PlannerError:
        return


COMMANDS = {"publish": Command(_takes, _publish)}

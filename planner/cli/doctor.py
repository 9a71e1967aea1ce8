"""`planner doctor`: what the checks learnt from the author of this calendar, in the open, and how to forget it.

`--json` gives `readers`, `usual_posts` (how many posts set the calendar's own limit, 0 while they are too few),
`stricter`, `since` (a day or null), `off`, `severities` (by check or group), `often_muted` (`check` and `posts` each)
and `changed`: what this call did, each with `verb`, `id` and `revision` (0 where nothing was to change).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planner.cli import names
from planner.cli.asked import Command
from planner.cli.choosing import chosen_calendar
from planner.cli.learnt_lines import called, lines
from planner.cli.parsing import one_of
from planner.cli.printing import on_one_line, put, put_json
from planner.cli.reading import typed
from planner.desk import learning
from planner.desk.catalogue import catalogue, said_of_checks
from planner.desk.desk import open_desk
from planner.errors import InputError, UsageError
from planner.words import say, to_say

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator, Sequence

    from planner.cli.asked import Asked
    from planner.cli.parsing import Parser
    from planner.desk.catalogue import Said
    from planner.desk.desk import Changed, Desk
    from planner.desk.learning import Learnt

    Told = tuple[str, Changed]

FORGETTABLE = {
    "readers": to_say("your further readers forgotten"),
    "limit": to_say("how you usually write forgotten"),
    "off": to_say("every check switched on again"),
    "severities": to_say("every check given back its own severity"),
}
EMPTIED = {"readers": "readers", "off": "checks_off", "severities": "severities"}
"""What is forgotten by emptying a list of the brief."""


def _takes(parser: Parser) -> None:
    name, several = say("NAME"), {"action": "append", "default": []}
    parser.option(
        "--forget", metavar="|".join(FORGETTABLE), type=one_of(*FORGETTABLE),
        help=say("all your further readers, how you usually write, what is off, or the changed severities"), **several,
    )  # fmt: skip
    parser.option("--forget-reader", metavar=say("WORDS"), help=say("these readers alone"), **several)
    parser.option(
        "--switch-off", metavar=name, type=names.check_or_group_named, help=say("silence a check or a group"), **several
    )
    parser.option(
        "--switch-on", metavar=name, type=names.check_or_group_named, help=say("let it speak again"), **several
    )
    parser.option(
        "--weigh", metavar=say("NAME=SEVERITY"), type=_weighing,
        help=say("give a check or a group error, warning or suggestion; nothing after = gives back its own"), **several,
    )  # fmt: skip
    parser.option("--json", action="store_true", help=say("for another program"))


def _weighing(text: str) -> tuple[str, str]:
    name, equals, severity = text.partition("=")
    if not equals:
        raise UsageError("argument-wrong", argument=text, command="doctor")
    return names.check_or_group_named(name), names.severity_named(severity) if severity.strip() else ""


def _doctor(understood: Namespace, asked: Asked) -> int:
    with open_desk(chosen_calendar(asked)) as desk:
        _know_readers(desk, [typed(words) for words in understood.forget_reader])
        changed = list(_changes(desk, understood))
        silent = _still_silent(said_of_checks(desk), understood.switch_on)
        learnt = learning.learnt(desk) if understood.json or not changed else None
        title = on_one_line(desk.focus(desk.today()).title) or desk.path.stem
    if learnt and understood.json:
        put_json(_as_json(learnt, [change for _, change in changed]))
    elif learnt:
        put(*lines(learnt, title))
    else:
        put(*(_told(deed, change) for deed, change in changed if change.revision or not silent), *silent)
    return 0


def _know_readers(desk: Desk, forgotten: Sequence[str]) -> None:
    """Refuse words that are no further reader's, before anything is changed."""
    known = desk.calendar().brief.readers if forgotten else []
    for words in forgotten:
        if words.casefold() not in map(str.casefold, known):
            raise InputError("reader-unknown", words=words, known=known)


def _changes(desk: Desk, understood: Namespace) -> Iterator[Told]:
    """Each change that is asked for, one undo step each, with its words."""
    for what in understood.forget:
        yield say(FORGETTABLE[what]), _forgotten(desk, what)
    for words in map(typed, understood.forget_reader):
        yield say("no longer your readers: “{words}”", words=words), learning.forget_reader(desk, words)
    for name in understood.switch_off:
        yield say("{check} switched off", check=called(name)), learning.switch_off(desk, name)
    for name in understood.switch_on:
        yield say("{check} switched on again", check=called(name)), learning.switch_on(desk, name)
    for name, severity in understood.weigh:
        yield say("severity of {check} changed", check=called(name)), learning.weigh(desk, name, severity)


def _forgotten(desk: Desk, what: str) -> Changed:
    from planner.desk.brief import write_brief

    return learning.forget_limit(desk) if what == "limit" else write_brief(desk, **{EMPTIED[what]: []})


def _still_silent(said: Said, names_on: list[str]) -> list[str]:
    """A line for each check that was switched on and whose group is off."""
    return [
        say("{check} stays silent with its group: `planner doctor --switch-on {code}`.", check=called(name), code=group)
        for name, group in ((known.check, known.group) for known in catalogue())
        if name in names_on and group in said.off
    ]


def _told(deed: str, changed: Changed) -> str:
    if not changed.revision:
        return say("Nothing to change: {deed}, already.", deed=deed)
    return say("Brief {number}: {deed} · revision {revision}", number=changed.id, deed=deed, revision=changed.revision)


def _as_json(learnt: Learnt, changed: list[Changed]) -> dict[str, Any]:
    return {
        "readers": list(learnt.readers),
        "usual_posts": learnt.usual_posts,
        "stricter": learnt.stricter,
        "since": learnt.since.isoformat() if learnt.since else None,
        "off": list(learnt.off),
        "severities": dict(weight.split("=", 1) for weight in learnt.weights),
        "often_muted": [{"check": check, "posts": posts} for check, posts in sorted(learnt.often_muted.items())],
        "changed": [{"verb": each.verb, "id": each.id, "revision": each.revision} for each in changed],
    }


COMMANDS = {"doctor": Command(_takes, _doctor)}

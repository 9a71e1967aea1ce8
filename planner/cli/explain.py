"""`planner explain`: what a check looks for, why, an example, and what to write instead.

`--json` gives `{"checks": [...]}`, one or many: each has `check`, `name`, `group`, `group_name`, `scope` (post, week or
calendar), `severity`, `here` (what it weighs in the calendar at hand), `off`, `what`, `why`, `example`, `instead` and
`article`. Without a calendar, `here` is the check's own severity and `off` is false.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planner.cli import names
from planner.cli.asked import Command
from planner.cli.choosing import chosen_calendar
from planner.cli.printing import complain, put, put_json
from planner.desk.catalogue import Said, catalogue, groups, said_of_checks
from planner.desk.desk import open_desk
from planner.errors import InputError, PlannerError
from planner.words import findings, say, terms, to_say

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator, Sequence

    from planner.cli.asked import Asked
    from planner.cli.parsing import Parser
    from planner.desk.catalogue import Known

SCOPE = {
    "post": to_say("It reads each post by itself."),
    "week": to_say("It reads the weeks of the calendar."),
    "calendar": to_say("It reads the calendar as a whole."),
}

ARTICLES = (
    "Envahir le web\u202f?",
    "Comment les réseaux sociaux diluent votre efficacité en ligne",
    "Réseaux sociaux et stratégie internet",
    "Les médias sociaux nous rendent paresseux\u202f!",
    "Stratégie Twitter, leçon 2",
)
"""The titles of the five French articles, by the figure before the point in a claim's number; they stay in French."""


def _takes(parser: Parser) -> None:
    about = say("a check's name, such as off-target, or a group's; all of them when absent")
    parser.word("check", metavar=say("CHECK"), help=about)
    parser.option("--json", action="store_true", help=say("for another program"))


def _explain(understood: Namespace, asked: Asked) -> int:
    name = names.found(understood.check) if understood.check else ""
    if understood.check and not name:
        return _unknown(understood.check)
    said = _said(asked)
    chosen = [known for known in catalogue() if name in ("", known.check, known.group)]
    if understood.json:
        put_json({"checks": [_row(known, said) for known in chosen]})
    elif chosen[0].check == name:
        put(*_explained(chosen[0], said))
    else:
        put(*_listed(chosen, said))
    return 0


def _unknown(name: str) -> int:
    near = names.nearest(name)
    if not near:
        raise InputError("check-unknown", name=name)
    complain(say(
        "There is no check “{name}”. The nearest names: {near}. `planner explain` lists them all.",
        name=name, near=", ".join(near),
    ))  # fmt: skip
    return InputError.exit_code


def _said(asked: Asked) -> Said:
    """What the calendar at hand says of the checks; one that is only meant, and not named, may be out of reach."""
    try:
        with open_desk(chosen_calendar(asked)) as desk:
            return said_of_checks(desk)
    except PlannerError:
        if asked.calendar:
            raise
    return Said()


def _listed(chosen: Sequence[Known], said: Said) -> Iterator[str]:
    for number, group in enumerate(group for group in groups() if group in {known.group for known in chosen}):
        if number:
            yield ""
        yield _group(group)
        for known in chosen:
            if known.group == group:
                yield "  " + _line(known, said)


def _group(group: str) -> str:
    return say("{name}: {what}.", name=_named(group), what=terms.group_what(group))


def _named(group: str) -> str:
    """What a group is called and, where that is another word, what the command line calls it."""
    name = terms.group(group)
    return name if name == group else say("{name} ({group})", name=name, group=group)


def _line(known: Known, said: Said) -> str:
    told = {"check": known.check, "name": findings.name(known.check), "what": findings.what(known.check)}
    if here := _here(known, said):
        return say("{check}: {name} ({here}). {what}", here=here, **told)
    return say("{check}: {name}. {what}", **told)


def _here(known: Known, said: Said) -> str:
    """What the calendar at hand makes of the check, "" when nothing."""
    if said.silences(known):
        return say("switched off in this calendar")
    weight = said.weight(known)
    return "" if weight == known.severity else say("{severity} in this calendar", severity=terms.severity(weight))


def _explained(known: Known, said: Said) -> Iterator[str]:
    check = known.check
    yield say("{name} ({check})", name=findings.name(check), check=check)
    for told in (
        findings.what(check),
        say("Why: {why}", why=findings.why(check)),
        say("For example: {example}", example=findings.example(check)),
        say("Instead: {instead}", instead=findings.instead(check)),
        _comes_from(findings.article(check)),
        _stands(known, said),
    ):
        yield ""
        yield told


def _comes_from(article: str) -> str:
    title = ARTICLES[int(article.partition(".")[0])]
    return say(
        "Where it comes from: claim {article}, from “{title}”, one of the five French articles planner was founded on.",
        article=article, title=title,
    )  # fmt: skip


def _stands(known: Known, said: Said) -> str:
    group = say("Group “{name}”: {what}.", name=terms.group(known.group), what=terms.group_what(known.group))
    severity = say("By itself it weighs: {severity}.", severity=terms.severity(known.severity))
    here = _here(known, said)
    now = say("Now: {here}.", here=here) if here else ""
    return " ".join(part for part in (group, say(SCOPE[known.scope]), severity, now) if part)


def _row(known: Known, said: Said) -> dict[str, Any]:
    check = known.check
    return {
        "check": check,
        "name": findings.name(check),
        "group": known.group,
        "group_name": terms.group(known.group),
        "scope": known.scope,
        "severity": known.severity,
        "here": said.weight(known),
        "off": said.silences(known),
        "what": findings.what(check),
        "why": findings.why(check),
        "example": findings.example(check),
        "instead": findings.instead(check),
        "article": findings.article(check),
    }


COMMANDS = {"explain": Command(_takes, _explain)}

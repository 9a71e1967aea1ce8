"""The checks as rows: a group on one line, a check with what it looks for and how much it weighs here."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from textual.content import Content

from planner.desk.mutes import OFFERED_AT
from planner.tui.plain import cells, plain
from planner.tui.screens.brief_hearing import CHOICES, OFF, USUAL
from planner.tui.widgets.findings import STYLES
from planner.words import findings, say, say_many, terms, to_say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.tui.screens.brief_hearing import CheckHeard, Heard

GROUP_WIDTH = 16
NAME_WIDTH = 30
INDENT = 4
MEANT = {
    "error": to_say("a fault, to be put right first"),
    "warning": to_say("deserves a look"),
    "suggestion": to_say("an idea, to take or to leave"),
    "off": to_say("says nothing any more in this calendar"),
}


def rows(heard: Heard, opened: set[str], width: int) -> list[tuple[str, Content]]:
    """Every group, those that are open with their checks, `width` cells wide.

    The keys are `group:…`, `whole:…` and `check:…`.
    """
    shown: list[tuple[str, Content]] = []
    for group in heard.groups():
        shown.append((f"group:{group}", _group(heard, group, group in opened, width)))
        if group in opened:
            shown += _inside(heard, group, width)
    return shown


def choice_rows(check: CheckHeard | None) -> list[tuple[str, Content]]:
    """What can be chosen for a check, or for a group when it is None."""
    usual = say("each as usual") if check is None else say("as usual: {severity}", severity=terms.severity(check.own))
    return [(USUAL, plain(f"  {usual}", "bold")), *((choice, _choice(choice)) for choice in CHOICES[1:])]


def _choice(choice: str) -> Content:
    name = say("off") if choice == OFF else terms.severity(choice)
    return Content.assemble(_sign(choice), plain(f" {cells(name, 15)}", "bold"), plain(say(MEANT[choice]), "dim"))


def _sign(choice: str) -> Content:
    if choice == OFF:
        return plain("–", "dim")
    return plain(terms.sign_of_severity(choice), f"{STYLES.get(choice, '')} bold".strip())


def _group(heard: Heard, group: str, is_open: bool, width: int) -> Content:
    name = cells(terms.group(group), GROUP_WIDTH)
    what, said = terms.group_what(group), _counts(heard, group)
    first = Content.assemble(plain("▾ " if is_open else "▸ "), plain(name, "bold"), plain(f" {what}", "dim"))
    if first.cell_length + len(said) + 3 <= width:
        return Content.assemble(first, plain(f"   {said}"))
    return Content.assemble(first, "\n", plain(f"{' ' * (GROUP_WIDTH + 3)}{said}"))


def _counts(heard: Heard, group: str) -> str:
    """How many checks, how many of them off, changed, often muted."""
    checks = heard.of(group)
    off = sum(1 for check in checks if heard.is_off(check))
    changed = sum(1 for check in checks if not heard.is_off(check) and heard.severity(check) != check.own)
    often = sum(1 for check in checks if _offered(heard, check))
    said = [say_many("{count} check", "{count} checks", len(checks))]
    if off:
        said.append(say("all off") if off == len(checks) else say_many("{count} off", "{count} off", off))
    if changed:
        said.append(say_many("{count} changed", "{count} changed", changed))
    if often:
        said.append(say("{count} often muted", count=often))
    return " · ".join(said)


def _inside(heard: Heard, group: str, width: int) -> Iterator[tuple[str, Content]]:
    choice = heard.choice(group)
    whole = cells(say("the whole group"), NAME_WIDTH + 2)
    yield f"whole:{group}", Content.assemble("  ", plain(whole, "italic"), plain(f"{_whole(choice)} ▾"))
    for check in heard.of(group):
        yield f"check:{check.name}", _check(heard, check, width)


def _whole(choice: str) -> str:
    if choice == USUAL:
        return say("each as usual")
    return say("all off") if choice == OFF else say("all: {severity}", severity=terms.severity(choice))


def _check(heard: Heard, check: CheckHeard, width: int) -> Content:
    sign = _sign(OFF if heard.is_off(check) else heard.severity(check))
    name = cells(findings.name(check.name), NAME_WIDTH)
    first = Content.assemble("  ", sign, " ", plain(name, "bold"), plain(f"{_standing(heard, check)} ▾"))
    lines = [first, *_under(findings.what(check.name), width, "dim")]
    if check.muted:
        lines += _under(_muted(check, _offered(heard, check)), width)
    return Content("\n").join(lines)


def _under(text: str, width: int, style: str = "") -> list[Content]:
    return [plain(f"{' ' * INDENT}{part}", style) for part in textwrap.wrap(text, width - INDENT)]


def _standing(heard: Heard, check: CheckHeard) -> str:
    """How the check stands, in words: `warning, as usual`, `error here`, `off with its group`."""
    if check.name in heard.brief.off:
        return say("off")
    if check.group in heard.brief.off:
        return say("off, with its group")
    severity = terms.severity(heard.severity(check))
    if check.name in heard.brief.weights:
        return say("{severity} here", severity=severity)
    if check.group in heard.brief.weights:
        return say("{severity}, as its group", severity=severity)
    return say("{severity}, as usual", severity=severity)


def _offered(heard: Heard, check: CheckHeard) -> bool:
    return check.muted >= OFFERED_AT and not heard.is_off(check)


def _muted(check: CheckHeard, offered: bool) -> str:
    said = say_many("muted on {count} post", "muted on {count} posts", check.muted)
    return say("{muted}: o switches it off here", muted=said) if offered else said

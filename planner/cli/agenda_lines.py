"""The lines of a week: words for what the screen says with signs and places."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from planner.cli.printing import on_one_line
from planner.model.card import moment_of
from planner.words import busy, dates, findings, say, say_many, terms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planner.desk.desk import Desk
    from planner.model.busy import BusyTime
    from planner.model.card import Block, Card, Focus


def focus(told: Focus) -> Iterator[str]:
    """Whom the calendar is for and what for, its networks, hours and findings; the unsaid is left out."""
    if told.audience:
        yield say("For: {audience}", audience=on_one_line(told.audience))
    if told.objective:
        yield _objective(told)
    yield _networks(told)
    planned, available = dates.duration(told.minutes), dates.duration(told.available)
    yield say("Time: {planned} of {available}", planned=planned, available=available)
    if found := counts(told.errors, told.warnings, told.suggestions):
        yield say("Found: {counts}", counts=found)


def _objective(told: Focus) -> str:
    words = on_one_line(told.objective)
    if told.figure is None or told.target is None:
        return say("Objective: {objective}", objective=words)
    figure, target = dates.number(told.figure), dates.number(told.target)
    if not told.due:
        return say("Objective: {objective}; {figure} of {target}", objective=words, figure=figure, target=target)
    day = dates.day_long(date.fromisoformat(told.due))
    return say(
        "Objective: {objective}; {figure} of {target}, by {day}",
        objective=words,
        figure=figure,
        target=target,
        day=day,
    )


def _networks(told: Focus) -> str:
    count, names = len(told.networks), ", ".join(on_one_line(name) for name in told.networks)
    if told.owned:
        owned = ", ".join(on_one_line(name) for name in told.owned)
        return say(
            "Networks: {count} of {budget}: {names}; your own: {owned}",
            count=count, budget=told.budget, names=names or say("none"), owned=owned,
        )  # fmt: skip
    return say("Networks: {count} of {budget}: {names}", count=count, budget=told.budget, names=names or say("none"))


def counts(errors: int, warnings: int, suggestions: int) -> str:
    """`1 error, 2 warnings`, or "" when there are none."""
    told = [
        say_many("{count} error", "{count} errors", errors) if errors else "",
        say_many("{count} warning", "{count} warnings", warnings) if warnings else "",
        say_many("{count} suggestion", "{count} suggestions", suggestions) if suggestions else "",
    ]
    return ", ".join(part for part in told if part)


def days(desk: Desk, first: date, last: date, taken: Sequence[BusyTime] = ()) -> Iterator[str]:
    """The posts and slots of these days, in their order, and what other calendars take of them."""
    cards, blocks = desk.cards(first, last), desk.blocks(first, last)
    lines = [(hour.day, f"{hour.day}T{hour.time}", -1, _taken(hour)) for hour in taken]
    lines += [(card.day, moment_of(card), 0, _post(desk, card)) for card in cards]
    lines += [(block.day, moment_of(block), 1, _slot(block)) for block in blocks if not block.filled]
    for line in sorted(lines):
        yield line[-1]


def nothing() -> str:
    """What stands in the place of no post: a way to begin."""
    return say('Nothing stands here yet. `planner add --day fri "TEXT"` plans a post.')


def ideas(cards: list[Card]) -> str:
    """How many ideas wait for a day, and the first of them; "" when there are none."""
    if not cards:
        return ""
    titles = " · ".join(_title(card) for card in cards[:3])
    return say_many("{count} idea: {titles}", "{count} ideas: {titles}", len(cards), titles=titles)


def _post(desk: Desk, card: Card) -> str:
    stands = [
        dates.day_short(date.fromisoformat(card.day)),
        dates.hour_in_full(card),
        terms.status(card.status),
        on_one_line(card.network),
    ]
    line = say("{stands}: {title}", stands=", ".join(part for part in stands if part), title=_title(card))
    names = _found(desk, card)
    return say("{line} ({names})", line=line, names=names) if names else line


def _title(card: Card) -> str:
    return on_one_line(card.title) or say("untitled")


def _found(desk: Desk, card: Card) -> str:
    if not card.errors + card.warnings + card.suggestions:
        return ""
    spoken = [finding for finding in desk.findings_of(card.id) if not finding.muted]
    return ", ".join(dict.fromkeys(findings.name(finding.check) for finding in spoken))


def _taken(hour: BusyTime) -> str:
    day = dates.day_short(date.fromisoformat(hour.day))
    return ", ".join((day, busy.span(hour), busy.what(hour)))


def _slot(block: Block) -> str:
    stands = [
        dates.day_short(date.fromisoformat(block.day)),
        dates.hour_in_full(block),
        say("free") if block.kind == "publish" else terms.slot_kind(block.kind),
        on_one_line(block.network),
    ]
    line, title = ", ".join(part for part in stands if part), on_one_line(block.title)
    if title:
        line = say("{stands}: {title}", stands=line, title=title)
    return say("{line}, {duration}", line=line, duration=dates.duration(block.minutes))

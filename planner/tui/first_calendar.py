"""From five answers to a calendar: the brief, one network, and two weekly slots that fit the hours."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from planner import places
from planner.settings import environment_zone
from planner.words import say, spoken

if TYPE_CHECKING:
    from pathlib import Path

    from planner.desk.desk import Desk

POST_MINUTES = 45 + 10 + 30
"""What a post costs as a new one is planned: preparing, publishing, answering."""
TUESDAY, THURSDAY = 1, 3
"""The days of the two slots, as `date.weekday` counts: one publishes on the one that comes first."""
LEADING_FIGURE = re.compile(r"\s*(\d[\d\s\u00a0\u202f]*(?:[.,]\d+)?)\s*(.*)", re.DOTALL)


@dataclass
class Answers:
    """What was answered; what is empty waits in the brief."""

    audience: str = ""
    needs: list[str] = field(default_factory=list)
    objective: str = ""
    counted: str = ""
    due: date | None = None
    network: str = ""
    hours: float | None = None
    places: list[str] = field(default_factory=list)


class Rhythm(NamedTuple):
    """What fits some hours a week: posts a week, the publishing rule, minutes of listening."""

    posts_per_week: float
    rule: str
    listening: int


def rhythm_for(hours: float) -> Rhythm:
    """One post a week where the hours allow it, else one every two weeks; never more at the beginning."""
    minutes = round(hours * 60)
    weekly = minutes >= POST_MINUTES + 15
    free = minutes - (POST_MINUTES if weekly else POST_MINUTES // 2)
    listening = max(10, min(60, free // 2 // 5 * 5))
    return Rhythm(1.0, "FREQ=WEEKLY", listening) if weekly else Rhythm(0.5, "FREQ=WEEKLY;INTERVAL=2", listening)


def figure_and_unit(text: str) -> tuple[float | None, str]:
    """`8 quote requests` as 8 and `quote requests`."""
    found = LEADING_FIGURE.fullmatch(text)
    if not found:
        return None, text.strip()
    return float(re.sub(r"\s", "", found[1]).replace(",", ".")), found[2].strip()


def indicator_named(text: str) -> str:
    """The rung of the ladder that the words name, the highest one; or "" when none is named."""
    from planner.model import limits

    folded = "".join(
        letter for letter in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(letter)
    )
    ladder = sorted(limits.indicators().values(), key=lambda indicator: indicator.step)
    for indicator in ladder:
        if any(words.search(folded) for words in indicator.words[spoken()]):
            return indicator.key
    return ""


def make_calendar(answers: Answers) -> Path:
    """Make the calendar of these answers and give its path.

    Raises:
        PlannerError: the folder refuses, or an answer cannot be taken in.
    """
    from planner.desk.desk import new_calendar

    title = answers.audience[:60] or say("My calendar")
    path = places.calendar_path(title)
    desk = new_calendar(path, spoken(), environment_zone(), title)
    try:
        _write(desk, answers)
    finally:
        desk.close()
    return path


def _write(desk: Desk, answers: Answers) -> None:
    from planner.desk.brief import add_network, write_brief

    target, unit = figure_and_unit(answers.counted)
    hours = 4.0 if answers.hours is None else answers.hours
    write_brief(
        desk,
        answers.needs,
        audience=answers.audience,
        objective=answers.objective,
        unit=unit,
        # "lots" counts nothing: without a figure, words become an indicator only when the ladder knows them.
        indicator=indicator_named(unit) or indicator_named(answers.objective) or (unit if target is not None else ""),
        target_figure=target,
        start_figure=None if target is None else 0,
        due=answers.due,
        hours_per_week=hours,
        posts_per_week=rhythm_for(hours).posts_per_week,
        places=[name for name in (answers.network, *answers.places) if name],
    )
    network = None
    if answers.network:
        key, kind = _known(answers.network)
        network = add_network(desk, name=answers.network, key=key, kind=kind).id
    _add_slots(desk, rhythm_for(hours), network)


def _known(name: str) -> tuple[str, str]:
    from planner.model import limits

    for key, rules in limits.networks().items():
        if rules.name.casefold() == name.casefold():
            return key, rules.kind
    return "", "rented"


def _add_slots(desk: Desk, rhythm: Rhythm, network: int | None) -> None:
    from planner.desk.brief import add_slot

    today = desk.today()
    publish, listen = sorted(_next(today, weekday) for weekday in (TUESDAY, THURSDAY))
    add_slot(desk, kind="publish", network_id=network, day=publish, time=time(9), rule=rhythm.rule)
    add_slot(
        desk,
        kind="listen",
        title=say("What do they ask this week?"),
        day=listen,
        time=time(9),
        minutes=rhythm.listening,
        rule="FREQ=WEEKLY",
    )


def _next(today: date, weekday: int) -> date:
    """The next such weekday, today left out."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)

"""The words of a page to print or to send, in the reader's language."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from planner.model.terms import NetworkKind, Purpose, Severity, SlotKind, Status
from planner.words import dates, findings, say, say_many, spoken, terms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


def page_labels() -> dict[str, Any]:
    """What `planner.exchange.printed.Labels` takes."""
    return {
        "language": spoken(),
        "words": _words(),
        "statuses": _each(Status, terms.status),
        "status_signs": _each(Status, terms.sign_of_status),
        "purposes": _each(Purpose, terms.purpose),
        "slot_kinds": _each(SlotKind, terms.slot_kind),
        "network_kinds": _each(NetworkKind, terms.network_kind),
        "severities": _each(Severity, lambda name: _capital(terms.severity(name))),
        "day_long": dates.day_long,
        "weekday": dates.weekday,
        "day_in_week": _day_in_week,
        "hour": dates.hour_of,
        "hour_in_full": dates.hour_in_full,
        "duration": dates.duration,
        "number": dates.number,
        "week_title": _week_title,
        "month_title": lambda day: _capital(dates.month_title(day)),
        "quoted": lambda text: say("“{text}”", text=" ".join(text.split())),
        "ending": _ending,
        "progress": _progress,
        "networks": _networks,
        "as_of": lambda day: say("As of {day}.", day=dates.day_long(day)),
        "finding": findings.sentence,
    }


def _words() -> dict[str, str]:
    return {
        "audience": say("For"),
        "objective": say("Objective"),
        "untitled": _capital(say("untitled")),
        "nothing": say("Nothing is planned here."),
        "no-text": say("Not written yet."),
        "need": say("Question answered"),
        "next-step": say("Next step"),
        "link": say("Link"),
        "findings": say("Found by the checks"),
        "free": say("free"),
        "week": say("Week"),
        "week-short": say("Wk"),
        **_words_of_the_brief(),
    }


def _words_of_the_brief() -> dict[str, str]:
    return {
        "brief": say("The brief"),
        "message": say("The message"),
        "portrait": say("A portrait"),
        "needs": say("What they ask"),
        "words": say("Their words"),
        "places": say("Where they are"),
        "not-for": say("Whom it is not for"),
        "do": say("Topics to treat"),
        "dont": say("Topics never to treat"),
        "networks": say("Networks"),
        "not-open": say("not open yet"),
        "criterion": say("Before the next one is opened"),
        "rhythm": say("Rhythm"),
        "posts-per-week": say("Posts a week"),
        "hours-per-week": say("Time a week"),
        "reply-within": say("Answers within"),
    }


def _each(names: Iterable[str], word: Callable[[str], str]) -> dict[str, str]:
    return {str(name): word(str(name)) for name in names}


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _day_in_week(day: date) -> str:
    return f"{dates.weekday(day)} {dates.day_and_month(day)}"


def _week_title(monday: date) -> str:
    sunday = date.fromordinal(monday.toordinal() + 6)
    days = dates.span_of_days(monday, sunday)
    if monday.year == sunday.year:
        days = f"{days} {sunday.year}"
    return say("Week {number}, {days}", number=monday.isocalendar().week, days=days)


def _ending(text: str, sign: str) -> str:
    """A text before a colon, with the space that French sets before it."""
    return f"{text}{dates.NO_BREAK if spoken() == 'fr' else ''}{sign}"


def _progress(figure: float, target: float, unit: str, due: date | None) -> str:
    told = say("{figure} of {target} {unit}", figure=dates.number(figure), target=dates.number(target), unit=unit)
    return say("({progress}, by {day})", progress=told.strip(), day=dates.day_long(due)) if due else f"({told.strip()})"


def _networks(used: int, budget: int) -> str:
    return say_many(
        "{count} rented network at most; {used} in use.",
        "{count} rented networks at most; {used} in use.",
        budget,
        used=used,
    )

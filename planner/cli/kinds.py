"""What a person leaves in or out of what goes to other calendars: kinds of events, and a reminder before each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planner.errors import UsageError
from planner.model.terms import LANGUAGES, SlotKind
from planner.words import speak, spoken, terms
from planner.words.exported import reminders_allowed

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

LONGEST_ALARM = 28 * 24 * 60
"""Minutes a reminder may come before its event: four weeks, as Google Calendar and Outlook have it."""
KINDS = frozenset(map(str, SlotKind))
CHOOSING = ("--kinds", "--without", "--without-slots")
"""The options that choose the kinds."""
FIGURES = re.compile("[0-9]{1,9}")


def kind_names() -> list[str]:
    """The kinds as a person names them, in the language that is spoken."""
    return [terms.slot_kind(kind) for kind in SlotKind]


def kinds(option: str) -> Callable[[str], frozenset[str]]:
    """What reads the kinds between commas, each by its word in either language or by its name in a file.

    It raises UsageError: `argument-not-among` for a word that is no kind, `option-value` when there is no word.
    """

    def understood(text: str) -> frozenset[str]:
        known = dict(_known())
        words = [word.strip() for word in text.split(",") if word.strip()]
        for word in words:
            if word.casefold() not in known:
                *first, last = kind_names()
                raise UsageError("argument-not-among", value=word, first=", ".join(first), second=last)
        if not words:
            raise UsageError("option-value", option=option, value=text, allowed=", ".join(kind_names()))
        return frozenset(known[word.casefold()] for word in words)

    return understood


def refuse_none_left(left: Collection[str], given: Iterable[str]) -> None:
    """Refuse kinds that leave nothing to write: a file without events is a slip of the hand.

    Raises:
        UsageError: `kinds-none-left`, with the options that were given.
    """
    if not left:
        raise UsageError("kinds-none-left", options=[option for option in CHOOSING if option in given])


def minutes(text: str) -> int:
    """How long before an event `--alarm` is to remind.

    Raises:
        UsageError: `option-value` when it is no whole number, or beyond four weeks.
    """
    if not FIGURES.fullmatch(text) or int(text) > LONGEST_ALARM:
        raise UsageError("option-value", option="--alarm", value=text, allowed=reminders_allowed(LONGEST_ALARM))
    return int(text)


def _known() -> Iterator[tuple[str, str]]:
    before = spoken()
    try:
        for language in LANGUAGES:
            speak(language)
            yield from ((name.casefold(), str(kind)) for name, kind in zip(kind_names(), SlotKind, strict=True))
    finally:
        speak(before)
    yield from ((str(kind), str(kind)) for kind in SlotKind)

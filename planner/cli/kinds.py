"""What a person leaves in or out of what goes to other calendars: kinds of events, and a reminder before each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.errors import InputError, UsageError
from planner.model.terms import LANGUAGES, SlotKind
from planner.words import speak, spoken, terms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LONGEST_ALARM = 28 * 24 * 60
"""Minutes a reminder may come before its event: four weeks."""


def kind_names() -> list[str]:
    """The kinds as a person names them, in the language that is spoken."""
    return [terms.slot_kind(kind) for kind in SlotKind]


def kinds(text: str) -> frozenset[str]:
    """The kinds between commas, each by its word in either language or by its name in a file.

    Raises:
        UsageError: `argument-not-among`.
    """
    known = dict(_known())
    words = [word.strip() for word in text.split(",") if word.strip()]
    for word in words:
        if word.casefold() not in known:
            *first, last = kind_names()
            raise UsageError("argument-not-among", value=word, first=", ".join(first), second=last)
    return frozenset(known[word.casefold()] for word in words)


def minutes(command: str) -> Callable[[str], int]:
    """What reads how long before an event to remind, for this command.

    It raises UsageError: `argument-wrong` when it is no whole number, and InputError: `value-not-allowed` beyond
    four weeks.
    """

    def understood(text: str) -> int:
        try:
            number = int(text)
        except ValueError as error:
            raise UsageError("argument-wrong", argument=text, command=command) from error
        if not 0 <= number <= LONGEST_ALARM:
            raise InputError("value-not-allowed", field="alarm", value=text, allowed=f"0 – {LONGEST_ALARM}")
        return number

    return understood


def _known() -> Iterator[tuple[str, str]]:
    before = spoken()
    try:
        for language in LANGUAGES:
            speak(language)
            yield from ((name.casefold(), str(kind)) for name, kind in zip(kind_names(), SlotKind, strict=True))
    finally:
        speak(before)
    yield from ((str(kind), str(kind)) for kind in SlotKind)

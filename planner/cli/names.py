"""Checks, groups and severities as a person names them: by code or by words, in either language, accents or not."""

from __future__ import annotations

import unicodedata
from difflib import get_close_matches
from typing import TYPE_CHECKING

from planner.desk.catalogue import catalogue, groups
from planner.errors import UsageError
from planner.model.terms import LANGUAGES, SEVERITIES
from planner.words import findings, speak, spoken, terms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    Words = Callable[[str], str]

NEAR = 0.5
MOST_NEAR = 3
_BETWEEN_WORDS = str.maketrans("-_'’", "    ")


def check_named(text: str) -> str:
    """The check of this name.

    Raises:
        UsageError: `check-unknown`, with the nearest names.
    """
    one = _one(text, _checks(), findings.name)
    if not one:
        raise UsageError("check-unknown", name=text, near=nearest(text, _checks()))
    return one


def group_named(text: str) -> str:
    """The group of this name.

    Raises:
        UsageError: `group-unknown`, with all of them, for they are few: the nearest first.
    """
    one = _one(text, groups(), terms.group)
    if not one:
        raise UsageError("group-unknown", name=text, near=list(dict.fromkeys((*nearest(text, groups()), *groups()))))
    return one


def check_or_group_named(text: str) -> str:
    """The check or the group of this name; raises as `check_named` does."""
    one = found(text)
    if not one:
        raise UsageError("check-unknown", name=text, near=nearest(text))
    return one


def severity_named(text: str) -> str:
    """The severity of this name.

    Raises:
        UsageError: `argument-not-among`, with the three there are.
    """
    one = _one(text, SEVERITIES, terms.severity)
    if not one:
        raise UsageError("argument-not-among", value=text, first=", ".join(SEVERITIES[:-1]), second=SEVERITIES[-1])
    return one


def found(text: str) -> str:
    """The check of this name, else the group, else ""."""
    return _one(text, _checks(), findings.name) or _one(text, groups(), terms.group)


def nearest(text: str, known: Sequence[str] = ()) -> list[str]:
    """The code names that look most like this, best first, by what they are called too; of all where none are told."""
    called: dict[str, str] = {}
    for name in known or (*_checks(), *groups()):
        words = terms.group if name in groups() else findings.name
        for written in (name, *_in_each_language(name, words)):
            called.setdefault(_plain(written), name)
    near = get_close_matches(_plain(text), called, len(called), NEAR)
    return list(dict.fromkeys(called[written] for written in near))[:MOST_NEAR]


def _checks() -> list[str]:
    return [known.check for known in catalogue()]


def _one(text: str, known: Sequence[str], words: Words) -> str:
    """The name meant: as a code, else as the words for it, those of the spoken language first."""
    wanted = _plain(text)
    by_code = (name for name in known if _plain(name) == wanted)
    return next(by_code, "") or next(_by_words(wanted, known, words), "")


def _by_words(wanted: str, known: Sequence[str], words: Words) -> Iterator[str]:
    called = [(name, _in_each_language(name, words)) for name in known]
    for number in range(len(LANGUAGES)):
        yield from (name for name, told in called if _plain(told[number]) == wanted)


def _in_each_language(name: str, words: Words) -> list[str]:
    """What a name is called, in the spoken language first."""
    own, told = spoken(), [words(name)]
    try:
        for other in (language for language in LANGUAGES if language != own):
            speak(other)
            told.append(words(name))
    finally:
        speak(own)
    return told


def _plain(name: str) -> str:
    """A name without case, accents or signs between its words."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(bare.translate(_BETWEEN_WORDS).split())

"""`broad-audience`: the audience of the brief is everybody (article row 0.22).

Broad is what holds the name of a crowd and not one word that narrows it; so one word of a trade, a place or a
situation is enough for silence.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from planner.focus.check import Check, Evidence, Severity
from planner.focus.judged import shortened
from planner.focus.text.composed import compose
from planner.focus.text.fold import fold
from planner.focus.text.lists import read_list

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.focus.judged import JudgedCalendar
    from planner.focus.text.stems import Language

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_NUMBER = re.compile(r"[\d-]+")


class _Lists(NamedTuple):
    """The list of one language: the names of crowds, the words that narrow nothing, and "whoever"."""

    crowds: frozenset[str]
    vague: frozenset[str]
    whoever: re.Pattern[str]


def judge(judged: JudgedCalendar) -> Iterator[Evidence]:
    """Warn with the audience as it is written; an audience not written yet is `thin-brief`'s matter."""
    audience = judged.calendar.brief.audience
    if broad(audience, judged.language):
        yield Evidence({"words": shortened(audience).rstrip(" .!?")})


def broad(audience: str, language: Language) -> bool:
    """Whether an audience names a crowd and nothing that narrows it."""
    lists, folded = _lists(language), fold(compose(audience).text)
    words = [word for word in _WORD.findall(folded) if not _NUMBER.fullmatch(word)]
    if not words or not (lists.whoever.search(folded) or not lists.crowds.isdisjoint(words)):
        return False
    return all(word in lists.crowds or word in lists.vague for word in words)


@cache
def _lists(language: Language) -> _Lists:
    lists = read_list(language, "audiences")
    whoever = re.compile("|".join(lists["whoever"]))
    # What "whoever" is made of narrows nothing: an audience may hold it beside other crowds.
    vague = frozenset(_WORD.findall(lists["vague"])) | frozenset(_WORD.findall(_letters(lists["whoever"])))
    return _Lists(frozenset(lists["crowds"].split()), vague, whoever)


def _letters(expressions: list[str]) -> str:
    return re.sub(r"\\[bW]|[^a-z ]", " ", " ".join(expressions))


check = Check(name="broad-audience", group="measure", scope="calendar", severity=Severity.WARNING, judge=judge)

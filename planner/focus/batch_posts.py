"""A draft of the batch as a post of a calendar that has only its brief: for the checks that need no more."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from planner.focus.checks.honest import vanity
from planner.focus.checks.precise import no_example, several_subjects, vague_subject, worn_phrase
from planner.focus.checks.ready import too_many_tags
from planner.focus.checks.target import self_centred
from planner.focus.judged import JudgedCalendar, JudgedPost
from planner.model.calendar import Calendar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.focus.check import Finding
    from planner.focus.text.brief_words import BriefWords
    from planner.focus.text.draft import Draft
    from planner.focus.text.stems import Language

TEXT_CHECKS = (
    vanity.check,
    self_centred.check,
    vague_subject.check,
    worn_phrase.check,
    several_subjects.check,
    no_example.check,
    too_many_tags.check,
)
"""The checks of a post that read only its text, its network's limits and the brief's needs."""

_CALENDARS_KEPT = 256
_TEXTS = ("audience", "objective", "message")
_LISTS = ("words", "places", "do", "dont", "not_for", "readers", "own_names")
_NO_DAY = date(1970, 1, 1)
"""None of these checks asks which day it is."""


def text_findings(draft: Draft, brief: BriefWords | None, needs: tuple[str, ...], network: str) -> Iterator[Finding]:
    """What the checks of the text alone find; `network` is a key, "" for none."""
    judged = JudgedPost(_calendar(draft.language, brief, needs, network), _post(draft), draft, None)
    for check in TEXT_CHECKS:
        yield from check.findings(judged)


def _post(draft: Draft) -> Any:
    # A record would load the database's library for a text that goes into none.
    return SimpleNamespace(id=None, title=draft.title, body=draft.body, network_id=1)


@lru_cache(maxsize=_CALENDARS_KEPT)
def _calendar(language: Language, brief: BriefWords | None, needs: tuple[str, ...], network: str) -> JudgedCalendar:
    told: Any = SimpleNamespace(language=language, **dict.fromkeys(_TEXTS, ""), **dict.fromkeys(_LISTS, ()))
    asked: list[Any] = [SimpleNamespace(id=number, text=text) for number, text in enumerate(needs, 1)]
    place: Any = SimpleNamespace(id=1, key=network, name=network)
    judged = JudgedCalendar(Calendar(brief=told, needs=asked, networks=[place] if network else []), _NO_DAY)
    if brief:
        judged.brief = brief
    return judged

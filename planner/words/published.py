"""The words of published files: those in them, in the language of each, and those of a refusal on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planner.model.terms import LANGUAGES
from planner.words import errors, labels, remarks, say, speak, spoken, to_say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planner.errors import PlannerError

ON_SCREEN = {
    "not-ours": to_say(
        "{file} was not written by planner, so it was left as it is. Export there again (key x): planner asks before "
        "it replaces it."
    ),
    "other-calendar": to_say(
        "{file} shows another calendar of planner’s, so it was left as it is. Export there again (key x): planner asks "
        "before it replaces it."
    ),
    "outlet-network-gone": to_say(
        "{file} shows one network only, and the calendar no longer has it. The file was left as it is. Export there "
        "again (key x) with another network."
    ),
}
"""What the screen can do about a file that is kept up to date, where the command line names its options."""


LARGE = to_say(
    "{file} is over 900 kB, and Google Calendar refuses more than 1 MB. Export less there (key x): one network, or "
    "fewer kinds."
)


def remark_on_screen(key: str, values: Mapping[str, object]) -> str:
    """What must be said of a file, with what the screen can do about it."""
    return say(LARGE, file=str(values.get("file", "…"))) if key == "outlet-large" else remarks.remark(key, values)


def refusal_on_screen(error: PlannerError) -> str:
    """Why a published file was not brought up to date, and what to do about it without leaving the screen."""
    if error.key not in ON_SCREEN:
        return errors.sentence(error)
    return say(ON_SCREEN[error.key], file=str(error.values.get("file", "…")))


def labels_by_language() -> dict[str, dict[str, Any]]:
    """What `planner.desk.bundle.Labels` takes, for each language that planner speaks."""
    before = spoken()
    try:
        return {language: _labels(language) for language in LANGUAGES}
    finally:
        speak(before)


def _labels(language: str) -> dict[str, Any]:
    speak(language)
    return labels.event_labels()

"""The words of a published file: a place keeps its language, whichever is spoken when it is brought up to date."""

from __future__ import annotations

from typing import Any

from planner.model.terms import LANGUAGES
from planner.words import labels, speak, spoken


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

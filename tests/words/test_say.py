"""Sentences: their language, their plurals, and values that are never more than data."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.words import placeholders, say, say_many, speak, spoken, terms

HEAVY = {
    "babel",
    "dateparser",
    "textual",
    "sqlmodel",
    "sqlalchemy",
    "pydantic",
    "icalendar",
    "markdown",
    "holidays",
    "rapidfuzz",
}


@pytest.mark.parametrize(("language", "word"), [("fr", "brouillon"), ("en", "draft")])
def test_the_language_is_chosen_before_speaking(language: str, word: str) -> None:
    speak(language)
    assert terms.status("draft") == word


def test_a_language_that_is_not_spoken_is_english() -> None:
    speak("de")
    assert spoken() == "en"
    assert say("draft") == "draft"


@pytest.mark.parametrize(
    ("language", "count", "told"),
    [
        ("fr", 0, "0 erreur"),
        ("fr", 1, "1 erreur"),
        ("fr", 2, "2 erreurs"),
        ("en", 0, "0 errors"),
        ("en", 1, "1 error"),
        ("en", 2, "2 errors"),
    ],
)
def test_none_is_singular_in_french_only(language: str, count: int, told: str) -> None:
    speak(language)
    assert say_many("{count} error", "{count} errors", count) == told


@given(st.text())
def test_a_value_is_data(text: str) -> None:
    speak("fr")
    told = say("“{text}”", text=text)
    assert told.startswith("«\u00a0")
    assert not any(character in told for character in "\x00\x1b\x9b\u202e")


@pytest.mark.parametrize("text", ["{count}", "{0}", "{text.__class__}", "100 %", "{", "[/promo]"])
def test_braces_in_a_value_stay_as_typed(text: str) -> None:
    assert say("“{text}”", text=text) == f"“{text}”"


def test_placeholders_are_named() -> None:
    assert placeholders("{line} ({names})") == {"line", "names"}


def test_speaking_costs_no_heavy_library() -> None:
    code = (
        "import sys; from planner.words import speak, say, dates, terms, findings, errors; import datetime\n"
        "speak('fr'); dates.week_title(datetime.date(2026, 1, 19)); say('draft'); findings.name('generic')\n"
        "print(*{name.partition('.')[0] for name in sys.modules})"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert set(loaded.split()) & HEAVY == set()

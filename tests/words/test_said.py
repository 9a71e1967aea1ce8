"""What a reader is told of a calendar or a text, from what was found to the sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from planner.focus import run
from planner.focus.checks.precise.generic import MOST_ASKED
from planner.model.card import KeptFinding
from planner.words import findings, speak
from tests.focus import build
from tests.focus.examples import generic, no_need
from tests.focus.judging import findings_on, words_of

if TYPE_CHECKING:
    from planner.focus.check import Finding
    from planner.model.calendar import Calendar


def said(found: list[Finding], check: str, language: str) -> str:
    """The sentence of the one finding of a check."""
    speak(language)
    (finding,) = [one for one in found if one.check == check]
    return findings.sentence(KeptFinding(check, "warning", finding.message, dict(finding.values), [], None, "", ""))


def told(calendar: Calendar, check: str, language: str = "en") -> str:
    return said(run.findings(calendar, build.TODAY), check, language)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_generic_text_is_asked_one_question_for_what_is_missing(language: str) -> None:
    fragments = set(words_of("generic")[language]["ask"].values())
    for text in generic.FIRES[language]:
        sentence = said(findings_on(text, language), "generic", language)
        asked = re.split(r"[»”]", sentence)[-1]
        assert asked.count("?") == 1
        missing = re.split(r"\u00a0: |: ", asked.rstrip("?\u202f"))[-1].split(", ")
        assert 1 <= len(missing) <= MOST_ASKED
        assert set(missing) <= fragments


def test_as_many_networks_are_counted_as_are_listed() -> None:
    posts = [*(build.on(day) for day in range(9)), build.on(10, "facebook"), build.on(11, "x")]
    assert told(build.calendar("en", posts), "too-many-networks").startswith(
        "3 networks (Linkedin 9, X 1, Facebook 1), and your brief allows 1."
    )


def test_pieces_of_work_that_are_equally_long_are_told_together() -> None:
    posts = [build.on(day, title=f"Lettre {day}") for day in range(3)]
    sentence = told(build.calendar("fr", posts), "over-hours", "fr")
    assert "Les 3 tâches les plus longues prennent" in sentence
    assert "(19 janvier, 20 janvier, 21 janvier)" in sentence
    longer = [*posts, build.on(4, title="Le guide", prepare_minutes=200)]
    sentence = told(build.calendar("fr", longer), "over-hours", "fr")
    assert "«\u00a0Le guide\u00a0»" in sentence
    assert "chacune" not in sentence


def test_equals_on_one_day_name_the_day_once() -> None:
    posts = [build.on(1, prepare_minutes=120), build.on(1, prepare_minutes=120)]
    assert "The 2 longest pieces of work take" in told(build.calendar("en", posts), "over-hours")
    assert "(20 January)" in told(build.calendar("en", posts), "over-hours")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_need_meant_is_proposed_with_its_words(language: str) -> None:
    sentence = said(findings_on(no_need.FIRES[language][0], language), "no-need", language)
    assert ("retenue" if language == "fr" else "retention") in sentence
    assert sentence.endswith("Est-ce celui-là\u202f?" if language == "fr" else "Is that the one?")

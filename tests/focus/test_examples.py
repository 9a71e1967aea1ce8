"""Every check fires where it should and keeps silent where it nearly would; its words are there, twice."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from planner.focus import run
from planner.focus.register import CALENDAR_CHECKS, POST_CHECKS, names
from planner.model.terms import LANGUAGES
from tests.focus import build, examples
from tests.focus.judging import WORDS, findings_on, fired, placeholders, sentences, words_of

LEAST = 4
TEXTS = ("name", "what", "why", "example", "instead")
NOT_IN_THEIR_TEXT = {
    "no-need", "too-long", "clock-gap", "not-a-working-day", "no-way-home", "vague-subject", "no-example",
    "wrong-place", "too-many-tags", "no-text", "no-date",
}  # fmt: skip
"""Checks whose example is a situation: their words describe it."""

ON_POSTS = [check.name for check in POST_CHECKS]
ON_CALENDARS = [check.name for check in CALENDAR_CHECKS]


def _file(check: str) -> str:
    return check.replace("-", "_")


def _examples(check: str) -> Any:
    return import_module(f"tests.focus.examples.{_file(check)}")


def test_the_register_the_examples_and_the_words_are_the_same_set() -> None:
    known = {_file(name) for name in names()}
    folder = Path(examples.__path__[0])
    assert {path.stem for path in folder.glob("*.py")} - {"__init__"} == known
    assert {path.stem for path in WORDS.glob("*.toml")} == known
    assert len(names()) == len(known)


@pytest.mark.parametrize("check", [*POST_CHECKS, *CALENDAR_CHECKS], ids=lambda check: check.name)
def test_a_check_stands_in_the_file_of_its_name(check: Any) -> None:
    module = import_module(f"planner.focus.checks.{check.group}.{_file(check.name)}")
    assert module.check is check
    assert check.scope == "post" if check.name in ON_POSTS else check.scope in ("week", "calendar")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("check", ON_POSTS)
def test_on_a_post(check: str, language: str) -> None:
    wanted = _examples(check)
    assert min(len(wanted.FIRES[language]), len(wanted.PASSES[language])) >= LEAST
    missed = [text for text in wanted.FIRES[language] if not fired(findings_on(text, language), check)]
    false = [text for text in wanted.PASSES[language] if fired(findings_on(text, language), check)]
    assert not missed, f"{check} keeps silent on: {missed}"
    assert not false, f"{check} fires on: {false}"


@pytest.mark.parametrize("check", ON_CALENDARS)
def test_on_a_calendar(check: str) -> None:
    wanted = _examples(check)
    assert min(len(wanted.FIRES), len(wanted.PASSES)) >= LEAST
    for number, calendar in enumerate(wanted.FIRES):
        assert fired(run.findings(calendar, build.TODAY), check), f"{check} keeps silent on situation {number}"
    for number, calendar in enumerate(wanted.PASSES):
        assert not fired(run.findings(calendar, build.TODAY), check), f"{check} fires on situation {number}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("check", names())
def test_every_finding_has_its_sentence_and_all_it_quotes(check: str, language: str) -> None:
    messages = words_of(check)[language]["message"]
    found = [finding for finding in _found(check, language) if finding.check == check]
    assert {finding.message for finding in found} <= set(messages)
    for finding in found:
        assert placeholders(messages[finding.message]) <= set(finding.values)
        _check_tables(words_of(check)[language], finding.values)


def _found(check: str, language: str) -> list[Any]:
    fires = _examples(check).FIRES
    if isinstance(fires, list):
        return [finding for calendar in fires for finding in run.findings(calendar, build.TODAY)]
    return [finding for text in fires[language] for finding in findings_on(text, language)]


def _check_tables(words: dict[str, Any], values: Any) -> None:
    """A value that a table puts into words is a key of it."""
    for name, value in values.items():
        table = words.get(name)
        if not isinstance(table, dict) or "row" in table or set(table) == {"join"}:
            continue
        assert set([value] if isinstance(value, str) else value) <= set(table)


@pytest.mark.parametrize("check", names())
def test_every_message_is_reached_by_an_example(check: str) -> None:
    reached = {
        finding.message for language in LANGUAGES for finding in _found(check, language) if finding.check == check
    }
    assert set(words_of(check)["fr"]["message"]) - reached <= NOT_REACHED.get(check, set())


NOT_REACHED = {"generic": {"own", "passage"}}
"""The calendar's own limit needs eight posts: see `test_run`; a passage a long one: see `test_passages`."""


@pytest.mark.parametrize("check", names())
def test_the_words_are_whole_in_both_languages(check: str) -> None:
    words = words_of(check)
    assert re.fullmatch(r"[0-4]\.\d{1,2}", words["article"])
    french, english = words["fr"], words["en"]
    assert set(french) == set(english) >= {*TEXTS, "message"}
    assert all(words[language][text].strip() for language in LANGUAGES for text in TEXTS)
    assert set(french["message"]) == set(english["message"])
    for key, entry in french["message"].items():
        assert placeholders(entry) == placeholders(english["message"][key])
    for name in set(french) - {*TEXTS, "message"}:
        assert set(french[name]) == set(english[name])


@pytest.mark.parametrize("check", names())
def test_the_words_never_grade_and_never_exclaim(check: str) -> None:
    for language in LANGUAGES:
        words = words_of(check)[language]
        spoken = [text for entry in words["message"].values() for text in sentences(entry)]
        assert not any("%" in text or "!" in text for text in [*spoken, words["what"], words["why"]])
        assert all(text.endswith("?") for text in spoken)


@pytest.mark.parametrize("check", names())
def test_french_is_set_as_french(check: str) -> None:
    wrong = re.compile(r"« | »| [:;?!]|[^\s\u202f\u00a0][;?!]|'")
    assert not [text for text in _texts(words_of(check)["fr"]) if wrong.search(text)]


def _texts(words: dict[str, Any]) -> list[str]:
    return [text for value in words.values() for text in ([value] if isinstance(value, str) else _texts(value))]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("check", [name for name in ON_POSTS if name not in NOT_IN_THEIR_TEXT])
def test_the_example_fires_and_what_to_write_instead_does_not(check: str, language: str) -> None:
    words = words_of(check)[language]
    assert fired(findings_on(words["example"], language), check)
    assert not fired(findings_on(words["instead"], language), check)

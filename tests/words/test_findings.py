"""The texts of the checks: complete, alike in both languages, and said with what was found."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from planner.model.card import KeptFinding
from planner.words import FOLDER, findings, placeholders, speak

FILES = sorted((FOLDER / "checks").glob("*.toml"))
PARTS = ("name", "what", "why", "example", "instead")


def found(check: str, message: str = "message", **values: object) -> KeptFinding:
    return KeptFinding(check, "warning", message, values, [], None, "", "")


def forms(entry: Any) -> list[str]:
    """The sentences of a message: itself, or those that a number chooses among."""
    return [text for name, text in entry.items() if name != "by"] if isinstance(entry, dict) else [entry]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_check_is_told_in_both_languages(file: Path) -> None:
    words = tomllib.loads(file.read_text("utf-8"))
    assert words["article"]
    assert all(words[language][part].strip() for language in ("fr", "en") for part in PARTS)
    french, english = words["fr"]["message"], words["en"]["message"]
    assert french.keys() == english.keys()
    for message, entry in french.items():
        asked = [set().union(*(placeholders(form) for form in forms(spoken))) for spoken in (entry, english[message])]
        assert asked[0] == asked[1]
    tables = {name for name, value in words["fr"].items() if isinstance(value, dict)}
    assert all(words["fr"][table].keys() == words["en"][table].keys() for table in tables)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("check", findings.known())
def test_every_message_can_be_said_even_without_its_values(check: str, language: str) -> None:
    speak(language)
    words = tomllib.loads((FOLDER / "checks" / f"{check.replace('-', '_')}.toml").read_text("utf-8"))
    for message in words[language]["message"]:
        assert findings.sentence(found(check, message))
        assert "{" not in findings.sentence(found(check, message))


def test_minutes_rows_lists_and_keys_are_put_into_words() -> None:
    speak("fr")
    hours = found("over-hours", planned_minutes=320, available_minutes=240, longest="La vidéo", longest_minutes=120)
    assert "5\u00a0h\u00a020" in findings.sentence(hours)
    rows = [{"network": "LinkedIn", "posts": 6}, {"network": "X", "posts": 4}]
    networks = findings.sentence(found("too-many-networks", used=2, budget=1, rows=rows))
    assert "LinkedIn 6, X 4" in networks
    lacks = findings.sentence(found("vague-goal", "unsaid", lacks=["figure", "date"]))
    assert "figure" not in lacks.split("?")[0]
    topic = findings.sentence(found("off-limits", words=["grève", "{x}"], topic="la politique"))
    assert "«\u00a0grève\u00a0», «\u00a0{x}\u00a0»" in topic


@pytest.mark.parametrize(
    ("language", "known", "form"), [("fr", 1, "one"), ("fr", 0, "one"), ("en", 0, "many"), ("en", 2, "many")]
)
def test_a_number_chooses_its_sentence(language: str, known: int, form: str) -> None:
    speak(language)
    words = tomllib.loads((FOLDER / "checks" / "off_target.toml").read_text("utf-8"))[language]["message"]["message"]
    told = findings.sentence(found("off-target", known=known, stems=58, words=["devis"]))
    assert told[-20:] == words[form][-20:]


def test_days_are_written_out() -> None:
    speak("fr")
    told = findings.sentence(found("silence", first_day="2026-02-03", last_day="2026-02-24", per_week=1))
    assert "3 février" in told


@pytest.mark.parametrize("hostile", ["\x1b]52;c;x\x07", "{known}", "[/", "\u202egnp"])
def test_the_users_words_stay_data(hostile: str) -> None:
    told = findings.sentence(found("off-limits", words=[hostile], topic=hostile))
    assert "\x1b" not in told
    assert "\u202e" not in told


@pytest.mark.parametrize("check", ["unheard-of", "../errors", "", "generic.toml", "a/b"])
def test_a_check_without_words_is_called_by_its_name(check: str) -> None:
    assert findings.name(check) == check
    assert findings.sentence(found(check)) == check


def test_checks_are_known_by_their_names() -> None:
    assert "off-target" in findings.known()

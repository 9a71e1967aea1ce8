"""The words that go into files, and what is said of a file that was written."""

from datetime import date, time

import pytest

from planner.desk.bundle import Labels
from planner.words import labels, placeholders, remarks, speak, spoken
from planner.words.published import labels_by_language


@pytest.mark.parametrize(("language", "word"), [("fr", "Veille"), ("en", "Watch")])
def test_labels_are_those_an_export_takes(language: str, word: str) -> None:
    speak(language)
    made = Labels(**labels.event_labels())
    assert made.slot_kinds["watch"] == word
    assert made.purposes.keys() == Labels().purposes.keys()
    assert made.slot_kinds.keys() == Labels().slot_kinds.keys()


def test_a_toml_file_begins_in_the_readers_language() -> None:
    speak("fr")
    assert "calendrier" in labels.toml_header()[0]


@pytest.mark.parametrize("key", remarks.SENTENCES)
def test_each_remark_is_said(key: str) -> None:
    values: dict[str, object] = dict.fromkeys(placeholders(remarks.SENTENCES[key]), "x\x1b")
    told = {}
    for language in ("fr", "en"):
        speak(language)
        told[language] = remarks.remark(key, {**values, "uid": "u"})
        assert "\x1b" not in told[language]
    assert told["fr"] != told["en"]


def test_a_remark_says_days_hours_and_figures() -> None:
    speak("fr")
    values = {
        "title": "Nuit",
        "day": date(2027, 3, 28),
        "time": time(2, 30),
        "moved": time(3, 30),
        "zone": "Europe/Paris",
    }
    assert remarks.remark("gap-moved", values) == (
        "«\u00a0Nuit\u00a0»\u00a0: 2:30 n’existe pas le dimanche 28 mars 2027 (changement d’heure)\u00a0; "
        "elle est à 3:30 dans le fichier."
    )
    assert "1\u202f000\u202f000" in remarks.remark("file-large", {"bytes": 1_000_000, "limit": 900_000})


def test_a_remark_without_words_is_told_by_its_key() -> None:
    assert remarks.remark("unheard-of", {"title": "x"}) == "unheard-of"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_published_file_has_its_words_in_each_language_whichever_is_spoken(language: str) -> None:
    speak(language)
    found = labels_by_language()
    assert (found["fr"]["slot_kinds"]["watch"], found["en"]["slot_kinds"]["watch"]) == ("Veille", "Watch")
    assert spoken() == language

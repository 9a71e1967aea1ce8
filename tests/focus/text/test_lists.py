"""Lists are read late, and the rooms the checks must not enter stay closed."""

from __future__ import annotations

import subprocess
import sys

import pytest

from planner.focus.text.concreteness import concreteness
from planner.focus.text.lists import FOLDER, read_list
from planner.focus.text.stems import stem, subject_stem

PROBE = """
import builtins, pathlib, sys
opened = []
real = pathlib.Path.open
pathlib.Path.open = lambda self, *a, **k: (opened.append(self.name), real(self, *a, **k))[1]
import planner.focus.batch
import planner.focus.text.language
assert not opened, opened
closed = {"sqlmodel", "sqlalchemy", "pydantic", "textual", "planner.model.brief", "planner.words", "sqlite3"}
assert not closed & set(sys.modules), closed & set(sys.modules)
planner.focus.batch.verdict({"id": 1, "lang": "fr", "body": "Le pain est dans le four depuis ce matin."})
assert "words.toml" in opened, opened
assert "addressee.toml" not in opened, opened
"""


def test_importing_reads_no_list_and_no_other_room() -> None:
    subprocess.run([sys.executable, "-c", PROBE], check=True)


def test_both_languages_have_the_same_lists() -> None:
    names = {language: {file.name for file in (FOLDER / language).iterdir()} for language in ("fr", "en")}
    assert names["fr"] == names["en"]


@pytest.mark.parametrize("name", ["words", "phrases"])
def test_both_languages_have_the_same_tables(name: str) -> None:
    french, english = read_list("fr", name), read_list("en", name)
    assert french.keys() == english.keys()


def test_a_list_is_read_once() -> None:
    assert read_list("fr", "words") is read_list("fr", "words")


def test_stems_have_no_accents_and_families_meet() -> None:
    assert stem("éleveuses", "fr") == stem("éleveuse", "fr") == "elev"
    assert subject_stem("Cœurs", "fr") == subject_stem("coeur", "fr")
    assert subject_stem("an", "fr") == ""


def test_concreteness_is_looked_up_in_either_language() -> None:
    hammer, idea = concreteness("marteau", "fr"), concreteness("importance", "fr")
    assert hammer is not None
    assert idea is not None
    assert hammer > idea
    assert concreteness("kettle", "fr") is not None
    assert concreteness("zzyzxq", "en") is None

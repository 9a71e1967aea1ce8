"""The language of a text, or no answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planner.focus.text.language import detect
from planner.focus.text.written import written
from tests.focus.text.samples import rows

if TYPE_CHECKING:
    from planner.focus.text.stems import Language

FRENCH = "Le pain est dans le four et la farine est dans la cour, mais il en manque pour les clients de mardi. "
ENGLISH = "The bread is in the oven and the flour is in the yard, but there is not enough of it for the week. "


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le pain est dans le four", "fr"),
        ("The bread is in the oven", "en"),
        ("Bonjour", None),
        ("", None),
        ("😂 123", None),
        ("Der Hund schläft im Garten", None),
    ],
)
def test_short_texts(text: str, language: str | None) -> None:
    assert detect(text) == language


def test_every_draft_is_told() -> None:
    wrong = [row["id"] for row in rows("drafts_*.jsonl") if detect(row["body"]) != row["lang"]]
    assert len(wrong) <= 5, wrong


def test_a_draft_is_written_in_its_own_language() -> None:
    other: dict[str, Language] = {"fr": "en", "en": "fr"}
    wrong = [
        row["id"]
        for row in rows("drafts_*.jsonl")
        if written(row["title"], row["body"], other[row["lang"]]).language != row["lang"]
    ]
    assert len(wrong) <= 4, wrong


@pytest.mark.parametrize("usual", ["fr", "en"])
@pytest.mark.parametrize("text", ["", "Bonjour", "😂", "https://the-and-of.com/the-and-of", "`if the and of is in`"])
def test_an_unclear_text_is_in_the_usual_language(text: str, usual: Language) -> None:
    assert written("", text, usual).language == usual


@pytest.mark.parametrize("usual", ["fr", "en"])
def test_a_mixed_text_is_in_the_language_of_most_words(usual: Language) -> None:
    assert written("", FRENCH * 3 + ENGLISH, usual).language == "fr"
    assert written("", ENGLISH * 3 + FRENCH, usual).language == "en"
    assert written("", FRENCH + "\n> " + ENGLISH * 4, usual).language == "fr"


def test_the_two_fields_tell_together() -> None:
    assert written("Le pain de la semaine est dans le four", "Levain, seigle, froment.", "en").language == "fr"

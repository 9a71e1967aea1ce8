"""What columns are called, and the words of both languages by which they are known."""

import pytest

from planner.desk.post_texts import COLUMNS
from planner.model.names import plain
from planner.words import speak, spoken
from planner.words.columns import ALSO_CALLED, known_words, table_words


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_table_in_either_language_is_known_again(language: str) -> None:
    speak("en")
    written, known = table_words(COLUMNS, language), known_words(COLUMNS)
    assert spoken() == "en"
    for kind, words in written.items():
        assert len(set(words.values())) == len(words)
        assert {known[kind][word] for word in words.values()} == set(words)
        assert all(known[kind][word] == key for key, word in words.items())


def test_no_word_means_two_columns() -> None:
    words = [word for called in ALSO_CALLED.values() for word in called]
    assert len(words) == len(set(words))
    assert set(ALSO_CALLED) <= set(COLUMNS)


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("prêtes", "ready"),
        ("Prêts", "ready"),
        ("publiée", "published"),
        ("Abandonnées", "dropped"),
        ("drafts", "draft"),
    ],
)
def test_statuses_are_known_in_the_gender_and_number_that_people_write(word: str, status: str) -> None:
    known = {plain(each): code for each, code in known_words(COLUMNS)["statuses"].items()}
    assert known[plain(word)] == status


def test_the_number_of_a_line_is_no_uid() -> None:
    assert "id" not in known_words(COLUMNS)["columns"]

"""The words of a topic never treated: how its line is read and written, and what is proposed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.desk import brief
from planner.desk.topics import joined, parted, proposed

if TYPE_CHECKING:
    from planner.desk.desk import Desk

NAMES = st.text(st.characters(exclude_characters=":,", exclude_categories=("C", "Z")), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("line", "name", "words"),
    [
        ("Politique et élections : ministre, vote, camp", "Politique et élections", ["ministre", "vote", "camp"]),
        ("politics: minister,vote , ,vote", "politics", ["minister", "vote"]),
        ("politics", "politics", []),
        ("politics:", "politics", []),
        (": minister", ": minister", []),
        ("", "", []),
    ],
)
def test_a_line_is_a_name_and_words(line: str, name: str, words: list[str]) -> None:
    assert parted(line) == (name, words)


@given(NAMES, st.lists(NAMES, max_size=6, unique=True), st.sampled_from(["fr", "en"]))
def test_what_is_joined_is_parted_again(name: str, words: list[str], language: str) -> None:
    assert parted(joined(name, words, language)) == (name, words)


def test_each_language_sets_its_colon() -> None:
    assert joined("Politique", ["vote"], "fr") == "Politique : vote"
    assert joined("Politics", ["vote"], "en") == "Politics: vote"


@pytest.mark.parametrize(
    ("language", "topic", "unknown"),
    [("fr", "Politique et élections", "Aquarelle"), ("en", "Politics and elections", "Watercolours")],
)
def test_words_are_proposed_for_a_topic_people_know(desk: Desk, language: str, topic: str, unknown: str) -> None:
    brief.write_brief(desk, language=language)
    words = proposed(desk, topic)
    assert 3 <= len(words) <= 6
    assert proposed(desk, unknown) == []
    assert words[0] not in proposed(desk, joined(topic, words[:1], language))
    brief.write_brief(desk, words=words[1:2])
    assert words[1] not in proposed(desk, topic)

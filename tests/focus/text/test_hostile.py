"""Texts that nobody should write are answered, and markup alone raises no alarm."""

from __future__ import annotations

import random
from string import ascii_lowercase

import pytest

from planner.focus.batch import verdict
from planner.focus.text.draft import LONGEST_BODY, Draft, Memory
from planner.focus.text.written import is_foreign, written
from tests.focus.text.samples import briefs

_DICE = random.Random(4)


def _word() -> str:
    return "".join(_DICE.choices(ascii_lowercase, k=_DICE.randint(4, 9)))


NO_PROSE = {
    "empty": "",
    "one word": "mot",
    "emoji": "😂❤️👩‍🌾 " * 200,
    "links": "https://exemple.fr/la/page " * 300,
    "long line": "a" * 1_000_000,
    "newlines": "\n" * 50_000,
    "blank lines": " \n" * 50_000,
    "nested": "> " * 50_000,
    "deeper and deeper": "\n".join("> " * (1 + depth % 90) + "Bonjour à tous !!!" for depth in range(2000)),
    "stars": "*" * 100_000,
    "backticks": "`" * 100_000,
    "brackets": "[" * 100_000,
    "open comments": "<!--" * 30_000,
    "fences": "```\n" * 20_001,
    "table": "| Osez | partagez si vous aimez |\n" * 3000,
    "code": "    partagez = bonjour(à_tous);\n" * 3000,
    "quoted": "> Osez être vous-même ! Partagez si vous êtes d'accord !!!\n" * 300,
}
WORDY = {
    "different words": " ".join(_word() for _ in range(100_000)),
    "different sentences": ". ".join(" ".join(_word() for _ in range(12)) for _ in range(8000)),
    "quotes": "« mot " * 20_000,
    "apostrophes": " 'mot mot mot" * 8000,
    "right to left": "مرحبا hello « le pain » 12\u200f " * 3000,
    "signs": "".join(_DICE.choices(ascii_lowercase + ".,!?«\"'([{#@&<>*_`|~\\ \n", k=200_000)),
    "hashtag": "#" + "aB" * 60_000,
    "accents": "e\u0301" * 60_000,
}


@pytest.mark.parametrize("name", NO_PROSE)
def test_what_is_no_prose_raises_no_alarm(name: str) -> None:
    found = verdict({"lang": "fr", "body": NO_PROSE[name], "brief": briefs()["b-fr-1-notaire"]})
    assert isinstance(found["findings"], list)
    assert {finding["check"] for finding in found["findings"]} <= {"no-next-step"}
    assert not is_foreign(written("", NO_PROSE[name], "fr"))


@pytest.mark.parametrize("name", WORDY)
@pytest.mark.parametrize("field", ["title", "body"])
def test_whatever_is_typed_is_answered(name: str, field: str) -> None:
    found = verdict({"lang": "fr", field: WORDY[name], "brief": briefs()["b-fr-1-notaire"]})
    assert all(0 <= float(str(found[figure])) <= 1 for figure in ("specificity", "genericness", "relevance"))


def test_only_the_beginning_of_a_book_is_read() -> None:
    book = "Mardi, le boulanger a pesé douze sacs. " * 5000
    draft = Draft("Un titre", book, "fr")
    assert draft.cut
    assert len(draft.text) < LONGEST_BODY + 20
    assert draft.word_count > 20_000
    assert draft.whole.end == len(book)
    assert not Draft("Un titre", book[:LONGEST_BODY], "fr").cut


def test_a_run_of_letters_is_read_in_parts() -> None:
    assert [len(word) for _, _, word in Draft("", "a" * 200, "fr", Memory()).words] == [80, 80, 40]

"""Searching by the words that open an expression finds what trying it everywhere finds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.focus.text.lists import read_list
from planner.focus.text.phrase_book import PhraseBook
from planner.focus.text.phrase_search import Beginnings, beginnings, branches, is_final, literal, spread

if TYPE_CHECKING:
    from planner.focus.text.stems import Language

LANGUAGES: tuple[Language, ...] = ("fr", "en")
LISTS = {
    language: {
        (code, group): expressions
        for code, groups in read_list(language, "phrases").items()
        for group, expressions in groups.items()
    }
    for language in LANGUAGES
}
BOOKS = {language: PhraseBook(lists) for language, lists in LISTS.items()}
EXPRESSIONS = {
    language: {
        group: [
            re.compile(branch) for expression in expressions for branch in branches(expression) if not is_final(branch)
        ]
        for group, expressions in lists.items()
    }
    for language, lists in LISTS.items()
}
VOCABULARY = """like si tu partagez un pouce 3 places plus que les i've written i'm not asking act now
dear all bonjour à tous 100 % garanti - 20 % n'attendez plus vote pour moi envoie-moi ! ? « » 😂 . ,"""
WORDS = st.sampled_from([*VOCABULARY.split(), "\n"])


def test_an_expression_is_cut_outside_its_brackets() -> None:
    assert branches(r"a(?:b|c)|d[|)]|e\|f") == [r"a(?:b|c)", "d[|)]", r"e\|f"]


@pytest.mark.parametrize(
    ("branch", "begun"),
    [
        (r"like (?:if|this)", {"like if", "like this"}),
        (r"(?:un|mets un) like", {"un like", "mets un like"}),
        (r"(?:only |just )?\d+ places", set()),
        (r"i.ve written", {"i.ve written"}),
        (r"chers? tous", {"cher"}),
        (r"[a-z]+ez", set()),
        (r"(?:[a-z]|de) jour", set()),
        (r"(?:le )*jour", set()),
        (r"\d?jour", set()),
        (r"\d+ places", {"0"}),
        ("", set()),
    ],
)
def test_what_begins_every_hit_of_a_branch(branch: str, begun: set[str]) -> None:
    assert beginnings(branch) == begun


@pytest.mark.parametrize(
    ("branch", "characters"), [(r"like (?:if|this)", "like "), (r"chers? tous", "cher"), (r"i.ve", "i"), (r"\d+", "")]
)
def test_the_characters_a_branch_begins_with(branch: str, characters: str) -> None:
    assert literal(branch) == characters


def test_a_word_opens_what_begins_with_it() -> None:
    known = Beginnings(["like this", "cher", "i.ve written", "tag"])
    assert known.opened_by("like") == ("like this",)
    assert known.opened_by("chers") == ("cher",)
    assert known.opened_by("i") == ("i.ve written",)
    assert known.opened_by("likes") == known.opened_by("t") == ()


@pytest.mark.parametrize(
    ("branch", "written_out"),
    [
        (r"\b(?:un|deux) likes", [r"\bun likes", r"\bdeux likes"]),
        (r"(?:^|[.!]\s{0,3}|\b(?:et|puis) )notez", ["^notez", r"[.!]\s{0,3}notez", r"\bet notez", r"\bpuis notez"]),
        (r"\b(?:tout )?seul", [r"\btout seul", r"\bseul"]),
        (r"(?:le )*jour", [r"(?:le )*jour"]),
        ("plain", ["plain"]),
    ],
)
def test_the_group_that_opens_a_branch_is_written_out(branch: str, written_out: list[str]) -> None:
    assert spread(branch) == written_out


@pytest.mark.parametrize(("branch", "final"), [(r"\?\s*$", True), (r"[$€] ?\d", False), (r"\$ ?\d", False)])
def test_a_dollar_that_is_a_sign_is_not_the_end(branch: str, final: bool) -> None:
    assert is_final(branch) == final


@pytest.mark.parametrize("language", LANGUAGES)
@settings(deadline=None)
@given(st.lists(WORDS, max_size=20).map(" ".join))
def test_the_first_hit_is_where_the_expressions_first_hit(language: Language, text: str) -> None:
    found = BOOKS[language].firsts(text)
    for group, expressions in EXPRESSIONS[language].items():
        apart = [hit.start() for expression in expressions if (hit := expression.search(text))]
        assert (found[group][0] if group in found else None) == min(apart, default=None)


def test_the_end_of_the_text_is_asked_apart() -> None:
    book = PhraseBook({("step", "question"): [r"\?\s*$", r"\bdites\b"]})
    assert book.firsts("et vous ? dites") == {("step", "question"): (10, 15)}
    assert book.final("step", "et vous ?") == {("step", "question"): (8, 9)}
    assert book.final("other", "et vous ?") == {}


def test_a_book_without_expressions_finds_nothing() -> None:
    assert PhraseBook({}).firsts("un mot") == {}

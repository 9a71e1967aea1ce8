"""Searching by the words that open an expression finds what trying it everywhere finds."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.focus.text.lists import read_list
from planner.focus.text.phrase_search import PhraseSearch, branches, openings, word_starts

EXPRESSIONS = {
    language: [
        expressions for groups in read_list(language, "phrases").values() for expressions in groups.values()
    ]
    for language in ("fr", "en")
}
VOCABULARY = """like si tu partagez un pouce 3 places plus que les i've written i'm not asking act now
dear all bonjour à tous 100 % garanti - 20 % n'attendez plus vote pour moi envoie-moi ! ? « » 😂 . ,"""
WORDS = st.sampled_from([*VOCABULARY.split(), "\n"])


def test_an_expression_is_cut_outside_its_brackets() -> None:
    assert branches(r"a(?:b|c)|d[|)]|e\|f") == [r"a(?:b|c)", "d[|)]", r"e\|f"]


@pytest.mark.parametrize(
    ("branch", "keys"),
    [
        (r"like (?:if|this)", {"lik"}),
        (r"(?:un|mets un) like", {"u", "met"}),
        (r"(?:only |just )?\d+ places", {"onl", "jus", "0"}),
        (r"i.ve written", {"i"}),
        (r"chers? tous", {"che"}),
        (r"[a-z]+ez", set()),
        (r"(?:[a-z]|de) jour", set()),
        (r"(?:le )*jour", set()),
        (r"\d?jour", set()),
        ("", set()),
    ],
)
def test_what_opens_a_branch(branch: str, keys: set[str]) -> None:
    assert openings(branch) == keys


def test_words_are_found_by_their_first_letters() -> None:
    starts = word_starts("le lien, 12 liens")
    assert starts["lie"] == [3, 12]
    assert starts["l"] == [0, 3, 12]
    assert starts["0"] == [9]


@pytest.mark.parametrize("language", ["fr", "en"])
@settings(deadline=None)
@given(st.lists(WORDS, max_size=20).map(" ".join))
def test_the_first_hit_is_where_the_expressions_first_hit(language: str, text: str) -> None:
    for expressions in EXPRESSIONS[language]:
        apart = [found.start() for expression in expressions if (found := re.search(expression, text))]
        first = PHRASES[language, tuple(expressions)].first(text)
        assert (first[0] if first else None) == min(apart, default=None)


PHRASES = {
    (language, tuple(expressions)): PhraseSearch(expressions)
    for language, groups in EXPRESSIONS.items()
    for expressions in groups
}

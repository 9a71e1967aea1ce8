"""Whatever is typed, every span lies in its field and the words at it are those that are quoted."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.focus.batch import verdict
from planner.focus.text.draft import Draft
from planner.focus.text.genericness import judge_genericness
from planner.focus.text.phrases import phrase_hits, style_signs
from planner.focus.text.relevance import BriefWords, judge_relevance
from tests.focus.text.samples import briefs, draft_of, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.focus.check import Span

CODES = ("buzz", "pushy", "impersonal", "next_step")
PIECES = (
    "Fleuristes :", "chers lecteurs", "Dear hiring managers,", "pour les notaires",
    "if you're a teacher", "grand groupe", "l’essentiel", "c'est le partage",
    "the key is trust", "osez être vous-même", "Hélène Martin", "le 3 mars", "14 h 30",
    "« on verra »", '"we will see"', "#PetitsCommerces", "@quelqu_un",
    "https://exemple.fr/a?b=c", "{prénom}", "😂", "👩‍🌾", "❤️", "like si tu es d'accord",
    "plus que 3 places !!!", "URGENT PROMO", "\r\n", "\n", ". ", " ? ", "…", "cœur",
    "e\u0301te\u0301", "x\u0302y", "e\u0301\u0323s", "\u0301", "İstanbul", "grève", "ministre",
    "union strike", "5 astuces", "1.", "’", "½", "²", "한국어", "\u200f", "[/bold]", "\x00",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=12), max_size=14).map(" ".join) | st.text()
LANGUAGE = st.sampled_from(["fr", "en"])
BRIEFS = {
    "fr": BriefWords(
        "fr",
        audience="Petits fleuristes indépendants, pas les grossistes",
        words=["bouquet", "cœur"],
        dont=["la politique, les grèves et les ministres"],
    ),
    "en": BriefWords("en", audience="small independent florists", words=["bunch"], dont=["union strikes"]),
}


def quotations(draft: Draft) -> Iterator[tuple[Span, str]]:
    """Every span that the text checks give of a draft, with the words they quote."""
    generic = judge_genericness(draft, limit=-99)
    for sentence in generic.empty:
        yield sentence.span, sentence.text
        yield from ((span, draft.quote(span)) for span in sentence.words)
    yield from ((found.span, found.text) for found in generic.found)
    relevance = judge_relevance(draft, BRIEFS[draft.language])
    yield from ((found.span, found.text) for found in relevance.found)
    if relevance.reader_span:
        yield relevance.reader_span, relevance.reader_phrase
    if relevance.big_span:
        yield relevance.big_span, relevance.big
    if relevance.off_limits:
        yield from zip(relevance.off_limits.spans, relevance.off_limits.words, strict=True)
    for code in CODES:
        yield from ((hit.span, hit.text) for hit in phrase_hits(draft, code))
    yield from ((sign.span, sign.text) for sign in style_signs(draft))


def assert_quoted(draft: Draft) -> None:
    for span, text in quotations(draft):
        field = draft.title if span.field == "title" else draft.body
        assert 0 <= span.start <= span.end <= len(field)
        assert field[span.start : span.end] == text


@settings(deadline=None)
@given(TEXTS, TEXTS, LANGUAGE)
def test_spans_hold_the_words_they_quote(title: str, body: str, language: Literal["fr", "en"]) -> None:
    draft = Draft(title, body, language)
    assert_quoted(draft)
    for start, end, word in draft.words:
        quoted = unicodedata.normalize("NFC", draft.quote(draft.span(start, end))).replace("’", "'")
        assert quoted.startswith(word)


@settings(deadline=None)
@given(TEXTS, TEXTS, LANGUAGE)
def test_verdicts_point_into_the_fields(title: str, body: str, language: str) -> None:
    brief = {"audience": "fleuristes indépendants", "words": ["bouquet"], "dont": ["les grèves"]}
    found = verdict({"id": 1, "lang": language, "title": title, "body": body, "brief": brief})
    assert isinstance(found["findings"], list)
    for finding in found["findings"]:
        field = title if finding["field"] == "title" else body
        assert 0 <= finding["start"] <= finding["end"] <= len(field)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_the_drafts_are_quoted_as_given(form: Literal["NFC", "NFD"]) -> None:
    for row in rows("drafts_*.jsonl")[::16]:
        draft = draft_of(row | {name: unicodedata.normalize(form, row[name]) for name in ("title", "body")})
        assert_quoted(draft)


def test_decomposed_accents_change_nothing_but_the_offsets() -> None:
    for row in rows("drafts_fr_*.jsonl")[::16]:
        composed = draft_of(row)
        given_ = {name: unicodedata.normalize("NFD", row[name]) for name in ("title", "body")}
        decomposed = draft_of(row | given_)
        assert judge_genericness(composed).score == judge_genericness(decomposed).score
        for one, other in zip(quotations(composed), quotations(decomposed), strict=True):
            assert unicodedata.normalize("NFC", other[1]) == one[1]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "mot",
        "😂" * 50,
        "https://exemple.fr " * 5,
        "!!!",
        "\n" * 40,
        "a" * 5000,
        "\u0301" * 300,
        "1. " * 300,
    ],
    ids=["empty", "blank", "one-word", "emoji", "links", "marks", "lines", "long-word", "accents", "numbers"],
)
def test_texts_without_prose_are_answered(text: str) -> None:
    for fields in ({"title": text}, {"body": text}, {"title": text, "body": text}):
        found = verdict({"id": "x", **fields, "brief": briefs()["b-fr-1-notaire"]})
        assert all(0 <= float(str(found[name])) <= 1 for name in ("specificity", "genericness", "relevance"))


def test_a_hundred_thousand_words_are_answered() -> None:
    words = " ".join(row["body"] for row in rows("drafts_fr_*.jsonl")).split()
    body = " ".join((words * (100_000 // len(words) + 1))[:100_000])
    assert verdict({"id": "long", "lang": "fr", "body": body, "brief": briefs()["b-fr-1-notaire"]})["findings"]

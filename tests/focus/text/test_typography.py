"""The same words are found whatever the keyboard that typed them."""

from __future__ import annotations

import pytest

from planner.focus.text.draft import Draft
from planner.focus.text.genericness import judge_genericness
from planner.focus.text.phrases import phrase_hits
from planner.focus.text.stems import Language, subject_stem


def groups(text: str, code: str, language: Language = "fr") -> set[str]:
    return {hit.group for hit in phrase_hits(Draft("", text, language), code)}


@pytest.mark.parametrize("text", [
    "Partagez si vous êtes d'accord", "Partagez si vous êtes d’accord", "PARTAGEZ SI VOUS ÊTES D’ACCORD",
    "Partagez si vous etes d'accord", "Partagez si vous e\u0302tes d’accord",
    "✅ Partagez si vous êtes d’accord\u202f!",
])  # fmt: skip
def test_a_phrase_is_found_however_it_is_typed(text: str) -> None:
    assert "ask_reaction" in groups(text, "buzz")


@pytest.mark.parametrize("before", ["\u202f", "\u00a0", " ", ""])
def test_spaces_before_a_mark_change_nothing(before: str) -> None:
    text = f"Vous êtes prêt{before}? Alors partagez si vous êtes d’accord{before}!"
    assert groups(text, "buzz") == {"ask_reaction"}
    assert len(Draft("", text, "fr").sentences) == 2


def test_an_elided_word_is_read_without_its_article() -> None:
    for text in ("l’avertissement", "l'avertissement", "d’avertissements", "qu’avertissement", "#avertissement"):
        assert subject_stem("avertissement", "fr") in Draft("", text, "fr").stems


def test_inflection_meets_the_same_stem() -> None:
    french = Draft("", "Tatouage, tatouages. Rédigez, rédiger, rédigée.", "fr")
    english = Draft("", "Invoice, invoices, invoiced.", "en")
    assert len(french.stems) == 2
    assert len(english.stems) == 1


@pytest.mark.parametrize(
    "quoted",
    [
        "«\u00a0Il en manque deux\u00a0»",
        "«\u202fIl en manque deux\u202f»",
        "“Il en manque deux”",
        '"Il en manque deux"',
        "‘Il en manque deux’",
    ],
)
def test_a_quotation_is_found_in_any_marks(quoted: str) -> None:
    found = judge_genericness(Draft("", f"Elle a dit {quoted}, puis elle est partie.", "fr")).found
    assert ("say", quoted) in {(each.kind, each.text) for each in found}


def test_emoji_part_words_and_are_none() -> None:
    draft = Draft("", "👩‍🌾 Du pain😂noir ❤️", "fr")
    assert [word for _, _, word in draft.words] == ["Du", "pain", "noir"]
    assert [draft.quote(draft.span(start, end)) for start, end, _ in draft.words] == ["Du", "pain", "noir"]


def test_a_hashtag_is_split_and_a_word_with_capitals_is_not() -> None:
    assert list(Draft("", "#PainAuLevain", "fr").stems) == ["pain", "levain"]
    assert list(Draft("", "PainAuLevain", "fr").stems) == ["painaulevain"]

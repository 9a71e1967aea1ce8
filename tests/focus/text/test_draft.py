"""A draft is one text that knows where its words stand."""

from __future__ import annotations

from planner.focus.check import Span
from planner.focus.text.draft import Draft


def words(draft: Draft) -> list[str]:
    return [word for _, _, word in draft.words]


def test_title_and_body_are_one_text() -> None:
    draft = Draft("Un titre !", "Le corps.", "fr")
    assert draft.text == "Un titre !. Le corps."
    assert draft.text[: draft.title_end] == "Un titre"
    assert draft.text[draft.body_start :] == "Le corps."


def test_a_span_leads_back_to_its_field() -> None:
    draft = Draft("Un titre", "Le corps", "fr")
    assert [draft.span(start, end) for start, end, _ in draft.words] == [
        Span("title", 0, 2),
        Span("title", 3, 8),
        Span("body", 0, 2),
        Span("body", 3, 8),
    ]


def test_a_span_that_leaves_the_title_ends_with_it() -> None:
    draft = Draft("Un titre", "Le corps", "fr")
    assert draft.span(3, 14) == Span("title", 3, 8)


def test_decomposed_accents_are_counted_as_given() -> None:
    draft = Draft("", "l’e\u0301te\u0301 la\u0300", "fr")
    assert words(draft) == ["l", "été", "là"]
    assert [draft.quote(draft.span(start, end)) for start, end, _ in draft.words] == [
        "l",
        "e\u0301te\u0301",
        "la\u0300",
    ]


def test_a_mark_that_cannot_be_joined_stays_with_its_letter() -> None:
    draft = Draft("", "x\u0302 e\u0301\u0323s", "fr")
    assert [draft.quote(draft.span(start, end)) for start, end, _ in draft.words] == [
        "x\u0302",
        "e\u0301\u0323",
        "s",
    ]


def test_links_names_and_fields_are_not_read() -> None:
    draft = Draft("", "Voir https://exemple.fr/page @quelquun {prénom} ici", "fr")
    assert words(draft) == ["Voir", "ici"]
    assert len(draft.readable) == len(draft.text)


def test_a_hashtag_is_cut_into_its_words() -> None:
    draft = Draft("", "Merci #PetitsCommerces et PetitsCommerces", "fr")
    assert list(draft.stems) == ["merc", "petit", "commerc", "petitscommerc"]
    assert draft.quote(draft.span(*draft.stems["commerc"])) == "Commerces"


def test_the_opening_is_the_title_and_three_sentences() -> None:
    draft = Draft("Titre", "Une. Deux ! Trois ?\nQuatre.", "fr")
    assert [draft.text[start:end] for start, end in draft.opening] == ["Titre", "Une.", "Deux !", "Trois ?"]


def test_the_whole_is_the_body_or_the_title() -> None:
    assert Draft("Titre", "Corps", "fr").whole == Span("body", 0, 5)
    assert Draft("Titre", "  ", "fr").whole == Span("title", 0, 5)


def test_what_is_computed_is_computed_once() -> None:
    draft = Draft("Titre", "Corps", "fr")
    assert draft.tokens is draft.tokens
    assert draft.stems is draft.stems

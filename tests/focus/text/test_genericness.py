"""What the generic check says, and how it explains itself."""

from __future__ import annotations

import pytest

from planner.focus.text.draft import Draft
from planner.focus.text.genericness import DEFAULT_LIMIT, SUGGEST_LIMIT, judge_genericness, own_limit

EMPTY_FR = (
    "Osez être vous-même ! L’essentiel, c’est la confiance et le partage. Chaque parcours est unique, "
    "alors croyez en vous et avancez avec passion vers la réussite de vos projets."
)
EMPTY_EN = (
    "Dare to be yourself! What matters is trust and sharing. Every journey is unique, so believe in "
    "yourself and move forward with passion towards the success of your projects."
)
PRECISE_FR = (
    "Mardi 3 mars, Hélène Martin a pesé 12 sacs de farine dans la cour. « Il en manque deux », dit-elle "
    "au chauffeur. Si le bon de livraison dit quatorze, ne signez pas : notez le poids et appelez le moulin."
)


def fr(body: str, title: str = "") -> Draft:
    return Draft(title, body, "fr")


@pytest.mark.parametrize("draft", [fr(EMPTY_FR), Draft("", EMPTY_EN, "en")], ids=["fr", "en"])
def test_an_empty_draft_is_generic_and_says_where(draft: Draft) -> None:
    judged = judge_genericness(draft)
    assert judged.level == "generic"
    assert judged.genericness >= 0.5
    assert judged.empty
    assert all(sentence.words for sentence in judged.empty)
    assert "much" in judged.missing


def test_a_precise_draft_is_shown_what_makes_it_good() -> None:
    judged = judge_genericness(fr(PRECISE_FR))
    assert judged.level == ""
    assert judged.empty == ()
    assert judged.missing == ()
    found = {(particular.kind, particular.text) for particular in judged.found}
    assert ("who", "Hélène Martin") in found
    assert ("say", "« Il en manque deux »") in found


def test_under_twelve_words_there_is_no_opinion() -> None:
    assert judge_genericness(fr("Osez être vous-même, croyez en vous !")).level == "short"


def test_a_stricter_limit_flags_more() -> None:
    draft = fr(PRECISE_FR)
    score = judge_genericness(draft).score
    assert judge_genericness(draft, limit=score).level == "generic"
    assert judge_genericness(draft, limit=score + 0.01).level == ""


def test_without_explanation_the_figures_are_the_same() -> None:
    told, silent = judge_genericness(fr(EMPTY_FR)), judge_genericness(fr(EMPTY_FR), explain=False)
    assert (told.level, told.score, told.specificity) == (silent.level, silent.score, silent.specificity)
    assert silent.empty == ()
    assert silent.missing == ()
    assert silent.found == ()


def test_numbers_that_count_a_list_are_no_particulars() -> None:
    texts = {found.text for found in judge_genericness(fr("5 astuces.\n1. Pesez.\n2. Notez 14 sacs.")).found}
    assert "14" in texts
    assert not texts & {"5", "1", "2"}


def test_the_own_limit_needs_eight_posts_and_is_never_milder() -> None:
    assert own_limit([-3.0] * 7) == DEFAULT_LIMIT
    assert own_limit([-1.0] * 8) == pytest.approx(0.2)
    assert own_limit([-5.0] * 8) == -0.6
    assert own_limit([3.0] * 8) == DEFAULT_LIMIT
    assert SUGGEST_LIMIT < DEFAULT_LIMIT

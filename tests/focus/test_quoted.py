"""What the author quotes of others is not judged as hers; what she asks for in a few words is."""

from __future__ import annotations

import pytest

from planner.focus.text.draft import Draft
from planner.focus.text.own_words import own_text
from planner.focus.text.phrases import phrase_hits, style_signs
from planner.model.terms import LANGUAGES
from tests.focus.judging import findings_on, fired

TONE = ("buzz", "pushy", "impersonal", "wrong-reader", "for-everyone")
MARKS = {"fr": ("«\u00a0{}\u00a0»", '"{}"'), "en": ("“{}”", '"{}"')}
SAID = {
    "fr": {
        "buzz": "Likez cette page et taguez deux amis pour participer au tirage au sort",
        "pushy": "Il ne reste que 3 places, réservez maintenant, après ce sera trop tard",
        "impersonal": "Nous avons le plaisir de vous annoncer l’ouverture de notre bureau",
        "wrong-reader": "Chers libraires, la rentrée se gagne en juin, lisez moins de titres",
        "for-everyone": "Bonjour à toutes et à tous, voici la lettre du mois de mars",
    },
    "en": {
        "buzz": "Like this post and tag two friends to enter the prize draw",
        "pushy": "Only three places left, book now, the doors close at midnight",
        "impersonal": "We are delighted to announce the opening of the second floor",
        "wrong-reader": "Dear booksellers, the autumn is won in June, order fewer titles",
        "for-everyone": "Hello everyone, here is the letter of the month of March",
    },
}
AROUND = {
    "fr": (
        "",
        ", disait la lettre du voisin, posée sur le devis du chantier. Karim l’a rangée dans le tiroir du bas.",
    ),
    "en": (
        "",
        ", said the letter next door, which lay on the quote for the job. Karim put it in the bottom drawer.",
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("check", TONE)
def test_somebody_elses_words_are_not_the_authors(check: str, language: str) -> None:
    said = SAID[language][check]
    before, after = AROUND[language]
    assert fired(findings_on(before + said + after, language), check)
    for marks in MARKS[language]:
        assert not fired(findings_on(before + marks.format(said) + after, language), check)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("check", ["buzz", "pushy"])
def test_a_text_that_is_one_quotation_is_judged(check: str, language: str) -> None:
    for marks in MARKS[language]:
        assert fired(findings_on(marks.format(SAID[language][check]), language), check)


def test_a_title_in_quotation_marks_does_not_make_the_body_one() -> None:
    assert "places" not in own_text(Draft("« Il ne reste que trois places »", "Le courrier du voisin.", "fr"))
    assert "places" in own_text(Draft("", "« Il ne reste que trois places »", "fr"))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Commentez « OUI » et je vous envoie la lettre."),
        ("fr", "Écrivez « je la veux » en commentaire."),
        ("en", "Comment “YES” and I will send the letter."),
        ("en", "Reply “yes please” below, or comment yes."),
    ],
)
def test_a_word_to_write_below_is_what_the_author_asks(language: str, text: str) -> None:
    assert own_text(Draft("", text, language)) == text  # type: ignore[arg-type]


def test_what_the_author_will_not_hear_is_hers() -> None:
    for text, language in (("Pas de « je vais y penser ».", "fr"), ('No "I need to think about it".', "en")):
        assert [hit.group for hit in phrase_hits(Draft("", text, language), "pushy")] == ["blame"]  # type: ignore[arg-type]


def test_a_quotation_goes_on_over_sentences_and_lines() -> None:
    said = "« Bonjour à tous. " + "Le mur est droit. " * 20 + "\nIl ne reste que deux places, réservez maintenant. »"
    draft = Draft("", f"Le voisin écrit : {said} J’ai ri.", "fr")
    assert phrase_hits(draft, "pushy") == ()
    assert own_text(draft).count("\n") == 1
    assert len(own_text(draft)) == len(draft.text)


def test_a_mark_that_is_not_closed_quotes_nothing() -> None:
    draft = Draft("", "Le voisin écrit : « Il ne reste que deux places, réservez maintenant.", "fr")
    assert own_text(draft) == draft.text
    assert phrase_hits(draft, "pushy")


def test_the_next_step_may_be_in_what_somebody_says() -> None:
    draft = Draft("", "Le client a demandé : « Vous venez quand, pour le devis ? »", "fr")
    assert phrase_hits(draft, "next_step")


def test_others_may_shout() -> None:
    assert style_signs(Draft("", "Il a crié « vite, VITE, MAINTENANT, venez ici !!! » puis il a ri.", "fr")) == ()
    assert len(style_signs(Draft("", "Vite, VITE, MAINTENANT, venez ici !!! Puis il a ri.", "fr"))) == 2


def test_an_organisation_that_speaks_is_not_the_reader() -> None:
    said = "“We open the second floor in March”, said the email from head office. The builder put it in a drawer."
    assert not fired(findings_on(said, "en"), "wrong-reader")
    assert fired(
        findings_on("Head office reads every quote twice before it signs. Then it waits.", "en"), "wrong-reader"
    )

"""The right words are quoted, whole, and once."""

from __future__ import annotations

import pytest

from planner.focus.text.draft import Draft
from planner.focus.text.own_words import listed_phrases
from planner.focus.text.phrases import phrase_hits
from tests.focus.judging import findings_on, fired

GIVEAWAYS = {
    "fr": "Grand concours : gagnez un mug de chantier, likez la page et abonnez-vous à notre page avant vendredi.",
    "en": "Like and share this post, and follow our page to win a tape measure before Friday.",
}


@pytest.mark.parametrize("language", GIVEAWAYS)
def test_a_giveaway_is_told_by_one_check(language: str) -> None:
    found = findings_on(GIVEAWAYS[language], language)
    assert fired(found, "buzz")
    assert not fired(found, "vanity")


def test_vanity_speaks_where_buzz_is_silent() -> None:
    found = findings_on("Help grow the page of the building letter. The quote is on the back.", "en")
    assert fired(found, "vanity")
    assert not fired(found, "buzz")


def test_of_hits_that_share_words_the_longest_is_shown() -> None:
    text = "Likez, partagez et taguez deux amis. Le devis est au dos de la lettre du chantier."
    assert len(phrase_hits(Draft("", text, "fr"), "buzz")) == 2
    (found,) = [finding for finding in findings_on(text, "fr") if finding.check == "buzz"]
    assert found.values["phrases"] == ["Likez, partagez et taguez"]
    assert len(found.spans) == 1


@pytest.mark.parametrize(
    ("language", "empty", "precise"),
    [
        (
            "fr",
            "Dans un monde en constante évolution, il est important de rester à l’écoute de ses envies. "
            "Chaque jour est une nouvelle chance de grandir ensemble et de donner du sens.",
            "Dans un monde en constante évolution, Karim a posé 42 m² de carrelage à Lens le 3 mars, et sa cliente "
            "Nadia a payé 1 240 € le soir même, au guichet de la rue Haute.",
        ),
        (
            "en",
            "In today’s fast-paced world, it is important to stay true to who you are and what you love. "
            "Believe in yourself and great things will follow for you and your people.",
            "In today’s fast-paced world, Karim laid 42 square metres of tiles in Leeds on 3 March, and his client "
            "Nadia paid £1,240 the same evening at the counter on Carr Street.",
        ),
    ],
)
def test_a_sentence_that_generic_warns_of_is_not_called_worn_too(language: str, empty: str, precise: str) -> None:
    found = findings_on(empty, language)
    assert any(finding.check == "generic" and finding.severity == "warning" for finding in found)
    assert not fired(found, "worn-phrase")
    assert fired(findings_on(precise, language), "worn-phrase")


@pytest.mark.parametrize(
    "worn",
    [
        "Dans un monde en constante évolution",
        "Dans notre monde en mutation",
        "dans un monde qui va de plus en plus vite",
        "Dans un monde de plus en plus complexe",
        "dans un monde où tout va trop vite",
        "Dans un monde toujours plus connecté",
    ],
)
def test_a_worn_phrase_is_quoted_whole(worn: str) -> None:
    draft = Draft("", f"{worn}, le devis se signe au crayon.", "fr")
    assert [draft.quote(draft.span(*place)) for place in listed_phrases(draft, "worn_phrases")] == [worn]


def test_a_wage_does_not_press() -> None:
    text = "He is paid at £23 an hour. Book now, says the diary, and the builder takes the quote of March to the site."
    assert [hit.group for hit in phrase_hits(Draft("", text, "en"), "pushy")] == ["command"]
    assert not fired(findings_on(text, "en"), "pushy")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Like this post, I wrote it at six in the morning.", False),
        ("Like this post, it took a morning.", False),
        ("Like this post and send it on.", True),
        ("Like this post, share it with a builder.", True),
    ],
)
def test_a_comparison_fishes_for_nothing(text: str, found: bool) -> None:
    assert bool(phrase_hits(Draft("", text, "en"), "buzz")) is found


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("fr", "Je demande à chaque commerçant de la rue la date de sa facture.", False),
        ("fr", "Elle pose la même question à tous les artisans du chantier.", False),
        ("fr", "Nous avons envoyé le devis, puis écrit à chaque artisan.", False),
        ("fr", "Un guide qui s’adresse à toutes les entreprises.", True),
        ("fr", "Nous parlons à toutes les entreprises, grandes ou petites.", True),
        ("fr", "Demandez le guide : il convient à toutes les entreprises.", True),
        ("en", "I ask every trader in the street for the date on the invoice.", False),
        ("en", "She put the same question to every business owner in the street.", False),
        ("en", "I send the March letter to every business in the street.", False),
        ("en", "Advice for every business owner, large or small.", True),
        ("en", "We speak to all businesses, large or small.", True),
        ("en", "Send for the guide: it is of interest to every business.", True),
    ],
)
def test_whom_one_asked_is_not_whom_one_calls(language: str, text: str, found: bool) -> None:
    assert fired(findings_on(text, language), "for-everyone") is found

"""Fixed phrases: what fires, what must not."""

from __future__ import annotations

import re

import pytest

from planner.focus.text.draft import Draft, Language
from planner.focus.text.fold import fold
from planner.focus.text.lists import read_list
from planner.focus.text.own_words import own_text
from planner.focus.text.phrases import phrase_hits, style_signs
from tests.focus.text.samples import draft_of, rows

LANGUAGES: tuple[Language, ...] = ("fr", "en")

CODES = ("buzz", "pushy", "impersonal", "next_step")


def groups(text: str, code: str, language: Language = "fr", title: str = "") -> list[str]:
    return [hit.group for hit in phrase_hits(Draft(title, text, language), code)]


@pytest.mark.parametrize("code", CODES)
def test_the_joined_expressions_find_what_each_finds(code: str) -> None:
    for row in rows("drafts_*.jsonl")[::4]:
        draft = draft_of(row)
        text = draft.folded[draft.body_start :] if code == "next_step" else fold(own_text(draft))
        apart = {
            group
            for group, expressions in read_list(draft.language, "phrases")[code].items()
            if any(re.search(expression, text) for expression in expressions)
        }
        assert {hit.group for hit in phrase_hits(draft, code)} == apart


def test_hits_come_in_text_order_and_quote_the_text() -> None:
    draft = Draft("", "Taguez deux amis. Likez la page, partagez !", "fr")
    hits = phrase_hits(draft, "buzz")
    assert [hit.group for hit in hits] == ["tag", "ask_reaction"]
    assert all(draft.quote(hit.span) == hit.text for hit in hits)


def test_a_typographic_apostrophe_is_an_apostrophe() -> None:
    assert groups("Partagez si vous êtes d’accord", "buzz") == groups("Partagez si vous êtes d'accord", "buzz")


def test_the_next_step_is_looked_for_in_the_body() -> None:
    assert groups("Le pain lève.", "next_step", title="Essayez demain") == []
    assert groups("", "next_step", title="Essayez demain") != []
    assert groups("Et vous, que faites-vous ?", "next_step") != []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Refaites le calcul.", "fr"),
        ("Faites une liste.", "fr"),
        ("Chronomètre ta visite.", "fr"),
        ("Pin the sheet up by the door.", "en"),
        ("Strike out clause 7.", "en"),
        ("Redo the sum.", "en"),
    ],
)
def test_an_order_that_opens_a_clause_is_a_next_step(text: str, language: Language) -> None:
    assert groups(text, "next_step", language) == ["imperative"]


@pytest.mark.parametrize(
    ("text", "language"),
    [("Des chaises faites. Faites en bois, elles durent.", "fr"), ("The plan: number 3 is missing.", "en")],
)
def test_what_only_looks_like_an_order_is_no_next_step(text: str, language: Language) -> None:
    assert groups(text, "next_step", language) == []


def test_a_plain_story_has_no_signal() -> None:
    for code in ("buzz", "pushy", "impersonal"):
        assert groups("Hier, au marché, une cliente a pesé ses pommes deux fois.", code) == []
        assert groups("Yesterday at the market a customer weighed her apples twice.", code, "en") == []


def test_signs_of_style() -> None:
    draft = Draft("GRANDE PROMO !", "Venez ! Vite !", "fr")
    assert [(sign.group, sign.text) for sign in style_signs(draft)] == [
        ("exclamations", "!"),
        ("capitals", "GRANDE"),
    ]
    assert style_signs(Draft("Une PROMO !", "Venez !", "fr")) == ()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("L'URSSAF et la CIBTP m'ont rendu le dossier de Paul : à envoyer avant vendredi. Et le vôtre ?", "fr"),
        ("Le SIRET, le SMIC, le RGPD et le CERFA tiennent sur une ligne.", "fr"),
        ("HMRC CSCS COSHH LOLER: the four cards my foreman checks at 7.30.", "en"),
    ],
)
def test_acronyms_do_not_shout(text: str, language: Language) -> None:
    assert style_signs(Draft("", text, language)) == ()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("DERNIÈRE CHANCE pour l'URSSAF", "fr"),
        ("DERNIERE SEMAINE, et c'est GRATUIT", "fr"),
        ("LAST CHANCE for your CSCS card", "en"),
        ("It is FREE, so HURRY", "en"),
    ],
)
def test_words_in_capitals_shout(text: str, language: Language) -> None:
    assert [sign.group for sign in style_signs(Draft("", text, language))] == ["capitals"]


Examples = dict[Language, dict[str, tuple[str, ...]]]

FIRES: Examples = {
    "fr": {
        "buzz": (
            "Likez, partagez, et dites-moi tout.",
            "Si ce post atteint 500 partages, je montre la suite.",
            "La suite en commentaire.",
            "Taguez l'ami qui a besoin de lire ça.",
            "Faites voter vos collègues avant dimanche.",
            "Vous n'allez pas croire ce qu'elle m'a répondu.",
            "Écris OUI en commentaire.",
            "Notre grand jeu de Noël commence.",
            "Nous voilà 3 200 abonnés.",
            "Mettez un pouce.",
        ),
        "impersonal": (
            "La société informe sa clientèle de ses nouveaux horaires.",
            "Bonjour à tous, voici le programme.",
            "Nous avons le plaisir de vous annoncer une nouvelle offre.",
            "Le cabinet informe ses clients.",
            "Nous avons l'immense joie de vous annoncer l'ouverture.",
            "Chers clients fidèles, nos horaires changent.",
        ),
        "pushy": (
            "Il reste deux places. Pas demain : tout de suite.",
            "Répondez OUI avant vendredi.",
            "Je vous rappelle un par un. Pas de « je vais y penser ».",
            "Stop les excuses, je ferme les inscriptions ce soir.",
        ),
    },
    "en": {
        "buzz": (
            "Like and follow if you agree.",
            "If this gets 500 shares I'll film it.",
            "Tag the colleague who needs this.",
            "You won't believe what she said.",
            "Most shares wins the mug.",
            "We made it to 3,200 followers.",
        ),
        "impersonal": (
            "Hello everyone, here is the programme.",
            "The firm informs its clients of new opening hours.",
            "We are delighted to announce a new service.",
            "Terms and conditions apply.",
            "Absolutely delighted to announce a new office.",
            "Dear clients, our hours are changing.",
        ),
        "pushy": (
            "Nine places left. Reply YES.",
            "I asked in March, I asked in May. By Friday, please.",
            "Let me be blunt: you have until noon. Pay now.",
            "I'll keep ringing until one of you picks up. Stop scrolling.",
            "Sign today or I give your place to another.",
        ),
    },
}
NEAR_MISSES: Examples = {
    "fr": {
        "buzz": (
            "L'application identifie les intérêts de l'utilisateur.",
            "Ces gestes font gagner du temps au greffe.",
            "Le manque à gagner se lit dans la marge.",
            "Faites voter la liste au conseil.",
            "Écrivez dans la marge ce qui s'est passé.",
            "3 200 abonnés au gaz dans ma commune.",
            "Il a mis un pouce sous ma lettre.",
            "Le grand jeu de clés du dépôt.",
        ),
        "impersonal": (
            "Le bailleur tient les factures à votre disposition pendant six mois.",
            "Elle informe son voisin du bornage.",
            "Bonjour Claire, voici la liste.",
            "Chers clients fidèles, c'est ainsi que commence la lettre que Marc n'a jamais envoyée.",
            "Sa lettre s'ouvre sur « Chers clients », puis plus rien.",
            "Toutes les entreprises du canton sont fermées lundi.",
        ),
        "pushy": (
            "Ouvrez la fenêtre, sinon on ne voit que le reflet.",
            "Vous appelez l'éditeur du logiciel.",
            "Une carte familiale donne 30 % de réduction sur le train.",
            "Il reste deux oeufs dans le panier.",
        ),
    },
    "en": {
        "buzz": (
            "I will share some of the parallels I met.",
            "The parcel reached 3 villages.",
            "We follow the hedge and like what we see.",
            "She reads the most letters of all.",
            "3,200 followers of his van.",
        ),
        "impersonal": (
            "The participants of the walk met at noon.",
            "The software now available to our analysts is slow.",
            "Hello Claire, here is the list.",
            "Dear clients, so begins the letter Mark never sent.",
            "He informs the neighbour before he digs.",
        ),
        "pushy": (
            "He has been a colleague for seven years now.",
            "The standing committee remains active today.",
            "The online book now has a cover.",
            "Two eggs are left in the box.",
        ),
    },
}


def cases(examples: Examples) -> list[tuple[Language, str, str]]:
    return [
        (language, code, text)
        for language, codes in examples.items()
        for code, texts in codes.items()
        for text in texts
    ]


def signals(text: str, code: str, language: Language) -> int:
    """How many signals a text gives; pressing needs two."""
    found = len(groups(text, code, language))
    return found // 2 if code == "pushy" else found


@pytest.mark.parametrize(("language", "code", "text"), cases(FIRES))
def test_a_way_of_speaking_is_recognised(language: Language, code: str, text: str) -> None:
    assert signals(text, code, language) >= 1


@pytest.mark.parametrize(("language", "code", "text"), cases(NEAR_MISSES))
def test_what_only_resembles_it_is_not(language: Language, code: str, text: str) -> None:
    assert signals(text, code, language) == 0


@pytest.mark.parametrize("code", CODES)
def test_no_expression_has_an_unbounded_gap(code: str) -> None:
    """What may be as long as one likes is a word, never a stretch of text."""
    unbounded = re.compile(r"(?:\[\^[^\]]*\]|(?<!\\)\.|\\s|\\W)[*+]")
    for language in LANGUAGES:
        for expressions in read_list(language, "phrases")[code].values():
            assert [expression for expression in expressions if unbounded.search(expression)] == []

"""What the relevance check says of readers, words and never-topics."""

from __future__ import annotations

import pytest

from planner.focus.text.brief_words import text_stems
from planner.focus.text.draft import Draft, Language
from planner.focus.text.never_topics import never_topics, proposed_words
from planner.focus.text.relevance import BriefWords, judge_relevance, relevance_figure
from tests.focus.text.samples import brief_words, briefs

FLORISTS = {
    "audience": "Fleuristes indépendants de petites villes, souvent seuls en boutique, pas les grossistes",
    "needs": [
        "Comment tenir la vitrine en semaine creuse ?",
        "Combien de bouquets commander pour la Toussaint ?",
    ],
    "words": ["bouquet", "vitrine", "invendus", "cadencier", "arrivage", "tiges", "deuil", "mariage"],
    "objective": "Remplir les ateliers du lundi. Indicateur : inscriptions.",
    "message": "Une boutique vit de ses habitués, pas de la foule.",
    "do": ["Montrer un geste en boutique", "Donner un calcul de prix de revient", "Citer une cliente"],
    "dont": ["Parler politique et grèves"],
}


def brief(**changes: object) -> BriefWords:
    return BriefWords("fr", **{**FLORISTS, **changes})  # type: ignore[arg-type]


def called(opening: str, words: BriefWords | None = None) -> tuple[int, str]:
    judged = judge_relevance(Draft("", opening, "fr"), words or brief())
    return judged.reader, judged.reader_phrase


def test_the_briefs_readers_are_known() -> None:
    assert called("Fleuristes : pesez vos invendus.") == (1, "Fleuristes")


def test_readers_nobody_spoke_of_are_unknown() -> None:
    assert called("Chers notaires, relisez vos actes.") == (-3, "Chers notaires")


def test_readers_the_audience_excludes_are_wrong() -> None:
    assert called("Grossistes : livrez avant six heures.")[0] == -3


def test_the_writers_peers_are_not_the_readers() -> None:
    assert called("Chers confrères, parlons de nos tarifs.")[0] == -2


def test_nobody_called_is_nobody() -> None:
    assert called("Pesez vos invendus le lundi soir.") == (0, "")


def test_who_the_calendar_is_not_for_is_wrong() -> None:
    known = brief(needs=["Que répondre aux mariées qui négocient ?"])
    assert called("Mariées : choisissez en juin.", known)[0] == -2
    refused = brief(needs=["Que répondre aux mariées qui négocient ?"], not_for=["les mariées"])
    assert called("Mariées : choisissez en juin.", refused)[0] == -3


def test_not_for_some_of_the_readers_leaves_the_others() -> None:
    words = brief(not_for=["fleuristes de supermarché"])
    assert called("Fleuristes : pesez vos invendus.", words)[0] == 1
    assert called("Fleuristes de supermarché : pesez vos invendus.", words)[0] == -3


def test_remembered_readers_are_the_briefs_own() -> None:
    words = brief(readers=["Chers notaires"])
    assert called("Notaires : relisez vos actes.", words) == (1, "Notaires")
    assert called("Chers banquiers, relisez vos actes.", words)[0] == -3
    assert called("Chers confrères, parlons tarifs.", brief(readers=["confrères"]))[0] == 1


def test_a_big_organisation_is_seen_by_small_readers() -> None:
    draft = Draft("", "Les grands comptes achètent autrement. Voici comment.", "fr")
    judged = judge_relevance(draft, brief())
    assert judged.big == "grands comptes"
    assert judge_relevance(draft, brief(audience="Fleuristes de France")).big == ""


def test_the_words_of_the_brief_are_quoted_as_written() -> None:
    judged = judge_relevance(Draft("Vos Bouquets", "Comptez les tiges et les invendus.", "fr"), brief())
    assert {found.text for found in judged.found} == {"Bouquets", "tiges", "invendus"}
    assert judged.known >= 3
    assert judged.stems >= judged.known


def test_a_never_topic_is_named_with_its_words() -> None:
    body = "La grève dure. Le ministre et son gouvernement parlent, le syndicat manifeste, l'élection approche."
    judged = judge_relevance(Draft("", body, "fr"), brief())
    assert judged.off_limits
    assert judged.off_limits.topic == "Parler politique et grèves"
    assert "grève" in judged.off_limits.words
    assert judge_relevance(Draft("", body, "fr"), brief(dont=())).off_limits is None


def test_words_of_two_meanings_count_only_beside_one_that_has_one() -> None:
    told = brief(dont=["la politique"])
    yard = "Le convoi part à droite du dépôt, la grue à gauche, et le centre de tri est en face du portail."
    vote = "Le syndicat de la résidence demande de voter pour Ahmed. Le procès-verbal part demain."
    for body in (yard, vote):
        assert judge_relevance(Draft("", body, "fr"), told).off_limits is None
    judged = judge_relevance(Draft("", f"{yard} Le ministre, lui, promet.", "fr"), told)
    assert judged.off_limits
    assert {"ministre", "gauche", "droite"} <= set(judged.off_limits.words)
    assert "part" not in judged.off_limits.words


@pytest.mark.parametrize(
    ("topic", "body", "language"),
    [
        ("Les cryptomonnaies", "Le bitcoin et la bourse promettent un rendement.", "fr"),
        ("Cryptocurrency", "Bitcoin, a portfolio and a dividend yield.", "en"),
    ],
)
def test_cryptocurrencies_call_their_theme(topic: str, body: str, language: Language) -> None:
    words = BriefWords(language, audience="Florists", dont=[topic])
    assert judge_relevance(Draft("", body, language), words).off_limits is not None


@pytest.mark.parametrize(
    ("body", "reader"),
    [
        ("Chers notaires, c'est ainsi que commence la lettre que Marc n'a jamais envoyée.", 0),
        ("« Chers notaires », dit la lettre.", 0),
        ("Chers notaires, relisez « vos actes ».", -3),
    ],
)
def test_a_greeting_that_is_told_of_calls_nobody(body: str, reader: int) -> None:
    assert called(body)[0] == reader


@pytest.mark.parametrize(
    ("body", "reader"),
    [("Dear solicitors, so begins the letter Mark never sent.", 0), ("Dear solicitors, read your deeds.", -3)],
)
def test_an_english_greeting_that_is_told_of_calls_nobody(body: str, reader: int) -> None:
    words = BriefWords("en", audience="Independent florists", needs=["How many bunches do I order?"])
    assert judge_relevance(Draft("", body, "en"), words).reader == reader


def test_words_after_a_colon_are_the_topics_own_and_the_name_stands_before_it() -> None:
    body = "Le cadencier du voisin parle de tombola, de kermesse et de buvette : chacun son bouquet."
    told = brief(dont=["Fêtes de village : tombola, kermesse, buvette"])
    judged = judge_relevance(Draft("", body, "fr"), told)
    assert judged.off_limits
    assert judged.off_limits.topic == "Fêtes de village"
    assert set(judged.off_limits.words) == {"tombola", "kermesse", "buvette"}
    assert judge_relevance(Draft("", body, "fr"), brief(dont=["Fêtes de village"])).off_limits is None


def test_words_after_a_colon_call_no_theme() -> None:
    line = "Les voisins : grève, ministre"
    (topic,) = never_topics([line], frozenset(), "fr")
    assert (topic.name, topic.theme) == ("Les voisins", frozenset())
    (named,) = never_topics(["Les grèves : voisins"], frozenset(), "fr")
    assert named.theme


def test_a_line_that_begins_with_a_colon_is_a_name() -> None:
    (topic,) = never_topics([": politique"], frozenset(), "fr")
    assert topic.name == ": politique"


def test_the_briefs_own_words_say_half_as_much_of_a_never_topic() -> None:
    """A brief that speaks of bouquets forbids an opinion on them, not the word."""
    body = "Un bouquet de mariage se compte en tiges, une vitrine de deuil en heures."
    assert judge_relevance(Draft("", body, "fr"), brief(dont=["Juger les bouquets de mariage"])).off_limits is None
    told = brief(dont=["Juger les autres : bouquet, mariage"])
    assert judge_relevance(Draft("", body, "fr"), told).off_limits is not None


def test_a_topic_of_two_letters_has_a_theme() -> None:
    for name, language in (("L'IA", "fr"), ("AI", "en")):
        (topic,) = never_topics([name], frozenset(), language)  # type: ignore[arg-type]
        assert "chatgpt" in topic.theme


TOPICS: dict[Language, tuple[str, ...]] = {
    "fr": (
        "Politique et élections", "Religion", "Conseils médicaux", "Avis juridiques", "Conseils fiscaux", "Crypto",
        "Placements", "Les prix des concurrents", "Critiquer les confrères", "Vie privée et famille", "Noms de clients",
        "Recrutement", "Perte de poids", "Régimes", "L'IA", "Tendances tech", "Devenir riche", "Mèmes et humour",
        "Actualité et polémiques", "Guerres et conflits", "Grèves et syndicats", "Sexe et rencontres", "Alcool",
        "Astrologie", "Spiritualité", "Finances personnelles", "Immobilier", "Football", "Célébrités", "Écologie",
        "Immigration", "Féminisme", "Promesses de résultats", "Écrans", "Accidents",
    ),
    "en": (
        "Party politics", "Religion", "Medical advice", "Legal advice", "Tax advice", "Crypto", "Investment tips",
        "Competitors' prices", "Criticising competitors", "Private life and family", "Clients' names", "Recruitment",
        "Weight loss", "Diets", "AI", "Tech trends", "Get-rich talk", "Memes and humour", "News and controversies",
        "Wars and conflicts", "Strikes and unions", "Sex and dating", "Alcohol", "Astrology", "Spirituality",
        "Personal finance", "Real estate", "Football", "Celebrities", "Climate", "Immigration", "Feminism",
        "Promised results", "Screens", "Accidents",
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "topic"), [(language, topic) for language in TOPICS for topic in TOPICS[language]]
)
def test_each_topic_that_briefs_forbid_has_words_to_propose(language: Language, topic: str) -> None:
    words = proposed_words(topic, language)
    assert 3 <= len(words) <= 6
    assert len({word.rstrip("sx") for word in words}) == len(words)
    assert not set(words) & set(topic.lower().split())


def test_words_that_are_proposed_say_the_topic_once_they_are_told() -> None:
    words = proposed_words("Politique et élections", "fr")
    assert {"ministre", "gouvernement"} <= set(words)
    told = brief(dont=[f"Politique : {', '.join(words)}"])
    judged = judge_relevance(Draft("", f"Voilà {' et '.join(words)} dans une vitrine.", "fr"), told)
    assert judged.off_limits
    assert judged.off_limits.topic == "Politique"


def test_what_is_known_is_not_proposed_again() -> None:
    assert not {"ministre", "vote"} & set(proposed_words("Politique : ministre, votes", "fr"))
    known = text_stems("Les ministres et leur gouvernement", "fr")
    assert not {"ministre", "gouvernement"} & set(proposed_words("Politique", "fr", known))


def test_a_topic_of_no_known_theme_has_no_words_to_propose() -> None:
    assert proposed_words("Les sauterelles", "fr") == []
    assert proposed_words("Grasshoppers", "en") == []
    assert proposed_words("", "fr") == []


def test_a_role_that_one_plays_calls_no_reader() -> None:
    """ "As a patient." says how to fill in a form; "As a patient, ..." speaks to one."""
    words = BriefWords("en", audience="Owners of physiotherapy practices", needs=["How do I keep patient files?"])
    played = Draft("", "Fill in your own form. As a patient. With a pen that works only sometimes.", "en")
    called = Draft("", "As a patient, you have a right to read your file. Ask for it at the desk.", "en")
    assert judge_relevance(played, words).reader == 0
    assert judge_relevance(called, words).reader < 0


def test_clerks_are_not_readers_because_a_town_is_named() -> None:
    words = BriefWords("en", audience="Parish councillors in villages and small towns", words=["clerk"])
    judged = judge_relevance(Draft("", "Clerks: type the motions before the meeting.", "en"), words)
    assert judged.reader == -2


def test_a_thin_brief_only_warns_when_nothing_fits() -> None:
    thin = BriefWords("fr", words=["bouquet"])
    assert thin.thin
    body = (
        "Relisez le bail rural, la clause pénale, la servitude, le cadastre, l'hypothèque, la soulte, "
        "le notaire, l'usufruit, la donation, le testament, l'indivision, le bornage, le géomètre, "
        "la parcelle, l'acte, le fermage, le préavis, la caution, le greffe, l'huissier, le tribunal, l'avoué"
    )
    assert judge_relevance(Draft("", body, "fr"), thin).level == "warning"
    assert judge_relevance(Draft("", body + ", un bouquet", "fr"), thin).level == ""


def test_an_empty_brief_says_nothing() -> None:
    empty = BriefWords("fr")
    judged = judge_relevance(Draft("Chers notaires", "Relisez vos actes. " * 30, "fr"), empty)
    assert empty.empty
    assert (judged.level, judged.reader) == ("", 0)


def test_a_real_brief_is_not_thin() -> None:
    for identifier in briefs():
        assert not brief_words(identifier).thin
        assert brief_words(identifier).meaningful_stems >= 40


def test_the_figure_grows_with_the_score() -> None:
    scores = [-0.4 + step / 100 for step in range(241)]
    figures = [relevance_figure(score) for score in scores]
    assert len(set(figures)) == len(figures)
    assert figures == sorted(figures)
    assert figures[0] == 0
    assert figures[-1] == pytest.approx(1)

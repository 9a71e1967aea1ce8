"""In a long text that is precise as a whole, the sentence that anybody could have written is pointed at."""

from __future__ import annotations

import pytest

from planner.focus.text.draft import Draft, Language, Memory
from planner.focus.text.passages import LONG, empty_passage
from tests.focus.judging import findings_on
from tests.focus.text.samples import rows

EMPTY: dict[Language, str] = {
    "fr": "Chaque projet est unique et mérite toute notre attention, car la confiance est la clé de la réussite.",
    "en": "With trust, commitment and a real passion for excellence, everything becomes possible and success follows.",
}
PRECISE: dict[Language, str] = {
    "fr": "Le 12 mars, Karim Benali a payé 4 180 euros au maçon Duval pour le mur de la rue Victor-Hugo, à Givors.",
    "en": "On 12 March Karim Benali paid the mason Duval 4,180 euros for the wall in rue Victor Hugo, in Givors.",
}
FEWEST_POINTED_AT = 0.9
MOST_FALSE = 0.15


def long_posts(language: Language) -> list[list[str]]:
    """Precise posts of about 600 words, as paragraphs, each of six drafts of one language."""
    good = [row["body"] for row in rows(f"drafts_{language}_*.jsonl") if row["kind"] == "on-specific"]
    return ["\n\n".join(good[at : at + 6]).split("\n\n") for at in range(0, len(good) - 5, 6)]


def pointed(text: str, language: Language, memory: Memory | None = None) -> str:
    draft = Draft("", text, language, memory)
    passage = empty_passage(draft)
    return draft.quote(passage.sentence) if passage else ""


def typed(paragraphs: list[str], sentence: str) -> list[str]:
    """The post with the sentence at its end, and in its middle after another sentence."""
    middle = len(paragraphs) // 2
    within = [*paragraphs[:middle], f"{paragraphs[middle]} {sentence}", *paragraphs[middle + 1 :]]
    return ["\n\n".join([*paragraphs, sentence]), "\n\n".join(within)]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_an_empty_sentence_in_a_long_post_is_pointed_at_and_a_precise_one_is_not(language: Language) -> None:
    posts = long_posts(language)
    texts = [text for post in posts for text in typed(post, EMPTY[language])]
    assert sum(pointed(text, language) == EMPTY[language] for text in texts) >= FEWEST_POINTED_AT * len(texts)
    mended = [text for post in posts for text in typed(post, PRECISE[language])]
    assert not [text for text in mended if pointed(text, language) == PRECISE[language]]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_long_precise_posts_are_left_alone(language: Language) -> None:
    posts = long_posts(language)
    assert sum(bool(pointed("\n\n".join(post), language)) for post in posts) <= MOST_FALSE * len(posts)


def test_a_short_post_is_judged_as_a_whole() -> None:
    short = " ".join(["mot"] * (LONG - 40))
    assert not pointed(f"{short}. {EMPTY['fr']}", "fr")
    assert pointed(f"{short} {short}. {EMPTY['fr']}", "fr") == EMPTY["fr"]


def test_with_a_memory_the_answer_is_the_same() -> None:
    memory = Memory()
    for post in long_posts("fr")[:4]:
        for text in typed(post, EMPTY["fr"]):
            assert pointed(text, "fr", memory) == pointed(text, "fr")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_it_is_said_as_a_suggestion_with_its_own_words(language: Language) -> None:
    text = typed(long_posts(language)[1], EMPTY[language])[0]
    (found,) = [one for one in findings_on(text, language) if one.check == "generic"]
    assert (found.message, found.severity) == ("passage", "suggestion")
    assert found.values["sentence"] == EMPTY[language]
    span = found.spans[0]
    assert text[span.start : span.end] == EMPTY[language]

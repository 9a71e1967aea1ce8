"""Near-misses: what a check lets pass by little, and would tell if its threshold were any milder."""

from __future__ import annotations

import pytest

from planner.focus.checks.precise import no_example
from planner.focus.checks.target import self_centred
from tests.focus.examples import no_example as stretches
from tests.focus.judging import findings_on, fired

READER_LESS_OFTEN = {
    "fr": "Nous sommes fiers de notre parcours. Notre équipe intervient sur les chantiers depuis quinze ans, avec son "
    "camion rouge et son mètre. Nos valeurs guident nos missions, et nous tenons nos dates. Un décompte qui traîne ? "
    "Écrivez le jeudi, avec votre facture et vos réserves.",
    "en": "We are proud of our journey. Our team has worked on sites for fifteen years, with its red van and its tape "
    "measure. Our values guide our jobs, and we keep our dates. A final account that drags on? Bring it on Thursday, "
    "with your invoice, your quote and your snag list.",
}
UNDER_FORTY_WORDS = {
    "fr": "Nous sommes fiers de notre parcours. Notre équipe intervient sur les chantiers depuis quinze ans. Nos "
    "valeurs guident nos devis, et notre expertise est reconnue à Lens.",
    "en": "We are proud of our journey. Our team has worked on building sites for fifteen years. Our values guide our "
    "quotes, and our expertise is known in Leeds.",
}
OTHERS_MORE_OFTEN = {
    "fr": "Elle a posé son décompte sur la table, et elle a ri. Elle avait recopié sa retenue deux fois, et son client "
    "la lui avait rendue. Elle dit que notre expertise l'a aidée, que notre équipe est patiente, et qu'elle a relu "
    "sa lettre avant de la poster. Elle attend son solde.",
    "en": "She laid her final account on the table, and she laughed. She had copied her retention twice, and her "
    "client had sent it back to her. She says that our expertise helped her, that our team is patient, and she read "
    "her letter again before she posted it. She is waiting for her balance.",
}


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(
    ("constant", "milder", "texts"), [("TIMES", 2, READER_LESS_OFTEN), ("SHORTEST", 20, UNDER_FORTY_WORDS)]
)
def test_who_speaks_of_herself_by_little(
    monkeypatch: pytest.MonkeyPatch, constant: str, milder: int, texts: dict[str, str], language: str
) -> None:
    assert not fired(findings_on(texts[language], language), "self-centred")
    monkeypatch.setattr(self_centred, constant, milder)
    assert fired(findings_on(texts[language], language), "self-centred")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_who_speaks_more_of_another_does_not_speak_of_herself(monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    text = OTHERS_MORE_OFTEN[language]
    assert not fired(findings_on(text, language), "self-centred")
    heard = self_centred._Voices
    monkeypatch.setattr(self_centred, "_Voices", lambda reader, others: heard(reader, 0))
    monkeypatch.setattr(self_centred, "LEAST", 2)
    assert fired(findings_on(text, language), "self-centred")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_stretch_of_a_hundred_words_may_be_followed(monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    explained = f"{stretches._BEFORE[language]} {stretches._AFTER[language]}"
    words = explained.split()
    ends = [number for number, word in enumerate(words, 1) if word.endswith(".") and 90 < number <= 108]
    scenes = " ".join(stretches._SCENES[language][::2])
    text = f"{scenes}\n\n{' '.join(words[: ends[-1]])}"
    assert not fired(findings_on(text, language), "no-example")
    monkeypatch.setattr(no_example, "LONGEST", 90)
    assert fired(findings_on(text, language), "no-example")

"""A text that is neither French nor English is told; a French or English one never is."""

from __future__ import annotations

import pytest

from planner.focus.text.fold import fold
from planner.focus.text.written import is_foreign, written
from tests.focus.text.foreign_samples import FOREIGN
from tests.focus.text.samples import rows

TECHNICAL = (
    "React 19, TypeScript 5, Vite, Vitest, ESLint, Prettier, Docker, Kubernetes, Terraform, Ansible, Grafana, Loki",
    "Hélène Martin, Jürgen Müller, Mario Rossi, José García, Ana de la Cruz, Jan van den Berg, Leonardo da Vinci",
    "#PetitsCommerces #boulangerie #pain #farine #artisan #local #village #four #levain #seigle #moulin #bio",
    "https://exemple.fr https://exemple.fr/a https://exemple.fr/b @un @deux @trois 12 14 16 18 20 22",
    "😂😂😂 👍 ❤️ 12 % 14 h 30 — … !!! ??? 15 € 16 € 17 € 18 € 19 € 20 €",
    "```\nder die das und nicht ist ein eine mit von zu auf\n```\nVoici le code.",
)  # fmt: skip


@pytest.mark.parametrize("language", FOREIGN)
def test_another_language_is_told(language: str) -> None:
    for text in FOREIGN[language]:
        assert is_foreign(written("", text, "fr")), text
        assert is_foreign(written(text[:40], text, "en")), text


def test_no_draft_is_foreign() -> None:
    for row in rows("drafts_*.jsonl"):
        assert not is_foreign(written(row["title"], row["body"], row["lang"]))


def test_capitals_and_missing_accents_are_not_foreign() -> None:
    for row in rows("drafts_*.jsonl")[::4]:
        assert not is_foreign(written("", fold(row["body"]).upper(), row["lang"]))


@pytest.mark.parametrize("text", TECHNICAL)
def test_names_code_and_hashtags_are_not_foreign(text: str) -> None:
    assert not is_foreign(written("", text, "fr"))


def test_under_twelve_words_nothing_is_said() -> None:
    assert not is_foreign(written("", "Ayer visité el taller de Marta en Zaragoza.", "fr"))
    assert not is_foreign(written("", "昨天我去了", "fr"))
    assert not is_foreign(written("", "", "fr"))


def test_a_quotation_in_another_language_is_not_the_authors() -> None:
    text = (
        "Voici ce que m'a écrit une cliente de la boutique hier soir, après sa visite :\n\n> " + FOREIGN["Spanish"][0]
    )
    assert not is_foreign(written("", text, "fr"))


def test_one_word_repeated_is_not_a_language() -> None:
    assert not is_foreign(written("", "und " * 40, "fr"))

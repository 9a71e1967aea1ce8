"""Fixed phrases: what fires, what must not."""

from __future__ import annotations

import re

import pytest

from planner.focus.text.draft import Draft, Language
from planner.focus.text.lists import read_list
from planner.focus.text.phrases import phrase_hits, style_signs
from tests.focus.text.samples import draft_of, rows

CODES = ("buzz", "pushy", "impersonal", "next_step")


def groups(text: str, code: str, language: Language = "fr", title: str = "") -> list[str]:
    return [hit.group for hit in phrase_hits(Draft(title, text, language), code)]


@pytest.mark.parametrize("code", CODES)
def test_the_joined_expressions_find_what_each_finds(code: str) -> None:
    for row in rows("drafts_*.jsonl")[::4]:
        draft = draft_of(row)
        text = draft.folded[draft.body_start :] if code == "next_step" else draft.folded
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
    assert groups("Partagez si vous êtes d’accord", "buzz") == groups(
        "Partagez si vous êtes d'accord", "buzz"
    )


def test_the_next_step_is_looked_for_in_the_body() -> None:
    assert groups("Le pain lève.", "next_step", title="Essayez demain") == []
    assert groups("", "next_step", title="Essayez demain") != []
    assert groups("Et vous, que faites-vous ?", "next_step") != []


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

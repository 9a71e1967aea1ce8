"""Indicators are typed and shown in one's own language, and what nobody knows stays as it was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planner import words
from planner.model.limits import indicators
from planner.model.terms import LANGUAGES
from planner.tui.indicator import NAMES, indicator_shown, indicator_typed
from planner.tui.screens.brief import BriefScreen
from planner.words import say
from tests.tui.at_brief import field_of, opened, typed_into
from tests.tui.stage import calendar_at, on_stage, shown, stage_of
from tests.tui.waiting import until

if TYPE_CHECKING:
    from pathlib import Path


def test_every_rung_of_the_ladder_has_its_names() -> None:
    assert set(NAMES) == set(indicators())
    assert all(set(names) == set(LANGUAGES) for names in NAMES.values())


@pytest.mark.parametrize("spoken", LANGUAGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_in_either_language_is_the_rung_it_names(spoken: str, language: str) -> None:
    words.speak(language)
    named = {key: indicator_shown(key) for key in NAMES}
    words.speak(spoken)
    assert {key: indicator_typed(name) for key, name in named.items()} == {key: key for key in NAMES}


@pytest.mark.parametrize(("text", "key"), [(" Demandes ", "requests"), ("VENTES", "sales"), ("visits", "visits")])
def test_case_and_blanks_do_not_matter(text: str, key: str) -> None:
    assert indicator_typed(text) == key


@pytest.mark.parametrize("text", ["", "tartes vendues", "[/promo]", "demandes de devis"])
def test_ones_own_word_stays(text: str) -> None:
    assert indicator_shown(indicator_typed(text)) == text


@pytest.mark.parametrize(
    ("language", "standing", "offered", "typed", "kept"),
    [("fr", "demandes", "ventes, demandes, visites, conversations", "Ventes", "sales"),
     ("en", "requests", "sales, requests, visits, conversations", "demandes", "requests"),
     ("fr", "demandes", "votre mot", "tartes", "tartes")],
)  # fmt: skip
async def test_the_brief_speaks_of_indicators_in_ones_own_language(
    tmp_path: Path, language: str, standing: str, offered: str, typed: str, kept: str
) -> None:
    words.speak(language)
    desk = calendar_at(tmp_path / "a.planner")
    async with on_stage(desk, BriefScreen("indicator")) as pilot:
        await opened(pilot)
        await until(pilot, lambda: offered in " ".join(shown(pilot).split()), "the offer")
        assert field_of(pilot, "indicator").typed == standing
        assert say("for instance: {example}", example=standing) in shown(pilot)
        await typed_into(pilot, "indicator", typed)
        await typed_into(pilot, "unit", "par mois")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: stage_of(pilot).told, "the save")
        assert desk.calendar().brief.indicator == kept


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_figure_that_only_flatters_is_offered(language: str) -> None:
    words.speak(language)
    offered = say("what you count: sales, requests, visits, conversations, or your own word").casefold()
    named = {
        key for key, rung in indicators().items() if any(pattern.search(offered) for pattern in rung.words[language])
    }
    assert named == {"sales", "requests", "visits", "conversations"}

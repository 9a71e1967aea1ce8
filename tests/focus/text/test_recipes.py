"""Our figures against the first implementation's, on all 960 drafts."""

from __future__ import annotations

from functools import cache

import pytest

from planner.focus.batch import verdict
from planner.focus.text.genericness import Genericness, judge_genericness
from planner.focus.text.markdown import prose
from planner.focus.text.relevance import Relevance, judge_relevance
from tests.focus.text.samples import (
    LANGUAGES,
    area_under_curve,
    brief_words,
    contract_row,
    draft_of,
    frozen_verdicts,
    rows,
)


@cache
def judged() -> dict[str, tuple[Genericness, Relevance]]:
    """Every draft judged by us."""
    found = {}
    for row in rows("drafts_*.jsonl"):
        draft = draft_of(row)
        found[row["id"]] = (
            judge_genericness(draft, explain=False),
            judge_relevance(draft, brief_words(row["brief"])),
        )
    return found


def test_every_draft_has_a_frozen_verdict() -> None:
    assert frozen_verdicts().keys() == judged().keys()
    assert len(judged()) == 960


def compared() -> dict[str, tuple[Genericness, Relevance]]:
    """The drafts both judge by the same rules: the first did not read whom an author says she works for."""
    return {name: found for name, found in judged().items() if not found[1].served}


def test_hardly_a_draft_says_whom_its_author_works_for() -> None:
    assert len(judged()) - len(compared()) <= 2


def test_levels_are_those_of_the_first_implementation() -> None:
    different = {
        name
        for name, (generic, relevance) in compared().items()
        for frozen in [frozen_verdicts()[name]]
        if (generic.level, relevance.level) != (frozen["generic"], frozen["target"])
    }
    assert not different


def test_never_topics_are_those_of_the_first_implementation() -> None:
    ours = {name: found.off_limits.topic if found.off_limits else "" for name, (_, found) in judged().items()}
    assert ours == {name: frozen["never"] for name, frozen in frozen_verdicts().items()}


def test_readers_are_those_of_the_first_implementation() -> None:
    ours = {name: (found.reader, bool(found.big)) for name, (_, found) in compared().items()}
    assert ours == {name: (frozen_verdicts()[name]["reader"], frozen_verdicts()[name]["big"]) for name in ours}


def test_scores_are_those_of_the_first_implementation() -> None:
    marked = {row["id"] for row in rows("drafts_*.jsonl") if prose(row["body"]).text != row["body"]}
    # The first implementation read Markdown as prose: two drafts of 960 have some, their levels stay the same.
    assert len(marked) <= 2
    for name, (generic, relevance) in compared().items():
        if name in marked:
            continue
        frozen = frozen_verdicts()[name]
        assert generic.score == pytest.approx(frozen["generic_score"], abs=0.001)
        assert relevance.score == pytest.approx(frozen["target_score"], abs=0.001)


@pytest.mark.parametrize(("language", "least"), [("fr", 0.9943), ("en", 0.9879)])
def test_generic_drafts_score_above_precise_ones(language: str, least: float) -> None:
    figures = _figures(language, "genericness")
    assert area_under_curve(figures["on-generic"], figures["on-specific"]) >= least - 0.005


@pytest.mark.parametrize(("language", "least"), [("fr", 0.9421), ("en", 0.9223)])
def test_drafts_off_target_score_below_those_on_target(language: str, least: float) -> None:
    figures = _figures(language, "relevance")
    assert area_under_curve(figures["on-specific"], figures["off target"]) >= least - 0.005


def test_few_good_drafts_are_warned_about() -> None:
    for language in LANGUAGES:
        warned = [
            finding["check"]
            for row in rows(f"drafts_{language}_*.jsonl")
            if row["kind"] == "on-specific"
            for finding in _findings(row["id"])
            if finding["severity"] == "warning"
        ]
        assert len(warned) <= 10, warned


@cache
def _verdicts() -> dict[str, dict[str, object]]:
    return {row["id"]: verdict(contract_row(row)) for row in rows("drafts_*.jsonl")}


def _findings(name: str) -> list[dict[str, object]]:
    findings = _verdicts()[name]["findings"]
    assert isinstance(findings, list)
    return findings


def _figures(language: str, figure: str) -> dict[str, list[float]]:
    """A figure of the contract by kind of draft, and of those off target."""
    found: dict[str, list[float]] = {}
    for row in rows(f"drafts_{language}_*.jsonl"):
        value = _verdicts()[row["id"]][figure]
        assert isinstance(value, float)
        found.setdefault(row["kind"], []).append(value)
        if row["off_target"]:
            found.setdefault("off target", []).append(value)
    return found

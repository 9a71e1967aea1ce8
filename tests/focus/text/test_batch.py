"""One line of the contract of `planner check --jsonl`."""

from __future__ import annotations

import json
from typing import Any

import pytest

from planner.errors import InputError
from planner.focus.batch import verdict
from tests.focus.text.samples import contract_row, rows

PROSE = "Le pain lève dans la cour et la farine manque depuis mardi, dit le boulanger du village."
SIGNS = "Dernière chance !!! Plus que 3 places. Réservez maintenant, offre exceptionnelle !"


def checks(found: dict[str, Any]) -> dict[str, str]:
    return {finding["check"]: finding["severity"] for finding in found["findings"]}


def test_a_verdict_is_json_with_the_keys_of_the_contract() -> None:
    for row in rows("drafts_*.jsonl")[::60]:
        found: dict[str, Any] = json.loads(json.dumps(verdict(contract_row(row))))
        assert found.keys() == {"id", "specificity", "genericness", "relevance", "findings"}
        for finding in found["findings"]:
            assert finding.keys() == {"check", "severity", "field", "start", "end"}


def test_missing_fields_are_empty_ones() -> None:
    assert verdict({}) == verdict({"title": "", "body": None, "lang": None, "brief": None})
    assert verdict({})["id"] is None


@pytest.mark.parametrize("brief", [None, {}, {"audience": "", "needs": []}, {"title": "Un brief"}])
def test_without_a_brief_there_is_no_relevance(brief: object) -> None:
    assert verdict({"id": 1, "body": PROSE, "brief": brief})["relevance"] is None


@pytest.mark.parametrize("lang", ["", "xx", None, "fr-FR", "FR", "fr_CA"])
def test_a_language_that_is_not_known_is_guessed(lang: str | None) -> None:
    assert verdict({"lang": lang, "body": PROSE}) == verdict({"lang": "fr", "body": PROSE})


@pytest.mark.parametrize(
    ("row", "field"),
    [
        ({"body": 3}, "body"),
        ({"title": ["a"]}, "title"),
        ({"lang": 1}, "lang"),
        ({"brief": ["a"]}, "brief"),
        ({"brief": {"needs": [1]}}, "brief.needs"),
        ({"brief": {"audience": 1}}, "brief.audience"),
        ({"brief": {"dont": {"a": 1}}}, "brief.dont"),
    ],
)
def test_another_type_is_an_input_error(row: dict[str, object], field: str) -> None:
    with pytest.raises(InputError) as caught:
        verdict(row)
    assert caught.value.key == "jsonl-line"
    assert caught.value.values["field"] == field


def test_pressing_is_found_by_two_signals() -> None:
    assert checks(verdict({"lang": "fr", "body": SIGNS}))["pushy"] == "warning"
    assert "pushy" not in checks(verdict({"lang": "fr", "body": "Il reste quelques places le lundi."}))


def test_no_next_step_is_a_suggestion_from_twelve_words_on() -> None:
    assert checks(verdict({"lang": "fr", "body": PROSE}))["no-next-step"] == "suggestion"
    assert "no-next-step" not in checks(verdict({"lang": "fr", "body": "Le pain lève."}))


def test_a_wrong_reader_is_pointed_at() -> None:
    row = {
        "lang": "fr",
        "title": "Chers notaires",
        "body": PROSE,
        "brief": {"audience": "Boulangers de village"},
    }
    found = verdict(row)
    assert isinstance(found["findings"], list)
    wrong = next(finding for finding in found["findings"] if finding["check"] == "wrong-reader")
    assert row["title"][wrong["start"] : wrong["end"]] == "Chers notaires"  # type: ignore[index]


def test_one_finding_a_check() -> None:
    for row in rows("drafts_*.jsonl")[::20]:
        found = verdict(contract_row(row))
        assert isinstance(found["findings"], list)
        assert len(checks(found)) == len(found["findings"])


@pytest.mark.parametrize("body", ["Bonjour à tous.", "NASA HMRC : réservez avant vendredi"])
def test_a_text_too_short_is_not_judged_for_its_style(body: str) -> None:
    assert not {"impersonal", "pushy", "generic", "no-next-step"} & set(checks(verdict({"lang": "fr", "body": body})))

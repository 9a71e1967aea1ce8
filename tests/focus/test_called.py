"""`wrong-reader` never calls the audience itself strangers, and still tells who is not of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planner.focus import run
from planner.focus.text.trades import audience_of
from planner.model.brief import Need
from planner.model.terms import LANGUAGES
from tests.focus import build
from tests.focus.called import CALLED, Called
from tests.focus.judging import findings_on, fired

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.focus.check import Finding

AFTER = {
    "fr": " relisez le papier de décembre avant le 20, notez la date au crayon et gardez une copie dans le tiroir.",
    "en": " read the December paper again before the 20th, write the date in pencil and keep a copy in the drawer.",
}
LEAST_CALLS, LEAST_WARNED = 25, 0.8


def warned(called: Called, name: str, language: str) -> bool:
    """Whether a call draws the warning, with the brief and its needs."""
    text = f"{name}," + AFTER[language]
    fields = {"audience": called.audience, "words": list(called.words[:-1]), "not_for": []}
    needs = [Need(id=1, text=called.words[-1])]
    calendar = build.calendar(language, [build.post(text)], brief_fields=fields, needs=needs)
    return fired(run.findings(calendar, build.TODAY), "wrong-reader")


def calls(language: str, kind: str) -> Iterator[tuple[Called, str]]:
    return ((called, name) for called in CALLED[language] for name in getattr(called, kind))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_audience_is_not_called_strangers(language: str) -> None:
    own = list(calls(language, "own"))
    assert len(own) >= LEAST_CALLS
    assert [(called.audience, name) for called, name in own if warned(called, name, language)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_other_readers_are_still_told(language: str) -> None:
    others = list(calls(language, "others"))
    assert len(others) >= LEAST_CALLS
    assert sum(warned(called, name, language) for called, name in others) >= LEAST_WARNED * len(others)


def test_a_trade_is_not_another_of_its_sector_unless_the_sector_is_named() -> None:
    needs = ("bouquet", "vitrine", "Comment tenir la vitrine ?")
    assert warned(Called("Fleuristes indépendants de Wallonie", needs, (), ()), "Boulangers", "fr")
    assert not warned(Called("Commerçants indépendants de Wallonie", needs, (), ()), "Boulangers", "fr")


def test_who_the_brief_is_not_for_stays_a_stranger() -> None:
    text = "Menuisiers," + AFTER["fr"]
    for refused, found in (([], False), (["menuisiers"], True)):
        fields = {"audience": "Artisans du bâtiment", "not_for": refused}
        calendar = build.calendar("fr", [build.post(text)], brief_fields=fields)
        assert fired(run.findings(calendar, build.TODAY), "wrong-reader") is found


def test_owners_are_called_by_the_name_of_any_owner_and_the_employed_are_not() -> None:
    assert audience_of("Owners of small bakeries", "en").owns
    assert audience_of("Patrons de petites entreprises", "fr").owns
    assert not audience_of("Nurse unit managers in hospitals", "en").owns
    assert not audience_of("Cadres de santé de nuit", "fr").owns


def test_what_an_audience_does_without_is_not_its_trade() -> None:
    assert audience_of("Dirigeants de TPE et PME, sans service RH", "fr").own == frozenset()
    assert audience_of("Responsables RH de PME", "fr").own == {"people"}


def test_two_letters_name_a_sector_in_capitals_only() -> None:
    assert audience_of("Managers of IT firms", "en").own == {"technology"}
    assert audience_of("Managers who like it", "en").own == frozenset()


def readers_of(found: list[Finding]) -> list[object]:
    return [finding.values["reader"] for finding in found if finding.check == "wrong-reader"]


@pytest.mark.parametrize(
    "called", ["Chers avocats et chères dentistes", "Chers avocats, chères dentistes", "Avocats, dentistes"]
)
def test_all_strangers_called_in_a_row_are_quoted(called: str) -> None:
    assert readers_of(findings_on(f"{called}," + AFTER["fr"], "fr")) == [called]
    assert readers_of(findings_on(f"{called}, maçons," + AFTER["fr"], "fr")) == []


def test_a_greeting_to_colleagues_is_told_once() -> None:
    found = findings_on("Dear colleagues," + AFTER["en"], "en")
    assert fired(found, "impersonal")
    assert not fired(found, "wrong-reader")
    assert readers_of(findings_on("Chers collègues," + AFTER["fr"], "fr")) == ["Chers collègues"]

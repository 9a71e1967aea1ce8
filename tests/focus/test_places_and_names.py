"""What checks read of the brief beside its words: where its audience is, and what the author is called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from planner.focus import run
from planner.focus.checks.honest import vanity
from planner.focus.checks.target import self_centred, wrong_place
from planner.focus.judged import JudgedCalendar, JudgedPost
from tests.focus import build

if TYPE_CHECKING:
    from planner.focus.check import Check, Finding


def _found(check: Check[JudgedPost], text: str, language: str = "fr", **more: Any) -> list[Finding]:
    network = more.pop("network", "linkedin")
    calendar = build.calendar(language, [build.post(text, network=network)], **more)
    judged, post = JudgedCalendar(calendar, build.TODAY), calendar.posts[0]
    draft = judged.draft(post)
    return check.findings(JudgedPost(judged, post, draft, run.draft_score(draft)))


@pytest.mark.parametrize(
    "places",
    [
        [],
        ["", "  "],
        ["groupe LinkedIn des maçons"],
        ["linkedin"],
        ["LINKED IN, et le salon de mars"],
        ["Rennes", "Lorient", "le Finistère"],
        ["les réseaux sociaux"],
        ["online"],
    ],
)
def test_a_place_that_may_mean_the_network_keeps_the_check_silent(places: list[str]) -> None:
    assert not _found(wrong_place.check, "Le décompte.", brief_fields={"places": places})


@pytest.mark.parametrize(
    "places", [["the trade newsletter"], ["Infolettre du jeudi"], ["forum d'artisans"], ["un blog"]]
)
def test_a_network_beside_the_places_is_told_with_them(places: list[str]) -> None:
    found = _found(wrong_place.check, "Le décompte.", brief_fields={"places": places})
    assert [finding.values for finding in found] == [{"network": "Linkedin", "places": places}]


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "owned"},
        {"name": "Le Fil", "key": ""},
        {"name": "Fil des artisans", "key": "x"},
    ],
)
def test_a_place_of_ones_own_an_unknown_one_and_a_named_one_are_no_wrong_place(fields: dict[str, str]) -> None:
    places = ["Fil des artisans", "newsletter"]
    assert not _found(
        wrong_place.check, "Le décompte.", brief_fields={"places": places}, networks=build.networks(**fields)
    )


_FIRM = (
    "Dupont Conseil ouvre un second bureau à Douai. Dupont Conseil y reçoit le mardi, et Dupont Conseil garde son "
    "bureau de Lens. Le canal coule sous les fenêtres, la machine à café est neuve, le parking est derrière. "
    "Dupont Conseil remercie la mairie, l'architecte et le plombier."
)


def test_the_firm_is_known_by_its_names_alone() -> None:
    assert not _found(self_centred.check, _FIRM)
    found = _found(self_centred.check, _FIRM, brief_fields={"own_names": ["", "DUPONT conseil"]})
    assert [(finding.values["author"], finding.values["reader"]) for finding in found] == [(4, 0)]
    assert {finding.spans[0].start for finding in found} == {0}


def test_a_name_is_not_found_inside_another() -> None:
    assert not _found(self_centred.check, _FIRM, brief_fields={"own_names": ["Dupont Cons"]})


def test_what_buzz_already_points_at_is_not_told_twice() -> None:
    assert not _found(vanity.check, "Smash that like if you chase invoices, then follow our profile.", "en")
    alone = _found(vanity.check, "Follow our profile if you chase invoices.", "en")
    assert [finding.values["phrases"] for finding in alone] == [["Follow our profile"]]
    assert not _found(vanity.check, "Smash that like if you chase invoices.", "en")

"""Drafts without a calendar: what a file says of itself is taken, what it does not say is not held against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.desk import brief
from planner.desk.loose import ASKED_WHERE_SAID, Loose, Wanted, judge_loose, loose_judge
from planner.focus.register import CALENDAR_CHECKS, names
from planner.model.terms import SEVERITIES

if TYPE_CHECKING:
    from planner.desk.desk import Desk
    from planner.focus.judged import JudgedCalendar

FRENCH = (
    "Il est essentiel de bien s’entourer pour réussir. Chaque projet est unique et mérite toute notre attention. "
    "Avec de la confiance et de l’écoute, tout devient possible, et c’est ensemble que nous irons plus loin."
)
ENGLISH = (
    "It is essential to surround yourself with the right people in order to succeed. Every project is unique and "
    "deserves our full attention. With trust, anything becomes possible, and together we will go further."
)
PRECISE = (
    "En mars, Karim m’a envoyé un décompte sans signature. On a écrit une lettre de neuf lignes, en recommandé, le "
    "mardi. Le vendredi, les 5 % étaient virés : 2 140 €. Et chez vous, qui signe le procès-verbal ?"
)


def found(judge: JudgedCalendar, body: str, **said: str) -> set[str]:
    return {finding.check for finding in judge_loose(judge, Loose("", body, said))}


@pytest.fixture
def judge(desk: Desk) -> JudgedCalendar:
    brief.write_brief(desk, needs=["Comment récupérer mes 5 % de retenue ?", "Qui signe le procès-verbal ?"])
    brief.add_network(desk, name="Le mur du fond", key="linkedin")
    brief.add_network(desk, name="Le mur", key="x")
    return loose_judge(desk, "fr")


@pytest.mark.parametrize("body", [FRENCH, ENGLISH])
def test_no_brief_is_needed(body: str) -> None:
    alone = loose_judge(None, "fr")
    assert "generic" in found(alone, body)
    assert found(alone, body).isdisjoint(check.name for check in CALENDAR_CHECKS)
    assert "generic" not in found(alone, PRECISE)


def test_the_brief_of_a_calendar_holds(desk: Desk) -> None:
    brief.write_brief(desk, dont=["la politique"], checks_off=["generic"], severities=["off-limits=error"])
    judge = loose_judge(desk, "fr")
    body = (
        "Le ministre a encore reculé. Entre la gauche et la droite, les élections se jouent sur le dos des petits, et "
        "le président du parti le sait bien. Votez pour qui vous défend, pas pour une campagne."
    )
    assert [f.severity for f in judge_loose(judge, Loose("", body)) if f.check == "off-limits"] == ["error"]
    assert "off-limits" not in found(loose_judge(None, "fr"), body)
    assert "generic" not in found(judge, FRENCH)


@pytest.mark.parametrize(
    ("need", "asked"),
    [
        (None, False),
        ("", True),
        ("la pêche au gros", True),
        ("comment recuperer mes 5% de retenue", False),
        ("Qui signe le procès-verbal ?", False),
    ],
)
def test_a_need_is_asked_where_one_is_spoken_of(judge: JudgedCalendar, need: str | None, asked: bool) -> None:
    assert ("no-need" in found(judge, PRECISE, **({} if need is None else {"need": need}))) is asked


@pytest.mark.parametrize(
    ("named", "shown"), [("x", "Le mur"), ("LE MUR", "Le mur"), ("blue", "Bluesky"), ("bluesky", "Bluesky")]
)
def test_a_network_is_known_by_its_name_its_key_or_its_beginning(judge: JudgedCalendar, named: str, shown: str) -> None:
    (finding,) = [f for f in judge_loose(judge, Loose("", PRECISE * 3, {"network": named})) if f.check == "too-long"]
    assert finding.values["network"] == shown


@pytest.mark.parametrize("named", ["", "l", "the town crier"])
def test_a_network_nobody_knows_sets_no_limit(judge: JudgedCalendar, named: str) -> None:
    assert "too-long" not in found(judge, PRECISE * 30, network=named)


@pytest.mark.parametrize("status", ["published", "dropped"])
def test_what_is_past_is_not_judged(judge: JudgedCalendar, status: str) -> None:
    assert found(judge, FRENCH, status=status) == set()
    assert found(judge, FRENCH, status="ready") >= {"generic"}


def test_the_record_is_not_asked_what_a_file_never_says(judge: JudgedCalendar) -> None:
    everything = {"status": "ready", "need": "", "purpose": "help", "link": "", "next_step": "", "network": "x"}
    assert "no-date" not in found(judge, FRENCH, **everything)
    assert found(judge, FRENCH, status="ready").isdisjoint(ASKED_WHERE_SAID)


def test_a_next_step_beside_the_text_counts(judge: JudgedCalendar) -> None:
    without = PRECISE.partition(" Et chez vous")[0]
    assert "no-next-step" in found(judge, without)
    for said in ("link", "next_step"):
        assert "no-next-step" not in found(judge, without, **{said: "https://example.org/lettre"})


def test_the_language_that_is_said_is_the_one_it_is_read_in(judge: JudgedCalendar) -> None:
    bait = "Likez et partagez si vous êtes d’accord, et taguez un ami qui devrait lire ce texte jusqu’au bout."
    assert "buzz" in {finding.check for finding in judge_loose(judge, Loose("", bait))}
    assert "buzz" not in {finding.check for finding in judge_loose(judge, Loose("", bait, {}, "en"))}


def test_worst_first_and_always_the_same(judge: JudgedCalendar) -> None:
    loose = Loose("", f"{FRENCH} {FRENCH} Likez et partagez, taguez un ami.", {"network": "x", "need": ""})
    judged = judge_loose(judge, loose)
    ranks = [SEVERITIES.index(finding.severity) for finding in judged]
    assert ranks == sorted(ranks)
    assert ranks[0] == 0
    assert judged == judge_loose(judge, loose)


@given(
    checks=st.frozensets(st.sampled_from(names())),
    least=st.sampled_from(["", *SEVERITIES]),
    check=st.sampled_from(names()),
    severity=st.sampled_from(list(SEVERITIES)),
)
def test_what_is_asked_for(checks: frozenset[str], least: str, check: str, severity: str) -> None:
    taken = Wanted(checks, least).takes(check, severity)
    assert taken is (
        (not checks or check in checks) and severity in ("error", "warning", "suggestion")[: {
            "": 3, "suggestion": 3, "warning": 2, "error": 1
        }[least]]
    )  # fmt: skip

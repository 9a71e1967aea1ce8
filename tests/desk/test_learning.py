"""What the checks learn from their author: seen in one place, and forgotten on demand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planner.desk import brief, learning, mutes, posts
from planner.desk.check import recheck
from planner.errors import InputError

if TYPE_CHECKING:
    from planner.desk.desk import Desk

PRECISE = (
    "Mardi, Karim a posé 14 mètres de faïence chez Mme Roux, rue des Tables-Claudiennes. La retenue de 5 % "
    "court jusqu’au 3 mars ; sa lettre est partie le 12, avec copie du procès-verbal de réception."
)
GENERIC = "Il est essentiel de bien s'entourer pour réussir. Chaque projet est unique et mérite toute notre attention."


def checks(desk: Desk) -> dict[str, str]:
    return {finding.check: finding.severity for finding in recheck(desk)}


def test_a_new_calendar_has_learnt_nothing(desk: Desk) -> None:
    known = learning.learnt(desk)
    assert (known.readers, known.usual_posts, known.stricter, known.since) == ((), 0, False, None)
    assert (known.often_muted, known.off, known.weights) == ({}, (), ())


def test_readers_are_remembered_once_and_forgotten(desk: Desk) -> None:
    learning.welcome_reader(desk, "notaires")
    learning.welcome_reader(desk, "Notaires")
    assert learning.learnt(desk).readers == ("notaires",)
    learning.forget_reader(desk, "NOTAIRES")
    assert learning.learnt(desk).readers == ()


def test_eight_precise_posts_set_a_stricter_limit_that_can_be_forgotten(desk: Desk) -> None:
    for number in range(8):
        posts.plan(desk, title=f"Chantier {number}", body=PRECISE, day=f"2026-11-{number + 2:02}")
    known = learning.learnt(desk)
    assert known.usual_posts == 8
    assert known.stricter
    learning.forget_limit(desk)
    known = learning.learnt(desk)
    assert (known.usual_posts, known.stricter, known.since) == (0, False, desk.today())


def test_a_check_or_its_group_is_switched_off_and_on(desk: Desk) -> None:
    posts.plan(desk, title="Entourage", body=GENERIC, status="draft")
    for name in ("generic", "precise"):
        learning.switch_off(desk, name)
        assert learning.learnt(desk).off == (name,)
        assert "generic" not in checks(desk)
        learning.switch_on(desk, name)
        assert checks(desk)["generic"] == "warning"


def test_a_check_weighs_what_the_brief_says_its_own_name_before_its_group(desk: Desk) -> None:
    posts.plan(desk, title="Entourage", body=GENERIC, status="draft")
    learning.weigh(desk, "precise", "suggestion")
    assert checks(desk)["generic"] == "suggestion"
    learning.weigh(desk, "generic", "error")
    assert checks(desk)["generic"] == "error"
    learning.weigh(desk, "generic")
    assert checks(desk)["generic"] == "suggestion"
    learning.weigh(desk, "precise")
    assert checks(desk)["generic"] == "warning"


def test_what_the_evidence_makes_lighter_stays_lighter(desk: Desk) -> None:
    brief.write_brief(desk, needs=["Comment être payé ?"])
    post = posts.plan(desk, title="Retenue", body=PRECISE, status="draft").id
    learning.weigh(desk, "no-need", "error")
    assert checks(desk)["no-need"] == "error"
    posts.set_status(desk, post, "ready")
    assert checks(desk)["no-need"] == "error"
    learning.weigh(desk, "no-need", "suggestion")
    assert checks(desk)["no-need"] == "suggestion"


def test_what_is_no_check_no_group_and_no_severity_is_refused(desk: Desk) -> None:
    for name, severity in (("nope", "error"), ("generic", "loud")):
        with pytest.raises(InputError):
            learning.weigh(desk, name, severity)
    with pytest.raises(InputError):
        learning.switch_off(desk, "nope")


def test_often_muted_checks_are_among_what_was_learnt(desk: Desk) -> None:
    for number in range(5):
        mutes.mute(desk, posts.plan(desk, title=str(number)).id, "no-next-step", "je conclus à l'oral")
    assert learning.learnt(desk).often_muted == {"no-next-step": 5}

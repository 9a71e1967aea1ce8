"""Findings silenced with a reason: on a post, on a week, on the calendar; counted, and never shown as clean."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from planner.desk import brief, mutes, posts
from planner.desk.bring import bring_toml_into_new
from planner.desk.check import recheck
from planner.desk.send import dump_text, toml_text
from planner.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

    from planner.desk.desk import Desk
    from tests.made import Clock


def muted(desk: Desk) -> set[tuple[str, str, str]]:
    return {(finding.check, finding.day, finding.muted) for finding in recheck(desk) if finding.muted}


def spoken(desk: Desk) -> set[tuple[str, str]]:
    return {(finding.check, finding.day) for finding in recheck(desk) if not finding.muted}


def test_a_finding_of_the_calendar_is_silenced_with_a_reason_and_heard_again(desk: Desk) -> None:
    brief.write_brief(desk, objective="Être connu")
    assert ("vague-goal", "") in spoken(desk)
    mutes.mute_beside(desk, "vague-goal", "à dire en janvier")
    assert muted(desk) == {("vague-goal", "", "à dire en janvier")}
    assert ("vague-goal", "") not in spoken(desk)
    mutes.unmute_beside(desk, "vague-goal")
    assert ("vague-goal", "") in spoken(desk)


def test_a_finding_of_a_week_is_silenced_for_that_week_alone(desk: Desk) -> None:
    for day in ("2026-11-25", "2026-12-02"):
        posts.plan(desk, title="Long", day=day, prepare_minutes=600)
    weeks = {("over-hours", "2026-11-23"), ("over-hours", "2026-11-30")}
    assert weeks <= spoken(desk)
    mutes.mute_beside(desk, "over-hours", "une semaine à part", "2026-11-30")
    assert muted(desk) == {("over-hours", "2026-11-30", "une semaine à part")}
    assert weeks & spoken(desk) == {("over-hours", "2026-11-23")}


def test_a_mute_needs_a_reason_a_known_check_and_a_day(desk: Desk) -> None:
    for check, reason, day in (("over-hours", " ", ""), ("nope", "x", ""), ("over-hours", "x", "monday")):
        with pytest.raises(InputError):
            mutes.mute_beside(desk, check, reason, day)
    assert not desk.calendar().mutes


def test_silencing_again_replaces_the_reason(desk: Desk) -> None:
    mutes.mute_beside(desk, "silence", "une", "2026-11-30")
    mutes.mute_beside(desk, "silence", "autre", "2026-11-30")
    assert [mute.reason for mute in desk.calendar().mutes] == ["autre"]


def test_a_check_muted_on_five_posts_is_named_with_their_number(desk: Desk) -> None:
    for number in range(6):
        post = posts.plan(desk, title=f"n° {number}").id
        mutes.mute(desk, post, "generic", "c'est ma façon")
        assert mutes.often_muted(desk) == ({"generic": number + 1} if number >= 4 else {})


def test_every_mute_goes_out_in_the_toml_and_comes_back(filled: Desk, tmp_path: Path, clock: Clock) -> None:
    text = toml_text(filled)
    assert "[[muted]]" in text
    again, brought = bring_toml_into_new(tmp_path / "b.planner", text, "b", clock)
    with closing(again):
        assert dump_text(again) == dump_text(filled)
        assert brought.counts["mute"] == 3


def test_two_mutes_of_one_finding_are_refused(tmp_path: Path, clock: Clock) -> None:
    twice = "format = 1\n" + "[[muted]]\ncheck = 'silence'\nreason = 'x'\nfinding_day = 2026-11-30\n" * 2
    with pytest.raises(InputError) as refused:
        bring_toml_into_new(tmp_path / "b.planner", twice, "b", clock)
    assert getattr(refused.value.values["cause"], "key", "") == "value-duplicate"


def test_a_gap_that_was_muted_stays_muted_while_today_walks_through_it_and_no_longer(desk: Desk, clock: Clock) -> None:
    for day in ("2026-11-23", "2027-01-11"):
        posts.plan(desk, title="x", day=day)
    (gap,) = [finding for finding in recheck(desk) if finding.check == "silence"]
    mutes.mute_beside(desk, "silence", "congé", mutes.anchor(gap))
    for _ in range(6):
        assert [finding.muted for finding in recheck(desk) if finding.check == "silence"] == ["congé"]
        clock.tick(60 * 24 * 7)
    clock.tick(60 * 24 * 60)
    assert "" in {finding.muted for finding in recheck(desk) if finding.check == "silence"}

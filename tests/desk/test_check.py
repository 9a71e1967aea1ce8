"""Judging through the desk: what is kept, what is muted, what an editor is told."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest

from planner.desk import brief, check, mutes, posts
from planner.desk.desk import Desk, new_calendar, open_desk
from planner.focus import run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from planner.focus.check import Finding
    from planner.focus.judged import JudgedPost

GENERIC = "Il est essentiel de bien s'entourer pour réussir. Chaque projet est unique et mérite toute notre attention."


def _now() -> datetime:
    return datetime(2026, 1, 19, 10)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = new_calendar(tmp_path / "a.planner", "fr", "Europe/Paris", "Essai", _now)
    brief.write_brief(opened, needs=["Comment être payé ?"], objective="Être connu")
    yield opened
    opened.close()


def test_what_is_found_is_kept_beside_its_post(desk: Desk) -> None:
    post = posts.plan(desk, title="Entourage", body=GENERIC, status="draft", day="2026-01-22").id
    found = check.recheck(desk)
    assert {finding.check for finding in found if finding.post == post} >= {"generic", "no-need"}
    assert desk.all_findings() == found
    assert desk.findings_of(post) == [finding for finding in found if finding.post == post]
    card = desk.card(post)
    assert card is not None
    assert card.warnings == sum(finding.severity == "warning" for finding in desk.findings_of(post))


def test_what_is_kept_is_what_is_found_again(desk: Desk) -> None:
    posts.plan(desk, title="Entourage", body=GENERIC, status="draft", day="2026-01-22")
    assert check.recheck(desk) == check.recheck(desk) == desk.all_findings()


def test_a_muted_finding_says_why_and_comes_last(desk: Desk) -> None:
    post = posts.plan(desk, title="Entourage", body=GENERIC, status="draft").id
    mutes.mute(desk, post, "generic", "c'est un exemple")
    found = check.recheck(desk)
    assert [(finding.check, finding.muted) for finding in found if finding.muted] == [("generic", "c'est un exemple")]
    assert found[-1].check == "generic"
    mutes.unmute(desk, post, "generic")
    assert not [finding for finding in check.recheck(desk) if finding.muted]


def test_a_post_that_is_gone_takes_its_findings_with_it(desk: Desk) -> None:
    post = posts.plan(desk, title="Entourage", body=GENERIC, status="draft").id
    check.recheck(desk)
    posts.delete(desk, post)
    check.recheck(desk)
    assert not desk.findings_of(post)


def test_a_calendar_that_refuses_changes_is_judged_and_left_as_it_is(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    posts.plan(desk, title="Entourage", body=GENERIC, status="draft")
    monkeypatch.setattr(Desk, "readonly", True)
    assert check.recheck(desk)
    assert not desk.all_findings()


def test_an_editor_is_told_what_the_calendar_will_be_told(desk: Desk) -> None:
    post = posts.plan(desk, title="Entourage", body=GENERIC, status="draft", day="2026-01-22").id
    kept = [finding for finding in check.recheck(desk) if finding.post == post]
    context = check.draft_judge(desk, post)
    typed = check.judge_text(context, "Entourage", GENERIC)
    assert [(finding.check, finding.message) for finding in typed] == [(f.check, f.message) for f in kept]
    assert "no-need" not in {found.check for found in check.judge_text(context, "", GENERIC, need_id=1)}
    assert not check.judge_text(context, "", "", status="published")
    assert desk.post(post).body == GENERIC


def test_a_new_draft_is_judged_before_it_is_kept(desk: Desk) -> None:
    context = check.draft_judge(desk)
    assert "generic" in {found.check for found in check.judge_text(context, "", GENERIC)}
    assert not context.muted


@pytest.fixture
def read_again(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The titles of the posts that were judged, in order."""
    titles: list[str] = []
    whole = run.post_findings

    def judged(post: JudgedPost) -> list[Finding]:
        titles.append(post.post.title)
        return whole(post)

    monkeypatch.setattr(run, "post_findings", judged)
    return titles


def test_only_what_changed_is_read_again_even_in_another_program(desk: Desk, read_again: list[str]) -> None:
    first = posts.plan(desk, title="Entourage", body=GENERIC, status="draft", day="2026-01-22").id
    posts.plan(desk, title="Retenue", body=GENERIC, status="draft", day="2026-01-23")
    found = check.recheck(desk)
    assert read_again == ["Entourage", "Retenue"]
    with open_desk(desk.path, _now) as again:
        assert check.recheck(again) == found
        assert read_again == ["Entourage", "Retenue"]
        posts.write(again, first, body=f"{GENERIC} Et voilà.")
        check.recheck(again)
        assert read_again == ["Entourage", "Retenue", "Entourage"]


@pytest.mark.parametrize(
    "change", [{"audience": "Juristes de Lyon"}, {"dont": ["Politique"]}, {"checks_off": ["buzz"]}]
)
def test_another_brief_reads_everything_again(desk: Desk, read_again: list[str], change: dict[str, Any]) -> None:
    posts.plan(desk, title="Entourage", body=GENERIC, status="draft")
    check.recheck(desk)
    brief.write_brief(desk, **change)
    check.recheck(desk)
    assert read_again == ["Entourage", "Entourage"]


def test_other_rules_read_everything_again(desk: Desk, read_again: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    posts.plan(desk, title="Entourage", body=GENERIC, status="draft")
    check.recheck(desk)
    for module in (run, check):
        monkeypatch.setattr(module, "rules", lambda: "another version")
    check.recheck(desk)
    assert read_again == ["Entourage", "Entourage"]


def test_tomorrow_reads_nothing_again(desk: Desk, read_again: list[str]) -> None:
    posts.plan(desk, title="Entourage", body=GENERIC, status="draft", day="2026-01-22")
    check.recheck(desk)
    desk.now = lambda: datetime(2026, 1, 20, 10)
    check.recheck(desk)
    assert read_again == ["Entourage"]


def test_what_was_kept_of_a_damaged_judgement_is_never_believed(desk: Desk) -> None:
    """Kept rows answer only to the digest of what they come from."""
    posts.plan(desk, title="Entourage", body=GENERIC, status="draft", day="2026-01-22")
    found = check.recheck(desk)
    with desk.database.writing() as connection:
        connection.execute("UPDATE judged SET read = 'x', scored = 'y', score = 9, findings = '[]'")
    with open_desk(desk.path, _now) as again:
        assert check.recheck(again) == found


def test_findings_made_before_another_window_changed_something_are_not_kept(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = run.findings

    def slow(*given: Any) -> list[Finding]:
        found = whole(*given)
        with open_desk(desk.path, _now) as other:
            posts.plan(other, title="Entourage", body=GENERIC, status="draft", day="2026-01-22")
            check.recheck(other)
        return found

    with monkeypatch.context() as meanwhile:
        slowed: list[bool] = []

        def once(*given: Any) -> list[Finding]:
            slowed.append(True)
            return slow(*given) if len(slowed) == 1 else whole(*given)

        meanwhile.setattr(run, "findings", once)
        check.recheck(desk)
    assert "generic" in {finding.check for finding in desk.all_findings()}
    assert "generic" in {finding.check for finding in check.recheck(desk)}

"""Our own .ics files come back without loss, and no stranger's event is taken for one of ours."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.desk import brief, listening, posts
from planner.desk.bring_ics import preview_ics
from planner.desk.bundle import review_uid
from planner.desk.send import dump_text, export_ics, ics_feed
from planner.desk.undo import undo
from planner.model.review import Review
from tests.desk.bringing import PARIS, WEEKLY, carried, reasons, states, the_post
from tests.made import MONDAY, fresh

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from planner.desk.desk import Desk
    from planner.desk.preview import Preview


def test_our_own_file_changes_nothing_where_it_came_from(filled: Desk, tmp_path: Path) -> None:
    before = dump_text(filled)
    export_ics(filled, tmp_path / "ours.ics")
    preview = preview_ics(filled, tmp_path / "ours.ics")
    assert set(states(preview)) == {"same"}
    assert preview.bring().revision == 0
    assert dump_text(filled) == before


def test_our_own_file_makes_the_same_posts_and_slots_in_an_empty_calendar(filled: Desk, tmp_path: Path) -> None:
    other = fresh(tmp_path, "other")
    for network in filled.calendar().networks:
        brief.add_network(other, name=network.name)
    export_ics(filled, tmp_path / "ours.ics")
    preview_ics(other, tmp_path / "ours.ics").bring()
    assert carried(other) == carried(filled)
    names = {uid: network.name for uid, network in _networks(filled).items()}
    assert {uid: network.name for uid, network in _networks(other).items()} == names
    assert set(states(preview_ics(other, tmp_path / "ours.ics"))) == {"same"}
    other.close()


def test_an_empty_calendar_takes_in_the_networks_needs_and_reviews_of_ours_when_it_may(
    filled: Desk, tmp_path: Path
) -> None:
    other = fresh(tmp_path, "other")
    export_ics(filled, tmp_path / "ours.ics")
    preview = preview_ics(other, tmp_path / "ours.ics", new_networks=True, new_needs=True)
    dated = [post for post in filled.calendar().posts if post.day]
    told = {reason.key: str(reason.values["names"]) for reason in preview.notes}
    assert set(told) == {"networks-added", "needs-added"}
    assert other.calendar().networks == []
    preview.bring()
    assert carried(other, named=True) == carried(filled, named=True)
    needed = {post.need_id for post in dated if post.need_id}
    assert [need.text for need in other.calendar().needs] == [
        need.text for need in filled.calendar().needs if need.id in needed
    ]
    assert set(states(preview_ics(other, tmp_path / "ours.ics"))) == {"same"}
    assert undo(other)
    assert (other.calendar().networks, other.calendar().needs, other.calendar().reviews) == ([], [], [])
    other.close()


def test_what_may_not_be_added_is_left_out_and_told(filled: Desk, tmp_path: Path) -> None:
    other = fresh(tmp_path, "other")
    export_ics(filled, tmp_path / "ours.ics")
    preview = preview_ics(other, tmp_path / "ours.ics", new_needs=True)
    told = {key for row in preview.rows for key in reasons(row)}
    assert "event-network-unknown" in told
    assert "event-need-unknown" not in told
    preview.bring()
    assert (other.calendar().networks, bool(other.calendar().needs)) == ([], True)
    other.close()


def _networks(desk: Desk) -> dict[str, Any]:
    calendar = desk.calendar()
    standing = [post for post in calendar.posts if post.day]
    records: list[Any] = [*standing, *calendar.slots]
    return {record.uid: network for record in records if (network := calendar.network(record.network_id))}


def edited(path: Path, *pairs: tuple[str, str]) -> Path:
    text = path.read_bytes().decode()
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    path.write_bytes(text.encode())
    return path


def test_what_was_moved_or_renamed_on_our_event_elsewhere_is_taken_in(desk: Desk, tmp_path: Path) -> None:
    posts.plan(desk, title="Ancien", body="Le texte", link="https://a.example", day=date(2026, 11, 24))
    export_ics(desk, tmp_path / "ours.ics")
    path = edited(
        tmp_path / "ours.ics", ("SUMMARY:Ancien", "SUMMARY:Nouveau"),
        ("DTSTART;TZID=Europe/Paris:20261124T090000", "DTSTART;TZID=Europe/Paris:20261126T100000"),
        ("SEQUENCE:0", "SEQUENCE:1"),
    )  # fmt: skip
    preview_ics(desk, path).bring()
    post = the_post(desk)
    assert (post.title, post.day, post.time) == ("Nouveau", date(2026, 11, 26), time(10))
    assert (post.body, post.link) == ("Le texte", "https://a.example")


def test_our_event_comes_back_through_a_calendar_that_keeps_only_what_it_knows(desk: Desk, tmp_path: Path) -> None:
    posts.plan(desk, title="Un", body="Le texte", link="https://a.example", next_step="Écrire", day=MONDAY)
    brief.add_slot(desk, kind="listen", day=MONDAY, time=time(9), rule="FREQ=WEEKLY;BYDAY=TU", skipped=["2026-12-01"])
    export_ics(desk, tmp_path / "ours.ics")
    preview = preview_ics(desk, stripped(tmp_path / "ours.ics"))
    assert set(states(preview)) == {"same"}


NASTY = st.text(st.characters(blacklist_categories=["Cs"]) | st.sampled_from('\\n,;:"\n\t\r ^[]{}=utm_'), max_size=40)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    title=NASTY, body=NASTY, next_step=NASTY, link=NASTY,
    day=st.dates(date(2026, 1, 1), date(2030, 12, 31)), at=st.times(),
    zone=st.sampled_from(["", "America/Toronto", "UTC"]),
)  # fmt: skip
def test_a_post_with_any_text_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, day: date, at: time, **texts: str
) -> None:
    folder = tmp_path_factory.mktemp("round")
    one, other = fresh(folder, "one"), fresh(folder, "other")
    posts.plan(one, day=day, time=at.replace(second=0, microsecond=0), **texts)
    export_ics(one, folder / "ours.ics")
    assert set(states(preview_ics(one, folder / "ours.ics"))) == {"same"}
    preview_ics(other, folder / "ours.ics").bring()
    assert carried(other) == carried(one)
    one.close()
    other.close()


def stripped(path: Path) -> Path:
    """The file as a calendar gives it back that keeps only what it knows."""
    lines = path.read_bytes().decode().replace("\r\n ", "").split("\r\n")
    kept = [line for line in lines if not line.startswith(("X-", "PRODID"))]
    path.write_bytes("\r\n".join(kept).encode())
    return path


def test_reviews_of_ours_are_known_by_their_identifier_alone(desk: Desk, bring: Callable[..., Preview]) -> None:
    listening.note(desk, "review", day=MONDAY, question="Et alors ?")
    own = review_uid(desk.calendar().reviews[0], desk.calendar())
    preview = bring([f"UID:{own}", "DTSTART:20261123T080000Z", "SUMMARY:Bilan : Et alors ?"])
    assert (states(preview), preview.bring().revision) == (["same"], 0)
    bring([f"UID:{own}", "DTSTART:20261125T080000Z", "SUMMARY:Bilan : Et alors ?", "SEQUENCE:3"]).bring()
    assert [(review.day, review.question) for review in desk.calendar().reviews] == [(date(2026, 11, 25), "Et alors ?")]
    assert states(bring([f"UID:{own}", PARIS, WEEKLY])) == ["refused"]
    bring([f"UID:{own}", PARIS, "STATUS:CANCELLED", "SEQUENCE:5"]).bring()
    assert desk.calendar().reviews == []
    again = bring([f"UID:{own}", PARIS, "STATUS:CANCELLED", "SEQUENCE:5"])
    assert (states(again), again.bring().revision) == (["same"], 0)


def test_a_review_of_another_calendar_keeps_its_identifier_and_is_changed_not_doubled(
    filled: Desk, tmp_path: Path
) -> None:
    identifier = listening.note(filled, "review", day=MONDAY, question="Garder ?", note="à moi", decision="keep").id
    there, here = tmp_path / "there.ics", fresh(tmp_path, "other")
    export_ics(filled, there)
    preview_ics(here, there).bring()
    with filled.action("move") as action:
        action.get(Review, identifier).day = date(2026, 12, 1)
    export_ics(filled, there)
    preview = preview_ics(here, there)
    assert [(row.record, row.fields) for row in preview.rows if row.state == "changed"] == [("review", ("day",))]
    preview.bring()
    kept = {review.question: review for review in here.calendar().reviews}
    assert (kept["Garder ?"].day, kept["Garder ?"].note, kept["Garder ?"].decision) == (date(2026, 12, 1), "", "keep")
    assert len(here.calendar().reviews) == len(filled.calendar().reviews)
    here.close()


LOOKALIKES = ("reply-foo@x", "prepare-foo@x", "review-1-foo@x", "20261124-foo@x", "reply-", "20261124-reply-foo@x")


@pytest.mark.parametrize("base_first", [True, False])
@pytest.mark.parametrize("rule", [[], [WEEKLY]])
def test_identifiers_that_only_look_like_ours_never_meet_them_in_an_export(
    desk: Desk, bring: Callable[..., Preview], base_first: bool, rule: list[str]
) -> None:
    base = ["UID:foo@x", PARIS, *rule]
    others = [[f"UID:{uid}", PARIS, f"SUMMARY:{uid}"] for uid in LOOKALIKES]
    events = [base, *others] if base_first else [*others, base]
    assert states(bring(*events)) == ["new"] * len(events)
    bring(*events).bring()
    for post in desk.calendar().posts:
        posts.write(desk, post.id or 0, prepare_minutes=60, reply_minutes=30)
    uids = [entry.uid for entry in ics_feed(desk)[0].entries]
    assert len(set(uids)) == len(uids) > len(events)
    assert not set(uids) & set(LOOKALIKES) or not rule
    again = bring(*events)
    assert (set(states(again)), again.bring().revision) == ({"same"}, 0)
    renamed = bring(["UID:reply-foo@x", PARIS, "SUMMARY:Neu", "SEQUENCE:9"])
    assert states(renamed) == ["changed"]


def test_an_identifier_like_ours_that_comes_before_its_base_stays_itself(
    desk: Desk, bring: Callable[..., Preview]
) -> None:
    lookalike, base = ["UID:reply-foo@x", PARIS, "SUMMARY:Vers"], ["UID:foo@x", PARIS]
    bring(lookalike).bring()
    bring(base).bring()
    assert states(bring(lookalike, base)) == ["same", "same"]
    assert {post.title for post in desk.calendar().posts} == {"Vers", ""}


def test_what_we_made_of_a_post_is_known_by_its_identifier_alone(desk: Desk, tmp_path: Path) -> None:
    posts.plan(desk, title="Un", day=MONDAY, prepare_minutes=60, reply_minutes=30)
    export_ics(desk, tmp_path / "ours.ics")
    preview = preview_ics(desk, stripped(tmp_path / "ours.ics"))
    assert (states(preview), len(preview.rows)) == (["same"] * 3, 3)
    assert sorted(map(reasons, preview.rows)) == [[], ["event-derived"], ["event-derived"]]


def test_a_uuid_that_begins_with_eight_figures_stays_as_it_is(desk: Desk, bring: Callable[..., Preview]) -> None:
    uid = "20261124-1234-4abc-8def-0123456789ab"
    bring([f"UID:{uid}", PARIS], head=("X-PLANNER-CALENDAR:x",), product="-//planner//calendar//EN").bring()
    assert the_post(desk).uid == uid


def test_nothing_is_lost_on_the_way_through_a_calendar_that_knows_no_network(filled: Desk, tmp_path: Path) -> None:
    before = dump_text(filled)
    other = fresh(tmp_path, "other")
    export_ics(filled, tmp_path / "there.ics")
    preview_ics(other, tmp_path / "there.ics").bring()
    moved = next(post for post in other.calendar().posts if post.day and post.title and post.network_id is None)
    export_ics(other, tmp_path / "back.ics")
    back = preview_ics(filled, tmp_path / "back.ics")
    assert (back.counts()["changed"], back.counts()["new"], back.bring().revision) == (0, 0, 0)
    assert dump_text(filled) == before
    posts.write(other, moved.id or 0, title="Anders")
    export_ics(other, tmp_path / "changed.ics")
    changed = preview_ics(filled, tmp_path / "changed.ics")
    assert changed.counts()["changed"] == 1
    old = {post.uid: post.model_dump() for post in filled.calendar().posts}
    changed.bring()
    new = {post.uid: post.model_dump() for post in filled.calendar().posts}
    assert new == {**old, moved.uid: {**old[moved.uid], "title": "Anders"}}
    other.close()


@pytest.mark.parametrize("link", ["https://a.example/b?c=1#d", "https://a.example", "https://a.example/é"])
def test_tags_of_a_campaign_never_become_the_link(desk: Desk, tmp_path: Path, link: str) -> None:
    brief.write_brief(desk, campaign="automne")
    network = brief.add_network(desk, name="LinkedIn", key="linkedin").id
    posts.plan(desk, title="Un", body="Texte", link=link, network_id=network, day=MONDAY)
    before = dump_text(desk)
    path = tmp_path / "ours.ics"
    export_ics(desk, path)
    assert b"utm_campaign" in path.read_bytes()
    other = fresh(tmp_path, "other")
    preview_ics(other, path).bring()
    assert the_post(other).link == link
    other.close()
    for file in (path, stripped(path)):
        preview = preview_ics(desk, file)
        assert (set(states(preview)), preview.bring().revision) == ({"same"}, 0)
    assert dump_text(desk) == before

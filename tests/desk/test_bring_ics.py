"""Events of other calendars come in once, seen before they are written, and as one step back."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING

import pytest

from planner.desk import brief, posts
from planner.desk.bring import bring_toml
from planner.desk.bring_ics import preview_ics
from planner.desk.desk import Desk, open_desk
from planner.desk.ics_here import disguised
from planner.desk.ics_slot import instance_uid
from planner.desk.send import dump_text, export_ics, toml_text
from planner.desk.undo import redo, undo
from planner.errors import InputError
from planner.model.when import occurrences
from tests.desk.bringing import PARIS, WEEKLY, carried, reasons, states, the_post, the_slot
from tests.exchange.ics.test_read import FILES, NO_CALENDARS
from tests.made import MONDAY, Clock, fresh

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from planner.desk.preview import Preview


def test_a_single_event_is_a_draft_on_its_day(desk: Desk, bring: Callable[..., Preview]) -> None:
    network = brief.add_network(desk, name="La Lettre").id
    lines = [
        "UID:a@b",
        PARIS,
        "DURATION:PT1H30M",
        "SUMMARY:Le devis",
        "DESCRIPTION:Deux\\nlignes",
        "URL:https://a.example",
    ]
    preview = bring([*lines, "CATEGORIES:la lettre", "SEQUENCE:4", "LAST-MODIFIED:20261101T080000Z"])
    assert [row[:4] for row in preview.rows] == [(1, "Le devis", "new", "post")]
    assert desk.calendar().posts == []
    done = preview.bring()
    post = the_post(desk)
    assert (post.uid, post.title, post.body, post.link) == (
        disguised("a@b"),
        "Le devis",
        "Deux\nlignes",
        "https://a.example",
    )
    assert (post.day, post.time, post.zone, post.status) == (date(2026, 11, 24), time(10), "", "draft")
    assert (post.publish_minutes, post.network_id) == (90, network)
    stamp = desk.calendar().stamps["post", post.id or 0]
    assert (stamp.sequence, stamp.changed_at.isoformat()) == (4, "2026-11-01T08:00:00")
    assert done.revision > 0


def test_tags_that_a_post_here_has_itself_are_not_taken_from_it(desk: Desk, bring: Callable[..., Preview]) -> None:
    bring(["UID:a", PARIS, "DESCRIPTION:x"]).bring()
    posts.write(desk, the_post(desk).id or 0, body="Un <b>deux</b> trois")
    stands = ["UID:a", PARIS, "DESCRIPTION:Un <b>deux</b> trois", "SEQUENCE:9", "LAST-MODIFIED:20270101T000000Z"]
    assert states(bring(stands)) == ["same"]
    other = [line.replace("trois", "quatre") for line in stands]
    bring(other).bring()
    assert the_post(desk).body == "Un deux quatre"
    assert states(bring(other)) == ["same"]


def test_an_import_is_one_step_back(desk: Desk, bring: Callable[..., Preview]) -> None:
    before = dump_text(desk)
    bring(["UID:1", PARIS], ["UID:2", PARIS, WEEKLY]).bring()
    assert len(desk.calendar().posts) == len(desk.calendar().slots) == 1
    undo(desk)
    assert dump_text(desk) == before


def test_the_same_event_again_changes_nothing_and_a_newer_one_changes_its_post(
    desk: Desk, bring: Callable[..., Preview]
) -> None:
    event = ["UID:1", PARIS, "SUMMARY:Un"]
    bring(event).bring()
    again = bring(event)
    assert (states(again), again.bring().revision) == (["same"], 0)
    moved = bring(["UID:1", "DTSTART;TZID=Europe/Paris:20261125T100000", "SUMMARY:Deux", "SEQUENCE:1"])
    assert states(moved) == ["changed"]
    moved.bring()
    post = the_post(desk)
    assert (post.title, post.day) == ("Deux", date(2026, 11, 25))


def test_what_was_changed_here_later_is_kept(desk: Desk, bring: Callable[..., Preview], clock: Clock) -> None:
    event = ["UID:1", PARIS, "SUMMARY:Un", "LAST-MODIFIED:20261101T080000Z"]
    bring(event).bring()
    posts.write(desk, the_post(desk).id or 0, title="À moi")
    assert reasons(bring(event).rows[0]) == ["event-older"]
    posts.move(desk, the_post(desk).id or 0, MONDAY)
    stale = bring([*event[:3], "LAST-MODIFIED:20261101T090000Z"])
    assert (states(stale), stale.bring().revision) == (["same"], 0)
    later = bring([*event[:3], "LAST-MODIFIED:20261201T090000Z"])
    assert states(later) == ["changed"]


def test_a_time_without_a_zone_is_asked_and_never_guessed(desk: Desk, bring: Callable[..., Preview]) -> None:
    floating, unknown = ["UID:1", "DTSTART:20261124T100000"], ["UID:2", "DTSTART;TZID=Paris time:20261124T100000"]
    head = ("X-WR-TIMEZONE:America/Toronto",)
    preview = bring(floating, unknown, head=head)
    assert [reasons(row) for row in preview.rows] == [["event-floating"], ["event-zone-unknown"]]
    assert states(preview) == ["refused", "refused"]
    assert preview.asks == {"zone-unknown": ("America/Toronto", "Europe/Paris")}
    answered = bring(floating, unknown, head=head, zone="America/Toronto")
    assert (states(answered), answered.asks) == (["new", "new"], {})
    answered.bring()
    assert {(post.time, post.zone) for post in desk.calendar().posts} == {(time(16), "")}
    with pytest.raises(InputError) as refused:
        bring(floating, zone="Paris time")
    assert refused.value.key == "zone-unknown"


def test_a_single_event_stands_at_the_hour_that_it_is_here(desk: Desk, bring: Callable[..., Preview]) -> None:
    bring(
        ["UID:1", "DTSTART:20261124T100000Z"],
        ["UID:2", "DTSTART;TZID=Eastern Standard Time:20261124T100000"],
        ["UID:3", "DTSTART:20261025T013000Z"],
    ).bring()
    found = {post.uid: (post.time, post.zone) for post in desk.calendar().posts}
    hours = {"1": (time(11), ""), "2": (time(16), ""), "3": (time(1, 30), "UTC")}
    # 01:30 UTC is the second 02:30 of that night in Paris, and a post there means the first.
    assert found == {disguised(uid): hour for uid, hour in hours.items()}


def test_what_is_exported_never_touches_the_event_that_a_post_came_from(
    desk: Desk, bring: Callable[..., Preview], tmp_path: Path
) -> None:
    theirs = ["UID:meeting@theirs", PARIS, "SUMMARY:Rendez-vous client"]
    bring(theirs).bring()
    export_ics(desk, tmp_path / "first.ics")
    undo(desk)
    export_ics(desk, tmp_path / "second.ics")
    for name in ("first.ics", "second.ics"):
        assert b"meeting@theirs" not in (tmp_path / name).read_bytes()
    redo(desk)
    assert states(bring(theirs)) == ["same"]
    assert states(bring([*theirs[:1], PARIS.replace("T10", "T15"), *theirs[2:], "SEQUENCE:5"])) == ["changed"]


def test_a_whole_day_is_a_post_on_that_day_and_keeps_the_hour_it_is_given(
    desk: Desk, bring: Callable[..., Preview]
) -> None:
    event = ["UID:1", "DTSTART;VALUE=DATE:20261124", "SUMMARY:Fête"]
    preview = bring(event)
    assert reasons(preview.rows[0]) == ["event-whole-day"]
    preview.bring()
    posts.move(desk, the_post(desk).id or 0, date(2026, 11, 24), time(14))
    assert states(bring(event)) == ["same"]


def test_a_series_is_a_slot_with_its_rule_its_end_and_the_days_left_out(
    desk: Desk, bring: Callable[..., Preview]
) -> None:
    rule = "RRULE:FREQ=WEEKLY;UNTIL=20261215T085959Z;BYDAY=TU;BYHOUR=10;BYMINUTE=0"
    bring(["UID:1", PARIS, "DURATION:PT45M", "SUMMARY:Lire", rule, "EXDATE:20261201T090000Z"]).bring()
    slot = the_slot(desk)
    assert (slot.title, slot.day, slot.time, slot.minutes) == ("Lire", date(2026, 11, 24), time(10), 45)
    # 08:59:59 UTC is a second before the slot of the 15th begins.
    assert (slot.rule, slot.skipped) == ("FREQ=WEEKLY;UNTIL=20261214;BYDAY=TU", ["2026-12-01"])
    assert occurrences(slot.day, slot.rule, slot.day, date(2027, 1, 31))[-1] == date(2026, 12, 8)


def test_days_beside_the_rule_are_slots_of_their_own(desk: Desk, bring: Callable[..., Preview]) -> None:
    events = (
        ["UID:1", PARIS, WEEKLY, "SUMMARY:Lire", "RDATE;TZID=Europe/Paris:20261126T110000"],
        ["UID:1", "RECURRENCE-ID;TZID=Europe/Paris:20261201T100000", "DTSTART;TZID=Europe/Paris:20261202T090000"],
        ["UID:1", "RECURRENCE-ID;TZID=Europe/Paris:20261208T100000", "DTSTART:20261208T090000Z", "STATUS:CANCELLED"],
    )
    preview = bring(*events)
    assert states(preview) == ["new", "new", "new"]
    preview.bring()
    found = {slot.uid: (slot.day, slot.time, slot.rule, slot.skipped) for slot in desk.calendar().slots}
    assert found == {
        disguised("1"): (date(2026, 11, 24), time(10), "FREQ=WEEKLY;BYDAY=TU", ["2026-12-01", "2026-12-08"]),
        instance_uid(disguised("1"), date(2026, 11, 26)): (date(2026, 11, 26), time(11), "", []),
        instance_uid(disguised("1"), date(2026, 12, 1)): (date(2026, 12, 2), time(9), "", []),
    }
    assert states(bring(*events)) == ["same", "same", "same"]


def test_a_beginning_that_is_no_day_of_its_rule_is_not_lost(desk: Desk, bring: Callable[..., Preview]) -> None:
    bring(["UID:1", PARIS, "RRULE:FREQ=WEEKLY;BYDAY=WE"]).bring()
    days = {slot.day for slot in desk.calendar().slots if not slot.rule}
    assert days == {date(2026, 11, 24)}


@pytest.mark.parametrize(
    "lines",
    [
        ["RRULE:FREQ=SECONDLY"], ["RRULE:FREQ=DAILY;INTERVAL=0"], ["RRULE:FREQ=WEEKLY;BYWEEKNO=3"],
        [WEEKLY, "EXRULE:FREQ=DAILY"],
        [WEEKLY, "RRULE:FREQ=DAILY"], ["RRULE:W1 MO #0"], ["RRULE:FREQ=WEEKLY;UNTIL=demainT000000Z"],
    ],
)  # fmt: skip
def test_a_series_that_cannot_be_said_is_refused_with_its_rule(bring: Callable[..., Preview], lines: list[str]) -> None:
    (row,) = bring(["UID:1", PARIS, *lines]).rows
    assert (row.state, reasons(row)) == ("refused", ["event-rule"])
    assert lines[-1].partition(":")[2] in str(row.reasons[0].values["rule"])


def test_a_reason_quotes_no_more_of_a_value_than_a_person_reads(bring: Callable[..., Preview]) -> None:
    rule = "RRULE:FREQ=WEEKLY;BYDAY=" + ",".join(["MO"] * 5_000) + ";BYSECOND=1"
    zone = "DTSTART;TZID=" + "z" * 1_000 + ":20261124T100000"
    rows = bring(["UID:1", PARIS, rule], ["UID:2", zone], ["UID:3", "DTSTART:" + "9" * 1_000]).rows
    assert [reasons(row) for row in rows] == [["event-rule"], ["event-zone-unknown"], ["event-value"]]
    said = [str(value) for row in rows for reason in row.reasons for value in reason.values.values()]
    assert max(map(len, said)) == 120
    assert said[0].startswith("FREQ=WEEKLY;BYDAY=MO,MO")
    assert said[0].endswith("…")


def test_instances_of_a_refused_series_and_changes_from_a_day_on_are_refused(bring: Callable[..., Preview]) -> None:
    override = ["UID:1", "RECURRENCE-ID:20261201T090000Z", "DTSTART:20261201T100000Z"]
    preview = bring(override, ["UID:1", PARIS, "RRULE:FREQ=SECONDLY"])
    assert [reasons(row) for row in preview.rows] == [["event-series-refused"], ["event-rule"]]
    onwards = [override[0], "RECURRENCE-ID;RANGE=THISANDFUTURE:20261201T090000Z", override[2]]
    assert reasons(bring(onwards).rows[0]) == ["event-onwards"]


def test_a_strangers_count_of_changes_leaves_room_for_ours(
    desk: Desk, bring: Callable[..., Preview], tmp_path: Path
) -> None:
    events = [["UID:1", PARIS, "SEQUENCE:2147483647"], ["UID:2", PARIS, "SEQUENCE:" + "9" * 5_000]]
    bring(*events).bring()
    for post in desk.calendar().posts:
        posts.move(desk, post.id or 0, MONDAY)
    assert {stamp.sequence for (kind, _), stamp in desk.calendar().stamps.items() if kind == "post"} == {1_000_001}
    other = fresh(tmp_path, "other")
    bring_toml(other, toml_text(desk), "backup.toml")
    assert carried(other) == carried(desk)
    other.close()


def test_an_instance_whose_series_is_nowhere_is_a_single_event(desk: Desk, bring: Callable[..., Preview]) -> None:
    bring(["UID:1", "RECURRENCE-ID:20261201T090000Z", "DTSTART:20261201T100000Z", "SUMMARY:Seule"]).bring()
    assert (the_post(desk).title, the_post(desk).day) == ("Seule", date(2026, 12, 1))


def test_cancelled_there_is_dropped_here_and_refused_when_it_never_was(
    desk: Desk, bring: Callable[..., Preview]
) -> None:
    unknown = bring(["UID:1", PARIS, "STATUS:CANCELLED"])
    assert (states(unknown), reasons(unknown.rows[0])) == (["refused"], ["event-cancelled"])
    bring(["UID:1", PARIS], ["UID:2", PARIS, WEEKLY]).bring()
    off = bring(["UID:1", PARIS, "STATUS:CANCELLED"], ["UID:2", PARIS, WEEKLY, "STATUS:CANCELLED"])
    assert states(off) == ["changed", "changed"]
    off.bring()
    assert (the_post(desk).status, desk.calendar().slots) == ("dropped", [])
    undo(desk)
    assert (the_post(desk).status, len(desk.calendar().slots)) == ("draft", 1)


def test_what_lies_in_the_bin_stays_there(desk: Desk, bring: Callable[..., Preview]) -> None:
    bring(["UID:1", PARIS]).bring()
    posts.delete(desk, the_post(desk).id or 0)
    preview = bring(["UID:1", PARIS, "SUMMARY:Autre", "SEQUENCE:9"])
    assert (states(preview), reasons(preview.rows[0])) == (["same"], ["event-in-bin"])


def test_of_two_events_with_one_identifier_the_newest_counts(desk: Desk, bring: Callable[..., Preview]) -> None:
    preview = bring(["UID:1", PARIS, "SUMMARY:Neuf", "SEQUENCE:2"], ["UID:1", PARIS, "SUMMARY:Vieux"])
    assert [row.state for row in preview.rows] == ["new", "refused"]
    preview.bring()
    assert the_post(desk).title == "Neuf"


def test_an_event_without_an_identifier_comes_in_once(desk: Desk, bring: Callable[..., Preview]) -> None:
    bring([PARIS, "SUMMARY:Sans"]).bring()
    assert states(bring([PARIS, "SUMMARY:Sans"])) == ["same"]
    assert len(desk.calendar().posts) == 1


def test_todos_and_journal_entries_are_rows_that_are_refused(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "a.ics"
    path.write_text("BEGIN:VTODO\nUID:1\nEND:VTODO\nBEGIN:VJOURNAL\nUID:2\nEND:VJOURNAL\n")
    assert [(row.state, reasons(row)) for row in preview_ics(desk, path).rows] == [("refused", ["event-kind"])] * 2


def test_single_events_become_slots_when_asked(desk: Desk, bring: Callable[..., Preview]) -> None:
    bring(["UID:1", PARIS, "DURATION:PT20M"], as_slot=True).bring()
    assert (the_slot(desk).minutes, the_slot(desk).rule) == (20, "")


def test_control_characters_and_too_long_titles_do_not_come_in(desk: Desk, bring: Callable[..., Preview]) -> None:
    preview = bring(["UID:1", PARIS, "SUMMARY:a\x1b[2Jb\x9bc"], ["UID:2", PARIS, "SUMMARY:" + "x" * 2_001])
    assert (states(preview), reasons(preview.rows[1])) == (["new", "refused"], ["text-too-long"])
    preview.bring()
    assert the_post(desk).title == "a␛[2Jb\ufffdc"


def test_a_calendar_that_changed_since_the_preview_is_compared_anew(desk: Desk, bring: Callable[..., Preview]) -> None:
    first, second = bring(["UID:1", PARIS]), bring(["UID:1", PARIS])
    first.bring()
    assert second.bring().revision == 0
    assert len(desk.calendar().posts) == 1


# Whatever else comes.


def test_an_end_in_the_year_9999_is_no_end(desk: Desk, bring: Callable[..., Preview]) -> None:
    bring(["UID:1", PARIS, "RRULE:FREQ=WEEKLY;UNTIL=99991231T235959Z"]).bring()
    assert the_slot(desk).rule == "FREQ=WEEKLY"


@pytest.mark.parametrize("path", FILES[::4], ids=lambda path: path.name[:40])
def test_every_collected_file_is_taken_in_once_and_whole(desk: Desk, path: Path) -> None:
    if path.name in NO_CALENDARS:
        return
    preview = preview_ics(desk, path, "Europe/Paris")
    preview.bring()
    again = preview_ics(desk, path, "Europe/Paris")
    assert again.counts()["new"] == again.counts()["changed"] == 0
    assert again.counts()["refused"] == preview.counts()["refused"]


FREQUENCIES = ("SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY", "NEVER", "")
ENDS = (
    "COUNT=1000000000", "INTERVAL=0", "INTERVAL=-1", "INTERVAL=1000", "BYMONTH=2;BYMONTHDAY=30", "BYEASTER=1000000",
    "UNTIL=99991231T235959Z", "BYSETPOS=366", "BYDAY=-53MO", "BYDAY=" + ",".join(["MO"] * 400), "BYYEARDAY=366",
    "BYWEEKNO=53", "BYHOUR=25", "COUNT=5000", "COUNT=" + "9" * 5_000, "BYMONTHDAY=31;BYMONTH=4,6", "UNTIL=1",
    "INTERVAL=1000;BYMONTH=2;BYMONTHDAY=29", "BYMONTH=13", "BYMONTHDAY=31;BYSETPOS=-366", "WKST=XX", "COUNT=0", "=",
)  # fmt: skip
BOMBS = [f"FREQ={frequency};{end}" for frequency in FREQUENCIES for end in ENDS]


def test_two_hundred_rules_that_blow_up_elsewhere_are_each_answered(
    desk: Desk, bring: Callable[..., Preview], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert len(BOMBS) >= 200
    preview = bring(*([f"UID:{number}", PARIS, f"RRULE:{bomb}"] for number, bomb in enumerate(BOMBS)))
    assert len(preview.rows) == len(BOMBS)
    assert {row.state for row in preview.rows} == {"new", "refused"}
    preview.bring()
    for slot in desk.calendar().slots:
        found = occurrences(slot.day, slot.rule, MONDAY, MONDAY + timedelta(days=366))
        assert len(found) <= 367


def test_an_import_that_fails_half_way_leaves_nothing(
    desk: Desk, bring: Callable[..., Preview], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = dump_text(desk)
    preview = bring(["UID:1", PARIS], ["UID:2", PARIS])
    monkeypatch.setattr("planner.desk.bring_ics._kept", lambda write, record: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        preview.bring()
    with open_desk(desk.path) as again:
        assert dump_text(again) == before

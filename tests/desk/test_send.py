"""What leaves the calendar: an .ics file other calendars understand, and the TOML file."""

from __future__ import annotations

import hashlib
import stat
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import icalendar
import pytest

from planner.desk import posts
from planner.desk.bring import bring_toml_into_new
from planner.desk.bundle import Labels, first_words
from planner.desk.desk import Desk, open_desk
from planner.desk.send import dump_text, export_ics, export_toml, ics_feed, toml_text
from planner.errors import InputError
from planner.exchange.ics.write import ics_bytes
from tests.made import MONDAY, Clock, fresh

if TYPE_CHECKING:
    from pathlib import Path

    from planner.exchange.ics.entry import Entry


def entries(desk: Desk, **options: object) -> dict[str, Entry]:
    feed, _ = ics_feed(desk, **options)  # type: ignore[arg-type]
    return {entry.summary: entry for entry in feed.entries}


def kinds(*names: str) -> frozenset[str]:
    return frozenset(names)


def test_posts_and_slots_are_events_and_ideas_are_not(filled: Desk) -> None:
    found = entries(filled, kinds=kinds("publish", "review"))
    assert set(found) == {"Retenue", "Non", "Corbeille", "Prête", "Publish", "Review", "Review: Garder LinkedIn ?"}
    retained, slot = found["Retenue"], found["Publish"]
    assert (retained.status, retained.transparent, retained.minutes) == ("TENTATIVE", True, 15)
    assert (found["Prête"].status, found["Non"].status, found["Corbeille"].status) == (
        "CONFIRMED",
        "CANCELLED",
        "CANCELLED",
    )
    assert (slot.transparent, slot.rule, slot.minutes) == (False, "FREQ=WEEKLY;BYDAY=TU", 30)
    assert found["Review"].skipped[0].isoformat() == "2026-12-28"
    assert retained.categories == ("LinkedIn", "Publish", "Help")
    assert retained.description.endswith("Link: https://a.example/b\nQuestion: Comment être payé ?")
    assert (retained.zone, retained.url) == ("Europe/Paris", "https://a.example/b")


def test_the_words_are_those_of_the_reader(filled: Desk) -> None:
    labels = Labels(need="Besoin : ", purposes={"help": "Aider"}, slot_kinds={"publish": "Publier", "review": "Bilan"})
    found = entries(filled, labels=labels)
    assert found["Retenue"].description.endswith("Besoin : Comment être payé ?")
    assert found["Retenue"].categories == ("LinkedIn", "Publier", "Aider")
    assert "Bilan" in found


def test_days_network_and_kinds_can_be_chosen(filled: Desk) -> None:
    publish = kinds("publish")
    assert set(entries(filled, kinds=publish)) == {"Retenue", "Non", "Corbeille", "Prête", "Publish"}
    assert set(entries(filled, network="LinkedIn", kinds=publish)) == {"Retenue", "Publish"}
    tuesday = MONDAY + timedelta(days=1)
    assert set(entries(filled, first=tuesday, last=tuesday, kinds=publish)) == {"Prête", "Publish"}
    assert set(entries(filled, kinds=kinds("review"))) == {"Review", "Review: Garder LinkedIn ?"}
    assert set(entries(filled, kinds=kinds("watch"))) == set()
    with pytest.raises(InputError) as refused:
        entries(filled, network="X")
    assert refused.value.key == "reference-missing"


def test_days_in_the_wrong_order_are_refused_and_nothing_is_written(filled: Desk, tmp_path: Path) -> None:
    path = tmp_path / "a.ics"
    with pytest.raises(InputError) as refused:
        export_ics(filled, path, first=MONDAY, last=MONDAY - timedelta(days=1))
    assert refused.value.key == "days-reversed"
    assert not path.exists()
    assert "Retenue" in entries(filled, first=MONDAY, last=MONDAY)


def test_only_a_file_of_the_whole_calendar_has_its_name(filled: Desk) -> None:
    def name(of: Desk, **options: Any) -> str:
        return ics_feed(of, **options)[0].name

    assert name(filled) == name(filled, kinds=kinds("publish")) == "Essai"
    part: list[dict[str, Any]] = [{"network": "LinkedIn"}, {"first": MONDAY}, {"last": MONDAY}]
    assert [name(filled, **options) for options in part] == ["", "", ""]
    assert b"X-WR-CALNAME" not in ics_bytes(*ics_feed(filled, network="LinkedIn"))


def test_a_file_of_one_event_has_no_name(tmp_path: Path) -> None:
    """Outlook would open it as a calendar of its own (MS-OXCICAL, X-WR-CALNAME)."""
    one = fresh(tmp_path, "one")
    assert ics_feed(one)[0].name == "Essai"
    posts.plan(one, title="x", day=MONDAY)
    assert ics_feed(one, kinds=kinds("publish"))[0].name == ""
    posts.plan(one, title="y", day=MONDAY)
    assert ics_feed(one, kinds=kinds("publish"))[0].name == "Essai"
    one.close()


def test_a_reminder_and_a_twin_in_html_come_when_asked(filled: Desk) -> None:
    assert entries(filled)["Retenue"].alarm_minutes is None
    assert entries(filled)["Retenue"].html == ""
    asked = entries(filled, alarm=15, html=True)["Retenue"]
    assert asked.alarm_minutes == 15
    assert "<p>" in asked.html
    assert "deux devis" in asked.html


def test_sequence_and_stamp_follow_the_record(filled: Desk, clock: Clock) -> None:
    clock.tick(90)
    posts.nudge(filled, filled.titled("Retenue")[0].id, 1)
    moved = entries(filled)["Retenue"]
    assert moved.sequence == 1
    assert (moved.changed_at.hour, moved.changed_at.utcoffset()) == (9, timedelta(0))
    assert moved.created_at is not None
    assert moved.created_at.hour == 8


def test_what_lay_in_the_bin_for_thirty_days_is_gone(filled: Desk, clock: Clock) -> None:
    clock.tick(60 * 24 * 31)
    assert "Corbeille" not in entries(filled)


def test_two_exports_have_the_same_bytes_whoever_opened_the_file(filled: Desk, clock: Clock) -> None:
    first = ics_bytes(*ics_feed(filled))
    clock.tick(60)
    with open_desk(filled.path, clock) as again:
        assert ics_bytes(*ics_feed(again)) == first


def test_an_imported_calendar_exports_the_same_events(filled: Desk, tmp_path: Path) -> None:
    other, _ = bring_toml_into_new(tmp_path / "b.planner", toml_text(filled), "a.toml", Clock())
    assert ics_bytes(*ics_feed(other)) == ics_bytes(*ics_feed(filled))
    other.close()


def test_the_file_is_read_by_icalendar(filled: Desk, tmp_path: Path) -> None:
    path = tmp_path / "a.ics"
    sent = export_ics(filled, path, kinds=kinds("publish", "review"))
    events = icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    assert sent.count == len(events) == 7
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    calendar = filled.calendar()
    dated = {post.uid for post in [*calendar.posts, *calendar.binned] if post.day}
    review = calendar.reviews[0].uid
    assert {str(event["UID"]) for event in events} == dated | {slot.uid for slot in calendar.slots} | {review}


def test_only_our_own_files_are_replaced(filled: Desk, tmp_path: Path) -> None:
    ics, toml = tmp_path / "a.ics", tmp_path / "a.toml"
    for _ in range(2):
        export_ics(filled, ics)
        export_toml(filled, toml, ["Un calendrier"])
    for export, theirs in ((export_ics, toml), (export_toml, ics)):
        before = hashlib.sha256(theirs.read_bytes()).hexdigest()
        with pytest.raises(InputError) as refused:
            export(filled, theirs)
        assert refused.value.key == "not-ours"
        assert hashlib.sha256(theirs.read_bytes()).hexdigest() == before
    export_ics(filled, toml, force=True)
    assert toml.read_bytes().startswith(b"BEGIN:VCALENDAR")
    export_toml(filled, toml, force=True)
    assert stat.S_IMODE(toml.stat().st_mode) == 0o600


def test_the_toml_file_is_the_calendar(filled: Desk, tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    sent = export_toml(filled, path)
    assert (sent.count, sent.binned) == (4, 1)
    other, _ = bring_toml_into_new(tmp_path / "b.planner", path.read_text("utf-8"), path.name, Clock())
    assert dump_text(other) == dump_text(filled)
    other.close()


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("", ""),
        ("\n\n  # Titre\nsuite", "Titre"),
        ("#chantier payé", "#chantier payé"),
        ("x" * 80, "x" * 60 + "…"),
        ("mot " * 30, ("mot " * 15).strip() + "…"),
    ],
)
def test_a_post_without_a_title_is_called_by_its_first_words(body: str, words: str) -> None:
    assert first_words(body) == words


def test_a_file_too_large_for_google_is_split_by_year(desk: Desk, tmp_path: Path) -> None:
    with desk.database.writing() as connection:
        connection.executemany(
            "INSERT INTO post (uid, title, body, status, day, time) VALUES (?, 'x', ?, 'draft', ?, '09:00:00.000000')",
            [
                (f"uid-{day}-{number}", "Une phrase de plus. " * 390, day)
                for day in ("2026-12-30", "2027-01-04")
                for number in range(70)
            ],
        )
    sent = export_ics(desk, tmp_path / "a.ics", kinds=kinds("publish"))
    assert sent.remarks[0].key == "split-by-year"
    assert not (tmp_path / "a.ics").exists()
    files = sorted(tmp_path.glob("a-*.ics"))
    assert [file.name for file in files] == ["a-2026.ics", "a-2027.ics"]
    assert all(file.stat().st_size < 900_000 for file in files)
    assert sum(file.read_bytes().count(b"BEGIN:VEVENT") for file in files) == sent.count == 140
    export_ics(desk, tmp_path / "b.ics", large=True, kinds=kinds("publish"))
    assert (tmp_path / "b.ics").read_bytes().count(b"BEGIN:VEVENT") == 140

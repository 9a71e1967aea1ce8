"""A calendar as several files: each entry in one of them, and no file left that says what is no longer so."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from planner.desk import brief, posts
from planner.desk.bring_ics import preview_ics
from planner.desk.bundle import KINDS, Labels
from planner.desk.send import export_ics, ics_feed
from planner.exchange.ics.write import ics_bytes
from tests.desk.publishing import kept, moments, uids
from tests.desk.test_cancelled import cancelled, events, of
from tests.exchange.ics.made import values
from tests.made import MONDAY, fill, fresh

if TYPE_CHECKING:
    from pathlib import Path

    from planner.desk.desk import Desk


@pytest.mark.parametrize(
    ("split", "names", "called"),
    [
        ("network", ["la-lettre", "linkedin", "no-network"], "Essai – LinkedIn"),
        ("kind", ["prepare", "publish", "reply", "review"], "Essai – Publish"),
        ("year", ["2026"], "Essai – 2026"),
    ],
)
def test_each_entry_stands_in_one_file(filled: Desk, tmp_path: Path, split: str, names: list[str], called: str) -> None:
    sent = export_ics(filled, tmp_path / "a.ics", split=split)
    files = sorted(tmp_path.glob("*.ics"))
    assert [file.name for file in files] == [f"a-{name}.ics" for name in names]
    assert (sent.path.name, sent.remarks[0].key, sent.remarks[0].values["count"]) == (
        "a-*.ics",
        "split-asked",
        len(names),
    )
    found = [uid for file in files for uid in events(file)]
    assert sorted(found) == sorted(entry.uid for entry in ics_feed(filled)[0].entries)
    assert sent.count == len(found)
    assert called in [name for file in files for name in values(file.read_bytes(), "X-WR-CALNAME")]


def test_names_that_come_to_the_same_file_do_not_share_it(tmp_path: Path) -> None:
    desk = fresh(tmp_path, "networks")
    for name in ("日本", "中国", "🧱", "…", "A b", "a-B"):
        posts.plan(desk, title=name, day=MONDAY, network_id=brief.add_network(desk, name=name).id)
    export_ics(desk, tmp_path / "a.ics", split="network")
    names = {file.name for file in tmp_path.glob("a-*.ics")}
    assert names == {"a-a-b.ics", "a-a-b-2.ics", "a-日本.ics", "a-中国.ics", "a-network.ics", "a-network-2.ics"}
    desk.close()


def test_a_part_that_holds_nothing_any_more_cancels_what_it_held(filled: Desk, tmp_path: Path) -> None:
    path, linkedin, letter = (tmp_path / name for name in ("a.ics", "a-linkedin.ics", "a-la-lettre.ics"))
    other = tmp_path / "a-mine.ics"
    other.write_bytes(ics_bytes(*ics_feed(filled)))
    kept = other.read_bytes()
    export_ics(filled, path, split="network", kinds=KINDS - {"review"})
    post = filled.titled("Retenue")[0].id
    uid = filled.post(post).uid
    before = events(linkedin)[uid]["SEQUENCE"]
    posts.write(filled, post, network_id=2)
    brief.remove_slot(filled, 1)
    export_ics(filled, path, split="network", kinds=KINDS - {"review"})
    assert of(uid) <= cancelled(linkedin) == set(events(linkedin))
    gone, moved = events(linkedin)[uid]["SEQUENCE"], events(letter)[uid]["SEQUENCE"]
    assert before < gone < moved
    export_ics(filled, path, split="network", kinds=KINDS - {"review"})
    assert not events(linkedin)
    assert events(letter)[uid]["SEQUENCE"] == moved
    assert other.read_bytes() == kept


@pytest.mark.parametrize("split", ["kind", "network"])
def test_parts_called_in_another_language_empty_those_of_the_first_and_are_newer(
    filled: Desk, tmp_path: Path, split: str
) -> None:
    french = Labels(slot_kinds={kind: f"Sorte {kind}" for kind in KINDS}, elsewhere="Sans réseau", network="réseau")
    path, living = tmp_path / "a.ics", [entry.uid for entry in ics_feed(filled)[0].entries]
    raised: dict[str, int] = dict.fromkeys(living, -1)
    for labels in (Labels(), french, Labels(), french, french):
        export_ics(filled, path, split=split, labels=labels)
        files = {file.name: events(file) for file in tmp_path.glob("a-*.ics")}
        standing = [(uid, event) for found in files.values() for uid, event in found.items()]
        once = {uid: int(event["SEQUENCE"]) for uid, event in standing if event["STATUS"] != "CANCELLED"}
        gone = {uid: int(event["SEQUENCE"]) for uid, event in standing if event["STATUS"] == "CANCELLED"}
        assert all(once[uid] > sequence for uid, sequence in gone.items() if uid in once)
        assert all(once[uid] >= raised[uid] for uid in once)
        assert sum(event["STATUS"] != "CANCELLED" for _, event in standing) == len(once)
        raised |= once
    english = {"a-no-network.ics"} if split == "network" else {f"a-{kind}.ics" for kind in KINDS}
    assert [name for name in english & files.keys() if files[name]] == []
    assert "a-sans-réseau.ics" in files or "a-sorte-publish.ics" in files


def test_parts_of_unchanged_data_are_the_same_bytes(filled: Desk, tmp_path: Path) -> None:
    found = []
    for _ in range(3):
        export_ics(filled, tmp_path / "a.ics", split="kind")
        found.append({file.name: file.read_bytes() for file in tmp_path.glob("a-*.ics")})
    assert found[1] == found[2]


def test_a_part_that_is_too_large_is_parted_by_year(desk: Desk, tmp_path: Path) -> None:
    network = brief.add_network(desk, name="Blog").id
    with desk.database.writing() as connection:
        connection.executemany(
            "INSERT INTO post (uid, title, body, status, day, time, network_id)"
            " VALUES (?, 'x', ?, 'draft', ?, '09:00:00.000000', ?)",
            [
                (f"uid-{day}-{number}", "Une phrase de plus. " * 390, day, network)
                for day in ("2026-12-30", "2027-01-14")
                for number in range(70)
            ],
        )
    sent = export_ics(desk, tmp_path / "a.ics", split="network", kinds=frozenset({"publish"}))
    assert sorted(file.name for file in tmp_path.glob("a*.ics")) == ["a-blog-2026.ics", "a-blog-2027.ics"]
    assert sent.count == 140


def over_years(folder: Path) -> Desk:
    """A calendar with posts in two years, and series that go on beyond them, across the nights of the clock."""
    desk = fill(fresh(folder, "years"))
    posts.plan(desk, title="Le lendemain", day=date(2027, 1, 1))
    posts.plan(desk, title="Loin", day=date(2029, 2, 5))
    brief.add_slot(desk, kind="watch", day=MONDAY, time="02:30", rule="FREQ=DAILY;INTERVAL=3;COUNT=200", minutes=90)
    return desk


def test_the_years_hold_each_day_of_a_series_once_and_the_last_goes_on(tmp_path: Path) -> None:
    desk = over_years(tmp_path)
    export_ics(desk, tmp_path / "whole.ics")
    export_ics(desk, tmp_path / "a.ics", split="year")
    files = sorted(tmp_path.glob("a-*.ics"))
    assert [file.name for file in files] == ["a-2026.ics", "a-2027.ics", "a-2029.ics"]
    assert sorted(moment for file in files for moment in moments(file)) == moments(tmp_path / "whole.ics")
    found = [uid for file in files for uid in uids(file)]
    assert len(found) == len(set(found))
    assert b"RRULE:FREQ=WEEKLY;BYDAY=TU\r\n" in files[-1].read_bytes()
    desk.close()


def test_what_stands_around_a_post_is_in_its_year_as_in_a_published_file(tmp_path: Path) -> None:
    desk = over_years(tmp_path)
    export_ics(desk, tmp_path / "a.ics", split="year")
    kept(desk, tmp_path / "published.ics", year=2027)
    exported, subscribed = (tmp_path / name for name in ("a-2027.ics", "published.ics"))
    assert {uid for uid in uids(exported) if not uid.startswith(b"202")} == {
        uid for uid in uids(subscribed) if not uid.startswith(b"202")
    }
    assert any(uid.startswith(b"prepare-") for uid in uids(exported))
    desk.close()


@pytest.mark.parametrize("name", ["a-2026.ics", "a-2027.ics", "a-2029.ics", "published.ics"])
def test_a_year_that_is_brought_back_changes_nothing_of_a_series(tmp_path: Path, name: str) -> None:
    desk = over_years(tmp_path)
    export_ics(desk, tmp_path / "a.ics", split="year")
    kept(desk, tmp_path / "published.ics", year=2026)
    assert {row.state for row in preview_ics(desk, tmp_path / name).rows} <= {"same", "refused"}
    slots = {slot.uid: slot.rule for slot in desk.calendar().slots}
    other = fresh(tmp_path, "other")
    preview_ics(other, tmp_path / name).bring()
    assert {slot.uid: slot.rule for slot in other.calendar().slots}.items() <= slots.items()
    desk.close()
    other.close()

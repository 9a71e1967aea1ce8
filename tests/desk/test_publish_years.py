"""Files of one year: the files of all years hold the whole calendar once, and what is over leaves uncancelled."""

from __future__ import annotations

import os
import tempfile
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from planner.desk import brief, posts, publish, publish_file
from planner.desk.desk import open_desk
from planner.desk.publish_years import years_planned
from planner.errors import InputError
from planner.store import outlets
from tests.desk.publishing import ASKING, SPAN, heavy, kept, living, moments, published, remade, seen, statuses, uids
from tests.desk.test_publish_file import EDITS, QUESTION, STEPS, Killed, done
from tests.made import MONDAY, Clock, fill, fresh

if TYPE_CHECKING:
    from planner.desk.desk import Desk

CURRENT: dict[str, Any] = {"year": "current"}
A_YEAR = 366 * 24 * 60


def years_of(desk: Desk, folder: Path) -> list[Path]:
    return [kept(desk, folder / f"{year}.ics", year=year) for year in SPAN]


@settings(
    max_examples=20, phases=(Phase.explicit, Phase.reuse, Phase.generate), suppress_health_check=list(HealthCheck)
)
@given(st.lists(EDITS, max_size=9))
def test_the_files_of_all_years_are_the_whole_publication(edits: list[tuple[Any, ...]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder, clock = Path(name), Clock()
        desk = fill(fresh(folder, clock=clock))
        brief.add_slot(desk, kind="watch", day=MONDAY, time="02:30", rule="FREQ=DAILY;INTERVAL=3;COUNT=200", minutes=90)
        brief.add_slot(
            desk, kind="listen", day=MONDAY, time="08:30", rule="FREQ=WEEKLY;BYDAY=TH;UNTIL=20280115",
            skipped=["2026-12-31", "2027-01-07"],
        )  # fmt: skip
        whole, each = kept(desk, folder / "whole.ics"), years_of(desk, folder)
        for edit in edits:
            done(desk, clock, edit)
        assert [found.error for found in publish.publish(desk, ASKING)] == [None] * (1 + len(each))
        assert sorted(moment for path in each for moment in moments(path)) == moments(whole)
        found = [uid for path in each for uid in uids(path)]
        assert len(found) == len(set(found))
        desk.close()


@settings(
    max_examples=15, phases=(Phase.explicit, Phase.reuse, Phase.generate), suppress_health_check=list(HealthCheck)
)
@given(st.lists(st.lists(EDITS, min_size=1, max_size=3), min_size=1, max_size=6))
def test_after_any_edits_a_spliced_year_is_the_one_written_whole(rounds: list[list[tuple[Any, ...]]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder, clock = Path(name), Clock()
        desk = fill(fresh(folder, clock=clock))
        pairs = [
            (kept(desk, folder / f"{year}.ics", year=year), kept(desk, folder / f"{year}-whole.ics", year=year))
            for year in (2026, 2027, "current")
        ]
        for edits in rounds:
            for edit in edits:
                done(desk, clock, edit)
            for _, whole in pairs:
                remade(desk, whole)
            assert {found.error for found in publish.publish(desk, ASKING)} == {None}
            assert [one.read_bytes() for one, _ in pairs] == [whole.read_bytes() for _, whole in pairs]
        desk.close()


def test_a_post_stands_in_its_year_with_its_preparation_and_its_hour_for_answers(filled: Desk, tmp_path: Path) -> None:
    posts.move(filled, 1, date(2027, 1, 1))
    this, next_year = (kept(filled, tmp_path / f"{year}.ics", year=year) for year in (2026, 2027))
    assert sorted(uid.split(b"-")[0] for uid in uids(next_year) if filled.post(1).uid.encode() in uid) == sorted(
        [filled.post(1).uid.split("-")[0].encode(), b"prepare", b"reply"]
    )
    assert filled.post(1).uid.encode() not in this.read_bytes()
    assert QUESTION in statuses(this)
    assert QUESTION not in statuses(next_year)
    assert "X-WR-CALNAME:Essai · 2027\r\n".encode() in next_year.read_bytes()


def test_a_post_that_moves_to_another_year_is_cancelled_in_the_file_of_the_first(filled: Desk, tmp_path: Path) -> None:
    this, next_year = (kept(filled, tmp_path / f"{year}.ics", year=year) for year in (2026, 2027))
    posts.move(filled, 1, date(2027, 3, 1))
    publish.publish(filled, ASKING)
    assert (statuses(this)["Retenue"], statuses(next_year)["Retenue"]) == ("CANCELLED", "TENTATIVE")
    publish.publish(filled, ASKING)
    posts.write(filled, 5, title="x")
    publish.publish(filled, ASKING)
    assert "Retenue" not in statuses(this)


def test_a_series_has_the_days_of_the_year_alone_under_a_uid_of_its_own(filled: Desk, tmp_path: Path) -> None:
    file = kept(filled, tmp_path / "2028.ics", year=2028)
    assert [event.title for event in seen(file)] == ["Publish"]
    (series,) = living(file)
    assert series.startswith(b"BEGIN:VEVENT\r\nUID:20280104-")
    assert b"RRULE:FREQ=WEEKLY;UNTIL=20281231T080000Z;BYDAY=TU\r\n" in series


def test_what_is_of_an_older_year_leaves_without_being_cancelled(filled: Desk, tmp_path: Path, clock: Clock) -> None:
    posts.plan(filled, title="En janvier", day=date(2027, 1, 5))
    file = kept(filled, tmp_path / "now.ics", **CURRENT)
    assert [event.title for event in seen(file)] == ["Retenue", "Prête", "Publish", "Review", QUESTION]
    assert publish.kept(filled)[0][1]
    clock.tick(60 * 24 * 60)
    assert not publish.kept(filled)[0][1]
    assert published(filled).changed > 0
    assert [(event.title, event.status) for event in seen(file)] == [
        ("En janvier", "TENTATIVE"),
        ("Publish", "CONFIRMED"),
    ]
    assert b"CANCELLED" not in file.read_bytes()
    assert publish.kept(filled)[0][1]
    assert published(filled).changed == 0
    fresh_file = kept(filled, tmp_path / "fresh.ics", **CURRENT)
    assert file.read_bytes() == fresh_file.read_bytes()


def test_what_was_deleted_before_the_year_turned_is_cancelled(filled: Desk, tmp_path: Path, clock: Clock) -> None:
    file = kept(filled, tmp_path / "now.ics", **CURRENT)
    posts.delete(filled, 1)
    clock.tick(A_YEAR)
    published(filled)
    assert statuses(file) == {"Retenue": "CANCELLED", "Publish": "CONFIRMED"}


def test_another_year_that_is_asked_for_cancels_nothing(filled: Desk, tmp_path: Path) -> None:
    file = kept(filled, tmp_path / "a.ics")
    posts.plan(filled, title="En janvier", day=date(2027, 1, 5))
    published(filled)
    kept(filled, file, year=2027)
    assert statuses(file) == {"En janvier": "TENTATIVE", "Publish": "CONFIRMED"}
    kept(filled, file)
    assert statuses(file)["Retenue"] == "TENTATIVE"


def test_an_edit_in_a_year_is_published_without_reading_the_whole_calendar(
    filled: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    posts.plan(filled, title="Là-bas", day=date(2027, 5, 3))
    file = kept(filled, tmp_path / "a.ics", year=2026)

    def too_much(_: Desk) -> None:
        raise AssertionError("the whole calendar was read")

    monkeypatch.setattr(type(filled), "calendar", too_much)
    posts.write(filled, 1, title="Un mot")
    posts.plan(filled, title="Ailleurs", day=date(2027, 5, 3))
    assert published(filled).changed == 1
    posts.write(filled, 5, title="Un autre")
    posts.move(filled, 1, date(2027, 5, 3))
    assert published(filled).changed == 2
    assert (statuses(file)["Un mot"], statuses(file)["Un autre"]) == ("CANCELLED", "CONFIRMED")


@pytest.mark.parametrize("step", range(len(STEPS)))
@pytest.mark.parametrize("before", [True, False])
def test_killed_while_the_year_turns_the_next_publication_makes_it_right(
    filled: Desk, tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch, step: int, before: bool
) -> None:
    where, name = STEPS[step]
    real = getattr(where, name)

    def killed(*given: Any, **named: Any) -> None:
        if not before:
            real(*given, **named)
        raise Killed

    file = kept(filled, tmp_path / "now.ics", **CURRENT)
    posts.plan(filled, title="En janvier", day=date(2027, 1, 5))
    clock.tick(A_YEAR // 2)
    with monkeypatch.context() as dying:
        dying.setattr(where, name, killed)
        with pytest.raises(Killed):
            published(filled)
    assert published(filled).error is None
    assert statuses(file) == {"En janvier": "TENTATIVE", "Publish": "CONFIRMED"}
    assert file.read_bytes() == kept(filled, tmp_path / "fresh.ics", **CURRENT).read_bytes()


@pytest.mark.parametrize("name", ["write_whole", "note_published_once"])
def test_a_year_that_is_asked_for_while_another_window_publishes_is_what_stands_in_the_end(
    filled: Desk, tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """This window writes all years when the other one asks for 2027; then neither may believe the other's file."""
    file, real = kept(filled, tmp_path / "a.ics"), getattr(publish_file, name)
    posts.plan(filled, title="En janvier", day=date(2027, 1, 5))

    def meanwhile(*given: Any, **named: Any) -> Any:
        monkeypatch.setattr(publish_file, name, real)
        with open_desk(filled.path, clock) as other:
            kept(other, file, year=2027)
        return real(*given, **named)

    monkeypatch.setattr(publish_file, name, meanwhile)
    assert published(filled).error is None
    assert statuses(file) == {"En janvier": "TENTATIVE", "Publish": "CONFIRMED"}
    assert published(filled).changed == 0


def test_the_years_of_a_calendar_are_those_in_which_something_is_planned(filled: Desk, clock: Clock) -> None:
    assert years_planned(filled, {}) == [2026]
    posts.plan(filled, title="Une idée", day=None)
    posts.set_status(filled, posts.plan(filled, title="Non", day=date(2031, 1, 1)).id, "dropped")
    posts.plan(filled, title="Loin", day=date(2190, 1, 1))
    assert years_planned(filled, {}) == [2026, 2190]
    assert years_planned(filled, {"network": 1, "without": ["review"]}) == [2026]
    assert years_planned(filled, {"without": ["publish", "prepare", "reply"]}) == [2026]
    clock.tick(2 * A_YEAR)
    assert years_planned(filled, {}) == [2026, 2027, 2028, 2190]
    assert years_planned(filled, {"without": ["publish", "prepare", "reply"]}) == [2026]


@pytest.fixture
def large(filled: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A calendar of three years, too large for one file but not for one a year."""
    monkeypatch.setattr(publish_file, "SIZE_LIMIT", 100_000)
    monkeypatch.setattr("planner.exchange.ics.write.SIZE_LIMIT", 100_000)
    heavy(filled, 2025, 2026, 2027)
    return filled


def places(desk: Desk) -> list[str]:
    return sorted(Path(outlet.place).name for outlet, _ in publish.kept(desk))


def in_folder(desk: Desk, folder: Path, **options: object) -> list[publish.PlaceOutcome]:
    return publish.publish_in(desk, folder, options, ASKING)


THREE = ["filled-2025.ics", "filled-2026.ics", "filled-2027.ics"]


def test_a_folder_gets_a_file_for_each_year_when_one_would_be_too_large(large: Desk, tmp_path: Path) -> None:
    made = in_folder(large, tmp_path)
    assert sorted(file.name for file in tmp_path.glob("*.ics")) == places(large) == THREE
    assert [(found.key, found.values["files"]) for one in made for found in one.remarks] == [
        ("outlet-by-year", ", ".join(THREE))
    ]
    whole = kept(large, tmp_path / "whole.ics")
    assert sorted(moment for name in THREE for moment in moments(tmp_path / name)) == [
        moment for moment in moments(whole) if float(moment[1]) < datetime(2028, 1, 1).timestamp()
    ]
    assert [found.key for one in publish.publish(large, ASKING) for found in one.remarks] == []


def test_a_folder_gets_one_file_when_it_is_not_too_large_or_of_one_year(
    filled: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert [one.outlet.place for one in in_folder(filled, tmp_path)] == [str(tmp_path / "filled.ics")]
    monkeypatch.setattr(publish_file, "SIZE_LIMIT", 1_000)
    (tmp_path / "other").mkdir()
    (made,) = in_folder(filled, tmp_path / "other")
    assert made.outlet.place == str(tmp_path / "other" / "filled.ics")
    heavy(filled, 2027)
    (tmp_path / "third.ics").touch()
    (named,) = in_folder(filled, tmp_path / "third.ics")
    assert [found.key for found in named.remarks] == ["outlet-grown"]


def test_a_file_that_has_grown_too_large_stays_one_and_says_what_to_do(
    filled: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "my files"
    folder.mkdir()
    in_folder(filled, folder, alarm=5, network=1)
    monkeypatch.setattr(publish_file, "SIZE_LIMIT", 3_000)
    posts.plan(filled, title="En janvier", day=date(2027, 1, 5), network_id=1)
    file = folder / "filled.ics"
    (remark,) = published(filled).remarks
    assert (remark.key, {name: remark.values[name] for name in ("one_year", "forget", "by_year")}) == (
        "outlet-grown",
        {
            "one_year": f"planner publish '{file}' --year 2026 --network LinkedIn --alarm 5",
            "forget": f"planner publish --forget '{file}'",
            "by_year": f"planner publish '{folder}' --network LinkedIn --alarm 5",
        },
    )
    assert [one.outlet.place for one in in_folder(filled, folder)] == [str(file)]
    (of_a_year,) = publish.publish_in(filled, file, {"year": 2026}, ASKING)
    assert [found.key for found in of_a_year.remarks] == ["outlet-large"]


def test_a_year_that_begins_gets_a_file_and_it_is_said(large: Desk, tmp_path: Path, clock: Clock) -> None:
    in_folder(large, tmp_path, alarm=5)
    assert len(publish.publish(large, ASKING)) == 3
    clock.tick(2 * A_YEAR)
    *_, added = publish.publish(large, ASKING)
    assert (Path(added.outlet.place).name, added.outlet.options["alarm"]) == ("filled-2028.ics", 5)
    assert [(found.key, found.values["year"]) for found in added.remarks] == [("outlet-year-added", "2028")]
    assert [event.title for event in seen(tmp_path / "filled-2028.ics")] == ["Publish"]
    assert len(publish.publish(large, ASKING)) == 4
    posts.plan(large, title="Plus tard", day=date(2030, 2, 1))
    assert [Path(one.outlet.place).name for one in publish.publish(large, ASKING)][-1] == "filled-2030.ics"
    assert statuses(tmp_path / "filled-2030.ics")["Plus tard"] == "TENTATIVE"


def test_a_year_s_file_that_another_s_stands_in_the_way_of_is_tried_again(large: Desk, tmp_path: Path) -> None:
    theirs = tmp_path / "filled-2026.ics"
    theirs.write_text("theirs")
    made = in_folder(large, tmp_path)
    assert [one.error and one.error.key for one in made] == [None, "not-ours", None]
    assert made[0].remarks[0].values["files"] == "filled-2025.ics, filled-2027.ics"
    assert [one.error.key for one in publish.publish(large, ASKING) if one.error] == ["not-ours"]
    assert places(large) == ["filled-2025.ics", "filled-2027.ics"]
    theirs.unlink()
    assert {one.error for one in publish.publish(large, ASKING)} == {None}
    assert places(large) == THREE


def test_a_year_that_is_wanted_no_more_stays_away_until_the_folder_is_named_again(large: Desk, tmp_path: Path) -> None:
    in_folder(large, tmp_path)
    (old,) = publish.published_at(large, str(tmp_path / "filled-2025.ics"))
    publish.forget(large, old)
    assert len(publish.publish(large, ASKING)) == 2
    assert len(in_folder(large, tmp_path)) == 3
    assert places(large) == THREE
    for outlet in publish.published_at(large, str(tmp_path)):
        publish.forget(large, outlet)
    assert publish.publish(large, ASKING) == []


def test_a_folder_by_year_stays_so_with_other_options_and_when_it_shrinks(
    large: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_folder(large, tmp_path)
    monkeypatch.setattr(publish_file, "SIZE_LIMIT", 900_000)
    in_folder(large, tmp_path, network=1)
    assert places(large) == THREE
    assert statuses(tmp_path / "filled-2025.ics")["Post 2025"] == "CANCELLED"
    publish.publish_in(large, tmp_path, {"year": 2026}, ASKING)
    assert len(in_folder(large, tmp_path)) == 3


def test_two_windows_that_add_the_same_year_leave_one_file(
    large: Desk, tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_folder(large, tmp_path)
    posts.plan(large, title="Plus tard", day=date(2028, 2, 1))
    real = outlets.add_outlet

    def meanwhile(*given: Any) -> Any:
        monkeypatch.setattr(publish, "add_outlet", real)
        with open_desk(large.path, clock) as other:
            publish.publish(other, ASKING)
        return real(*given)

    monkeypatch.setattr(publish, "add_outlet", meanwhile)
    assert {one.error for one in publish.publish(large, ASKING)} == {None}
    assert places(large) == [*THREE, "filled-2028.ics"]
    assert statuses(tmp_path / "filled-2028.ics")["Plus tard"] == "TENTATIVE"


def test_a_folder_with_a_year_means_a_file_of_that_year(filled: Desk, tmp_path: Path) -> None:
    assert publish.outlet_file(filled, tmp_path, 2026) == tmp_path / "filled-2026.ics"
    assert publish.outlet_file(filled, tmp_path, "current") == tmp_path / "filled.ics"
    with pytest.raises(InputError):
        publish.outlet_file(filled, tmp_path / "x.txt", 2026)


def mode(file: Path) -> int:
    return file.stat().st_mode & 0o777


def test_a_readable_file_stays_so_until_that_is_taken_back(filled: Desk, tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        file = kept(filled, tmp_path / "a.ics", readable=True)
        assert mode(file) == 0o644
        file.chmod(0o600)
        published(filled)
        assert mode(file) == 0o644
        file.unlink()
        published(filled)
        assert mode(file) == 0o644
        kept(filled, file)
        assert mode(file) == 0o600
        kept(filled, file, readable=True)
        assert mode(file) == 0o644
    finally:
        os.umask(before)


def test_a_mode_that_a_person_chose_stays_without_the_option(filled: Desk, tmp_path: Path) -> None:
    file = kept(filled, tmp_path / "a.ics")
    assert mode(file) == 0o600
    file.chmod(0o640)
    posts.write(filled, 1, title="x")
    published(filled)
    kept(filled, file)
    assert mode(file) == 0o640


def test_the_year_is_that_of_the_calendar_s_day(filled: Desk, tmp_path: Path, clock: Clock) -> None:
    """Eleven in the evening in UTC is the next year already in Paris."""
    posts.plan(filled, title="En janvier", day=date(2027, 1, 5))
    clock.moment = datetime(2026, 12, 31, 22, 59)
    file = kept(filled, tmp_path / "now.ics", **CURRENT)
    assert "En janvier" not in statuses(file)
    clock.tick()
    published(filled)
    assert "En janvier" in statuses(file)


def test_a_year_that_was_forgotten_stays_so_when_another_is_published_anew(large: Desk, tmp_path: Path) -> None:
    in_folder(large, tmp_path)
    (old,) = publish.published_at(large, str(tmp_path / "filled-2025.ics"))
    publish.forget(large, old)
    for year in (2026, 2027):
        in_folder(large, tmp_path, year=year, html=True)
    publish.publish(large, ASKING)
    assert places(large) == THREE[1:]


def test_a_folder_stands_for_the_one_year_that_was_published_in_it(large: Desk, tmp_path: Path) -> None:
    in_folder(large, tmp_path, year=2026)
    assert [Path(outlet.place).name for outlet in publish.published_at(large, str(tmp_path))] == ["filled-2026.ics"]

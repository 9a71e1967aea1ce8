"""Places that are kept up to date: remembered, changed, forgotten, and never noted over someone else's note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.desk.send import dump_text
from planner.desk.undo import undo
from planner.store import outlets
from planner.store.outlets import Sent

if TYPE_CHECKING:
    from planner.desk.desk import Desk


def test_a_place_is_kept_with_what_goes_there(desk: Desk) -> None:
    kept = outlets.keep_outlet(desk.database, "file", "/a.ics", {"alarm": 5}, "moi")
    assert (kept.kind, kept.place, kept.account, kept.options, kept.revision, kept.mark) == (
        "file", "/a.ics", "moi", {"alarm": 5}, -1, "",
    )  # fmt: skip
    assert outlets.outlets(desk.database) == [kept]


def test_the_same_place_with_other_options_is_sent_anew(desk: Desk) -> None:
    first = outlets.keep_outlet(desk.database, "file", "/a.ics", {"alarm": 5})
    outlets.note_published(desk.database, first.id, 7, "mark")
    again = outlets.keep_outlet(desk.database, "file", "/a.ics", {})
    assert (again.id, again.options, again.revision, again.mark) == (first.id, {}, -1, "mark")


def test_a_note_is_not_laid_over_a_newer_one(desk: Desk) -> None:
    before = outlets.keep_outlet(desk.database, "file", "/a.ics", {})
    assert outlets.note_published_once(desk.database, before, 3, "first")
    assert not outlets.note_published_once(desk.database, before, 2, "second")
    assert [(one.revision, one.mark) for one in outlets.outlets(desk.database)] == [(3, "first")]
    outlets.forget_outlet(desk.database, before.id)
    assert not outlets.note_published_once(desk.database, before, 4, "third")


def test_what_a_server_holds_goes_with_its_place(desk: Desk) -> None:
    place = outlets.keep_outlet(desk.database, "caldav", "https://a.example/", {})
    outlets.note_sent(desk.database, place.id, [Sent("u", "/u.ics", "1", "d"), Sent("v", "/v.ics", "1", "d")])
    outlets.note_sent(desk.database, place.id, [Sent("u", "/u.ics", "2", "e")], ["v"])
    assert outlets.sent(desk.database, place.id) == {"u": Sent("u", "/u.ics", "2", "e")}
    outlets.forget_outlet(desk.database, place.id)
    assert outlets.sent(desk.database, place.id) == {}


def test_places_are_no_part_of_the_calendar(desk: Desk) -> None:
    before = dump_text(desk)
    outlets.keep_outlet(desk.database, "file", "/a.ics", {})
    assert dump_text(desk) == before
    assert undo(desk) is None


def test_a_place_is_added_once_and_stays_as_it_was_kept(desk: Desk) -> None:
    added = outlets.add_outlet(desk.database, "file", "/a.ics", {"year": 2026})
    assert added
    assert outlets.add_outlet(desk.database, "file", "/a.ics", {}) is None
    assert outlets.outlets(desk.database) == [added]


def test_a_refused_place_that_another_process_published_to_is_kept(desk: Desk) -> None:
    first, second = (outlets.keep_outlet(desk.database, "file", place, {}) for place in ("/a.ics", "/b.ics"))
    outlets.note_published(desk.database, first.id, 3, "theirs")
    for place in (first, second):
        outlets.forget_refused(desk.database, place.id)
    assert [place.place for place in outlets.outlets(desk.database)] == ["/a.ics"]

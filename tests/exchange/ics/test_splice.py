"""A file made of stretches: some are exchanged, the others keep their bytes, and the whole is what it would be anew."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.exchange.ics import splice
from planner.exchange.ics.splice import END, NOTHING, Put, Standing, place_of
from tests.exchange.ics.made import entry, keys, values

if TYPE_CHECKING:
    from planner.exchange.ics.entry import Remark

HORIZON = date(2028, 12, 31)
CHANGED = datetime(2026, 12, 1, 8)
PARIS = splice.frame("Calendrier", "Europe/Paris", ["Europe/Paris"], 2026, HORIZON)
PLACES = st.integers(0, 2**50)
TEXTS = st.binary(max_size=9)


def made(**changes: object) -> bytes:
    return splice.events([entry(**changes)], PARIS, "…", [])


@given(st.dictionaries(PLACES, TEXTS.filter(bool)), st.dictionaries(PLACES, TEXTS), st.binary(max_size=5), st.data())
def test_what_is_put_stands_in_its_place_and_the_rest_is_as_it_was(
    stood: dict[int, bytes], new: dict[int, bytes], head: bytes, data: st.DataObject
) -> None:
    if stood:
        new |= data.draw(st.dictionaries(st.sampled_from(sorted(stood)), TEXTS))
    places = sorted(stood)
    gone = data.draw(st.sets(st.sampled_from(places))) if places else set()
    before = Standing(places, [len(stood[place]) for place in places], frozenset(gone))
    old = head + b"".join(stood[place] for place in places) + END
    chunks, after = splice.spliced(old, len(head), before, {place: Put(text) for place, text in new.items()})
    left = {place: text for place, text in {**stood, **new}.items() if text}
    assert b"".join(chunks) == b"".join(left[place] for place in sorted(left))
    assert after.places == sorted(left)
    assert after.sizes == [len(left[place]) for place in sorted(left)]
    assert after.cancelled == gone - set(new)


def test_a_record_is_found_by_its_place_and_one_that_is_not_there_is_not() -> None:
    found = Standing([2, 5, 9], [1, 2, 3], frozenset()).cut(b"--aBBccc--", 2)
    assert [found(place) for place in (2, 5, 9)] == [b"a", b"BB", b"ccc"]
    assert [found(place) for place in (0, 3, 10)] == [b"", b"", b""]
    assert NOTHING.cut(b"", 0)(1) == b""


def test_kinds_stand_one_after_the_other() -> None:
    assert place_of(0, 10**9) < place_of(1, 1) < place_of(2, 1)


@pytest.mark.parametrize(
    ("harm", "fills"),
    [
        (lambda text: text, True),
        (lambda text: text + b" ", False),
        (lambda text: text[:-1], False),
        (lambda text: text.replace(b"BEGIN:VEVENT", b"BEGIN:VTODOS", 1), False),
        (lambda text: b"X" + text[:-1], False),
    ],
)
def test_a_file_that_is_not_made_as_noted_is_known(harm: object, fills: bool) -> None:
    text = made()
    standing = Standing([1], [len(text)], frozenset())
    assert callable(harm)
    assert standing.fills(harm(PARIS.text + text + END), len(PARIS.text)) is fills
    assert NOTHING.fills(PARIS.text + END, len(PARIS.text))


def test_a_cancelled_event_says_so_and_keeps_the_rest() -> None:
    hostile = "STATUS:CONFIRMED\nSEQUENCE:9\r\nBEGIN:VALARM\nDTSTAMP:1"
    before = made(sequence=3, alarm_minutes=10, summary=hostile, description=hostile * 9, uid="SEQUENCE:1")
    after = splice.cancelled(before, 1, CHANGED)
    assert (values(after, "STATUS"), values(after, "SEQUENCE")) == (["CANCELLED"], ["4"])
    assert values(after, "DTSTAMP") == values(after, "LAST-MODIFIED") == ["20261201T080000Z"]
    assert values(after, "CREATED") == values(before, "CREATED")
    for name in ("UID", "DTSTART;TZID=Europe/Paris", "DTEND;TZID=Europe/Paris", "SUMMARY", "DESCRIPTION"):
        assert values(after, name)[:1] == values(before, name)[:1]
    (event,) = icalendar.Calendar.from_ical(PARIS.text + after + END).walk("VEVENT")
    assert event.walk("VALARM") == []
    assert str(event["DESCRIPTION"]).count("STATUS:CONFIRMED") == 9


def test_each_event_of_a_record_is_cancelled() -> None:
    several = splice.events([entry(uid="reply-a", sequence=2), entry(uid="a", sequence=5)], PARIS, "…", [])
    after = splice.cancelled(several, 4, CHANGED)
    assert (values(after, "STATUS"), values(after, "SEQUENCE")) == (["CANCELLED"] * 2, ["4", "6"])


def test_what_a_record_has_no_more_is_known_by_its_uid() -> None:
    long = "é" * 90
    texts = [made(uid=uid, description="BEGIN:VEVENT\nUID:a\nSTATUS:CANCELLED\nEND:VEVENT") for uid in ("a", long, "c")]
    over = made(uid="d", status="CANCELLED")
    stood = b"".join([*texts, over])
    assert splice.living(stood) == b"".join(texts)
    assert splice.left_out(stood, made(uid="a", summary="x"), PARIS) == b"".join(texts[1:])
    assert splice.left_out(stood, stood, PARIS) == b""


@pytest.mark.parametrize(
    ("change", "counted"),
    [({}, "4"), ({"summary": "x"}, "4"), ({"minutes": 7}, "5"), ({"status": "CONFIRMED"}, "5"), ({"sequence": 9}, "9")],
)
def test_an_event_counts_on_from_what_stood(change: dict[str, object], counted: str) -> None:
    stood = made(uid="other", sequence=30) + made(sequence=4, status="TENTATIVE", description="SEQUENCE:7\n" * 9)
    new = made(**{"status": "TENTATIVE"} | change) + made(uid="new")
    assert values(splice.counted_on(stood, new), "SEQUENCE") == [counted, "0"]


def test_what_stood_on_a_clock_that_is_gone_is_not_held_by_the_frame() -> None:
    around = splice.frame("x", "UTC", ["Asia/Kolkata"], 2026, HORIZON)
    assert splice.left_out(made(), b"", around) == b""
    assert not PARIS.holds(made(start=datetime(2026, 1, 9)).replace(b":2026", b":2019"))
    assert around.holds(made(zone="UTC"))


def test_the_clocks_of_events_are_known() -> None:
    far = made(start=datetime(2026, 11, 26, 9), zone="Europe/Paris") + made(start=datetime(2027, 1, 1, 9))
    assert splice.on_clocks(far) == {"Europe/Paris": 2026}
    assert splice.on_clocks(made(zone="UTC")) == {}


def test_only_zones_that_are_written_have_a_block() -> None:
    assert splice.zones_written({"Europe/Paris", "UTC"}, set()) == {"Europe/Paris"}
    assert splice.zones_written({"UTC"}, {"UTC"}) == {"Etc/GMT"}
    around = splice.frame("x", "UTC", ["Africa/Casablanca", "Asia/Kolkata"], 2026, HORIZON)
    assert set(around.blocks) == {"Asia/Kolkata"}
    assert around.text.count(b"BEGIN:VTIMEZONE") == 1


@pytest.mark.parametrize(
    ("last", "changed", "end"),
    [
        (None, None, 2028),
        (date(2026, 5, 1), date(2026, 11, 1), 2028),
        (date(2027, 5, 1), date(2026, 11, 1), 2029),
        (date(2099, 5, 1), date(2026, 11, 1), 2029),
    ],
)
def test_series_are_reckoned_until_the_end_of_a_year(last: date | None, changed: date | None, end: int) -> None:
    assert splice.horizon_of(last, changed) == date(end, 12, 31)


def test_a_year_that_no_reader_takes_is_left_out_and_told() -> None:
    remarks: list[Remark] = []
    assert splice.events([entry(start=datetime(1526, 1, 1))], PARIS, "…", remarks) == b""
    assert keys(remarks) == ["day-out-of-range"]


def test_frames_differ_by_what_their_events_are_reckoned_with() -> None:
    later = splice.frame("Calendrier", "Europe/Paris", ["Europe/Paris"], 2026, date(2029, 12, 31))
    assert later.text == PARIS.text
    assert later.digest != PARIS.digest
    assert splice.frame("Calendrier", "Europe/Paris", ["Europe/Paris"], 2026, HORIZON).digest == PARIS.digest

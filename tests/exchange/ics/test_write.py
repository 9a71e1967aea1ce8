"""The file as a whole."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import overload

import pytest
from icalendar import Calendar

from planner.errors import InputError
from planner.exchange.ics.entry import Entry, Feed, Remark
from planner.exchange.ics.write import ics_bytes, ics_lines
from tests.exchange.ics.made import entry, feed, keys, lines, values, written

GOLDEN = Path(__file__).with_name("golden.ics")
POST = entry(
    uid="post-7@planner",
    sequence=3,
    created_at=datetime(2026, 11, 1, 7, 5, tzinfo=UTC),
    start=datetime(2026, 12, 1, 18, 30),
    summary="Comment choisir son hébergeur ; trois critères",
    description="Une **question** revient :\n\n- prix\n- lieu, surtout\n\nOffre [/promo] C:\\News 😀",
    html="<p>Une <strong>question</strong> revient : combien ?</p>",
    url="https://example.org/billet",
    categories=("LinkedIn", "aide, conseil"),
    status="TENTATIVE",
    planner_status="ready",
    alarm_minutes=15,
)
SLOT = entry(
    uid="slot-2@planner",
    minutes=90,
    summary="Répondre",
    rule="FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20270630",
    skipped=(date(2026, 12, 24),),
    transparent=False,
)
DAY = entry(uid="day-1@planner", all_day=True, minutes=2880, summary="Salon", status="CANCELLED", alarm_minutes=5)
TORONTO = entry(uid="post-8@planner", zone="America/Toronto", summary="Webinar")


def test_a_small_file_is_as_a_person_read_it() -> None:
    """A change here is meant: read the new file, then write it over the golden one."""
    assert ics_bytes(feed(POST, SLOT, DAY, TORONTO)) == GOLDEN.read_bytes()


def test_unchanged_data_gives_the_same_bytes() -> None:
    entries = (POST, SLOT, DAY, TORONTO)
    assert ics_bytes(feed(*entries)) == ics_bytes(feed(*entries))


def test_icalendar_finds_no_error() -> None:
    calendar = Calendar.from_ical(GOLDEN.read_bytes())
    assert isinstance(calendar, Calendar)
    assert [component.errors for component in calendar.walk() if component.errors] == []
    calendar.validate()  # type: ignore[no-untyped-call]
    assert not calendar.get_missing_tzids()


def test_every_line_ends_and_none_is_long() -> None:
    data = GOLDEN.read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n") == data.count(b"\r")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))


def test_nobody_is_invited() -> None:
    data = GOLDEN.read_bytes()
    assert values(data, "METHOD") == ["PUBLISH"]
    assert b"ORGANIZER" not in data
    assert b"ATTENDEE" not in data


def test_zones_stand_before_events() -> None:
    found = lines(GOLDEN.read_bytes())
    assert values(GOLDEN.read_bytes(), "TZID") == ["America/Toronto", "Europe/Paris"]
    assert max(i for i, line in enumerate(found) if line == "END:VTIMEZONE") < found.index("BEGIN:VEVENT")


def test_a_whole_calendar_has_a_name_and_a_single_entry_none() -> None:
    assert values(ics_bytes(feed(POST)), "X-WR-CALNAME") == ["Calendrier"]
    assert values(ics_bytes(feed(POST, name="")), "X-WR-CALNAME") == []
    assert values(ics_bytes(feed(POST, name="")), "X-WR-TIMEZONE") == ["Europe/Paris"]


def test_both_ways_to_say_how_often_to_look() -> None:
    data = ics_bytes(feed(POST))
    assert values(data, "REFRESH-INTERVAL") == ["VALUE=DURATION:PT6H"]
    assert values(data, "X-PUBLISHED-TTL") == ["PT6H"]


def test_busy_is_said_twice_alike() -> None:
    assert values(ics_bytes(feed(POST)), "TRANSP") == ["TRANSPARENT"]
    assert values(ics_bytes(feed(POST)), "X-MICROSOFT-CDO-BUSYSTATUS") == ["FREE"]
    assert values(ics_bytes(feed(SLOT)), "TRANSP") == ["OPAQUE"]
    assert values(ics_bytes(feed(SLOT)), "X-MICROSOFT-CDO-BUSYSTATUS") == ["BUSY"]


def test_an_all_day_entry_ends_on_the_day_after() -> None:
    data = ics_bytes(feed(DAY))
    assert values(data, "DTSTART") == ["VALUE=DATE:20261126"]
    assert values(data, "DTEND") == ["VALUE=DATE:20261128"]
    assert values(data, "STATUS") == ["CANCELLED"]
    assert b"VALARM" not in data


def test_an_entry_without_a_length_still_ends_after_its_start() -> None:
    data = ics_bytes(feed(entry(minutes=0)))
    assert values(data, "DTEND") == ["TZID=Europe/Paris:20261126T090100"]


def test_an_alarm_at_the_start() -> None:
    assert values(ics_bytes(feed(entry(alarm_minutes=0, summary=""))), "TRIGGER") == ["PT0S"]
    assert values(ics_bytes(feed(entry(alarm_minutes=0, summary=""))), "DESCRIPTION") == ["-"]


def test_html_never_stands_alone() -> None:
    assert values(ics_bytes(feed(POST)), "X-ALT-DESC")[0].startswith("FMTTYPE=text/html:<p>Une ")
    assert values(ics_bytes(feed(entry(html="<p>x</p>"))), "X-ALT-DESC") == []


def test_a_link_that_is_no_address_stays_in_the_text() -> None:
    data, remarks = written(entry(url="/blog/7"))
    assert values(data, "URL") == []
    assert values(data, "DESCRIPTION") == ["/blog/7"]
    assert keys(remarks) == ["link-not-absolute"]


def test_a_long_body_is_cut_and_said() -> None:
    remarks: list[Remark] = []
    long = Feed(name="", zone="Europe/Paris", entries=[entry(description="mot " * 4_000)], cut_note=" (suite)")
    assert values(ics_bytes(long, remarks), "DESCRIPTION")[0].endswith("mot (suite)")
    assert keys(remarks) == ["body-cut"]


@pytest.mark.parametrize("year", [1, 1899, 3000, 9999])
def test_a_slip_of_a_key_in_the_year_costs_that_entry_only(year: int) -> None:
    data, remarks = written(entry(start=datetime(year, 12, 31, 23, 30), rule="FREQ=WEEKLY"), entry(uid="2"))
    assert values(data, "UID") == ["2"]
    assert values(data, "DTSTART")[-1] == "TZID=Europe/Paris:20261126T090000"
    assert keys(remarks) == ["day-out-of-range"]


def test_a_far_day_does_not_take_the_others_off_their_clock() -> None:
    one, far = entry(zone="America/Nuuk"), entry(uid="2", zone="America/Nuuk", start=datetime(2926, 7, 1, 9))
    assert values(written(one, far)[0], "DTSTART")[-2:] == ["TZID=America/Nuuk:20261126T090000", "29260701T100000Z"]


def test_a_large_file_is_said_once() -> None:
    many = [entry(uid=str(number), description="mot " * 1_900) for number in range(125)]
    data, remarks = written(*many)
    assert keys(remarks) == ["file-large"]
    assert remarks[0].values == {"bytes": len(data), "limit": 900_000}


def test_a_calendar_without_entries_is_readable() -> None:
    calendar = Calendar.from_ical(ics_bytes(feed()))
    assert isinstance(calendar, Calendar)
    assert calendar.events == []
    assert [str(zone["TZID"]) for zone in calendar.timezones] == ["Europe/Paris"]


def test_a_zone_that_does_not_exist_is_said() -> None:
    with pytest.raises(InputError, match="zone-unknown"):
        ics_bytes(Feed(name="", zone="Paris\r\nATTENDEE:x", entries=[]))
    with pytest.raises(InputError, match="zone-unknown"):
        ics_bytes(feed(entry(zone="Europe/Atlantis")))


def test_a_stamp_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        ics_bytes(feed(entry(changed_at=datetime(2026, 1, 1))))


class Counted(Sequence[Entry]):
    """Ten entries, made when asked; remembers the last one asked for."""

    asked = -1

    def __len__(self) -> int:
        return 10

    @overload
    def __getitem__(self, index: int) -> Entry: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Entry]: ...
    def __getitem__(self, index: int | slice) -> Entry | Sequence[Entry]:
        assert isinstance(index, int)
        if index >= 10:
            raise IndexError
        self.asked = index
        return entry(uid=f"{index}@planner")


def test_entries_are_written_one_at_a_time() -> None:
    entries = Counted()
    written_parts = ics_lines(Feed(name="", zone="Europe/Paris", entries=entries))
    for part in written_parts:
        if b"UID:3@planner" in part:
            break
    assert entries.asked == 3
    assert part.startswith(b"BEGIN:VEVENT\r\n")
    assert part.endswith(b"END:VEVENT\r\n")

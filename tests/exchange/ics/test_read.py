"""Any .ics file is read in a process of its own: an event a row, whatever is wrong with it."""

from __future__ import annotations

import io
import re
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.errors import InputError
from planner.exchange import apart
from planner.exchange.ics import read_apart
from planner.exchange.ics.foreign import ForeignEvent, Moment, as_json, from_json
from planner.exchange.ics.read import read_ics
from planner.exchange.ics.read_event import html_text
from planner.exchange.ics.read_zone import zone_meant

if TYPE_CHECKING:
    from collections.abc import Callable

    Write = Callable[..., Path]

CORPUS = Path(__file__).parents[2] / "data" / "ics"
FILES = sorted(path for path in CORPUS.rglob("*") if path.is_file() and path.name != "SOURCES.md")
NO_CALENDARS = ("Index_Error.ics", "Type_Error.ics")
"""Bytes of a fuzzer that begin nothing."""
BEGIN = re.compile(r"^BEGIN:(?:VEVENT|VTODO|VJOURNAL)[ \t]*$", re.IGNORECASE | re.MULTILINE)


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write an event of these lines between the ends of a calendar, and give the file."""

    def written(*lines: str, encoding: str = "utf-8", ending: str = "\r\n") -> Path:
        path = tmp_path / "a.ics"
        whole = ["BEGIN:VCALENDAR", "PRODID:-//x//EN", "BEGIN:VEVENT", "UID:1", *lines, "END:VEVENT", "END:VCALENDAR"]
        path.write_bytes((ending.join(whole) + ending).encode(encoding))
        return path

    return written


def only(path: Path) -> ForeignEvent:
    (event,) = read_ics(path).events
    return event


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name[:40])
def test_each_component_of_every_collected_file_is_a_row(path: Path) -> None:
    octets = path.read_bytes()
    text = octets.decode("utf-16" if octets[:2] in (b"\xff\xfe", b"\xfe\xff") else "latin-1")
    expected = len(BEGIN.findall(text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufeff", "")))
    if path.name in NO_CALENDARS:
        with pytest.raises(InputError) as refused:
            read_ics(path)
        assert (refused.value.key, expected) == ("not-ics", 0)
        return
    assert [event.number for event in read_ics(path).events] == list(range(1, expected + 1))


def test_an_event_is_read_with_its_words_its_day_and_its_stamps(write: Write) -> None:
    event = only(write(
        "SUMMARY:Un\\, deux\\; trois", "DESCRIPTION:une ligne\\net une aut", " re", "URL:https://a.example/b?c=%2C",
        "DTSTART;TZID=Europe/Paris:20261124T090000", "DTEND;TZID=Europe/Paris:20261124T101500", "SEQUENCE:3",
        "LAST-MODIFIED:20261101T080000Z", "CATEGORIES:Lettre,Aider", "STATUS:CONFIRMED", "BEGIN:VALARM",
        "DESCRIPTION:not this", "END:VALARM",
    ))  # fmt: skip
    assert (event.summary, event.description) == ("Un, deux; trois", "une ligne\net une autre")
    assert event.start == Moment(date(2026, 11, 24), time(9), "Europe/Paris")
    assert (event.minutes, event.sequence, event.changed) == (75, 3, datetime(2026, 11, 1, 8))
    assert (event.url, event.categories) == ("https://a.example/b?c=%2C", ("Lettre", "Aider"))
    assert event.faults == ()


@pytest.mark.parametrize(
    ("encoding", "guessed"), [("utf-8", False), ("utf-8-sig", False), ("utf-16", False), ("latin-1", True)]
)
@pytest.mark.parametrize("ending", ["\r\n", "\n", "\r"])
def test_letters_and_line_ends_of_every_kind_are_read(write: Write, encoding: str, guessed: bool, ending: str) -> None:
    event = only(write("SUMMARY:Été à Noël", "DTSTART:20261124", encoding=encoding, ending=ending))
    assert (event.summary, event.guessed) == ("Été à Noël", guessed)


def test_a_letter_that_is_folded_in_its_middle_is_whole_again(tmp_path: Path) -> None:
    path = tmp_path / "a.ics"
    path.write_bytes(b"BEGIN:VEVENT\r\nSUMMARY:\xc3\r\n \xa9t\xc3\xa9\r\nDTSTART:20261124\r\nEND:VEVENT\r\n")
    assert only(path).summary == "été"


def test_quoted_printable_and_base64_are_decoded(write: Write) -> None:
    event = only(write(
        "SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:=C9t=E9 =", "et hiver",
        "DESCRIPTION;ENCODING=BASE64:w4l0w6k=", "DTSTART:20261124",
    ))  # fmt: skip
    assert (event.summary, event.description) == ("Été et hiver", "Été")


@pytest.mark.parametrize(
    ("charset", "written", "read"),
    [
        ("utf-8", "=C3=A9", "é"), ("UTF-16LE", "=E9=00", "é"), ("US-ASCII", "e", "e"), ("iso-8859-15", "=A4", "€"),
        ("WINDOWS-1251", "=E9", "й"), ("utf-7", "+AOk-", "+AOk-"), ("punycode", "9ca", "9ca"), ("cp037", "e", "e"),
        ("unicode_escape", "=5Cx41", "\\x41"), ("utf-8-sig", "=C3=A9", "é"), ("nonsense", "=C3=A9", "é"),
    ],
)  # fmt: skip
def test_only_usual_encodings_are_obeyed(write: Write, charset: str, written: str, read: str) -> None:
    line = f"SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET={charset}:{written}"
    assert only(write(line, "DTSTART:20261124")).summary == read


def test_words_are_taken_from_html_when_there_are_no_others(write: Write) -> None:
    rich = "X-ALT-DESC;FMTTYPE=text/html:<html><head><style>p{}</style></head><p>Un &amp\\; deux</p><script>x</script>b"
    assert only(write(rich, "DTSTART:20261124")).description == "Un & deux\nb"
    assert only(write(rich, "DESCRIPTION:ours", "DTSTART:20261124")).description == "ours"
    assert html_text("<img src=x onerror=alert(1)>&lt;b&gt;") == "<b>"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("<b>Agenda</b><br>1. Un<br>2. Deux &amp\\; trois\\nfin", "Agenda\n1. Un\n2. Deux & trois\nfin"),
        ("Un<br />\\ndeux", "Un\ndeux"),
        ("<ul><li>Un</li><li>Deux</li></ul>", "Un\nDeux"),
        ("<html><body><p>Un\\ndeux</p>\\n<p>trois</p></body></html>", "Un deux\ntrois"),
        ('<a href="https://a.example/x?a=1&amp\\;b=2">ici</a>', "ici (https://a.example/x?a=1&b=2)"),
        (
            '<a href="https://a.example/">a.example</a> <i>et</i> <https://b.example>',
            "a.example et <https://b.example>",
        ),
        ("Questions&nbsp\\;: &quot\\;quand&quot\\;", 'Questions\u00a0: "quand"'),
    ],
)
def test_a_description_that_is_html_is_read_as_its_words(write: Write, written: str, read: str) -> None:
    event = only(write(f"DESCRIPTION:{written}", "DTSTART:20261124"))
    assert (event.description, event.html, bool(event.raw)) == (read, True, True)


@pytest.mark.parametrize(
    "written",
    [
        "a < b", "<3", "<b seul", "Voir <https://a.example/?a=1&b=2>", "R&D", "Marks & Co; a &b;", "`<br>` et `</b>`",
        "List<str> et <b>", "1 < 2 > 0", "</", "<me@a.example>", "&amp sans fin",
    ],
)  # fmt: skip
def test_a_description_that_only_looks_like_html_is_left_as_it_is(write: Write, written: str) -> None:
    event = only(write("DESCRIPTION:" + written.replace(";", "\\;"), "DTSTART:20261124"))
    assert (event.description, event.html, event.raw) == (written, False, "")


def test_tags_of_a_record_of_ours_are_its_own_words_and_a_place_is_read(write: Write) -> None:
    ours = only(write("X-PLANNER-RECORD:{}", "DESCRIPTION:<b>x</b>", "LOCATION:Salle 3\\, Lyon", "DTSTART:20261124"))
    assert (ours.description, ours.html, ours.place) == ("<b>x</b>", False, "Salle 3, Lyon")


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("DTSTART:20261324", "DTSTART"), ("DTSTART:hier", "DTSTART"), ("DTSTART:99991231T000000", "DTSTART"),
        ("DTSTART;VALUE:20261124", "DTSTART"), ("DTSTART;TZID=Europe/Paris:20261124T250000", "DTSTART"),
        ("DURATION:1H", "DURATION"), ("EXDATE:20261124T090000,mardi", "EXDATE"), ("DTEND:\x00", "DTEND"),
    ],
)  # fmt: skip
def test_a_value_that_cannot_be_read_is_noted_with_its_property(write: Write, line: str, field: str) -> None:
    faults = only(write(line)).faults
    assert [(fault.key, fault.values["field"]) for fault in faults] == [("event-value", field)]


def test_what_is_broken_spoils_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a.ics"
    good = "BEGIN:VEVENT\nUID:{}\nDTSTART:20261124\nEND:VEVENT\n"
    path.write_text(
        "BEGIN:VCALENDAR\nEND:VALARM\n" + good.format(1) + "BEGIN:VEVENT\nUID:2\nDTSTART:20261124\n"
        + good.format(3) + "END:VCALENDAR\nEND:VCALENDAR\n: \n;;;\n" + good.format(4) + "BEGIN:VTODO\nUID:5\n",
    )  # fmt: skip
    found = {event.uid: [fault.key for fault in event.faults] for event in read_ics(path).events}
    assert found == {"1": [], "2": ["event-unclosed"], "3": [], "4": [], "5": ["event-unclosed"]}


def test_five_thousand_events_inside_each_other_are_five_thousand_rows(tmp_path: Path) -> None:
    path = tmp_path / "a.ics"
    path.write_text("BEGIN:VEVENT\nDTSTART:20261124\n" * 5_000 + "END:VEVENT\n" * 5_000)
    assert len(read_ics(path).events) == 5_000


def test_a_line_too_long_refuses_its_event_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.ics"
    path.write_text(
        "BEGIN:VEVENT\nDTSTART:20261124\nX-A:" + "a" * 3_000_000 + "\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART:20261124\n"
        "DESCRIPTION:" + "\n ".join(["b" * 70] * 2_000) + "\nEND:VEVENT\n"
    )
    long, folded = read_ics(path).events
    assert [fault.key for fault in long.faults] == ["event-line-too-long"]
    assert (folded.faults, len(folded.description)) == ((), 140_000)


def test_an_event_of_very_many_lines_is_refused(write: Write) -> None:
    event = only(write("DTSTART:20261124", *["EXDATE:20261125"] * 30_000))
    assert "event-too-large" in [fault.key for fault in event.faults]


def test_a_file_of_too_many_events_is_refused_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_apart, "MOST_EVENTS", 3)
    lines = b"BEGIN:VEVENT\nEND:VEVENT\n"
    assert len(list(read_apart.answer(io.BytesIO(lines * 3)))) == 4
    with pytest.raises(InputError) as refused:
        list(read_apart.answer(io.BytesIO(lines * 4)))
    assert (refused.value.key, refused.value.values) == ("events-too-many", {"limit": 3})


def test_a_file_over_50_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.ics"
    with path.open("wb") as file:
        file.truncate(apart.MOST_BYTES + 1)
    with pytest.raises(InputError) as refused:
        read_ics(path)
    assert refused.value.key == "file-too-large"


@pytest.mark.parametrize("content", [b"", b"<html>", b"\x00" * 100, b"UID:1\nDTSTART:20261124\n"])
def test_what_is_no_calendar_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.ics"
    path.write_bytes(content)
    with pytest.raises(InputError) as refused:
        read_ics(path)
    assert refused.value.key == "not-ics"


def test_a_folder_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    for path, key in ((tmp_path, "file-unreadable"), (tmp_path / "no.ics", "file-missing")):
        with pytest.raises(InputError) as refused:
            read_ics(path)
        assert refused.value.key == key


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Europe/Paris", "Europe/Paris"), ("Romance Standard Time", "Europe/Paris"), ("tzone://Microsoft/Utc", "UTC"),
        ("/freeassociation.sourceforge.net/Europe/Paris", "Europe/Paris"), ("(UTC+01:00) Brussels", ""),
        ("Customized Time Zone", ""), ("../../etc/passwd", ""), ("/etc/passwd", ""), ("America", ""), ("", ""),
        ("posix/Europe/Paris", ""), ("a" * 10_000, ""), ("\x00", ""),
    ],
)  # fmt: skip
def test_names_of_zones_are_mapped_or_not_known(name: str, meant: str) -> None:
    assert zone_meant(name) == meant


def test_a_zone_of_the_files_own_is_where_the_file_says_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.ics"
    zone = "BEGIN:VTIMEZONE\nTZID:Mine\nX-LIC-LOCATION:Europe/Paris\nEND:VTIMEZONE\n"
    path.write_text(f"BEGIN:VCALENDAR\nX-WR-TIMEZONE:America/Toronto\n{zone}END:VCALENDAR\n")
    file = read_ics(path)
    assert (file.located, file.zone, file.events) == ({"Mine": "Europe/Paris"}, "America/Toronto", [])


MOMENTS = st.builds(
    Moment,
    st.dates(date(1900, 1, 1), date(2200, 12, 31)),
    st.none() | st.times().map(lambda at: at.replace(microsecond=0)),
    st.sampled_from(["", "Europe/Paris"]),
    st.text(max_size=9),
)
EVENTS = st.builds(
    ForeignEvent,
    st.integers(1, 9),
    kind=st.just("VEVENT"),
    summary=st.text(),
    start=st.none() | MOMENTS,
    skipped=st.lists(MOMENTS, max_size=3).map(tuple),
    minutes=st.none() | st.integers(-9, 9),
    rules=st.lists(st.text(min_size=1), max_size=2).map(tuple),
    changed=st.none() | st.datetimes().map(lambda at: at.replace(microsecond=0)),
    html=st.booleans(),
    raw=st.text(),
    place=st.text(),
    faults=st.just(()),
)


def test_faults_go_through_the_pipe() -> None:
    fault = InputError("event-value", field="DTSTART", value="hier")
    (found,) = from_json(as_json(ForeignEvent(1, faults=(fault,)))).faults
    assert (found.key, found.values) == (fault.key, fault.values)


@given(EVENTS)
def test_an_event_goes_through_the_pipe_unchanged(event: ForeignEvent) -> None:
    assert from_json(as_json(event)) == event


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from([
    b"BEGIN:VCALENDAR", b"BEGIN:VEVENT", b"END:VEVENT", b"END:VCALENDAR", b"BEGIN:VALARM", b"DTSTART:20261124",
    b"DTSTART;TZID=:2", b" folded", b"\xff\xfe", b"UID", b"RRULE:FREQ=SECONDLY", b"X-ALT-DESC:<p", b"\x00", b"=",
    b'DESCRIPTION;ALTREP="a:b', b"RDATE;VALUE=PERIOD:20261124T090000Z/PT1H", b"RECURRENCE-ID;RANGE=X:1",
]), max_size=40))  # fmt: skip
def test_lines_in_any_order_give_rows_or_a_refusal(tmp_path: Path, lines: list[bytes]) -> None:
    path = tmp_path / "a.ics"
    path.write_bytes(b"BEGIN:VCALENDAR\n" + b"\n".join(lines))
    events = read_ics(path).events
    assert [event.number for event in events] == list(range(1, len(events) + 1))

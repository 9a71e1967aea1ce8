"""Text is data: no field brings a line of its own, and each is read back as it was after the gate."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from icalendar.parser import unescape_backslash

from planner.exchange.ics.entry import Feed
from planner.exchange.ics.text import CONTROLS, category, escaped, one_line, plain
from planner.exchange.ics.write import ics_bytes
from tests.exchange.ics.made import entry, lines, values

ESCAPED = (",", ";", "\\", "\\n", "\\N", '"', ":", "^n", "=", "<b>", "%0D%0A")
ENDS = (
    "\r",
    "\n",
    "\r\n",
    "\x85",
    "\u2028",
    "\x0b",
    "\x0c",
    "\r\nBEGIN:VEVENT\r\n",
    "\nATTENDEE:mailto:a@b.c",
)
SEEN = ("😀", "é", "[/promo]", "[#hash]", "\t", " ", "END:VCALENDAR", "a" * 70)
UNSEEN = ("\x00", "\x1b[31m", "\u202e", "\ud800", "\ufeff")
PIECES = st.sampled_from((*ESCAPED, *ENDS, *SEEN, *UNSEEN))
TEXT = st.lists(PIECES | st.text(max_size=5), max_size=8).map("".join)
NAMES = {
    *("BEGIN", "END", "VERSION", "PRODID", "CALSCALE", "METHOD", "X-WR-CALNAME", "X-WR-TIMEZONE"),
    *(
        "REFRESH-INTERVAL",
        "X-PUBLISHED-TTL",
        "TZID",
        "TZNAME",
        "TZOFFSETFROM",
        "TZOFFSETTO",
        "DTSTART",
        "RRULE",
    ),
    *(
        "DTEND",
        "UID",
        "SUMMARY",
        "DESCRIPTION",
        "X-ALT-DESC",
        "URL",
        "CATEGORIES",
        "DTSTAMP",
        "LAST-MODIFIED",
    ),
    *("SEQUENCE", "STATUS", "TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS", "X-PLANNER-STATUS", "ACTION", "TRIGGER"),
}
ONCE = ("UID", "SUMMARY", "X-ALT-DESC", "CATEGORIES", "X-WR-CALNAME", "METHOD")


@given(TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT)
def test_no_text_brings_a_line_and_each_comes_back(
    uid: str, summary: str, description: str, html: str, url: str, label: str, status: str, name: str
) -> None:
    one = entry(
        uid=f"u{uid}",
        summary=f"s{summary}",
        description=f"d{description}",
        html=f"h{html}",
        url=f"https://example.org/{url}",
        categories=(f"c{label}",),
        planner_status=f"p{status}",
        alarm_minutes=5,
    )
    data = ics_bytes(Feed(name=f"n{name}", zone="Europe/Paris", entries=[one], cut_note=description))
    calendar = Calendar.from_ical(data)
    assert isinstance(calendar, Calendar)
    (event,) = calendar.events
    names = Counter(line.partition(":")[0].partition(";")[0] for line in lines(data))
    assert names["BEGIN"] == names["END"] == 6
    assert set(names) <= NAMES
    assert all(names[once] == 1 for once in ONCE)
    assert (names["DESCRIPTION"], names["URL"]) in ((2, 0), (2, 1))
    assert event.errors == []
    assert event["UID"] == one_line(one.uid)
    assert event["SUMMARY"] == one_line(one.summary)
    assert str(event["DESCRIPTION"]).startswith(plain(one.description))
    assert values(data, "CATEGORIES") == [escaped(category(f"c{label}"))]
    assert unescape_backslash(str(event["X-PLANNER-STATUS"])) == one_line(one.planner_status)
    assert unescape_backslash(str(calendar["X-WR-CALNAME"])) == one_line(f"n{name}")
    assert unescape_backslash(str(event["X-ALT-DESC"])) == plain(one.html)
    assert not CONTROLS.search(data.decode().replace("\r\n", ""))

"""How long the .ics file takes, as a ratio to plain icalendar use with the same properties.

Run by hand: `python -m tests.benchmarks.ics_speed [posts] [rounds]`. Both in turn; the median of all ratios
is the result. The limit is 0.4 for 1,000 posts and more.
"""

import sys
import tracemalloc
from datetime import UTC, datetime, timedelta
from statistics import median
from time import perf_counter
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vText

from planner.exchange.ics.entry import Entry, Feed
from planner.exchange.ics.record import Record, written
from planner.exchange.ics.write import ics_bytes, ics_lines

SENTENCE = "Un client m’a demandé, hier, combien coûte l’hébergement ; voici mes trois critères. "
CHANGED = datetime(2026, 11, 20, 8, 30, tzinfo=UTC)
LIMIT = 0.4


def posts(count: int) -> list[Entry]:
    """Posts of 150 words with their HTML, one every hour and a half."""
    body = "\n\n".join([SENTENCE * 4] * 3)
    return [
        Entry(
            uid=f"post-{number}@planner",
            sequence=number % 5,
            changed_at=CHANGED,
            created_at=CHANGED,
            start=datetime(2026, 11, 20) + timedelta(minutes=90 * number),
            zone="Europe/Paris",
            minutes=30,
            summary=f"Publication {number} : choisir son hébergeur",
            description=body,
            html=f"<p>{body}</p>",
            url=f"https://example.org/{number}",
            categories=("LinkedIn", "aide"),
            planner_status="ready",
            record=Record(
                "post",
                of=f"post-{number}@planner",
                title=f"Publication {number} : choisir son hébergeur",
                network="LinkedIn",
                need="Combien coûte un hébergement ?",
                purpose="help",
                status="ready",
                next_step="Écrire à l’auteur",
                link=f"https://example.org/{number}",
                minutes=(45, 30, 30),
                body=len(body),
                day="2026-11-20",
                time="09:00:00",
            ),
        )
        for number in range(count)
    ]


def plain_use(entries: list[Entry]) -> bytes:
    """The same properties through Event.add and Calendar.to_ical."""
    calendar, zone = Calendar(), ZoneInfo("Europe/Paris")
    calendar.add("prodid", "-//planner//planner//EN")
    calendar.add("version", "2.0")
    for entry in entries:
        event = Event()
        event.add("uid", entry.uid)
        event.add("dtstart", entry.start.replace(tzinfo=zone))
        event.add("dtend", (entry.start + timedelta(minutes=entry.minutes)).replace(tzinfo=zone))
        event.add("summary", entry.summary)
        event.add("description", entry.description)
        event.add("x-alt-desc", vText(entry.html, params={"FMTTYPE": "text/html"}))
        event.add("url", entry.url)
        event.add("categories", list(entry.categories))
        event.add("dtstamp", entry.changed_at)
        event.add("last-modified", entry.changed_at)
        event.add("created", entry.created_at)
        event.add("sequence", entry.sequence)
        event.add("status", entry.status)
        event.add("transp", "TRANSPARENT")
        event.add("x-microsoft-cdo-busystatus", "FREE")
        event.add("x-planner-status", entry.planner_status)
        if entry.record:
            event.add("x-planner-record", written(entry.record))
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def peak(feed: Feed) -> float:
    """Megabytes at most while the file is written in pieces and thrown away."""
    tracemalloc.start()
    for _ in ics_lines(feed):
        pass
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most / 1e6


def main(count: int = 1_000, rounds: int = 5) -> None:
    """Print the ratio, and the memory of writing in pieces."""
    entries = posts(count)
    feed = Feed(name="Calendrier", zone="Europe/Paris", entries=entries)
    ratios, size = [], 0
    for _ in range(rounds):
        start = perf_counter()
        plain_use(entries)
        middle = perf_counter()
        size = len(ics_bytes(feed))
        ratios.append((perf_counter() - middle) / (middle - start))
    ratio = median(ratios)
    print(f"{count} posts, {size} bytes: ours / plain icalendar = {ratio:.3f} (limit {LIMIT})")
    print(f"memory while writing in pieces: {peak(feed):.2f} MB")
    sys.exit(0 if ratio <= LIMIT else 1)


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))

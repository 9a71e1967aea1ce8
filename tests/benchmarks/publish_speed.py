"""How long it takes to bring a published file up to date after one edit, as a ratio to a whole export.

Run by hand: `python -m tests.benchmarks.publish_speed [posts] [rounds] [whole|year|years]`. In each round the
calendar is exported whole (`export_ics`, one file, as a person would), then edited once and published, for each kind of
edit; the median of a kind's ratios is its result. The limit is 0.05 for 10,000 posts. `year` publishes a file of one
year, `years` a folder with a file for each year.
"""

from __future__ import annotations

import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from planner.desk import posts
from planner.desk.bundle import Labels
from planner.desk.publish import Asking, publish, publish_in, publish_to
from planner.desk.send import export_ics
from planner.store.outlets import note_published, outlets
from tests.benchmarks.ics_speed import SENTENCE
from tests.made import Clock, fill, fresh

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.desk.desk import Desk

LIMIT = 0.05
BEGINNING = date(2026, 11, 24)
ASKING = Asking({"en": Labels()})
POST = (
    "INSERT INTO post (uid, title, body, network_id, need_id, status, day, time, link)"
    " VALUES (?, ?, ?, 1, 1, 'ready', ?, '09:00:00.000000', ?)"
)
STAMP = (
    "INSERT INTO stamp (record, id, revision, created_at, changed_at)"
    " SELECT 'post', id, 1, '2026-11-23 08:00:00.000000', '2026-11-23 08:00:00.000000' FROM post WHERE id > 10"
)


def filled(folder: Path, count: int) -> Desk:
    """A calendar of so many posts of 150 words, sixteen a day."""
    desk = fill(fresh(folder, "many", Clock()))
    body = "\n\n".join([SENTENCE * 4] * 3)
    with desk.database.writing() as connection:
        connection.executemany(
            POST,
            [
                (
                    f"post-{number}@planner",
                    f"Publication {number} : choisir son hébergeur",
                    body,
                    (BEGINNING + timedelta(days=number // 16)).isoformat(),
                    f"https://example.org/{number}",
                )
                for number in range(count)
            ],
        )
        connection.execute(STAMP)
    return desk


def edits(desk: Desk, number: int) -> dict[str, Callable[[], object]]:
    """What a person does to one post, each on a post of its own in the middle of the calendar."""
    first = 100 + 7 * number
    return {
        "text": lambda: posts.write(desk, first, body=f"Un autre texte, le {number}."),
        "day": lambda: posts.nudge(desk, first + 1, 3),
        "removal": lambda: posts.delete(desk, first + 2),
        "new post": lambda: posts.plan(desk, title=f"Nouvelle {number}", day=BEGINNING, body="Un texte."),
    }


def seconds(what: Callable[[], object]) -> float:
    """How long a call takes."""
    start = perf_counter()
    what()
    return perf_counter() - start


def begin(desk: Desk, folder: Path, what: str) -> None:
    """Publish the calendar for the first time."""
    if what == "years":
        publish_in(desk, folder, {}, ASKING)
    else:
        publish_to(desk, folder / "published.ics", {"year": BEGINNING.year + 1} if what == "year" else {}, ASKING)


def main(count: int = 10_000, rounds: int = 5, what: str = "whole") -> None:
    """Print each edit's ratio, and what a whole publication takes."""
    ratios: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        desk = filled(folder, count)
        begin(desk, folder, what)
        for number in range(rounds):
            whole = seconds(lambda: export_ics(desk, folder / "export.ics", large=True))
            for kind, edit in edits(desk, number).items():
                edit()
                ratios.setdefault(kind, []).append(seconds(lambda: publish(desk, ASKING)) / whole)
            ratios.setdefault("nothing", []).append(seconds(lambda: publish(desk, ASKING)) / whole)
        places = outlets(desk.database)
        size = sum(Path(outlet.place).stat().st_size for outlet in places)
        for outlet in places:
            note_published(desk.database, outlet.id, -1)
        again = seconds(lambda: publish(desk, ASKING)) / seconds(
            lambda: export_ics(desk, folder / "export.ics", large=True)
        )
        desk.close()
    print(f"{count} posts, {len(places)} files, {size} bytes; publish / whole export (limit {LIMIT}):")
    for kind, found in ratios.items():
        print(f"  {kind}: {median(found):.4f} (from {min(found):.4f} to {max(found):.4f})")
    print(f"  written whole: {again:.2f}")
    sys.exit(0 if all(median(found) <= LIMIT for found in ratios.values()) else 1)


if __name__ == "__main__":
    posts_asked, rounds_asked, what_asked = [*sys.argv[1:], *("10000", "5", "whole")[len(sys.argv) - 1 :]]
    main(int(posts_asked), int(rounds_asked), what_asked)

"""A feed as several files: one for each network, each kind or each year, and those of earlier exports beside them."""

from __future__ import annotations

import glob
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from planner.desk.bundle import LAST_DAY, takes_place
from planner.exchange.ics.write import PART, is_anothers, is_ours
from planner.model.links import slug
from planner.places import file_stem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from planner.exchange.ics.entry import Entry, Feed

SPLITS = ("network", "kind", "year")
"""What a calendar can be split by."""
BEGINNING_OF_FILE = 2_000


class Part(NamedTuple):
    """One file of several: what its name has after the stem, and what is in it."""

    slug: str
    feed: Feed


def parts(feed: Feed, split: str, kinds: Mapping[str, str], elsewhere: str, network: str = "network") -> list[Part]:
    """The feed's parts in order of their names; by year, each entry stands where a published file has it.

    A series has its days of each year in that year's part, and goes on in the last one: no later file will follow (see
    `publish_years`).

    A part is called by its words, also in the name of its file: an export in another language has other files, and
    those of the earlier one are emptied (see `standing_parts`).

    Args:
        feed: all entries.
        split: one of `SPLITS`.
        kinds: what each kind is called.
        elsewhere: what is called that stands on no network.
        network: what a file is called whose network has a name without any letter for it.
    """
    found: dict[str, list[Entry]] = {}
    for key, entry in _in_years(feed) if split == "year" else map(_belonging(split), feed.entries):
        found.setdefault(key, []).append(entry)
    words = {"": elsewhere} if split == "network" else kinds
    called = {key: words.get(key, key) for key in sorted(found)}
    made = []
    for (key, word), file in zip(called.items(), _slugs(called.values(), network), strict=True):
        name = f"{feed.name} – {word}" if feed.name else word
        made.append(Part(file, _named(feed, found[key], name, split)))
    return sorted(made, key=lambda part: (slug(part.slug), part.slug))


def by_year(part: Part) -> list[Part]:
    """A part that is too large, a year each."""
    split = part.feed.part
    years = parts(part.feed, "year", {}, "")
    return [Part(f"{part.slug}-{year.slug}", replace(year.feed, part=split)) for year in years]


def _named(feed: Feed, entries: list[Entry], name: str, split: str) -> Feed:
    """A part of the feed; one of a single event has no name (MS-OXCICAL, X-WR-CALNAME)."""
    return replace(feed, entries=entries, name=name if len(entries) != 1 else "", part=split)


def _belonging(split: str) -> Callable[[Entry], tuple[str, Entry]]:
    if split == "kind":
        return lambda entry: (entry.kind, entry)
    return lambda entry: (entry.network, entry)


def _in_years(feed: Feed) -> Iterator[tuple[str, Entry]]:
    """Each entry with its year, a series with each of the years in which it has days.

    A year in which nothing begins has no part: its days stand in the part before it.
    """
    posts = {entry.uid: entry.start.year for entry in feed.entries}
    of_each = [posts.get(entry.record.of if entry.record else "", entry.start.year) for entry in feed.entries]
    years = sorted(set(of_each))
    for year, entry in zip(of_each, feed.entries, strict=True):
        if not entry.rule or len(years) == 1:
            yield str(year), entry
            continue
        for begins, ends in zip(years, [*years[1:], None], strict=True):
            since, until = date(begins, 1, 1), date(ends - 1, 12, 31) if ends else None
            if takes_place(entry.start.date(), entry.rule, entry.skipped, since, until or LAST_DAY):
                yield str(begins), replace(entry, since=since, until=until)


def _slugs(names: Iterable[str], nameless: str) -> list[str]:
    """A name for each file, made as a calendar's own is; names that come to the same one, or to none, are counted."""
    taken: dict[str, int] = {}
    made = []
    for name in names:
        short = _cut(file_stem(name)) or file_stem(nameless)
        taken[short] = taken.get(short, 0) + 1
        made.append(short if taken[short] == 1 else f"{short}-{taken[short]}")
    return made


def _cut(name: str) -> str:
    """At most 60 bytes of it: a name of Chinese letters is three times as long, and 255 are the most of all."""
    return name.encode()[:60].decode(errors="ignore").strip("-")


def part_path(path: Path, slug: str) -> Path:
    """Where a part stands: beside `path`, under its name and the part's."""
    return path.with_name(f"{path.stem}-{slug}{path.suffix}")


def standing_parts(path: Path, split: str, calendar: str) -> list[Path]:
    """The parts of `path` that earlier exports of this calendar with this split wrote, in whichever language.

    They are known by what stands at their head; of their names only the beginning and the ending count.
    """
    found = path.parent.glob(f"{glob.escape(path.stem)}-*{glob.escape(path.suffix)}")
    return sorted(file for file in found if _is_part(file, split, calendar))


def _is_part(path: Path, split: str, calendar: str) -> bool:
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            head = file.read(BEGINNING_OF_FILE)
    except OSError:
        return False
    return is_ours(head) and f"\r\n{PART}:{split}\r\n".encode() in head and not is_anothers(head, calendar)

"""A feed as several files: one for each network, each kind or each year, and those of earlier exports beside them."""

from __future__ import annotations

import glob
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from planner.exchange.ics.write import PART, is_anothers, is_ours
from planner.model.links import slug

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from planner.exchange.ics.entry import Entry, Feed

SPLITS = ("network", "kind", "year")
"""What a calendar can be split by."""
BEGINNING_OF_FILE = 2_000


class Part(NamedTuple):
    """One file of several: what its name has after the stem, and what is in it."""

    slug: str
    feed: Feed


def parts(feed: Feed, split: str, kinds: Mapping[str, str], elsewhere: str) -> list[Part]:
    """The feed's parts in order of their names; a series stands in the year it begins.

    Args:
        feed: all entries.
        split: one of `SPLITS`.
        kinds: what each kind is called.
        elsewhere: what is called that stands on no network.
    """
    belongs = _belonging(split)
    found: dict[str, list[Entry]] = {}
    for entry in feed.entries:
        found.setdefault(belongs(entry), []).append(entry)
    names = {"": elsewhere} if split == "network" else dict(kinds)
    ordered, made = sorted(found), []
    for key, file in zip(ordered, _slugs(ordered), strict=True):
        name = f"{feed.name} – {names.get(key, key)}" if feed.name else names.get(key, key)
        made.append(Part(file, _named(feed, found[key], name, split)))
    return made


def by_year(part: Part) -> list[Part]:
    """A part that is too large, a year each."""
    split = part.feed.part
    years = parts(part.feed, "year", {}, "")
    return [Part(f"{part.slug}-{year.slug}", replace(year.feed, part=split)) for year in years]


def _named(feed: Feed, entries: list[Entry], name: str, split: str) -> Feed:
    """A part of the feed; one of a single event has no name (MS-OXCICAL, X-WR-CALNAME)."""
    return replace(feed, entries=entries, name=name if len(entries) != 1 else "", part=split)


def _belonging(split: str) -> Callable[[Entry], str]:
    if split == "year":
        return lambda entry: str(entry.start.year)
    if split == "kind":
        return lambda entry: entry.kind
    return lambda entry: entry.network


def _slugs(names: list[str]) -> list[str]:
    """A name for each file: letters any disk takes; names that come to the same one, or to none, are counted."""
    taken: dict[str, int] = {}
    made = []
    for name in names:
        short = slug(name)[:60] or ("none" if not name else "network")
        taken[short] = taken.get(short, 0) + 1
        made.append(short if taken[short] == 1 else f"{short}-{taken[short]}")
    return made


def part_path(path: Path, slug: str) -> Path:
    """Where a part stands: beside `path`, under its name and the part's."""
    return path.with_name(f"{path.stem}-{slug}{path.suffix}")


def standing_parts(path: Path, split: str, calendar: str) -> list[Path]:
    """The parts of `path` that earlier exports of this calendar with this split wrote."""
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

"""The files of a calendar that is published by year: what they are called, and which of them belong together."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from planner.store.outlets import Outlet

CURRENT = "current"
"""In the place of a year: the one in which the file is published, so that it moves along."""
YEAR_ADDED = "outlet-year-added"
"""The remark of which every door tells: there is a file that nobody is subscribed to yet."""
BY_YEAR = "by_year"
"""Says of a file of one year that it is one of several, and that a year without a file gets one by itself."""
NO_MORE = "no_more"
"""The years whose files a person does not want any more; the other years' files remember them."""


def year_file(base: Path, year: int) -> Path:
    """The file of one year, beside the one that would hold all of them."""
    return base.with_name(f"{base.stem}-{year}{base.suffix}")


def base_of(outlet: Outlet) -> Path:
    """The file that would hold all the years, of one that is published by year."""
    file, year = Path(outlet.place), outlet.options["year"]
    return file.with_name(file.stem.removesuffix(f"-{year}") + file.suffix)


def group_of(outlet: Outlet, known: Collection[Outlet]) -> list[Outlet]:
    """The files of the same calendar published by year, among those known."""
    base = base_of(outlet)
    return [other for other in known if other.options.get(BY_YEAR) and base_of(other) == base]


def by_year_in(folder: Path, known: Collection[Outlet]) -> list[Outlet]:
    """The files of a calendar published by year in a folder."""
    return [outlet for outlet in known if outlet.options.get(BY_YEAR) and Path(outlet.place).parent == folder]


def not_wanted(group: Collection[Outlet]) -> set[int]:
    """The years of which a person wants no file any more."""
    return {year for outlet in group for year in outlet.options.get(NO_MORE, [])}


def as_asked_for(options: Mapping[str, Any], networks: Mapping[int, str]) -> str:
    """What goes to a place, as the options of `planner publish` that say so; see `each_asked_for`."""
    return " ".join(each_asked_for(options, networks))


def each_asked_for(
    options: Mapping[str, Any], networks: Mapping[int, str], words: Mapping[str, str] | None = None
) -> list[str]:
    """What goes to a place, each option of `planner publish` that says so.

    Args:
        options: those of an outlet.
        networks: the name of each network of the calendar.
        words: what the kinds and `CURRENT` are called; their names in a file when absent.
    """
    words = words or {}
    year = options.get("year")
    said = [f"--year {words.get(str(year), year)}"] if year else []
    if options.get("network") is not None:
        said.append(f"--network {shlex.quote(networks.get(options['network'], '?'))}")
    if options.get("without"):
        said.append(f"--without {','.join(words.get(kind, kind) for kind in options['without'])}")
    if options.get("alarm") is not None:
        said.append(f"--alarm {options['alarm']}")
    return said + [f"--{name}" for name in ("html", "readable") if options.get(name)]

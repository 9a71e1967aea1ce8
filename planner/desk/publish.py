"""Calendars elsewhere that are kept up to date: each place, and what brings it there.

The screen does so after each change, for files, in the background; the command line after a command that changed
something, and for every place on `planner publish`.
"""

from __future__ import annotations

import json
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from planner.desk.publish_by_year import (
    BY_YEAR,
    NO_MORE,
    YEAR_ADDED,
    base_of,
    by_year_in,
    group_of,
    not_wanted,
    year_file,
)
from planner.desk.publish_differing import differing_at
from planner.errors import InputError, OutsideError, PlannerError
from planner.exchange.ics.entry import Remark
from planner.store import changed
from planner.store.outlets import Outlet, add_outlet, forget_outlet, forget_refused, keep_outlet, outlets

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from planner.desk.bundle import Labels
    from planner.desk.desk import Desk

FILE = "file"
SUFFIX = ".ics"


class PlaceOutcome(NamedTuple):
    """What became of one place: how much was changed there, what must be said of it, and why it was refused."""

    outlet: Outlet
    changed: int
    remarks: list[Remark]
    error: PlannerError | None = None


class Asking(NamedTuple):
    """What whoever publishes brings along.

    Attributes:
        labels: the words of exported events, by language.
        force: replace what planner did not write.
        password: asks a person for a password; None when nobody is there.
    """

    labels: Mapping[str, Labels]
    force: bool = False
    password: Callable[..., str] | None = None

    def labels_for(self, outlet: Outlet) -> Labels:
        """The words of the language in which the place was first published, whoever brings it up to date."""
        return self.labels.get(str(outlet.options.get("language")), next(iter(self.labels.values())))


def _file(desk: Desk, outlet: Outlet, asking: Asking) -> Any:
    from planner.desk.publish_file import bring_up_to_date

    return bring_up_to_date(desk, outlet, asking.labels_for(outlet), force=asking.force)


def _caldav(desk: Desk, outlet: Outlet, asking: Asking) -> Any:
    return import_module("planner.desk.publish_caldav").bring_up_to_date(
        desk, outlet, asking.password, force=asking.force
    )


WAYS: dict[str, Callable[[Desk, Outlet, Asking], Any]] = {FILE: _file, "caldav": _caldav}
"""What brings each kind of place up to date; each gives `changed` and `remarks`."""


def publish(desk: Desk, asking: Asking, kinds: Collection[str] | None = None) -> list[PlaceOutcome]:
    """Bring every place up to date, of all kinds or of some; one that refuses does not keep the others waiting.

    A calendar that is published by year gets a file for each year that has none yet.
    """
    known = [outlet for outlet in outlets(desk.database) if kinds is None or outlet.kind in kinds]
    added = [] if desk.readonly else list(_years_added(desk, known, asking))
    return [_published(desk, outlet, asking) for outlet in known] + added


def publish_to(desk: Desk, file: Path, options: Mapping[str, Any], asking: Asking) -> PlaceOutcome:
    """Keep a file up to date from now on, and write it; a place that refuses at once is not remembered.

    Raises:
        CalendarError: the calendar is locked or takes no changes.
    """
    known = {outlet.place: outlet for outlet in outlets(desk.database)}
    outlet = keep_outlet(desk.database, FILE, str(file), options)
    before = known.get(outlet.place)
    if before and before.options.get("readable") and not options.get("readable"):
        _read_by_its_owner_alone(before)
    done = _published(desk, outlet, asking)
    if done.error is not None and not before:
        forget_refused(desk.database, outlet.id)
    return done


def publish_in(desk: Desk, place: Path, options: Mapping[str, Any], asking: Asking) -> list[PlaceOutcome]:
    """Keep a file up to date from now on; in a folder a file for each year, when one would be too large.

    Who is subscribed to a file is subscribed to no other: a file that is kept up to date already stays one.

    Raises:
        InputError: `outlet-unclear`, or `outlet-network-gone`.
        OutsideError: `outlet-missing`.
        CalendarError: the calendar is locked or takes no changes.
    """
    file = outlet_file(desk, place, options.get("year"))
    before = {outlet.place: outlet for outlet in outlets(desk.database)}
    if "year" in options:
        kept = before[str(file)].options if str(file) in before else {}
        same = kept.get(BY_YEAR) and kept["year"] == options["year"]
        stays = {name: kept[name] for name in (BY_YEAR, NO_MORE) if same and name in kept}
        return [publish_to(desk, file, {**options, **stays}, asking)]
    if not absolute(place).is_dir() or str(file) in before:
        return [publish_to(desk, file, options, asking)]
    standing = by_year_in(file.parent, before.values())
    years = set(_years(desk, options)) | {int(outlet.options["year"]) for outlet in standing}
    if not standing and (len(years) <= 1 or not _too_large(desk, file, options, asking)):
        return [publish_to(desk, file, options, asking)]
    base = base_of(standing[0]) if standing else file
    every = [
        publish_to(desk, year_file(base, year), {**options, "year": year, BY_YEAR: True}, asking)
        for year in sorted(years)
    ]
    names = ", ".join(Path(one.outlet.place).name for one in every if one.error is None)
    every[0].remarks.insert(0, Remark("outlet-by-year", {"files": names}))
    return every


def kept(desk: Desk) -> list[tuple[Outlet, bool]]:
    """The places that are kept up to date, and whether all that was changed stands there, untouched by others."""
    return [(outlet, reached(desk, outlet) and _untouched(desk, outlet)) for outlet in outlets(desk.database)]


def reached(desk: Desk, outlet: Outlet) -> bool:
    """Whether the last change of the calendar was brought to a place."""
    return outlet.revision == changed.revision(desk.database)


def keeps_files(desk: Desk) -> bool:
    """Whether a file is kept up to date."""
    return any(outlet.kind == FILE for outlet in outlets(desk.database))


def options_before(desk: Desk, place: Path) -> dict[str, Any]:
    """What goes to a place that is kept up to date already; of a folder with a file for each year, without the year."""
    found = published_at(desk, str(place))
    if not found:
        return {}
    of_years = (BY_YEAR, NO_MORE, "year") if absolute(place).is_dir() and found[0].options.get(BY_YEAR) else ()
    return {name: value for name, value in found[0].options.items() if name not in of_years}


def events_in(file: Path) -> tuple[int, int]:
    """How many events stand in a published file, and how many of them are cancelled; none in one that is gone."""
    from planner.desk.send import CANCELLED, EVENT

    try:
        written = file.read_bytes()
    except OSError:
        return 0, 0
    return written.count(EVENT), written.count(CANCELLED)


def missing(outlet: Outlet) -> bool:
    """Whether a file that is kept up to date is gone."""
    from planner.desk.publish_left import known_by

    return outlet.kind == FILE and known_by(Path(outlet.place)) is None


def _untouched(desk: Desk, outlet: Outlet) -> bool:
    """Whether a file is the one that planner left; of a server, whether nothing differed when it was asked last."""
    from planner.desk.publish_left import stands

    return stands(outlet, desk.today()) if outlet.kind == FILE else not differing_at(outlet)


def published_at(desk: Desk, place: str) -> list[Outlet]:
    """The places that a person names, as they are remembered: by an address, a file, or the files' folder.

    A folder stands for the file of the calendar's name in it or, where there is none, for those of its years.
    """
    known = outlets(desk.database)
    names = {place, f"{place}/"}
    try:
        names.add(str(outlet_file(desk, Path(place))))
    except PlannerError:
        names.add(str(absolute(Path(place))))
    found = [outlet for outlet in known if outlet.place in names]
    folder = absolute(Path(place))
    return found or by_year_in(folder, known) or [outlet for outlet in known if _of_a_year(desk, outlet, folder)]


def _of_a_year(desk: Desk, outlet: Outlet, folder: Path) -> bool:
    """Whether an outlet is the file of one year that `planner publish FOLDER --year` keeps."""
    year = outlet.options.get("year")
    return isinstance(year, int) and folder.is_dir() and outlet_file(desk, folder, year) == Path(outlet.place)


def forget(desk: Desk, outlet: Outlet) -> None:
    """Keep a place up to date no longer; what stands there stays. Its year gets no other file by itself."""
    forget_outlet(desk.database, outlet.id)
    if outlet.options.get(BY_YEAR):
        group = group_of(outlet, outlets(desk.database))
        years = sorted({*not_wanted(group), outlet.options["year"]})
        for other in group:
            keep_outlet(desk.database, FILE, other.place, {**other.options, NO_MORE: years})


def outlet_file(desk: Desk, place: Path, year: int | str | None = None) -> Path:
    """The file that a person means: itself, or one of the calendar's name in a folder, with the year if it has one.

    Raises:
        InputError: `outlet-unclear` when it is neither a folder nor a name that ends in .ics.
        OutsideError: `outlet-missing` when it is called as a folder is, and there is none.
    """
    place = absolute(place)
    if place.is_dir():
        file = place / f"{desk.path.stem}{SUFFIX}"
        return year_file(file, year) if isinstance(year, int) else file
    if place.suffix.lower() != SUFFIX:
        if not place.suffix and not place.exists():
            raise OutsideError("outlet-missing", folder=str(place))
        raise InputError("outlet-unclear", file=str(place))
    return place


def absolute(place: Path) -> Path:
    """The place from the root on; a link on the way stays one, so that it may be pointed elsewhere."""
    return Path(place.expanduser().absolute())


def _published(desk: Desk, outlet: Outlet, asking: Asking) -> PlaceOutcome:
    try:
        done = WAYS[outlet.kind](desk, outlet, asking)
    except PlannerError as error:
        return PlaceOutcome(outlet, 0, [], error)
    return PlaceOutcome(outlet, done.changed, done.remarks)


def _years_added(desk: Desk, known: Collection[Outlet], asking: Asking) -> Iterator[PlaceOutcome]:
    """The files of years that had none, in calendars that are published by year."""
    groups = {base_of(outlet): outlet for outlet in known if outlet.options.get(BY_YEAR)}
    for base, latest in groups.items():
        group = group_of(latest, known)
        have = {outlet.options["year"] for outlet in group}
        for year in sorted({*_years(desk, latest.options)} - have - not_wanted(group)):
            file = year_file(base, year)
            outlet = add_outlet(desk.database, FILE, str(file), {**latest.options, "year": year})
            if outlet is None:
                continue
            done = _published(desk, outlet, asking)
            if done.error is not None:
                forget_refused(desk.database, outlet.id)
            else:
                done.remarks.insert(0, Remark(YEAR_ADDED, {"year": str(year), "file": str(file)}))
            yield done


def _years(desk: Desk, options: Mapping[str, Any]) -> list[int]:
    from planner.desk.publish_years import years_planned

    return years_planned(desk, options)


def _too_large(desk: Desk, file: Path, options: Mapping[str, Any], asking: Asking) -> bool:
    """Whether one file of the whole calendar would be larger than what Google Calendar reads."""
    from planner.desk.publish_file import size_alone
    from planner.exchange.ics.write import SIZE_LIMIT

    outlet = Outlet(0, FILE, str(file), "", dict(options), -1, "")
    return size_alone(desk, outlet, asking.labels_for(outlet)) > SIZE_LIMIT


def _read_by_its_owner_alone(outlet: Outlet) -> None:
    """Take back that everybody on this machine may read a file, from a file that stands as planner left it."""
    from planner.desk.publish_left import known_by

    if outlet.mark.startswith(f"[{json.dumps(known_by(Path(outlet.place)))}, "):
        with suppress(OSError):
            Path(outlet.place).chmod(0o600)

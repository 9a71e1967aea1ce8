"""Calendars elsewhere that are kept up to date: each place, and what brings it there.

The screen does so after each change, for files, in the background; the command line after a command that changed
something, and for every place on `planner publish`.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from planner.errors import InputError, PlannerError
from planner.store import changed
from planner.store.outlets import forget_outlet, keep_outlet, outlets

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from planner.desk.bundle import Labels
    from planner.desk.desk import Desk
    from planner.exchange.ics.entry import Remark
    from planner.store.outlets import Outlet

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
    """Bring every place up to date, of all kinds or of some; one that refuses does not keep the others waiting."""
    return [
        _published(desk, outlet, asking) for outlet in outlets(desk.database) if kinds is None or outlet.kind in kinds
    ]


def publish_to(desk: Desk, file: Path, options: Mapping[str, Any], asking: Asking) -> PlaceOutcome:
    """Keep a file up to date from now on, and write it; a place that refuses at once is not remembered.

    Raises:
        CalendarError: the calendar is locked or takes no changes.
    """
    known = {outlet.place for outlet in outlets(desk.database)}
    outlet = keep_outlet(desk.database, FILE, str(file), options)
    done = _published(desk, outlet, asking)
    if done.error is not None and outlet.place not in known:
        forget_outlet(desk.database, outlet.id)
    return done


def kept(desk: Desk) -> list[tuple[Outlet, bool]]:
    """The places that are kept up to date, and whether all that was changed stands there, untouched by others."""
    revision = changed.revision(desk.database)
    return [(outlet, outlet.revision == revision and _untouched(outlet)) for outlet in outlets(desk.database)]


def keeps_files(desk: Desk) -> bool:
    """Whether a file is kept up to date."""
    return any(outlet.kind == FILE for outlet in outlets(desk.database))


def missing(outlet: Outlet) -> bool:
    """Whether a file that is kept up to date is gone."""
    from planner.desk.publish_file import known_by

    return outlet.kind == FILE and known_by(Path(outlet.place)) is None


def _untouched(outlet: Outlet) -> bool:
    """Whether a file is the one that planner left; nobody is asked what stands on a server."""
    from planner.desk.publish_file import stands

    return outlet.kind != FILE or stands(outlet)


def published_at(desk: Desk, place: str) -> Outlet | None:
    """The place that a person names, as it is remembered: by its address, its file, or the file's folder."""
    names = {place, f"{place}/"}
    try:
        names.add(str(outlet_file(desk, Path(place))))
    except InputError:
        names.add(str(absolute(Path(place))))
    return next((outlet for outlet in outlets(desk.database) if outlet.place in names), None)


def forget(desk: Desk, outlet: Outlet) -> None:
    """Keep a place up to date no longer; what stands there stays."""
    forget_outlet(desk.database, outlet.id)


def outlet_file(desk: Desk, place: Path) -> Path:
    """The file that a person means: itself, or one of the calendar's name in a folder.

    Raises:
        InputError: `outlet-unclear` when it is neither a folder nor a name that ends in .ics.
    """
    place = absolute(place)
    if place.is_dir():
        return place / f"{desk.path.stem}{SUFFIX}"
    if place.suffix.lower() != SUFFIX:
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

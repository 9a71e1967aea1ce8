"""An export as the screen asks for it, sent through the desk, and what must be said of it afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planner.words.labels import event_labels, toml_header
from planner.words.remarks import remark as said_of

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from planner.desk.desk import Desk
    from planner.desk.send import Sent
    from planner.exchange.ics.entry import Remark


class ExportWish(NamedTuple):
    """What to export: `ics` or `toml`, the days and the network's name (None for all), and how."""

    form: str
    path: Path
    first: date | None = None
    last: date | None = None
    network: str | None = None
    slots: bool = True
    alarm: int | None = None
    html: bool = False


def send(desk: Desk, wish: ExportWish, over: bool) -> Sent:
    """Write the file; `over` replaces one that planner did not write.

    Raises:
        InputError: `not-ours`.
        OutsideError: the disk or the folder refuses.
    """
    from planner.desk.send import Labels, export_ics, export_toml

    if wish.form == "toml":
        return export_toml(desk, wish.path, toml_header(), force=over)
    return export_ics(
        desk,
        wish.path,
        force=over,
        first=wish.first,
        last=wish.last,
        network=wish.network,
        with_slots=wish.slots,
        alarm=wish.alarm,
        html=wish.html,
        labels=Labels(**event_labels()),
    )


def remark_said(remark: Remark) -> str:
    """What is said of one event, or of the file."""
    return said_of(remark.key, remark.values)

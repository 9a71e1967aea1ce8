"""An export as the screen asks for it, sent through the desk, and what must be said of it afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planner.model.terms import Purpose, SlotKind
from planner.words import dates, say, terms, to_say

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from planner.desk.desk import Desk
    from planner.desk.send import Labels, Sent
    from planner.exchange.ics.entry import Remark

REMARKS = {
    "gap-moved": to_say("“{title}”: {time} does not exist on {day} (clock change), so it is at {moved}."),
    "series-written-out": to_say("“{title}”: its repetition is written out day by day, until {until}."),
    "series-empty": to_say("“{title}”: its repetition never takes place, so it is left out."),
    "body-cut": to_say("“{title}”: its text is cut after {limit} characters, as calendars ask."),
    "link-not-absolute": to_say("“{title}”: its link is no full address, so it stands in the text only."),
    "file-large": to_say("The file is larger than Google Calendar takes: export a few months at a time."),
}


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
    from planner.desk.send import export_ics, export_toml

    if wish.form == "toml":
        return export_toml(desk, wish.path, force=over)
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
        labels=labels(),
    )


def labels() -> Labels:
    """The words of planner's own in an exported event, in the spoken language."""
    from planner.desk.send import Labels

    return Labels(
        untitled=say("(no title)"),
        next_step=say("Next step: "),
        link=say("Link: "),
        need=say("Question: "),
        purposes={str(name): terms.purpose(name).capitalize() for name in Purpose},
        slot_kinds={str(name): terms.slot_kind(name).capitalize() for name in SlotKind},
        cut_note="…",
    )


def remark_said(remark: Remark) -> str:
    """What is said of one event, or of the file."""
    quoted = {name: dates.number(value) if isinstance(value, int) else value for name, value in remark.values.items()}
    known = REMARKS.get(remark.key)
    return say(known, **{"title": "", **quoted}) if known else remark.key

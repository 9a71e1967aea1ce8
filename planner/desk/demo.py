"""A sample calendar in a throw-away file, moved so that its main week is this one."""

from __future__ import annotations

import re
from datetime import UTC, date, timedelta
from typing import TYPE_CHECKING, Any

from planner import places
from planner.desk.bring import bring_parsed_into_new
from planner.desk.desk import utc_now
from planner.exchange import toml
from planner.exchange.files import read_text
from planner.model.when import monday, zone_named
from planner.store.journal import forget_undo

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from planner.desk.desk import Desk

SAMPLES = {"fr": "batiment-lyon.toml", "en": "care-homes-leeds.toml"}
SAMPLE_WEEK = date(2026, 11, 23)
"""The Monday of the week that the samples are told from."""
UNTIL = re.compile(r"(?<=UNTIL=)(\d{4})(\d\d)(\d\d)")


def demo(language: str, folder: Path, today: date | None = None, now: Callable[[], datetime] = utc_now) -> Desk:
    """A sample calendar in a file of its own within `folder`, open; undo does not reach back before it.

    Its main week is that of `today`, which is today in the sample's own zone when it is not given.

    Raises:
        OutsideError: `cannot-write` when the folder refuses.
    """
    name = SAMPLES.get(language, SAMPLES["en"])
    parsed = toml.read(read_text(places.samples() / name), name)
    zone = zone_named(parsed.document["brief"]["zone"])
    weeks = monday(today or now().replace(tzinfo=UTC).astimezone(zone).date()) - SAMPLE_WEEK
    path, number = folder / f"demo-{language}{places.SUFFIX}", 1
    while path.exists():
        number += 1
        path = folder / f"demo-{language}-{number}{places.SUFFIX}"
    moved = parsed._replace(document=moved_by(parsed.document, weeks))
    desk, _ = bring_parsed_into_new(path, moved, now)
    forget_undo(desk.database)
    return desk


def moved_by(value: Any, weeks: timedelta) -> Any:
    """A plain document with every date in it moved; dates inside texts stay, but for the end of a rule."""
    if isinstance(value, dict):
        moved = {key: moved_by(item, weeks) for key, item in value.items()}
        if isinstance(moved.get("rule"), str):
            moved["rule"] = UNTIL.sub(lambda match: _moved_until(match, weeks), moved["rule"])
        return moved
    if isinstance(value, list):
        return [moved_by(item, weeks) for item in value]
    return value + weeks if isinstance(value, date) else value


def _moved_until(match: re.Match[str], weeks: timedelta) -> str:
    return f"{date(*map(int, match.groups())) + weeks:%Y%m%d}"

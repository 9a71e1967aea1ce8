"""A slot: a recurring block of the week."""

import datetime

from sqlmodel import Field, SQLModel

from planner.model.brief import lines
from planner.model.terms import SlotKind


class Slot(SQLModel, table=True):
    """A block that recurs by `rule` from `day` on, at wall time `time` in `zone` (the calendar's when "").

    `rule` is an RRULE value without DTSTART, or "" for a single block; `skipped` holds ISO dates.
    """

    id: int | None = Field(default=None, primary_key=True)
    uid: str = ""
    kind: str = SlotKind.PUBLISH
    title: str = ""
    network_id: int | None = Field(default=None, foreign_key="network.id")
    day: datetime.date
    time: datetime.time
    zone: str = ""
    minutes: int = 30
    rule: str = ""
    skipped: list[str] = lines()

"""A review: a dated look at the figures that ends with a decision."""

import datetime

from sqlmodel import Field, SQLModel


class Review(SQLModel, table=True):
    """A look at the figures on `day`; `decision` is "" until it is held, then keep, adjust or stop.

    `uid` is what calendars elsewhere know it by.
    """

    id: int | None = Field(default=None, primary_key=True)
    day: datetime.date
    question: str = ""
    decision: str = ""
    note: str = ""
    held: datetime.date | None = None
    uid: str = ""

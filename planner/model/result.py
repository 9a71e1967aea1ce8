"""A result: a figure of one indicator on one day."""

import datetime

from sqlmodel import Field, SQLModel


class Result(SQLModel, table=True):
    """A figure, for a post, for a network, or for the calendar when neither is named."""

    id: int | None = Field(default=None, primary_key=True)
    day: datetime.date
    indicator: str = ""
    figure: float = 0.0
    post_id: int | None = Field(default=None, foreign_key="post.id")
    network_id: int | None = Field(default=None, foreign_key="network.id")
    note: str = ""

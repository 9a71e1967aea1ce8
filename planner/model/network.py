"""A network: a place to publish, and what it must bring before the next one is opened."""

from sqlmodel import Field, SQLModel

from planner.model.terms import NetworkKind


class Network(SQLModel, table=True):
    """A place of the calendar. `key` names a row of `networks.toml`, or is "" for a place of one's own making.

    `per_week` is the promised rhythm in posts a week, None when the brief's rhythm is meant.
    """

    id: int | None = Field(default=None, primary_key=True)
    position: int = 0
    name: str = ""
    key: str = ""
    kind: str = NetworkKind.RENTED
    open: bool = True
    url: str = ""
    per_week: float | None = None
    criterion: str = ""
    criterion_met: bool = False

"""The brief: audience, objective, message, charter and rhythm, and the audience's needs."""

from datetime import date

from sqlalchemy import JSON, Column
from sqlmodel import Field, SQLModel


def lines() -> list[str]:
    """A column that holds a list of short texts, as JSON."""
    return Field(default_factory=list, sa_column=Column(JSON, nullable=False))  # type: ignore[no-any-return]


class Brief(SQLModel, table=True):
    """Whom the calendar is for and what for; there is one row, with id 1.

    Hours are hours of work a week, `reply_hours` the promise to answer within so many hours,
    `network_budget` how many rented networks the brief allows at first (1 more for each criterion met).
    `checks_off` names checks or groups of checks that keep silent; `severities` holds `check=severity` or
    `group=severity`. `own_names` are what the author and her firm are called. A need is to be answered within
    `need_days`; `most_per_day` and `most_per_week` cap the posts, None for no cap of one's own. Posts made
    after `limit_from` say how precisely this author usually writes, all of them when it is None. `readers` are
    words for readers that she said are hers too. With a `campaign`, the links of
    posts get tags that tell where a visit came from; with "" they stay as they are.
    """

    id: int = Field(default=1, primary_key=True)
    uid: str = ""
    title: str = ""
    language: str = "fr"
    zone: str = "Europe/Paris"
    country: str = ""
    audience: str = ""
    portrait: str = ""
    not_for: list[str] = lines()
    words: list[str] = lines()
    places: list[str] = lines()
    readers: list[str] = lines()
    objective: str = ""
    indicator: str = ""
    unit: str = ""
    start_figure: float | None = None
    target_figure: float | None = None
    due: date | None = None
    message: str = ""
    do: list[str] = lines()
    dont: list[str] = lines()
    owned: list[str] = lines()
    posts_per_week: float = 1.0
    hours_per_week: float = 4.0
    reply_hours: int = 24
    network_budget: int = 1
    closed_days: list[str] = lines()
    checks_off: list[str] = lines()
    severities: list[str] = lines()
    own_names: list[str] = lines()
    need_days: int = 42
    most_per_day: int | None = None
    most_per_week: int | None = None
    limit_from: date | None = None
    campaign: str = ""


class Need(SQLModel, table=True):
    """A question the audience asks, in its own words."""

    id: int | None = Field(default=None, primary_key=True)
    position: int = 0
    text: str = ""

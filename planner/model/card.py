"""What the calendar shows of a post or a slot: plain tuples, without SQLModel."""

from typing import NamedTuple


class Card(NamedTuple):
    """A post as the week, the month and the list of ideas show it; never its body.

    `day` is an ISO date or "" for an idea, `time` is `HH:MM` or "". The three counts are the kept findings,
    muted ones left out.
    """

    id: int
    day: str
    time: str
    zone: str
    status: str
    network: str
    title: str
    purpose: str
    need: int | None
    errors: int
    warnings: int
    suggestions: int


class Block(NamedTuple):
    """One occurrence of a slot in the visible days; `filled` says that a post stands in a publishing slot."""

    slot: int
    day: str
    time: str
    kind: str
    title: str
    network: str
    minutes: int
    filled: bool


class KeptFinding(NamedTuple):
    """A finding as it was kept beside its post, ready for the words.

    `values` and `spans` are decoded JSON: a mapping of plain values, and (field, start, end) triples.
    """

    check: str
    severity: str
    message: str
    values: dict[str, object]
    spans: list[tuple[str, int, int]]
    post: int | None
    day: str
    muted: str


class Focus(NamedTuple):
    """What the focus bar says of the whole calendar.

    Figures are None when unknown; `networks` are the rented networks in use among `budget` allowed;
    `minutes` are planned in the shown week out of `available`.
    """

    title: str
    language: str
    zone: str
    audience: str
    objective: str
    indicator: str
    figure: float | None
    target: float | None
    due: str
    networks: tuple[str, ...]
    owned: tuple[str, ...]
    budget: int
    minutes: int
    available: int
    posts_per_week: float
    errors: int
    warnings: int
    suggestions: int

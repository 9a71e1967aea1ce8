"""What an import would do, line by line, before anything is written: the same for every format."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Mapping
    from datetime import date, time
    from typing import Any

    from planner.desk.desk import Changed
    from planner.errors import PlannerError

State = Literal["new", "changed", "same", "refused"]
STATES: tuple[State, ...] = ("new", "changed", "same", "refused")


class Becomes(NamedTuple):
    """What a row is here once it is taken in, and when it stands.

    Attributes:
        code: a post's status, a slot's kind, `GONE` for what is taken away; "" where there is none.
        day: the day, a series' first one; None for an idea.
        at: the hour.
        zone: IANA name where it is another than the calendar's own.
        rule: how it repeats, as an RRULE value.
    """

    code: str = ""
    day: date | None = None
    at: time | None = None
    zone: str = ""
    rule: str = ""


GONE = "gone"


class PreviewRow(NamedTuple):
    """One event, line or file of what is to be taken in.

    Attributes:
        number: its place in the file, from 1: the number of the event, of the line, of the file in its folder.
        title: the words it is known by, as data.
        state: whether it is new here, changes what stands here, changes nothing, or cannot be taken in.
        record: `post`, `slot`, `review` or "" when it is refused.
        reasons: what must be said of it, as errors with a key the words know: why it is refused, or what of it
            is not kept.
        fields: what it changes on a record that stands here, by the keys of `exchange.document.KEYS`.
        becomes: what is new or changed comes to; None for other rows.
    """

    number: int
    title: str
    state: State
    record: str = "post"
    reasons: tuple[PlannerError, ...] = ()
    fields: tuple[str, ...] = ()
    becomes: Becomes | None = None


def becomes(record: str, values: Mapping[str, Any]) -> Becomes:
    """What a post, a slot or a review of these columns is, and when it stands; those left out are empty."""
    if record == "post":
        from planner.desk.posts import settle
        from planner.model.post import Post

        named = ("status", "day", "time", "zone")
        post = Post(**{name: values[name] for name in named if name in values})
        settle(post)
        return Becomes(str(post.status), post.day, post.time, post.zone)
    said = {name: values.get(name) or "" for name in ("kind", "zone", "rule")}
    return Becomes(str(said["kind"]), values.get("day"), values.get("time"), said["zone"], said["rule"])


def keys_of(record: str, columns: Container[str]) -> tuple[str, ...]:
    """The keys of a record's columns, in the order in which a person is told of them."""
    from planner.exchange.document import KEYS

    return tuple(key for key, column in KEYS.get(record, {}).items() if column in columns)


@dataclass(frozen=True)
class Preview:
    """An import that waits for a yes: all of it is written, as one step of undo, or nothing.

    Attributes:
        name: the file's name, as the person gave it.
        rows: one for each event, line or file, none left out.
        bring: writes what is new or changed, in one action, and gives it; revision 0 when nothing changed.
        asks: what a person must decide first, by key, such as `zone-unknown` or `date-order`, with the choices.
        notes: what must be said of the file as a whole, as errors with a key the words know.
        today: the day on which it is looked at, so that days of its year need not say it.
    """

    name: str
    rows: list[PreviewRow]
    bring: Callable[[], Changed]
    asks: dict[str, tuple[str, ...]] = field(default_factory=dict)
    notes: tuple[PlannerError, ...] = ()
    today: date | None = None

    def counts(self) -> dict[State, int]:
        """How many rows are in each state; they add up to all rows."""
        counted = Counter(row.state for row in self.rows)
        return {state: counted[state] for state in STATES}

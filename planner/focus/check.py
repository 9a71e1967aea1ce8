"""What a check is and what it returns: a value each, without a sentence in it.

**The words of a check.** `planner/words/checks/<name with underscores>.toml` holds them, both languages side
by side: `article` (row of the founding articles), then in `[fr]` and `[en]` `name`, `what`, `why`, `example`,
`instead`, and in `[fr.message]` and `[en.message]` one entry for each key in `Finding.message`. An entry is a
sentence with `{names}` of values, or a table `{ by = "known", zero = "…", one = "…", many = "…" }` when a
number chooses: `by` names the value; `one` is for exactly 1, and without `zero`, 0 is `one` in French.

**What a message may hold**, so that the words can say it: `str` (the user's own words or a key), `int`,
`float`, a list of `str`, and a list of rows (a flat dictionary each). Names say how a value is shown: `…_day`
is an ISO date, `…_minutes` a duration in minutes. A table of the value's own name puts it into words:

- `[fr.ask]` beside a value `ask`: each string is a key of that table and is replaced by its words;
- `row` in the table of a list of rows: the template of one row, `"{network} {posts}"`; a row's values are
  shown by the same rules, by their own names;
- `join` in the table: what stands between the items, `", "` when absent.

Values not quoted by any sentence are for programs, and for the one key that corrects: `need_id`, `reader`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Generic, Literal, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

Judged = TypeVar("Judged")
"""What a check is given: `JudgedPost` for the scope post, else `JudgedCalendar`."""


class Severity(StrEnum):
    """How much a finding weighs, worst first."""

    ERROR = "error"
    WARNING = "warning"
    SUGGESTION = "suggestion"

    @property
    def rank(self) -> int:
        """0 for an error, 1 for a warning, 2 for a suggestion."""
        return list(Severity).index(self)


Field = Literal["title", "body"]
Scope = Literal["post", "week", "calendar"]
Group = Literal["precise", "target", "honest", "networks", "rhythm", "balance", "measure", "ready"]


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` (half open) of a post's title or body, as it was given."""

    field: Field
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found, as a key and values; `planner.words` makes the sentence.

    Attributes:
        check: name of the check, such as `off-target`.
        severity: error, warning or suggestion.
        message: which of the check's sentences applies; most checks have one, `message`.
        values: what the sentence quotes.
        spans: the words it points at, in the order in which they matter.
        post: identifier of the post, or None for the week or the calendar.
        day: ISO date of the day or of the week's Monday, or "" for the calendar.
    """

    check: str
    severity: Severity
    message: str = "message"
    values: Mapping[str, object] = field(default_factory=dict)
    spans: tuple[Span, ...] = ()
    post: int | None = None
    day: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a check's function gives: a finding without its name and its post.

    `severity` is None where the check's own applies.
    """

    values: Mapping[str, object] = field(default_factory=dict)
    spans: tuple[Span, ...] = ()
    message: str = "message"
    severity: Severity | None = None
    day: str = ""


@dataclass(frozen=True, slots=True)
class Check(Generic[Judged]):
    """One rule: its name names the fault and reads well after "mute".

    Attributes:
        name: such as `off-target`.
        group: the folder of `planner/focus/checks` it stands in.
        scope: whether it judges a post, a week or the calendar.
        severity: what it weighs unless the evidence says otherwise.
        judge: gives the evidence, nothing when there is nothing to say.
    """

    name: str
    group: Group
    scope: Scope
    severity: Severity
    judge: Callable[[Judged], Iterable[Evidence]]

    def findings(self, judged: Judged, post: int | None = None) -> list[Finding]:
        """The findings of this check on what it is given."""
        return [
            Finding(
                check=self.name,
                severity=evidence.severity or self.severity,
                message=evidence.message,
                values=evidence.values,
                spans=evidence.spans,
                post=post,
                day=evidence.day,
            )
            for evidence in self.judge(judged)
        ]

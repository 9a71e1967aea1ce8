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
from typing import TYPE_CHECKING, Generic, Literal, TypeVar

from planner.model.terms import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from planner.focus.judged import JudgedPost

__all__ = ["Check", "Evidence", "Field", "Finding", "Group", "Scope", "Severity", "Span"]

Judged = TypeVar("Judged")
"""What a check is given: `JudgedPost` for the scope post, else `JudgedCalendar`."""


Field = Literal["title", "body"]
Scope = Literal["post", "week", "calendar"]
Group = Literal["precise", "target", "honest", "networks", "rhythm", "balance", "measure", "ready"]


OF_PROSE: tuple[Group, ...] = ("precise", "target", "honest")
"""The groups whose checks read what a text says."""


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` (half open) of a post's title or body, as it was given."""

    field: Field
    start: int
    end: int

    def meets(self, other: Span) -> bool:
        """Whether the two have characters in common."""
        return self.field == other.field and self.start < other.end and other.start < self.end


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
    """What a check's function gives: a finding without its name.

    `severity` is None where the check's own applies. `post` is set by a check of the calendar that points at one
    post; without it, the finding stands beside the posts, at `day` or for the whole calendar.
    """

    values: Mapping[str, object] = field(default_factory=dict)
    spans: tuple[Span, ...] = ()
    message: str = "message"
    severity: Severity | None = None
    day: str = ""
    post: int | None = None


@dataclass(frozen=True, slots=True)
class Check(Generic[Judged]):
    """One rule: its name names the fault and reads well after "mute".

    Attributes:
        name: such as `off-target`.
        group: the folder of `planner/focus/checks` it stands in.
        scope: whether it judges a post by itself, or with the calendar's other records and today ("week", "calendar").
        severity: what it weighs unless the evidence says otherwise.
        judge: gives the evidence, nothing when there is nothing to say.
        any_language: whether it has something to say of a text that is neither French nor English.
    """

    name: str
    group: Group
    scope: Scope
    severity: Severity
    judge: Callable[[Judged], Iterable[Evidence]]
    any_language: bool = False

    def can_read(self, post: JudgedPost) -> bool:
        """Whether the check can judge this post: those of prose know French and English only."""
        return self.any_language or self.group not in OF_PROSE or not post.foreign

    def findings(self, judged: Judged, post: int | None = None, weight: Severity | None = None) -> list[Finding]:
        """The findings of this check on what it is given.

        Args:
            judged: a post, or a calendar on a day.
            post: the identifier of the post.
            weight: what the brief makes this check weigh; what the evidence itself makes lighter stays lighter.
        """
        return [
            Finding(
                check=self.name,
                severity=_weighed(self.severity, evidence.severity, weight),
                message=evidence.message,
                values=evidence.values,
                spans=evidence.spans,
                post=evidence.post or post,
                day=evidence.day,
            )
            for evidence in self.judge(judged)
        ]


def _weighed(own: Severity, said: Severity | None, weight: Severity | None) -> Severity:
    if weight is None or said is None:
        return weight or said or own
    return max(weight, said, key=lambda severity: severity.rank) if said.rank > own.rank else weight

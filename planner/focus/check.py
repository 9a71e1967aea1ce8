"""What a check is and what it returns: a value each, without a sentence in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal


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

"""Statuses, purposes and kinds: the closed lists of the trade, plain, without SQLModel."""

from enum import StrEnum
from typing import Literal

Language = Literal["fr", "en"]
LANGUAGES: tuple[Language, ...] = ("fr", "en")


class Status(StrEnum):
    """Where a post stands, in the order of its life."""

    IDEA = "idea"
    DRAFT = "draft"
    READY = "ready"
    PUBLISHED = "published"
    DROPPED = "dropped"


class Severity(StrEnum):
    """How much a finding weighs, worst first."""

    ERROR = "error"
    WARNING = "warning"
    SUGGESTION = "suggestion"

    @property
    def rank(self) -> int:
        """0 for an error, 1 for a warning, 2 for a suggestion."""
        return list(Severity).index(self)


class Purpose(StrEnum):
    """What a post is meant to do for its reader."""

    HELP = "help"
    DISCUSS = "discuss"
    LISTEN = "listen"
    RELAY = "relay"
    STORY = "story"
    OFFER = "offer"


class NetworkKind(StrEnum):
    """Whether a place belongs to the consultant or is lent to her."""

    OWNED = "owned"
    RENTED = "rented"


class SlotKind(StrEnum):
    """What a recurring block of the week is for."""

    PUBLISH = "publish"
    PREPARE = "prepare"
    REPLY = "reply"
    LISTEN = "listen"
    WATCH = "watch"
    REVIEW = "review"


class Stage(StrEnum):
    """How near a person is, from stranger to ambassador (article row 4.29)."""

    STRANGER = "stranger"
    READER = "reader"
    TALKS = "talks"
    LEAD = "lead"
    CLIENT = "client"
    AMBASSADOR = "ambassador"


class Decision(StrEnum):
    """How a review ends."""

    KEEP = "keep"
    ADJUST = "adjust"
    STOP = "stop"


SEVERITIES = tuple(Severity)
OPEN_STATUSES = (Status.IDEA, Status.DRAFT, Status.READY)
EDITABLE_TEXT_LIMIT = 2_000_000
"""Characters of one post's text, at most (reference: a body of 2 MB is refused with a sentence)."""
LINE_LIMIT = 2_000
"""Characters of a title, a name or any other one-line field, at most."""

"""The limits that a row of scores sets, text by text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.focus.usual import Usual, in_turn
from tests.focus import build

if TYPE_CHECKING:
    from collections.abc import Sequence


def limits_in_turn(scores: Sequence[float]) -> list[float]:
    """The limit of each of the texts whose scores are given, in the order of their making."""
    calendar = build.calendar(posts=[build.post("un texte") for _ in scores])
    of_post = dict(zip((post.id for post in calendar.posts), scores, strict=True))
    return [limit for _, limit in in_turn(calendar, lambda post: of_post[post.id], Usual())]

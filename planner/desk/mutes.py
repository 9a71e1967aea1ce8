"""Silencing a finding, with a reason: on a post, on a week, or on the calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.desk.desk import Changed, Desk
from planner.desk.values import checked
from planner.model.post import Mute, Post

if TYPE_CHECKING:
    from planner.focus.check import Finding
    from planner.model.card import KeptFinding
    from planner.store.records import Action

OFFERED_AT = 5
"""Posts on which a check is muted before it is offered to be switched off: it may be wrong for this calendar."""


def anchor(finding: Finding | KeptFinding) -> str:
    """The ISO day at which a finding beside the posts is muted: its own, unless the day it is shown at moves."""
    return str(finding.values.get("anchor_day") or finding.day)


def mute(desk: Desk, post: int, check: str, reason: str) -> Changed:
    """Silence a check on one post, with a reason; an earlier reason is replaced.

    Raises:
        InputError: `text-missing` when the reason is empty.
    """
    values = checked("mute", {"check": check, "reason": reason})
    with desk.action("mute", check=check) as action:
        record = action.get(Post, post)
        action.quoted["title"] = record.title
        _silence(desk, action, post, values["check"], values["reason"], "")
    return Changed("mute", "post", post, action.revision, record.title)


def unmute(desk: Desk, post: int, check: str) -> Changed:
    """Let a check speak again on one post."""
    with desk.action("unmute", check=check) as action:
        record = action.get(Post, post)
        action.quoted["title"] = record.title
        for silence in _standing(action, post, check, ""):
            action.session.delete(silence)
    return Changed("unmute", "post", post, action.revision, record.title)


def mute_beside(desk: Desk, check: str, reason: str, finding_day: str = "") -> Changed:
    """Silence a finding that stands beside the posts: at an ISO day (of a week, its Monday), or on the calendar.

    Raises:
        InputError: `text-missing` when the reason is empty, `value-not-allowed` when the day is none.
    """
    values = checked("mute", {"check": check, "reason": reason, "finding_day": finding_day or None})
    with desk.action("mute-beside", check=check) as action:
        _silence(desk, action, None, values["check"], values["reason"], finding_day)
    return Changed("mute-beside", "brief", 1, action.revision, "")


def unmute_beside(desk: Desk, check: str, finding_day: str = "") -> Changed:
    """Let a finding beside the posts be heard again."""
    with desk.action("unmute-beside", check=check) as action:
        for silence in _standing(action, None, check, finding_day):
            action.session.delete(silence)
    return Changed("unmute-beside", "brief", 1, action.revision, "")


def often_muted(desk: Desk) -> dict[str, int]:
    """The checks muted on five posts or more, each with the number of posts."""
    rows = desk.database.rows(
        'SELECT "check", count(DISTINCT post_id) FROM mute WHERE post_id IS NOT NULL GROUP BY 1 HAVING count(*) >= ?',
        (OFFERED_AT,),
    )
    return {str(check): int(str(count)) for check, count in rows}


def _standing(action: Action, post: int | None, check: str, day: str) -> list[Mute]:
    return [
        mute
        for mute in action.all(Mute)
        if (mute.post_id, mute.check, str(mute.finding_day or "")) == (post, check, day)
    ]


def _silence(desk: Desk, action: Action, post: int | None, check: str, reason: str, day: str) -> None:
    known = _standing(action, post, check, day)
    silence = known[0] if known else Mute(post_id=post, **checked("mute", {"finding_day": day or None}))
    silence.check, silence.reason, silence.day = check, reason, desk.today()
    action.add(silence)

"""What a user can do with a post: plan, write, move, adapt, publish, drop, delete, mute."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from planner.desk.desk import Changed, Desk, new_uid
from planner.desk.values import checked
from planner.errors import ConflictError
from planner.model.listening import Question
from planner.model.network import Network
from planner.model.post import Mute, Post
from planner.model.result import Result
from planner.model.terms import Status
from planner.model.when import moved_out_of_gap, wall_time

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planner.store.records import Action


def plan(desk: Desk, **fields: Any) -> Changed:
    """Add a post; without a day it is an idea. `fields` are those of the record.

    Raises:
        InputError: a field's value cannot be taken in.
    """
    values = checked("post", fields)
    with desk.action("plan", title=values.get("title", "")) as action:
        post = Post(uid=new_uid(), **values)
        settle(post)
        action.add(post)
    return _changed("plan", post, action)


def write(desk: Desk, post: int, seen: int | None = None, **fields: Any) -> Changed:
    """Change a post's fields; `seen` is the revision the editor read, so that a newer text is never overwritten.

    Raises:
        ConflictError: `changed-elsewhere`, when the post changed since `seen`; values hold `theirs`, the other text.
        InputError: a field's value cannot be taken in, or the post is gone.
    """
    return _change(desk, "write", post, checked("post", fields), seen)


def move(desk: Desk, post: int, day: date | None, at: time | None = None) -> Changed:
    """Put a post on another day, keeping its hour unless `at` says another; None makes it an idea again.

    Raises:
        InputError: `value-not-allowed` for a day outside the years that are planned.
    """
    values: dict[str, Any] = {"day": day}
    if at is not None or day is None:
        values["time"] = at
    return _change(desk, "move", post, checked("post", values))


def nudge(desk: Desk, post: int, days: int) -> Changed:
    """Move a post by some days, keeping its hour; an idea stays where it is.

    Raises:
        InputError: `value-not-allowed` for a day outside the years that are planned.
    """
    card = desk.card(post)
    day = date.fromisoformat(card.day) + timedelta(days=days) if card and card.day else None
    return _change(desk, "move", post, checked("post", {"day": day} if day else {}))


def set_status(desk: Desk, post: int, status: str) -> Changed:
    """Give a post another status."""
    return _change(desk, "status", post, checked("post", {"status": status}))


def duplicate(desk: Desk, post: int) -> Changed:
    """Copy a post as an undated draft with a life of its own."""
    return _copied(desk, "duplicate", post, {"day": None, "time": None})


def adapt(desk: Desk, post: int, network: int) -> Changed:
    """Copy a post for another network, on the same day, as a draft to be rewritten for that place."""
    return _copied(desk, "adapt", post, {"network_id": network})


def _copied(desk: Desk, verb: str, post: int, values: dict[str, Any]) -> Changed:
    with desk.action(verb) as action:
        original = action.get(Post, post)
        if values.get("network_id"):
            action.get(Network, values["network_id"])
        kept = original.model_dump(exclude={"id", "uid", "deleted"})
        copy = Post(**{**kept, **values}, uid=new_uid())
        copy.status = Status.DRAFT if copy.body or copy.day else Status.IDEA
        action.add(copy)
        action.quoted["title"] = copy.title
    return _changed(verb, copy, action)


def delete(desk: Desk, post: int) -> Changed:
    """Put a post into the bin, where it stays 30 days."""
    return _change(desk, "delete", post, {"deleted": desk.today()})


def bring_back(desk: Desk, post: int) -> Changed:
    """Take a post out of the bin."""
    return _change(desk, "bring-back", post, {"deleted": None})


def empty_bin(desk: Desk, posts: Sequence[int]) -> Changed:
    """Remove posts for good, as one action that undo still knows."""
    with desk.action("empty-bin", count=len(posts)) as action:
        for mute in [mute for mute in action.all(Mute) if mute.post_id in posts]:
            action.session.delete(mute)
        action.forget("post_id", posts, Question, Result)
        for identifier in posts:
            action.session.delete(action.get(Post, identifier))
    return Changed("empty-bin", "post", 0, action.revision)


def moved_hour(desk: Desk, post: Post) -> datetime | None:
    """The hour a post really gets when its own does not exist on that day (spring clock change), else None."""
    if post.day is None or post.time is None:
        return None
    wall = wall_time(post.day, post.time)
    moved = moved_out_of_gap(wall, post.zone or str(desk.database.rows("SELECT zone FROM brief")[0][0]))
    return moved if moved != wall else None


def _change(desk: Desk, verb: str, post: int, values: dict[str, Any], seen: int | None = None) -> Changed:
    with desk.action(verb) as action:
        record = action.get(Post, post)
        if seen is not None and desk.revision_of("post", post) > seen:
            raise ConflictError("changed-elsewhere", title=record.title, theirs=record.body)
        for name, value in values.items():
            if getattr(record, name) != value:
                setattr(record, name, value)
        settle(record)
        action.quoted["title"] = record.title
    return _changed(verb, record, action)


def _changed(verb: str, post: Post, action: Action) -> Changed:
    return Changed(verb, "post", post.id or 0, action.revision, post.title)


def settle(post: Post) -> None:
    """A dated post has an hour, 9:00 unless said; a post with a day is no longer a mere idea once it has a text."""
    if post.day is not None and post.time is None:
        post.time = time(9)
    if post.day is not None and post.status == Status.IDEA:
        post.status = Status.DRAFT

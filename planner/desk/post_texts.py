"""A post as plain texts, its network and its need by their words: what a table and a note hold of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from planner.model.calendar import Calendar
    from planner.model.post import Post

COLUMNS = (
    "uid", "title", "network", "status", "purpose", "need", "day", "time", "zone", "next_step", "link",
    "prepare_minutes", "publish_minutes", "reply_minutes", "body", "note",
)  # fmt: skip
"""What is told of a post, in order, by the keys of `exchange.document.KEYS["post"]`."""


class Written(NamedTuple):
    """A post, and its texts by `COLUMNS`."""

    post: Post
    texts: dict[str, str]


def written_posts(calendar: Calendar) -> list[Written]:
    """Every post that is not in the bin: dated ones in order, then ideas."""
    networks = {network.id: network.name for network in calendar.networks}
    needs = {need.id: need.text for need in calendar.needs}
    order = sorted(calendar.posts, key=lambda post: (str(post.day or "~"), str(post.time or ""), post.title, post.uid))
    return [Written(post, _texts(post, networks, needs)) for post in order]


def _texts(post: Post, networks: dict[int | None, str], needs: dict[int | None, str]) -> dict[str, str]:
    told = {"network": networks.get(post.network_id, ""), "need": needs.get(post.need_id, "")}
    told["day"] = post.day.isoformat() if post.day else ""
    told["time"] = post.time.isoformat("minutes") if post.time else ""
    return {column: told[column] if column in told else str(getattr(post, column)) for column in COLUMNS}

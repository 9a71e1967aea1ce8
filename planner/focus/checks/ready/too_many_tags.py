"""`too-many-tags`: more hashtags or links than the network takes (article row 4.2).

The limits are those of `networks.toml`; a network of which no source says a limit has none here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planner.focus.check import Check, Evidence, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.focus.judged import JudgedPost

MOST_SHOWN = 5
_LINK = re.compile(r"(?:https?://|(?<![\w@/.])www\.)[^\s<>\"»”]+", re.IGNORECASE)
_LINK_END = ".,;:!?…'’)"
_TAG = re.compile(r"(?<![\w&/#])#(?=\w*[^\W\d_])\w+")


def judge(judged: JudgedPost) -> Iterator[Evidence]:
    """Warn once for the hashtags and once for the links, with those that are too many."""
    rules, network = judged.rules, judged.network
    if rules is None or network is None:
        return
    for message, limit, places_in in (("message", rules.tags, _tags), ("links", rules.links, _different_links)):
        places = places_in(judged.post.body) if limit is not None else []
        if limit is not None and len(places) > limit:
            over = places[limit:]
            words = [judged.post.body[place.start : place.end] for place in over]
            values = {"count": len(places), "limit": limit, "over": words[:MOST_SHOWN], "network": network.name}
            yield Evidence(values, tuple(over), message)


def _tags(body: str) -> list[Span]:
    """The hashtags outside links; one of digits alone is none."""
    readable = _LINK.sub(lambda link: " " * len(link.group()), body)
    return [Span("body", *found.span()) for found in _TAG.finditer(readable)]


def _different_links(body: str) -> list[Span]:
    """Each different link at its first place: a network counts a link said twice once."""
    first: dict[str, Span] = {}
    for found in _LINK.finditer(body):
        link = found.group().rstrip(_LINK_END)
        first.setdefault(link, Span("body", found.start(), found.start() + len(link)))
    return list(first.values())


check = Check(name="too-many-tags", group="ready", scope="post", severity=Severity.WARNING, judge=judge)

"""`too-long`: over the network's limit, counted as the network counts (article row 4.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.focus.check import Check, Evidence, Field, Severity, Span
from planner.model.limits import excess, stands_out

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.focus.judged import JudgedPost

_WITHOUT_REMARK = ("characters", "bytes", "graphemes")
_EMOJI_BY_X = "utf-16"
"""X counts an emoji as UTF-16 does, two, and its own remark is about links."""


def judge(judged: JudgedPost) -> Iterator[Evidence]:
    """An error for the title and one for the text, with the first character over."""
    rules, network = judged.rules, judged.network
    if rules is None or network is None:
        return
    fields: tuple[tuple[Field, str], ...] = (
        ("title", judged.post.title),
        ("body", judged.post.body.rstrip()),
    )
    for field, text in fields:
        limits = rules.title if field == "title" else rules.text
        over = next((over for limit in limits if (over := excess(text, limit))), None)
        if over:
            yield Evidence(
                values={
                    "count": over.counted,
                    "limit": over.limit,
                    "over": over.counted - over.limit,
                    "counts": _said(text, over.counts),
                    "network": network.name,
                },
                spans=(Span(field, over.start, len(text)),),
                message="message" if field == "body" else "title",
            )


def _said(text: str, counts: str) -> str:
    """The way of counting as it is said: its remark on links or on emoji only beside a text that holds one."""
    if counts in _WITHOUT_REMARK:
        return counts
    held = stands_out(text, counts)
    return _EMOJI_BY_X if (counts, held) == ("x", "emoji") else counts if held else "characters"


check = Check(name="too-long", group="ready", scope="post", severity=Severity.ERROR, judge=judge)

"""A post being written: what a network counts of it, and what is found in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planner.words import dates, say

if TYPE_CHECKING:
    from planner.model.limits import Rules

JUDGED = 100_000
"""Characters up to which a text is judged while it is written; a longer one is judged when it is saved."""
PREVIEWED, BLOCKS = 20_000, 400
"""Characters and blocks up to which a text is shown as Markdown: Textual makes a widget of each block."""
BLOCK = re.compile(r"^[ \t]*(?:[-*+#>|]|\d+[.)]|$)", re.MULTILINE)
PATHOLOGICAL = re.compile(r"([^\w\s])(?:\s?\1){199}")


def count_line(text: str, rules: Rules | None) -> tuple[str, bool]:
    """`612 of 3,000 on LinkedIn`, and whether it is too long there."""
    limit = rules.text[0] if rules and rules.text else None
    if limit is None or rules is None:
        return say("{count} characters", count=dates.number(len(text))), False
    from planner.model import limits

    # A text many times too long is only counted roughly, so that every key stays quick.
    counted = limits.count(text, limit) if len(text) <= 4 * limit.limit else len(text)
    sentence = say(
        "{count} of {limit} on {network}",
        count=dates.number(counted), limit=dates.number(limit.limit), network=rules.name,
    )  # fmt: skip
    return sentence, counted > limit.limit


def previewed(text: str) -> bool:
    """Whether a text can be shown as Markdown at once; what would keep one waiting is shown as typed."""
    if len(text) > PREVIEWED or PATHOLOGICAL.search(text):
        return False
    return len(BLOCK.findall(text)) <= BLOCKS

"""A post being written: counted as its network counts, shown as Markdown where that costs nothing."""

from __future__ import annotations

import pytest

from planner.model import limits
from planner.tui.drafts import count_line, previewed


@pytest.mark.parametrize(
    ("network", "text", "said", "over"),
    [
        ("linkedin", "a" * 612, "612 of 3,000 on LinkedIn", False),
        ("linkedin", "a" * 3001, "3,001 of 3,000 on LinkedIn", True),
        ("x", "See https://example.org/a/very/long/address/indeed", "27 of 280 on X", False),
        ("bluesky", "👩\u200d👩\u200d👧\u200d👦", "1 of 300 on Bluesky", False),
        ("blog", "abc", "3 characters", False),
        ("", "abc", "3 characters", False),
    ],
)
def test_a_text_is_counted_as_its_network_counts(network: str, text: str, said: str, over: bool) -> None:
    assert count_line(text, limits.networks().get(network)) == (said, over)


@pytest.mark.parametrize(
    "text", ["[" * 500, "> " * 300, "a" * 20_001, "a\n\n" * 401, "# a\n" * 401, "- a\n" * 401, "|a|\n" * 401]
)
def test_what_would_keep_one_waiting_is_shown_as_typed(text: str) -> None:
    assert not previewed(text)


@pytest.mark.parametrize("text", ["", "# A\n\n- one\n- two\n\n> said", "[#hash] [/promo] " * 100, "-" * 80])
def test_what_one_writes_is_shown_as_markdown(text: str) -> None:
    assert previewed(text)

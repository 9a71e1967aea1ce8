"""What an export wrote, in words: how many posts, which of them lie in the bin, which days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.words import dates, say, say_many

if TYPE_CHECKING:
    from datetime import date


def posts_written(count: int, binned: int, file: str, *, whole: bool) -> str:
    """How many posts stand in a file now, and what became of those in the bin.

    Args:
        count: the posts that are not in the bin.
        binned: those that are.
        file: where they were written.
        whole: whether the file holds the bin too.
    """
    told = say_many("{count} post written to {file}.", "{count} posts written to {file}.", count, file=file)
    return " ".join(part for part in (told, bin_held(binned) if whole else bin_left_out(binned)) if part)


def bin_held(binned: int) -> str:
    """How many posts of the bin are in the file too; "" when the bin is empty."""
    if not binned:
        return ""
    return say_many("{count} post in the bin is in it too.", "{count} posts in the bin are in it too.", binned)


def bin_left_out(binned: int) -> str:
    """How many posts of the bin are left out; "" when the bin is empty."""
    if not binned:
        return ""
    return say_many(
        "{count} post in the bin is left out: only toml and json hold it.",
        "{count} posts in the bin are left out: only toml and json hold them.",
        binned,
    )


def days_taken(first: date | None, last: date | None) -> str:
    """From which day to which, with their years, for a day said without one may be a year away; "" for all days."""
    if first and last:
        return say("From {first} to {last}.", first=dates.day_long(first), last=dates.day_long(last))
    if first:
        return say("From {first} on.", first=dates.day_long(first))
    return say("Up to {last}.", last=dates.day_long(last)) if last else ""

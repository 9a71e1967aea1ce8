"""What an export wrote, in words: how many posts or events, which of them are in the bin or cancelled, which days."""

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


def events_written(count: int, cancelled: int, file: str) -> str:
    """How many events stand in a file now, and how many of them are cancelled."""
    told = say_many("{count} event written to {file}.", "{count} events written to {file}.", count, file=file)
    return " ".join(part for part in (told, cancelled_among(count, cancelled)) if part)


def cancelled_among(count: int, cancelled: int) -> str:
    """How many of the events are cancelled; "" when none is."""
    if not cancelled:
        return ""
    if cancelled < count:
        return say_many("{count} of them is cancelled.", "{count} of them are cancelled.", cancelled)
    return say_many("It is cancelled: it left the plan.", "All of them are cancelled: they left the plan.", cancelled)


def reminders_allowed(most: int) -> str:
    """How long before an event a reminder may come, in minutes."""
    return say("0 – {most} minutes", most=dates.number(most))


def days_taken(first: date | None, last: date | None) -> str:
    """From which day to which, with their years, for a day said without one may be a year away; "" for all days."""
    if first and last:
        return say("From {first} to {last}.", first=dates.day_long(first), last=dates.day_long(last))
    if first:
        return say("From {first} on.", first=dates.day_long(first))
    return say("Up to {last}.", last=dates.day_long(last)) if last else ""

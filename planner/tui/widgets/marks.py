"""Marked words of a text: where they stand, and where they went when the text around them changed."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import NamedTuple


class Mark(NamedTuple):
    """Characters `start` to `end` (half open) that a finding of this severity points at.

    `stop` is the finding's key on the first of its words, "" on the others: one goes from finding to finding.
    """

    start: int
    end: int
    severity: str
    stop: str = ""


def followed(marks: list[Mark], old: str, new: str) -> list[Mark]:
    """The marks in the new text: those before and after what changed stay on their words, the others go."""
    before = _alike(old, new)
    room = min(len(old), len(new)) - before
    after = _alike(old[len(old) - room :][::-1], new[len(new) - room :][::-1]) if room else 0
    moved, last_kept = len(new) - len(old), len(old) - after
    kept = []
    for mark in marks:
        if mark.end <= before:
            kept.append(mark)
        elif mark.start >= last_kept:
            kept.append(mark._replace(start=mark.start + moved, end=mark.end + moved))
    return kept


def _alike(one: str, other: str) -> int:
    """How many first characters are the same; by halving, so that long texts cost little."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if one[low:middle] == other[low:middle] else (low, middle - 1)
    return low


def by_line(marks: list[Mark], lines: list[str]) -> dict[int, list[Mark]]:
    """The marks as columns of the lines on which they stand."""
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))[:-1]
    placed: dict[int, list[Mark]] = {}
    for mark in marks:
        row = bisect_right(starts, mark.start) - 1
        while 0 <= row < len(lines) and starts[row] < mark.end:
            start, end = max(mark.start - starts[row], 0), min(mark.end - starts[row], len(lines[row]))
            if start < end:
                placed.setdefault(row, []).append(mark._replace(start=start, end=end))
            row += 1
    return placed

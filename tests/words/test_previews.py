"""An import in words: a line for each row, and what is said of several once."""

from __future__ import annotations

from planner.desk.preview import PreviewRow
from planner.errors import InputError
from planner.words.previews import rows_told

NO_DAY = (InputError("event-no-day"),)


def test_what_is_said_of_several_that_follow_each_other_stands_once() -> None:
    rows = [PreviewRow(number, f"T{number}", "refused", "", NO_DAY) for number in (1, 2)]
    rows += [PreviewRow(3, "T3", "new"), PreviewRow(4, "T4", "refused", "", NO_DAY)]
    first, second, third, last = rows_told(rows)
    assert (first, third) == ("× 1  T1", "+ 3  T3")
    assert second.splitlines()[0] == "× 2  T2"
    assert second.splitlines()[1:] == last.splitlines()[1:] != []


def test_fields_that_change_are_named() -> None:
    row = PreviewRow(7, "T", "changed", "post", (), ("title", "day"))
    assert rows_told([row]) == ["~ 7  T\n   changes: title, day"]


def test_no_rows_are_no_lines() -> None:
    assert rows_told([]) == []

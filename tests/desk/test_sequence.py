"""SEQUENCE has an end (RFC 5545, 3.3.8), and what stands there is written and read all the same."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from planner.desk import posts
from planner.desk.bring import bring_toml
from planner.desk.send import export_ics, toml_text
from planner.model.calendar import MOST_SEQUENCE
from tests.desk.publishing import kept, published, seen
from tests.made import MONDAY

if TYPE_CHECKING:
    from pathlib import Path

    from planner.desk.desk import Desk


def counted_up(desk: Desk, sequence: int) -> None:
    with desk.database.writing() as connection:
        connection.execute("UPDATE stamp SET sequence = ?", (sequence,))


def sequences(file: Path) -> set[int]:
    return {event.sequence for event in seen(file)}


@pytest.mark.parametrize("too_many", [0, 5])
def test_no_file_goes_beyond_the_last_sequence(filled: Desk, tmp_path: Path, too_many: int) -> None:
    """An older planner counted on beyond the end."""
    counted_up(filled, MOST_SEQUENCE + too_many)
    exported, published_there = tmp_path / "a.ics", kept(filled, tmp_path / "b.ics")
    export_ics(filled, exported)
    posts.move(filled, 1, MONDAY + timedelta(days=2))
    posts.move(filled, 5, None)
    export_ics(filled, exported)
    published(filled)
    assert sequences(exported) == sequences(published_there) == {MOST_SEQUENCE}
    assert {event.status for event in seen(published_there)} >= {"CANCELLED"}


def test_a_toml_is_read_back_whatever_was_counted(filled: Desk) -> None:
    counted_up(filled, MOST_SEQUENCE)
    posts.move(filled, 1, MONDAY + timedelta(days=2))
    assert filled.calendar().stamps["post", 1].sequence == MOST_SEQUENCE
    counted_up(filled, MOST_SEQUENCE + 1)
    bring_toml(filled, toml_text(filled), "a.toml")
    assert {stamp.sequence for key, stamp in filled.calendar().stamps.items() if key[0] == "post"} <= {
        MOST_SEQUENCE, MOST_SEQUENCE + 1,
    }  # fmt: skip

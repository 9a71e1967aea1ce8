"""A whole calendar is looked at before it takes another's place, and what that one holds is counted."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

from planner.desk import brief
from planner.desk.bring_whole import held, preview_whole
from planner.desk.preview import Becomes

if TYPE_CHECKING:
    from pathlib import Path

    from planner.desk.desk import Desk

SLOT = 'format = 1\n[[slot]]\nuid = "s"\nkind = "reply"\nday = 2026-11-24\ntime = 09:00:00\nrule = "FREQ=WEEKLY"\n'
POST = '[[post]]\nuid = "p"\nbody = "Un\\nDeux"\nday = 2026-11-25\n'


def test_each_row_says_what_it_becomes_and_an_untitled_one_is_no_code(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text(SLOT + POST, "utf-8")
    preview = preview_whole(desk, file)
    head, post, slot = preview.rows
    assert head.reasons[0].values["count"] == 0
    assert (post.title, post.becomes) == ("Un", Becomes("draft", date(2026, 11, 25), time(9)))
    assert (slot.title, slot.becomes) == ("", Becomes("reply", date(2026, 11, 24), time(9), "", "FREQ=WEEKLY"))
    preview.bring()
    again = preview_whole(desk, file).rows
    assert [row.state for row in again[1:]] == ["same", "same"]
    assert again[2].becomes == slot.becomes


def test_a_calendar_holds_nothing_until_somebody_writes_in_it(desk: Desk, filled: Desk) -> None:
    assert held(desk) == {}
    brief.write_brief(desk, message="One sentence")
    assert held(desk) == {"brief": 1}
    counts = held(filled)
    assert counts["post"] == len(filled.calendar().posts) + len(filled.calendar().binned)
    assert {"brief", "need", "network", "slot", "post", "question", "person", "result", "review"} <= counts.keys()

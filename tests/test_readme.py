"""What the README promises: its commands, its example, its checks, its pictures."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from planner.desk.bring import bring_toml_into_new
from planner.focus import register
from planner.words import findings

if TYPE_CHECKING:
    import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def test_it_opens_with_two_complete_commands() -> None:
    demo, tests = re.findall(r"```sh\n(.*?)```", README, re.S)[:2]
    assert README.index(demo) < README.index("**planner**")
    for command in (demo, tests):
        assert command.startswith("python3 -m venv .venv && .venv/bin/pip install")
        assert command.count("\n") == 1
    assert demo.rstrip().endswith("planner demo")
    assert tests.rstrip().endswith("pytest")


def test_every_check_stands_in_its_table_with_its_article() -> None:
    rows = dict(re.findall(r"^\| `([a-z-]+)` \|.*\| ([\d.]+) \|$", README, re.M))
    assert set(rows) == set(register.names())
    assert rows == {name: findings.article(name) for name in rows}


def test_the_calendar_written_by_hand_is_taken_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANNER_HOME", str(tmp_path))
    (example,) = re.findall(r"```toml\n(.*?)```", README, re.S)
    desk, brought = bring_toml_into_new(tmp_path / "a.planner", example, "README.md")
    calendar = desk.calendar()
    assert brought.revision == 1
    assert calendar.brief.target_figure == 8
    assert [post.title for post in calendar.posts] == ["La retenue de garantie n’est pas perdue"]
    assert [mute.check for mute in calendar.mutes] == ["generic", "over-hours"]
    assert len(calendar.people) == len(calendar.questions) == len(calendar.results) == 1
    desk.close()


def test_its_pictures_stand_where_it_says() -> None:
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README)
    assert len(pictures) >= 2
    assert all((ROOT / picture).is_file() for picture in pictures)

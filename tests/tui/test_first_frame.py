"""The first frame waits for no library that only writing, exporting or rendering needs."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

from tests.tui.pictures import staged

if TYPE_CHECKING:
    from pathlib import Path

PROBE = """
import asyncio, pathlib, sys
from planner.words import speak
speak("fr")
from planner.tui.app import PlannerApp

HEAVY = {"sqlmodel", "sqlalchemy", "pydantic", "icalendar", "markdown", "babel", "dateparser", "holidays", "rapidfuzz"}
seen = []

def shown(app):
    strips = app.screen._compositor.render_strips()
    return "\\n".join("".join(segment.text for segment in line) for line in strips)

mount = PlannerApp.on_mount

def watched(app):
    mount(app)
    app.call_after_refresh(lambda: seen.append((shown(app), HEAVY & set(sys.modules))))

PlannerApp.on_mount = watched

async def main():
    async with PlannerApp(pathlib.Path(sys.argv[1])).run_test(size=(120, 40)) as pilot:
        await pilot.pause()

asyncio.run(main())
(text, loaded), = seen
assert "Semaine" in text and "LinkedIn" in text, text
assert not loaded, loaded
"""


def test_the_first_frame_shows_the_week_and_loads_nothing_heavy(tmp_path: Path) -> None:
    with closing(staged("fr", tmp_path)) as desk:
        moved = (date.today() - date(2026, 11, 25)).days // 7 * 7
        with desk.database.writing() as connection:
            connection.execute("UPDATE post SET day = date(day, ?)", (f"{moved} days",))
        path = desk.path
    ran = subprocess.run(
        [sys.executable, "-c", PROBE, str(path)],
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": "", "PLANNER_HOME": str(tmp_path / "home")},
    )
    assert ran.returncode == 0, ran.stderr

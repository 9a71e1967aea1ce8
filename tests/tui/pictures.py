"""Pictures of the screen, drawn from the samples: the README shows them, and a test compares their words.

Draw them again with `python -m tests.tui.pictures`, and look at each before it is committed.
"""

from __future__ import annotations

import asyncio
import re
import sys
import tempfile
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from planner import words
from planner.desk.check import recheck
from planner.desk.demo import demo
from planner.tui.app import PlannerApp
from tests.tui.waiting import until

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from planner.desk.desk import Desk

FOLDER = Path(__file__).parent / "pictures"
TODAY = date(2026, 11, 25)
NOON = datetime(2026, 11, 25, 11, 0)


class Scene(NamedTuple):
    """A screen to be drawn: its name, language, size, the keys that lead to it, and words that say it has come."""

    name: str
    language: str
    size: tuple[int, int]
    keys: tuple[str, ...]
    awaited: str

    @property
    def stem(self) -> str:
        """The picture's file name, without its ending."""
        return f"{self.name}-{self.language}-{self.size[0]}x{self.size[1]}"


WIDE, NARROW = (120, 40), (80, 24)
AWAITED = {
    "week": {"fr": "Semaine 48", "en": "Week 48"},
    "month": {"fr": "novembre 2026", "en": "November 2026"},
    "editor": {"fr": "^s enregistrer", "en": "^s save"},
    "checks": {"fr": "↵ ouvrir", "en": "↵ open it"},
    "brief": {"fr": "^s enregistrer", "en": "^s save"},
}
KEYS = {
    "week": ("right",), "month": ("v",), "editor": ("right", "enter"), "checks": ("c",), "brief": ("b",),
}  # fmt: skip
SCENES = [
    Scene(name, language, size, KEYS[name], AWAITED[name][language])
    for name in KEYS
    for language in ("fr", "en")
    for size in (WIDE, NARROW)
]


def text_of(app: PlannerApp) -> str:
    """The screen's words, line by line, without trailing blanks."""
    lines = ("".join(segment.text for segment in line) for line in app.screen._compositor.render_strips())
    return "\n".join(line.rstrip() for line in lines).rstrip() + "\n"


async def drawn(scene: Scene, desk: Desk) -> tuple[str, str]:
    """A scene as an SVG picture and as text."""
    words.speak(scene.language)
    app = PlannerApp(desk=desk)
    app.judge = lambda: None  # type: ignore[method-assign]
    async with app.run_test(size=scene.size) as pilot:
        await pilot.pause()
        for key in scene.keys:
            await pilot.press(key)
        await until(pilot, lambda: scene.awaited in text_of(app), scene.awaited)
        await at_rest(pilot, lambda: text_of(app))
        return app.export_screenshot(title="planner", simplify=True), text_of(app)


async def at_rest(pilot: Pilot[None], look: Callable[[], str], rounds: int = 40) -> None:
    """Wait until the screen stays the same for a while."""
    same, before = 0, ""
    for _ in range(rounds):
        await pilot.pause(0.05)
        now = look()
        same, before = (same + 1, before) if now == before else (0, now)
        if same > 8:
            return


def staged(language: str, folder: Path) -> Desk:
    """The demo's calendar, judged, on a fixed day."""
    desk = demo(language, folder, TODAY)
    desk.now = lambda: NOON
    recheck(desk)
    return desk


def main() -> int:
    """Draw every scene anew."""
    FOLDER.mkdir(exist_ok=True)
    for scene in SCENES:
        with tempfile.TemporaryDirectory() as folder:
            picture, text = asyncio.run(drawn(scene, staged(scene.language, Path(folder))))
        # One class prefix whatever the run, so that a picture changes only when the screen does.
        picture = re.sub(r"terminal-\d+", f"terminal-{scene.name}", picture)
        FOLDER.joinpath(f"{scene.stem}.svg").write_text(picture, "utf-8")
        FOLDER.joinpath(f"{scene.stem}.txt").write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

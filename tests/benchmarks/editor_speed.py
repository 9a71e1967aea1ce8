"""How long after the last key a generic sentence is marked in a post of 600 words, and what a key costs there.

Run by hand: `python -m tests.benchmarks.editor_speed [tries]`. It prints, median and worst, the milliseconds from
the last key of a generic sentence until its marked words are drawn, from the edit that makes it precise until they
are drawn unmarked, and from a key to its letter, this also as a ratio to a bare text area with the same text.
"""

from __future__ import annotations

import asyncio
import sys
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import App
from textual.widgets import TextArea

from planner.desk import posts
from planner.desk.check import draft_judge
from planner.tui.screens.editor import EditorScreen
from planner.tui.widgets.marked_text import MarkedText
from tests.tui.border import TITLE, Border, at_the_border
from tests.tui.stage import Stage, calendar_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.strip import Strip

TRIES, SIZE = 20, (120, 40)
REST = 0.5
"""Seconds of rest between the tries, so that nothing of the last one is still going on."""
LIMIT = 300
"""Milliseconds after the last key within which the words are marked."""


class Bare(App[None]):
    """A text area and nothing else."""

    def __init__(self, text: str) -> None:
        """Show `text`."""
        super().__init__()
        self.text = text

    def compose(self) -> ComposeResult:
        """The text area."""
        yield TextArea(self.text, soft_wrap=True, show_line_numbers=False)


class Drawn:
    """Says when a text area has drawn a line while a condition held."""

    def __init__(self, area: TextArea) -> None:
        """Listen to `area`."""
        self.holds: Callable[[], object] = lambda: False
        self.at = 0.0
        draw = area.render_line

        def render_line(y: int) -> Strip:
            strip = draw(y)
            if not self.at and self.holds():
                self.at = perf_counter()
            return strip

        area.render_line = render_line  # type: ignore[method-assign]

    async def after(self, deed: Callable[[], object], holds: Callable[[], object]) -> float:
        """Milliseconds from the deed until a line was drawn with the condition holding."""
        self.holds, self.at = holds, 0.0
        begun = perf_counter()
        deed()
        while not self.at:
            await asyncio.sleep(0.001)
        return (self.at - begun) * 1000


def press(app: App[Any]) -> None:
    """The key of a full stop, as the terminal gives it."""
    app.post_message(events.Key("full_stop", "."))


async def letters(app: App[Any], area: TextArea, tries: int) -> list[float]:
    """Milliseconds from a key to its letter, each after a rest."""
    area.move_cursor(area.document.end)
    drawn, waits = Drawn(area), []
    for _ in range(tries):
        await asyncio.sleep(REST)
        before = area.text
        waits.append(await drawn.after(partial(press, app), partial(_differs, area, before)))
    return waits


async def bare(text: str, tries: int) -> list[float]:
    """Milliseconds from a key to its letter in a bare text area."""
    app = Bare(text)
    async with app.run_test(size=SIZE):
        return await letters(app, app.query_one(TextArea), tries)


async def edited(app: Stage, border: Border, tries: int) -> dict[str, list[float]]:
    """Milliseconds until the words are marked, until the mark is gone, and from a key to its letter."""
    waits: dict[str, list[float]] = {"marked": [], "precise": []}
    async with app.run_test(size=SIZE) as pilot:
        screen = app.shown
        assert isinstance(screen, EditorScreen)
        while not (screen.ready and screen.judge):
            await pilot.pause(0.01)
        area = screen.query_one(MarkedText)
        drawn, start = Drawn(area), len(border.text)
        for _ in range(tries):
            area.replace_all(border.text + border.generic[:-1])
            area.move_cursor(area.document.end)
            await asyncio.sleep(REST)
            area.mark([])
            waits["marked"].append(await drawn.after(partial(press, app), partial(_marked, area, border)))
            await asyncio.sleep(REST)
            last = area._location(start), area.document.end
            made = partial(area.replace, border.precise, *last)
            waits["precise"].append(await drawn.after(made, partial(_plain, area, border)))
        waits["letter"] = await letters(app, area, tries)
    return waits


def _differs(area: TextArea, before: str) -> bool:
    return area.text != before


def _marked(area: MarkedText, border: Border) -> bool:
    return area.text.endswith(border.generic) and any(mark.start == len(border.text) for mark in area.marks)


def _plain(area: MarkedText, border: Border) -> bool:
    return area.text.endswith(border.precise) and not area.marks


async def main(tries: int) -> None:
    """Print the three delays and the ratio."""
    with TemporaryDirectory() as folder:
        desk = calendar_at(Path(folder) / "a.planner")
        border = at_the_border(draft_judge(desk, 1))
        posts.write(desk, 1, title=TITLE, body=border.text, network_id=2)
        found = await edited(Stage(desk, EditorScreen(1)), border, tries)
        desk.close()
    plain = await bare(border.text, tries)
    print(f"words marked     {_told(found['marked'])}, to be under {LIMIT}")
    print(f"mark gone        {_told(found['precise'])}, to be under {LIMIT}")
    print(f"letter drawn     {_told(found['letter'])}")
    print(f"in a bare area   {_told(plain)}: ratio {median(found['letter']) / median(plain):.1f}")


def _told(waits: list[float]) -> str:
    return f"median {median(waits):.0f} ms, worst {max(waits):.0f} ms of {len(waits)}"


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else TRIES))

"""What the tests of the brief share: its fields, and typing into them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.tui.screens.brief import BriefScreen
from planner.tui.screens.brief_checks import BriefChecks
from planner.tui.screens.brief_learnt import BriefLearnt
from planner.tui.widgets.choices import Choices
from planner.tui.widgets.entry import LineInput, TextBox
from planner.tui.widgets.fields import Field
from tests.tui.stage import paste, stage_of
from tests.tui.waiting import until

if TYPE_CHECKING:
    from textual.pilot import Pilot


def field_of(pilot: Pilot[None], name: str) -> Field:
    """The field of the form that asks for a field of the record."""
    return stage_of(pilot).shown.query_one(f"#field-{name}", Field)


async def opened(pilot: Pilot[None]) -> BriefScreen:
    """The brief, once it is read."""
    screen = stage_of(pilot).shown
    assert isinstance(screen, BriefScreen)
    await until(pilot, lambda: screen.saved, "the brief")
    await until(pilot, lambda: screen.query_one(BriefChecks).heard, "the checks")
    await until(pilot, lambda: len(screen.query_one(BriefLearnt).query_one(Choices).keys) > 1, "what was learnt")
    return screen


async def typed_into(pilot: Pilot[None], name: str, text: str) -> None:
    """Replace what stands in a field by typing."""
    control = field_of(pilot, name).control
    if isinstance(control, LineInput):
        control.value = ""
    elif isinstance(control, TextBox):
        control.text = ""
    control.focus()
    await pilot.pause()
    await paste(pilot, text)


def rows_of(pilot: Pilot[None], section: str) -> dict[str, str]:
    """The rows of a list of the brief: what is shown, by key; lines without a key are left out."""
    listed = stage_of(pilot).shown.query_one(f"#{section}").query_one(Choices)
    shown = {key: str(option.prompt) for key, option in zip(listed.keys, listed.options, strict=True)}
    return {key: text for key, text in shown.items() if key}


def told_of(pilot: Pilot[None], section: str) -> str:
    """Everything a list of the brief says, rows and lines."""
    listed = stage_of(pilot).shown.query_one(f"#{section}").query_one(Choices)
    return "\n".join(str(option.prompt) for option in listed.options)


async def at_row(pilot: Pilot[None], section: str, key: str) -> None:
    """Give a list of the brief the focus, with the cursor on a row."""
    listed = stage_of(pilot).shown.query_one(f"#{section}").query_one(Choices)
    listed.focus()
    listed.highlighted = listed.keys.index(key)
    await pilot.pause()

"""From one section of the brief to the next, without passing through every field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.tui.widgets.choices import Choices
from planner.tui.widgets.fields import Field

if TYPE_CHECKING:
    from textual.widget import Widget


def section_from(form: Widget, step: int) -> tuple[Widget, Widget]:
    """The heading of the section before (-1) or after (1) the one that has the focus, and what to begin at.

    After the last section comes the first one.
    """
    widgets = list(form.children)
    headings = [place for place, widget in enumerate(widgets) if widget.has_class("section")]
    here = next((place for place, widget in enumerate(widgets) if widget.has_focus_within), 0)
    now = sum(1 for place in headings if place <= here) - 1
    heading = headings[(now + step) % len(headings)]
    return widgets[heading], control_of(widgets[heading + 1])


def control_of(widget: Widget) -> Widget:
    """What has the focus in a field or a list of the brief."""
    return widget.control if isinstance(widget, Field) else widget.query_one(Choices)

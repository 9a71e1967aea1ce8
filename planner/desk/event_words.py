"""The words that planner itself puts into other calendars."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from planner.model.terms import Purpose, SlotKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

KINDS = frozenset(map(str, SlotKind))
"""What an exported event is for: publish, prepare, reply, listen, watch, review."""


def _capitalised(names: Sequence[str]) -> dict[str, str]:
    return {str(name): name.capitalize() for name in names}


@dataclass(frozen=True)
class Labels:
    """The words of an exported event, in the reader's language.

    `preparing`, `answering`, `reviewing` and those that end with a colon stand before a title or a text; `abouts` says
    by kind what a recurring block is for; `elsewhere` names the file of what stands on no network, `network` that of a
    network whose name has no Latin letter.
    """

    untitled: str = "Untitled"
    next_step: str = "Next step: "
    link: str = "Link: "
    need: str = "Question: "
    purposes: Mapping[str, str] = field(default_factory=lambda: _capitalised(tuple(Purpose)))
    slot_kinds: Mapping[str, str] = field(default_factory=lambda: _capitalised(tuple(SlotKind)))
    cut_note: str = "…"
    preparing: str = "Prepare: "
    answering: str = "Answer: "
    reviewing: str = "Review: "
    places: str = "Where: "
    abouts: Mapping[str, str] = field(default_factory=dict)
    elsewhere: str = "No network"
    network: str = "network"

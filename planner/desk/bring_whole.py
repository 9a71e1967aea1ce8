"""A whole calendar in the place of this one, looked at before it is taken in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.desk.bring import bring_intake, understood_toml
from planner.desk.desk import Changed
from planner.desk.preview import Preview, PreviewRow, becomes
from planner.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from planner.desk.desk import Desk
    from planner.desk.intake import Row
    from planner.desk.preview import State

SHOWN = 200
"""Characters of a text that stands for a title, at most."""
SAID_AT_FIRST = ("id", "uid", "title", "language", "zone", "country")
"""What a new calendar's brief says before a person has written anything in it."""


def held(desk: Desk) -> dict[str, int]:
    """How many of each kind of record the calendar holds that a person wrote, none left out; empty for a fresh one.

    `brief` is how many of its fields say something; posts in the bin are posts.
    """
    from planner.model.brief import Brief

    calendar = desk.calendar()
    fresh, brief = Brief().model_dump(), calendar.brief.model_dump()
    said = [name for name, value in brief.items() if name not in SAID_AT_FIRST and value != fresh[name]]
    counts = {
        "brief": len(said), "need": len(calendar.needs), "network": len(calendar.networks),
        "slot": len(calendar.slots), "post": len(calendar.posts) + len(calendar.binned),
        "question": len(calendar.questions), "person": len(calendar.people), "result": len(calendar.results),
        "review": len(calendar.reviews), "mute": len(calendar.mutes),
    }  # fmt: skip
    return {record: count for record, count in counts.items() if count}


def preview_whole(desk: Desk, path: Path) -> Preview:
    """What a calendar's TOML file would put in the place of this one's posts and slots.

    Raises:
        InputError: what `understood_toml` refuses.
    """
    intake = understood_toml(path, path.name)
    standing = _standing(desk)
    rows = [
        _row(number, record, row, standing)
        for number, (record, row) in enumerate(
            ((record, row) for record in ("post", "slot") for row in intake.rows[record]), 1
        )
    ]
    uids = {str(row.values.get("uid") or "") for record in ("post", "slot") for row in intake.rows[record]}
    told = InputError("import-replaces-all", title=desk.calendar().brief.title, count=len(standing.keys() - uids))
    head = PreviewRow(0, str(intake.brief.get("title", "")) or path.stem, "changed", "calendar", (told,))

    def bring() -> Changed:
        brought = bring_intake(desk, intake)
        return Changed("import", "calendar", 1, brought.revision, brought.title)

    return Preview(path.name, [head, *rows], bring, today=desk.today())


def _standing(desk: Desk) -> dict[str, dict[str, Any]]:
    calendar = desk.calendar()
    posts = {post.uid: post.model_dump() for post in (*calendar.posts, *calendar.binned)}
    return posts | {slot.uid: slot.model_dump() for slot in calendar.slots}


def _row(number: int, record: str, row: Row, standing: dict[str, dict[str, Any]]) -> PreviewRow:
    values = row.values
    known = standing.get(str(values.get("uid") or ""))
    same = known is not None and all(known[name] == value for name, value in values.items() if not name.endswith("_id"))
    state: State = "new" if known is None else "same" if same else "changed"
    title = str(values.get("title") or str(values.get("body", "")).strip().partition("\n")[0][:SHOWN])
    comes_to = None if state == "same" and title else becomes(record, values)
    return PreviewRow(number, title, state, record, becomes=comes_to)

"""A whole calendar in the place of this one, looked at before it is taken in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.desk.bring import bring_intake, understood_toml
from planner.desk.desk import Changed
from planner.desk.preview import Preview, PreviewRow
from planner.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from planner.desk.desk import Desk
    from planner.desk.intake import Row
    from planner.desk.preview import State


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

    return Preview(path.name, [head, *rows], bring)


def _standing(desk: Desk) -> dict[str, dict[str, Any]]:
    calendar = desk.calendar()
    posts = {post.uid: post.model_dump() for post in (*calendar.posts, *calendar.binned)}
    return posts | {slot.uid: slot.model_dump() for slot in calendar.slots}


def _row(number: int, record: str, row: Row, standing: dict[str, dict[str, Any]]) -> PreviewRow:
    values = row.values
    known = standing.get(str(values.get("uid") or ""))
    same = known is not None and all(known[name] == value for name, value in values.items() if not name.endswith("_id"))
    state: State = "new" if known is None else "same" if same else "changed"
    return PreviewRow(number, str(values.get("title") or values.get("kind") or ""), state, record)

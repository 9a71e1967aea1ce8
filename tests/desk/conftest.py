"""What tests of importing may ask for: a file of events, previewed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from planner.desk.bring_ics import preview_ics

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from planner.desk.desk import Desk
    from planner.desk.preview import Preview


@pytest.fixture
def bring(desk: Desk, tmp_path: Path) -> Callable[..., Preview]:
    """Write events, a list of lines each, and give the preview; `bring(...).bring()` takes them in."""

    def previewed(
        *events: list[str], head: tuple[str, ...] = (), product: str = "-//Google//EN", **options: Any
    ) -> Preview:
        path = tmp_path / "theirs.ics"
        whole = ["BEGIN:VCALENDAR", f"PRODID:{product}", *head]
        for lines in events:
            whole += ["BEGIN:VEVENT", *lines, "END:VEVENT"]
        path.write_text("\r\n".join([*whole, "END:VCALENDAR", ""]), "utf-8")
        return preview_ics(desk, path, **options)

    return previewed

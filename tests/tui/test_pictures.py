"""The words on the pictures of the README are the words on the screen."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from planner import words
from tests.tui.pictures import FOLDER, SCENES, Scene, drawn, staged

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(autouse=True)
def _home_and_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("PLANNER_HOME", str(tmp_path / "home"))
    yield
    words.speak("en")


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.stem)
async def test_the_screen_reads_as_its_picture(tmp_path: Path, scene: Scene) -> None:
    with closing(staged(scene.language, tmp_path)) as desk:
        _, text = await drawn(scene, desk)
    assert text == (FOLDER / f"{scene.stem}.txt").read_text("utf-8")

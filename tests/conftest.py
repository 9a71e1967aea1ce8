"""What every test may ask for: an empty calendar and a filled one, with a clock that stands still."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from planner import words
from planner.desk.desk import Desk
from tests.made import Clock, fill, fresh

if TYPE_CHECKING:
    from collections.abc import Iterator

# A loaded machine is slow now and then: what a property says does not depend on it.
settings.register_profile("planner", deadline=None)
settings.load_profile("planner")


@pytest.fixture(autouse=True)
def _in_english() -> None:
    """Each test begins in English, whatever the one before it spoke."""
    words.speak("en")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    opened = fresh(tmp_path, "empty", clock)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def filled_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A filled calendar, made once: tests open copies of it."""
    made = fill(fresh(tmp_path_factory.mktemp("made"), "filled"))
    made.close()
    return made.path


@pytest.fixture
def filled(tmp_path: Path, clock: Clock, filled_file: Path) -> Iterator[Desk]:
    opened = Desk(Path(shutil.copy(filled_file, tmp_path)), clock)
    yield opened
    opened.close()

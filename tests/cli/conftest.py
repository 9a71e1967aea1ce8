"""A folder of one's own, a day that stands still, and a way to run a command."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import pytest

from planner.cli.main import main
from planner.desk.desk import Desk
from planner.words import speak

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 11, 25)
"""A Wednesday, in ISO week 48."""


class Answer(NamedTuple):
    """How a command ended and what it printed."""

    code: int
    out: str
    err: str


Run = Callable[..., Answer]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home, in English, on `TODAY`."""
    monkeypatch.setenv("PLANNER_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.delenv("TZ", raising=False)
    monkeypatch.setattr(Desk, "today", lambda self: TODAY)
    return tmp_path / "home"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command as a person would; `typed` is what comes in."""

    def answer(*arguments: str, typed: bytes = b"") -> Answer:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(typed), encoding="utf-8"))
        code = main(list(arguments))
        speak("en")
        return Answer(code, *capsys.readouterr())

    return answer


@pytest.fixture
def calendar(run: Run, tmp_path: Path) -> Path:
    """A calendar with nothing in it, remembered as the last one."""
    path = tmp_path / "mine.planner"
    assert run("new", "Building trade", "--zone", "Europe/Paris", "--calendar", str(path)).code == 0
    return path

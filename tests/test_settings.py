"""What a person set is never lost: not by a slip in the file, nor by a key that is not known."""

from __future__ import annotations

import stat
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from planner import places, settings
from planner.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

SLIP = 'language = "fr\n[keys]\nquit = "x"\n'


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The settings' file, in a folder that is not made yet."""
    monkeypatch.setenv("PLANNER_HOME", str(tmp_path / "home"))
    return places.settings_file()


def put(file: Path, content: bytes) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(content)


def test_what_is_saved_is_loaded(file: Path) -> None:
    said = Settings(language="fr", theme="nuit", last="/é.planner", keys={"quit": "x"})
    settings.save(said)
    assert settings.load() == said
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_no_file_is_no_settings() -> None:
    assert settings.load() == Settings()


@pytest.mark.parametrize("content", [SLIP.encode(), b"\xff\xfe"])
def test_a_file_that_cannot_be_read_is_kept_aside(file: Path, content: bytes) -> None:
    put(file, content)
    assert settings.load() == Settings()
    settings.remember_last(Path("/a.planner"))
    settings.remember_last(Path("/b.planner"))
    aside = file.with_name("settings.toml.unreadable")
    assert aside.read_bytes() == content
    assert sorted(path.name for path in file.parent.iterdir()) == [file.name, aside.name]
    assert settings.load().last == "/b.planner"


def test_a_second_slip_does_not_cost_the_first_file(file: Path) -> None:
    for content in (b"first = ", b"second = "):
        put(file, content)
        settings.save(Settings())
    assert file.with_name("settings.toml.unreadable").read_bytes() == b"first = "
    assert file.with_name("settings.toml.unreadable-2").read_bytes() == b"second = "


def test_what_is_not_known_is_kept(file: Path) -> None:
    put(file, b'later = [1, 2]\nlanguage = "fr"\n[keys]\nquit = "x"\n[more]\ndeep = true\n')
    settings.save(replace(settings.load(), theme="nuit"))
    text = file.read_text("utf-8")
    assert "later" in text
    assert "deep = true" in text
    assert settings.load() == Settings(language="fr", theme="nuit", keys={"quit": "x"})


def test_a_file_name_that_is_not_utf_8_crashes_nothing(file: Path) -> None:
    settings.save(Settings(language="fr"))
    settings.remember_last(Path("/\udce9.planner"))
    assert settings.load() == Settings(language="fr")
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def _a_file_in_the_way(file: Path) -> None:
    file.parent.write_text("", "utf-8")


def _a_folder_in_its_place(file: Path) -> None:
    file.mkdir(parents=True)


@pytest.mark.parametrize("spoil", [_a_file_in_the_way, _a_folder_in_its_place])
def test_a_place_that_refuses_is_passed_over(file: Path, spoil: Callable[[Path], None]) -> None:
    spoil(file)
    settings.save(Settings(language="fr"))
    assert settings.load() == Settings()

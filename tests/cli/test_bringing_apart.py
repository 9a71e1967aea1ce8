"""Files that mean harm, brought in by their command: a sentence, exit 3, and a calendar as it was."""

from __future__ import annotations

import os
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

BOMB = "\n".join(["a: &a [x, x, x]", *(f"{two}: &{two} [{f'*{one}, ' * 9}]" for one, two in pairwise("abcdefgh"))])
HOSTILE: dict[str, tuple[bytes, str]] = {
    "bomb.md": (f"---\n{BOMB}\n---\nx".encode(), "Line 2: the front matter cannot be read."),
    "deep.md": (b"---\na: " + b"[" * 100_000 + b"\n---\nx", "Line 2: the front matter cannot be read."),
    "tag.md": (b"---\na: !!python/object/apply:os.system [exit]\n---\nx", "Line 2: the front matter cannot be read."),
    "large.md": (b"a" * 50_000_000, "large.md is too large: 9,000,000 bytes at most."),
    "latin.md": (b"un\n\xe9", "latin.md, line 2: this is not text in UTF-8."),
    "nul.md": (b"un\na\0", "nul.md, line 2: this is not text in UTF-8."),
    "deep.toml": (b"format = 1\na = " + b"[" * 100_000, "line 2: tables within tables, deeper than a calendar goes."),
    "long.toml": (b"format = 1\na = " + b"9" * 10_000_000, "line 2: a number too long to be one."),
    "large.toml": (b"#" * 50_000_000, "line 1: more than planner takes in at once."),
    "latin.toml": (b"format = 1\n# \xe9", "line 2: this is not text in UTF-8."),
    "nul.toml": (b"format = 1\na = '\0'", "line 2, column 6, a: a control character (U+0000) stands there."),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_answered_with_a_sentence(run: Run, calendar: Path, tmp_path: Path, name: str) -> None:
    content, told = HOSTILE[name]
    file = tmp_path / name
    file.write_bytes(content)
    before, made = calendar.read_bytes(), tmp_path / "made.planner"
    answer = run("import", str(file), "--yes")
    assert answer.code == 3
    assert told in answer.err
    assert calendar.read_bytes() == before
    if file.suffix == ".toml":
        assert run("import", str(file), "--calendar", str(made)).code == 3
        assert not made.exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
@pytest.mark.parametrize("name", ["pipe.md", "pipe.toml", "zero.md", "zero.toml", "pipe.csv", "pipe.ics", "zero.csv"])
def test_a_pipe_or_a_device_is_answered_and_not_waited_for(run: Run, calendar: Path, tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    if file.stem == "pipe":
        os.mkfifo(file)
    else:
        file.symlink_to("/dev/zero")
    before = calendar.read_bytes()
    answer = run("import", str(file), "--yes")
    assert (answer.code, "Nothing was changed." in answer.err) == (3, True)
    assert ("cannot be opened" in answer.err) == (file.suffix in (".md", ".toml"))
    assert calendar.read_bytes() == before

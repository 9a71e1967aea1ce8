"""Notes read in a process of their own say what they say when they are read here; one process reads a folder."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from unittest.mock import Mock

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.errors import InputError
from planner.exchange import apart, markdown, markdown_apart
from planner.exchange.markdown_apart import notes_apart
from tests.exchange.test_markdown import BOMB

PIECES = st.sampled_from(
    ["---\n", "+++\n", "\n", "title: ", "a = ", "# ", "- ", ": ", "&a ", "*a", "!!", "{", "[", "}", "]", "~", "'", '"',
     "no", "12:30", "2026-02-30", "\\ud83d\\ude00", "\\udc00", "\\u2028", "é", "🧱", "\u2028", "\0", "uid: x\n"]
)  # fmt: skip
FRONT = st.lists(PIECES, max_size=10).map("".join)
NOTES = st.builds(
    lambda sign, front, body: f"{sign}\n{front}\n{sign}\n{body}".encode(), st.sampled_from(["---", "+++"]), FRONT, FRONT
)


def outcome(note: markdown.Note | InputError) -> str:
    if isinstance(note, InputError):
        return repr((note.key, sorted(note.values.items()), note.detail))
    return repr((dict(note.said), note.title, note.body, note.own))


def here(content: bytes, name: str) -> markdown.Note | InputError:
    try:
        return markdown.read(content, name)
    except InputError as error:
        return error


def stood(folder: Path, contents: dict[str, bytes]) -> list[tuple[Path, str]]:
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    return [(folder / name, f"notes/{name}") for name in contents]


@settings(max_examples=15, deadline=None)
@given(st.lists(NOTES | st.binary(max_size=40), min_size=1, max_size=30))
def test_notes_read_apart_say_what_they_say_here(
    tmp_path_factory: pytest.TempPathFactory, contents: list[bytes]
) -> None:
    named = {f"{number}.md": content for number, content in enumerate(contents)}
    found = notes_apart(stood(tmp_path_factory.mktemp("notes"), named))
    assert [outcome(note) for note in found] == [
        outcome(here(content, f"notes/{name}")) for name, content in named.items()
    ]


HOSTILE: dict[str, bytes] = {
    "a bomb": BOMB.encode(),
    "brackets": b"a: " + b"[" * 100_000,
    "tables": b"a: " + b"{a: " * 30_000,
    "a tag": b"title: !!python/object/apply:os.system ['true']",
    "no text": b"title: \xff",
    "a NUL": b"title: \0",
}


def test_hostile_notes_are_refused_one_by_one_and_the_others_are_read(tmp_path: Path) -> None:
    contents = {f"{name}.md": b"---\n" + front + b"\n---\nx" for name, front in HOSTILE.items()}
    found = notes_apart(stood(tmp_path, {**contents, "z.md": b"# Un\n\nDeux"}))
    assert [note.key for note in found if isinstance(note, InputError)] == ["front-unreadable"] * 4 + ["not-text"] * 2
    assert found[-1] == markdown.Note({}, "Un", "Deux", own=False)


def test_hostile_toml_in_front_matter_is_refused_on_its_line(tmp_path: Path) -> None:
    for value in (".".join("a" * 99_000) + " = 1", "a = " + "[" * 90_000, "a = " + "9" * 190_000):
        (found,) = notes_apart(stood(tmp_path, {"a.md": f"+++\nb = 1\n{value}\n+++\nx".encode()}))
        assert isinstance(found, InputError)
        assert (found.key, found.values) == ("front-unreadable", {"line": 3})


def test_three_hundred_notes_are_read_by_one_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun = Mock(wraps=subprocess.Popen)
    files = stood(tmp_path, {f"{number}.md": b"---\ntitle: A\n---\nx" for number in range(300)})
    monkeypatch.setattr(subprocess, "Popen", begun)
    assert len(notes_apart(files)) == 300
    begun.assert_called_once()


def test_no_front_matter_is_parsed_in_this_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown, "read", lambda *_: pytest.fail("read here"))
    monkeypatch.setattr(yaml.SafeLoader, "get_single_data", lambda _: pytest.fail("parsed here"))
    files = stood(tmp_path, {"a.md": b"---\ntitle: A\n---\nx"})
    assert notes_apart(files) == [markdown.Note({"title": "A"}, "", "x", own=False)]


def test_a_note_over_which_the_process_ends_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = stood(tmp_path, {"a.md": b"a", "b.md": b"b" * 5_000, "c.md": b"c"})
    monkeypatch.setattr(apart, "MOST_ANSWERED", 3_000)
    with pytest.raises(InputError) as refused:
        notes_apart(files)
    assert (refused.value.key, refused.value.values) == ("file-too-heavy", {"file": "notes/b.md"})


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_pipes_devices_and_what_is_gone_are_no_notes(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "zero.md").symlink_to("/dev/zero")
    names = ("pipe.md", "zero.md", "gone.md")
    found = notes_apart([(tmp_path / name, name) for name in names])
    assert [(note.key, note.values["file"]) for note in found if isinstance(note, InputError)] == [
        ("file-unreadable", "pipe.md"), ("file-unreadable", "zero.md"), ("file-missing", "gone.md"),
    ]  # fmt: skip


@pytest.mark.skipif(os.name != "posix", reason="names are bytes on Unix only")
def test_a_note_whose_name_is_no_utf_8_is_read(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"\xe9t\xe9.md")
    path.write_bytes(b"x")
    assert notes_apart([(path, path.name)]) == [markdown.Note({}, "", "x", own=False)]


@pytest.mark.parametrize(("count", "seconds"), [(1, apart.SECONDS), (300, apart.SECONDS), (20_000, 400)])
def test_a_large_folder_may_take_longer(monkeypatch: pytest.MonkeyPatch, count: int, seconds: int) -> None:
    asked = Mock(return_value=iter(()))
    monkeypatch.setattr(markdown_apart, "values_apart", asked)
    notes_apart([(Path("a.md"), "a.md")] * count)
    assert asked.call_args.kwargs == {"seconds": seconds, "arguments": [str(seconds)]}

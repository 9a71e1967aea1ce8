"""Files are written whole or not at all, and never over somebody else's."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from planner.errors import InputError, OutsideError, PlannerError
from planner.exchange.files import read_text, write_whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def ours(head: bytes) -> bool:
    return head.startswith(b"ours")


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.ics"
    assert write_whole(path, [b"ours", b" and more"], ours) == 13
    assert path.read_bytes() == b"ours and more"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert _names(tmp_path) == ["a.ics"]


def test_our_own_file_and_an_empty_one_are_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.ics"
    path.touch(mode=0o644)
    write_whole(path, [b"ours 1"], ours)
    write_whole(path, [b"ours 2"], ours)
    assert path.read_bytes() == b"ours 2"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_stranger_s_file_is_left_as_it_was_unless_forced(tmp_path: Path) -> None:
    path = tmp_path / "letter.ics"
    path.write_bytes(b"theirs")
    with pytest.raises(InputError) as refused:
        write_whole(path, [b"ours"], ours)
    assert refused.value.key == "not-ours"
    assert path.read_bytes() == b"theirs"
    write_whole(path, [b"ours"], ours, force=True)
    assert path.read_bytes() == b"ours"


def test_bytes_and_name_reach_the_disk_before_anyone_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A power cut right after must find the old file or the new one, whole."""
    path, synced, real = tmp_path / "a.ics", [], os.fsync

    def fsync(descriptor: int) -> None:
        found = os.fstat(descriptor)
        synced.append(("folder" if stat.S_ISDIR(found.st_mode) else "file", found.st_size, path.exists()))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    write_whole(path, [b"ours", b" and more"], ours)
    assert [kind for kind, _, _ in synced] == ["file", "folder"]
    assert synced[0][1:] == (13, False)
    assert synced[1][2]


def test_a_link_is_replaced_and_never_written_through(tmp_path: Path) -> None:
    behind, link = tmp_path / "behind", tmp_path / "link"
    behind.write_bytes(b"ours, but elsewhere")
    link.symlink_to(behind)
    write_whole(link, [b"ours, new"], ours)
    assert not link.is_symlink()
    assert link.read_bytes() == b"ours, new"
    assert behind.read_bytes() == b"ours, but elsewhere"


@pytest.mark.parametrize("force", [True, False])
def test_a_device_and_a_folder_are_never_replaced(tmp_path: Path, force: bool) -> None:
    link = tmp_path / "out"
    link.symlink_to(os.devnull)
    folder = tmp_path / "folder"
    folder.mkdir()
    for path, key in ((link, "cannot-write"), (folder, "is-folder")):
        with pytest.raises(PlannerError) as refused:
            write_whole(path, [b"ours"], ours, force=force)
        assert refused.value.key == key
    assert link.is_symlink()


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutsideError) as refused:
        write_whole(tmp_path / "no" / "a.ics", [b"ours"], ours)
    assert refused.value.key == "folder-missing"


@pytest.mark.parametrize(("code", "key"), [(errno.ENOSPC, "disk-full"), (errno.EIO, "cannot-write")])
def test_a_disk_that_fails_halfway_leaves_the_old_file(tmp_path: Path, code: int, key: str) -> None:
    path = tmp_path / "a.ics"
    path.write_bytes(b"ours, old")

    def chunks() -> Iterator[bytes]:
        yield b"ours, half"
        raise OSError(code, os.strerror(code))

    with pytest.raises(OutsideError) as refused:
        write_whole(path, chunks(), ours)
    assert refused.value.key == key
    assert path.read_bytes() == b"ours, old"
    assert _names(tmp_path) == ["a.ics"]


def test_what_a_killed_process_left_is_swept_away(tmp_path: Path) -> None:
    dead = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True)
    left = tmp_path / f".planner-writing-{int(dead.stdout)}-0badcafe"
    busy = tmp_path / f".planner-writing-{os.getpid()}-0badcafe"
    left.touch()
    busy.touch()
    write_whole(tmp_path / "a.ics", [b"ours"], ours)
    assert _names(tmp_path) == [busy.name, "a.ics"]


def test_a_text_is_read_with_or_without_its_mark(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes("\ufefféà".encode())
    assert read_text(path) == "éà"


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    with pytest.raises(InputError) as refused:
        read_text(path)
    assert refused.value.key == "file-missing"
    path.write_bytes(b"a\nb \xff")
    with pytest.raises(InputError) as refused:
        read_text(path)
    assert (refused.value.key, refused.value.values["line"]) == ("file-unreadable", 2)
    with pytest.raises(InputError) as refused:
        read_text(tmp_path)
    assert refused.value.key == "file-unreadable"


def test_what_a_file_is_known_again_by_is_told_before_anyone_can_replace_it(tmp_path: Path) -> None:
    path, seen = tmp_path / "a.ics", list[os.stat_result]()
    write_whole(path, [b"ours"], ours, left=seen.append)
    found = path.stat()
    assert [(one.st_ino, one.st_mtime_ns, one.st_size) for one in seen] == [
        (found.st_ino, found.st_mtime_ns, found.st_size)
    ]

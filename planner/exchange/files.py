"""Files in and out: read within bounds, written whole or not at all, never over what is not planner's."""

from __future__ import annotations

import errno
import os
import re
import secrets
import stat
from contextlib import suppress
from typing import TYPE_CHECKING

from planner.errors import InputError, OutsideError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

HEAD = 2_000
"""Bytes of a file that are read to know whose it is."""
MOST_BYTES = 80_000_000
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
DATABASE = b"SQLite format 3\0"
TEMPORARY = re.compile(r"\.planner-writing-(\d+)-[0-9a-f]+")


def write_whole(
    path: Path,
    chunks: Iterable[bytes | memoryview],
    ours: Callable[[bytes], bool],
    *,
    force: bool = False,
    mode: int = 0o600,
    left: Callable[[os.stat_result], None] = lambda _: None,
) -> int:
    """Write a file whole or not at all, for its owner alone, and give its size in bytes.

    A link is replaced, never written through. `ours` is shown the first bytes of a file that stands there
    already and says whether planner wrote it; an empty file is anybody's. `left` is told what the new file is
    known again by, whoever replaces it a moment later.

    Raises:
        InputError: `is-folder`, or `not-ours` when something else stands there without `force`; it is left as it was.
        OutsideError: `folder-missing`, `disk-full` or `cannot-write`; what stood there is left as it was.
    """
    try:
        standing = _head(path)
        if standing and not force and not ours(standing):
            raise InputError("not-ours", file=str(path))
        _sweep(path.parent)
        size = _replaced(path, chunks, mode, left)
        _sync_folder(path.parent)
        return size
    except OSError as error:
        if error.errno in FULL:
            raise OutsideError("disk-full", file=str(path), detail=str(error)) from error
        if isinstance(error, (FileNotFoundError, NotADirectoryError)) and not path.parent.is_dir():
            raise OutsideError("folder-missing", file=str(path), folder=str(path.parent)) from error
        raise OutsideError("cannot-write", file=str(path), detail=str(error)) from error


def write_each(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Write files into a folder, each whole or not at all, for their owner alone; what stands there is replaced.

    Whose it was has been asked before. Many files are much faster so than one by one.

    Raises:
        OutsideError: `disk-full` or `cannot-write`, with the file; those before it are written.
    """
    file = folder
    try:
        _sweep(folder)
        for name, content in contents.items():
            file = folder / name
            _replaced(file, [content], 0o600, lambda _: None)
        _sync_folder(folder)
    except OSError as error:
        key = "disk-full" if error.errno in FULL else "cannot-write"
        raise OutsideError(key, file=str(file), detail=str(error)) from error


def read_text(path: Path) -> str:
    """The text of a file in UTF-8.

    Raises:
        InputError: `file-missing`, `file-too-large` (limit) or `file-unreadable`, also when it is not UTF-8.
    """
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise InputError("file-missing", file=str(path)) from error
    except OSError as error:
        raise InputError("file-unreadable", file=str(path), detail=str(error)) from error
    if len(content) > MOST_BYTES:
        raise InputError("file-too-large", file=str(path), limit=MOST_BYTES)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise InputError("file-unreadable", file=str(path), line=line, detail=str(error)) from error


def _head(path: Path) -> bytes:
    """The first bytes of what stands there; none when nothing does.

    Raises:
        InputError: `is-folder`.
        OSError: what stands there is a device, which a rename would do away with.
    """
    try:
        found = path.stat()
    except FileNotFoundError:
        return b""
    if stat.S_ISDIR(found.st_mode):
        raise InputError("is-folder", file=str(path))
    if not stat.S_ISREG(found.st_mode):
        raise OSError(errno.EINVAL, "not a regular file", str(path))
    opened = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    head = os.read(opened, HEAD)
    # Closing a calendar that is open would let go of the locks its connection holds (sqlite.org/howtocorrupt, 2.2).
    if not head.startswith(DATABASE):
        os.close(opened)
    return head


def _replaced(
    path: Path, chunks: Iterable[bytes | memoryview], mode: int, left: Callable[[os.stat_result], None]
) -> int:
    """Write beside the file and rename: readers see the old file or the new one (POSIX rename is atomic)."""
    written = path.parent / f".planner-writing-{os.getpid()}-{secrets.token_hex(4)}"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    try:
        with open(os.open(written, flags, 0o600), "wb") as file:  # noqa: PTH123
            size = sum(file.write(chunk) for chunk in chunks)
            file.flush()
            os.fsync(file.fileno())
            left(os.fstat(file.fileno()))
        if mode != 0o600:
            written.chmod(mode)
        written.replace(path)
    except BaseException:
        with suppress(OSError):
            written.unlink(missing_ok=True)
        raise
    return size


def _sync_folder(folder: Path) -> None:
    """Make the rename last; a system that cannot open folders (Windows) does so by itself."""
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _sweep(folder: Path) -> None:
    """Remove what a process that was killed while writing left behind."""
    for found in os.scandir(folder):
        match = TEMPORARY.fullmatch(found.name)
        if match and not _alive(int(match[1])):
            with suppress(OSError):
                os.unlink(found.path)  # noqa: PTH108


def _alive(process: int) -> bool:
    if os.name != "posix":
        return True
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True

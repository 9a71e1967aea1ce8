"""Files of others are read in a process of their own, within bounds: it may fail, and planner goes on.

The file, or what was read of it, is the process's standard input; what it understood comes back as JSON, a value a
line, never as pickle.
"""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
import threading
from contextlib import contextmanager, suppress
from io import BufferedReader
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from planner.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Sequence

SECONDS = 9
"""How long a file may take, by the clock and in computing time: with planner's own start, under ten seconds."""
MEMORY = 512 * 1024 * 1024
MOST_BYTES = 50_000_000
MOST_ANSWERED = 4 * MOST_BYTES
"""Bytes of everything that is understood, at most: planner holds all of it."""
SECRETS = ("PLANNER_CALDAV_PASSWORD",)
"""Variables that a process which reads what others wrote is never handed."""
END = {"end": True}
"""The last value: without it the process did not come to the end of the file."""


def values_apart(
    module: str,
    source: Path | Iterable[bytes],
    name: str,
    *,
    seconds: float = SECONDS,
    arguments: Sequence[str] = (),
) -> Generator[dict[str, Any], None, None]:
    """What a module's `answer_apart` says of a file, a value at a time.

    Args:
        module: run as `python -m`; it must call `answer_apart`.
        source: the file, or what the process is handed in its place, piece by piece.
        name: what the person calls it.
        seconds: how long it may take.
        arguments: what the module is told on its command line.

    Raises:
        InputError: `file-missing`, `file-unreadable`, `file-too-large` (limit), `file-too-slow` (limit) or
            `file-too-heavy`; whatever the module refuses the file for.
    """
    with _input(source, name) as given, _process([module, *arguments], given) as process:
        timer = threading.Timer(seconds, process.kill)
        timer.start()
        try:
            whole = yield from _values(process, name)
        finally:
            late = not timer.is_alive()
            timer.cancel()
        if not whole:
            raise (
                InputError("file-too-slow", file=name, limit=round(seconds))
                if late
                else InputError("file-too-heavy", file=name)
            )


@contextmanager
def _input(source: Path | Iterable[bytes], name: str) -> Iterator[Iterable[bytes]]:
    if not isinstance(source, Path):
        yield source
        return
    with opened(source, name) as file:
        found = os.fstat(file.fileno())
        if stat.S_ISREG(found.st_mode) and found.st_size > MOST_BYTES:
            raise InputError("file-too-large", file=name, limit=MOST_BYTES)
        yield file


def opened(path: Path, name: str, *, regular: bool = False) -> IO[bytes]:
    """A file, open to be read; a pipe into which nobody writes is an empty one, and nothing is waited for.

    Args:
        path: the file.
        name: what the person calls it.
        regular: whether pipes and devices are refused.

    Raises:
        InputError: `file-missing` or `file-unreadable`.
    """
    try:
        file: IO[bytes] = open(path, "rb", opener=_at_once)  # noqa: SIM115 (the caller closes it)
    except FileNotFoundError as error:
        raise InputError("file-missing", file=name) from error
    except (OSError, ValueError) as error:
        raise InputError("file-unreadable", file=name, detail=str(error)) from error
    if regular and not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise InputError("file-unreadable", file=name, detail="not a regular file")
    return file


def _at_once(path: str, flags: int) -> int:
    """Open without waiting for a writer; who reads from it then waits as ever."""
    number = os.open(path, flags | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0))
    if os.name == "posix":
        os.set_blocking(number, True)
    return number


@contextmanager
def _process(command_line: Sequence[str], given: Iterable[bytes]) -> Iterator[subprocess.Popen[bytes]]:
    """The process, which finds modules where this one does and never in the folder it is started from."""
    own = {name: value for name, value in os.environ.items() if name.upper() not in SECRETS}
    environment = {**own, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-P", "-m", *command_line]
    file = given if isinstance(given, BufferedReader) else subprocess.PIPE
    process = subprocess.Popen(command, stdin=file, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment)
    feeding = threading.Thread(target=_feed, args=(process.stdin, given))
    with process:
        feeding.start()
        try:
            yield process
        finally:
            process.kill()
            feeding.join()


def _feed(into: IO[bytes] | None, pieces: Iterable[bytes]) -> None:
    """Hand the process what it reads; one that ended before has read enough."""
    if into is not None:
        with suppress(OSError), into:
            for piece in pieces:
                into.write(piece)


def _values(process: subprocess.Popen[bytes], name: str) -> Generator[dict[str, Any], None, bool]:
    """Each value that is no end and no refusal; gives whether the end was seen."""
    if process.stdout is None:
        return False
    left = MOST_ANSWERED
    while line := process.stdout.readline(left):
        left -= len(line)
        try:
            value = json.loads(line)
        except (ValueError, RecursionError):
            return False
        if value == END:
            return True
        if "refused" in value:
            raise refusal(value, file=name)
        yield value
    return False


def told(error: InputError) -> dict[str, Any]:
    """A refusal as a value, whose own values are texts and numbers."""
    return {"refused": error.key, "values": error.values, "detail": error.detail}


def refusal(value: dict[str, Any], **values: object) -> InputError:
    """The refusal that `told` made a value of, and what else is known of it."""
    return InputError(value["refused"], detail=value["detail"], **{**value["values"], **values})


def answer_apart(answer: Callable[[IO[bytes]], Iterable[dict[str, Any]]], seconds: int = SECONDS) -> None:
    """In the other process: bound it, read standard input, and write what was understood to standard output.

    An InputError that is raised refuses the whole file.
    """
    bound(seconds)
    out = sys.stdout.buffer
    try:
        for value in answer(sys.stdin.buffer):
            out.write(_line(value))
        out.write(_line(END))
    except InputError as error:
        out.write(_line(told(error)))
    out.flush()


def _line(value: dict[str, Any]) -> bytes:
    """A value on its line; halves of surrogates, which YAML can say, come back as the halves they are."""
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n"


def bound(seconds: int = SECONDS) -> None:
    """Hold this process to its memory and computing time, where the system can (not on Windows)."""
    try:
        import resource
    except ImportError:
        return
    bounds = {"RLIMIT_AS": MEMORY, "RLIMIT_CPU": seconds, "RLIMIT_CORE": 0}
    for kind, most in bounds.items():
        with suppress(AttributeError, ValueError, OSError):
            resource.setrlimit(getattr(resource, kind), (most, most))

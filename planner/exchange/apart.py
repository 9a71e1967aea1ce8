"""Files of others are read in a process of their own, within bounds: it may fail, and planner goes on.

The file is the process's standard input; what it understood comes back as JSON, a value a line, never as pickle.
"""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
import threading
from contextlib import contextmanager, suppress
from typing import IO, TYPE_CHECKING, Any

from planner.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
    from pathlib import Path

SECONDS = 10
"""How long a file may take, by the clock and in computing time."""
MEMORY = 512 * 1024 * 1024
MOST_BYTES = 50_000_000
SECRETS = ("PLANNER_CALDAV_PASSWORD",)
"""Variables that a process which reads what others wrote is never handed."""
END = {"end": True}
"""The last value: without it the process did not come to the end of the file."""


def values_apart(
    module: str, path: Path, name: str, *, seconds: float = SECONDS, arguments: Sequence[str] = ()
) -> Generator[dict[str, Any], None, None]:
    """What a module's `answer_apart` says of a file, a value at a time.

    Args:
        module: run as `python -m`; it must call `answer_apart`.
        path: the file.
        name: what the person calls it.
        seconds: how long it may take.
        arguments: what the module is told on its command line.

    Raises:
        InputError: `file-missing`, `file-unreadable`, `file-too-large` (limit), `file-too-slow` (limit) or
            `file-too-heavy`.
    """
    with _opened(path, name) as file, _process([module, *arguments], file) as process:
        timer = threading.Timer(seconds, process.kill)
        timer.start()
        try:
            whole = yield from _values(process, name)
        finally:
            late = not timer.is_alive()
            timer.cancel()
        if not whole:
            raise (
                InputError("file-too-slow", file=name, limit=SECONDS)
                if late
                else InputError("file-too-heavy", file=name)
            )


@contextmanager
def _opened(path: Path, name: str) -> Iterator[IO[bytes]]:
    try:
        file = path.open("rb")
    except FileNotFoundError as error:
        raise InputError("file-missing", file=name) from error
    except (OSError, ValueError) as error:
        raise InputError("file-unreadable", file=name, detail=str(error)) from error
    with file:
        found = os.fstat(file.fileno())
        if stat.S_ISREG(found.st_mode) and found.st_size > MOST_BYTES:
            raise InputError("file-too-large", file=name, limit=MOST_BYTES)
        yield file


@contextmanager
def _process(command_line: Sequence[str], file: IO[bytes]) -> Iterator[subprocess.Popen[bytes]]:
    """The process, which finds modules where this one does and never in the folder it is started from."""
    own = {name: value for name, value in os.environ.items() if name.upper() not in SECRETS}
    environment = {**own, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-P", "-m", *command_line]
    process = subprocess.Popen(command, stdin=file, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment)
    with process:
        try:
            yield process
        finally:
            process.kill()


def _values(process: subprocess.Popen[bytes], name: str) -> Generator[dict[str, Any], None, bool]:
    """Each value that is no end and no refusal; gives whether the end was seen."""
    if process.stdout is None:
        return False
    for line in process.stdout:
        try:
            value = json.loads(line)
        except ValueError:
            return False
        if value == END:
            return True
        if refused := value.get("refused"):
            raise InputError(refused, file=name, limit=value["limit"])
        yield value
    return False


def answer_apart(answer: Callable[[IO[bytes]], Iterable[dict[str, Any]]]) -> None:
    """In the other process: bound it, read standard input, and write what was understood to standard output.

    An InputError becomes a refusal with its key and limit.
    """
    bound()
    out = sys.stdout.buffer
    try:
        for value in answer(sys.stdin.buffer):
            out.write(json.dumps(value).encode() + b"\n")
        out.write(json.dumps(END).encode() + b"\n")
    except InputError as error:
        out.write(json.dumps({"refused": error.key, "limit": error.values.get("limit", 0)}).encode() + b"\n")
    out.flush()


def bound() -> None:
    """Hold this process to its memory and computing time, where the system can (not on Windows)."""
    try:
        import resource
    except ImportError:
        return
    bounds = {"RLIMIT_AS": MEMORY, "RLIMIT_CPU": SECONDS, "RLIMIT_CORE": 0}
    for kind, most in bounds.items():
        with suppress(AttributeError, ValueError, OSError):
            resource.setrlimit(getattr(resource, kind), (most, most))

"""Starting the screen, where there is a terminal to show it on.

The command line does not know the screen: `planner.__main__` hands it over.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Protocol

from planner.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from planner.desk.desk import Desk


class Screen(Protocol):
    """What shows a calendar until the person leaves, and gives the exit code."""

    def __call__(self, path: Path | None, language: str, desk: Desk | None = None) -> int:
        """Show the file at `path`, an open calendar, or the welcome when there is neither."""


def terminal() -> bool:
    """Whether a person sits at a terminal that can show a screen; it is drawn on the standard error."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    return all(stream is not None and stream.isatty() for stream in streams) and os.environ.get("TERM") != "dumb"


def no_screen(path: Path | None, language: str, desk: Desk | None = None) -> int:
    """Refuse: there is nothing to show a screen on.

    Raises:
        UsageError: `no-terminal`.
    """
    raise UsageError("no-terminal")

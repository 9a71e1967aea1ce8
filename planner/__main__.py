"""`python -m planner`, and the `planner` command: the command line, and the screen it may start."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

from planner.cli import main as command_line

if TYPE_CHECKING:
    from pathlib import Path

    from planner.desk.desk import Desk


def main() -> int:
    """Run what was asked for on the command line and give the exit code."""
    return command_line.main(sys.argv[1:], show)


def show(path: Path | None, language: str, desk: Desk | None = None) -> int:
    """Start the screen on a calendar's file, on an open calendar, or on the welcome."""
    # Nothing made while the program loads is garbage: the app collects again after its first frame.
    gc.disable()
    from planner.tui.app import run

    return run(path, language, desk)


if __name__ == "__main__":
    sys.exit(main())

"""Where calendars, settings and logs live; `PLANNER_HOME` moves everything into one folder."""

import os
from pathlib import Path

SUFFIX = ".planner"
"""Calendar files end so: `my-calendar.planner`."""


def home() -> Path:
    """The folder of everything the program writes."""
    moved = os.environ.get("PLANNER_HOME")
    if moved:
        return Path(moved).expanduser()
    import platformdirs

    return Path(platformdirs.user_data_dir("planner", appauthor=False))


def calendars() -> Path:
    """The folder of the calendars made without a path."""
    return home() / "calendars"


def settings_file() -> Path:
    """The file of the settings."""
    return home() / "settings.toml"


def samples() -> Path:
    """The folder of the sample calendars, beside the package in a checkout, inside it once installed."""
    inside = Path(__file__).parent / "sample_calendars"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "sample_calendars"


def file_stem(text: str) -> str:
    """A text as the name of a file, without an ending: its letters, accents too, its digits, hyphens between them."""
    kept = "".join(letter if letter.isalnum() else "-" for letter in text.lower())
    return "-".join(part for part in kept.split("-") if part)[:60]


def calendar_path(title: str) -> Path:
    """A free path for a calendar of this title: letters, digits and hyphens, never a name that stands already."""
    name = file_stem(title) or "calendar"
    path, number = calendars() / f"{name}{SUFFIX}", 1
    while path.exists():
        number += 1
        path = calendars() / f"{name}-{number}{SUFFIX}"
    return path

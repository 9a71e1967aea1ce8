"""What a person set: language, week start, theme, keys, and the last calendar opened."""

from __future__ import annotations

import locale
import os
import tomllib
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from planner import places
from planner.model.terms import LANGUAGES

USUAL_ZONE = "Europe/Paris"


@dataclass(frozen=True)
class Settings:
    """The settings; `language` is "" until it is chosen, `keys` maps an action's name to its key."""

    language: str = ""
    theme: str = ""
    last: str = ""
    keys: dict[str, str] = field(default_factory=dict)

    def spoken(self) -> str:
        """The language to speak: the chosen one, else the environment's, else English."""
        return self.language or environment_language()


def environment_language() -> str:
    """`fr` or `en`, as LC_ALL, LC_MESSAGES, LANG or the system say."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "fr" if value.lower().startswith("fr") else "en"
    return "fr" if (locale.getlocale()[0] or "").lower().startswith("fr") else "en"


def environment_zone() -> str:
    """The machine's IANA zone; `Europe/Paris` where it names none but UTC, as servers and containers do."""
    from zoneinfo import ZoneInfoNotFoundError

    from tzlocal import get_localzone_name

    try:
        name = get_localzone_name() or ""
    except (ZoneInfoNotFoundError, OSError):
        name = ""
    return name if "/" in name and not name.startswith("Etc/") else USUAL_ZONE


def load() -> Settings:
    """The settings as they stand; a file that cannot be read counts as none."""
    try:
        read = tomllib.loads(places.settings_file().read_text("utf-8"))
    except (OSError, ValueError):
        return Settings()
    language, keys = read.get("language", ""), read.get("keys", {})
    return Settings(
        language=language if language in LANGUAGES else "",
        theme=str(read.get("theme", "")),
        last=str(read.get("last", "")),
        keys={str(name): str(key) for name, key in keys.items()} if isinstance(keys, dict) else {},
    )


def save(settings: Settings) -> None:
    """Write the settings, whole or not at all; a folder that refuses is passed over, for nothing depends on it.

    What else stands in the file is kept. A file that is not TOML is kept aside, as `settings.toml.unreadable`.
    """
    import tempfile

    path = places.settings_file()
    written: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        standing = _standing(path)
        content = _toml({**(standing or {}), **asdict(settings)})
        handle, name = tempfile.mkstemp(prefix=".settings-", suffix=".part", dir=path.parent)
        written = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if standing is None:
            path.replace(_free_beside(path))
        written.replace(path)
    except (OSError, ValueError):
        if written is not None:
            with suppress(OSError):
                written.unlink(missing_ok=True)


def _toml(values: dict[str, Any]) -> bytes:
    """The settings as a file holds them; a file name that is not UTF-8 raises a ValueError."""
    import tomli_w

    return tomli_w.dumps(values).encode("utf-8")


def _standing(path: Path) -> dict[str, Any] | None:
    """What the file holds now, None when it is not TOML."""
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except ValueError:
        return None


def _free_beside(path: Path) -> Path:
    """A name for a file that cannot be read; an earlier one is never overwritten."""
    aside, number = path.with_name(f"{path.name}.unreadable"), 1
    while aside.exists():
        number += 1
        aside = path.with_name(f"{path.name}.unreadable-{number}")
    return aside


def remember_last(path: Path) -> None:
    """Note the calendar that `planner` opens next time."""
    save(replace(load(), last=str(path.absolute())))

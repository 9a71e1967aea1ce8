"""What a person set: language, week start, theme, keys, and the last calendar opened."""

from __future__ import annotations

import locale
import os
import tomllib
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING

from planner import places
from planner.model.terms import LANGUAGES

if TYPE_CHECKING:
    from pathlib import Path


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
    """Write the settings, whole or not at all; a folder that refuses is passed over, for nothing depends on it."""
    import tomli_w

    path = places.settings_file()
    written = path.with_suffix(".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        written.write_text(tomli_w.dumps(asdict(settings)), "utf-8")
        written.chmod(0o600)
        written.replace(path)
    except OSError:
        with suppress(OSError):
            written.unlink(missing_ok=True)


def remember_last(path: Path) -> None:
    """Note the calendar that `planner` opens next time."""
    save(replace(load(), last=str(path.absolute())))

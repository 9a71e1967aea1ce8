"""What a check is called, what it says of a post, and how `planner explain` tells it.

The texts stand in `words/checks/<check>.toml`, both languages side by side; only the files that are
needed are read.
"""

from __future__ import annotations

import tomllib
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from planner.model.gate import visible
from planner.words import FOLDER, dates, placeholders, say, spoken

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planner.model.card import KeptFinding


def known() -> list[str]:
    """The names of the checks that have words, sorted."""
    return sorted(path.stem.replace("_", "-") for path in (FOLDER / "checks").glob("*.toml"))


def name(check: str) -> str:
    """What the check is called: `Générique`, `Generic`; a check without words is called by its name."""
    return _text(check, "name") or check


def what(check: str) -> str:
    """One sentence: what the check looks for."""
    return _text(check, "what")


def why(check: str) -> str:
    """Why it matters to the reader."""
    return _text(check, "why")


def example(check: str) -> str:
    """A text that the check answers to."""
    return _text(check, "example")


def instead(check: str) -> str:
    """What to write instead."""
    return _text(check, "instead")


def article(check: str) -> str:
    """The row of the source article that the check comes from."""
    return str(_words(check).get("article", ""))


def sentence(finding: KeptFinding) -> str:
    """The finding as a sentence, with the words and figures it was found by."""
    words = _spoken(finding.check)
    entry = words.get("message", {}).get(finding.message, "")
    template = _fitting(entry, finding.values) if isinstance(entry, dict) else str(entry)
    return filled(template, finding.values, words) or name(finding.check)


def _fitting(forms: Mapping[str, str], values: Mapping[str, object]) -> str:
    """The form that a number chooses; in French, where nothing says otherwise, none is singular."""
    number = values.get(forms.get("by", ""), 0)
    if number == 0 and "zero" in forms:
        return forms["zero"]
    singular = number == 1 or (number == 0 and spoken() == "fr")
    return forms.get("one" if singular else "many", "")


def filled(template: str, values: Mapping[str, object], words: Mapping[str, Any]) -> str:
    """A template with its values in it; a value that is absent is shown as an ellipsis."""
    asked = {key: _value(key, values[key], words) if key in values else "…" for key in placeholders(template)}
    return template.format_map(asked)


def _value(key: str, value: object, words: Mapping[str, Any]) -> str:
    """A value inside a sentence: a day, a duration, a figure, words of the check, the user's own words."""
    table = words.get(key, {})
    if isinstance(value, list):
        return str(table.get("join", ", ")).join(_item(item, table, words) for item in value)
    if isinstance(value, str):
        return dates.day_and_month(date.fromisoformat(value)) if _is_day(key, value) else _said(value, table)
    if isinstance(value, (int, float)):
        return dates.duration(round(value)) if key.endswith("_minutes") else dates.number(value)
    return "…"


def _item(item: object, table: Mapping[str, str], words: Mapping[str, Any]) -> str:
    """One of a list: a row by its template, a key by its words, the user's words as a quotation."""
    if isinstance(item, dict):
        return filled(table.get("row", ""), item, words)
    if not isinstance(item, str):
        return _value("", item, words)
    said = _said(item, table)
    return said if item in table or "join" in table else say("“{text}”", text=said)


def _is_day(key: str, value: str) -> bool:
    return key.endswith("_day") and len(value) == 10


def _said(value: str, table: Mapping[str, str]) -> str:
    return table[value] if value in table else " ".join(visible(value).split())


def _text(check: str, part: str) -> str:
    return str(_spoken(check).get(part, "")).strip()


def _spoken(check: str) -> dict[str, Any]:
    spoken_words: dict[str, Any] = _words(check).get(spoken(), {})
    return spoken_words


@lru_cache(maxsize=256)
def _words(check: str) -> dict[str, Any]:
    file = check.replace("-", "_")
    if not file.isidentifier():
        return {}
    try:
        return tomllib.loads((FOLDER / "checks" / f"{file}.toml").read_text("utf-8"))
    except OSError:
        return {}

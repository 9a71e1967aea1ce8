"""One post judged alone, and sentences filled in, as the tests need them."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING, Any

import planner.words
from planner.focus import run
from tests.focus import build

if TYPE_CHECKING:
    from planner.focus.check import Finding
    from planner.model.post import Post

WORDS = Path(planner.words.__file__).parent / "checks"


def findings_on(text: str | Post, language: str) -> list[Finding]:
    """What the checks find in one post of the builders' calendar."""
    written = build.post(text) if isinstance(text, str) else text
    calendar = build.calendar(language, [written.model_copy(update={"id": None})])
    return [finding for finding in run.findings(calendar, build.TODAY) if finding.post]


def fired(found: list[Finding], check: str) -> bool:
    """Whether the check is among the findings."""
    return any(finding.check == check for finding in found)


@cache
def words_of(check: str) -> dict[str, Any]:
    """The words of a check, as they are written down."""
    with (WORDS / f"{check.replace('-', '_')}.toml").open("rb") as file:
        return tomllib.load(file)


def sentences(entry: str | dict[str, str]) -> list[str]:
    """The sentences of a message: one, or one for each number."""
    return [entry] if isinstance(entry, str) else [text for key, text in entry.items() if key != "by"]


def placeholders(entry: str | dict[str, str]) -> set[str]:
    """The values that a message quotes."""
    by = set() if isinstance(entry, str) else {entry["by"]}
    return by | {name for text in sentences(entry) for _, name, _, _ in Formatter().parse(text) if name}

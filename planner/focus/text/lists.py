"""The word lists beside the checks, each read when it is first needed."""

from __future__ import annotations

import json
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from planner.focus.text.stems import Language

FOLDER = Path(__file__).parent.parent / "lists"


@cache
def read_list(language: Language, name: str) -> dict[str, Any]:
    """A list of one language, such as `words` or `phrases`; it must not be changed."""
    with (FOLDER / language / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def read_coefficients() -> dict[str, Any]:
    """What the generic check learnt: bias, weights and the particulars' coefficients."""
    found: dict[str, Any] = json.loads((FOLDER / "generic.json").read_text(encoding="utf-8"))
    return found


def read_concreteness() -> bytes:
    """The table of how concrete a stem is."""
    return (FOLDER / "concrete.bin").read_bytes()

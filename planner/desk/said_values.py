"""What a line or a note says of a post, word by word, as the values of a record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planner.desk.values import checked
from planner.errors import InputError
from planner.model.gate import clean_line
from planner.model.names import plain
from planner.model.terms import Purpose, Status

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planner.desk.known_names import KnownNames

TEXTS = ("title", "zone", "next_step", "link", "body", "note")
MINUTES = ("prepare_minutes", "publish_minutes", "reply_minutes")


def said_values(said: Mapping[str, Any], known: KnownNames) -> tuple[dict[str, Any], tuple[InputError, ...]]:
    """The columns of a record as a line says them, and why it cannot be taken in.

    An empty text empties its field; an empty status, purpose or number of minutes says nothing.
    """
    values: dict[str, Any] = {}
    faults: list[InputError] = []
    for key, value in said.items():
        try:
            values |= _value(key, value, known)
        except InputError as error:
            faults.append(error)
    if values.get("time", ...) is None and values.get("day", ...) is not None:
        del values["time"]  # a cell left empty beside a day says nothing of the hour
    return values, tuple(faults)


def _value(key: str, value: Any, known: KnownNames) -> dict[str, Any]:
    if key in TEXTS:
        return checked("post", {key: value.strip() if key == "zone" else value})
    if key == "uid":
        uid = clean_line(value, "uid")
        return {"uid": uid} if uid else {}
    if key in ("network", "need"):
        find = known.network if key == "network" else known.need
        return {f"{key}_id": find(value) if value.strip() else None}
    if key in ("day", "time"):
        return checked("post", {key: value})
    if not value.strip():
        return {}
    if key in MINUTES:
        return checked("post", {key: _whole(key, value.strip())})
    return {key: _coded(key, value, known.statuses if key == "status" else known.purposes)}


def _whole(key: str, text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 6:
        raise InputError("value-not-allowed", field=key, value=text[:200])
    return int(text)


def _coded(key: str, said: str, words: Mapping[str, str]) -> str:
    """The code of a status or a purpose, said by its code or by its words in any language."""
    code = words.get(plain(said))
    if code is None:
        found = set(words.values())
        allowed = tuple(str(one) for one in (*Status, *Purpose) if one in found)
        raise InputError("value-not-allowed", field=key, value=said.strip()[:200], allowed=allowed)
    return code

"""What is said of imports: of a file that is looked at, and of one row of it beside others."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from planner.words import say, terms, to_say

if TYPE_CHECKING:
    from collections.abc import Mapping

IMPORTS = {
    "calendar-foreign-form": to_say(
        "{file} is not a planner calendar, and was left as it is. `planner import {named}` takes in what it holds."
    ),
    "field-not-among": to_say("“{field}” is no field of: {record}. Nothing was changed. There are: {fields}."),
    "import-replaces-some": to_say(
        "It takes the place of the whole calendar “{title}”. Posts and slots that it does not hold go away: {count}. "
        "Undo gives them back."
    ),
    "zone-twice": to_say(
        "Two zones are said for all times without one: {first} and {second}. Nothing was changed. Say NAME=ZONE for "
        "the file’s zone NAME."
    ),
    "other-form": to_say(
        "{file} is no table: it holds what a file ending in {ending} does. Nothing was changed. Give it that ending."
    ),
    "event-place-left": to_say("Its place is not kept: {place}."),
    "event-html": to_say("Its text was HTML: its words are taken, not its bold, its lists and the like."),
    "dates-without-column": to_say("The order of days was said, but no column was understood as the day."),
    "only-ideas": to_say("No column was understood as a day or a text, so that every line becomes an idea."),
}
"""Sentences of errors, as `planner.words.errors` has the others."""
ROWS = {
    "value-not-allowed": to_say("“{value}” does not fit there: {field}."),
    "value-not-among": to_say("“{value}” does not fit there: {field}. Allowed: {allowed}."),
    "text-missing": to_say("Nothing is said for: {field}."),
    "text-too-long": to_say("Too long: {field}, {count} characters where {limit} fit."),
    "zone-unknown": to_say("There is no time zone “{zone}”. Write it as in Europe/Paris."),
    "rule-unreadable": to_say("The repetition “{rule}” cannot be read."),
    "rule-not-allowed": to_say("planner cannot repeat it by this rule, because of {part}: {rule}."),
    "value-duplicate": to_say("“{value}” stands there twice: {field}."),
    "field-unknown": to_say("“{field}” is no field of: {record}."),
    "file-missing": to_say("There is no file {file}."),
    "file-unreadable": to_say("{file} cannot be opened. Check that it is a file and that you may read it."),
    "file-too-large": to_say("{file} is too large: {limit} bytes at most."),
    "not-text": to_say("{file}, line {line}: this is not text in UTF-8. Save it as UTF-8."),
}
"""Sentences of errors that may stand in a row beside rows that are taken in, by their keys."""
ENDINGS = (".toml", ".ics", ".csv", ".tsv", ".md", ".markdown")
"""How files end that are no calendars and that `planner import` takes in."""
CODES = {"status": terms.status, "purpose": terms.purpose}
"""Fields whose allowed values, told as a tuple of codes, are said in words."""


def file_named(values: Mapping[str, object]) -> dict[str, str]:
    """The file's own name without its folders, and again as `imported` when it is one that an import takes in."""
    name = PurePath(str(values.get("file", ""))).name
    return {"named": name, "imported": name if name.lower().endswith(ENDINGS) else ""}


def listed(values: Mapping[str, object]) -> dict[str, str]:
    """The lists of an error in words: names between quotation marks, fields and codes as they are called."""
    told: dict[str, str] = {}
    if isinstance(names := values.get("names"), (list, tuple)):
        told["names"] = ", ".join(say("“{text}”", text=str(name)) for name in names)
    if isinstance(fields := values.get("fields"), (list, tuple)):
        told["fields"] = ", ".join(terms.field(str(field)) for field in fields)
    code = CODES.get(str(values.get("field")))
    if code and isinstance(allowed := values.get("allowed"), tuple):
        told["allowed"] = ", ".join(map(code, allowed))
    return told

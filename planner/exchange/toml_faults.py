"""Why a text is no TOML, told from what tomllib says and from what stands where it stopped."""

from __future__ import annotations

import re
from datetime import date, time

from planner.exchange import toml_keys
from planner.model.gate import CONTROLS

WHERE = re.compile(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", re.DOTALL)
MOMENT = re.compile(r"[0-9](?:[0-9:.-]|(?<=[0-9])[Tt ](?=[0-9]+:))*")
DAY = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?![0-9-])")
HOUR = re.compile(r"[0-9]{1,2}:[0-9]{1,2}(?::[0-9]{1,2})?(?![0-9:])")
OPENED = {
    "Expected ']' at": "[", "Expected ']]' at": "[[", "Unclosed array": "[", "Invalid value": "[",
    "Unclosed inline": "{", "Unterminated string": '"', "Illegal character '\\n'": '"', "Expected \"'": "'",
    "Found invalid character '\\n'": "'",
}  # fmt: skip
"""How tomllib begins to speak of what may not be closed, and what was opened."""
ON_ITS_LINE = ("Expected ']", "Illegal character", "Found invalid character")
"""How it begins to speak of what must be closed on its line."""
CLOSING = {"[": "]", "[[": "]]", "{": "}", '"': "\n", "'": "\n"}
"""What is missing; a quote that closes would have been seen, so that nothing stands for it here."""
Keys = list[tuple[toml_keys.Path, int]]


def fault(text: str, said: str) -> dict[str, int | str]:
    """Where a text is broken and why, from the words of tomllib's error.

    `reason` is `no-day`, `no-hour`, `not-closed` or `control`, each with what was `found`, or `not-toml`; `said`
    holds tomllib's own words, without the place. `column` is 0 when it is unknown, `path` "" when no key stands on
    the line.
    """
    text = text.replace("\r\n", "\n")
    place = WHERE.fullmatch(said)
    words, at_line, at_column = place.groups() if place else (said, None, None)
    line, column = int(at_line or text.count("\n") + 1), int(at_column or 0)
    keys, rows = list(toml_keys.keys(text)), text.split("\n")
    opened = next((sign for start, sign in OPENED.items() if words.startswith(start)), "")
    if since := _open_since(rows, keys, line, opened):
        column, line = column if since == line else 0, since
    if since or (words.startswith(ON_ITS_LINE) and _open(rows[line - 1], opened)):
        reason, found = "not-closed", opened
    else:
        reason, found = _reason(rows[line - 1], column)
    path = next((toml_keys.written(path) for path, number in reversed(keys) if number == line), "")
    return {"line": line, "column": column, "path": path[:200], "reason": reason, "found": found, "said": words[:200]}


def _open_since(rows: list[str], keys: Keys, line: int, opened: str) -> int:
    """The line of the key whose value goes on to the end of the text because it is not closed; 0 for none."""
    if not keys or keys[-1][1] > line:
        return 0
    since = keys[-1][1]
    return since if _open("".join(rows[since - 1 :]), opened) else 0


def _open(text: str, opened: str) -> bool:
    return bool(opened) and text.count(opened) > text.count(CLOSING[opened])


def _reason(row: str, column: int) -> tuple[str, str]:
    """The reason and what was found, for a row and the column in it, counted from 1."""
    letter = row[column - 1 : column] if column else ""
    if CONTROLS.match(letter):
        return "control", f"U+{ord(letter):04X}"
    for moment in MOMENT.finditer(row):
        if moment.start() < column <= moment.end() + 1:
            return _slip(moment[0])
    return "not-toml", ""


def _slip(moment: str) -> tuple[str, str]:
    """What is wrong with a day, an hour or both."""
    for reason, pattern, read in (("no-day", DAY, date.fromisoformat), ("no-hour", HOUR, _hour)):
        if found := pattern.search(moment):
            try:
                read(found[0])
            except ValueError:
                return reason, found[0]
    return "not-toml", ""


def _hour(text: str) -> time:
    """TOML's hours have seconds."""
    if len(text) != len("09:00:00"):
        raise ValueError(text)
    return time.fromisoformat(text)

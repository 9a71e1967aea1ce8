"""What stands at the head of a file between two rules: `key: value` between `---`, TOML between `+++`."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

FRONT_KEYS = {
    "title": "title", "titre": "title", "network": "network", "réseau": "network", "reseau": "network",
    "need": "need", "besoin": "need", "lang": "lang", "language": "lang", "langue": "lang", "status": "status",
    "statut": "status", "purpose": "purpose", "intention": "purpose", "link": "link", "lien": "link",
    "next_step": "next_step", "suite": "next_step",
}  # fmt: skip
"""The keys that are read, in both languages, and what they say; others are passed over."""
LONGEST_FRONT = 200
"""Lines of front matter, at most; a file that opens with a rule and has no end of one is a text."""
ENDS = {"---": ("---", "..."), "+++": ("+++",)}

_PAIR = re.compile(r"([^\W\d][\w-]*)\s*:(?:\s+(.*))?")
_QUOTED = re.compile(r"\"((?:[^\"\\]|\\.)*)\"|'((?:[^']|'')*)'")
_FOLDED = re.compile(r"[>|][+-]?")
_TITLE = re.compile(r"\s*[\"']?(?:title|titre)[\"']?\s*[:=]\s*", re.IGNORECASE)


class Front(NamedTuple):
    """What the front matter says, where its title stands (line and column from 0), and the line after it."""

    said: Mapping[str, str]
    title_place: tuple[int, int]
    end: int


def front_matter(lines: Sequence[str]) -> Front:
    """The front matter of a text given by its lines; nothing, from line 0, when there is none or a broken one."""
    nothing = Front({}, (0, 0), 0)
    ends = ENDS.get(lines[0].rstrip(), ())
    closing = next((row for row, line in enumerate(lines[1:LONGEST_FRONT], 1) if line.rstrip() in ends), 0)
    if not closing:
        return nothing
    read = _toml if ends[0] == "+++" else _pairs
    pairs = read(lines[1:closing])
    if pairs is None:
        return nothing
    said: dict[str, str] = {}
    for key, value in pairs:
        name = FRONT_KEYS.get(key.casefold().replace("-", "_"))
        if name:
            said.setdefault(name, " ".join(value.split()))
    return Front(said, _place(lines[:closing], said.get("title", "")), closing + 1)


def _toml(lines: Sequence[str]) -> list[tuple[str, str]] | None:
    try:
        table = tomllib.loads("\n".join(lines))
    except (ValueError, RecursionError):
        return None
    return [(key, value) for key, value in table.items() if isinstance(value, str)]


def _pairs(lines: Sequence[str]) -> list[tuple[str, str]] | None:
    """The pairs of each line that is one; None when a line is none of what YAML lets stand there."""
    pairs: list[tuple[str, str]] = []
    for row, line in enumerate(lines):
        if pair := _PAIR.fullmatch(line.rstrip()):
            value = (pair[2] or "").strip()
            pairs.append((pair[1], _indented(lines[row + 1 :]) if _FOLDED.fullmatch(value) else _plain(value)))
        elif line.strip() and (not pairs or not line.startswith((" ", "\t", "- ", "#"))) and not line.startswith("#"):
            return None
    return pairs


def _plain(value: str) -> str:
    """A value without its quotation marks, or without the remark after ` # `."""
    quoted = _QUOTED.match(value)
    if quoted is None:
        return f" {value}".partition(" # ")[0].strip()
    if quoted[1] is not None:
        return re.sub(r"\\(.)", r"\1", quoted[1])
    return quoted[2].replace("''", "'")


def _indented(lines: Sequence[str]) -> str:
    told = []
    for line in lines:
        if line.strip() and not line.startswith((" ", "\t")):
            break
        told.append(line.strip())
    return " ".join(told)


def _place(lines: Sequence[str], title: str) -> tuple[int, int]:
    """Where the title stands: where its own words are found, else where its value begins."""
    for row, line in enumerate(lines):
        if match := _TITLE.match(line):
            column = line.find(title, match.end())
            return row, column if column >= 0 else match.end()
    return 0, 0

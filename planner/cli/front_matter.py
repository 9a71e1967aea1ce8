"""What stands at the head of a file between two rules: `key: value` between `---`, TOML between `+++`."""

from __future__ import annotations

import re
import tomllib
from itertools import takewhile
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

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

CLOSED_BY = {"[": "]", "{": "}"}
"""The signs that open a list or a table within a line, and those that close it."""

_SPEAKING = re.compile(r"[\"']?([^\W\d][\w-]*)[\"']?\s*[:=]")
_TOML_LINE = re.compile(r"at line (\d+)")
_PAIR = re.compile(r"([^\W\d][\w-]*)\s*:(?:\s+(.*))?")
_QUOTED = re.compile(r"\"((?:[^\"\\]|\\.)*)\"|'((?:[^']|'')*)'")
_FOLDED = re.compile(r"[>|][+-]?")
_TITLE = re.compile(r"\s*[\"']?(?:title|titre)[\"']?\s*[:=]\s*", re.IGNORECASE)


class Fault(NamedTuple):
    """What could not be read as front matter, on a line (from 1).

    `no-end`: it is never closed; `no-pair`: the line is none of what may stand there; both make all of it a text.
    `not-closed`: the sign that opens a value is not closed on its line, and the value is read as it stands.
    """

    line: int
    kind: Literal["no-end", "no-pair", "not-closed"]
    sign: str = ""


class Front(NamedTuple):
    """What the front matter says, where its title stands (line and column from 0), and the line after it."""

    said: Mapping[str, str]
    title_place: tuple[int, int]
    end: int
    faults: tuple[Fault, ...] = ()


class _BrokenError(Exception):
    """A line, from 0, that makes the whole no front matter."""

    def __init__(self, row: int) -> None:
        super().__init__(row)
        self.row = row


def front_matter(lines: Sequence[str]) -> Front:
    """The front matter of a text given by its lines; nothing, from line 0, when there is none or a broken one."""
    ends = ENDS.get(lines[0].rstrip(), ())
    closing = next((row for row, line in enumerate(lines[1:LONGEST_FRONT], 1) if line.rstrip() in ends), 0)
    if not closing:
        return _text(lines[1:LONGEST_FRONT] if ends else (), Fault(1, "no-end"))
    head = lines[1:closing]
    try:
        pairs = _toml(head) if ends[0] == "+++" else _pairs(head)
    except _BrokenError as broken:
        return _text(head, Fault(broken.row + 2, "no-pair"))
    said: dict[str, str] = {}
    for key, value in pairs:
        if name := _name(key):
            said.setdefault(name, " ".join(value.split()))
    faults = () if ends[0] == "+++" else tuple(_not_closed(head))
    return Front(said, _place(lines[:closing], said.get("title", "")), closing + 1, faults)


def _text(head: Sequence[str], fault: Fault) -> Front:
    """No front matter; the fault is told where a line before the first empty one says what planner would read."""
    first = takewhile(str.strip, head)
    speaks = any((match := _SPEAKING.match(line)) and _name(match[1]) for line in first)
    return Front({}, (0, 0), 0, (fault,) if speaks else ())


def _name(key: str) -> str:
    """What a key says, "" for one that is passed over."""
    return FRONT_KEYS.get(key.casefold().replace("-", "_"), "")


def _not_closed(lines: Sequence[str]) -> Iterator[Fault]:
    for number, line in enumerate(lines, 2):
        pair = _PAIR.fullmatch(line.rstrip())
        value = (pair[2] or "").strip() if pair and _name(pair[1]) else ""
        sign = value[:1]
        closed = CLOSED_BY[sign] in value if sign in CLOSED_BY else _QUOTED.match(value)
        if sign in (*CLOSED_BY, '"', "'") and not closed:
            yield Fault(number, "not-closed", sign)


def _toml(lines: Sequence[str]) -> list[tuple[str, str]]:
    try:
        table = tomllib.loads("\n".join(lines))
    except (ValueError, RecursionError) as error:
        line = _TOML_LINE.search(str(error))
        raise _BrokenError(int(line[1]) - 1 if line else max(len(lines) - 1, 0)) from error
    return [(key, value) for key, value in table.items() if isinstance(value, str)]


def _pairs(lines: Sequence[str]) -> list[tuple[str, str]]:
    """The pairs of each line that is one; a line that is none of what YAML lets stand there breaks the whole."""
    pairs: list[tuple[str, str]] = []
    for row, line in enumerate(lines):
        if pair := _PAIR.fullmatch(line.rstrip()):
            value = (pair[2] or "").strip()
            pairs.append((pair[1], _indented(lines[row + 1 :]) if _FOLDED.fullmatch(value) else _plain(value)))
        elif line.strip() and (not pairs or not line.startswith((" ", "\t", "- ", "#"))) and not line.startswith("#"):
            raise _BrokenError(row)
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

"""The calendar as a TOML file a person can read and write."""

from __future__ import annotations

import tomllib
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

import tomli_w

from planner.errors import InputError
from planner.exchange import toml_faults, toml_keys
from planner.exchange.document import LISTS, document, escaped
from planner.model.gate import CONTROLS, clean_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from planner.exchange.document import Document
    from planner.exchange.toml_keys import Path
    from planner.model.calendar import Calendar

MOST_CHARACTERS = 20_000_000
MARK = "# planner-calendar"
"""The first line of every file written here, so that planner knows it as its own."""


class Parsed(NamedTuple):
    """A TOML text as it was read: its file's name, its plain values, and where each stands.

    `line_of` gives the line of a key, such as `("post", 3, "day")`, or of what holds it.
    """

    name: str
    document: dict[str, Any]
    line_of: Callable[[Path], int]


def write(calendar: Calendar, header: Sequence[str] = ()) -> str:
    """The calendar as TOML; `header` are comments, in the reader's language. What is empty is left out."""
    return "".join(chunks(document(calendar), header))


def chunks(whole: Document, header: Sequence[str] = ()) -> Iterator[str]:
    """The text of a plain document, table by table."""
    yield MARK + "\n"
    yield from (f"# {escaped(clean_line(line))}\n" for line in header)
    yield f"\nformat = {whole['format']}\n"
    brief = dict(whole["brief"])
    inner = {name: brief.pop(name, {}) for name in ("objective", "rhythm")}
    yield from _table("[brief]", brief)
    for name, table in inner.items():
        yield from _table(f"[brief.{name}]", table)
    for record in LISTS:
        for table in whole.get(record, ()):
            yield from _table(f"[[{record}]]", {key: value for key, value in table.items() if key != "mute"})
            for mute in table.get("mute", ()):
                yield from _table(f"[[{record}.mute]]", mute)


def _table(title: str, table: Mapping[str, Any]) -> Iterator[str]:
    kept = {key: value for key, value in table.items() if value is not None and value != "" and value != []}
    long = [key for key, value in kept.items() if isinstance(value, str) and _long(value)]
    yield f"\n{title}\n"
    yield escaped(tomli_w.dumps({key: value for key, value in kept.items() if key not in long}))
    yield from (f'{key} = """\n{_lines(kept[key])}"""\n' for key in long)


def _long(text: str) -> bool:
    """Whether a text stands on lines of its own; one that holds controls is one line of escapes."""
    return "\n" in text and "\r" not in text and not CONTROLS.search(text)


def _lines(text: str) -> str:
    """A text of several lines between triple quotes: only what TOML would read otherwise is escaped."""
    quoted = escaped(text.replace("\\", "\\\\")).replace('"""', '""\\"')
    return quoted[:-1] + '\\"' if quoted.endswith('"') else quoted


def read(text: str, name: str) -> Parsed:
    r"""The values of a TOML text; `name` is its file's, for a person.

    Raises:
        InputError: `toml-syntax` with `file`, `line`, `column` (0 when unknown), `path` (the key, "" when the line
            holds none) and `reason`: `too-large`, `too-deep`, `number-too-long`, or those of `toml_faults.fault`.
    """
    if len(text) > MOST_CHARACTERS:
        raise _syntax(name, "too-large")
    text = text.removeprefix("\ufeff")
    try:
        for _ in toml_keys.keys(text):
            pass
        return Parsed(name, tomllib.loads(text), partial(toml_keys.line_of, text))
    except toml_keys.TooMuchError as error:
        raise _syntax(name, error.reason, error.line) from error
    except RecursionError as error:
        raise _syntax(name, "too-deep") from error
    except ValueError as error:
        found: dict[str, Any] = toml_faults.fault(text, str(error))
        raise InputError("toml-syntax", file=name, **found) from error


def _syntax(name: str, reason: str, line: int = 1) -> InputError:
    return InputError("toml-syntax", file=name, line=line, column=0, path="", reason=reason)

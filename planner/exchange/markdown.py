"""A note: a text under front matter that Hugo, Jekyll and Obsidian read; and notes of others.

Every plain value of front matter is read as the words that stand there: YAML 1.1 would make `12:30` a number and `no`
a falsehood. Anchors, aliases and tags are refused, so that a small file cannot stand for a large one, nor for code.
A note that planner wrote ends with one line end more than its text, as editors ask, and says what it was when it was
written (`planner:`, a digest), so that a change by hand is seen before it is written over.
"""

from __future__ import annotations

import re
import tomllib
from datetime import date, datetime
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any, NamedTuple

from planner.errors import InputError
from planner.exchange import toml_keys
from planner.model.gate import clean_text

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_BYTES = 9_000_000
"""Bytes of a note, at most: a text of the longest, in any script."""
LONGEST_FRONT = 200_000
"""Characters of front matter, at most: only this much is ever parsed."""
DIGEST = "planner"
_FRONT = {
    "---": re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE),
    "+++": re.compile(r"\+\+\+[ \t]*\n(.*?)^\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE),
}
_DIGEST_LINE = re.compile(r"^planner: ([0-9a-f]{16})\n", re.MULTILINE)
_HEADING = re.compile(r"#{1,6}[ \t]+(.+?)(?:[ \t]+#+)?[ \t]*(?:\n+|\Z)")


class Note(NamedTuple):
    """What a file holds: what its front matter says, a text or a list of them a key; the heading; the text.

    `own` says that it bears a UID, and so may be a note of planner's.
    """

    said: Mapping[str, Any]
    title: str
    body: str
    own: bool


def written(front: Mapping[str, Any], body: str) -> bytes:
    """A note in UTF-8: its front matter in this order, empty values left out, then the text as it is."""
    from frontmatter.default_handlers import YAMLHandler

    told = {key: value for key, value in front.items() if value not in ("", None, [], ())}
    yaml = YAMLHandler().export(told, Dumper=_dumper(), sort_keys=False, width=1_000_000)
    rest = f"---\n\n{body}\n"
    return f"---\n{yaml}\n{DIGEST}: {_digest(yaml + rest)}\n{rest}".encode("utf-8", "replace")


def touched(content: bytes) -> bool:
    """Whether a note was changed since planner wrote it; one without a digest counts as changed."""
    text = content.decode("utf-8", "replace").replace("\r\n", "\n")
    found = _DIGEST_LINE.search(text)
    if found is None:
        return True
    return found[1] != _digest(text[4 : found.start()].removesuffix("\n") + text[found.end() :])


def read(content: bytes, name: str) -> Note:
    """Read a note, in UTF-8.

    Raises:
        InputError: `file-too-large`, `not-text`, or `front-unreadable` with the line.
    """
    if len(content) > MOST_BYTES:
        raise InputError("file-too-large", file=name, limit=MOST_BYTES)
    text = _text(content, name)
    front = next(
        (found for sign, form in _FRONT.items() if text.startswith(sign) and (found := form.match(text))), None
    )
    if front is None:
        return Note({}, *_headed(text.strip()), own=False)
    if len(front[1]) > LONGEST_FRONT:
        raise InputError("front-unreadable", line=1, reason="too-large")
    said = _toml(front[1]) if text.startswith("+") else _yaml(front[1])
    body = text[front.end() :]
    if said.get("uid"):
        return Note(said, "", body.removeprefix("\n").removesuffix("\n"), own=True)
    title, rest = _headed(body.strip()) if not said.get("title", said.get("titre")) else ("", body.strip())
    return Note(said, title, rest, own=False)


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "replace")).hexdigest()[:16]


def _text(content: bytes, name: str) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError("not-text", file=name, line=content.count(b"\n", 0, error.start) + 1) from error
    if "\0" in text:
        raise InputError("not-text", file=name, line=text.count("\n", 0, text.index("\0")) + 1)
    return clean_text(text)


def _headed(text: str) -> tuple[str, str]:
    """The words of a heading that opens the text, and what follows it."""
    heading = _HEADING.match(text)
    return (heading[1], text[heading.end() :].strip("\n")) if heading else ("", text)


def _yaml(text: str) -> dict[str, Any]:
    from frontmatter.default_handlers import YAMLHandler
    from yaml import YAMLError

    try:
        found = YAMLHandler().load(text, Loader=_loader())
    except (YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        raise InputError("front-unreadable", line=(mark.line if mark else 0) + 2, detail=str(error)) from error
    return _table({} if found in ("", None) else found)


def _toml(text: str) -> dict[str, Any]:
    try:
        for _ in toml_keys.keys(text):
            pass
        return _table(tomllib.loads(text))
    except toml_keys.TooMuchError as error:
        raise InputError("front-unreadable", line=error.line + 1, detail=error.reason) from error
    except (ValueError, RecursionError) as error:
        found = re.search(r"at line (\d+)", str(error))
        raise InputError("front-unreadable", line=int(found[1]) + 1 if found else 1, detail=str(error)) from error


def _table(found: object) -> dict[str, Any]:
    """The front matter with every value a text or a list of texts; what is neither is left out."""
    if not isinstance(found, dict):
        raise InputError("front-unreadable", line=2)
    told = {str(key): _words(value) for key, value in found.items()}
    return {key: value for key, value in told.items() if value is not None}


def _words(value: object) -> str | list[str] | None:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, (str, int, float)):
        return str(value)
    if isinstance(value, list):
        return [words for item in value if isinstance(words := _words(item), str)]
    return None


@cache
def _loader() -> Any:
    """The safe loader, which reads every plain value as words and refuses what stands for something else."""
    import yaml

    class Loader(yaml.SafeLoader):  # type: ignore[misc]
        """Scalars are texts; no anchors, aliases or tags."""

        yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012

        def compose_node(self, parent: Any, index: Any) -> Any:
            """Refuse what names a value, or asks for another one, before it is made."""
            event = self.peek_event()
            if getattr(event, "anchor", None) or getattr(event, "tag", None) not in (None, "!"):
                raise yaml.YAMLError("anchor, alias or tag")
            return super().compose_node(parent, index)

    return Loader


@cache
def _dumper() -> Any:
    """The safe dumper: moments as RFC 3339 writes them, lists on their line."""
    import yaml

    class Dumper(yaml.SafeDumper):  # type: ignore[misc]
        """What Hugo, Jekyll and Obsidian read."""

        def ignore_aliases(self, data: Any) -> bool:
            """Write every value where it stands."""
            return True

    def moment(dumper: Any, value: datetime) -> Any:
        return dumper.represent_scalar("tag:yaml.org,2002:timestamp", value.isoformat())

    def row(dumper: Any, value: list[Any]) -> Any:
        return dumper.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=True)

    Dumper.add_representer(datetime, moment)
    Dumper.add_representer(list, row)
    return Dumper

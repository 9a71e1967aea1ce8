"""Whether every sentence that the code says stands in French, and nothing more than those.

The sentences are found by walking the syntax trees of the package for `say`, `say_many` and `to_say`.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, NamedTuple

from planner.words import FOLDER, placeholders
from planner.words.compile import catalogue_files, read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from babel.messages.catalog import Message

PACKAGE = FOLDER.parent


class Said(NamedTuple):
    """A sentence in the code: its English, its plural or "", and where it stands."""

    one: str
    many: str
    where: str


def said(package: Path = PACKAGE) -> Iterator[Said]:
    """Every sentence the package says with its words written out."""
    for path in sorted(package.rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and (found := _sentences(node)):
                yield Said(*found, f"{path.relative_to(package.parent)}:{node.lineno}")


def _sentences(call: ast.Call) -> tuple[str, str] | None:
    called = call.func.id if isinstance(call.func, ast.Name) else ""
    wanted = {"say": 1, "to_say": 1, "say_many": 2}.get(called, 0)
    written = [word.value for word in call.args[:wanted] if isinstance(word, ast.Constant)]
    texts = [text for text in written if isinstance(text, str)]
    if not wanted or len(texts) < wanted:
        return None
    return texts[0], texts[1] if wanted == 2 else ""


def complaints(package: Path = PACKAGE) -> list[str]:
    """What is wrong with the French, one line each; empty when all is well."""
    french = {path.name: _messages(path) for path in catalogue_files()}
    sentences = {sentence.one: sentence for sentence in said(package)}
    found = [
        f"{sentence.where}: no French for {sentence.one!r}"
        for sentence in sentences.values()
        if not any(sentence.one in messages for messages in french.values())
    ]
    for name, messages in french.items():
        for one, message in messages.items():
            found += [f"{name}: {fault}: {one!r}" for fault in _faults(one, message, sentences.get(one))]
    return found + _disagreements(french)


def _messages(path: Path) -> dict[str, Message]:
    return {
        str(message.id[0] if isinstance(message.id, (tuple, list)) else message.id): message
        for message in read(path)
        if message.id
    }


def _faults(one: str, message: Message, sentence: Said | None) -> Iterator[str]:
    """What is wrong with one entry: unused, fuzzy, empty, its plural or its placeholders."""
    if sentence is None:
        yield "nothing says this any more"
        return
    texts = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
    if message.fuzzy or not all(texts):
        yield "not translated yet"
        return
    if sentence.many and (not isinstance(message.id, (tuple, list)) or message.id[1] != sentence.many):
        yield "its plural is another"
    asked = placeholders(one) | placeholders(sentence.many)
    optional = {"count"} if sentence.many else set()
    if any(placeholders(str(text)) | optional != asked | optional for text in texts):
        yield "its placeholders differ"


def _disagreements(french: dict[str, dict[str, Message]]) -> list[str]:
    seen: dict[str, tuple[str, object]] = {}
    found = []
    for name, messages in french.items():
        for one, message in messages.items():
            if one in seen and seen[one][1] != message.string:
                found.append(f"{seen[one][0]} and {name} disagree on {one!r}")
            seen.setdefault(one, (name, message.string))
    return found

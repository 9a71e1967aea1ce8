"""Searching for many expressions at once: where their first letters open a word, and only there.

Most expressions begin with a word, and most of these are nowhere in a draft. Looking up the words a
draft has costs far less than trying an expression at every place, and finds the same.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from planner.focus.text.draft import Range

_EDGE = r"\b"
_KEY_LETTERS = 3
_DIGIT = "0"
_LETTERS = re.compile(r"[\w '-]*")
_WORD_START = re.compile(r"\b\w")


class PhraseSearch:
    """Expressions of which one hit is enough."""

    def __init__(self, expressions: list[str]) -> None:
        """Sort the branches of the expressions by the letters that open them."""
        known: dict[str, list[str]] = {}
        others: list[str] = []
        for branch in (branch for expression in expressions for branch in branches(expression)):
            keys = openings(branch.removeprefix(_EDGE)) if branch.startswith(_EDGE) else frozenset[str]()
            for key in keys:
                known.setdefault(key, []).append(branch)
            if not keys:
                others.append(branch)
        self._known = {key: re.compile("|".join(found)) for key, found in known.items()}
        self._others = re.compile("|".join(others)) if others else None

    def first(self, text: str) -> Range | None:
        """Where the first hit stands, or None."""
        return min(self._hits(text), default=None)

    def _hits(self, text: str) -> Iterator[Range]:
        starts = word_starts(text)
        for key in self._known.keys() & starts.keys():
            expression = self._known[key]
            for at in starts[key]:
                if found := expression.match(text, at):
                    yield found.span()
                    break
        if self._others and (found := self._others.search(text)):
            yield found.span()


@lru_cache(maxsize=4)
def word_starts(text: str) -> Mapping[str, list[int]]:
    """Where the words of a text begin, by their first letter and by their first three characters."""
    starts: dict[str, list[int]] = {}
    for found in _WORD_START.finditer(text):
        at = found.start()
        starts.setdefault(text[at : at + _KEY_LETTERS], []).append(at)
        letter = text[at]
        starts.setdefault(_DIGIT if letter.isdigit() else letter, []).append(at)
    return starts


def branches(expression: str) -> list[str]:
    """Cut an expression at the | that stand outside brackets."""
    found: list[str] = []
    start = depth = 0
    for at, mark in enumerate(_brackets_and_bars(expression)):
        if mark == "|" and not depth:
            found.append(expression[start:at])
            start = at + 1
        depth += (mark == "(") - (mark == ")")
    return [*found, expression[start:]]


def openings(branch: str) -> frozenset[str]:
    """The keys of `word_starts` of which one opens every hit of a branch; none when that cannot be told."""
    if branch.startswith("(?:"):
        return _group_openings(branch)
    if branch.startswith(r"\d"):
        return frozenset() if branch[2:3] in {"?", "*"} or branch[2:4] == "{0" else frozenset({_DIGIT})
    found = _LETTERS.match(branch)
    letters = found.group() if found else ""
    if branch[len(letters) : len(letters) + 1] in {"?", "*", "{"}:
        letters = letters[:-1]
    if not letters[:1].isalpha():
        return frozenset()
    return frozenset({letters[: _KEY_LETTERS if len(letters) >= _KEY_LETTERS else 1]})


def _group_openings(branch: str) -> frozenset[str]:
    end = _closing(branch)
    after = branch[end : end + 1]
    parts = [openings(part) for part in branches(branch[3 : end - 1])]
    if after == "?":
        parts.append(openings(branch[end + 1 :]))
    known = all(parts) and after not in {"*", "{"}
    return frozenset[str]().union(*parts) if known else frozenset()


def _closing(branch: str) -> int:
    """Where the bracket that opens a branch is closed: after its last mark."""
    depth = 0
    for at, mark in enumerate(_brackets_and_bars(branch)):
        depth += (mark == "(") - (mark == ")")
        if not depth:
            return at + 1
    return len(branch)


def _brackets_and_bars(expression: str) -> str:
    """The expression, as long as before, with what is escaped or in a class blotted out."""
    plain = re.sub(r"\\.", "xx", expression, flags=re.DOTALL)
    return re.sub(r"\[\^?\]?[^\]]*\]", lambda found: "x" * len(found.group()), plain)

"""What opens an expression: most begin with a word, and most of these words are nowhere in a draft.

Looking up the words a draft has costs far less than trying an expression at every place, and finds the same.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

ANY = "."
"""In a beginning, one character, whichever."""

NUMBER = "0"
"""The beginning of what begins with a digit, whichever."""

_EDGE = r"\b"
_KEY_LETTERS = 3
_LONG_ENOUGH = 6
"""Letters after which the groups of an expression need not be written out any more: few texts go on as it begins."""

_LETTERS = re.compile(r"[\w '.-]*")
_PLAIN = re.compile(r"[^\\.^$*+?{}\[\]|()]*")
_LEFT_OUT_IF = ("?", "*", "{")
"""Marks after which the letter before may be missing."""


def spread(branch: str) -> list[str]:
    """The branch with the alternatives of the group that opens it written out: each shows what opens it."""
    edge = _EDGE if branch.startswith(_EDGE) else ""
    rest = branch.removeprefix(_EDGE)
    if not rest.startswith("(?:"):
        return [branch]
    end = _closing(rest)
    after = rest[end : end + 1]
    if after in {"*", "+", "{"}:
        return [branch]
    following = rest[end + (after == "?") :]
    found = [each for part in branches(rest[3 : end - 1]) for each in spread(edge + part + following)]
    return found + (spread(edge + following) if after == "?" else [])


def is_final(branch: str) -> bool:
    """Whether a branch speaks of the end of the text."""
    return "$" in _brackets_and_bars(branch)


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


def beginnings(branch: str) -> frozenset[str]:
    """The letters, or `NUMBER`, of which some begin every hit of a branch; none when that cannot be told."""
    if branch.startswith(r"\d"):
        return frozenset() if branch[2:3] in {"?", "*"} or branch[2:4] == "{0" else frozenset({NUMBER})
    found = _written_out(branch, "")
    return frozenset(found) if all(letters[:1].isalnum() for letters in found) else frozenset()


def _written_out(branch: str, before: str) -> set[str]:
    """What stands before a branch with the letters that it begins with, its first groups written out."""
    letters = before + _begun(_LETTERS, branch)
    rest = branch[len(letters) - len(before) :]
    end = _closing(rest) if rest.startswith("(?:") else 0
    after = rest[end : end + 1]
    if len(letters) >= _LONG_ENOUGH or not end or after in {"*", "+", "{"}:
        return {letters}
    parts = branches(rest[3 : end - 1])
    following = rest[end + (after == "?") :]
    found = {each for part in parts for each in _written_out(part + following, letters)}
    return found | _written_out(following, letters) if after == "?" else found


def literal(branch: str) -> str:
    """The characters, if any, with which every hit of a branch begins, whichever they are."""
    return _begun(_PLAIN, branch)


def _begun(plain: re.Pattern[str], branch: str) -> str:
    found = plain.match(branch)
    letters = found.group() if found else ""
    return letters[:-1] if branch.startswith(_LEFT_OUT_IF, len(letters)) else letters


class Beginnings:
    """What expressions begin with, and which of it a word opens."""

    def __init__(self, found: Iterable[str]) -> None:
        """Arrange the beginnings by their first letters: a new word is compared with few of them."""
        self._by_key: dict[str, list[str]] = {}
        self._by_letter: dict[str, list[str]] = {}
        for begun in found:
            key = begun[:_KEY_LETTERS]
            self._by_key.setdefault(key if len(key) == _KEY_LETTERS and ANY not in key else begun[0], []).append(begun)
            self._by_letter.setdefault(begun[0], []).append(begun)

    def opened_by(self, word: str) -> tuple[str, ...]:
        """The beginnings that a word in lower case may open; it ends where its letters do."""
        if len(word) < _KEY_LETTERS:
            near: Iterable[str] = self._by_letter.get(word[0], ())
        else:
            get = self._by_key.get
            near = (*get(word[:_KEY_LETTERS], ()), *get(word[0], ()))
        return tuple([begun for begun in near if _may_open(word, begun)]) if near else ()


def _may_open(word: str, begun: str) -> bool:
    if any(letter not in (other, ANY) for other, letter in zip(word, begun, strict=False)):
        return False
    return len(begun) <= len(word) or not begun[len(word)].isalpha()


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

"""What opens an expression: most begin with a word, and most of these words are nowhere in a draft.

Looking up the words a draft has costs far less than trying an expression at every place, and finds the same.
"""

from __future__ import annotations

import re

_EDGE = r"\b"
_KEY_LETTERS = 3
_DIGIT = "0"
_LETTERS = re.compile(r"[\w '-]*")


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


def branch_keys(branch: str) -> frozenset[str]:
    """The keys of `key_letters` of which one opens every hit of a branch that begins at a word, else none."""
    return openings(branch.removeprefix(_EDGE)) if branch.startswith(_EDGE) else frozenset()


def key_letters(text: str, at: int) -> tuple[str, str]:
    """The keys under which what opens at a place is known: its first three characters, and the first."""
    letter = text[at]
    return text[at : at + _KEY_LETTERS], _DIGIT if letter.isdigit() else letter


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


def openings(branch: str) -> frozenset[str]:
    """The keys of `key_letters` of which one opens every hit of a branch; none when that cannot be told."""
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

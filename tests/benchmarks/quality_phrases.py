"""Which ways of speaking the phrase lists owe to a single draft, and what they would find without them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planner.focus.text.lists import read_list
from planner.focus.text.phrases import style_signs
from tests.focus.text.samples import draft_of, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.focus.text.draft import Draft
    from planner.focus.text.stems import Language

_SIGNALS = {"buzz": 1, "pushy": 2, "impersonal": 1}
_OPENING = re.compile(r"(\\b)?\(\?:")
_BLOTTED = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)


def alternatives(expression: str) -> Iterator[str]:
    """The ways of speaking in an expression: its branches, and those of a bracket that is a whole branch."""
    for branch in _branches(expression):
        opening = _OPENING.match(branch)
        end = _closing(branch, opening.end()) if opening else None
        if opening and end is not None and branch[end + 1 :] in ("", r"\b"):
            inner = _branches(branch[opening.end() : end])
            yield from (f"{opening[1] or ''}(?:{part}){branch[end + 1 :]}" for part in inner)
        else:
            yield branch


def caught_without_single(language: Language, check: str, kind: str) -> tuple[int, int]:
    """How many drafts of a kind are still found without the ways of speaking that serve one of them, of how many."""
    texts = [draft_of(row) for row in rows(f"drafts_{language}_*.jsonl") if row["kind"] == kind]
    groups = [
        [way for expression in expressions for way in alternatives(expression) if _served(way, texts) > 1]
        for expressions in read_list(language, "phrases")[check].values()
    ]
    return sum(_signals(draft, groups, check) >= _SIGNALS[check] for draft in texts), len(texts)


def _served(way: str, texts: list[Draft]) -> int:
    return sum(re.search(way, draft.folded) is not None for draft in texts)


def _signals(draft: Draft, groups: list[list[str]], check: str) -> int:
    found = sum(any(re.search(way, draft.folded) for way in ways) for ways in groups)
    return found + (len(style_signs(draft)) if found and check == "pushy" else 0)


def _branches(expression: str) -> list[str]:
    """An expression cut at the | outside brackets."""
    found: list[str] = []
    start = depth = 0
    for at, mark in enumerate(_plain(expression)):
        if mark == "|" and not depth:
            found.append(expression[start:at])
            start = at + 1
        depth += (mark == "(") - (mark == ")")
    return [*found, expression[start:]]


def _closing(branch: str, opened: int) -> int | None:
    """Where the bracket that was opened before `opened` is closed."""
    depth = 1
    for at, mark in enumerate(_plain(branch)[opened:], opened):
        depth += (mark == "(") - (mark == ")")
        if not depth:
            return at
    return None


def _plain(expression: str) -> str:
    """The expression, as long as before, with what is escaped or in a class blotted out."""
    return _BLOTTED.sub(lambda found: "x" * len(found.group()), expression)

"""All fixed phrases of a language, looked for in one go.

A line is searched once for the places where some expression hits; only there are the groups tried one by
one. It finds what each expression by itself would find first.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planner.focus.text.phrase_search import branch_keys, branches, is_final, key_letters, spread

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from planner.focus.text.piece import Range

Group = tuple[str, str]
"""The code of a list of phrases, and one of its groups."""

_BY_GROUP = dict[Group, list[str]]
_NOWHERE = re.compile(r"(?!)")


class PhraseBook:
    """Groups of expressions of which one hit is enough."""

    def __init__(self, groups: Mapping[Group, Iterable[str]]) -> None:
        """Sort the branches of all expressions by what opens them."""
        words: dict[str, _BY_GROUP] = {}
        first: _BY_GROUP = {}
        others: _BY_GROUP = {}
        finals: _BY_GROUP = {}
        for group, branch in _branches(groups):
            keys = branch_keys(branch)
            if is_final(branch):
                finals.setdefault(group, []).append(branch)
            elif branch.startswith("^"):
                first.setdefault(group, []).append(branch)
            elif not keys:
                others.setdefault(group, []).append(branch)
            else:
                for key in keys:
                    words.setdefault(key, {}).setdefault(group, []).append(branch)
        self._words = words
        self._tried: dict[str, dict[Group, re.Pattern[str]]] = {}
        self._somewhere = _any_of(words)
        self._first = _compiled(first)
        self._others = _compiled(others)
        self._finals = _compiled(finals)

    def firsts(self, line: str) -> dict[Group, Range]:
        """Where each group first hits in a line; expressions about the end of the text are left out."""
        found: dict[Group, Range] = {}
        for opening in self._somewhere.finditer(line):
            for key in key_letters(line, opening.start()):
                for group, expression in self._opened_by(key).items():
                    _note(found, group, expression.match(line, opening.start()))
        for group, expression in self._first.items():
            _note(found, group, expression.match(line))
        for group, expression in self._others.items():
            _note(found, group, expression.search(line))
        return found

    def speaks_of_the_end(self, code: str) -> bool:
        """Whether expressions of a code are about the end of the text."""
        return any(group[0] == code for group in self._finals)

    def final(self, code: str, text: str) -> dict[Group, Range]:
        """Where the expressions about the end of the text hit, of one code."""
        found: dict[Group, Range] = {}
        for group, expression in self._finals.items():
            if group[0] == code:
                _note(found, group, expression.search(text))
        return found

    def _opened_by(self, key: str) -> dict[Group, re.Pattern[str]]:
        """The expressions of a key, compiled when it is first met."""
        if key not in self._tried and key in self._words:
            self._tried[key] = _compiled(self._words[key])
        return self._tried.get(key, {})


def _branches(groups: Mapping[Group, Iterable[str]]) -> Iterator[tuple[Group, str]]:
    for group, expressions in groups.items():
        for expression in expressions:
            for branch in branches(expression):
                yield from ((group, each) for each in spread(branch))


def _note(found: dict[Group, Range], group: Group, hit: re.Match[str] | None) -> None:
    if hit:
        found[group] = min(found.get(group, hit.span()), hit.span())


def _compiled(groups: Mapping[Group, list[str]]) -> dict[Group, re.Pattern[str]]:
    return {group: re.compile("|".join(found)) for group, found in groups.items()}


def _any_of(words: Mapping[str, _BY_GROUP]) -> re.Pattern[str]:
    """One expression for the places where any hits: branches that share a first letter are tried together."""
    letters: dict[str, set[str]] = {}
    for key, groups in words.items():
        letters.setdefault(key[0], set()).update(branch for found in groups.values() for branch in found)
    options = [f"(?:{'|'.join(branch[2:] for branch in sorted(found))})" for found in letters.values()]
    return re.compile(rf"\b(?={'|'.join(options)})") if options else _NOWHERE

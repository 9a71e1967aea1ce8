"""All fixed phrases of a language, looked for in one go.

Most expressions begin with letters. What a word may open is looked up once for all texts; only where the text goes
on as an expression begins is it tried. Each group is found where each of its expressions by itself would be.
"""

from __future__ import annotations

import re
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from planner.focus.text.fold import fold
from planner.focus.text.phrase_search import ANY, Beginnings, beginnings, branches, is_final, literal, spread
from planner.focus.text.stems import REMEMBERED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from planner.focus.text.piece import Range, Token

Group = tuple[str, str]
"""The code of a list of phrases, and one of its groups."""

_ByGroup = dict[Group, list[str]]
_Compiled = list[tuple[Group, re.Pattern[str]]]
_EDGE = r"\b"
_WORD = re.compile(r"[^\W\d_]+")
_NOTHING = re.compile(r"(?!)")
_DIGITS = re.compile(r"\d+")


class _Opened(NamedTuple):
    """A branch of an expression that begins at a word, and the letters it begins with."""

    begun: str
    group: Group
    branch: str


class PhraseBook:
    """Groups of expressions of which one hit is enough."""

    def __init__(self, groups: Mapping[Group, Iterable[str]]) -> None:
        """Sort the branches of all expressions by what they begin with."""
        opened: list[_Opened] = []
        numbers: _ByGroup = {}
        others: dict[str, _ByGroup] = {}
        first: _ByGroup = {}
        finals: _ByGroup = {}
        for group, branch in _branches(groups):
            begun = beginnings(branch.removeprefix(_EDGE)) if branch.startswith(_EDGE) else frozenset()
            if is_final(branch):
                finals.setdefault(group, []).append(branch)
            elif branch.startswith("^"):
                first.setdefault(group, []).append(branch)
            elif begun:
                opened += [_Opened(each, group, branch) for each in sorted(begun) if not each[0].isdigit()]
                if any(each[0].isdigit() for each in begun):
                    numbers.setdefault(group, []).append(branch)
            else:
                others.setdefault(literal(branch), {}).setdefault(group, []).append(branch)
        self._openers = _Openers(opened)
        self._number, self._numbers = _together(numbers), _compiled(numbers)
        self._first, self._firsts = _together(first), _compiled(first)
        self._others = [(letters, *one) for letters, found in others.items() for one in _compiled(found)]
        self._finals = _compiled(finals)

    def firsts(self, line: str, words: Iterable[Token] | None = None) -> dict[Group, Range]:
        """Where each group first hits in a line; expressions about the end of the text are left out.

        Args:
            line: in lower case without accents.
            words: its runs of letters, as written, where they are known already.
        """
        found: dict[Group, Range] = {}
        openers = self._openers
        for start, _, word in _words(line) if words is None else words:
            opener = openers[word]
            if opener and line.startswith(opener.letters, start) and opener.any_of.match(line, start):
                _match(found, opener.by_group, line, start)
        if self._number:
            for digits in _DIGITS.finditer(line):
                if self._number.match(line, digits.start()):
                    _match(found, self._numbers, line, digits.start())
        if self._first and self._first.match(line):
            _match(found, self._firsts, line, 0)
        for letters, group, expression in self._others:
            if letters in line and (hit := expression.search(line)):
                _note(found, group, hit.span())
        return found

    def speaks_of_the_end(self, code: str) -> bool:
        """Whether expressions of a code are about the end of the text."""
        return any(group[0] == code for group, _ in self._finals)

    def final(self, code: str, text: str) -> dict[Group, Range]:
        """Where the expressions about the end of the text hit, of one code."""
        found: dict[Group, Range] = {}
        for group, expression in self._finals:
            if group[0] == code and (hit := expression.search(text)):
                _note(found, group, hit.span())
        return found


class _Opener:
    """What a word may open: the letters with which the text goes on, one expression for all, and one a group."""

    def __init__(self, letters: Iterable[str], groups: Mapping[Group, list[str]]) -> None:
        self.letters = tuple(sorted(letters, key=len))
        self.any_of = _together(groups) or _NOTHING
        self._groups = groups

    @cached_property
    def by_group(self) -> _Compiled:
        return _compiled(self._groups)


class _Openers(dict[str, "_Opener | None"]):
    """The words as far as they were met, each with what it may open."""

    def __init__(self, opened: list[_Opened]) -> None:
        super().__init__()
        self._opened = opened
        self._beginnings = Beginnings({each.begun for each in opened})
        self._made: dict[tuple[str, ...], _Opener | None] = {(): None}

    def __missing__(self, word: str) -> _Opener | None:
        if len(self) >= REMEMBERED:
            self.clear()
        begun = self._beginnings.opened_by(fold(word))
        if begun not in self._made:
            self._made[begun] = self._make(begun)
        self[word] = found = self._made[begun]
        return found

    def _make(self, begun: tuple[str, ...]) -> _Opener:
        groups: _ByGroup = {}
        for each in self._opened:
            if each.begun in begun:
                groups.setdefault(each.group, []).append(each.branch)
        return _Opener({each.partition(ANY)[0] for each in begun}, groups)


def _branches(groups: Mapping[Group, Iterable[str]]) -> Iterator[tuple[Group, str]]:
    for group, expressions in groups.items():
        for expression in expressions:
            for branch in branches(expression):
                yield from ((group, each) for each in spread(branch))


def _words(line: str) -> Iterator[Token]:
    return ((found.start(), found.end(), found.group()) for found in _WORD.finditer(line))


def _match(found: dict[Group, Range], expressions: _Compiled, line: str, start: int) -> None:
    for group, expression in expressions:
        if hit := expression.match(line, start):
            _note(found, group, hit.span())


def _note(found: dict[Group, Range], group: Group, place: Range) -> None:
    found[group] = min(found.get(group, place), place)


def _compiled(groups: Mapping[Group, list[str]]) -> _Compiled:
    return [(group, re.compile("|".join(found))) for group, found in groups.items()]


def _together(groups: Mapping[Group, list[str]]) -> re.Pattern[str] | None:
    return re.compile("|".join(dict.fromkeys(chain.from_iterable(groups.values())))) if groups else None

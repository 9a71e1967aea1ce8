"""Checks, groups and severities as a person names them: by their code name or in the spoken language."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from planner.desk.catalogue import catalogue, groups
from planner.errors import UsageError
from planner.model.terms import SEVERITIES
from planner.words import findings, terms

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Words = Callable[[str], str]

NEAR = 0.5


def check_named(text: str) -> str:
    """The check of this name.

    Raises:
        UsageError: `argument-not-among`, with the names there are.
    """
    return _among(text, _checks(), findings.name)


def group_named(text: str) -> str:
    """The group of this name; raises as `check_named` does."""
    return _among(text, groups(), terms.group)


def check_or_group_named(text: str) -> str:
    """The check or the group of this name; raises as `check_named` does."""
    return found(text) or _among(text, (*_checks(), *groups()), findings.name)


def severity_named(text: str) -> str:
    """The severity of this name; raises as `check_named` does."""
    return _among(text, SEVERITIES, terms.severity)


def found(text: str) -> str:
    """The check of this name, else the group, else ""."""
    return _one(text, _checks(), findings.name) or _one(text, groups(), terms.group)


def nearest(text: str) -> list[str]:
    """The code names that look most like this, best first; of a check also by what it is called."""
    called = {_plain(check): check for check in (*_checks(), *groups())}
    called |= {_plain(findings.name(check)): check for check in _checks()}
    return list(dict.fromkeys(called[near] for near in get_close_matches(_plain(text), called, 3, NEAR)))


def _checks() -> list[str]:
    return [known.check for known in catalogue()]


def _among(text: str, known: Sequence[str], words: Words) -> str:
    one = _one(text, known, words)
    if not one:
        raise UsageError("argument-not-among", value=text, first=", ".join(known[:-1]), second=known[-1])
    return one


def _one(text: str, known: Sequence[str], words: Words) -> str:
    wanted = _plain(text)
    by_code = (name for name in known if _plain(name) == wanted)
    by_words = (name for name in known if _plain(words(name)) == wanted)
    return next(by_code, "") or next(by_words, "")


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("-", " ").split())

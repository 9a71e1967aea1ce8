"""`means-as-goal`: the objective is to be on a network or to publish (article row 1.3).

An objective that also names an effect passes: a figure of the ladder that counts, or what the publishing is for.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from planner.focus.check import Check, Evidence, Severity
from planner.focus.judged import shortened
from planner.focus.text.composed import compose
from planner.focus.text.fold import fold
from planner.focus.text.lists import read_list
from planner.model.limits import indicators

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.focus.judged import JudgedCalendar
    from planner.focus.text.stems import Language

LONGEST = 2000
_CLAUSE = r"(?:^|(?<=[.;:,!?\n]))\s*(?:et |and |puis |then )?(?P<clause>)"
_CLAUSE_END = re.compile(r"[.;:,!?\n]")
_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"")


class _Expressions(NamedTuple):
    """The list of one language, compiled."""

    means: tuple[re.Pattern[str], ...]
    counted: tuple[re.Pattern[str], ...]
    purpose: re.Pattern[str]
    hollow: re.Pattern[str]


def judge(judged: JudgedCalendar) -> Iterator[Evidence]:
    """Warn with the words that name the means; an indicator that counts says the end, whatever the words."""
    brief = judged.calendar.brief
    rung = indicators().get(brief.indicator)
    if rung and not rung.vanity:
        return
    counted = _counted(brief.unit, judged.language) or _counted("" if rung else brief.indicator, judged.language)
    words = _means(brief.objective, judged.language)
    if words or (counted and not _names_an_effect(_read(brief.objective), judged.language)):
        yield Evidence({"words": shortened(words or counted)})


def _means(text: str, language: Language) -> str:
    """The words that name the means in a text that names no effect, or ""."""
    composed = compose(text[:LONGEST]).text
    folded = _read(text)
    hits = [hit for pattern in _expressions(language).means if (hit := pattern.search(folded))]
    if not hits:
        return ""
    first = min(hits, key=lambda hit: hit.start("means"))
    if _names_an_effect(folded, language, first.start("means")):
        return ""
    end = _CLAUSE_END.search(folded, first.end())
    return composed[first.start("clause") : end.start() if end else None].strip()


def _read(text: str) -> str:
    """The text folded, with what is quoted blotted out: the name of a workshop says nothing of the objective."""
    return _QUOTED.sub(lambda quoted: " " * len(quoted.group()), fold(compose(text[:LONGEST]).text))


def _names_an_effect(folded: str, language: Language, start: int = 0) -> bool:
    """Whether a text names a figure that counts, or says from `start` on what the means are for."""
    counts = (pattern for rung in indicators().values() if not rung.vanity for pattern in rung.words[language])
    if any(pattern.search(folded) for pattern in counts):
        return True
    expressions = _expressions(language)
    purposes = expressions.purpose.finditer(folded, start)
    return any(_says_an_end(folded[found.start() :], expressions) for found in purposes)


def _says_an_end(purpose: str, expressions: _Expressions) -> bool:
    clause = re.split(r"[.;:]", purpose, maxsplit=1)[0]
    return len(clause.split()) > 2 and not expressions.hollow.search(clause)


def _counted(text: str, language: Language) -> str:
    """The unit when it counts one's own work, or ""."""
    folded = fold(compose(text[:LONGEST]).text)
    return text.strip() if any(pattern.search(folded) for pattern in _expressions(language).counted) else ""


@cache
def _expressions(language: Language) -> _Expressions:
    lists = read_list(language, "goals")

    def filled(expression: str) -> str:
        return expression.replace("{work}", lists["works"]).replace("{place}", lists["places"])

    means = (rf"{_CLAUSE}{lists['openings']}(?P<means>{filled(expression)})" for expression in lists["means"])
    return _Expressions(
        means=tuple(map(re.compile, means)),
        counted=tuple(re.compile(filled(expression)) for expression in lists["counted"]),
        purpose=re.compile(lists["purpose"]),
        hollow=re.compile(lists["hollow"]),
    )


check = Check(name="means-as-goal", group="measure", scope="calendar", severity=Severity.WARNING, judge=judge)

"""`vanity-goal`: the objective counts followers, likes or views (article rows 0.10, 1.11 and 3.7)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planner.focus.check import Check, Evidence, Severity
from planner.focus.text.composed import compose
from planner.focus.text.fold import fold
from planner.model.limits import Indicator, indicators

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.focus.judged import JudgedCalendar

_DENIED = re.compile(
    r"\b(?:pas|non|ni|sans|plutot que|au lieu d[e']|peu importe"
    r"|not|no|without|rather than|instead of|never)\b"
    r"[^,.;:!?]{0,25}$"
)


def judge(judged: JudgedCalendar) -> Iterator[Evidence]:
    """Warn for a vain indicator, or for an objective whose words name only such figures."""
    brief = judged.calendar.brief
    rung = indicators().get(brief.indicator)
    if rung and rung.vanity:
        yield Evidence({"indicator": rung.key, "step": rung.step})
        return
    for text in (brief.objective, "" if rung else brief.indicator, "" if rung else brief.unit):
        words = _vain_words(text, judged.language)
        if words:
            yield Evidence({"words": words}, message="words")
            return


def _vain_words(text: str, language: str) -> str:
    """The first vain figure a text names, or "" when it names none or also one that counts."""
    composed = compose(text).text
    folded = fold(composed)
    if any(_named(rung, folded, language) for rung in indicators().values() if not rung.vanity):
        return ""
    hits = [hit for rung in indicators().values() if rung.vanity and (hit := _named(rung, folded, language))]
    first = min(hits, key=lambda hit: hit.start(), default=None)
    return composed[first.start() : first.end()] if first else ""


def _named(rung: Indicator, folded: str, language: str) -> re.Match[str] | None:
    hits = (hit for pattern in rung.words[language] for hit in pattern.finditer(folded))
    return next((hit for hit in hits if not _DENIED.search(folded[: hit.start()])), None)


check = Check(name="vanity-goal", group="measure", scope="calendar", severity=Severity.WARNING, judge=judge)

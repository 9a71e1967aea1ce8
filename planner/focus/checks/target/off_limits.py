"""`off-limits`: the text touches a topic that the charter never treats (article row 3.13).

One or two words that only resemble the topic's, or only belong to its theme, say too little: "complet" is not
"compléments". The topic's own word says enough.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.focus.check import Check, Evidence, Severity
from planner.focus.text.stems import subject_stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.focus.judged import JudgedPost
    from planner.focus.text.relevance import OffLimits

MOST_SHOWN = 5
_ENOUGH_WORDS = 3


def judge(judged: JudgedPost) -> Iterator[Evidence]:
    """Warn with the topic and the words that touch it."""
    touched = judged.relevance.off_limits if judged.relevance else None
    if touched is None:
        return
    words = list(dict.fromkeys(word.lower() for word in touched.words))
    if len(words) < _ENOUGH_WORDS and not _named(judged, touched):
        return
    yield Evidence(
        values={"topic": touched.topic, "words": words[:MOST_SHOWN]},
        spans=touched.spans or (judged.draft.whole,),
    )


def _named(judged: JudgedPost, touched: OffLimits) -> bool:
    """Whether one of the words is the topic's own."""
    own = next((topic.core for topic in judged.calendar.brief.never if topic.name == touched.topic), frozenset())
    return any(subject_stem(word, judged.draft.language) in own for word in touched.words)


check = Check(name="off-limits", group="target", scope="post", severity=Severity.WARNING, judge=judge)

"""`vague-subject`: the title names a field and says nothing of it (article row 0.6).

"Conseils marketing", "Communication", "Some tips for builders". Every word of such a title stands in the lists: words
that announce, words that name a field, words that say nothing; and after a word that announces, words of the audience.
One other word, a figure, a question or the words of a need, and the title says something; so does an order ("Change
your network").
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from planner.focus.check import Check, Evidence, Severity, Span
from planner.focus.text.brief_words import MEANINGFUL, text_stems
from planner.focus.text.composed import compose
from planner.focus.text.fold import fold
from planner.focus.text.lists import read_list

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.focus.judged import JudgedPost
    from planner.focus.text.stems import Language

LONGEST = 7
"""Words past which a title has a subject, whatever they are."""

_NEED_WORDS = 2
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SAYS_MORE = re.compile(r"[\d?!…«“\"]")


class _Topics(NamedTuple):
    """Words that announce, name a field, say nothing either way; and those that follow an order, never a noun."""

    frames: frozenset[str]
    topics: frozenset[str]
    small: frozenset[str]
    after_an_order: frozenset[str]


def judge(judged: JudgedPost) -> Iterator[Evidence]:
    """Suggest with the title."""
    title = judged.post.title
    words = _WORD.findall(fold(compose(title).text))
    if not 0 < len(words) <= LONGEST or _SAYS_MORE.search(title):
        return
    if _only_topics(words, judged) and not _of_a_need(title, judged):
        quoted, span = judged.phrase(Span("title", 0, len(title)))
        yield Evidence({"title": quoted}, (span,))


def _only_topics(words: list[str], judged: JudgedPost) -> bool:
    listed = _topics(judged.draft.language)
    if listed.small.issuperset(words) or listed.after_an_order.intersection(words[1:2]):
        return False
    more = [word for word in words if not any(word in known for known in listed[:3])]
    announced = not listed.frames.isdisjoint(words)
    return not more or (
        announced and text_stems(" ".join(more), judged.draft.language) <= judged.calendar.brief.readers
    )


def _of_a_need(title: str, judged: JudgedPost) -> bool:
    """Whether the title takes up two words or more of what a need asks."""
    if not judged.calendar.need_stems:
        return False
    brief = judged.calendar.brief
    stems = {word for word in text_stems(title, brief.language) if brief.weight(word) > MEANINGFUL}
    return any(len(stems & asked) >= _NEED_WORDS for _, asked in judged.calendar.need_stems)


@cache
def _topics(language: Language) -> _Topics:
    lists = read_list(language, "topics")
    return _Topics(*(frozenset(_WORD.findall(fold(lists[name]))) for name in _Topics._fields))


check = Check(name="vague-subject", group="precise", scope="post", severity=Severity.SUGGESTION, judge=judge)

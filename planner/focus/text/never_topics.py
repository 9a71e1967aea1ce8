"""Topics a brief never treats: its own words for them, and the words people use when they talk of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import fsum, sqrt
from typing import TYPE_CHECKING

from planner.focus.text.families import StemField, stem_weights
from planner.focus.text.lists import read_list

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planner.focus.check import Span
    from planner.focus.text.brief_words import BriefWords
    from planner.focus.text.draft import Draft, Range
    from planner.focus.text.stems import Language

LIMIT = 1.25
"""The score over which a draft touches a never-topic."""

_OWN_WORDS = 0.45
_THEME_SHARE = 0.8
_USUAL_STEMS = 30
_LEAST_STEMS = 15
_LAUGHTER = "😂🤣"


@dataclass(frozen=True, slots=True)
class NeverTopic:
    """A topic as the person named it, the stems that say it, and the stems of its theme."""

    name: str
    core: frozenset[str]
    theme: frozenset[str]


@dataclass(frozen=True, slots=True)
class OffLimits:
    """A never-topic that a draft touches, the words that touch it and where they stand."""

    topic: str
    words: tuple[str, ...]
    spans: tuple[Span, ...]
    score: float


@cache
def _themes(language: Language) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """For each theme the stems that call it, and its stems."""
    from planner.focus.text.brief_words import text_stems

    return tuple(
        (
            text_stems(theme["when"], language),
            text_stems(theme["words"], language).union(sign for sign in _LAUGHTER if sign in theme["words"]),
        )
        for theme in read_list(language, "never_themes").values()
    )


def never_topics(names: Iterable[str], known: frozenset[str], language: Language) -> tuple[NeverTopic, ...]:
    """The topics of a brief whose other stems are `known`; a theme says nothing by the brief's own words."""
    from planner.focus.text.brief_words import text_stems

    weights = stem_weights(language)
    topics: list[NeverTopic] = []
    for name in names:
        core = frozenset(stem for stem in text_stems(name, language) if weights.get(stem, 1.0) > _OWN_WORDS)
        called = [words for when, words in _themes(language) if when & core]
        if core:
            topics.append(NeverTopic(name, core, frozenset[str]().union(*called) - known - core))
    return tuple(topics)


def off_limits(draft: Draft, brief: BriefWords) -> OffLimits | None:
    """The never-topic a draft touches most, or None when none is over the limit."""
    if not brief.never:
        return None
    places = draft.stems | {sign: (at, at + 1) for sign in _LAUGHTER if (at := draft.text.find(sign)) >= 0}
    stems = StemField(places)
    length = sqrt(max(_LEAST_STEMS, len(places)) / _USUAL_STEMS)
    best, best_score = None, LIMIT
    for topic in brief.never:
        own = [stem for stem in topic.core if stems.fit(stem)]
        theme = topic.theme & stems.stems
        score = (_weigh(own, brief) + _THEME_SHARE * _weigh(theme, brief)) / length
        if score > best_score:
            best, best_score = topic, score
    return _touched(draft, best, stems, places, best_score) if best else None


def _weigh(stems: Iterable[str], brief: BriefWords) -> float:
    return fsum(brief.weight(stem) for stem in stems)


def _touched(
    draft: Draft, topic: NeverTopic, stems: StemField, places: dict[str, Range], score: float
) -> OffLimits:
    touching = topic.theme & stems.stems
    for stem in topic.core:
        touching |= {stem} & stems.stems or frozenset(stems.relatives(stem))
    spans = tuple(draft.span(*place) for place in sorted(places[stem] for stem in touching))
    return OffLimits(topic.name, tuple(draft.quote(span) for span in spans), spans, score)

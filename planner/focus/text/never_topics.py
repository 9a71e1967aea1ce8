"""Topics a brief never treats: its own words for them, and the words people use when they talk of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from math import fsum, sqrt
from typing import TYPE_CHECKING, NamedTuple

from planner.focus.text.families import StemField, related, stem_weights
from planner.focus.text.lists import read_list

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from planner.focus.check import Span
    from planner.focus.text.brief_words import BriefWords
    from planner.focus.text.draft import Draft, Range
    from planner.focus.text.stems import Language

LIMIT = 1.25
"""The score over which a draft touches a never-topic."""

_OWN_WORDS = 0.45
_THEME_SHARE = 0.8
_SHARED_PART = 0.5
_USUAL_STEMS = 30
_LEAST_STEMS = 15
_LAUGHTER = "😂🤣"
_MOST_PROPOSED = 6
_TWO = 2
_NAMED_BY_TWO = frozenset({"ia", "ai"})
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class NeverTopic:
    """A topic as the person named it, and what gives it away.

    Attributes:
        name: what stands before the colon of its line, or the whole line.
        core: the stems that say it: of its name and of the words after the colon.
        theme: the stems of its theme, less the brief's own.
        shared: those of `core` that the brief says too, unless they stand after the colon: they prove half as much.
        beside: stems of its theme of two meanings, less the brief's own: they count only beside another.
    """

    name: str
    core: frozenset[str]
    theme: frozenset[str]
    shared: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class OffLimits:
    """A never-topic that a draft touches, the words that touch it and where they stand."""

    topic: str
    words: tuple[str, ...]
    spans: tuple[Span, ...]
    score: float


class _Theme(NamedTuple):
    """The stems that call a theme, its stems, those of two meanings, and its words, the most telling first."""

    when: frozenset[str]
    stems: frozenset[str]
    beside: frozenset[str]
    words: tuple[str, ...]


@cache
def _themes(language: Language) -> tuple[_Theme, ...]:
    return tuple(
        _Theme(
            _calling(theme["when"], language),
            _stems(theme["words"], language).union(sign for sign in _LAUGHTER if sign in theme["words"]),
            _stems(theme.get("beside", ""), language),
            tuple(theme["words"].split()),
        )
        for theme in read_list(language, "never_themes").values()
    )


def never_topics(lines: Iterable[str], known: frozenset[str], language: Language) -> tuple[NeverTopic, ...]:
    """The topics of a brief whose other stems are `known`; a theme says nothing by the brief's own words.

    A line is a topic's name, then, after a colon, words that count as the topic's own.
    """
    topics: list[NeverTopic] = []
    for line in lines:
        name, words = _parted(line)
        named, told = _meaningful(name, language), _meaningful(words, language)
        core = named | told
        called = _called(named | _initials(name), language)
        theme = frozenset[str]().union(*(theme.stems for theme in called)) - known - core
        beside = frozenset[str]().union(*(theme.beside for theme in called)) - known - core - theme
        if core or theme:
            topics.append(NeverTopic(name, core, theme, (named & known) - told, beside))
    return tuple(topics)


def proposed_words(topic: str, language: Language, known: Collection[str] = frozenset()) -> list[str]:
    """Up to six words that people use when they talk of a topic, as one reads them, the most telling first.

    Args:
        topic: its line; the words that are in it are not proposed again.
        language: the one the brief is written in.
        known: stems of the brief's own words, which would say nothing: they are left out too.

    Returns:
        Words of the theme that the topic calls, then of the next one; none when it calls no theme.
    """
    name, _ = _parted(topic)
    called = _called(_calling(name, language), language)
    met = set(known) | _stems(topic, language)
    found: list[str] = []
    for word in (word for theme in called for word in theme.words):
        stems, singular = _meaningful(word, language), word.rstrip("sx")
        if stems and singular not in met and not any(_met(stem, met) for stem in stems):
            found.append(word)
            met |= stems | {singular}
    return found[:_MOST_PROPOSED]


def _met(stem: str, others: Collection[str]) -> bool:
    """Whether a word would say the same as one that is there."""
    return any(stem == other or related(stem, other) for other in others)


def _parted(line: str) -> tuple[str, str]:
    """The name of a topic and the words after its colon; a line that begins with a colon is a name."""
    name, _, words = line.partition(":")
    return (name.strip(), words) if name.strip() else (line.strip(), "")


def _called(calling: frozenset[str], language: Language) -> list[_Theme]:
    """The themes that these stems call, first the one of whose calling words they hold most."""
    called = [theme for theme in _themes(language) if theme.when & calling]
    return sorted(called, key=lambda theme: -len(theme.when & calling) / len(theme.when))


def _calling(text: str, language: Language) -> frozenset[str]:
    return _stems(text, language) | _initials(text)


def _initials(text: str) -> frozenset[str]:
    """Names of two letters, such as AI, which are too short to have a stem."""
    return frozenset(
        word.lower() for word in _WORD.findall(text) if len(word) == _TWO and word.lower() in _NAMED_BY_TWO
    )


def _meaningful(text: str, language: Language) -> frozenset[str]:
    weights = stem_weights(language)
    return frozenset(stem for stem in _stems(text, language) if weights.get(stem, 1.0) > _OWN_WORDS)


def _stems(text: str, language: Language) -> frozenset[str]:
    from planner.focus.text.brief_words import text_stems

    return text_stems(text, language)


def off_limits(draft: Draft, brief: BriefWords) -> OffLimits | None:
    """The never-topic a draft touches most, or None when none is over the limit."""
    if not brief.never:
        return None
    places = draft.stems | {sign: (at, at + 1) for sign in _LAUGHTER if (at := draft.text.find(sign)) >= 0}
    fits = brief.fits
    met = frozenset[str]().union(*[fits[stem].never for stem in draft.stems])
    length = sqrt(max(_LEAST_STEMS, len(places)) / _USUAL_STEMS)
    best, best_score = None, LIMIT
    for topic in brief.never:
        score = _said(topic, met, places, brief) / length
        if score > best_score:
            best, best_score = topic, score
    return _touched(draft, best, StemField(places), places, best_score) if best else None


def _said(topic: NeverTopic, met: frozenset[str], places: dict[str, Range], brief: BriefWords) -> float:
    """How much a draft says of a topic, of whose stems it has `met` some."""
    own, theme = topic.core & met, topic.theme.intersection(places)
    if not own and not theme:
        return 0.0
    if theme or own - topic.shared:
        theme |= topic.beside.intersection(places)
    said = _weigh(own, brief) - (1 - _SHARED_PART) * _weigh(topic.shared & own, brief)
    return said + _THEME_SHARE * _weigh(theme, brief)


def _weigh(stems: Iterable[str], brief: BriefWords) -> float:
    return fsum(brief.weight(stem) for stem in stems)


def _touched(draft: Draft, topic: NeverTopic, stems: StemField, places: dict[str, Range], score: float) -> OffLimits:
    touching = topic.theme & stems.stems
    for stem in topic.core:
        touching |= {stem} & stems.stems or frozenset(stems.relatives(stem))
    if touching - topic.shared:
        touching |= topic.beside & stems.stems
    spans = tuple(draft.span(*place) for place in sorted(places[stem] for stem in touching))
    return OffLimits(topic.name, tuple(draft.quote(span) for span in spans), spans, score)

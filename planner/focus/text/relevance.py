"""Is a draft for the readers of the brief, about what they ask?

The share of its meaningful words that the brief knows, less when it calls other readers or speaks of
big organisations to small ones. The division matters: a count would reward long drafts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from planner.focus.text.brief_words import BriefWords
from planner.focus.text.never_topics import OffLimits, off_limits
from planner.focus.text.own_words import own_text
from planner.focus.text.reader import UNKNOWN_READERS, CalledReader, called_reader

if TYPE_CHECKING:
    from planner.focus.check import Span
    from planner.focus.text.draft import Draft, Range

__all__ = ["BriefWords", "FoundWord", "OffLimits", "Relevance", "judge_relevance", "relevance_figure"]

WARNING_LIMIT = 0.12
SUGGESTION_LIMIT = 0.17
_CONFLICT = 0.1
_LEAST_WEIGHT = 5.0
_SHORTEST = 12
_LONG_ENOUGH_FOR_A_THIN_BRIEF = 20
_MOST_SHOWN = 5

Level = Literal["warning", "suggestion", ""]


@dataclass(frozen=True, slots=True)
class FoundWord:
    """A word of the brief as the draft has it."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Relevance:
    """What the check says of a draft, and why.

    Attributes:
        level: warning, suggestion or "" (on target, or too little to judge by).
        score: the share, less for a wrong reader or a big organisation; compared with the limits.
        share: how much of the draft's meaning the brief's words and the whole brief know, 0 to 2.
        stems: the different meaningful stems of the draft.
        reader: 1 the brief's readers, 0 nobody, -1 second rank, -2 not its readers, -3 unknown to it.
        reader_phrase: the call as written, or ""; `reader_span`: where it stands; `served`: its author only says
            that she works for them.
        big: the big organisation it speaks of to small readers, or ""; `big_span`: where it stands.
        found: up to five words of the brief, those that say most first.
        known: how many of `stems` the brief knows.
        off_limits: the never-topic it touches, or None.
    """

    level: Level
    score: float
    share: float
    stems: int
    reader: int = 0
    reader_phrase: str = ""
    reader_span: Span | None = None
    served: bool = False
    big: str = ""
    big_span: Span | None = None
    found: tuple[FoundWord, ...] = ()
    known: int = 0
    off_limits: OffLimits | None = None


@dataclass(frozen=True, slots=True)
class _Share:
    share: float
    stems: int
    known: int
    found: list[Range]


def judge_relevance(draft: Draft, brief: BriefWords) -> Relevance:
    """Judge a draft against a brief."""
    shared = _share(draft, brief)
    reader = called_reader(draft, brief)
    big = _big_organisation(draft, brief)
    score = shared.share + _CONFLICT * (min(0, reader.value) - (big is not None))
    reader_span = draft.span(*reader.place) if reader.place else None
    big_span = draft.span(*big) if big else None
    return Relevance(
        level=_level(score, shared, reader, brief),
        score=score,
        share=shared.share,
        stems=shared.stems,
        reader=reader.value,
        reader_phrase=draft.quote(reader_span) if reader_span else "",
        reader_span=reader_span,
        served=reader.served,
        big=draft.quote(big_span) if big_span else "",
        big_span=big_span,
        found=_quoted(draft, shared.found),
        known=shared.known,
        off_limits=off_limits(draft, brief),
    )


def relevance_figure(score: float) -> float:
    """The score from 0 to 1, for measuring; a person never sees it."""
    return max(0.0, min(1.0, (score + 0.4) / 2.4))


def _share(draft: Draft, brief: BriefWords) -> _Share:
    weight = words = everything = 0.0
    stems = known = 0
    shown: list[tuple[float, Range]] = []
    fits = brief.fits
    for stem, place in draft.stems.items():
        own, by_words, by_all, is_meaningful, is_known, is_shown, _ = fits[stem]
        weight += own
        words += by_words
        everything += by_all
        stems += is_meaningful
        known += is_known
        if is_shown:
            shown.append((-own, place))
    found = [place for _, place in sorted(shown)[:_MOST_SHOWN]]
    return _Share((words + everything) / max(_LEAST_WEIGHT, weight), stems, known, found)


def _quoted(draft: Draft, places: list[Range]) -> tuple[FoundWord, ...]:
    spans = [draft.span(*place) for place in places]
    return tuple(FoundWord(span, draft.quote(span)) for span in spans)


def _big_organisation(draft: Draft, brief: BriefWords) -> Range | None:
    """A big organisation in the opening of a draft whose readers are small firms or families.

    A sentence that quotes others may name the one that speaks.
    """
    if not brief.small:
        return None
    own = own_text(draft)
    opening = [(start, end) for start, end in draft.opening if own[start:end] == draft.text[start:end]]
    said = draft.folded[: draft.opening[-1][1] if draft.opening else 0]
    for name in (name for name in brief.big if name in said):
        for start, end in opening:
            at = draft.folded.find(name, start, end)
            if at >= 0 and (found := re.compile(rf"\b{re.escape(name)}\b").search(draft.folded, at, end)):
                return found.span()
    return None


def _level(score: float, shared: _Share, reader: CalledReader, brief: BriefWords) -> Level:
    if brief.empty:
        return ""
    if brief.thin:
        return "warning" if not shared.share and shared.stems >= _LONG_ENOUGH_FOR_A_THIN_BRIEF else ""
    if shared.stems < _SHORTEST and reader.value > UNKNOWN_READERS:
        return ""
    if score < WARNING_LIMIT:
        return "warning"
    return "suggestion" if score < SUGGESTION_LIMIT else ""

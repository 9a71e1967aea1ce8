"""A brief as the checks read it: plain strings in, stems inside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from planner.focus.text.composed import compose
from planner.focus.text.families import StemField, stem_weights
from planner.focus.text.fold import fold
from planner.focus.text.never_topics import NeverTopic, never_topics
from planner.focus.text.roles import plain, roles
from planner.focus.text.stems import REMEMBERED, Language, subject_stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

__all__ = ["LEAST_STEMS", "MEANINGFUL", "BriefWords", "text_stems"]

MEANINGFUL = 0.3
"""A stem that weighs more than this says something of the subject."""

_SHOWN_WEIGHT = 0.4
_EXCLUDING = 0.5
LEAST_STEMS = 40
"""Meaningful stems under which a brief is too thin to measure a share."""
_LEAST_CLAUSE = 12
_LETTERS = re.compile(r"[^\W\d_]+")
_UNREAD = re.compile(r"https?://\S+|@\w+|\{[^}]*\}")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_INITIALS = re.compile(r"\b[A-Z]{2}\b")
_HASHTAG = re.compile(r"#\w+")


class Fit(NamedTuple):
    """A stem met by the brief.

    Attributes:
        weight: how much it says.
        words: its weight as far as it fits the words; `everything`: as far as it fits the whole brief.
        meaningful: whether it says something of the subject.
        known: whether it does and the brief knows it; `shown`: whether it may be shown as a word of the brief.
        never: the stems of never-topics that it says.
    """

    weight: float
    words: float
    everything: float
    meaningful: bool
    known: bool
    shown: bool
    never: frozenset[str]


class _Fits(dict[str, Fit]):
    """The stems of drafts as far as they were met."""

    def __init__(self, brief: BriefWords, words: Iterable[str]) -> None:
        super().__init__()
        self._weights = brief.weights
        self._words = StemField(words)
        self._whole = StemField(brief.everything)
        self._never = StemField(stem for topic in brief.never for stem in topic.core)

    def __missing__(self, stem: str) -> Fit:
        if len(self) >= REMEMBERED:
            self.clear()
        weight, whole = self._weights.get(stem, 1.0), self._whole.fit(stem)
        meaningful = weight > MEANINGFUL
        self[stem] = found = Fit(
            weight=weight,
            words=weight * self._words.fit(stem),
            everything=weight * whole,
            meaningful=meaningful,
            known=meaningful and whole > 0,
            shown=weight > _SHOWN_WEIGHT and whole > 0,
            never=self._never.stems.intersection([stem]).union(self._never.relatives(stem)),
        )
        return found


class BriefWords:
    """The stems of a brief, built once and asked for every draft.

    Attributes:
        thin: too few meaningful stems to measure a share.
        meaningful_stems: how many different meaningful stems the brief has.
        everything: all stems of the brief.
        reader_text: the first clause of the audience, the readers themselves; `readers`: its stems.
        audience: stems of the whole audience; `known`: of audience, words, needs and message.
        excluded: stems of readers the brief is not for; `excluded_readers`: each such reader's stems.
        own_readers: stems of "these are my readers too".
        small: whether the audience is small firms, independents, families.
        never: the topics it never treats.
        weights: how much frequent stems say; one that is not there says 1.
        fits: how each stem of a draft meets the brief.
    """

    def __init__(
        self,
        language: Language,
        *,
        audience: str = "",
        needs: Sequence[str] = (),
        words: Sequence[str] = (),
        places: Sequence[str] = (),
        objective: str = "",
        message: str = "",
        do: Sequence[str] = (),
        dont: Sequence[str] = (),
        not_for: Sequence[str] = (),
        readers: Sequence[str] = (),
    ) -> None:
        """Take the brief's fields as a person wrote them.

        Three are not what one would expect: `places` are kept and not judged, a network's name says
        nothing of the subject; `not_for` are readers it is not for; `readers` are those a person has
        added by "these are my readers too".
        """
        self.language = language
        self.places = tuple(places)
        self._roles = roles(language)
        self.weights = stem_weights(language)
        meant, negated = self._without_negations(compose(audience).text)
        self._read_readers(meant, readers)
        word_stems = self._stems(words)
        self.known = self.audience | word_stems | self._stems(needs) | self._stems([message])
        self.everything = self.known | self._stems([audience]) | self._stems([objective]) | self._stems(do)
        self.meaningful_stems = sum(self.weight(stem) > MEANINGFUL for stem in self.everything)
        self.thin = self.meaningful_stems < LEAST_STEMS
        self._read_excluded(negated, not_for)
        self.never: tuple[NeverTopic, ...] = never_topics(dont, self.everything, language)
        initials = frozenset(_INITIALS.findall(audience))
        self.big = tuple(
            name
            for name in self._roles.big
            if not self._stems([name]) <= self.everything and initials.isdisjoint(name.upper().split())
        )
        self.fits: Mapping[str, Fit] = _Fits(self, word_stems)

    def _read_readers(self, meant: str, added: Sequence[str]) -> None:
        self.own_readers = self._named(added)
        self.reader_text = self._first_clause(meant)
        self.readers = self._stems([self.reader_text]) | self.own_readers
        self.audience = self._stems([meant]) | self.own_readers
        self.small = self._roles.small.search(fold(meant)) is not None

    def _read_excluded(self, negated: Sequence[str], not_for: Sequence[str]) -> None:
        excluded_readers = (self._excluding([reader]) for reader in not_for)
        # What a person said last of a reader is what she wants: "mine too" is said after "not for".
        self.excluded_readers = tuple(stems for stems in excluded_readers if not stems <= self.own_readers)
        excluded = frozenset[str]().union(*self.excluded_readers) - self.readers
        self.excluded = (self._excluding(negated) | excluded) - self.own_readers

    @property
    def empty(self) -> bool:
        """Whether there is nothing to compare a draft with."""
        return not self.everything

    def weight(self, stem: str) -> float:
        """How much a stem says, 0 to 1."""
        return self.weights.get(stem, 1.0)

    def _stems(self, texts: Iterable[str]) -> frozenset[str]:
        return text_stems(" ".join(texts), self.language)

    def _excluding(self, texts: Iterable[str]) -> frozenset[str]:
        return frozenset(stem for stem in self._stems(texts) if self.weight(stem) > _EXCLUDING)

    def _named(self, readers: Iterable[str]) -> frozenset[str]:
        """The stems that name readers, greetings left out."""
        words = [word for reader in readers for word in reader.split()]
        return self._stems(word for word in words if plain(word) not in self._roles.empty)

    def _first_clause(self, audience: str) -> str:
        """The part of the audience that names the readers."""
        end = self._roles.clause_end.search(audience, _LEAST_CLAUSE)
        return audience[: end.start()] if end else audience

    def _without_negations(self, audience: str) -> tuple[str, list[str]]:
        """The audience without "not the ...", and what such parts name."""
        negation = self._roles.negation
        return negation.sub(" ", audience), [found[1] for found in negation.finditer(audience)]


def text_stems(text: str, language: Language) -> frozenset[str]:
    """The different stems of the words of three letters or more; links and @names are no words."""
    readable = _HASHTAG.sub(lambda tag: _CAMEL.sub(" ", tag.group()), compose(text).text)
    readable = _UNREAD.sub(" ", readable)
    return frozenset(filter(None, (subject_stem(word, language) for word in _LETTERS.findall(readable))))

"""`self-centred`: the author speaks of herself, and hardly to the reader (article row 0.18).

A case told in the first person is human, and no fault. So three things must come together, in 40 words or more:
the author ("je", "our", the names of `own_names`) stands at least three times as often as the reader ("vous",
"your", and in French a verb in -ez); she is at least as often there as anybody else ("elle", "they"); and the
text twice says of her what firms say of themselves ("notre expertise", "we are proud") or names her firm. What is
quoted counts for nobody.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from planner.focus.check import Check, Evidence, Severity
from planner.focus.text.composed import compose
from planner.focus.text.fold import fold
from planner.focus.text.lists import read_list
from planner.focus.text.own_words import own_words
from planner.focus.text.stems import REMEMBERED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from planner.focus.judged import JudgedPost
    from planner.focus.text.draft import Draft
    from planner.focus.text.piece import Piece, Range
    from planner.focus.text.stems import Language

SHORTEST = 40
TIMES = 3
LEAST = 4
"""How often the author must stand in the text before it is said to be about her."""

SIGNS = 2
"""Different things said of her, or times her firm is named, before a text is taken for self-praise."""

MOST_SHOWN = 4
_WORD = re.compile(r"[^\W\d_]{2,}|\bi\b|[^\W\d_](?=')")


def judge(judged: JudgedPost) -> Iterator[Evidence]:
    """Suggest with how often each is there, and where the author is."""
    draft = judged.draft
    if draft.word_count < SHORTEST:
        return
    own_names = tuple(filter(str.strip, judged.calendar.calendar.brief.own_names))
    names = list(_in_own_words(draft, _any_of(own_names))) if own_names else []
    author = len(names) + sum(piece.once(_author) for _, piece in draft.pieces)
    if author < LEAST:
        return
    voices = [piece.once(_voices) for _, piece in draft.pieces]
    reader, others = sum(heard.reader for heard in voices), sum(heard.others for heard in voices)
    if author < max(TIMES * reader, others):
        return
    listed = _lists(draft.language)
    told = list(_in_own_words(draft, listed.self_talk))
    if len({draft.folded[slice(*place)] for place in told}) + len(names) < SIGNS:
        return
    places = _apart([*told, *names], _in_own_words(draft, listed.pronouns))
    hits = [judged.phrase(draft.span(*place)) for place in places]
    shown = list(dict.fromkeys(words for words, _ in hits))[:MOST_SHOWN]
    yield Evidence({"author": author, "reader": reader, "words": shown}, tuple(span for _, span in hits))


def _apart(told: list[Range], pronouns: Iterable[Range]) -> list[Range]:
    """What is told of the author, then her pronouns that stand outside it."""
    inside = {at for start, end in told for at in range(start, end)}
    return [*told, *(place for place in pronouns if place[0] not in inside)]


def _in_own_words(draft: Draft, expression: re.Pattern[str]) -> Iterator[Range]:
    for at, piece in draft.pieces:
        for found in expression.finditer(own_words(piece)):
            yield at + found.start(), at + found.end()


class _Voices(NamedTuple):
    """How often the reader and others are there by their pronouns."""

    reader: int
    others: int


def _words(piece: Piece) -> list[str]:
    return _WORD.findall(own_words(piece))


def _author(piece: Piece) -> int:
    """How often the author is there by her pronouns."""
    return sum(map(_lists(piece.language).author.__contains__, piece.once(_words)))


def _voices(piece: Piece) -> _Voices:
    listed, words = _lists(piece.language), piece.once(_words)
    not_meant = sum(map(own_words(piece).count, listed.not_the_reader))
    return _Voices(sum(map(listed.readers.__getitem__, words)) - not_meant, sum(map(listed.others.__contains__, words)))


class _Lists:
    """The words of one language for who speaks and who is spoken to."""

    def __init__(self, language: Language) -> None:
        lists = read_list(language, "self_centred")
        self.author = frozenset(lists["author"].split())
        self.others = frozenset(lists["others"].split())
        self.pronouns = re.compile(rf"\b(?:{'|'.join(map(_as_word, sorted(self.author)))})\b")
        self.self_talk = re.compile("|".join(lists["self_talk"]))
        self.not_the_reader = tuple(lists["not_the_reader"])
        self.readers = _Readers(lists)


class _Readers(dict[str, bool]):
    """The words as far as they were met: whether each speaks to the reader, or is a verb that does."""

    def __init__(self, lists: Mapping[str, Any]) -> None:
        super().__init__()
        self._reader = frozenset(lists["reader"].split())
        self._endings = tuple(lists["reader_endings"])
        self._no_verbs = frozenset(lists["no_verb"].split())

    def __missing__(self, word: str) -> bool:
        if len(self) >= REMEMBERED:
            self.clear()
        self[word] = found = word in self._reader or (word.endswith(self._endings) and word not in self._no_verbs)
        return found


def _as_word(pronoun: str) -> str:
    """A single letter is a pronoun when it is I, or stands before an apostrophe."""
    return pronoun if len(pronoun) > 1 or pronoun == "i" else f"{pronoun}(?=')"


@cache
def _lists(language: Language) -> _Lists:
    return _Lists(language)


@lru_cache(maxsize=16)
def _any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    """One expression for whole names, as they stand in a text without case and accents."""
    folded = [re.escape(fold(compose(name.strip()).text)) for name in names]
    return re.compile(rf"(?<!\w)(?:{'|'.join(folded)})(?!\w)")


check = Check(name="self-centred", group="target", scope="post", severity=Severity.SUGGESTION, judge=judge)

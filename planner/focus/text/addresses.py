"""Whom the title and the first three sentences of a draft call."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, NamedTuple

from planner.focus.text.fold import fold
from planner.focus.text.own_words import own_text
from planner.focus.text.roles import CALLED_ANYWHERE, Call, Roles, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.focus.text.draft import Draft, Range

_PHRASE_WORD = re.compile(r"[^\W_]+(?:['\-][^\W_]+)*")
_REPLY = re.compile(r"\s*(?:re|tr|fwd)\s*:\s*", re.IGNORECASE)
_NO_LETTERS = re.compile(r"\W+")
_CALL_WORD = r"[^\W\d_]++(?:['\-][^\W\d_]++)*+"
_CALL = re.compile(rf"({_CALL_WORD}(?:[ ]{_CALL_WORD}){{0,4}}?[ ]?)(?:\s*[,:!…]|[.?]\s*$|$)")
_CLAUSE_END = re.compile(r'[,.:;!?…()«»"]')
_PLAYED = frozenset({"as a", "en tant que"})
"""What may only say how to do it: "Fill in your own form. As a patient." """

_LONGEST_PHRASE = 5
_ANNOUNCED_WITHIN = 40


class PhraseWord(NamedTuple):
    """A word of a call: its place in the draft, as written, and in lower case without accents."""

    start: int
    end: int
    written: str
    form: str


class Address(NamedTuple):
    """A call: its words, those of them that name readers, and whether they are only said to be worked for."""

    phrase: list[PhraseWord]
    roles: list[PhraseWord]
    served: bool = False

    @property
    def place(self) -> Range:
        """Where the phrase stands in the draft's text."""
        return self.phrase[0].start, self.phrase[-1].end


def addresses(draft: Draft, roles: Roles) -> list[Address]:
    """The calls of the opening, in order; a phrase that several rules find comes several times.

    Whom others call, in a quotation, is not called here.
    """
    found: list[Address] = []
    own = own_text(draft)
    said = draft.folded[: draft.opening[-1][1] if draft.opening else 0]
    calls = [call for call in roles.calls if call[1] in said]
    for start, end in draft.opening:
        found += _sentence_addresses(own[start:end], start, roles, calls)
    return found


def _sentence_addresses(sentence: str, start: int, roles: Roles, calls: list[Call]) -> Iterator[Address]:
    """The calls of a sentence; of the ways of calling, it can hold `calls` only."""
    reply = _REPLY.match(sentence)
    first = reply.end() if reply else 0
    marks = _NO_LETTERS.match(sentence, first)
    first = marks.end() if marks else first
    sentence, start = sentence[first:], start + first
    yield from _called_by_name(sentence, start, roles)
    if calls:
        yield from _announced(sentence, start, roles, calls)


def _called_by_name(sentence: str, start: int, roles: Roles) -> Iterator[Address]:
    """The call that opens a sentence, and those that follow it at once ("Chers avocats, chères dentistes, ...")."""
    at = 0
    while call := _CALL.match(sentence, at):
        phrase = list(_phrase_words(call[1], 0, start + call.start(1)))
        called = [word for word in phrase if _is_called(word, roles)]
        if not (called and _stands_first(phrase, called, roles) and _is_call(phrase, roles)):
            return
        yield Address(phrase, called)
        gap = _NO_LETTERS.match(sentence, call.end()) if call.group().endswith(",") else None
        if gap is None:
            return
        at = gap.end()


def _phrase_words(sentence: str, offset: int, start: int) -> Iterator[PhraseWord]:
    """The words of a sentence from `offset` on; `start` is where the sentence stands in the draft."""
    for found in _PHRASE_WORD.finditer(sentence, offset):
        word = found.group()
        yield PhraseWord(start + found.start(), start + found.end(), word, plain(word))


def _is_called(word: PhraseWord, roles: Roles) -> bool:
    """A call names several readers ("Fleuristes"), or a function by its initials ("DRH")."""
    plural = word.form[-1] in "sx" or (word.written.isupper() and len(word.written) <= 5)
    return plural and roles.is_role(word.written, by_ending=False)


def _stands_first(phrase: list[PhraseWord], called: list[PhraseWord], roles: Roles) -> bool:
    """Whether the role stands where the name of the reader should: first in French, last in English."""
    if roles.language == "fr":
        lead = next((word for word in phrase if word.form not in roles.empty), phrase[0])
        return called[0].form == lead.form
    places = {phrase[-1].form}
    places |= {word.form for word, after in itertools.pairwise(phrase) if after.form in _HEAD_BEFORE}
    return any(word.form in places for word in called)


_HEAD_BEFORE = frozenset({"of", "in", "at", "from"})


def _is_call(phrase: list[PhraseWord], roles: Roles) -> bool:
    """Whether nothing in the phrase shows that it is a sentence."""
    return all(word.form not in roles.cut and word.form.split("-")[0] not in roles.starts for word in phrase)


def _announced(sentence: str, start: int, roles: Roles, calls: list[Call]) -> Iterator[Address]:
    """Greetings, "for the ...", "you are ...", "I train ..." and what follows them."""
    folded = fold(sentence)
    for kind, words, pattern in calls:
        if words not in folded:
            continue
        for found in pattern.finditer(folded):
            if kind == "served" and (found.start() or roles.to_readers.search(folded)):
                continue
            if found.start() and not _may_stand_inside(kind, words, folded[: found.start()], roles):
                continue
            phrase = _phrase_after(sentence, folded, found.end(), start, roles)
            served = kind == "served"
            called = [word for word in phrase if (_is_called(word, roles) if served else roles.is_role(word.written))]
            if called and not (words in _PLAYED and not found.start() and _ends(sentence, phrase[-1].end - start)):
                yield Address(phrase[: phrase.index(called[-1]) + 1] if served else phrase, called, served)


def _ends(sentence: str, at: int) -> bool:
    """Whether a sentence says nothing more from `at` on."""
    return _NO_LETTERS.fullmatch(sentence, at) is not None or at == len(sentence)


def _may_stand_inside(kind: str, words: str, before: str, roles: Roles) -> bool:
    if kind == "salutations" or words in CALLED_ANYWHERE:
        return False
    return kind != "for_whom" or roles.announce.search(before[-_ANNOUNCED_WITHIN:]) is not None


def _phrase_after(sentence: str, folded: str, offset: int, start: int, roles: Roles) -> list[PhraseWord]:
    """Up to five words after a call and its article, to the end of the clause."""
    article = next((len(words) for words in roles.articles if folded.startswith(words, offset)), 0)
    offset += article
    phrase: list[PhraseWord] = []
    for word in _phrase_words(sentence, offset, start):
        between = sentence[offset : word.start - start]
        if len(phrase) == _LONGEST_PHRASE or _CLAUSE_END.search(between) or (phrase and word.form in roles.cut):
            break
        phrase.append(word)
        offset = word.end - start
    return phrase

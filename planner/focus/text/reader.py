"""Whether the readers a draft calls are those of the brief."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from planner.focus.text.addresses import Address, PhraseWord, addresses
from planner.focus.text.brief_words import MEANINGFUL, BriefWords, text_stems
from planner.focus.text.families import alike
from planner.focus.text.fold import spell_out
from planner.focus.text.roles import Roles, roles
from planner.focus.text.stems import stem, subject_stem
from planner.focus.text.trades import audience_of, same_trade, trades

if TYPE_CHECKING:
    from planner.focus.text.draft import Draft, Range

OWN_READERS, NOBODY, SECOND_RANK, NOT_ITS_READERS, UNKNOWN_READERS = 1, 0, -1, -2, -3
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_BETWEEN_CALLS = 2


@dataclass(frozen=True, slots=True)
class CalledReader:
    """Whom a draft calls, 1 (the brief's readers) to -3 (readers it does not know), and where.

    `served`: it does not call them, its author says that she works for them.
    """

    value: int = NOBODY
    place: Range | None = None
    served: bool = False


def called_reader(draft: Draft, brief: BriefWords) -> CalledReader:
    """The brief's own readers if the opening calls them, else the furthest readers it calls."""
    best = None
    if not brief.readers:
        return CalledReader()
    lists = roles(draft.language)
    calls = [call for call in addresses(draft, lists) if not lists.told.match(draft.folded, call.place[1])]
    called = [
        CalledReader(_judge(call, brief), call.place, call.served)
        for call in calls
        if not call.served or _are_of_another_trade(call, brief, lists)
    ]
    for reader in called:
        value = reader.value
        if best is None or (best.value != OWN_READERS and (value == OWN_READERS or value < best.value)):
            best = reader
    return replace(best, place=_with_next(best, called)) if best else CalledReader()


def _are_of_another_trade(address: Address, brief: BriefWords, lists: Roles) -> bool:
    """Whether those whom an author says she works for have a trade, and one the brief has no word for.

    To readers who hire, an author speaks of the people she finds or trains for them.
    """
    listed = trades(lists.language)
    if listed.forms(brief.reader_text) & lists.employers:
        return False
    return bool(listed.practised(listed.forms(_head(address, lists).written))) and (
        _judge(address, brief) == UNKNOWN_READERS
    )


def _with_next(best: CalledReader, called: list[CalledReader]) -> Range | None:
    """Where a call stands, with the calls of other strangers that follow it at once."""
    if best.place is None or best.value > NOT_ITS_READERS:
        return best.place
    start, end = best.place
    strangers = sorted(reader.place for reader in called if reader.place and reader.value <= NOT_ITS_READERS)
    for first, last in strangers:
        if 0 < first - end <= _BETWEEN_CALLS:
            end = last
    return start, end


def _head(address: Address, lists: Roles) -> PhraseWord:
    """The word that names the reader: the first role in French, the last before a preposition in English."""
    if lists.language == "fr":
        return address.roles[0]
    named = {word.form for word in address.roles}
    before: list[PhraseWord] = []
    for word in address.phrase:
        if word.form in lists.after_head and any(earlier.form in named for earlier in before):
            break
        before.append(word)
    return ([word for word in before if word.form in named] or address.roles)[-1]


def _judge(address: Address, brief: BriefWords) -> int:
    lists = roles(brief.language)
    head = _head(address, lists).written
    named = frozenset(stem(word, brief.language) for word in _LETTERS.findall(spell_out(head)))
    around = _around(address, brief, lists) - named
    if _excluded(named, around, brief):
        return UNKNOWN_READERS
    value = _told(named, around, brief, lists)
    return OWN_READERS if value <= NOT_ITS_READERS and _of_their_trade(address, brief, lists) else value


def _told(named: frozenset[str], around: frozenset[str], brief: BriefWords, lists: Roles) -> int:
    """How far the readers are, by the brief's own words."""
    if named & lists.peers and not named & brief.own_readers:
        return NOT_ITS_READERS
    met = frozenset(name for name in named if _known(name, brief.readers, lists))
    if met and met != named:
        met = frozenset()
    if met and (met - lists.shared or all(_known(word, brief.known, lists) for word in around | named)):
        return OWN_READERS
    return _rank(named, around, brief, lists)


def _rank(named: frozenset[str], around: frozenset[str], brief: BriefWords, lists: Roles) -> int:
    """How far readers are who are not the brief's own."""
    own, needed = named - lists.shared, all if len(named) > 1 else any
    if own and needed(_known(word, brief.audience, lists) for word in own):
        return SECOND_RANK
    if own and needed(_known(word, brief.known, lists) for word in own):
        return NOT_ITS_READERS
    if not own and around and all(_known(word, brief.known, lists) for word in around):
        return NOBODY
    return UNKNOWN_READERS


def _of_their_trade(address: Address, brief: BriefWords, lists: Roles) -> bool:
    """Whether those who are called are of the audience's own trade, though the brief names them otherwise."""
    head = _head(address, lists)
    words = [part for word in _by_distance(address, head, lists) for part in word.split("'")]
    peers = stem(spell_out(head.written), brief.language) in lists.peers
    audience = audience_of(brief.reader_text, brief.language)
    # Colleagues are the writer's own, whatever the brief knows: only a trade that is named makes them the audience's.
    return same_trade(head.written, words, audience, lambda word: not peers and _says_nothing_new(word, brief, lists))


def _says_nothing_new(word: str, brief: BriefWords, lists: Roles) -> bool:
    """Whether a word is the brief's own, or says little of any subject."""
    found = subject_stem(word, brief.language)
    return not found or brief.weight(found) <= MEANINGFUL or _known(found, brief.known, lists)


def _by_distance(address: Address, head: PhraseWord, lists: Roles) -> list[str]:
    """The other words of a call, the nearest to its head first: those after it in French, before it in English.

    A first word with a capital is no name.
    """
    at = address.phrase.index(head)
    first, *rest = [word.written for word in address.phrase]
    written = [first.lower() if first.istitle() else first, *rest]
    before, after = written[:at][::-1], written[at + 1 :]
    return after + before if lists.language == "fr" else before + after


def _around(address: Address, brief: BriefWords, lists: Roles) -> frozenset[str]:
    """The meaningful stems of the phrase."""
    words = " ".join(word.written for word in address.phrase if word.form not in lists.empty)
    return frozenset(found for found in text_stems(words, brief.language) if brief.weight(found) > MEANINGFUL)


def _excluded(named: frozenset[str], around: frozenset[str], brief: BriefWords) -> bool:
    if named & brief.excluded:
        return True
    return any(reader <= named | around for reader in brief.excluded_readers if reader & named)


def _known(word: str, stems: frozenset[str], lists: Roles) -> bool:
    return any(alike(word, other) for other in stems) or lists.same_readers(word, stems)

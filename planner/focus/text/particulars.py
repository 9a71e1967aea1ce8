"""Which particulars a draft holds, to show what makes it good, and which kinds it lacks."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from planner.focus.check import Span
    from planner.focus.text.draft import Draft
    from planner.focus.text.reading import Reading

ASKED = ("who", "where", "do", "when", "say", "much")
"""The kinds a draft can be asked for, in the order in which one asks."""

MOST_SHOWN = 8
_MOST_OF_A_KIND = 2
_KIND_OF_ANCHOR = {
    "number": "much", "date": "when", "quote": "say", "name": "who", "acronym": "what", "rare": "what",
    "code": "what",
}  # fmt: skip
_ANCHOR_WEIGHT = 2.0
_MONTHS_THAT_ARE_WORDS = frozenset({"March", "May"})
_JOINED = frozenset({"who", "much", "what"})


@dataclass(frozen=True, slots=True)
class Particular:
    """A particular as written: its kind (who where do when say much what) and where it stands."""

    kind: str
    span: Span
    text: str


class _Candidate(NamedTuple):
    start: int
    end: int
    kind: str
    weight: float


def particulars(draft: Draft, reading: Reading) -> tuple[tuple[Particular, ...], tuple[str, ...]]:
    """Up to eight particulars in text order; the kinds that are missing or, if none is, the two scarcest."""
    candidates = _candidates(draft, reading)
    best = sorted(_best(draft, _merged(draft.readable, candidates)))
    spans = [(candidate.kind, draft.span(candidate.start, candidate.end)) for candidate in best]
    found = tuple(Particular(kind, span, draft.quote(span)) for kind, span in spans)
    return found, _missing(candidates)


def _candidates(draft: Draft, reading: Reading) -> list[_Candidate]:
    text = draft.readable
    found = [
        _Candidate(
            start,
            end,
            "when" if text[start:end] in _MONTHS_THAT_ARE_WORDS else _KIND_OF_ANCHOR[kind],
            _ANCHOR_WEIGHT,
        )
        for kind, start, end in reading.anchors
        if kind != "rare" or text[start].isupper()
    ]
    found += [
        _Candidate(word.start, word.end, word.entry.kind, word.entry.weight)
        for word in reading.words
        if word.entry.kind
    ]
    return sorted(found, key=lambda candidate: (candidate.start, -candidate.weight))


def _merged(text: str, candidates: list[_Candidate]) -> list[_Candidate]:
    """Neighbours of one kind become one ("Hélène Martin"); of those that overlap the first stays."""
    merged: list[_Candidate] = []
    for candidate in candidates:
        start, end, kind, weight = candidate
        last = merged[-1] if merged else _Candidate(0, -1, "", 0.0)
        if start < last.end:
            continue
        if last.kind == kind and kind in _JOINED and start - last.end == 1 and text[last.end] in " -":
            merged[-1] = _Candidate(last.start, end, kind, max(weight, last.weight))
        else:
            merged.append(candidate)
    return merged


def _best(draft: Draft, candidates: list[_Candidate]) -> list[_Candidate]:
    """The heaviest first, two of a kind at most, none twice."""
    best: list[_Candidate] = []
    kinds: Counter[str] = Counter()
    shown: set[str] = set()
    for candidate in sorted(candidates, key=lambda candidate: (-candidate.weight, candidate.start)):
        words = draft.quote(draft.span(candidate.start, candidate.end))
        if kinds[candidate.kind] >= _MOST_OF_A_KIND or words in shown:
            continue
        kinds[candidate.kind] += 1
        shown.add(words)
        best.append(candidate)
        if len(best) == MOST_SHOWN:
            break
    return best


def _missing(candidates: list[_Candidate]) -> tuple[str, ...]:
    weights = dict.fromkeys(ASKED, 0.0)
    for candidate in candidates:
        if candidate.kind in weights:
            weights[candidate.kind] += candidate.weight
    absent = tuple(kind for kind, weight in weights.items() if not weight)
    return absent or tuple(sorted(ASKED, key=weights.__getitem__)[:2])

"""What the generic check knows of a word as written: its weight in the score, its part in the explanation."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from planner.focus.text.concreteness import concreteness
from planner.focus.text.fold import fold
from planner.focus.text.lexicon import Lexicon, lexicon
from planner.focus.text.lists import read_coefficients
from planner.focus.text.stems import REMEMBERED, Language, stem

if TYPE_CHECKING:
    from collections.abc import Mapping

_NOT_IMPERATIVE = frozenset({"vous", "avez", "etes", "chez", "assez", "rendez", "nez"})
_CONJUNCTIONS = frozenset({"et", "puis", "and", "then", "ou", "or", "mais", "but"})
_EMPTY_COUNTS = frozenset({"L_evaluative", "L_vague_noun", "L_inspire_verb", "L_praise", "L_field_talk", "abstract"})
_VAGUELY_CONCRETE = 0.5
_LONG = 8
_LONGEST_ACRONYM = 5


@dataclass(frozen=True, slots=True)
class Entry:
    """A word as written, looked up in every list.

    Attributes:
        value: its share of the score.
        emptiness: how much it deserves to be pointed at; 0 for most words.
        command: its share of the score when it opens a clause as an imperative; 0 when it is none.
        conjunction: whether a clause goes on after it.
        anchor: `date`, `rare`, `name`, `rare name`, `acronym` or "".
        kind: which particular it may be shown as: who, where, do, when, much or "".
        weight: how much it deserves to be shown as one.
        notable: whether the explanation may show it or point at it.
        opens_phrase: the beginnings of the worn phrases that may begin with it.
        special: whether there is more to it than its value.
    """

    value: float
    emptiness: float
    command: float
    conjunction: bool
    anchor: str
    kind: str
    weight: float
    notable: bool
    opens_phrase: tuple[str, ...]
    special: bool


@dataclass(frozen=True, slots=True)
class _Forms:
    written: str
    lowered: str
    folded: str
    stem: str


class _Words(dict[str, "Entry | None"]):
    """The tokens of a language as far as they were met; None for a number or a mark."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language: Language = language

    def __missing__(self, token: str) -> Entry | None:
        self[token] = entry(token, self._language) if token[0].isalpha() else None
        return self[token]


@cache
def _words(language: Language) -> _Words:
    return _Words(language)


def words_of(language: Language) -> Mapping[str, Entry | None]:
    """What is known of any token, looked up once for all drafts; None for a number or a mark."""
    known = _words(language)
    if len(known) > REMEMBERED:
        known.clear()
    return known


def entry(word: str, language: Language) -> Entry:
    """Look a word up in every list."""
    words, lowered = lexicon(language), word.lower()
    forms = _Forms(word, lowered, fold(lowered), stem(lowered, language))
    listed = words.forms.get(forms.folded, ()) + words.stems.get(forms.stem, ())
    function = any(name.startswith("F_") for name in listed)
    concrete = None if function or len(lowered) <= 2 else concreteness(lowered, language)
    counts = dict.fromkeys(listed, 1.0) | _counts(forms, words, concrete)
    kind, weight = _particular(forms, words, concrete or 0.0, counts)
    emptiness = 0.0 if function or len(forms.folded) < 4 else _emptiness(counts)
    imperative = _imperative(forms, listed, language)
    anchor = _anchor(forms, words, rare=len(lowered) > 3 and not function and concrete is None)
    notable, opens_phrase = bool(kind) or emptiness > 0, words.phrase_openings.opened_by(forms.folded)
    return Entry(
        value=_weigh(counts),
        emptiness=emptiness,
        command=read_coefficients()["weights"][imperative] if imperative else 0.0,
        conjunction=lowered in _CONJUNCTIONS,
        anchor=anchor,
        kind=kind,
        weight=weight,
        notable=notable,
        opens_phrase=opens_phrase,
        special=bool(imperative or anchor or notable or opens_phrase),
    )


def _counts(forms: _Forms, words: Lexicon, concrete: float | None) -> dict[str, float]:
    counts: dict[str, float] = {}
    if len(forms.folded) > 5 and forms.folded.endswith(words.abstract):
        counts["abstract"] = 1.0
    if len(forms.lowered) > _LONG:
        counts["long"] = 1.0
    if concrete is not None:
        counts["conc"] = concrete
        if concrete > _VAGUELY_CONCRETE:
            counts["conc_hi"] = concrete - _VAGUELY_CONCRETE
        if concrete < -_VAGUELY_CONCRETE:
            counts["conc_lo"] = -_VAGUELY_CONCRETE - concrete
    return counts


def _weigh(counts: Mapping[str, float]) -> float:
    weights = read_coefficients()["weights"]
    return float(sum(weights.get(name, 0.0) * amount for name, amount in counts.items()))


def _emptiness(counts: Mapping[str, float]) -> float:
    if not _EMPTY_COUNTS & counts.keys():
        return 0.0
    return _weigh({name: amount for name, amount in counts.items() if name in _EMPTY_COUNTS or name == "conc_lo"})


def _imperative(forms: _Forms, listed: tuple[str, ...], language: Language) -> str:
    folded, gesture = forms.folded, "L_report_verb" in listed
    if "L_generic_imperative" in listed:
        return "imp_vague"
    if language == "en":
        return "imp_precise" if gesture and forms.stem == folded else ""
    commands = folded.endswith("ez") and len(folded) > 3 and folded not in _NOT_IMPERATIVE
    return "imp_precise" if commands or gesture else ""


def _anchor(forms: _Forms, words: Lexicon, *, rare: bool) -> str:
    written = forms.written
    if forms.folded in words.days:
        return "date"
    if not written[0].isupper() or len(written) < 2:
        return "rare" if rare else ""
    if written.isupper():
        return "acronym" if len(written) <= _LONGEST_ACRONYM and written not in words.nameless else ""
    if written in words.nameless:
        return "rare" if rare else ""
    return "rare name" if rare else "name"


def _particular(forms: _Forms, words: Lexicon, concrete: float, counts: Mapping[str, float]) -> tuple[str, float]:
    """The kind of particular and its weight; a plural counts as its singular."""
    folded, kinds = forms.folded, words.kinds
    singular = folded[:-1] if len(folded) > 3 and folded[-1] in "sx" else folded
    either = {folded, singular}
    if either & kinds["people"]:
        return "who", 1.2
    if either & kinds["places"]:
        return "where", 1.2 + concrete / 4
    if either & kinds["things"] and concrete > 0.4:
        return "where", 1 + concrete / 4
    if forms.stem in kinds["gestures"] and concrete > 0.2:
        return "do", 1 + concrete / 4
    if folded in kinds["moments"]:
        return "when", 1.0
    if "L_quantity" in counts and folded not in kinds["merely_one"]:
        return "much", 0.9
    return "", 0.0

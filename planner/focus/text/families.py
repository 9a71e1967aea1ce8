"""Stems that belong together, how much a stem says, and how well it fits a field of the brief."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from planner.focus.text.lists import read_list
from planner.focus.text.stems import REMEMBERED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from planner.focus.text.stems import Language

_SHARED_LETTERS = 5
_SHARED_PART = 0.65
_FIT_OF_RELATIVES = 0.6


@cache
def stem_weights(language: Language) -> Mapping[str, float]:
    """How much a frequent stem says, 0 to 0.7; a stem that is not here says 1."""
    weights = read_list(language, "word_weights")["weights"]
    return {stem: float(weight) for weight, stems in weights.items() for stem in stems.split()}


def related(one: str, other: str) -> bool:
    """Whether two stems are of one family: tatou-er, tatou-age."""
    shared = _shared(one, other)
    return shared >= _SHARED_LETTERS and shared >= _SHARED_PART * max(len(one), len(other))


def alike(one: str, other: str) -> bool:
    """Whether two stems name the same readers, one letter or an ending apart."""
    if one == other:
        return True
    shared, lengths = _shared(one, other), sorted((len(one), len(other)))
    return shared >= _SHARED_LETTERS and shared >= lengths[0] - 1 and lengths[1] - shared <= 3


def _shared(one: str, other: str) -> int:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


class StemField:
    """The stems of a field of the brief, found by themselves or by their family."""

    def __init__(self, stems: Iterable[str]) -> None:
        """Arrange the stems by their first letters."""
        self.stems = frozenset(stems)
        self._families: dict[str, list[str]] = {}
        self._fits: dict[str, float] = {}
        for stem in self.stems:
            if len(stem) >= _SHARED_LETTERS:
                self._families.setdefault(stem[:_SHARED_LETTERS], []).append(stem)

    def relatives(self, stem: str) -> list[str]:
        """The stems of the field that are of the family of `stem`."""
        near = self._families.get(stem[:_SHARED_LETTERS])
        return [other for other in near if related(stem, other)] if near else []

    def fit(self, stem: str) -> float:
        """1 for a stem of the field, 0.6 for a relative of one, else 0; remembered."""
        found = self._fits.get(stem)
        if found is None:
            if len(self._fits) >= REMEMBERED:
                self._fits.clear()
            found = 1.0 if stem in self.stems else _FIT_OF_RELATIVES if self.relatives(stem) else 0.0
            self._fits[stem] = found
        return found

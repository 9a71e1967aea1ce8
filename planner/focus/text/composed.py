"""Composed text, and the way back from it to the text as it was given."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Composed:
    """A text in composed form (NFC) with straight apostrophes.

    Attributes:
        text: what the checks read.
        origins: for each character of `text`, and for its end, the offset in the text as given;
            None when they are the same.
    """

    text: str
    origins: tuple[int, ...] | None = None

    def origin(self, offset: int) -> int:
        """The offset, in the text as given, of an offset in `text`; beyond either end, that end."""
        inside = max(0, min(offset, len(self.text)))
        return inside if self.origins is None else self.origins[inside]


def compose(given: str) -> Composed:
    """Compose a text as given; most texts are composed already and cost one look."""
    if unicodedata.is_normalized("NFC", given):
        return Composed(given.replace("’", "'"))
    letters: list[str] = []
    origins: list[int] = []
    start = 0
    while start < len(given):
        end = start + 1
        while end < len(given) and unicodedata.combining(given[end]):
            end += 1
        cluster = unicodedata.normalize("NFC", given[start:end])
        letters.append(cluster)
        origins.append(start)
        # A mark that cannot be joined stays with its letter: a word that ends before it ends after it.
        origins.extend([end] * (len(cluster) - 1))
        start = end
    return Composed("".join(letters).replace("’", "'"), (*origins, len(given)))

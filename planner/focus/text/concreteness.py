"""How concrete a stem is, from a table made for this project.

The table: `CONCRET1`, the numbers of French and English rows, the sorted CRC-32 of the French then the
English stems (unsigned, little endian), then a signed byte a row, forty times the concreteness.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from zlib import crc32

from planner.focus.text.lists import read_concreteness
from planner.focus.text.stems import Language, stem

_HEAD = 16
_SCALE = 40


@dataclass(frozen=True, slots=True)
class _Table:
    keys: array[int]
    values: array[int]

    def find(self, key_word: str) -> float | None:
        key = crc32(key_word.encode())
        row = bisect_left(self.keys, key)
        return self.values[row] / _SCALE if row < len(self.keys) and self.keys[row] == key else None


@cache
def _tables() -> dict[Language, _Table]:
    data = read_concreteness()
    if data[:8] != b"CONCRET1":
        raise ValueError("not a table of concreteness")
    rows: dict[Language, int] = {
        "fr": int.from_bytes(data[8:12], "little"),
        "en": int.from_bytes(data[12:_HEAD], "little"),
    }
    key, value = _HEAD, _HEAD + 4 * sum(rows.values())
    tables: dict[Language, _Table] = {}
    for language, count in rows.items():
        keys = array("I", data[key : key + 4 * count])
        if sys.byteorder == "big":
            keys.byteswap()
        tables[language] = _Table(keys, array("b", data[value : value + count]))
        key, value = key + 4 * count, value + count
    return tables


def concreteness(word: str, language: Language) -> float | None:
    """From about -2 to 2.5 for a lower-case word, or None when neither language's table holds its stem."""
    other: Language = "en" if language == "fr" else "fr"
    found = _tables()[language].find(stem(word, language))
    return _tables()[other].find(stem(word, other)) if found is None else found

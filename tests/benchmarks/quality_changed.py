"""Copies of the drafts with something put around them that must not change what they are."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from random import Random
from typing import Any

from tests.benchmarks.quality_leave_out import FOLDER, writer_of
from tests.focus.text.samples import Row, briefs, rows

GOOD = ("on-specific", "off-specific")
"""The kinds of drafts that are precise and honest."""

_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"»”')]*\s+|\n+")
_MOST_WORDS_ADDED = 5


@cache
def small_talk() -> dict[str, Any]:
    """The sentences to put around, by place and language."""
    return tomllib.loads((FOLDER / "small_talk.toml").read_text("utf-8"))


def with_small_talk(row: Row, random: Random, opening: str = "test_open", closing: str = "test_close") -> Row:
    """A draft between a greeting and a goodbye, by default those that nothing was learnt from."""
    before, after = (random.choice(small_talk()[place][row["lang"]]) for place in (opening, closing))
    return row | {"body": f"{before} {row['body']}\n\n{after}"}


def copies() -> list[tuple[Row, int, float]]:
    """Each copy with what it is, 1 for generic, and what it weighs beside a draft's 1; the same every time."""
    random, found = Random(7), []
    for row in rows("drafts_*.jsonl"):
        if row["kind"] in GOOD:
            found.append((with_small_talk(row, random, "open", "close"), 0, 0.5))
            found.append((_mixed(row, random, 0.25), 0, 0.5))
            # Drawn and not used: the shipped coefficients were learnt from copies drawn between these.
            with_small_talk(row, random)
            _mixed(row, random, 0.3)
        elif row["generic"]:
            words = briefs()[row["brief"]]["words"]
            stray = random.choice(small_talk()["figures"][row["lang"]])
            named = ", ".join(random.sample(words, min(_MOST_WORDS_ADDED, len(words))))
            found += [(row | {"body": f"{row['body']} {added}"}, 1, 0.25) for added in (stray, f"{named}.")]
    return found


def _mixed(row: Row, random: Random, share: float) -> Row:
    """A draft before or after some sentences of a generic one by the same writer."""
    least, sentences, words = len(row["body"].split()) * share / (1 - share), [], 0
    for sentence in _SENTENCE_END.split(random.choice(_generic_bodies()[row["lang"], writer_of(row)])):
        if sentence and words < least:
            sentences.append(sentence)
            words += len(sentence.split())
    parts = [" ".join(sentences), row["body"]]
    return row | {"body": "\n\n".join(parts if random.random() < 0.5 else parts[::-1])}


@cache
def _generic_bodies() -> dict[tuple[str, int], list[str]]:
    found: dict[tuple[str, int], list[str]] = {}
    for row in rows("drafts_*.jsonl"):
        if row["kind"] == "on-generic":
            found.setdefault((row["lang"], writer_of(row)), []).append(row["body"])
    return found

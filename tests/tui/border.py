"""A post of 600 words that one more generic sentence makes generic, and one more precise sentence does not."""

from __future__ import annotations

import re
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from planner.desk.check import judge_text
from tests.focus.text.samples import rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.desk.check import DraftJudge
    from tests.focus.text.samples import Row

WORDS, TRIES, PRECISE_SHARE = 600, 400, 0.1
TITLE = "Three retentions in 2025"
GENERIC = "With trust, commitment and a real passion for excellence, everything becomes possible and success follows."
PRECISE = "On 12 March Karim Benali paid the mason Duval 4,180 euros for the wall in rue Victor Hugo."
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


class Border(NamedTuple):
    """The post, and the last sentence that makes it generic or leaves it precise enough."""

    text: str
    generic: str = GENERIC
    precise: str = PRECISE


def at_the_border(judge: DraftJudge) -> Border:
    """A post of the samples' own sentences, found by trying.

    Raises:
        LookupError: no mixture of the samples stands so near the limit.
    """
    for text in _mixtures():
        if not marked(judge, text) and not marked(judge, text + PRECISE) and GENERIC in marked(judge, text + GENERIC):
            return Border(text)
    raise LookupError("no such post")


def marked(judge: DraftJudge, text: str) -> list[str]:
    """The words of the text that `generic` points at."""
    found = [one for one in judge_text(judge, TITLE, text) if one.check == "generic"]
    return [text[span.start : span.end] for one in found for span in one.spans if span.field == "body"]


def _mixtures() -> Iterator[str]:
    """Posts of the samples' sentences, mostly empty ones, always in the same order."""
    chance, drafts = Random(1), rows("drafts_en_*.jsonl")
    empty, precise = (_sentences(drafts, kind) for kind in ("on-generic", "on-specific"))
    for _ in range(TRIES):
        kept: list[str] = []
        while sum(len(sentence.split()) for sentence in kept) < WORDS - len(GENERIC.split()):
            kept.append(chance.choice(precise if chance.random() < PRECISE_SHARE else empty))
        yield "".join(" ".join(kept[at : at + 5]) + "\n\n" for at in range(0, len(kept), 5))


def _sentences(drafts: list[Row], kind: str) -> list[str]:
    return [words for row in drafts if row["kind"] == kind for words in _SENTENCE_END.split(row["body"])]

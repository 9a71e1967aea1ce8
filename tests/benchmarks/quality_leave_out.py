"""What was fitted or counted, without the writer who is judged.

The coefficients of the generic check without a writer, or without an eighth of the practitioners, are kept in
`tests/data/fitted` (`fit.py` makes them again); the weights of frequent stems are counted anew. Both are put in
the place of the shipped ones while the product itself judges.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter
from contextlib import contextmanager
from functools import _lru_cache_wrapper, cache
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from planner.focus.text.brief_words import text_stems
from planner.focus.text.families import stem_weights
from planner.focus.text.genericness import judge_genericness
from planner.focus.text.lists import read_coefficients
from tests.focus.text.samples import LANGUAGES, Row, draft_of, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.focus.text.stems import Language

FOLDER = Path(__file__).parents[1] / "data"
FITTED = FOLDER / "fitted"
EIGHTHS = 8

Coefficients = dict[str, Any]
"""`bias` and `weights`, as in `planner/focus/lists/generic.json`."""

_KEPT = frozenset(
    {"read_list", "read_coefficients", "stem_weights", "_stemmer", "stem", "subject_stem", "rows", "briefs"}
)
"""What is remembered and does not depend on what was learnt."""

_MOST_A_BRIEF, _LEAST_BRIEFS = 3, 3
_EVERYWHERE, _NEARLY_EVERYWHERE = 0.25, 0.15
_SHARES = ((0.58, 0.3), (0.33, 0.4), (0.18, 0.5), (0.1, 0.6), (0.0, 0.7))


def writers() -> list[int]:
    """The numbers of the writers; number n of one language and number n of the other share their subjects."""
    return [1, 2, 3, 4, 5]


def writer_of(row: Row) -> int:
    """The writer of a draft, as its identifier says; 0 for texts of others."""
    parts = str(row["id"]).split("-")
    return int(parts[2]) if parts[0] == "d" else 0


@contextmanager
def without_writer(writer: int) -> Iterator[None]:
    """Judge without what was learnt from a writer's drafts: coefficients and weights of stems."""
    with coefficients(fitted(f"without_writer_{writer}")), counted_without(writer):
        yield


@cache
def fitted(name: str) -> Coefficients:
    """Coefficients of `tests/data/fitted`."""
    found: Coefficients = json.loads((FITTED / f"{name}.json").read_text("utf-8"))
    return found


@contextmanager
def coefficients(learnt: Coefficients) -> Iterator[None]:
    """Judge by other coefficients than the shipped ones."""
    with _in_place(read_coefficients(), read_coefficients() | learnt):
        yield


@contextmanager
def counted_without(writer: int) -> Iterator[None]:
    """Judge by weights of stems that were counted on the other writers' drafts."""
    before = {language: dict(stem_weights(language)) for language in LANGUAGES}
    try:
        for language in LANGUAGES:
            _replace(stem_weights(language), count_weights(language, writer))
        _forget()
        yield
    finally:
        for language in LANGUAGES:
            _replace(stem_weights(language), before[language])
        _forget()


@cache
def count_weights(language: Language, without: int = 0) -> dict[str, float]:
    """How much a frequent stem says, counted on drafts: the shipped `word_weights.toml` when no writer is left out.

    A brief counts a stem three times at most; a stem met in fewer than three briefs is left out, so that no
    trade pays for being in the sample.
    """
    drafts = [row for row in rows(f"drafts_{language}_*.jsonl") if writer_of(row) != without]
    met: dict[str, Counter[str]] = {}
    for row in drafts:
        for stem in text_stems(f"{row['title']}. {row['body']}", language):
            met.setdefault(stem, Counter())[row["brief"]] += 1
    most = _MOST_A_BRIEF * len({row["brief"] for row in drafts})
    return {stem: _weight(by, len(drafts), most) for stem, by in met.items() if len(by) >= _LEAST_BRIEFS}


def _weight(met: Counter[str], drafts: int, most: int) -> float:
    share = met.total() / drafts
    if share > _NEARLY_EVERYWHERE:
        return 0.0 if share > _EVERYWHERE else 0.1
    capped = sum(min(_MOST_A_BRIEF, times) for times in met.values()) / most
    return next(weight for least, weight in _SHARES if capped >= least)


@cache
def practitioners() -> list[dict[str, str]]:
    """The published posts of practitioners, as counts."""
    with (FOLDER / "practitioners.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def eighths() -> list[int]:
    """The part, 0 to 7, of each practitioner's post; all posts of an author are in one part."""
    authors = sorted({row["author"] for row in practitioners()})
    Random(3).shuffle(authors)
    part = {author: number % EIGHTHS for number, author in enumerate(authors)}
    return [part[row["author"]] for row in practitioners()]


def counted_score(row: dict[str, str], learnt: Coefficients) -> float:
    """The score of a text of which only the counts are known."""
    return float(learnt["bias"] + sum(weight * float(row[name]) for name, weight in learnt["weights"].items()))


def raw_score(row: Row) -> float:
    """The score of a text by the coefficients that are in place."""
    return judge_genericness(draft_of({"title": "", **row}), explain=False).score


@contextmanager
def _in_place(kept: dict[str, Any], other: dict[str, Any]) -> Iterator[None]:
    before = dict(kept)
    try:
        _replace(kept, other)
        _forget()
        yield
    finally:
        _replace(kept, before)
        _forget()


def _replace(kept: Any, other: Any) -> None:
    kept.clear()
    kept.update(other)


def _forget() -> None:
    """Empty what the checks and the samples remember, but for what is read from files and the stems."""
    for remembered in _remembered():
        if remembered.__wrapped__.__name__ not in _KEPT:
            remembered.cache_clear()


def _remembered() -> Iterator[Any]:
    for name, module in list(sys.modules.items()):
        if name.startswith(("planner.focus", "tests.focus.text")):
            yield from (value for value in vars(module).values() if isinstance(value, _lru_cache_wrapper))

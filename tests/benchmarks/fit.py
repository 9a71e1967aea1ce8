"""Fit the generic check again, each writer of drafts and each eighth of the practitioners left out in turn.

Run by hand, with the published sets that are not here: `python -m tests.benchmarks.fit --data FOLDER`. It needs
numpy and scipy, which planner does not. It writes `tests/data/fitted/`, from which `quality.py` reads what a
model says of texts it has not seen, and prints how far the fit on everything lies from the shipped coefficients.

One logistic regression on standardised counts, both classes weighing the same, ridge 300; the signs were bounded
beforehand: a gesture, a place, a condition may never speak for "generic". The counts are the product's own: its
score is linear in its coefficients, so that a count is the score with one coefficient 1 and the others 0.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np  # type: ignore[import-not-found,unused-ignore]
from scipy.optimize import minimize  # type: ignore[import-not-found,import-untyped,unused-ignore]

from planner.focus.text.lists import read_coefficients
from tests.benchmarks.quality_changed import copies
from tests.benchmarks.quality_leave_out import (
    EIGHTHS,
    FITTED,
    coefficients,
    eighths,
    practitioners,
    raw_score,
    writer_of,
    writers,
)
from tests.benchmarks.quality_published import lines
from tests.focus.text.samples import Row, rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

RIDGE = 300.0
PRACTITIONER, DOUBTFUL, INSTITUTION, SHEET = 6.0, 0.5, 1.0, 0.25
"""What a text weighs beside a draft's 1: a practitioner's post, times a half where a reader hesitated, and others."""

_ABOUT = frozenset({"lang", "source", "author", "generic", "unsure", "words"})
"""The columns of the practitioners' posts that are no counts."""

PRECISE = frozenset(
    {
        "L_condition", "L_sequence", "L_quantity", "L_unit", "L_place", "L_object", "L_report_verb", "imp_precise",
        "said", "said_words", "F_loc", "F_with_", "F_without", "F_because", "F_if_", "F_si", "F_quand", "F_p3",
        "F_there", "F_en", "F_to", "F_for_", "F_or_", "F_rel", "conc", "conc_hi", "first",
    }
)  # fmt: skip
"""Signs of precision: their weights may not be over 0."""

EMPTY = frozenset(
    {
        "L_evaluative", "L_vague_noun", "L_inspire_verb", "L_praise", "L_hedge", "L_field_talk",
        "L_generic_imperative", "imp_vague", "P_truism", "P_assist", "F_cop", "F_dem", "F_p1p", "abstract", "long",
        "conc_lo",
    }
)  # fmt: skip
"""Signs of emptiness: their weights may not be under 0."""

Matrix = Any
"""An array of numpy: one line a text, one column a count."""


def main() -> None:
    """Fit on everything but each part in turn, and write what was learnt."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of the published sets")
    sets = TrainingSets(parser.parse_args().data)
    FITTED.mkdir(exist_ok=True)
    for writer in writers():
        learnt = sets.fit([other for other in writers() if other != writer], np.ones(len(sets.posts), bool))
        _write(f"without_writer_{writer}", learnt, sets.names)
    parts = np.array(eighths())
    for part in range(EIGHTHS):
        _write(f"without_eighth_{part}", sets.fit(writers(), parts != part), sets.names)
    everything = sets.fit(writers(), np.ones(len(sets.posts), bool))
    print(f"furthest from the shipped coefficients: {_furthest(everything, sets.names):.4f}")


class TrainingSets:
    """The texts one can learn from, as counts.

    Attributes:
        names: of the counts, in the order of the columns; the last two are `first` and `log_n`.
        posts: what the practitioners' posts are: 1 generic, 0 precise.
    """

    def __init__(self, data: Path) -> None:
        """Count everything once."""
        published = practitioners()
        self.names = [name for name in published[0] if name not in _ABOUT]
        self.posts = np.array([int(row["generic"]) for row in published])
        self._post_counts = np.array([[float(row[name]) for name in self.names] for row in published])
        self._post_weights = PRACTITIONER * np.array([DOUBTFUL if int(row["unsure"]) else 1.0 for row in published])
        learnt_from = {"on-specific", "off-specific", "on-generic"}
        drafts = rows("drafts_*.jsonl")
        self._drafts = Weighed([(row, row["generic"], 1.0) for row in drafts if row["kind"] in learnt_from], self.names)
        self._changed = Weighed(copies(), self.names)
        self._precise = Weighed(precise_texts(data), self.names)

    def fit(self, by: Sequence[int], posts: Matrix) -> tuple[Matrix, float]:
        """Weights and bias learnt from these writers' drafts, these posts and the institutions' texts."""
        parts = [self._drafts.by(by), self._changed.by(by), self._precise.all()]
        parts.append((self._post_counts[posts], self.posts[posts], self._post_weights[posts]))
        counts, generic, weights = (np.concatenate(columns) for columns in zip(*parts, strict=True))
        return regression(counts, generic, weights, self.names)


class Weighed:
    """Texts as counts, with what each is and how much it weighs."""

    def __init__(self, texts: Iterable[tuple[Row, int, float]], names: Sequence[str]) -> None:
        """Count the texts."""
        listed = list(texts)
        self._counts = counts([row for row, _, _ in listed], names)
        self._generic = np.array([generic for _, generic, _ in listed])
        self._weights = np.array([weight for _, _, weight in listed])
        self._writers = np.array([writer_of(row) for row, _, _ in listed])

    def all(self) -> tuple[Matrix, Matrix, Matrix]:
        """Counts, kinds and weights of all texts."""
        return self._counts, self._generic, self._weights

    def by(self, chosen: Sequence[int]) -> tuple[Matrix, Matrix, Matrix]:
        """Those of some writers."""
        kept = np.isin(self._writers, chosen)
        return self._counts[kept], self._generic[kept], self._weights[kept]


def regression(counts: Matrix, generic: Matrix, weights: Matrix, names: Sequence[str]) -> tuple[Matrix, float]:
    """Weights and bias of a logistic regression whose signs are bounded."""
    mean, deviation = counts.mean(0), counts.std(0) + 1e-9
    standard, sign = (counts - mean) / deviation, np.where(generic == 1, 1.0, -1.0)
    total = np.where(generic == 1, weights[generic == 1].sum(), weights[generic == 0].sum())
    share = weights / total * len(generic) / 2

    def loss(found: Matrix) -> tuple[float, Matrix]:
        margin = sign * (standard @ found[1:] + found[0])
        slope = -share * sign / (1 + np.exp(np.minimum(margin, 60)))
        cost = (share * np.logaddexp(0, -margin)).sum() + RIDGE / 2 * (found[1:] ** 2).sum()
        return cost, np.r_[slope.sum(), standard.T @ slope + RIDGE * found[1:]]

    bounds = [(None, None), *((None, 0) if n in PRECISE else (0, None) if n in EMPTY else (None, None) for n in names)]
    start = np.zeros(len(names) + 1)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 1000}).x
    learnt = found[1:] / deviation
    return learnt, float(found[0] - (learnt * mean).sum())


def counts(texts: Sequence[Row], names: Sequence[str]) -> Matrix:
    """One line a text, one column a count."""
    columns = []
    for name in names:
        with coefficients({"bias": 0.0, "weights": dict.fromkeys(names, 0.0) | {name: 1.0}}):
            columns.append([raw_score(row) for row in texts])
    return np.array(columns).T


def precise_texts(data: Path) -> list[tuple[Row, int, float]]:
    """Institutions' posts that a reader found precise without hesitating, and one official sheet in four."""
    posts = [row for row in lines(data / "real_posts_dev.jsonl") if not row["generic"] and not row["unsure"]]
    sheets = list({row["body"]: row for row in lines(data / "relevance_fr_spf_dev.jsonl")}.values())[::4]
    return [(row, 0, INSTITUTION) for row in posts] + [(row, 0, SHEET) for row in sheets]


def _write(name: str, learnt: tuple[Matrix, float], names: Sequence[str]) -> None:
    weights = {name: round(float(weight), 4) for name, weight in zip(names, learnt[0], strict=True)}
    kept = {"bias": round(learnt[1], 4), "weights": {name: weight for name, weight in weights.items() if weight}}
    (FITTED / f"{name}.json").write_text(json.dumps(kept, indent=1) + "\n", "utf-8")


def _furthest(learnt: tuple[Matrix, float], names: Sequence[str]) -> float:
    shipped = read_coefficients()
    apart = [abs(weight - shipped["weights"].get(name, 0.0)) for name, weight in zip(names, learnt[0], strict=True)]
    return float(max(*apart, abs(learnt[1] - shipped["bias"])))


if __name__ == "__main__":
    main()

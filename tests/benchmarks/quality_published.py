"""Texts that were not written as drafts of a kind: what `planner check --jsonl` says of each by itself."""

from __future__ import annotations

import json
from statistics import mean
from typing import TYPE_CHECKING, NamedTuple

from planner.focus.batch import verdict
from tests.benchmarks.quality_leave_out import FOLDER

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.focus.text.samples import Row

CODES = {
    "generic": "generic",
    "off_target": "off-target",
    "dont_topic": "off-limits",
    "buzz": "buzz",
    "pushy": "pushy",
    "impersonal": "impersonal",
    "no_cta": "no-next-step",
}
"""The labels of the hand-written drafts, and the checks that should find them."""

WEIGHED_AS_WARNING = frozenset({"generic", "off-target"})
"""Checks whose suggestions are not counted as found."""


class Counts(NamedTuple):
    """How many labelled drafts are caught, of how many, and how many others are flagged, of how many."""

    caught: int
    labelled: int
    wrongly: int
    others: int


def lines(file: Path) -> list[Row]:
    """The rows of a file."""
    return [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]


def said(row: Row, briefs: dict[str, Row] | None = None) -> frozenset[str]:
    """The checks that find something in a text; with its brief when the briefs are given."""
    asked = {name: row.get(name, "") for name in ("lang", "title", "body")}
    if briefs:
        asked["brief"] = briefs[row["brief"]]
    findings = verdict(asked)["findings"]
    assert isinstance(findings, list)
    return frozenset(
        finding["check"]
        for finding in findings
        if finding["severity"] == "warning" or finding["check"] not in WEIGHED_AS_WARNING
    )


def rates(texts: Sequence[Row], language: str, *checks: str) -> list[float]:
    """The share of the texts of a language that each check flags; `nan` where there is no text."""
    judged = [said(row) for row in texts if row["lang"] == language]
    return [mean(check in found for found in judged) if judged else float("nan") for check in checks]


def published(data: Path) -> dict[str, list[Row]]:
    """The published texts: posts read and found precise, posts nobody read, official sheets, other neutral prose."""
    read = lines(data / "real_posts_dev.jsonl")
    neutral = [row for language in ("fr", "en") for row in lines(data / f"relevance_{language}_sib_dev.jsonl")]
    return {
        "precise": [row for row in read if not row["generic"] and not row["unsure"]],
        "unread": lines(data / "real_posts_unread_dev.jsonl"),
        "sheets": list({row["body"]: row for row in lines(data / "relevance_fr_spf_dev.jsonl")}.values()),
        "neutral": neutral,
    }


def by_hand(language: str) -> dict[str, Counts]:
    """What each check finds in the hand-written drafts.

    Nothing was fitted on them. Off-target is caught by `wrong-reader` too.
    """
    briefs = {row["id"]: row for row in lines(FOLDER / "hand" / "briefs.jsonl")}
    rows = [row for row in lines(FOLDER / "hand" / "hand.jsonl") if row["lang"] == language]
    judged = [(row, said(row, briefs)) for row in rows]
    return {check: _counts(judged, code, check) for code, check in CODES.items()}


def _counts(judged: list[tuple[Row, frozenset[str]]], code: str, check: str) -> Counts:
    checks = {check, "wrong-reader"} if check == "off-target" else {check}
    labelled = [bool(checks & found) for row, found in judged if code in row["codes"]]
    others = [bool(checks & found) for row, found in judged if code not in row["codes"]]
    return Counts(sum(labelled), len(labelled), sum(others), len(others))

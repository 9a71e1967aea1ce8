"""Drafts for eight other trades a language, written last, by writers who had seen no list."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from tests.benchmarks.quality_judged import calendar_of, seen
from tests.benchmarks.quality_leave_out import FOLDER
from tests.benchmarks.quality_published import lines

_TARGET = frozenset({"off-target", "wrong-reader"})


class Fresh(NamedTuple):
    """A draft's kind (`good`, `never-topic`, `far`, `near`) and the checks that warn of it."""

    kind: str
    warned: frozenset[str]


@cache
def fresh(language: str) -> tuple[Fresh, ...]:
    """The drafts of a language as a person would see them judged."""
    folder = FOLDER / "fresh"
    calendars = {row["id"]: calendar_of(row) for row in lines(folder / f"briefs_{language}.jsonl")}
    return tuple(
        Fresh(
            row["kind"],
            frozenset(
                check for check, severity in seen(row, calendars[row["brief"]]).items() if severity != "suggestion"
            ),
        )
        for row in lines(folder / f"drafts_{language}.jsonl")
    )


def of_kind(language: str, kind: str) -> list[frozenset[str]]:
    """What is warned of in each draft of a kind."""
    return [draft.warned for draft in fresh(language) if draft.kind == kind]


def caught(language: str) -> str:
    """Found of far misses, near ones and never-topics, each with how many there are."""
    kinds = {"far": _TARGET, "near": _TARGET, "never-topic": frozenset({"off-limits"})}
    return "; ".join(_share(of_kind(language, kind), checks) for kind, checks in kinds.items())


def flagged(language: str) -> str:
    """Good drafts that are warned about for their target, for a never-topic, for anything."""
    good = of_kind(language, "good")
    anything = sum(bool(warned) for warned in good)
    return f"{_share(good, _TARGET)}; {_share(good, frozenset({'off-limits'}))}; {anything} of {len(good)}"


def _share(drafts: list[frozenset[str]], checks: frozenset[str]) -> str:
    return f"{sum(bool(warned & checks) for warned in drafts)} of {len(drafts)}"

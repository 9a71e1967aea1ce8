"""The list of checks, and what a brief makes of them."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from planner.desk.catalogue import Said, catalogue, groups, said_of_checks
from planner.desk.learning import switch_off, weigh
from planner.focus.register import names

if TYPE_CHECKING:
    from planner.desk.desk import Desk


def test_each_check_stands_once_and_each_group_together() -> None:
    listed = catalogue()
    assert sorted(known.check for known in listed) == sorted(names())
    assert [group for group, _ in groupby(known.group for known in listed)] == list(groups())
    assert groups()[0] == "precise"
    assert groups()[-1] == "ready"


def test_what_the_brief_says_of_the_checks(desk: Desk) -> None:
    assert said_of_checks(desk) == Said(frozenset(), {})
    switch_off(desk, "honest")
    switch_off(desk, "silence")
    weigh(desk, "target", "suggestion")
    weigh(desk, "off-target", "error")
    said = said_of_checks(desk)
    off = {known.check for known in catalogue() if said.silences(known)}
    assert off == {"silence", *(known.check for known in catalogue() if known.group == "honest")}
    weights = {known.check: said.weight(known) for known in catalogue()}
    assert (weights["off-target"], weights["wrong-reader"], weights["generic"]) == ("error", "suggestion", "warning")

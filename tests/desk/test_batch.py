"""Drafts judged a line each: every good line has its verdict, a bad one is named."""

import json

import pytest

from planner.desk.batch import verdicts
from planner.errors import InputError


def test_lines_are_judged_in_their_order_and_empty_ones_passed_over() -> None:
    lines = [b'{"id": "a", "lang": "fr", "body": "x"}\n', b"\n", b'{"id": null}\n', b'{"id": {"deep": [1]}}']
    assert [verdict["id"] for verdict in verdicts(lines)] == ["a", None, {"deep": [1]}]


def test_half_a_character_is_judged_as_one() -> None:
    row = {
        "id": "\ud800",
        "lang": "fr",
        "title": "\udfff",
        "body": "un \ud83d mot " * 20,
        "brief": {"needs": ["\ud800"]},
    }
    verdict = next(verdicts([json.dumps(row).encode()]))
    assert verdict["id"] == "\ud800"


@pytest.mark.parametrize("line", [b"{", b"3", b"\xff", b'{"body": 1}', b'{"brief": "x"}', b'{"brief": {"needs": [1]}}'])
def test_a_bad_line_is_named_after_the_good_ones(line: bytes) -> None:
    judged = verdicts([b'{"id": 1}', line, b'{"id": 3}'])
    assert next(judged)["id"] == 1
    with pytest.raises(InputError) as refused:
        next(judged)
    assert (refused.value.key, refused.value.values["line"]) == ("jsonl-line", 2)

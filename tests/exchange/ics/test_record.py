"""What an event says of its record comes back from the file, and a stranger's text is no record."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.exchange.ics.record import KINDS, LONGEST, Record, read, written
from planner.exchange.ics.text import escaped

TEXTS = st.text(max_size=20)
COUNTS = st.integers(-1, 10**6)
RECORDS = st.builds(
    Record,
    kind=st.sampled_from(KINDS),
    title=TEXTS,
    network=TEXTS,
    need=TEXTS,
    next_step=TEXTS,
    link=TEXTS,
    repeat=st.booleans(),
    body=COUNTS,
    minutes=st.tuples(COUNTS, COUNTS, COUNTS) | st.just(()),
    skipped=st.lists(TEXTS, max_size=3).map(tuple),
)


def unescaped(text: str) -> str:
    """What RFC 5545 3.3.11 makes of an escaped TEXT value."""
    parts = (part.replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";") for part in text.split("\\\\"))
    return "\\".join(parts)


@given(RECORDS)
def test_every_record_comes_back_from_its_escaped_line(record: Record) -> None:
    line = escaped(written(record))
    assert "\n" not in line
    assert read(unescaped(line)) == record


def test_what_is_empty_is_left_out() -> None:
    assert written(Record("post", title="Été", minutes=(45, 10, 30))) == (
        '{"kind":"post","title":"Été","minutes":[45,10,30]}'
    )


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "3", '{"title":"x"}', '{"kind":"event"}', '{"kind":["post"]}', "[" * 100_000, "9" * 5_000],
)
def test_a_text_that_is_no_record_of_ours_is_none(text: str) -> None:
    assert read(text) is None


def test_a_text_beyond_all_measure_is_not_read() -> None:
    assert read(json.dumps({"kind": "post", "title": "x" * LONGEST})) is None


def test_a_field_of_another_type_and_an_unknown_one_are_passed_over() -> None:
    strange = {"kind": "post", "title": 3, "body": True, "minutes": [1, "2"], "blank": 4, "colour": "red", "day": None}
    assert read(json.dumps({**strange, "network": "X"})) == Record("post", network="X")

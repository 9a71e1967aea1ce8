"""Each value is taken in, made clean, or refused with the name of its field."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.desk.values import FIELDS, checked
from planner.errors import InputError
from planner.store.records import RECORDS

ANYTHING = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.dates(), st.times(), st.datetimes(),
    st.binary(), st.lists(st.text()), st.dictionaries(st.text(), st.integers()), st.just(10**400),
)  # fmt: skip


def test_every_field_of_a_record_can_be_filled_but_bookkeeping() -> None:
    for kind in RECORDS:
        own = set(kind.model_fields) - {"id", "uid"}
        assert set(FIELDS[str(kind.__tablename__)]) == own, kind.__tablename__


@given(record=st.sampled_from(sorted(FIELDS)), value=ANYTHING, choice=st.randoms())
def test_a_value_is_taken_in_or_refused_by_name(record: str, value: Any, choice: Any) -> None:
    field = choice.choice(sorted(FIELDS[record]))
    try:
        taken = checked(record, {field: value})[field]
    except InputError as error:
        refused = error
    else:
        assert checked(record, {field: taken})[field] == taken
        return
    assert "field" in refused.values or refused.key in ("zone-unknown", "rule-unreadable", "rule-not-allowed")


@pytest.mark.parametrize(
    ("record", "field", "given", "taken"),
    [
        ("post", "day", "2026-11-24", date(2026, 11, 24)),
        ("post", "time", "09:30:59", time(9, 30)),
        ("post", "title", " a\nb\t", "a b"),
        ("post", "zone", "", ""),
        ("network", "key", "", ""),
        ("network", "key", "linkedin", "linkedin"),
        ("brief", "checks_off", ["generic", ""], ["generic"]),
        ("slot", "rule", "RRULE:freq=daily", "FREQ=DAILY"),
        ("slot", "skipped", ["2026-12-02", date(2026, 12, 1), "2026-12-02"], ["2026-12-01", "2026-12-02"]),
        ("brief", "closed_days", ["sa"], ["SA"]),
        ("brief", "words", ["", " a "], ["a"]),
        ("brief", "target_figure", 8, 8.0),
    ],
)
def test_a_value_is_made_clean(record: str, field: str, given: Any, taken: Any) -> None:
    assert checked(record, {field: given}) == {field: taken}


@pytest.mark.parametrize(
    ("record", "field", "value", "key"),
    [
        ("post", "nonsense", 1, "field-unknown"),
        ("post", "id", 1, "field-unknown"),
        ("post", "uid", "x", "field-unknown"),
        ("post", "day", datetime(2026, 1, 1), "value-not-allowed"),
        ("post", "day", date(1066, 1, 1), "value-not-allowed"),
        ("post", "status", "done", "value-not-allowed"),
        ("post", "prepare_minutes", -1, "value-not-allowed"),
        ("post", "prepare_minutes", True, "value-not-allowed"),
        ("post", "title", "x" * 2_001, "text-too-long"),
        ("brief", "start_figure", float("nan"), "value-not-allowed"),
        ("brief", "start_figure", float("inf"), "value-not-allowed"),
        ("brief", "start_figure", 10**400, "value-not-allowed"),
        ("brief", "closed_days", ["XX"], "value-not-allowed"),
        ("brief", "zone", "Mars/X", "zone-unknown"),
        ("brief", "checks_off", ["nope"], "value-not-allowed"),
        ("mute", "check", "nope", "value-not-allowed"),
        ("network", "key", "zzz", "value-not-allowed"),
        ("post", "zone", 0, "value-not-allowed"),
        ("post", "zone", None, "value-not-allowed"),
        ("slot", "zone", False, "value-not-allowed"),
        ("slot", "rule", "FREQ=DAILY;UNTIL=20269999", "rule-not-allowed"),
        ("network", "name", "  ", "text-missing"),
        ("slot", "minutes", 0, "value-not-allowed"),
        ("slot", "rule", "FREQ=SECONDLY", "rule-not-allowed"),
    ],
)
def test_a_value_is_refused_with_its_reason(record: str, field: str, value: Any, key: str) -> None:
    with pytest.raises(InputError) as refused:
        checked(record, {field: value})
    assert refused.value.key == key


@pytest.mark.parametrize(
    ("record", "field", "value", "known"),
    [
        ("network", "key", "zzz", "linkedin"),
        ("brief", "checks_off", ["x"], "generic"),
        ("mute", "check", "x", "too-long"),
    ],
)
def test_a_name_nobody_knows_is_answered_with_those_that_are_known(
    record: str, field: str, value: Any, known: str
) -> None:
    with pytest.raises(InputError) as refused:
        checked(record, {field: value})
    assert known in str(refused.value.values["allowed"]).split(", ")

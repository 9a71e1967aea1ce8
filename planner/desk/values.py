"""What may stand in a record's field: each value is taken in, made clean, or refused with its name."""

from __future__ import annotations

import math
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from planner.errors import InputError
from planner.model.gate import clean_line, clean_text
from planner.model.terms import LANGUAGES, SEVERITIES, Decision, NetworkKind, Purpose, SlotKind, Stage, Status
from planner.model.when import WEEKDAYS, check_rule, zone_named

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

MOST_MINUTES = 24 * 60
LIST_LIMIT = 500


def checked(record: str, fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a record, each taken in as its kind asks.

    Raises:
        InputError: `field-unknown`, `value-not-allowed`, `zone-unknown`, `rule-not-allowed`, `text-too-long` or
            `reason-missing`, with the field's name.
    """
    known = FIELDS[record]
    taken: dict[str, Any] = {}
    for name, value in fields.items():
        if name not in known:
            raise InputError("field-unknown", record=record, field=name)
        taken[name] = known[name](name, value)
    return taken


def _refuse(field: str, value: object, **more: str) -> InputError:
    return InputError("value-not-allowed", field=field, value=str(value)[:200], **more)


def _line(field: str, value: Any) -> str:
    if not isinstance(value, str):
        raise _refuse(field, value)
    return clean_line(value, field)


def _text(field: str, value: Any) -> str:
    if not isinstance(value, str):
        raise _refuse(field, value)
    return clean_text(value, field)


def _said(field: str, value: Any) -> str:
    line = _line(field, value)
    if not line:
        raise InputError("text-missing", field=field)
    return line


def _lines(field: str, value: Any) -> list[str]:
    if not isinstance(value, (list, tuple)) or len(value) > LIST_LIMIT:
        raise _refuse(field, value)
    return [line for line in (_line(field, item) for item in value) if line]


def _one_of(*allowed: str) -> Callable[[str, Any], str]:
    def take(field: str, value: Any) -> str:
        if value not in allowed:
            raise _refuse(field, value, allowed=", ".join(item for item in allowed if item))
        return str(value)

    return take


def _day(field: str, value: Any) -> date:
    if isinstance(value, str):
        try:
            value = date.fromisoformat(value)
        except ValueError as error:
            raise _refuse(field, value) from error
    if isinstance(value, datetime) or not isinstance(value, date) or not 1900 <= value.year <= 2200:
        raise _refuse(field, value)
    return value


def _hour(field: str, value: Any) -> time:
    if isinstance(value, str):
        try:
            value = time.fromisoformat(value)
        except ValueError as error:
            raise _refuse(field, value) from error
    if not isinstance(value, time) or value.tzinfo is not None:
        raise _refuse(field, value)
    return value.replace(second=0, microsecond=0)


def _maybe(take: Callable[[str, Any], Any]) -> Callable[[str, Any], Any]:
    return lambda field, value: None if value is None else take(field, value)


def _whole(low: int, high: int) -> Callable[[str, Any], int]:
    def take(field: str, value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise _refuse(field, value, allowed=f"{low} – {high}")
        return value

    return take


def _figure(field: str, value: Any) -> float:
    # The bound comes first: a huge integer cannot be made a float.
    if isinstance(value, bool) or not isinstance(value, (int, float)) or abs(value) > 1e15 or math.isnan(value):
        raise _refuse(field, value)
    return float(value)


def _amount(field: str, value: Any) -> float:
    figure = _figure(field, value)
    if not 0 <= figure <= 1_000:
        raise _refuse(field, value, allowed="0 – 1000")
    return figure


def _yes_or_no(field: str, value: Any) -> bool:
    if not isinstance(value, bool):
        raise _refuse(field, value)
    return value


def _zone(field: str, value: Any) -> str:
    name = _line(field, value)
    zone_named(name)
    return name


def _own_zone(field: str, value: Any) -> str:
    return "" if value == "" else _zone(field, value)


def _network_key(field: str, value: Any) -> str:
    from planner.model.limits import networks

    key = _line(field, value)
    if key and key not in networks():
        raise _refuse(field, value, allowed=", ".join(networks()))
    return key


def _check(field: str, value: Any) -> str:
    from planner.focus.register import names

    check = _said(field, value)
    if check not in names():
        raise _refuse(field, value, allowed=", ".join(names()))
    return check


def _check_or_group(field: str, value: Any) -> str:
    from planner.focus.register import groups

    return value if value in groups() else _check(field, value)


def _checks(field: str, value: Any) -> list[str]:
    return [_check_or_group(field, name) for name in _lines(field, value)]


def _severities(field: str, value: Any) -> list[str]:
    """`check=severity` or `group=severity`, each once: the last one said counts."""
    told = [line.partition("=") for line in _lines(field, value)]
    weighed = {_check_or_group(field, name.strip()): _severity(field, weight.strip()) for name, _, weight in told}
    return [f"{name}={weight}" for name, weight in weighed.items()]


def _rule(field: str, value: Any) -> str:
    rule = _line(field, value).upper().removeprefix("RRULE:")
    if rule:
        check_rule(rule)
    return rule


def _skipped(field: str, value: Any) -> list[str]:
    if not isinstance(value, (list, tuple)) or len(value) > 5_000:
        raise _refuse(field, value)
    return sorted({_day(field, item).isoformat() for item in value})


def _weekdays(field: str, value: Any) -> list[str]:
    days = [item.upper() for item in _lines(field, value)]
    if unknown := [item for item in days if item not in WEEKDAYS]:
        raise _refuse(field, unknown[0], allowed=", ".join(WEEKDAYS))
    return days


_severity = _one_of(*SEVERITIES)
_minutes = _whole(0, MOST_MINUTES)
_reference = _maybe(_whole(1, 2**62))

FIELDS: dict[str, dict[str, Callable[[str, Any], Any]]] = {
    "brief": {
        "title": _line, "language": _one_of(*LANGUAGES), "zone": _zone, "country": _line, "audience": _line,
        "portrait": _text, "not_for": _lines, "words": _lines, "places": _lines, "readers": _lines, "objective": _line,
        "indicator": _line, "unit": _line, "start_figure": _maybe(_figure), "target_figure": _maybe(_figure),
        "due": _maybe(_day), "message": _line, "do": _lines, "dont": _lines, "owned": _lines,
        "posts_per_week": _amount, "hours_per_week": _amount, "reply_hours": _whole(0, 10_000),
        "network_budget": _whole(0, 100), "closed_days": _weekdays, "checks_off": _checks,
        "severities": _severities, "own_names": _lines, "need_days": _whole(1, 3_650),
        "most_per_day": _maybe(_whole(1, 100)), "most_per_week": _maybe(_whole(1, 700)), "limit_from": _maybe(_day),
        "campaign": _line,
    },
    "need": {"text": _said, "position": _whole(0, 100_000)},
    "network": {
        "name": _said, "key": _network_key, "kind": _one_of(*NetworkKind), "open": _yes_or_no, "url": _line,
        "per_week": _maybe(_amount), "criterion": _line, "criterion_met": _yes_or_no, "position": _whole(0, 100_000),
    },
    "post": {
        "title": _line, "body": _text, "network_id": _reference, "status": _one_of(*Status),
        "purpose": _one_of(*Purpose), "need_id": _reference, "day": _maybe(_day), "time": _maybe(_hour),
        "zone": _own_zone, "next_step": _line, "link": _line, "note": _text, "prepare_minutes": _minutes,
        "publish_minutes": _minutes, "reply_minutes": _minutes, "repeat": _yes_or_no, "deleted": _maybe(_day),
    },
    "mute": {
        "check": _check, "reason": _said, "day": _maybe(_day), "post_id": _reference, "finding_day": _maybe(_day),
    },
    "slot": {
        "kind": _one_of(*SlotKind), "title": _line, "network_id": _reference, "day": _day, "time": _hour,
        "zone": _own_zone, "minutes": _whole(1, MOST_MINUTES), "rule": _rule, "skipped": _skipped,
    },
    "question": {
        "words": _said, "place": _line, "day": _maybe(_day), "need_id": _reference, "post_id": _reference,
        "person_id": _reference,
    },
    "person": {
        "name": _said, "stage": _one_of(*Stage), "place": _line, "note": _text, "last_contact": _maybe(_day),
        "promise": _line, "promise_due": _maybe(_day),
    },
    "result": {
        "day": _day, "indicator": _said, "figure": _figure, "post_id": _reference, "network_id": _reference,
        "note": _line,
    },
    "review": {
        "day": _day, "question": _line, "decision": _one_of("", *Decision), "note": _text, "held": _maybe(_day),
    },
}  # fmt: skip
"""How each field of each record is taken in."""

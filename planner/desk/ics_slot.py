"""A foreign series as a slot: where the model can say its rule, with the days that are left out or stand apart."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5

from planner.desk.ics_here import NINE, Outcome, Place, Write
from planner.desk.ics_record import slot_of, taken, told_only
from planner.desk.values import MOST_MINUTES, checked
from planner.errors import InputError
from planner.model.gate import clean_line
from planner.model.terms import SlotKind
from planner.model.when import check_rule, occurrences, rule_parts, zone_named

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planner.desk.ics_here import Here
    from planner.errors import PlannerError
    from planner.exchange.ics.foreign import ForeignEvent, Moment
    from planner.exchange.ics.record import Record
    from planner.model.slot import Slot

MOST_ADDED = 366
"""Days beside a series' rule that become slots of their own, at most."""
LAST_YEAR = "2200"
"""An end after it is no end: some calendars write 9999 for a series that has none."""
LOOKED_AT = timedelta(days=800)
SLOT_MINUTES = 30
HOUR_PARTS = (("BYHOUR", "hour"), ("BYMINUTE", "minute"), ("BYSECOND", "second"))


def slot_outcome(
    event: ForeignEvent,
    uid: str,
    record: Record | None,
    here: Here,
    elsewhere: Iterable[Moment] = (),
    *,
    in_pieces: bool = False,
) -> Outcome:
    """What a series, or a single block, comes to.

    Args:
        event: the event.
        uid: of the slot.
        record: what our own file says of it.
        here: what stands here.
        elsewhere: the instances that other events of the file take the place of.
        in_pieces: whether other events of the file are parts of the same series.

    Raises:
        InputError: why it cannot be taken in; `event-rule` holds the rule.
    """
    standing = here.slots.get(uid)
    if event.status == "CANCELLED":
        return _cancelled(event, uid, standing, here)
    alone: list[Place] = []
    if record:
        said, told = slot_of(event, record, here)
        said = said if standing is None else told_only(said)
        values = taken("slot", said)
        rewritten = {} if in_pieces else _rewritten(event, values, here, elsewhere)
        values = rewritten if rewritten and standing is not None else values | rewritten
    else:
        values, alone, told = _foreign(event, here, elsewhere)
    if standing is None:
        own = [Write("slot", uid, values, event), *_alone(event, uid, values, alone, here)]
        return Outcome("new", "slot", tuple(told), tuple(own))
    if not record:
        values = {} if in_pieces else _kept_where_alike(values, standing, here)
    found = here.compared("slot", standing, values, event, *(told if record else ()))
    return found if found.state == "changed" or not alone else _with_added(found, event, uid, values, alone, here)


def _cancelled(event: ForeignEvent, uid: str, standing: Slot | None, here: Here) -> Outcome:
    """Called off there: taken away here."""
    if standing is None:
        return here.called_off("slot", uid)
    if here.older("slot", standing.id, event):
        return Outcome("same", "slot", (InputError("event-older"),))
    return Outcome("changed", "slot", (), (Write("slot", uid, {}, event, standing.id, remove=True),))


def _foreign(
    event: ForeignEvent, here: Here, elsewhere: Iterable[Moment]
) -> tuple[dict[str, Any], list[Place], list[PlannerError]]:
    """The fields of a slot, the days beside its rule, and what of the event is not kept."""
    if event.start is None:
        raise InputError("event-no-day")
    place = here.place(event.start, series=True)
    rule = _rule(event, place, here)
    removed = [_local_day(moment, place, here) for moment in (*event.skipped, *elsewhere)]
    values = checked("slot", {
        "kind": str(SlotKind.PREPARE),
        "title": clean_line(event.summary, "title"),
        "network_id": here.network_of(event),
        "day": place.day,
        "time": place.at or NINE,
        "zone": place.zone,
        "minutes": _minutes(event),
        "rule": rule,
        "skipped": [day.isoformat() for day in removed],
    })  # fmt: skip
    return values, _added(event, place, rule, removed, here), _told(event)


def _told(event: ForeignEvent) -> list[PlannerError]:
    told: list[PlannerError] = []
    if event.guessed:
        told.append(InputError("event-letters-guessed"))
    if event.start is not None and event.start.at is None:
        told.append(InputError("event-whole-day", time=NINE.isoformat("minutes")))
    if event.description.strip():
        told.append(InputError("event-text-left"))
    return told


def _minutes(event: ForeignEvent) -> int:
    whole_day = event.start is None or event.start.at is None
    return SLOT_MINUTES if whole_day or not event.minutes else min(max(event.minutes, 1), MOST_MINUTES)


def _rule(event: ForeignEvent, place: Place, here: Here) -> str:
    """The rule as a slot holds it; "" for a single block, and for days that are only listed.

    Raises:
        InputError: `event-rule` with the rule as it stands and the part that cannot be said.
    """
    if not event.rules:
        return ""
    written = " ".join(event.rules)
    if len(event.rules) > 1 or event.rules[0].startswith("EXRULE"):
        raise InputError("event-rule", rule=written[:500], part="EXRULE" if "EXRULE" in written else "RRULE")
    try:
        rule = _in_days(event.rules[0], place, here)
        check_rule(rule)
    except InputError as error:
        raise InputError("event-rule", rule=written[:500], part=str(error.values.get("part", ""))[:200]) from error
    return rule


def _in_days(text: str, place: Place, here: Here) -> str:
    """The rule with its end as a day of the series' own zone, and without an hour that its beginning says already."""
    parts = rule_parts(text[:5_000])
    for name, unit in HOUR_PARTS:
        if place.at is not None and parts.get(name) == str(getattr(place.at, unit)):
            del parts[name]
    until = parts.get("UNTIL", "")
    if until[:8].isdecimal() and until[:4] > LAST_YEAR:
        del parts["UNTIL"]
    elif len(until) > 8 and place.at is not None and until[:8].isdecimal():
        parts["UNTIL"] = f"{_last_day(until, place, here):%Y%m%d}"
    return ";".join(f"{name}={value}" for name, value in parts.items())


def _last_day(until: str, place: Place, here: Here) -> date:
    try:
        end = datetime.strptime(until[:15], "%Y%m%dT%H%M%S")
        if until.endswith("Z"):
            end = end.replace(tzinfo=zone_named("UTC")).astimezone(zone_named(place.zone or here.own_zone))
    except (ValueError, OverflowError) as error:
        raise InputError("rule-not-allowed", rule=until, part=f"UNTIL={until}") from error
    before = place.at is not None and end.time() < place.at
    return end.date() - timedelta(days=1) if before else end.date()


def _local_day(moment: Moment, place: Place, here: Here) -> date:
    """The day of an instance on the series' own clock."""
    known = moment if moment.at is None or place.at is None else here.at_home(moment)
    zone = place.zone or here.own_zone
    if known.at is None or place.at is None or known.zone == zone:
        return known.day
    there = datetime.combine(known.day, known.at, tzinfo=zone_named(known.zone))
    return there.astimezone(zone_named(zone)).date()


def _added(event: ForeignEvent, place: Place, rule: str, removed: list[date], here: Here) -> list[Place]:
    """The days that the rule does not say: RDATE, and a beginning that is no day of the rule.

    Raises:
        InputError: `event-rule` when there are too many.
    """
    if len(event.added) > MOST_ADDED:
        raise InputError("event-rule", rule=" ".join(event.rules)[:500] or "RDATE", part="RDATE")
    places = [here.place(moment, series=True) for moment in event.added]
    if rule and not occurrences(place.day, rule, place.day, place.day):
        places.append(place)
    own = {place.day: place for place in places if place.day not in removed}
    if not rule:
        own.pop(place.day, None)
    return list(own.values())


def _alone(event: ForeignEvent, uid: str, values: dict[str, Any], places: Iterable[Place], here: Here) -> list[Write]:
    """Days beside a rule as slots of their own, as far as they do not stand here."""
    whole = {**values, "rule": "", "skipped": []}
    return [
        Write("slot", own, {**whole, "day": place.day, "time": place.at or NINE, "zone": place.zone}, event)
        for place in places
        if (own := instance_uid(uid, place.day)) not in here.slots
    ]


def _with_added(
    found: Outcome, event: ForeignEvent, uid: str, values: dict[str, Any], places: list[Place], here: Here
) -> Outcome:
    """The same slot, with days beside its rule that are new."""
    standing = here.slots[uid]
    whole = {"kind": standing.kind, "title": standing.title, "network_id": standing.network_id,
             "minutes": standing.minutes, **values}  # fmt: skip
    writes = _alone(event, uid, whole, places, here)
    return found if not writes else Outcome("changed", "slot", found.reasons, tuple(writes))


def instance_uid(uid: str, day: date) -> str:
    """The UID of one day of a series that stands apart: no date before the series' own, as its pieces have it."""
    return str(uuid5(NAMESPACE_URL, f"instance {day:%Y%m%d} of {uid}"))


def _kept_where_alike(values: dict[str, Any], standing: Slot, here: Here) -> dict[str, Any]:
    """What a foreign calendar says otherwise of a slot; how it writes the same days makes no difference."""
    said = {name: value for name, value in values.items() if name not in ("kind", "network_id")}
    if not standing.title:
        del said["title"]
    if any(getattr(standing, name) != said[name] for name in ("day", "rule", "skipped")) and (
        said["zone"] == standing.zone and _same_days(said, standing.model_dump())
    ):
        for name in ("day", "rule", "skipped"):
            del said[name]
    return said


def _rewritten(event: ForeignEvent, values: dict[str, Any], here: Here, elsewhere: Iterable[Moment]) -> dict[str, Any]:
    """What somebody changed on an event of ours: its days, its hour, its length."""
    if event.start is None:
        return {}
    try:
        said, _, _ = _foreign(event, here, elsewhere)
    except InputError:
        return {}
    changed = {}
    if said["minutes"] != values.get("minutes", SLOT_MINUTES):
        changed["minutes"] = said["minutes"]
    placed = event.start.zone if event.start.zone not in ("Etc/GMT", "UTC") else "UTC"
    if said["time"] != values["time"] and placed == (values["zone"] or here.own_zone):
        changed["time"] = said["time"]
    if event.rules and not _same_days(said, values):
        changed |= {name: said[name] for name in ("day", "rule", "skipped")}
    return changed


def _same_days(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two slots have the same days, as far as one looks: both to the same end, wherever each begins."""
    upper = min(max(one["day"], other["day"]) + LOOKED_AT, date(2200, 12, 31))
    return _days(one, upper) == _days(other, upper)


def _days(slot: dict[str, Any], upper: date) -> list[date]:
    skipped = set(slot["skipped"])
    found = occurrences(slot["day"], slot["rule"], slot["day"], upper)
    return [day for day in found if day.isoformat() not in skipped]

"""The whole calendar as plain values: the shape of its TOML file and of its JSON dump.

References are by name (a network, a person), by words (a need) or by UID (a post), so that no row number
leaves the calendar. Lists whose order means something keep it (needs, networks, the lists of the brief); the
others are sorted by what they hold.
"""

from __future__ import annotations

import json
from datetime import UTC
from typing import TYPE_CHECKING, Any

from planner.model.gate import BIDI

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from planner.model.calendar import Calendar

Document = dict[str, Any]
FORMAT = 1
"""The number of this shape; a file with a greater one was written by a newer planner."""


def _columns(names: str) -> dict[str, str]:
    pairs = (name.partition("=") for name in names.split())
    return {key: column or key for key, _, column in pairs}


KEYS: dict[str, dict[str, str]] = {
    "brief": _columns(
        "uid title language zone country audience portrait not_for words places readers message do dont owned"
        " closed_days checks_off severities own_names limit_from campaign"
    ),
    "objective": _columns("statement=objective indicator unit start=start_figure target=target_figure due"),
    "rhythm": _columns(
        "posts_per_week hours_per_week reply_hours networks=network_budget need_days most_per_day most_per_week"
    ),
    "network": _columns("name key kind open url per_week criterion criterion_met"),
    "slot": _columns("uid kind title network=network_id day time zone minutes rule skipped"),
    "post": _columns(
        "uid title network=network_id status purpose need=need_id day time zone next_step link note"
        " prepare_minutes publish_minutes reply_minutes repeat deleted body"
    ),
    "mute": _columns("check reason day"),
    "muted": _columns("check reason day finding_day"),
    "person": _columns("name stage place note last_contact promise promise_due"),
    "question": _columns("words place day need=need_id post=post_id person=person_id"),
    "result": _columns("day indicator figure post=post_id network=network_id note"),
    "review": _columns("uid day question decision note held"),
}
"""The keys of each table, and the column of the record that each one holds."""
REFERENCES = ("network_id", "need_id", "post_id", "person_id")
LISTS = ("network", "slot", "post", "person", "question", "result", "review", "muted")
"""The arrays of tables, in the order in which a file holds them."""


def document(calendar: Calendar, *, stamps: bool = True) -> Document:
    """The calendar as plain values; `stamps` adds to posts, slots and reviews what other calendars know them by."""
    names = _names(calendar)
    posts = sorted([*calendar.posts, *calendar.binned], key=_by_day)
    rows = {
        "network": calendar.networks,
        "slot": sorted(calendar.slots, key=_by_day),
        "post": posts,
        "person": sorted(calendar.people, key=lambda person: person.name),
        "question": sorted(calendar.questions, key=_by_day),
        "result": sorted(calendar.results, key=lambda result: result.day),
        "review": sorted(calendar.reviews, key=_by_day),
        "muted": sorted((mute for mute in calendar.mutes if mute.post_id is None), key=_by_finding),
    }
    whole: Document = {"format": FORMAT, "brief": _brief(calendar)}
    whole.update({record: [_plain(record, row, names) for row in rows[record]] for record in LISTS})
    for row, plain in zip(posts, whole["post"], strict=True):
        mutes = [_plain("mute", mute, names) for mute in calendar.mutes if mute.post_id == row.id]
        plain["mute"] = sorted(mutes, key=canonical)
    if stamps:
        _add_stamps(calendar, whole, rows)
    return whole


def dump(calendar: Calendar) -> str:
    """The calendar as JSON, total and sorted: equal calendars give equal bytes, whatever their row numbers.

    UIDs are in it. Stamps (sequence, created, changed) are not: they are bookkeeping for calendars elsewhere,
    they only ever grow, and undo does not turn them back. Bidirectional controls are escaped.
    """
    whole = document(calendar, stamps=False)
    for record in LISTS[1:]:
        whole[record].sort(key=canonical)
    text = json.dumps(whole, ensure_ascii=False, sort_keys=True, indent=2, default=str)
    return escaped(text) + "\n"


def canonical(plain: Mapping[str, Any]) -> str:
    """A record's content as one text, to sort by."""
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, default=str)


def escaped(text: str) -> str:
    """JSON or TOML text with its bidirectional controls escaped, so that no editor shows it in disorder."""
    return BIDI.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _by_day(row: Any) -> tuple[str, str, str]:
    """Dated records first, in order; then the others by what they say."""
    told = [str(getattr(row, name, "") or "") for name in ("time", "title", "words", "question", "uid")]
    return (str(row.day or "~"), told[0], "\0".join(told[1:]))


def _by_finding(mute: Any) -> tuple[str, str]:
    return mute.check, str(mute.finding_day or "")


def _names(calendar: Calendar) -> dict[str, dict[int | None, str]]:
    """What each reference is called outside, by its column and row number."""
    return {
        "network_id": {network.id: network.name for network in calendar.networks},
        "need_id": {need.id: need.text for need in calendar.needs},
        "post_id": {post.id: post.uid for post in [*calendar.posts, *calendar.binned]},
        "person_id": {person.id: person.name for person in calendar.people},
    }


def _plain(record: str, row: Any, names: Mapping[str, Mapping[int | None, str]]) -> Document:
    plain = {}
    for key, column in KEYS[record].items():
        value = getattr(row, column)
        plain[key] = names[column].get(value, "") if column in REFERENCES else _value(value)
    return plain


def _value(value: Any) -> Any:
    """Enumerations as their words, lists as copies."""
    if isinstance(value, str):
        return str(value)
    return list(value) if isinstance(value, list) else value


def _brief(calendar: Calendar) -> Document:
    plain = _plain("brief", calendar.brief, {})
    plain["needs"] = [need.text for need in calendar.needs]
    plain["objective"] = _plain("objective", calendar.brief, {})
    plain["rhythm"] = _plain("rhythm", calendar.brief, {})
    return plain


def _add_stamps(calendar: Calendar, whole: Document, rows: Mapping[str, Iterable[Any]]) -> None:
    for record in ("post", "slot", "review"):
        for row, plain in zip(rows[record], whole[record], strict=True):
            if stamp := calendar.stamps.get((record, row.id or 0)):
                plain["sequence"] = stamp.sequence
                plain["created"] = stamp.created_at.replace(microsecond=0, tzinfo=UTC)
                plain["changed"] = stamp.changed_at.replace(microsecond=0, tzinfo=UTC)

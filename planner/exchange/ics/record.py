"""What an event cannot say of the record it stands for, so that our own file comes back without loss.

The value of the property `X-PLANNER-RECORD` (an escaped TEXT) is a JSON object on one line:

- `kind`: "post", "slot", "prepare", "reply" or "review"; the only key that must be there.
- `of`: the uid of the post or slot. UID says it too, but the UIDs of a series in pieces are `YYYYMMDD-<uid>`, those of
  blocks around a post `prepare-<uid>` and `reply-<uid>`; a "prepare" or "reply" is made anew from its post, so it
  is nothing to take in.
- `status`: the post's; absent when it lies in the bin or is gone.
- `title`: the title as typed. When it is absent, SUMMARY was made from the body's first words, or from labels. A
  review's title is its question.
- `network`: its name; `network_key`: the row of `networks.toml` that it is, `owned`: true when it is the consultant's
  own. `need`: its text. `purpose`, `next_step`, `link`: the post's (DESCRIPTION and URL
  may carry the link with tags; this is the link as typed). `repeat`: true when the subject comes again on purpose.
- `minutes`: [prepare, publish, reply] of a post; a slot has [0, its minutes, 0].
- `body`: how many characters of DESCRIPTION, from its beginning, are the post's text; -1 when the text was cut, so
  that only the calendar itself has it whole; 0 when absent.
- `text`: a digest of that text, by which a reader sees whether somebody wrote over it.
- `blank`: [line feeds left out before the text, after it].
- `day`, `time`, `zone`: as the record has them. DTSTART says the same, unless the time stands in a spring gap, the
  event is written in UTC, or it is a piece of a series; an absent `time` is a post without one (the event stands at
  9:00), an absent `zone` the calendar's own, which X-WR-TIMEZONE names. A reader compares: where DTSTART is not what
  these three make, somebody moved the event.
- `slot`: the slot's kind. `rule`, `skipped`: those of the whole series, of which the event may be a piece.
- `decision`, `held`: a review's. `label`: what stands before its question in SUMMARY.

What is "", 0, false or empty is left out. Private notes are never in it.
"""

from __future__ import annotations

import json
import re
from hashlib import sha256
from typing import Any, NamedTuple

KINDS = ("post", "slot", "prepare", "reply", "review")
LONGEST = 200_000
"""Characters that are read, at most; ours are far shorter: eight lines of a record, and 5,000 skipped days."""
WRITTEN_AS_CODE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")


class Record(NamedTuple):
    """The fields of a record as the module's text explains them; days and times are ISO 8601."""

    kind: str
    of: str = ""
    title: str = ""
    network: str = ""
    network_key: str = ""
    owned: bool = False
    need: str = ""
    purpose: str = ""
    status: str = ""
    next_step: str = ""
    link: str = ""
    repeat: bool = False
    minutes: tuple[int, ...] = ()
    body: int = 0
    blank: tuple[int, ...] = ()
    text: str = ""
    day: str = ""
    time: str = ""
    zone: str = ""
    slot: str = ""
    rule: str = ""
    skipped: tuple[str, ...] = ()
    decision: str = ""
    held: str = ""
    label: str = ""


ITEMS: dict[str, type] = {"minutes": int, "blank": int, "skipped": str}
"""What stands in those fields that hold several."""


def digest(text: str) -> str:
    """What a text is known again by: 12 hexadecimal figures, "" for none."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12] if text else ""


def written(record: Record) -> str:
    """The record as one line of JSON, not yet escaped as a TEXT value."""
    kept = {name: value for name, value in record._asdict().items() if value}
    text = json.dumps(kept, ensure_ascii=False, separators=(",", ":"))
    return WRITTEN_AS_CODE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def read(text: str) -> Record | None:
    """The record that `written` wrote, from the unescaped text; None when it is none of ours.

    A field that is not what it should be keeps its empty value, and an unknown one is passed over: a newer planner may
    have written it, or somebody's hand.
    """
    if len(text) > LONGEST:
        return None
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict) or found.get("kind") not in KINDS:
        return None
    fields = {name: _value(name, found[name]) for name in Record._fields if name in found}
    return Record(**{name: value for name, value in fields.items() if value is not None})


def _value(name: str, value: Any) -> Any:
    """The value in the field's own type, None when it is of another."""
    if name in ITEMS:
        good = isinstance(value, list) and all(type(item) is ITEMS[name] for item in value)
        return tuple(value) if good else None
    wanted = str if name == "kind" else type(Record._field_defaults[name])
    return value if type(value) is wanted else None

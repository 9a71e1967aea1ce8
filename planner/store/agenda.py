"""The read model: what stands on these days, as tuples, through the bare driver.

Explicit columns, never the body, the kept findings with them, one query per visible range. A test compares
these columns with the records.
"""

from __future__ import annotations

import json
import unicodedata
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, cast

from planner.model.card import Block, Card, Focus, KeptFinding, moment_of, told_here
from planner.model.when import monday, occurrences
from planner.store.database import read_back

if TYPE_CHECKING:
    from planner.store.database import Database

CARD = """
SELECT post.id, coalesce(post.day, ''), coalesce(substr(post.time, 1, 5), ''), post.zone, post.status,
       coalesce(network.name, ''), post.title, post.purpose, post.need_id,
       coalesce(sum(finding.severity = 'error' AND finding.muted = ''), 0),
       coalesce(sum(finding.severity = 'warning' AND finding.muted = ''), 0),
       coalesce(sum(finding.severity = 'suggestion' AND finding.muted = ''), 0),
       CASE WHEN post.zone IN ('', (SELECT zone FROM brief)) OR post.time IS NULL THEN ''
            ELSE (SELECT zone FROM brief) END
FROM post
LEFT JOIN network ON network.id = post.network_id
LEFT JOIN finding ON finding.post_id = post.id
WHERE post.deleted IS NULL AND {where}
GROUP BY post.id
ORDER BY post.day, post.time IS NULL, post.time, post.id
"""
BLOCK = """
SELECT slot.id, slot.kind, slot.title, coalesce(network.name, ''), slot.network_id, slot.day,
       substr(slot.time, 1, 5), slot.minutes, slot.rule, slot.skipped, slot.zone, (SELECT zone FROM brief)
FROM slot LEFT JOIN network ON network.id = slot.network_id
ORDER BY slot.id
"""
FINDING = """
SELECT "check", severity, message, quoted, spans, post_id, day, muted FROM finding
WHERE {where}
ORDER BY muted <> '', CASE severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, rowid
"""
BRIEF = """
SELECT title, language, zone, audience, objective, indicator, start_figure, target_figure, coalesce(due, ''),
       network_budget, hours_per_week, posts_per_week
FROM brief
"""
LATEST = "SELECT figure FROM result WHERE indicator = ? ORDER BY day DESC, id DESC LIMIT 1"
MET = "SELECT count(*) FROM network WHERE kind = 'rented' AND criterion_met"
WORK = """
SELECT coalesce(sum(prepare_minutes + publish_minutes + reply_minutes), 0) FROM post
WHERE deleted IS NULL AND status <> 'dropped' AND day BETWEEN ? AND ?
"""


def cards(database: Database, first: date, last: date) -> list[Card]:
    """The posts that stand on a day from `first` to `last`, in order of day and moment."""
    rows = database.rows(CARD.format(where="post.day BETWEEN ? AND ?"), (first.isoformat(), last.isoformat()))
    found = [_card(row) for row in rows]
    if any(card.here for card in found):
        found.sort(key=lambda card: (card.day, not card.time, moment_of(card)))
    return found


def _card(row: tuple[object, ...]) -> Card:
    """A card; the query says the calendar's zone where the post's is another."""
    made = Card._make(cast("Any", row))
    return made._replace(here=told_here(made.day, made.time, made.zone, made.here)) if made.here else made


def ideas(database: Database) -> list[Card]:
    """The posts without a day, oldest first."""
    return [_card(row) for row in database.rows(CARD.format(where="post.day IS NULL"))]


def card(database: Database, post: int) -> Card | None:
    """One post's card, or None when it is gone or in the bin."""
    rows = database.rows(CARD.format(where="post.id = ?"), (post,))
    return _card(rows[0]) if rows else None


def titled(database: Database, text: str) -> list[Card]:
    """The posts whose title holds the text, whatever the case, accented letters too; signs are plain characters."""
    # SQLite's LIKE and lower() know no letter beyond ASCII.
    wanted = unicodedata.normalize("NFC", text).casefold()
    titles = database.rows("SELECT id, title FROM post WHERE deleted IS NULL")
    found = [identifier for identifier, title in titles if wanted in str(title).casefold()]
    if not found:
        return []
    where = "post.id IN (SELECT value FROM json_each(?))"
    return [_card(row) for row in database.rows(CARD.format(where=where), (json.dumps(found),))]


def blocks(database: Database, first: date, last: date) -> list[Block]:
    """The slots' occurrences from `first` to `last`, in order of day and moment."""
    with read_back(database.path):
        return _blocks(database, first, last)


def _blocks(database: Database, first: date, last: date) -> list[Block]:
    taken = _taken(database, first, last)
    found: list[Block] = []
    for row in database.rows(BLOCK):
        identifier, kind, title, network, network_id, start, at, minutes, rule, skipped, zone, home = cast("Any", row)
        left_out = set(json.loads(skipped))
        for day in occurrences(date.fromisoformat(start), rule, first, last):
            if day.isoformat() in left_out:
                continue
            filled = kind == "publish" and (
                (day.isoformat(), network_id) in taken
                or (not network_id and any(stands == day.isoformat() for stands, _ in taken))
            )
            here = told_here(day.isoformat(), at, zone, home)
            found.append(Block(identifier, day.isoformat(), at, kind, title, network, minutes, filled, zone, here))
    return sorted(found, key=lambda block: (block.day, moment_of(block), block.slot))


def _taken(database: Database, first: date, last: date) -> set[tuple[str, int | None]]:
    query = "SELECT day, network_id FROM post WHERE deleted IS NULL AND status <> 'dropped' AND day BETWEEN ? AND ?"
    return set(cast("Any", database.rows(query, (first.isoformat(), last.isoformat()))))


def findings_of(database: Database, post: int) -> list[KeptFinding]:
    """The kept findings of a post, worst first, muted ones last."""
    return _findings(database, "post_id = ?", post)


def findings_beside(database: Database, week: date | None = None) -> list[KeptFinding]:
    """The kept findings of the calendar, and of the given week (of every week when None)."""
    if week is None:
        return _findings(database, "post_id IS NULL")
    return _findings(database, "post_id IS NULL AND day IN ('', ?)", monday(week).isoformat())


def all_findings(database: Database) -> list[KeptFinding]:
    """Every kept finding, worst first, muted ones last."""
    return _findings(database, "1")


def _findings(database: Database, where: str, *values: object) -> list[KeptFinding]:
    with read_back(database.path):
        return [_kept(row) for row in database.rows(FINDING.format(where=where), values)]


def _kept(row: tuple[object, ...]) -> KeptFinding:
    check, severity, message, values, spans, post, day, muted = cast("Any", row)
    triples = [tuple(span) for span in json.loads(spans)]
    return KeptFinding(check, severity, message, json.loads(values), triples, post, day, muted)


def focus(database: Database, day: date) -> Focus:
    """What the focus bar says on this day: brief, networks, hours of the day's week, findings."""
    first = monday(day)
    last = first + timedelta(days=6)
    with read_back(database.path):
        return _focus(database, first, last)


def _focus(database: Database, first: date, last: date) -> Focus:
    (title, language, zone, audience, objective, indicator, start, target, due, budget, hours, rhythm) = cast(
        "Any", database.rows(BRIEF)[0]
    )
    latest = database.rows(LATEST, (indicator,))
    networks = database.rows("SELECT name, kind FROM network WHERE open ORDER BY position, id")
    counts = dict(cast("Any", database.rows("SELECT severity, count(*) FROM finding WHERE muted = '' GROUP BY 1")))
    met = cast("Any", database.rows(MET))[0][0]
    return Focus(
        title, language, zone, audience, objective, indicator,
        cast("Any", latest[0][0]) if latest else start, target, due,
        tuple(str(name) for name, kind in networks if kind == "rented"),
        tuple(str(name) for name, kind in networks if kind == "owned"),
        budget + met, _minutes(database, first, last), round(hours * 60), rhythm,
        counts.get("error", 0), counts.get("warning", 0), counts.get("suggestion", 0),
    )  # fmt: skip


def _minutes(database: Database, first: date, last: date) -> int:
    """Minutes of work that a week holds: its posts, and its listening, watching and review slots.

    Preparing and replying are already counted with each post, so their slots are not added again unless they
    hold more than the posts ask for.
    """
    work = cast("Any", database.rows(WORK, (first.isoformat(), last.isoformat())))[0][0]
    held = [block for block in blocks(database, first, last) if block.kind in ("listen", "watch", "review")]
    return int(work) + sum(block.minutes for block in held)


def stamp_revision(database: Database, record: str, identifier: int) -> int:
    """The calendar's revision at the record's last change, 0 when it never changed."""
    rows = database.rows("SELECT revision FROM stamp WHERE record = ? AND id = ?", (record, identifier))
    return int(cast("Any", rows[0][0])) if rows else 0

"""Findings kept beside their posts, so that the first frame need not judge."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from planner.store.judged import PUT, checked

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from planner.model.card import KeptFinding
    from planner.store.database import Database
    from planner.store.judged import Row as Judged

COLUMNS = 'post_id, day, "check", severity, message, quoted, spans, muted'
INSERT = f"INSERT INTO finding ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"


class Made(NamedTuple):
    """How findings were made: the posts judged anew, the mark of what they come from, the calendar's revision."""

    fresh: Sequence[Judged] = ()
    mark: str = ""
    revision: int | None = None


def keep(database: Database, findings: Iterable[KeptFinding], made: Made = Made()) -> None:  # noqa: B008 (immutable)
    """Replace what was kept, in one transaction: two programs that judge at once never mix their answers.

    A post that is gone in the meantime is passed over; when the calendar has moved on since `made`, nothing is kept.
    """
    rows = [_row(finding) for finding in findings]
    known = set(database.rows(f"SELECT {COLUMNS} FROM finding"))
    if set(rows) == known and not made.fresh and made.mark == checked(database):
        return
    with database.writing() as connection:
        now: Any = connection.execute("SELECT number FROM revision").fetchone()[0]
        if made.revision not in (None, now):
            return
        posts: set[Any] = {row[0] for row in connection.execute("SELECT id FROM post")}
        connection.execute("DELETE FROM finding")
        connection.executemany(INSERT, [row for row in rows if row[0] is None or row[0] in posts])
        connection.executemany(PUT, [row for row in made.fresh if row[0] in posts])
        connection.execute("UPDATE checked SET mark = ?", (made.mark,))


def _row(finding: KeptFinding) -> tuple[object, ...]:
    return (
        finding.post, finding.day, finding.check, finding.severity, finding.message,
        json.dumps(finding.values, ensure_ascii=False, sort_keys=True), json.dumps(finding.spans), finding.muted,
    )  # fmt: skip

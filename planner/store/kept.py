"""Findings kept beside their posts, so that the first frame need not judge."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planner.model.card import KeptFinding
    from planner.store.database import Database

INSERT = """
INSERT INTO finding (post_id, day, "check", severity, message, quoted, spans, muted) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""


def keep(database: Database, findings: Iterable[KeptFinding]) -> None:
    """Replace what was kept by these findings; a post that is gone in the meantime is passed over."""
    rows = [_row(finding) for finding in findings]
    kept = 'post_id, day, "check", severity, message, quoted, spans, muted'
    if set(rows) == set(database.rows(f"SELECT {kept} FROM finding")):
        return
    with database.writing() as connection:
        known = {row[0] for row in connection.execute("SELECT id FROM post")}
        connection.execute("DELETE FROM finding")
        connection.executemany(INSERT, [row for row in rows if row[0] is None or row[0] in known])


def _row(finding: KeptFinding) -> tuple[object, ...]:
    return (
        finding.post, finding.day, finding.check, finding.severity, finding.message,
        json.dumps(finding.values, ensure_ascii=False, sort_keys=True), json.dumps(finding.spans), finding.muted,
    )  # fmt: skip

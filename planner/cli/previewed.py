"""An import shown before it is done: what each event, line or note would do, what must be decided, a yes or a no."""

from __future__ import annotations

import sys
from itertools import groupby
from typing import TYPE_CHECKING

from planner.cli.printing import complain, put
from planner.errors import UsageError
from planner.words import say, to_say
from planner.words.errors import sentence
from planner.words.previews import counted, rows_told

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.desk.preview import Preview, PreviewRow

MOST_SHOWN = 100
"""Rows that change nothing or are new are shown one by one up to this many; refused ones always."""


def brought(preview: Preview, yes: bool, asking: Callable[[str, tuple[str, ...]], str], *, waits: bool = True) -> int:
    """Show an import, do it when a person agrees or agreed before, and give the exit code.

    Args:
        preview: the import that waits.
        yes: whether it was agreed to beforehand.
        asking: says in a sentence what must be decided, by its key and the choices.
        waits: whether nothing may be taken in before that is decided; else only its rows are refused.

    Raises:
        UsageError: `import-agree` when nobody is there to agree.
        InputError: nothing could be taken in, or the calendar changed meanwhile.
    """
    show(preview)
    for key, choices in preview.asks.items():
        complain(asking(key, choices))
    if preview.asks and waits:
        return UsageError.exit_code
    counts = preview.counts()
    wanted = counts["new"] + counts["changed"]
    if not wanted:
        put(say("Nothing was changed."))
        return 3 if counts["refused"] and not counts["same"] else 0
    if not yes and not _agreed(preview.name):
        put(say("Nothing was changed."))
        return 0
    changed = preview.bring()
    if not changed.revision:
        put(say("Nothing was changed."))
        return 0
    put(say("Taken in from {file}: {count} · revision {revision}", file=preview.name, count=wanted,
            revision=changed.revision))  # fmt: skip
    if counts["refused"]:
        complain(say("Left out: {count}.", count=counts["refused"]))
    return 0


GOES_WITHOUT_SAYING = frozenset({"event-derived", "event-piece"})
"""What is said of parts of our own posts and series: of no use in a long list."""
HINTS = {
    "row-network": to_say("--new-networks adds the networks that are not here."),
    "row-need": to_say("--new-needs adds the needs that are not here."),
    "event-network-unknown": to_say("--new-networks adds the networks that are not here."),
    "event-need-unknown": to_say("--new-needs adds the needs that are not here."),
    "columns-left": to_say('--map "COLUMN=FIELD" takes a column in, --map "COLUMN=" leaves it out for good.'),
}
"""What the command line can do about a reason, by its key."""


def show(preview: Preview) -> None:
    """Print what the file is, each row with what it would do, how many of each, and what can be done about it."""
    for note in preview.notes:
        complain(sentence(note))
    few = len(preview.rows) <= MOST_SHOWN
    for matters, rows in groupby(preview.rows, _matters):
        for text in rows_told(list(rows)) if matters or few else ():
            (complain if matters else put)(text)
    put(say("{file}: {counts}", file=preview.name, counts=counted(preview.counts())))
    said = {reason.key for reason in (*preview.notes, *(reason for row in preview.rows for reason in row.reasons))}
    for key, hint in HINTS.items():
        if key in said:
            complain(say(hint))


def _matters(row: PreviewRow) -> bool:
    """Whether a person must see the row however long the list is."""
    return row.state == "refused" or bool({reason.key for reason in row.reasons} - GOES_WITHOUT_SAYING)


def _agreed(file: str) -> bool:
    from planner.cli.screen import terminal

    if not terminal():
        raise UsageError("import-agree", file=file)
    put(say("Take this in? `planner undo` takes it back. (y/n)"))
    return sys.stdin.readline().strip().lower() in ("y", "yes", "o", "oui")

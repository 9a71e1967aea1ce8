"""An import shown before it is done: what each event, line or note would do, what must be decided, a yes or a no."""

from __future__ import annotations

import sys
from itertools import groupby
from typing import TYPE_CHECKING

from planner.cli.printing import complain, put
from planner.errors import InputError, UsageError
from planner.words import dates, say, to_say
from planner.words.errors import sentence
from planner.words.previews import counted, order_of_days, rows_told

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from planner.desk.preview import Preview, PreviewRow

    Look = Callable[[Mapping[str, str]], Preview]

MOST_SHOWN = 100
"""Rows that change nothing or are new are shown one by one up to this many; refused ones always."""
ANSWERED = ("date-order", "zone-unknown")
"""What a person at a terminal is asked for and answers there, in this order."""


def brought(look: Look, yes: bool, asking: Callable[[str, tuple[str, ...]], str], *, waits: bool = True) -> int:
    """Show an import, do it when a person agrees or agreed before, and give the exit code.

    Args:
        look: looks at what is to be taken in, with what was answered so far by key.
        yes: whether it was agreed to beforehand.
        asking: says in a sentence what must be decided, by its key and the choices.
        waits: whether nothing may be taken in before that is decided; else only its rows are refused.

    Raises:
        UsageError: `import-agree` when nobody is there to agree.
        InputError: nothing could be taken in, or the calendar changed meanwhile.
    """
    preview = _decided(look, yes)
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


def _decided(look: Look, yes: bool) -> Preview:
    """The import as it was shown last: a person at a terminal is asked what she can answer, until she is silent."""
    from planner.cli.screen import terminal

    answers: dict[str, str] = {}
    preview = look(answers)
    show(preview)
    while not yes and terminal():
        asked = next((key for key in ANSWERED if key in preview.asks), "")
        said = _answer(asked, preview.asks) if asked else ""
        if not said:
            break
        try:
            now = {**answers, asked: ",".join(filter(None, (answers.get(asked), said)))}
            preview = look(now)
        except InputError as error:
            complain(sentence(error))
            continue
        answers = now
        show(preview)
    return preview


def _answer(asked: str, asks: Mapping[str, tuple[str, ...]]) -> str:
    """What a person at the terminal says to a question; "" when she says nothing."""
    choices = asks[asked]
    while True:
        put(*_question(asked, asks))
        said = sys.stdin.readline().strip()
        if not said or asked != "date-order" or said in choices:
            return said


def _question(asked: str, asks: Mapping[str, tuple[str, ...]]) -> list[str]:
    if asked == "date-order":
        orders = [f"   {order}: {order_of_days(order)}" for order in asks[asked]]
        return [*orders, say("In which order are the days written? ({choices})", choices="/".join(asks[asked]))]
    names = [f"   {name}" for name in asks.get("zone-names", ())[:MOST_NAMED]]
    if names:
        names = [say("Zones of the file that nobody knows (NAME=ZONE answers for one):"), *names]
    zone = next(iter(asks[asked]), "Europe/Paris")
    return [*names, say("Which zone is meant where none is known, for instance {zone}? (empty: leave out)", zone=zone)]


def orders_asked(choices: tuple[str, ...]) -> str:
    """The question for the order of days, where nobody can answer it at once."""
    told = ", ".join(f"{order} ({order_of_days(order)})" for order in choices)
    return say(
        "In which order are the days written? Nothing was changed. Add --dates with one of: {choices}.", choices=told
    )


MOST_NAMED = 10
GOES_WITHOUT_SAYING = frozenset({"event-derived", "event-piece", "event-place-left", "event-html"})
"""What is said of parts of our own posts and series, or of nearly every event: of no use in a long list."""
SUMMED = {
    "event-place-left": to_say("Places of events are not kept: {count} have one."),
    "event-html": to_say("Texts that were HTML, of which the words are taken: {count}."),
}
"""What is said once of many rows, where they are not shown one by one."""
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
        for text in rows_told(list(rows), preview.today) if matters or few else ():
            (complain if matters else put)(text)
    put(say("{file}: {counts}", file=preview.name, counts=counted(preview.counts())))
    for key, words in SUMMED.items() if not few else ():
        if count := sum(key in {reason.key for reason in row.reasons} for row in preview.rows):
            complain(say(words, count=dates.number(count)))
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

"""A sentence for each error: what happened, what was kept, what to do."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from planner.errors import PlannerError
from planner.words import dates, placeholders, say, terms, to_say
from planner.words.import_errors import IMPORTS, ROWS, file_named, listed
from planner.words.server_errors import SERVERS

if TYPE_CHECKING:
    from collections.abc import Mapping

UNKNOWN = to_say("Something went wrong that planner has no words for: {key}. What was saved before is kept.")

CALENDAR = {
    "calendar-missing": to_say(
        "There is no calendar {file}. Nothing was made. `planner list` shows yours, `planner new` makes one."
    ),
    "calendar-empty": to_say(
        "{file} is empty: 0 bytes. It was left as it is. Put a copy of the calendar in its place, or open another one."
    ),
    "calendar-foreign": to_say("{file} is not a planner calendar. It was left as it is. Open another file."),
    "calendar-newer": to_say(
        "{file} was written by a newer planner (version {version}; this one knows {known}). It was left as "
        "it is. Upgrade planner to open it."
    ),
    "calendar-damaged": to_say(
        "{file} is damaged and cannot be read. It was left as it is. Keep it, and put a copy of the "
        "calendar in its place."
    ),
    "calendar-locked": to_say("Another program is writing {file}. Nothing was changed here. Try again in a moment."),
    "calendar-readonly": to_say(
        "{file} may only be read: the file or its folder refuses changes. Nothing was changed. "
        "Change its permissions, or work on a copy."
    ),
    "calendar-unreadable": to_say(
        "{file} cannot be opened. It was left as it is. Check that it is a file and that you may read it."
    ),
    "calendar-exists": to_say("{file} exists already and was left as it is. Choose another name."),
    "calendar-none": to_say(
        'There is no calendar yet. `planner new "TITLE"` makes one, `planner demo` shows a sample.'
    ),
    "calendar-which": to_say(
        "There are {count} calendars and none was opened last. Name one: `--calendar FILE`; `planner list` shows them."
    ),
}
WRITING = {
    "cannot-write": to_say("{file} cannot be written. What stood there is kept. Check the folder and its permissions."),
    "folder-missing": to_say(
        "There is no folder {folder}, so {file} was not written. Make the folder first, or choose another one."
    ),
    "disk-full": to_say(
        "The disk is full: {file} could not be saved. What was saved before is kept. Free some space and try again."
    ),
    "not-ours": to_say(
        "{file} was not written by planner, so it was left as it is. Choose another name, or add --force to replace it."
    ),
    "other-calendar": to_say(
        "{file} shows another calendar of planner’s, so it was left as it is. Choose another name, or add --force to "
        "replace it."
    ),
    "publish-address": to_say(
        "This is an address, no file. Nothing was changed. For a calendar on a server write `planner publish caldav "
        "URL`."
    ),
    "outlet-unclear": to_say(
        "{file} is no folder, and its name does not end in .ics. Nothing was written. Name a folder or an .ics file."
    ),
    "outlet-missing": to_say(
        "There is no folder {folder}. Nothing was written. Make it first (`mkdir`), or name a file that ends in .ics."
    ),
    "outlet-unknown": to_say(
        "{file} is not kept up to date. Nothing was changed. `planner publish --list` shows what is."
    ),
    "outlet-network-gone": to_say(
        "{file} shows one network only, and the calendar no longer has it. The file was left as it is. "
        "Publish it again with another --network, or `planner publish --forget` it."
    ),
    "is-folder": to_say("{file} is a folder. Name a file in it."),
    "system-refused": to_say(
        "The system refused: {refusal}. What was saved before is kept. Put that right and try again."
    ),
    "changed-elsewhere": to_say(
        "“{title}” was changed elsewhere in the meantime. Nothing was overwritten: both versions are kept. "
        "Choose the one you want."
    ),
}
TAKING_IN = {
    "record-missing": to_say("Gone: {record} number {id}. Nothing was changed. `planner undo` may bring it back."),
    "field-unknown": to_say("“{field}” is no field of: {record}. Nothing was changed. Check its name."),
    "value-not-allowed": to_say("“{value}” does not fit there: {field}. Nothing was changed. Give another value."),
    "value-not-among": to_say("“{value}” does not fit there: {field}. Nothing was changed. Allowed: {allowed}."),
    "text-missing": to_say("Nothing was said for: {field}. Nothing was changed. Write it and try again."),
    "text-too-long": to_say(
        "Too long: {field}, {count} characters where {limit} fit. Nothing was changed. Shorten it or cut it in two."
    ),
    "zone-unknown": to_say("There is no time zone “{zone}”. Nothing was changed. Write it as in Europe/Paris."),
    "rule-unreadable": to_say(
        "The repetition “{rule}” cannot be read. Nothing was changed. Write it as in FREQ=WEEKLY."
    ),
    "rule-not-allowed": to_say(
        "The repetition “{rule}” is refused because of {part}. Nothing was changed. "
        "Days, weeks, months and years can be repeated, with an end."
    ),
    "kept-whole": to_say(
        "A file that is kept up to date holds every day. Nothing was written. Leave the first and the last day empty."
    ),
    "days-reversed": to_say(
        "The first day, {first}, comes after the last, {last}. Nothing was written. Change one of them."
    ),
    "import-replaces-all": to_say("It takes the place of the whole calendar “{title}”. Undo gives it back."),
    "date-unclear": to_say(
        "“{text}” does not say a day. Nothing was changed. Write a weekday (fri), +3, 25/11 or 2026-11-25."
    ),
    "month-unclear": to_say(
        "“{text}” does not say a month. Nothing was written. Write it as in 2026-12, or a day of it as in 2026-12-24."
    ),
    "network-unknown": to_say(
        "There is no network “{name}” here. Nothing was changed. Those of the calendar: {known}."
    ),
    "network-none": to_say(
        "There is no network “{name}” here, and none at all. Nothing was changed. Add one in the brief on the screen "
        "(key b) or under [[network]] in the TOML file, or leave {option} away."
    ),
    "check-unknown": to_say("There is no check “{name}”. `planner explain` lists them all."),
    "check-unknown-near": to_say(
        "There is no check “{name}”. The nearest names: {near}. `planner explain` lists them all."
    ),
    "group-unknown": to_say("There is no group “{name}”. The groups, the nearest first: {near}."),
    "reader-unknown": to_say("“{words}” is not among your further readers: there are none. Nothing was changed."),
    "reader-unknown-known": to_say("“{words}” is not among your further readers: {known}. Nothing was changed."),
    "jsonl-line": to_say(
        "Line {line} is not a JSON object. The lines before it were judged. Correct it and start again."
    ),
    "jsonl-field": to_say(
        "Line {line}: “{field}” does not hold what the contract asks for. The lines before it were judged. "
        "Correct it and start again."
    ),
}
FILES = {
    "file-missing": to_say("There is no file {file}. Nothing was changed. Check its name."),
    "file-unreadable": to_say(
        "{file} cannot be opened. Nothing was changed. Check that it is a file and that you may read it."
    ),
    "file-too-large": to_say("{file} is too large: {limit} bytes at most. Nothing was changed. Split it."),
    "not-text": to_say(
        "{file}, line {line}: this is not text in UTF-8. Nothing was changed. Save it as UTF-8 and try again."
    ),
    "draft-missing": to_say("There is no file {file}. It was not judged. Check its name."),
    "draft-unreadable": to_say(
        "{file} cannot be opened. It was not judged. Check that it is a file and that you may read it."
    ),
    "draft-too-large": to_say("{file} is too large: {limit} bytes at most. It was not judged. Split it."),
    "draft-not-text": to_say(
        "{file}, line {line}: this is not text in UTF-8. It was not judged. Save it as UTF-8 and try again."
    ),
    "file-too-slow": to_say(
        "{file} could not be read within {limit} seconds. Nothing was changed. Split it and try again."
    ),
    "file-too-heavy": to_say(
        "{file} could not be read to its end: it asks for more than a file may. Nothing was changed. Split it."
    ),
    "busy-unreadable": to_say(
        "{file} cannot be read as a calendar file (.ics). Nothing was changed: hours read before stay."
    ),
    "busy-file-missing": to_say(
        "The file of “{name}” is gone: {file}. Its hours stay as they were. "
        "Put it back, or take its hours away with `planner busy remove`."
    ),
    "busy-stays": to_say("{why} The hours of “{name}” stay as they were."),
    "busy-too-many": to_say(
        "{file} takes more than {limit} stretches of time in two years. Nothing was changed: hours read before stay."
    ),
    "busy-unknown": to_say("No calendar called “{name}” lies under the week: there is none. Nothing was changed."),
    "busy-unknown-known": to_say(
        "No calendar called “{name}” lies under the week. Nothing was changed. There are: {known}."
    ),
    "import-unknown": to_say(
        "planner does not know how to import {file}. Nothing was changed. "
        "It takes .ics, .csv, .md, folders of .md, and .toml."
    ),
    "import-replaces": to_say(
        "{file} replaces the whole calendar, which holds {held} already, and nobody is there to ask. Nothing was "
        "changed. Add --yes to agree: `planner undo` takes it back."
    ),
    "toml-syntax": to_say("{file}, line {line}: {reason}. Nothing was changed. Correct the line and try again."),
    "toml-syntax-column": to_say(
        "{file}, line {line}, column {column}: {reason}. Nothing was changed. Correct the line and try again."
    ),
    "toml-syntax-key": to_say(
        "{file}, line {line}, column {column}, {path}: {reason}. Nothing was changed. Correct the line and try again."
    ),
    "toml-value": to_say("{file}, line {line}, {path}: {cause}"),
    "value-missing": to_say("This is missing: {field}. Nothing was changed. Add it and try again."),
    "value-duplicate": to_say("“{value}” stands there twice: {field}. Nothing was changed. Keep one."),
    "reference-missing": to_say("“{value}” is not there: {field}. Nothing was changed. Check the name."),
}
REASONS = {
    "too-large": to_say("more than planner takes in at once"),
    "too-deep": to_say("tables within tables, deeper than a calendar goes"),
    "number-too-long": to_say("a number too long to be one"),
    "no-day": to_say("{found} is no day; days are written as in 2026-11-24"),
    "no-hour": to_say("{found} is no hour; hours are written as in 09:00:00"),
    "not-closed": to_say("a {found} is not closed"),
    "control": to_say("a control character ({found}) stands there"),
    "not-toml": to_say("this is not TOML (in the parser’s words: “{said}”)"),
}
"""Why a TOML text is refused."""
EVENTS = {
    "not-ics": to_say("{file} is no calendar file (.ics). Nothing was changed. Export it again where it comes from."),
    "events-too-many": to_say("{file} holds more than {limit} events. Nothing was changed. Split it, by year perhaps."),
    "file-too-slow": to_say(
        "{file} could not be read within {limit} seconds. Nothing was changed. Split it and try again."
    ),
    "file-too-heavy": to_say(
        "{file} could not be read to its end: it asks for more than a file may. Nothing was changed. Split it."
    ),
    "event-kind": to_say("This is no event ({kind}); only events are taken in."),
    "event-unclosed": to_say("It has no end in the file, so part of it may be missing."),
    "event-too-large": to_say("It has more lines than an event may have."),
    "event-line-too-long": to_say("A line of it is too long ({field})."),
    "event-value": to_say("“{value}” cannot be read: {field}."),
    "event-no-day": to_say("It says no day."),
    "event-floating": to_say("Its time says no zone."),
    "event-zone-unknown": to_say("Nobody knows its zone “{zone}”."),
    "zone-worked-out": to_say("The file’s own zone “{name}” was read as {zone}: its clock is the same."),
    "zone-not-asked": to_say("The file has no zone “{name}” of its own. Nothing was changed. Check the name."),
    "zone-not-asked-known": to_say(
        "The file has no zone “{name}” of its own. Nothing was changed. Those that it has: {known}."
    ),
    "event-rule": to_say("planner cannot repeat it by this rule: {rule}."),
    "event-rule-part": to_say("planner cannot repeat it by this rule, because of {part}: {rule}."),
    "event-onwards": to_say("It changes a series from a day on; write that as a series of its own."),
    "event-series-refused": to_say("The series that it belongs to is refused."),
    "event-other-kind": to_say("What stands here under its identifier is a post or a review, and neither repeats."),
    "event-twice": to_say("Its identifier stands twice in the file; the newest event counts."),
    "event-cancelled": to_say("It is cancelled there, and does not stand here."),
    "event-elsewhere": to_say("It stands in another file of its calendar now."),
    "event-derived": to_say("It is not taken in: planner makes it itself, from its post."),
    "event-piece": to_say("It is a part of a series that is taken in as a whole."),
    "event-older": to_say("What stands here was changed later, and is kept."),
    "event-in-bin": to_say("It lies in the bin here, and stays there."),
    "event-cut": to_say("Its text was cut in the file."),
    "event-network-unknown": to_say("Its network “{name}” is not here, so it is taken in without one."),
    "event-need-unknown": to_say("Its need “{name}” is not here, so it is taken in without one."),
    "event-letters-guessed": to_say("Its text is no UTF-8; it was read as Windows writes it. Check the accents."),
    "event-whole-day": to_say("It takes the whole day; here it stands at {time}."),
    "event-length": to_say("Its length fits no post, so it was left out."),
    "event-text-left": to_say("Slots hold no text, so its description was left out."),
}
"""What is said of calendar files of others, and of each of their events."""
USAGE = {
    "no-terminal": to_say(
        "The screen needs a terminal, and there is none here. `planner week` and `planner check` print instead."
    ),
    "argument-wrong": to_say("“{argument}” was not understood. `planner {command} --help` shows what it takes."),
    "argument-not-among": to_say("“{value}” is not {first} or {second}."),
    "option-value": to_say("“{value}” does not fit {option}. Allowed: {allowed}."),
    "option-without-place": to_say(
        "{option} says what goes to a place, and none is named. Nothing was changed. Name one: "
        "`planner publish {place} {option}`."
    ),
    "kinds-none-left": to_say("Nothing is left to write with {options}. Nothing was written. Choose other kinds."),
    "option-of-others": to_say(
        "{option} does not serve {form}, only {forms}. `planner {command} --help` shows what each form takes."
    ),
    "options-apart": to_say("{first} and {second} do not go together. Leave one of them away."),
    "ending-of-other": to_say(
        "{file} ends in {found}, and {form} is written into a file that ends in {ending}. Nothing was written. "
        "Call it {better}, or choose another form."
    ),
    "ending-of-file": to_say(
        "{file} is called as a file is, and notes are written into a folder. Nothing was written. Call it {better}."
    ),
    "argument-missing": to_say("{argument} is missing. `planner {command} --help` shows what it takes."),
    "command-unknown": to_say("There is no command “{command}”. `planner --help` lists them."),
}
TABLES = {
    "table-empty": to_say("{file} holds no table: its first line must name its columns. Nothing was changed."),
    "table-too-long": to_say("{file} is too long: {limit} lines at most. Nothing was changed. Split it."),
    "folder-empty": to_say("{file} holds no note (.md or .markdown). Nothing was changed."),
    "folder-too-large": to_say("{file} holds too many notes: {limit} at most. Nothing was changed. Split it."),
    "not-folder": to_say("{file} is no folder. Nothing was written. Name a folder."),
    "note-touched": to_say(
        "{file} was changed since planner wrote it. Nothing was written. `planner import` takes the change in; "
        "--force writes over it."
    ),
    "column-missing": to_say("There is no column “{column}”. Nothing was changed. Those of the file: {known}."),
    "import-asks": to_say("Something must be decided first. Nothing was changed."),
    "import-overtaken": to_say(
        "The calendar has changed since {file} was looked at. Nothing was changed. Start the import again."
    ),
    "import-agree": to_say(
        "Nobody is there to agree to what {file} would change. Nothing was changed. Add --yes to agree: "
        "`planner undo` takes it back."
    ),
    "line-not-closed": to_say("A quotation mark is opened there and never closed."),
    "line-quotes": to_say("A quotation mark stands where none may."),
    "line-too-wide": to_say(
        "{count} cells under {limit} columns: a text with a separator in it needs quotation marks."
    ),
    "hour-unclear": to_say("“{text}” is no hour: write it as in 09:00 or 9h30."),
    "day-unclear": to_say("“{text}” is no day: write it as in 2026-11-25."),
    "day-doubtful": to_say("“{text}” may be more than one day."),
    "row-network": to_say("There is no network “{name}” here."),
    "row-need": to_say("There is no need “{name}” here."),
    "row-differs": to_say("It stands here already. What else the file says of it was left out, for want of a uid."),
    "front-unreadable": to_say("Line {line}: the front matter cannot be read."),
    "networks-added": to_say("Networks that would be added: {names}."),
    "needs-added": to_say("Needs that would be added: {names}."),
    "read-as": to_say("The file is not in UTF-8 and was read as {encoding}."),
    "days-read-as": to_say("Days were read in the order {order}, the only one that fits them all."),
    "column-liked": to_say("The column “{column}” was taken for: {field}."),
    "columns-left": to_say("Columns left out: {columns}."),
}
"""Tables and notes: what is said of the file, and of a line in it."""
SENTENCES = {**CALENDAR, **WRITING, **TAKING_IN, **FILES, **SERVERS, **USAGE, **TABLES, **EVENTS, **IMPORTS}
"""Each key's sentence, in English."""


VARIANTS = {
    "calendar-foreign": ("imported", "calendar-foreign-form"),
    "field-unknown": ("fields", "field-not-among"),
    "import-replaces-all": ("count", "import-replaces-some"),
    "caldav-offline": ("at_first", "caldav-offline-at-first"),
    "caldav-no-calendar": ("missing", "caldav-no-calendar-missing"),
    "caldav-timeout": ("at_first", "caldav-timeout-at-first"),
    "caldav-refused": ("at_first", "caldav-refused-at-first"),
    "event-rule": ("part", "event-rule-part"),
    "zone-not-asked": ("known", "zone-not-asked-known"),
    "value-not-allowed": ("allowed", "value-not-among"),
    "check-unknown": ("near", "check-unknown-near"),
    "reader-unknown": ("known", "reader-unknown-known"),
    "busy-unknown": ("known", "busy-unknown-known"),
    "file-missing": ("as_draft", "draft-missing"),
    "file-unreadable": ("as_draft", "draft-unreadable"),
    "file-too-large": ("as_draft", "draft-too-large"),
    "not-text": ("as_draft", "draft-not-text"),
    "jsonl-line": ("field", "jsonl-field"),
    "toml-syntax": ("column", "toml-syntax-column"),
    "toml-syntax-column": ("path", "toml-syntax-key"),
}
"""Keys that are said otherwise when they bring one value more."""


def sentence(error: PlannerError) -> str:
    """What a person is told of an error, in the spoken language; never a reason to fail itself."""
    values = {"key": error.key, **file_named(error.values), **error.values}
    return _told(SENTENCES.get(_variant(error.key, values), UNKNOWN), values)


def of_row(error: PlannerError) -> str:
    """What is said of one row of an import by an error, beside other rows that are taken in."""
    key = _variant(error.key, error.values)
    return _told(ROWS.get(key) or SENTENCES.get(key, UNKNOWN), {"key": error.key, **error.values})


def _variant(key: str, values: Mapping[str, object]) -> str:
    while key in VARIANTS and values.get(VARIANTS[key][0]):
        key = VARIANTS[key][1]
    return key


def _told(known: str, values: Mapping[str, object]) -> str:
    """A sentence with its values, and an ellipsis for one that is absent."""
    absent = {name: "…" for name in placeholders(known) if values.get(name) is None}
    reason = {"reason": _reason(values)} if "{reason}" in known else {}
    return say(known, **_quoted({**values, **absent}), **reason)


def _quoted(values: Mapping[str, object]) -> dict[str, object]:
    return {name: _shown(name, value) for name, value in values.items() if name != "reason"} | listed(values)


def _reason(values: Mapping[str, object]) -> str:
    return _told(REASONS.get(str(values.get("reason")), REASONS["not-toml"]), values)


WORDED = {"field": terms.field, "record": terms.record}
"""Values that are keys themselves, and what says them."""
FIGURES = ("count", "limit")
"""Values that are amounts; the other numbers are names, such as a line's."""


def _shown(name: str, value: object) -> object:
    if isinstance(value, PlannerError):
        return sentence(value)
    if isinstance(value, date):
        return dates.day_long(value)
    if isinstance(value, (list, tuple)):
        return ", ".join(str(item) for item in value)
    if isinstance(value, (int, float)) and name in FIGURES:
        return dates.number(value)
    if name == "time":
        return dates.hour(str(value))
    text = str(value)
    return WORDED[name](text) if name in WORDED else text

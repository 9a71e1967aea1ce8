"""What a person must be told of a file that was written: each remark's sentence."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

from planner.words import dates, say, to_say

if TYPE_CHECKING:
    from collections.abc import Mapping

SENTENCES = {
    "gap-moved": to_say("“{title}”: {time} does not exist on {day} (clock change); it stands at {moved} in the file."),
    "series-written-out": to_say(
        "“{title}”: the series is written out day by day until {until}, {count} events. Export again before then."
    ),
    "series-empty": to_say("“{title}”: the series has no day left and is not in the file."),
    "body-cut": to_say(
        "“{title}”: the text is over {limit} characters and was cut in the file; the text in planner is whole."
    ),
    "link-not-absolute": to_say("“{title}”: “{link}” is no web address and stands in the text only."),
    "day-out-of-range": to_say("“{title}”: {day} is too far away for a calendar file, so it is left out."),
    "split-by-year": to_say(
        "One file would be over 900 kB, and Google Calendar refuses more than 1 MB: there are {count}, {first} to "
        "{last}."
    ),
    "split-asked": to_say("Number of files: {count}, {first} to {last}."),
    "parts-emptied": to_say(
        "Files of an earlier export that nothing is planned in any more: {files}. Delete them once the other calendars "
        "have read them again."
    ),
    "notes-left": to_say(
        "Notes in the folder whose posts are gone: {count}, such as {file}. They were left as they are."
    ),
    "private-note-left-out": to_say(
        "“{title}”: its private note is over {limit} characters and was left out of the file."
    ),
    "file-large": to_say(
        "The file has {bytes} bytes, more than 900 kB, and Google Calendar refuses more than 1 MB. Write fewer days, "
        "with --from and --to."
    ),
    "caldav-changed-there": to_say("“{title}” was changed there, and kept there."),
    "caldav-deleted-there": to_say("“{title}” was deleted there, and is not put back."),
    "caldav-kept-there": to_say("“{title}” left the plan but was changed there, and kept there."),
    "caldav-foreign-there": to_say(
        "“{title}” is not sent: another event that planner did not write has its UID there, and is left as it is."
    ),
    "caldav-object-refused": to_say(
        "“{title}”: the server does not take it (it answered {status}). It is tried again next time."
    ),
    "outlet-large": to_say(
        "{file} has {bytes} bytes, more than 900 kB, and Google Calendar refuses more than 1 MB. "
        "Publish less, with --network or --without."
    ),
    "outlet-grown": to_say(
        "{file} has {bytes} bytes, more than 900 kB, and Google Calendar refuses more than 1 MB. `{one_year}` keeps "
        "one year in it. For a file for each year: `{forget}`, delete it, then `{by_year}`, and subscribe to each."
    ),
    "outlet-by-year": to_say(
        "One file would be over 900 kB, and Google Calendar refuses more than 1 MB, so there is one for each year, all "
        "kept up to date: {files}. Subscribe to each of them."
    ),
    "outlet-year-added": to_say("{year} now has a file of its own, kept up to date: {file}. Subscribe to it too."),
}


def remark(key: str, values: Mapping[str, object]) -> str:
    """The remark in the spoken language; one without words is told by its key."""
    return say(SENTENCES.get(key, key), **{name: _shown(value) for name, value in values.items()})


def _shown(value: object) -> object:
    if isinstance(value, date):
        return dates.day_long(value)
    if isinstance(value, time):
        return dates.hour(value)
    return dates.number(value) if isinstance(value, int) else " ".join(str(value).split())

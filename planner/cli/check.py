"""`planner check`: what the checks find in the calendar, in files and folders, or in drafts another program sends.

Exit codes: 1 when a warning or an error is shown, or anything at all with `--min-severity`; 3 when a text could not
be read, whatever was found in the others. Muted findings are only counted.

`--format json` gives `{"findings": [...], "errors", "warnings", "suggestions", "muted", "texts", "brief", "unread"}`:
`texts` counts what was judged, `brief` is the calendar's file ("" where there is none), `unread` counts the texts
that could not be read. Each finding has `check`, `severity`, `name`, `sentence`, `where`, `file` ("" for the
calendar's own), `post`, `day`, `muted` and `spans`: `field` (`title` or `body`), `start` and `end` (characters of
that field, the end not included) and, where there are words there, `line`, `column`, `end_line` and `end_column` in
the file, from 1. In a post of the calendar lines are those of its text, and its title is line 0. Fields may be
added, none is renamed.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from planner.cli import names
from planner.cli.asked import Command
from planner.cli.parsing import one_of
from planner.cli.printing import put, put_json
from planner.desk.catalogue import catalogue
from planner.desk.loose import Wanted
from planner.errors import UsageError
from planner.model.terms import OPEN_STATUSES
from planner.words import say

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

    from planner.cli.asked import Asked
    from planner.cli.drafts import Drafts
    from planner.cli.found import Judged
    from planner.cli.parsing import Parser
    from planner.desk.desk import Desk
    from planner.model.card import KeptFinding

CHOKES_ON = ("error", "warning")
"""Severities that make `planner check` end with 1 where none is asked for; a suggestion alone does not."""
FORMATS = ("text", "json", "github", "line")


def _takes(parser: Parser) -> None:
    name, several = say("NAME"), {"action": "append", "default": []}
    about = say("texts and folders to judge by the brief; - for what comes in")
    parser.word("paths", nargs="*", metavar=say("PATH"), help=about)
    parser.option("--brief", metavar=say("CALENDAR"), help=say("the calendar whose brief they are judged by"))
    parser.option(
        "--check", metavar=name, type=names.check_named, help=say("only this check; may be repeated"), **several
    )
    parser.option(
        "--group", metavar=name, type=names.group_named, help=say("only this group; may be repeated"), **several
    )
    parser.option(
        "--min-severity", metavar="error|warning|suggestion", type=names.severity_named,
        help=say("only from this severity on, and end with 1 if there is any"),
    )  # fmt: skip
    parser.option(
        "--format", metavar="|".join(FORMATS), type=one_of(*FORMATS), default="text",
        help=say("text to read, json, GitHub's annotations, or a line a finding for an editor"),
    )  # fmt: skip
    parser.option("--jsonl", action="store_true", help=say("a draft a line in, a verdict a line out"))


def _check(understood: Namespace, asked: Asked) -> int:
    wanted = _wanted(understood)
    if understood.jsonl and understood.paths:
        raise UsageError("argument-wrong", argument=understood.paths[0], command="check")
    if understood.jsonl:
        return _batch(wanted)
    from planner.cli.drafts import brief_calendar, judged_drafts

    if understood.paths:
        judged = judged_drafts(understood.paths, understood.brief, asked)
    else:
        judged = _calendar(brief_calendar(understood.brief, asked), asked)
    texts = [replace(text, findings=wanted.among(text.findings)) for text in judged.texts]
    _show(judged._replace(texts=texts), understood.format)
    if judged.unread:
        return 3
    severities = {finding.severity for text in texts for finding in text.heard}
    return int(bool(severities if wanted.least else severities.intersection(CHOKES_ON)))


def _wanted(understood: Namespace) -> Wanted:
    """What is asked for: the named checks and those of the named groups together."""
    of_groups = {known.check for known in catalogue() if known.group in understood.group}
    return Wanted(frozenset({*understood.check, *of_groups}), understood.min_severity or "")


def _show(judged: Drafts, form: str) -> None:
    from planner.cli import annotations, found

    if form == "json":
        put_json({**found.as_json(judged.texts), "brief": judged.brief, "unread": judged.unread})
    elif form == "github":
        put(*annotations.as_github(judged.texts, judged.today))
    elif form == "line":
        put(*annotations.as_lines(judged.texts))
    else:
        put(*found.as_text(judged.texts, judged.today))
        if judged.texts and not judged.brief:
            put(say("Judged without a brief: there is no calendar here yet."))


def _calendar(path: Path | None, asked: Asked) -> Drafts:
    """What stands beside the calendar and its weeks first, then the posts in order of day."""
    from planner.cli.choosing import chosen_calendar
    from planner.cli.drafts import Drafts
    from planner.desk.desk import open_desk

    path = path or chosen_calendar(asked)
    with open_desk(path) as desk:
        return Drafts(_of_calendar(desk), str(path), 0, desk.today())


def _of_calendar(desk: Desk) -> list[Judged]:
    from planner.cli.found import Judged
    from planner.desk.check import recheck

    findings = recheck(desk)
    beside = Judged("", findings=[finding for finding in findings if finding.post is None])
    of_posts: dict[int, list[KeptFinding]] = {}
    for finding in findings:
        if finding.post is not None:
            of_posts.setdefault(finding.post, []).append(finding)
    posts = [post for post in desk.calendar().posts if post.id in of_posts or post.status in OPEN_STATUSES]
    posts.sort(key=lambda post: (str(post.day or "~"), str(post.time or ""), post.id or 0))
    return [
        beside,
        *(Judged(post.title, post.body, post.day, of_posts.get(post.id or 0, []), post.id) for post in posts),
    ]


def _batch(wanted: Wanted) -> int:
    from planner.desk.batch import verdicts

    for verdict in verdicts(sys.stdin.buffer):
        found: Any = verdict["findings"]
        asked_for = [finding for finding in found if wanted.takes(finding["check"], finding["severity"])]
        put_json({**verdict, "findings": asked_for}, indent=None)
    return 0


COMMANDS = {"check": Command(_takes, _check)}

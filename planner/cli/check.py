"""`planner check`: what the checks find in the calendar, in files, or in drafts another program sends.

`--format json` gives `{"findings": [...], "errors", "warnings", "suggestions", "muted"}`; each finding has
`check`, `severity`, `name`, `sentence`, `where`, `post`, `day`, `muted` and `spans` of `field`, `start` and
`end`.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from planner.cli.asked import Command
from planner.cli.choosing import chosen_calendar
from planner.cli.parsing import one_of
from planner.cli.printing import put, put_json
from planner.desk.desk import open_desk
from planner.words import say

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from planner.cli.asked import Asked
    from planner.cli.found import Judged
    from planner.cli.parsing import Parser
    from planner.desk.desk import Desk
    from planner.model.card import KeptFinding

CHOKES_ON = ("error", "warning")
"""Severities that make `planner check` end with 1; a suggestion alone does not."""


def _takes(parser: Parser) -> None:
    parser.word(
        "files",
        nargs="*",
        metavar=say("FILE.md"),
        help=say("texts to judge against the brief; - for what comes in"),
    )
    parser.option(
        "--format", metavar="text|json", type=one_of("text", "json"), default="text", help=say("text to read, or json")
    )
    parser.option("--jsonl", action="store_true", help=say("a draft a line in, a verdict a line out"))


def _check(understood: Namespace, asked: Asked) -> int:
    if understood.jsonl:
        return _batch()
    with open_desk(chosen_calendar(asked)) as desk:
        judged = _files(desk, understood.files) if understood.files else _calendar(desk)
    from planner.cli import found

    if understood.format == "json":
        put_json(found.as_json(judged))
    else:
        put(*found.as_text(judged))
    heard = [finding for text in judged for finding in text.findings if not finding.muted]
    return int(any(finding.severity in CHOKES_ON for finding in heard))


def _calendar(desk: Desk) -> list[Judged]:
    """What stands beside the calendar and its weeks first, then the posts in order of day."""
    from planner.cli.found import Judged
    from planner.desk.check import recheck

    findings = recheck(desk)
    beside = Judged("", findings=[finding for finding in findings if finding.post is None])
    of_posts: dict[int, list[KeptFinding]] = {}
    for finding in findings:
        if finding.post is not None:
            of_posts.setdefault(finding.post, []).append(finding)
    posts = [post for post in desk.calendar().posts if post.id in of_posts]
    posts.sort(key=lambda post: (str(post.day or "~"), str(post.time or ""), post.id or 0))
    return [
        beside,
        *(Judged(post.title, post.body, post.day, of_posts[post.id or 0], post.id) for post in posts),
    ]


def _files(desk: Desk, files: Sequence[str]) -> list[Judged]:
    from planner.cli.found import Judged
    from planner.cli.manuscript import manuscript
    from planner.desk.check import draft_judge, judge_text, kept_findings

    judge = draft_judge(desk)
    judged = []
    for name in files:
        read = manuscript(sys.stdin.buffer.read() if name == "-" else Path(name), name)
        findings = kept_findings(judge_text(judge, read.title, read.body), [])
        judged.append(Judged(read.title, read.body, findings=findings, file=name, first_line=read.first_line))
    return judged


def _batch() -> int:
    from planner.desk.batch import verdicts

    for verdict in verdicts(sys.stdin.buffer):
        put_json(verdict, indent=None)
    return 0


COMMANDS = {"check": Command(_takes, _check)}

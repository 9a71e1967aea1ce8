"""`planner new`, `open`, `list` and `demo`: the calendars themselves."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planner import places, settings
from planner.cli.asked import Command
from planner.cli.choosing import known_calendars, openable, remember
from planner.cli.parsing import one_of
from planner.cli.printing import on_one_line, put, put_json
from planner.cli.reading import typed
from planner.cli.screen import terminal
from planner.desk.desk import new_calendar, open_desk
from planner.errors import PlannerError, UsageError
from planner.model.terms import LANGUAGES
from planner.words import say, say_many, speak, spoken

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.cli.asked import Asked
    from planner.cli.parsing import Parser


def _takes_title(parser: Parser) -> None:
    parser.word("title", metavar=say("TITLE"), help=say("whom or what the calendar is for"))
    parser.option(
        "--zone",
        metavar=say("ZONE"),
        help=say("its time zone, as in Europe/Paris; this machine's when absent"),
    )


def _new(understood: Namespace, asked: Asked) -> int:
    title = on_one_line(typed(understood.title or ""))
    if not title and not asked.calendar:
        raise UsageError("argument-missing", argument=say("TITLE"), command="new")
    path = asked.calendar or openable(places.calendar_path(title))
    desk = new_calendar(path, spoken(), understood.zone or settings.environment_zone(), title or path.stem)
    desk.close()
    remember(path)
    put(
        say(
            "Calendar “{title}” made: {file} · revision {revision}",
            title=title or path.stem,
            file=str(path),
            revision=0,
        )
    )
    put(say('`planner add "TEXT"` notes a first idea; `planner` shows the screen.'))
    return 0


def _takes_file(parser: Parser) -> None:
    parser.word("file", metavar=say("FILE"), help=say("a calendar, as `planner list` shows it"))


def _open(understood: Namespace, asked: Asked) -> int:
    path = Path(understood.file).expanduser() if understood.file else asked.calendar
    if path is None:
        raise UsageError("argument-missing", argument=say("FILE"), command="open")
    with open_desk(path) as desk:
        title = on_one_line(desk.focus(desk.today()).title) or path.stem
    remember(path)
    if terminal():
        return asked.screen(path, spoken())
    put(say("“{title}” is now the calendar that planner opens.", title=title))
    return 0


def _takes_json(parser: Parser) -> None:
    parser.option("--json", action="store_true", help=say("for another program"))


def _list(understood: Namespace, asked: Asked) -> int:
    known = [_told(path) for path in known_calendars()]
    if understood.json:
        put_json(known)
    elif not known:
        put(say('There is no calendar yet. `planner new "TITLE"` makes one, `planner demo` shows a sample.'))
    else:
        put(*(_line(calendar) for calendar in known))
    return 0


def _told(path: Path) -> dict[str, Any]:
    """What the list says of a calendar; one that cannot be opened is listed with the reason."""
    told: dict[str, Any] = {"file": str(path), "title": path.stem, "audience": "", "posts": 0, "problem": ""}
    try:
        with open_desk(path) as desk:
            focus = desk.focus(desk.today())
            posts = len(desk.cards(date.min, date.max)) + len(desk.ideas())
    except PlannerError as error:
        from planner.words.errors import sentence

        return {**told, "problem": sentence(error)}
    return {**told, "title": focus.title or path.stem, "audience": focus.audience, "posts": posts}


def _line(told: dict[str, Any]) -> str:
    if told["problem"]:
        return say("{file}: {problem}", file=told["file"], problem=told["problem"])
    posts = say_many("{count} post", "{count} posts", told["posts"])
    audience = on_one_line(told["audience"]) or say("no audience yet")
    title = on_one_line(told["title"])
    return say("{title}: {audience}; {posts}; {file}", title=title, audience=audience, posts=posts, file=told["file"])


def _takes_language(parser: Parser) -> None:
    parser.word("language", metavar="fr|en", type=one_of(*LANGUAGES), help=say("the language of the sample"))


def _demo(understood: Namespace, asked: Asked) -> int:
    from planner.cli.agenda import print_week
    from planner.desk.demo import demo

    sample = understood.language or spoken()
    language = asked.language or sample
    speak(language)
    folder = Path(tempfile.mkdtemp(prefix="planner-demo-"))
    try:
        with closing(demo(sample, folder)) as desk:
            if terminal():
                return asked.screen(None, language, desk)
            print_week(desk, desk.today())
            return 0
    finally:
        shutil.rmtree(folder, ignore_errors=True)


COMMANDS = {
    "new": Command(_takes_title, _new),
    "open": Command(_takes_file, _open),
    "list": Command(_takes_json, _list),
    "demo": Command(_takes_language, _demo),
}

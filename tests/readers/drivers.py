"""How each program is asked what takes place: a file in, lines of [title, start, end] out, in seconds since 1970."""

import json
import os
import subprocess
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.exchange.ics.readers import FIRST, LAST, Seen

HERE = Path(__file__).parent
Ask = Callable[[Path, Path, str], list[Seen]]
"""Takes the file, a folder to work in, and the file's zone."""
KHAL = """[calendars]
[[a]]
path = {folder}/a
[sqlite]
path = {folder}/khal.db
[locale]
local_timezone = UTC
default_timezone = {zone}
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
"""


def icaljs(node: Path) -> Ask:
    """ical.js, installed by npm in the folder `node`."""
    return _script(HERE / "icaljs.mjs", node)


def nodeical(node: Path) -> Ask:
    """node-ical, installed by npm in the folder `node`."""
    return _script(HERE / "nodeical.mjs", node)


def _script(script: Path, node: Path) -> Ask:
    def ask(file: Path, folder: Path, zone: str) -> list[Seen]:
        span = (str(int(moment.timestamp())) for moment in (FIRST, LAST))
        return _seen(json.loads(line) for line in _run(["node", script, file, *span], node).splitlines())

    return ask


def khal(program: Path) -> Ask:
    """The khal program: the file is imported into an empty calendar of its own, and listed in UTC."""

    def ask(file: Path, folder: Path, zone: str) -> list[Seen]:
        (folder / "a").mkdir()
        (folder / "config").write_text(KHAL.format(folder=folder, zone=zone), "utf-8")
        call = [program, "-c", folder / "config"]
        _run([*call, "import", "--batch", "-a", "a", file], folder)
        form = "{title}\t{start-long}\t{end-long}"
        span = (f"{moment:%Y-%m-%d}" for moment in (FIRST, LAST))
        said = _run([*call, "list", "--day-format", "", "--format", form, *span], folder)
        rows = {tuple(line.split("\t")) for line in said.splitlines() if "\t" in line}
        return sorted((title, _from_words(start), _from_words(end)) for title, start, end in rows)

    return ask


def calcurse(program: Path) -> Ask:
    """The calcurse program, which knows one clock: it is run in the file's own zone.

    Each day is asked for by itself: a longer list is wrong once it has crossed a day without midnight.
    """

    def ask(file: Path, folder: Path, zone: str) -> list[Seen]:
        call = [program, "-q", "-D", folder, "-C", folder]
        _run([*call, "-i", file], folder, zone)
        form = r"[\"%m\",%(start:epoch),%(end:epoch)]\n"
        forms = [f"--format-{kind}={form}" for kind in ("apt", "recur-apt")]
        said: set[str] = set()
        for number in range((LAST - FIRST).days):
            day = FIRST + timedelta(days=number)
            listed = _run([*call, "-Q", "--filter-type", "cal", "--from", f"{day:%m/%d/%Y}", *forms], folder, zone)
            said.update(line for line in listed.splitlines() if line.startswith("["))
        return _seen(json.loads(line) for line in said)

    return ask


def _run(call: list[object], folder: Path, zone: str = "UTC") -> str:
    around = {**os.environ, "TZ": zone, "LC_ALL": "C.UTF-8", "HOME": str(folder)}
    words = [str(word) for word in call]
    return subprocess.run(words, cwd=folder, env=around, check=True, capture_output=True, text=True).stdout


def _seen(rows: Iterable[tuple[str, int, int]]) -> list[Seen]:
    return sorted((title, _from_seconds(start), _from_seconds(end)) for title, start, end in rows)


def _from_seconds(moment: int) -> datetime:
    return datetime.fromtimestamp(moment, UTC)


def _from_words(moment: str) -> datetime:
    return datetime.strptime(moment, "%Y-%m-%d %H:%M").replace(tzinfo=UTC)

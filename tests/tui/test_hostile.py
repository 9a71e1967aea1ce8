"""Brackets, escapes and odd characters in every text field, by import: every screen and every export shows data."""

from __future__ import annotations

import json
import tomllib
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from textual import events

from planner.cli import main as command_line
from planner.desk import send
from planner.desk.bring import bring_toml_into_new
from planner.desk.check import recheck
from planner.tui.app import PlannerApp
from planner.tui.screens.calendar import CalendarScreen
from tests.tui.pictures import text_of
from tests.tui.waiting import until

if TYPE_CHECKING:
    from pathlib import Path

    from planner.desk.desk import Desk

HOSTILE = "[/promo] [@click=app.quit]x[/] [#hash] \x1b]52;c;aGk=\x07 a\u202eb \x00 👨‍👩‍👧‍👦 [/"
FORBIDDEN = {"\x1b", "\x00", "\x07", "\u202e", "\x9b"}
KEPT = ("[/promo]", "[@click=app.quit]", "[#hash]")
WEDNESDAY = datetime(2026, 11, 25, 11)
DOCUMENT: dict[str, Any] = {
    "format": 1,
    "brief": {
        "title": "t", "audience": "t", "portrait": "t", "not_for": ["t"], "needs": ["t", "other t"], "words": ["t"],
        "places": ["t"], "message": "t", "do": ["t"], "dont": ["t"], "owned": ["t"], "language": "en",
        "objective": {"statement": "t", "indicator": "t", "unit": "t", "target": 8},
    },
    "network": [{"name": "t", "url": "t", "criterion": "t"}, {"name": "other t"}],
    "slot": [{"kind": "listen", "title": "t", "day": "2026-11-25", "time": "08:00", "minutes": 20}],
    "post": [
        {
            "uid": "one", "title": "t", "body": "t\n\n" * 3, "network": "t", "need": "t", "day": "2026-11-25",
            "status": "ready", "next_step": "t", "link": "t", "note": "t",
        },
        {"uid": "two", "title": "t", "mute": [{"check": "no-need", "reason": "t"}]},
    ],
    "person": [{"name": "t", "place": "t", "note": "t", "promise": "t"}],
    "question": [{"words": "t", "place": "t", "need": "t", "person": "t"}],
    "result": [{"day": "2026-11-25", "indicator": "t", "figure": 1, "note": "t"}],
    "review": [{"day": "2026-12-31", "question": "t", "note": "t"}],
}  # fmt: skip
WORDS = {"one", "two", "en", "listen", "ready", "no-need", "08:00"}


def hostile(value: Any) -> Any:
    """The document with every free text made hostile; JSON's escapes are TOML's too."""
    if isinstance(value, dict):
        return {name: hostile(item) for name, item in value.items()}
    if isinstance(value, list):
        return [hostile(item) for item in value]
    free = isinstance(value, str) and value not in WORDS and not value[:4].isdigit()
    return value.replace("t", HOSTILE) if free and "other" not in value else value


def written(document: dict[str, Any]) -> str:
    """The document as TOML: inline tables, whose strings JSON writes as TOML reads them."""
    lines = ["format = 1"]
    for name, value in document.items():
        for table in value if isinstance(value, list) else [value]:
            if isinstance(table, dict):
                lines.append(f"[[{name}]]" if isinstance(value, list) else f"[{name}]")
                lines += [f"{key} = {_inline(item)}" for key, item in table.items()]
    return "\n".join(lines) + "\n"


def _inline(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {_inline(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_inline(item) for item in value) + "]"
    if isinstance(value, str) and value[:4] == "2026":
        return value
    if value == "08:00":
        return "08:00:00"
    return json.dumps(value, ensure_ascii=False)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("PLANNER_HOME", str(tmp_path / "home"))
    text = written(hostile(DOCUMENT))
    tomllib.loads(text)
    opened, _ = bring_toml_into_new(tmp_path / "a.planner", text, "a.toml", lambda: WEDNESDAY)
    recheck(opened)
    return opened


SCREENS = [
    (), ("v",), ("v", "v"), ("enter",), ("enter", "f2"), ("c",), ("c", "e"), ("b",), ("x",), ("r",), ("a",), ("s",),
    ("z",), ("question_mark",), ("slash",), ("n",), ("right",), ("ctrl+p",), ("d",), ("p",), ("L",),
]  # fmt: skip


WITHOUT_TITLE = {("n",)}
COVERED_WHEN_NARROW = {("c", "e"), ("x",), ("question_mark",), ("ctrl+p",)}


@pytest.mark.parametrize("keys", SCREENS, ids=lambda keys: "-".join(keys) or "week")
@pytest.mark.parametrize("size", [(120, 40), (80, 24)], ids=["wide", "narrow"])
async def test_every_screen_shows_it_as_data(desk: Desk, keys: tuple[str, ...], size: tuple[int, int]) -> None:
    app = PlannerApp(desk=desk)
    async with app.run_test(size=size, notifications=True) as pilot:
        await until(pilot, lambda: isinstance(app.screen, CalendarScreen), "the week")
        for key in keys:
            await pilot.press(key)
        for _ in range(10):
            await pilot.pause(0.02)
        picture = text_of(app)
    assert app.return_value is None
    assert not set(picture) & FORBIDDEN
    assert "Traceback" not in picture
    if keys not in WITHOUT_TITLE and (size[0] > 100 or keys not in COVERED_WHEN_NARROW):
        for kept in KEPT:
            assert kept in " ".join(picture.split())


async def test_what_is_typed_is_shown_and_kept_as_data(desk: Desk) -> None:
    app = PlannerApp(desk=desk)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, CalendarScreen), "the week")
        await pilot.press("right", "n")
        await until(pilot, lambda: app.screen.focused is not None and app.screen.focused.id == "title", "the title")
        for key in ("tab", "tab"):
            assert app.screen.focused is not None
            app.screen.focused.post_message(events.Paste(HOSTILE))
            await pilot.pause(0.05)
            await pilot.press(key)
        picture = " ".join(text_of(app).split())
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, CalendarScreen), "the week again")
        await until(pilot, lambda: len(desk.titled("[/promo]")) == 3, "the new post")
        week = " ".join(text_of(app).split())
        written = desk.post(desk.cards(date(2026, 11, 26), date(2026, 11, 26))[0].id)
    for shown in (picture, week):
        assert not set(shown) & FORBIDDEN
        for kept in KEPT:
            assert kept in shown
    assert all(kept in written.title and kept in written.body for kept in KEPT)
    assert "\x1b" not in written.body


def test_every_export_writes_it_as_data(desk: Desk, tmp_path: Path) -> None:
    toml = send.toml_text(desk)
    assert tomllib.loads(toml)["brief"]["audience"].startswith("[/promo] [@click=app.quit]x[/] [#hash]")
    dump = json.loads(send.dump_text(desk))
    assert dump["post"][0]["title"].startswith("[/promo]")
    send.export_ics(desk, tmp_path / "a.ics", html=True)
    ics = (tmp_path / "a.ics").read_bytes().decode("utf-8").replace("\r\n ", "")
    for text in (toml, ics):
        assert not set(text) & (FORBIDDEN - {"\u202e"})
        for kept in KEPT:
            assert kept in text.replace("\\", "")


@pytest.mark.parametrize(
    "command",
    [["week"], ["month"], ["check"], ["list"], ["dump", "--json"], ["undo"], ["week", "--json"]],
    ids=" ".join,
)
def test_every_command_prints_it_as_data(desk: Desk, capsys: pytest.CaptureFixture[str], command: list[str]) -> None:
    desk.close()
    command_line.main([*command, "--calendar", str(desk.path), "--lang", "en"], lambda *_: 0)
    printed = "".join(capsys.readouterr())
    assert not set(printed) & (FORBIDDEN - ({"\u202e"} if "--json" in command else set()))
    assert "[/promo]" in printed or command in (["list"], ["undo"])

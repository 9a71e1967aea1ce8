"""The welcome: start from a brief, look at a sample, or open a file; in French or in English."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Literal

from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static

from planner import settings
from planner.errors import PlannerError
from planner.tui.dialogs.ask_text import AskText
from planner.tui.host import host_of
from planner.tui.plain import cells, plain, toast
from planner.tui.widgets.choices import Choices
from planner.words import errors, say, speak, spoken

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

Welcomed = Path | tuple[Literal["demo"], str] | tuple[Literal["open"], Path]
OTHER = {"en": "fr", "fr": "en"}
IN_OTHER = {"en": "l   en français", "fr": "l   in English"}
"""The other language, named in itself, so that who needs it can read it."""


class WelcomeScreen(Screen["Welcomed | None"]):
    """Gives the path of a new calendar, `("demo", language)` or `("open", path)`; None to leave."""

    CSS_PATH = "welcome.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [("l", "language", ""), ("escape,q", "leave", "")]

    def __init__(self) -> None:
        """Begin with nothing answered and no file named."""
        super().__init__()
        self.typed: dict[str, str] = {}
        self.file = ""

    def compose(self) -> ComposeResult:
        """Three choices, the other language, the way out."""
        with Vertical(id="sheet"):
            yield Static("planner", id="name")
            yield Static(plain(say("A calendar for one audience and one objective.")), id="promise")
            yield Choices(_choices())
            yield Static(plain(IN_OTHER[spoken()]), id="language")
            yield Static(plain(say("esc or q leaves")), id="way-out")

    def on_mount(self) -> None:
        """Put the cursor on the first choice."""
        self.query_one(Choices).focus()

    async def action_language(self) -> None:
        """Speak the other language from now on, here and the next time."""
        speak(OTHER[spoken()])
        host = host_of(self)
        host.settings = replace(host.settings, language=spoken())
        settings.save(host.settings)
        await self.recompose()
        self.query_one(Choices).focus()

    async def on_click(self, event: object) -> None:
        """A click on the other language chooses it."""
        if getattr(getattr(event, "widget", None), "id", "") == "language":
            await self.action_language()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Do what was chosen."""
        event.stop()
        key = self.query_one(Choices).keys[event.option_index]
        if key == "brief":
            from planner.tui.screens.questions import QuestionsScreen

            self.app.push_screen(QuestionsScreen(self.typed), self._made)
        elif key == "demo":
            self.dismiss(("demo", spoken()))
        else:
            told = say("for instance: {example}", example="~/calendar.planner")
            self.app.push_screen(AskText(say("Which file"), self.file, told), self._named)

    def _made(self, path: Path | None) -> None:
        if path is not None:
            self.dismiss(path)

    def _named(self, text: str | None) -> None:
        if not text or not text.strip():
            return
        self.file = text.strip()
        path = Path(self.file).expanduser().absolute()
        refusal = _refusal(path)
        if refusal is None:
            self.dismiss(("open", path))
        else:
            toast(self, refusal, "error")

    def action_leave(self) -> None:
        """Leave."""
        self.dismiss(None)


def _refusal(path: Path) -> str | None:
    """Why the calendar cannot be opened, its whole path named; None when it can."""
    from planner.desk.desk import Desk

    try:
        Desk(path).close()
    except PlannerError as error:
        error.values = {**error.values, "file": str(path)}
        return errors.sentence(error)
    return None


def _choices() -> list[tuple[str, Content]]:
    offered = (
        ("brief", say("Start from my brief"), say("five questions, each can wait")),
        ("demo", say("Look at a sample"), say("a consultant's eight weeks, nothing is kept")),
        ("open", say("Open a file"), say("a calendar you have already")),
    )
    return [(key, Content.assemble(plain(cells(name, 24)), plain(told, "dim"))) for key, name, told in offered]

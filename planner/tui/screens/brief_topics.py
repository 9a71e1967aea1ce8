"""The topics never treated, each with the words that give it away: proposed, chosen, or one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static

from planner.desk.topics import joined, parted, proposed
from planner.tui import work
from planner.tui.host import desk_of
from planner.tui.plain import plain
from planner.tui.screens.brief_words import AskWords
from planner.tui.typed import lines_typed
from planner.tui.widgets.entry import TextBox
from planner.tui.widgets.tall_choices import TallChoices
from planner.words import say

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from planner.tui.widgets.fields import Field


class BriefTopics(Vertical):
    """One row a topic of the field above; enter proposes words, and those taken stand in the field, not saved yet."""

    DEFAULT_CSS = """
    BriefTopics { height: auto; margin-bottom: 1; }
    BriefTopics .list-told { height: auto; color: $text-muted; }
    """

    def __init__(self, field: Field) -> None:
        """Serve the field in which the topics are typed, one a line."""
        super().__init__(id="topics")
        self.field = field
        self.lines: list[str] = []
        self.left: dict[str, AskWords] = {}
        self.themes: dict[str, bool] = {}

    def compose(self) -> ComposeResult:
        """What the words are for, and the topics."""
        told = say("Words that give a topic away: a text that holds some of them is found too. ↵ proposes some.")
        yield Static(plain(told), classes="list-told")
        yield TallChoices()

    def on_mount(self) -> None:
        """Show the topics typed so far."""
        self.tell()

    def tell(self) -> None:
        """Show the topics as they are typed now, and find out which of them call a theme whose words are known."""
        self.lines = list(dict.fromkeys(lines_typed(self.field.typed)))
        self._show()
        unread = [line for line in self.lines if line not in self.themes and not parted(line)[1]]
        if unread:
            desk = desk_of(self)
            work.read(self, "themes", lambda: {line: bool(proposed(desk, line)) for line in unread}, self._know)

    def _know(self, themes: dict[str, bool]) -> None:
        self.themes |= themes
        self._show()

    def _show(self) -> None:
        rows = [(str(place), _row(line, self.themes.get(line, False))) for place, line in enumerate(self.lines)]
        none = plain(say("Write a topic above, and words for it are proposed here."), "dim")
        self.query_one(TallChoices).show(rows or [("", none)])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Read what can be proposed for the topic under the cursor, then ask."""
        event.stop()
        desk, chosen = desk_of(self), self.query_one(TallChoices).chosen
        if chosen:
            line = self.lines[int(chosen)]
            work.read(self, "words", lambda: proposed(desk, line), lambda words: self._ask(line, words))

    def _ask(self, line: str, words: list[str]) -> None:
        name, own = parted(line)
        before = self.left.pop(line, None)
        asked = AskWords(name, words, own) if before is None else before.again()

        def answered(taken: list[str] | None) -> None:
            if taken is None:
                self.left[line] = asked
            else:
                self._write(line, joined(name, taken, desk_of(self).language()))

        self.app.push_screen(asked, answered)

    def _write(self, line: str, new: str) -> None:
        box = self.field.query_one(TextBox)
        for row, typed in enumerate(box.document.lines):
            if typed.strip() == line:
                box.replace(new, (row, 0), (row, len(typed)))
                return


def _row(line: str, themed: bool) -> Content:
    name, words = parted(line)
    if words:
        return Content.assemble(plain(name, "bold"), "  ", plain(", ".join(words)))
    none = say("the words of its theme are known already") if themed else say("no words yet")
    return Content.assemble(plain(name, "bold"), "  ", plain(none, "dim"))

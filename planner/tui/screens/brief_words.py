"""Ask which words give a topic away: those proposed, taken or left one by one, and one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.widgets import Input, OptionList, Static

from planner.tui.dialogs.dialog import Dialog
from planner.tui.plain import plain
from planner.tui.typed import names_typed
from planner.tui.widgets.choices import Choices
from planner.tui.widgets.entry import BoxedLine, LineInput
from planner.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

DONE = "done"


class JoinedLine(BoxedLine):
    """A line of words between commas: what is pasted on several lines gets commas."""

    joint = ", "


class AskWords(Dialog[list[str]]):
    """The answer is the words of the topic, its own first; what was chosen stands again when it is asked anew."""

    CSS_PATH = "../dialogs/dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [("space", "turn", ""), ("ctrl+s", "done", "")]

    def __init__(self, topic: str, words: Sequence[str], own: Sequence[str]) -> None:
        """Ask for the words of a topic that has its own already."""
        super().__init__(say("Words that give a topic away"))
        self.topic, self.words = topic, list(words)
        self.left: set[str] = set()
        self.own = ", ".join(own)

    def again(self) -> AskWords:
        """The same question, as it stood when it was left without an answer."""
        anew = AskWords(self.topic, self.words, ())
        anew.left, anew.own = set(self.left), self.own
        return anew

    def asked(self) -> ComposeResult:
        """The words proposed, the line for one's own, and the way to take them."""
        told = (
            say("A text that holds some of these words is found, even when it does not name the topic. Which fit?")
            if self.words
            else say("No words are known for this topic. Which three would a text about it hold?")
        )
        yield Static(plain(self.topic, "bold"))
        yield Static(plain(told), classes="told")
        if self.words:
            yield Choices(id="proposed")
        yield Static(plain(say("Your own words, between commas")), classes="label")
        yield JoinedLine(self.own, id="own")
        yield Choices([(DONE, plain(say("Put these words beside the topic"), "bold"))], id="done")

    def on_mount(self) -> None:
        """Show the words, all taken at first."""
        self._show()

    def keys(self) -> str:
        """What the keys do here."""
        if self.words:
            return say("↵ take or leave   tab next   ctrl+s done   esc close")
        return say("↵ done   esc close")

    def _show(self) -> None:
        for listed in self.query("#proposed").results(Choices):
            listed.show([(word, plain(f"{'–' if word in self.left else '✓'} {word}")) for word in self.words])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take or leave a word; on the last row, answer."""
        event.stop()
        if event.option_list.id == DONE:
            self.action_done()
        else:
            self.action_turn()

    def action_turn(self) -> None:
        """Take or leave the word under the cursor."""
        for listed in self.query("#proposed:focus").results(Choices):
            self.left ^= {listed.chosen}
        self._show()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Keep what is typed, for when the question is asked again."""
        self.own = event.value

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer."""
        event.stop()
        self.action_done()

    def action_done(self) -> None:
        """Answer with one's own words and those taken, each once."""
        typed = names_typed(self.query_one(LineInput).value)
        known = {word.casefold() for word in typed}
        taken = [word for word in self.words if word not in self.left and word.casefold() not in known]
        self.dismiss([*typed, *taken])

"""Ask which finding to silence, and why; one that is muted can be let speak again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input, OptionList, Static

from planner.model.card import KeptFinding
from planner.tui.dialogs.dialog import Dialog
from planner.tui.plain import plain
from planner.tui.widgets.choices import Choices
from planner.tui.widgets.entry import BoxedLine, LineInput
from planner.tui.widgets.findings import finding_line
from planner.words import findings, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult


def _named(finding: KeptFinding) -> str:
    """What will be silent, and where."""
    name = findings.name(finding.check)
    if finding.post is not None:
        return say("Mute “{name}” on this post", name=name)
    return (
        say("Mute “{name}” in this week", name=name)
        if finding.day
        else say("Mute “{name}” in this calendar", name=name)
    )


def _example(finding: KeptFinding) -> str:
    """A reason that fits where the finding stands: a post, a week, the calendar."""
    if finding.post is not None:
        return say("for instance: a quotation, to be kept as it is")
    if finding.day:
        return say("for instance: the week of the fair, meant so")
    return say("for instance: settled so until the summer")


class AskReason(Dialog[tuple[KeptFinding, str]]):
    """The findings, when there are several, then a reason; the answer is (finding, reason).

    A muted finding is answered without a reason: it will be heard again.
    """

    DEFAULT_CSS = "AskReason.-muted .reason { display: none; }"

    def __init__(self, heard: Sequence[KeptFinding]) -> None:
        """Ask about these findings: of one post, or beside the posts."""
        checks = {(finding.check, finding.day): finding for finding in heard}
        self.heard = sorted(checks.values(), key=lambda finding: finding.muted != "")
        self.alone = len(self.heard) == 1 and not self.heard[0].muted
        super().__init__(_named(self.heard[0]) if self.alone else say("Mute a finding"))

    def asked(self) -> ComposeResult:
        """What to silence and why."""
        if not self.alone:
            yield Choices([(str(place), finding_line(finding)) for place, finding in enumerate(self.heard)])
        yield Static(plain(say("Your reason, for when you read it again")), classes="label reason")
        yield BoxedLine(placeholder=_example(self.heard[0]), classes="reason")
        yield Static("", classes="told", id="wrong")

    def keys(self) -> str:
        """What the keys do here."""
        return say("↵ go on   esc close")

    @property
    def chosen(self) -> KeptFinding:
        """The finding that is asked about."""
        return self.heard[0] if self.alone else self.heard[int(self.query_one(Choices).chosen)]

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Say what choosing a muted finding does, in place of the reason."""
        event.stop()
        self.set_class(bool(self.chosen.muted), "-muted")
        self.query_one(LineInput).placeholder = _example(self.chosen)
        self._say(say("↵ lets it speak again") if self.chosen.muted else "")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go from the finding to the reason, which a muted one needs no more."""
        event.stop()
        if self.chosen.muted:
            self.dismiss((self.chosen, ""))
        else:
            self.query_one(LineInput).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer, once there is a reason."""
        if event.value.strip():
            self.dismiss((self.chosen, event.value.strip()))
        else:
            self._say(say("A reason is needed, however short."), "$text-error")

    def _say(self, sentence: str, style: str = "") -> None:
        self.query_one("#wrong", Static).update(plain(sentence, style))

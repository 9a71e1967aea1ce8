"""Ask which finding to silence on a post, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input, OptionList, Static

from planner.tui.dialogs.dialog import Dialog
from planner.tui.plain import plain
from planner.tui.widgets.choices import Choices
from planner.tui.widgets.entry import BoxedLine, LineInput
from planner.tui.widgets.findings import finding_line
from planner.words import findings, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from planner.model.card import KeptFinding


class AskReason(Dialog[tuple[str, str]]):
    """The findings, when there are several, then a reason; the answer is (check, reason)."""

    def __init__(self, heard: Sequence[KeptFinding]) -> None:
        """Ask about these findings of one post."""
        checks = {finding.check: finding for finding in heard}
        self.heard = list(checks.values())
        only = self.heard[0].check if len(self.heard) == 1 else ""
        super().__init__(say("Mute “{name}” on this post", name=findings.name(only)) if only else say("Mute a finding"))

    def asked(self) -> ComposeResult:
        """What to silence and why."""
        if len(self.heard) > 1:
            yield Choices([(finding.check, finding_line(finding)) for finding in self.heard])
        yield Static(plain(say("Your reason, for when you read it again")), classes="label")
        yield BoxedLine(placeholder=say("for instance: a quotation, to be kept as it is"))
        yield Static("", classes="told", id="wrong")

    def keys(self) -> str:
        """What the keys do here."""
        return say("↵ go on   esc close")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go from the finding to the reason."""
        event.stop()
        self.query_one(LineInput).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer, once there is a reason."""
        if not event.value.strip():
            self.query_one("#wrong", Static).update(plain(say("A reason is needed, however short."), "$text-error"))
            return
        check = self.query_one(Choices).chosen if len(self.heard) > 1 else self.heard[0].check
        self.dismiss((check, event.value.strip()))

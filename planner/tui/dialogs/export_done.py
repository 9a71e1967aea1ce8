"""What to do with the file that was exported: in three short lines for each calendar, or to subscribe to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.widgets import Static

from planner.tui.dialogs.dialog import Dialog
from planner.tui.exporting import remark_said
from planner.tui.plain import plain
from planner.words import say, say_many
from planner.words.exported import bin_left_out, cancelled_among

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from planner.desk.send import ExportedFile


MOST_REMARKS = 5
POSTS_ALONE = ("csv", "md")
"""Forms that hold posts, without those in the bin."""


class ExportDone(Dialog[None]):
    """Says where the file stands and how Google Calendar and Outlook take it in."""

    BINDINGS: ClassVar[list[BindingType]] = [("enter", "leave", "")]

    def __init__(self, form: str, sent: ExportedFile, *, kept: bool = False) -> None:
        """Tell of a file of this form, which may be kept up to date from now on."""
        super().__init__(say("Exported"))
        self.form = form
        self.sent = sent
        self.kept = kept

    def asked(self) -> ComposeResult:
        """The file, and what to do with it."""
        yield Static(plain(self._written()), classes="told")
        yield Static(plain(str(self.sent.path), "bold"))
        if self.form == "ics" and (cancelled := cancelled_among(self.sent.count, self.sent.cancelled)):
            yield Static(plain(cancelled), classes="told")
        if self.form in POSTS_ALONE and (left_out := bin_left_out(self.sent.binned)):
            yield Static(plain(left_out), classes="told")
        for remark in self.sent.remarks[:MOST_REMARKS]:
            yield Static(plain(f"! {remark_said(remark)}"), classes="told")
        if self.kept:
            subscribe = say("Let the other calendar subscribe to it: what is imported once stays as it was that day.")
            yield Static(plain(subscribe))
        if self.form != "ics" or self.kept:
            return
        told = (
            (say("Google Calendar"), say("on a computer: Settings, Import & export, choose the file.")),
            ("Outlook", say("outlook.com: Add calendar, Upload from file; on a computer: open the file.")),
            (say("Both"), say("use a calendar made for it.")),
            ("", say("Outlook on a computer: empty that calendar first; Google updates what it knows.")),
        )
        for name, sentence in told:
            if name:
                yield Static(plain(name), classes="label")
            yield Static(plain(sentence))

    def _written(self) -> str:
        if self.form == "ics":
            return say_many("{count} event in", "{count} events in", self.sent.count)
        if self.form in POSTS_ALONE:
            return say_many("{count} post in", "{count} posts in", self.sent.count)
        return say("This week in") if self.form == "html" else say("The whole calendar in")

    def keys(self) -> str:
        """What the keys do here."""
        return say("esc back")

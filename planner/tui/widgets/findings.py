"""Findings as they are read: a sign, the name of the check, the sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.message import Message

from planner.tui.plain import plain
from planner.tui.widgets.choices import Choices
from planner.words import findings, say, terms

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.binding import BindingType
    from textual.widgets import OptionList

    from planner.model.card import KeptFinding

WORST_FIRST = ("error", "warning", "suggestion")
STYLES = {"error": "$text-error", "warning": "$text-warning", "suggestion": ""}


def finding_line(finding: KeptFinding) -> Content:
    """The sign and the check's name: `! Generic`."""
    style = "dim" if finding.muted else STYLES.get(finding.severity, "")
    sign = plain(terms.sign_of_severity(finding.severity), f"{style} bold".strip())
    named = Content.assemble(sign, " ", plain(findings.name(finding.check), "dim" if finding.muted else "bold"))
    return (
        Content.assemble(named, " ", plain(say("muted: {reason}", reason=finding.muted), "dim"))
        if finding.muted
        else named
    )


def finding_text(finding: KeptFinding, note: str = "", key: str = "y") -> Content:
    """The sign, the name, the sentence under them, then a note and the one key that answers, where there are any."""
    sentence = plain(findings.sentence(finding), "dim" if finding.muted else "")
    more = [plain(text, "dim") for text in (note, answer_key(finding, key)) if text]
    return Content("\n").join([finding_line(finding), sentence, *more])


def answer_key(finding: KeptFinding, key: str = "y") -> str:
    """The key that says "these are my readers too", beside a finding that names readers; else ""."""
    from planner.tui.dialogs.answers import calls_readers

    return say("{key}  these are my readers too", key=key) if calls_readers(finding) else ""


class FindingsList(Choices):
    """The findings of the post being written.

    `enter` goes to the words, `z` silences, `e` explains, `y` says that the readers named are the author's too.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        ("z", "ask('mute')", ""), ("e", "ask('explain')", ""), ("y", "ask('welcome')", ""),
        ("ctrl+down", "scroll_down", ""), ("ctrl+up", "scroll_up", ""),
    ]  # fmt: skip
    DEFAULT_CSS = """
    /* Textual measures the rows before the bar stands, and would cut the last line of the last one. */
    FindingsList { scrollbar-gutter: stable; }
    """

    @dataclass
    class Asked(Message):
        """Something was asked about a finding: `go`, `mute`, `explain` or `welcome`."""

        deed: str
        finding: KeptFinding

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name)
        """Begin empty."""
        super().__init__(id=id)
        self.found: list[KeptFinding] = []

    def tell(
        self, found: Sequence[KeptFinding], none: str | None = None, notes: Mapping[str, str] | None = None
    ) -> None:
        """Show these findings, each with the note of its check, or say that there are none."""
        self.found = list(found)
        noted = notes or {}
        rows = [
            (str(place), finding_text(finding, noted.get(finding.check, "")))
            for place, finding in enumerate(self.found)
        ]
        self.show(rows or [("", plain(say("Nothing to add.") if none is None else none, "dim"))])

    @property
    def under_cursor(self) -> KeptFinding | None:
        """The finding that a key would be about."""
        return self.found[int(self.chosen)] if self.chosen else None

    def point_at(self, key: str) -> None:
        """Put the cursor on a finding, and bring it into view."""
        if key in self.keys:
            self.highlighted = self.keys.index(key)
            self.scroll_to_highlight(top=True)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go to the words of the finding."""
        event.stop()
        self.action_ask("go")

    def action_ask(self, deed: str) -> None:
        """Ask for something about the finding under the cursor."""
        if self.under_cursor is not None:
            self.post_message(self.Asked(deed, self.under_cursor))

"""The editor's findings: judged in a thread once the keys rest, told beside the text, marked in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from planner.tui import drafts, work
from planner.tui.host import desk_of, host_of
from planner.tui.plain import toast
from planner.tui.widgets.entry import LineInput
from planner.tui.widgets.findings import FindingsList
from planner.tui.widgets.marked_text import MarkedText
from planner.tui.widgets.marks import Mark
from planner.words import say

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.timer import Timer

    from planner.desk.check import DraftJudge
    from planner.desk.desk import Changed
    from planner.model.card import KeptFinding

    Base = Screen[Changed | None]
else:
    Base = object

QUIET = 0.3
"""Seconds after the last key until the text is judged."""
ROWS = {"no-need": "need_id"}
"""Findings that are answered in a field rather than in the text."""


def judged(judge: DraftJudge, fields: dict[str, Any]) -> tuple[str, list[KeptFinding]]:
    """The text that was judged, and what was found in it, muted findings last."""
    from planner.desk.check import judge_text
    from planner.model.card import KeptFinding

    found = [
        KeptFinding(
            finding.check, str(finding.severity), finding.message, dict(finding.values),
            [(span.field, span.start, span.end) for span in finding.spans],
            finding.post, finding.day, judge.muted.get(finding.check, ""),
        )
        for finding in judge_text(judge, **fields)
    ]  # fmt: skip
    return fields["body"], sorted(found, key=lambda finding: finding.muted != "")


def marks_of(key: str, finding: KeptFinding) -> list[Mark]:
    """The words of the text a finding points at, the first of them its stop."""
    spans = sorted((start, end) for field, start, end in finding.spans if field == "body" and start < end)
    return [Mark(start, end, finding.severity, "" if place else key) for place, (start, end) in enumerate(spans)]


class EditorFindings(Base):
    """Judging what is being written; the screen holds `post` and the widgets."""

    post: int | None
    judge: DraftJudge | None = None
    resting: Timer | None = None

    def readable_fields(self) -> dict[str, Any]:
        """The post's fields as they stand on the screen, without those that cannot be read."""
        raise NotImplementedError

    def too_long_to_judge(self) -> bool:
        """Whether the text is judged only when it is saved."""
        return len(self.query_one(MarkedText).text) > drafts.JUDGED

    def prepare_judge(self) -> None:
        """Make ready, in a thread, what judging needs of the calendar; then judge."""
        desk, post = desk_of(self), self.post
        self.judge = None
        if self.too_long_to_judge():
            self.reload()
            return

        def prepared() -> DraftJudge:
            from planner.desk.check import draft_judge

            return draft_judge(desk, post)

        def take(judge: DraftJudge) -> None:
            self.judge = judge
            self._judge()

        work.read(cast("Any", self), "judge-prepared", prepared, take)

    def judge_soon(self) -> None:
        """Judge once the keys rest."""
        if self.resting is not None:
            self.resting.stop()
        self.resting = self.set_timer(QUIET, self._judge)

    def _judge(self) -> None:
        if self.judge is None or self.too_long_to_judge():
            self.prepare_judge()
            return
        judge, fields = self.judge, self.readable_fields()
        if not fields["title"].strip() and not fields["body"].strip():
            self.query_one(FindingsList).tell([], "")
            return
        work.read(cast("Any", self), "judge-text", lambda: judged(judge, fields), lambda found: self._tell(*found))

    def reload(self) -> None:
        """Tell what was kept of a text that is too long to be judged while it is written."""
        if self.post is not None and self.is_mounted and self.too_long_to_judge():
            self._tell(self.query_one(MarkedText).text, desk_of(self).findings_of(self.post))

    def _tell(self, read: str, found: list[KeptFinding]) -> None:
        self.query_one(FindingsList).tell(found)
        text = self.query_one(MarkedText)
        if text.text == read:
            text.mark(
                [mark for key, finding in enumerate(found) if not finding.muted for mark in marks_of(str(key), finding)]
            )

    def action_next_finding(self) -> None:
        """Go to the next words that were marked."""
        text = self.query_one(MarkedText)
        if self.has_class("-preview"):
            self.remove_class("-preview")
        there = text.next_mark()
        if there is None:
            toast(self, say("No words are marked."))
        else:
            self.query_one(FindingsList).point_at(there.stop)
            text.focus()

    def on_findings_list_asked(self, event: FindingsList.Asked) -> None:
        """Go to a finding's words, explain it, or silence it."""
        event.stop()
        if event.deed == "go":
            self._go(event.finding)
        elif event.deed == "mute":
            self._mute(event.finding)
        else:
            from planner.tui.dialogs.explain import Explain

            self.app.push_screen(Explain(event.finding.check))

    def _go(self, finding: KeptFinding) -> None:
        if finding.check in ROWS:
            self.query_one(f"#{ROWS[finding.check]}").focus()
            return
        for field, start, end in finding.spans[:1]:
            if field == "title":
                self.query_one("#title", LineInput).focus()
            else:
                self.query_one(MarkedText).choose(start, end)
                self.query_one(MarkedText).focus()

    def _mute(self, finding: KeptFinding) -> None:
        from planner.desk import posts
        from planner.tui.dialogs.ask_reason import AskReason

        desk, post = desk_of(self), self.post
        if post is None:
            toast(self, say("Save the post first: ctrl+s."))
            return

        def done(changed: Changed) -> None:
            host_of(self).show_changed(changed)
            self.prepare_judge()

        def answered(silenced: tuple[str, str] | None) -> None:
            if silenced is not None:
                work.write(cast("Any", self), lambda: posts.mute(desk, post, *silenced), done)

        if finding.muted:
            work.write(cast("Any", self), lambda: posts.unmute(desk, post, finding.check), done)
        else:
            self.app.push_screen(AskReason([finding]), answered)

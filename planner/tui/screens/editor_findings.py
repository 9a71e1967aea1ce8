"""The editor's findings: judged in a thread once the keys rest, told beside the text, marked in it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from planner.tui import drafts, work
from planner.tui.host import desk_of, host_of
from planner.tui.plain import toast
from planner.tui.widgets.findings import WORST_FIRST, FindingsList
from planner.tui.widgets.marked_line import MarkedLine
from planner.tui.widgets.marked_text import MarkedText
from planner.tui.widgets.marks import Mark
from planner.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.screen import Screen
    from textual.timer import Timer

    from planner.desk.check import DraftJudge
    from planner.desk.desk import Changed
    from planner.focus.judged import JudgedCalendar
    from planner.model.card import KeptFinding
    from planner.model.post import Post

    Base = Screen[Changed | None]
else:
    Base = object

QUIET = 0.1
"""Seconds after the last key until the text is judged: judging and painting fit into the rest of 0.3 s."""
ROWS = {"no-need": "need_id", "no-next-step": "next_step"}
"""Findings that are answered in a field rather than in the text."""

OF_THE_WHOLE = frozenset({"unknown-language"})
"""Findings about the whole text: to underline all of it would point at nothing."""


class Judged(NamedTuple):
    """What was found in these fields, and the checks that look at the calendar as it was saved."""

    fields: dict[str, Any]
    found: list[KeptFinding]
    saved: frozenset[str]


def judged(judge: DraftJudge, fields: dict[str, Any], kept: Sequence[KeptFinding]) -> Judged:
    """What is found in a text as it is typed, and what was `kept` of its place among the others; muted ones last."""
    from planner.desk.check import judge_text
    from planner.focus.register import POST_CHECKS
    from planner.model.card import KeptFinding

    found = [
        KeptFinding(
            finding.check, str(finding.severity), finding.message, dict(finding.values),
            [(span.field, span.start, span.end) for span in finding.spans],
            finding.post, finding.day, judge.muted.get(finding.check, ""),
        )
        for finding in judge_text(judge, **fields)
    ]  # fmt: skip
    live = {check.name for check in POST_CHECKS}
    same = (fields["title"], fields["body"]) == (judge.post.title, judge.post.body)
    beside = [one if same else one._replace(spans=[]) for one in kept if one.check not in live]
    ordered = sorted([*found, *beside], key=lambda one: (one.muted != "", WORST_FIRST.index(one.severity)))
    return Judged(fields, ordered, frozenset(one.check for one in beside))


def same_calendar(one: JudgedCalendar, other: JudgedCalendar, post: Post) -> bool:
    """Whether a text is judged alike in both: the same brief, needs, networks and limit on the same day."""
    return (one.today, one.limits.of(post)) == (other.today, other.limits.of(post)) and all(
        getattr(one.calendar, name) == getattr(other.calendar, name) for name in ("brief", "needs", "networks")
    )


def marks_of(key: str, finding: KeptFinding, field: str = "body") -> list[Mark]:
    """The words of the text, or of the title, a finding points at, the first of them its stop."""
    if finding.check in OF_THE_WHOLE:
        return []
    spans = sorted((start, end) for where, start, end in finding.spans if where == field and start < end)
    return [Mark(start, end, finding.severity, "" if place else key) for place, (start, end) in enumerate(spans)]


class EditorFindings(Base):
    """Judging what is being written; the screen holds `post` and the widgets."""

    post: int | None
    judge: DraftJudge | None = None
    resting: Timer | None = None

    def readable_fields(self) -> dict[str, Any]:
        """The post's fields as they stand on the screen, without those that cannot be read."""
        raise NotImplementedError

    @property
    def stands(self) -> bool:
        """Whether the screen is there: an answer may come when it is already left."""
        return self.is_mounted and bool(self.query(FindingsList))

    def too_long_to_judge(self) -> bool:
        """Whether the text is judged only when it is saved."""
        return len(self.query_one(MarkedText).text) > drafts.JUDGED

    def prepare_judge(self) -> None:
        """Make ready, in a thread, what judging needs of the calendar; then judge.

        What does not change what is found stays as it is: it remembers the paragraphs it has read.
        """
        desk, post, before = desk_of(self), self.post, self.judge
        if self.too_long_to_judge():
            self.reload()
            return

        def prepared() -> DraftJudge:
            from planner.desk.check import draft_judge

            judge = draft_judge(desk, post)
            alike = before is not None and same_calendar(before.calendar, judge.calendar, judge.post)
            return replace(judge, calendar=before.calendar) if before is not None and alike else judge

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
        if self.resting is not None:
            self.resting.stop()
        self.resting = None
        if not self.stands:
            return
        if self.judge is None or self.too_long_to_judge():
            self.prepare_judge()
            return
        desk, post, judge, fields = desk_of(self), self.post, self.judge, self.readable_fields()
        if not fields["title"].strip() and not fields["body"].strip():
            self.query_one(FindingsList).tell([], "")
            return

        def found() -> Judged:
            return judged(judge, fields, desk.findings_of(post) if post is not None else ())

        work.read(cast("Any", self), "judge-text", found, self._tell)

    def reload(self) -> None:
        """Tell what the calendar's checks found anew; of a text too long to be judged as one writes, everything."""
        if self.post is None or not self.stands:
            return
        if self.too_long_to_judge():
            fields = self.readable_fields()
            self._tell(Judged(fields, desk_of(self).findings_of(self.post), frozenset()))
        elif self.judge is not None and self.resting is None:
            self._judge()

    def _tell(self, told: Judged) -> None:
        """Show what was found, unless the text is another one by now: then what is found in that is shown."""
        if not self.stands:
            return
        if self.readable_fields() != told.fields:
            if self.resting is None:
                self.judge_soon()
            return
        notes = dict.fromkeys(told.saved, say("as last saved"))
        self.query_one(FindingsList).tell(told.found, notes=notes)
        heard = [(str(key), finding) for key, finding in enumerate(told.found) if not finding.muted]
        self.query_one(MarkedText).mark([mark for pair in heard for mark in marks_of(*pair)])
        self.query_one("#title", MarkedLine).mark([mark for pair in heard for mark in marks_of(*pair, field="title")])

    def action_next_finding(self) -> None:
        """Go to the next words that were marked."""
        text = self.query_one(MarkedText)
        if self.has_class("-preview"):
            self.remove_class("-preview")
        there = text.next_mark()
        if there is None and self.query_one("#title", MarkedLine).marks:
            self.query_one("#title", MarkedLine).focus()
        elif there is None:
            toast(self, say("No words are marked."))
        else:
            self.query_one(FindingsList).point_at(there.stop)
            text.focus()

    def on_findings_list_asked(self, event: FindingsList.Asked) -> None:
        """Go to a finding's words, explain it, silence it, or say that its readers are one's own too."""
        event.stop()
        {"go": self._go, "mute": self._mute, "welcome": self._welcome, "explain": self._explain}[event.deed](
            event.finding
        )

    def _explain(self, finding: KeptFinding) -> None:
        from planner.tui.dialogs.explain import Explain

        self.app.push_screen(Explain(finding.check))

    def _go(self, finding: KeptFinding) -> None:
        if finding.check in ROWS:
            self.query_one(f"#{ROWS[finding.check]}").focus()
            return
        for field, start, end in finding.spans[:1]:
            at = self.query_one("#title", MarkedLine) if field == "title" else self.query_one(MarkedText)
            at.choose(start, end)
            at.focus()

    def _mute(self, finding: KeptFinding) -> None:
        from planner.tui.dialogs.answers import answer, hear

        if self.post is None:
            toast(self, say("Save the post first: ctrl+s."))
        elif finding.muted:
            hear(self, finding._replace(post=self.post), self._answered)
        else:
            answer(self, [finding._replace(post=self.post)], self._answered)

    def _welcome(self, finding: KeptFinding) -> None:
        from planner.tui.dialogs.answers import calls_readers, welcome

        if calls_readers(finding):
            welcome(self, finding._replace(post=self.post), self._answered, self.readable_fields())

    def _answered(self, changed: Changed) -> None:
        host_of(self).show_changed(changed)
        self.prepare_judge()

"""What the calendar's keys do: each asks what it must, then calls one verb of the desk off the screen's thread."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING, Any, cast

from planner.tui import work
from planner.tui.days import is_card
from planner.tui.plain import toast
from planner.words import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen

    from planner.desk.desk import Changed, Desk
    from planner.desk.preview import Preview
    from planner.model.card import Block, Card, KeptFinding
    from planner.tui.app import PlannerApp

    Base = Screen[None]
else:
    Base = object


class CalendarVerbs(Base):
    """The verbs; the screen they are mixed into says what is chosen."""

    desk: Desk
    day: date
    item: int
    view: str
    wanted: str
    reload: Callable[[], None]
    choose: Callable[[date, int | None], None]

    @property
    def chosen(self) -> Card | Block | None:
        """What the cursor is on."""
        raise NotImplementedError

    @property
    def chosen_post(self) -> Card | None:
        """The post the cursor is on."""
        raise NotImplementedError

    @property
    def planner(self) -> PlannerApp:
        """The app, with its own methods."""
        return cast("PlannerApp", self.app)

    def _do(self, verb: Callable[[], Changed]) -> None:
        work.write(cast("Any", self), verb, self._done)

    def _done(self, changed: Changed) -> None:
        """Say what was done, and follow the post to where it now stands."""
        card = self.desk.card(changed.id) if changed.record == "post" else None
        if not changed.revision:
            toast(self, say("It is there already."))
        self.planner.show_changed(changed)
        if card is not None and changed.verb == "move" and changed.revision:
            self._tell_what_it_met(card)
        if card is not None and card.day and self.view != "ideas":
            self.choose(date.fromisoformat(card.day), card.id)

    def _tell_what_it_met(self, card: Card) -> None:
        """Name the busy hours that a post was moved into: a remark, never a refusal."""
        from planner.desk.busy import met_by
        from planner.words import busy

        if met := met_by(self.desk, card):
            told = " · ".join(dict.fromkeys(map(busy.met, met)))
            toast(self, say("At that hour: {busy} · u to undo", busy=told))

    def _with_post(self, verb: Callable[[Card], None]) -> None:
        if self.chosen_post is None:
            toast(self, say("No post is chosen here. Press n to write one."))
        else:
            verb(self.chosen_post)

    def action_plan(self) -> None:
        """Write a new post on the chosen day, in the chosen slot if it is free."""
        from planner.tui.screens.editor import EditorScreen

        fields: dict[str, Any] = {} if self.view == "ideas" else {"day": self.day}
        row = self.chosen
        if row is not None and not is_card(row):
            slot = cast("Block", row)
            fields |= {"time": time.fromisoformat(slot.time), "network_id": self.desk.network_of_slot(slot.slot)}
            if slot.here:
                fields["zone"] = slot.zone
        self.app.push_screen(EditorScreen(None, **fields), self._written)

    def _written(self, changed: Changed | None) -> None:
        """Put the cursor on what was written."""
        card = self.desk.card(changed.id) if changed is not None else None
        if card is not None and card.day and self.view != "ideas":
            self.choose(date.fromisoformat(card.day), card.id)

    def action_open(self) -> None:
        """Open the chosen post, or write one for the chosen slot."""
        from planner.tui.screens.editor import EditorScreen

        if self.chosen_post is not None:
            self.app.push_screen(EditorScreen(self.chosen_post.id), self._written)
        else:
            self.action_plan()

    def action_reschedule(self) -> None:
        """Ask for another day or hour."""
        self._with_post(self._reschedule)

    def _reschedule(self, card: Card) -> None:
        from planner.desk import posts
        from planner.tui.dialogs.ask_date import AskDate

        def answered(when: tuple[date, time | None] | None) -> None:
            if when is not None:
                self._do(lambda: posts.move(self.desk, card.id, *when))

        self.app.push_screen(AskDate(self.desk, say("Reschedule"), card), answered)

    def action_nudge(self, days: int) -> None:
        """Move the post by some days."""
        from planner.desk import posts

        self._with_post(lambda card: self._do(lambda: posts.nudge(self.desk, card.id, days)))

    def action_duplicate(self) -> None:
        """Copy the post as an undated draft."""
        from planner.desk import posts

        self._with_post(lambda card: self._do(lambda: posts.duplicate(self.desk, card.id)))

    def action_delete(self) -> None:
        """Put the post into the bin."""
        from planner.desk import posts

        self._with_post(lambda card: self._do(lambda: posts.delete(self.desk, card.id)))

    def action_adapt(self) -> None:
        """Ask for which network the post should be copied."""
        self._with_post(self._adapt)

    def _adapt(self, card: Card) -> None:
        from planner.desk import posts
        from planner.tui.dialogs.ask_network import AskNetwork

        def answered(network: int | None) -> None:
            if network is not None:
                self._do(lambda: posts.adapt(self.desk, card.id, network))

        dialog = AskNetwork(self.desk, without=card.network)
        if dialog.networks:
            self.app.push_screen(dialog, answered)
        else:
            toast(self, say("There is no other network. The brief (b) can add one."))

    def action_status(self) -> None:
        """Ask for the post's status."""
        self._with_post(self._status)

    def _status(self, card: Card) -> None:
        from planner.desk import posts
        from planner.tui.dialogs.ask_status import AskStatus

        def answered(status: str | None) -> None:
            if status is not None:
                self._do(lambda: posts.set_status(self.desk, card.id, status))

        self.app.push_screen(AskStatus(card.status), answered)

    def action_mute(self) -> None:
        """Ask which finding of the post, or beside the posts, to silence and why, or which to hear again."""
        from planner.tui.dialogs.answers import answer

        found = self._found_here()
        if found:
            answer(self, found, self._done)
        elif self.chosen_post is not None:
            toast(self, say("Nothing was found in this post."))
        else:
            toast(self, say("Nothing was found beside the posts of this week."))

    def action_welcome(self) -> None:
        """Say that the readers a finding of the post names are the author's too."""
        from planner.tui.dialogs.answers import calls_readers, welcome

        called = next(filter(calls_readers, self._found_here()), None)
        if called is not None:
            welcome(self, called, self._done)
        else:
            toast(self, say("No finding names other readers here."))

    def _found_here(self) -> list[KeptFinding]:
        """The findings that the panel tells: of the chosen post, else beside the posts of the week."""
        post = self.chosen_post
        return self.desk.findings_of(post.id) if post is not None else self.desk.findings_beside(self.day)

    def action_go(self) -> None:
        """Ask for a date and go there."""
        from planner.tui.dialogs.ask_date import AskDate

        def answered(when: tuple[date, time | None] | None) -> None:
            if when is not None:
                self.day, self.item = when[0], 0
                self.reload()

        self.app.push_screen(AskDate(self.desk, say("Go to")), answered)

    def action_filter(self) -> None:
        """Ask for words that a post's title must hold; none shows every post."""
        from planner.tui.dialogs.ask_text import AskText

        def answered(words: str | None) -> None:
            if words is not None:
                self._filter(words)

        self.app.push_screen(AskText(say("Titles that hold (nothing shows all)")), answered)

    def action_unfilter(self) -> None:
        """Show every post again."""
        if self.wanted:
            self._filter("")

    def _filter(self, words: str) -> None:
        self.wanted, self.item = words.strip(), 0
        self.reload()
        if self.wanted and not self.desk.titled(self.wanted):
            toast(self, say("No title holds these words. esc shows all."))

    def action_checks(self) -> None:
        """Show everything that was found."""
        from planner.tui.screens.checks import ChecksScreen

        def answered(week: date | None) -> None:
            if week is not None:
                self.day, self.item = week, 0
                self.reload()

        self.app.push_screen(ChecksScreen(), answered)

    def action_brief(self) -> None:
        """Open the brief."""
        from planner.tui.screens.brief import BriefScreen

        self.app.push_screen(BriefScreen())

    def action_export(self) -> None:
        """Ask what to export and where to."""
        from planner.tui.dialogs.export import ExportDialog

        self.app.push_screen(ExportDialog(self.desk))

    def action_bring(self) -> None:
        """Ask which file to take in."""
        from planner.tui.dialogs.bring import BringDialog

        dialog = BringDialog(self.desk)
        self.app.push_screen(dialog, lambda changed: self._brought(changed, dialog.preview))

    def _brought(self, changed: Changed | None, preview: Preview | None) -> None:
        """Say what was taken in, and how much of the file is new, changed or left out."""
        if changed is None:
            return
        self._done(changed)
        if changed.revision and preview is not None:
            from planner.words.previews import taken_in

            toast(self, taken_in(preview.counts()))

    def action_undo(self) -> None:
        """Turn the last change back."""
        from planner.desk import undo

        work.write(cast("Any", self), lambda: undo.undo(self.desk), self.planner.show_undone)

    def action_redo(self) -> None:
        """Do the undone change again."""
        from planner.desk import undo

        work.write(cast("Any", self), lambda: undo.redo(self.desk), self.planner.show_redone)

    def action_help(self) -> None:
        """Everything that can be done here."""
        self.planner.show_help("calendar")

    def action_quit(self) -> None:
        """Leave."""
        self.app.exit()

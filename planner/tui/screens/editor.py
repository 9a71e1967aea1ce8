"""The post editor: the text is the page; what was found stands beside it, and its words are underlined."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.containers import Container, Horizontal, VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from planner.errors import ConflictError, PlannerError
from planner.tui import drafts, work
from planner.tui.actions import bindings_of
from planner.tui.host import desk_of, host_of
from planner.tui.plain import plain, toast
from planner.tui.screens.editor_choices import EditorChoices
from planner.tui.screens.editor_findings import EditorFindings
from planner.tui.widgets.entry import LineInput
from planner.tui.widgets.findings import FindingsList
from planner.tui.widgets.footer import KeyLine
from planner.tui.widgets.marked_text import MarkedText
from planner.tui.widgets.post_fields import (
    DEFAULTS,
    MINUTES,
    TYPED,
    USUAL_HOUR,
    PostFields,
    PostHead,
    hour_there,
    minutes_typed,
)
from planner.words import errors, say

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widgets import Input, TextArea

    from planner.desk.desk import Changed


WIDE = 100
"""Columns from which the findings and fields stand beside the text rather than under it."""


class EditorScreen(EditorFindings, EditorChoices, Screen["Changed | None"]):
    """Write a post, or a new one when `post` is None. Leaving saves; nothing is ever lost on the way out."""

    CSS_PATH = "editor.tcss"
    NAME = "editor"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_of("editor"), ("tab", "next_field", ""), ("ctrl+q", "quit", ""),
    ]  # fmt: skip
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 (Textual's own attribute)

    def __init__(self, post: int | None, **start_fields: Any) -> None:
        """Open a post, or begin one with `start_fields`, which are those of the record."""
        super().__init__()
        self.post = post
        self.seen: int | None = None
        self.values: dict[str, Any] = {**DEFAULTS, **start_fields}
        if self.values["day"] is not None and self.values["status"] == "idea":
            self.values["status"] = "draft"
        if self.values["day"] is not None and self.values["time"] is None:
            self.values["time"] = USUAL_HOUR
        self.saved = dict(self.values)
        self.ready = post is None
        self.saving = self.leaving = self.warned = False
        self.wrote: Changed | None = None
        self.refusal: PlannerError | None = None

    def compose(self) -> ComposeResult:
        """The head, the page, what stands beside it, the count, the keys."""
        # Textual says so itself only after a first layout, which would be seen.
        self.set_class(self.app.size.width < WIDE, "-narrow")
        yield PostHead(id="head")
        with Horizontal(id="middle"):
            with Container(id="page"):
                yield MarkedText(id="body", placeholder=say("Write to one person."))
                yield VerticalScroll(id="preview")
            with Container(id="beside"):
                yield FindingsList(id="findings")
                yield PostFields()
        yield Static(id="count")
        yield KeyLine("editor", host_of(self).settings.keys)

    def on_mount(self) -> None:
        """Read the post in a thread; a new one is shown at once."""
        desk = desk_of(self)
        if self.post is None:
            networks = desk.networks()
            if self.values["network_id"] is None and len(networks) == 1:
                self.values["network_id"] = self.saved["network_id"] = networks[0][0]
            self._show(self.values, None)
            self.query_one("#title", LineInput).focus()
            return
        post = self.post

        def load() -> tuple[dict[str, Any], int]:
            revision = desk.revision_of("post", post)
            record = desk.post(post)
            return {name: getattr(record, name) for name in DEFAULTS}, revision

        self.query_one(MarkedText).focus()
        work.write(self, load, lambda found: self._show(*found), self._cannot_open)

    def _cannot_open(self, error: PlannerError) -> None:
        toast(self, errors.sentence(error), "error")
        self.dismiss(None)

    def _show(self, values: dict[str, Any], seen: int | None) -> None:
        """Put a post's fields on the screen; they are what changes are told from."""
        self.values, self.saved, self.seen = {**self.values, **values}, {**self.saved, **values}, seen
        body = self.query_one(MarkedText)
        if body.text != values["body"]:
            body.text = values["body"]
        for name in ("title", *TYPED, *MINUTES):
            self.query_one(f"#{name}", LineInput).value = str(values[name])
        self.ready = True
        self.show_choices()
        self.prepare_judge()

    def action_next_field(self) -> None:
        """From the title to the text, which is what one writes next; elsewhere to what stands next."""
        if self.focused is not None and self.focused.id == "title":
            self.query_one(MarkedText).focus()
        else:
            self.focus_next()

    def fields(self) -> dict[str, Any]:
        """Every field as it stands on the screen.

        Raises:
            InputError: a figure cannot be read.
        """
        texts = {name: self.query_one(f"#{name}", LineInput).value for name in ("title", *TYPED, *MINUTES)}
        return {**self.values, **texts, **minutes_typed(texts), "body": self.query_one(MarkedText).text}

    def readable_fields(self) -> dict[str, Any]:
        """Every field as it stands on the screen; minutes that cannot be read yet are as they were."""
        try:
            return self.fields()
        except PlannerError:
            typed = {name: self.query_one(f"#{name}", LineInput).value for name in ("title", *TYPED)}
            return {**self.values, **typed, "body": self.query_one(MarkedText).text}

    def changes(self) -> dict[str, Any]:
        """The fields that differ from what was saved.

        Raises:
            InputError: a figure cannot be read.
        """
        if not self.ready:
            return {}
        return {name: value for name, value in self.fields().items() if value != self.saved.get(name)}

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Count at once, judge once the keys rest."""
        event.stop()
        self.warned = False
        self.count()
        self.judge_soon()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """On the findings, say what can be done with them in place of the count."""
        if not self.query(MarkedText):
            return
        if isinstance(event.widget, FindingsList):
            self.name_keys(event.widget)
        else:
            self.count()

    def on_option_list_option_highlighted(self) -> None:
        """Say what can be done with the finding that the cursor has come to."""
        listed = self.query_one(FindingsList)
        if listed.has_focus:
            self.name_keys(listed)

    def name_keys(self, listed: FindingsList) -> None:
        """In place of the count, say what the keys do with the finding under the cursor."""
        muted = listed.under_cursor is not None and listed.under_cursor.muted
        usual = say("↵ go to the words   z mute   e why")
        told = say("↵ go to the words   z let it speak   e why") if muted else usual
        self.query_one("#count", Static).update(plain(told))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Judge once the keys rest."""
        event.stop()
        self.warned = False
        self.judge_soon()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter leads from the title to the text, and from a field to the next."""
        event.stop()
        if event.input.id == "title":
            self.query_one(MarkedText).focus()
        else:
            self.focus_next()

    # Saving

    def action_save(self) -> None:
        """Save what changed, as one step."""
        self._save(self.post is None)

    def action_back(self) -> None:
        """Go back; what changed is saved as one step on the way out. What was refused is left the second time."""
        if self.warned:
            self.dismiss(None)
            return
        self.leaving = True
        if not self.saving:
            self._save(False)

    def action_quit(self) -> None:
        """Leave the program; what changed is saved first, and what is refused keeps one here."""
        if self.save_before_leaving():
            self.app.exit()
        elif self.refusal is not None:
            self.leaving = True
            self._refused(self.refusal)

    def save_before_leaving(self) -> bool:
        """Save what changed at once, on the screen's own thread; False when it is refused."""
        self.refusal = None
        try:
            # A save under way in its thread ends first: what it wrote is no change made elsewhere.
            with work.WRITING:
                if self.wrote is not None:
                    self.post, self.seen = self.wrote.id, self.wrote.revision or self.seen
                changes = self.changes()
                if changes:
                    self._writing(changes, False)()
                    self.saved.update(changes)
        except PlannerError as error:
            self.refusal = error
            return False
        return True

    def _save(self, even_empty: bool, over: bool = False) -> None:
        try:
            changes = self.changes()
        except PlannerError as error:
            self._refused(error)
            return
        if self.saving:
            return
        if not changes and not (even_empty and self.ready):
            self._nothing_to_save()
            return
        self.saving = True
        work.write(self, self._writing(changes, over), lambda done: self._saved(changes, *done), self._refused)

    def _nothing_to_save(self) -> None:
        if self.leaving:
            self.dismiss(None)
        elif self.ready:
            toast(self, say("Nothing new to save."))

    def _writing(self, changes: dict[str, Any], over: bool) -> Callable[[], tuple[Changed, datetime | None]]:
        desk = desk_of(self)
        begun = {name: value for name, value in {**self.saved, **changes}.items() if value != DEFAULTS.get(name)}

        def write() -> tuple[Changed, datetime | None]:
            from planner.desk import posts

            post, seen = self.post, None if over else self.seen
            self.wrote = changed = (
                posts.plan(desk, **begun) if post is None else posts.write(desk, post, seen, **changes)
            )
            return changed, posts.moved_hour(desk, desk.post(changed.id))

        return write

    def _saved(self, changes: dict[str, Any], changed: Changed, moved: datetime | None) -> None:
        self.saving = False
        self.post, self.seen, self.wrote = changed.id, changed.revision or self.seen, None
        self.saved.update(changes)
        self._take_settled(changes)
        if moved is not None:
            hour = hour_there(moved, self.values["zone"], desk_of(self).zone())
            toast(self, say("That hour does not exist on that day (clock change): it will be {hour}.", hour=hour))
        if not self.leaving:
            host_of(self).show_changed(changed)
            self.prepare_judge()
        elif self.changes():
            self._save(False)
        else:
            host = host_of(self)
            self.dismiss(changed)
            host.show_changed(changed)

    def _take_settled(self, changes: dict[str, Any]) -> None:
        """Show what the desk settled by itself: an hour for a day, a draft for a dated idea."""
        from datetime import time

        card = desk_of(self).card(self.post or 0)
        if card is None:
            return
        settled: dict[str, Any] = {
            "status": card.status,
            "time": time.fromisoformat(card.time) if card.time else None,
        }
        for name, value in settled.items():
            if self.values[name] == self.saved.get(name):
                self.values[name] = value
            self.saved[name] = value
        self.show_choices()

    def _refused(self, error: PlannerError) -> None:
        self.saving = False
        if isinstance(error, ConflictError):
            from planner.tui.dialogs.conflict import Conflict

            mine, theirs = self.query_one(MarkedText).text, str(error.values.get("theirs", ""))
            self.app.push_screen(Conflict(str(error.values.get("title", "")), mine, theirs), self._decided)
            return
        if error.key == "record-missing":
            self.post, self.seen, self.saved = None, None, dict(DEFAULTS)
            toast(self, say("The post is gone. Your text is here: ctrl+s saves it as a new one."), "warning")
        elif self.leaving:
            self.warned = True
            told = say("{why} esc again leaves without saving.", why=errors.sentence(error))
            toast(self, told, "error")
        else:
            toast(self, errors.sentence(error), "error")
        self.leaving = False

    def _decided(self, choice: str | None) -> None:
        """Keep one of two versions, or go on with nothing decided."""
        if choice == "mine":
            self._save(False, over=True)
            return
        self.leaving = False
        if choice == "theirs" and self.post is not None:
            desk, post = desk_of(self), self.post
            work.write(
                self,
                lambda: (desk.post(post), desk.revision_of("post", post)),
                lambda found: self._take(*found),
            )

    def _take(self, record: Any, revision: int) -> None:
        values = {name: getattr(record, name) for name in DEFAULTS}
        self.query_one(MarkedText).replace_all(values["body"])
        self._show(values, revision)

    # Around the text

    def count(self) -> None:
        """Count the text as its network counts."""
        sentence, over = drafts.count_line(self.query_one(MarkedText).text, self.rules)
        if self.too_long_to_judge():
            sentence = say("{count} · so long a text is judged when it is saved", count=sentence)
        self.query_one("#count", Static).update(
            plain(f"✗ {sentence}" if over else sentence, "$text-error" if over else "")
        )

    def action_preview(self) -> None:
        """Show the text as it will read, or go back to writing it."""
        showing = not self.has_class("-preview")
        self.set_class(showing, "-preview")
        page = self.query_one("#preview", VerticalScroll)
        page.remove_children()
        if showing:
            page.mount(self._reading())
            page.focus()
        else:
            self.query_one(MarkedText).focus()

    def _reading(self) -> Static | Any:
        from planner.model.gate import visible

        text = self.query_one(MarkedText).text
        if not drafts.previewed(text):
            return Static(plain(text[: drafts.JUDGED]))
        from textual.widgets import Markdown

        return Markdown(visible(text), open_links=False)

    def action_help(self) -> None:
        """Everything that can be done here."""
        host_of(self).show_help("editor")

"""Beside the calendar: what was found in the chosen post, or what the week holds."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from planner.tui.actions import key_of
from planner.tui.host import host_of
from planner.tui.plain import line, plain
from planner.tui.unbroken import unbroken
from planner.words import dates, say, terms

if TYPE_CHECKING:
    from planner.model.card import Block, Card, Focus, KeptFinding

COLOURS = {"error": "$text-error", "warning": "$text-warning", "suggestion": "dim"}


class SidePanel(Static):
    """The chosen post with its findings; without one, the week's."""

    DEFAULT_CSS = "SidePanel { padding: 0 1; }"
    _said = Content("")

    def show_post(self, card: Card, need: str, findings: list[KeptFinding], short: bool) -> None:
        """Show a post: title, where and when, the need it answers, and what was found in it."""
        head = [] if short else [plain(line(card.title) or say("untitled"), "bold"), _where(card)]
        if need and not short:
            head.append(plain(say("need: {need}", need=line(need)), "dim"))
        self._say([*head, *self._findings(findings, short)])

    def show_slot(self, block: Block) -> None:
        """Show an open publishing slot and the key that fills it."""
        when = f"{dates.day_long(date.fromisoformat(block.day))}, {dates.hour_in_full(block)}"
        lines = [plain(say("A free slot"), "bold"), plain(when), plain(block.network, "dim")]
        self._say([*lines, plain(say("n  write a post for it"), "dim")])

    def show_week(self, focus: Focus, posts: int, findings: list[KeptFinding], short: bool) -> None:
        """Show what the week promises and what was found beside the posts."""
        promised = say(
            "Promised: {count} a week. This week: {posts}.", count=dates.number(focus.posts_per_week), posts=posts
        )
        empty = [] if posts else [plain(say("n  write a post"), "dim")]
        head = [] if short else [plain(say("The week"), "bold"), plain(promised), *empty]
        self._say([*head, *self._findings(findings, short)])

    def _findings(self, findings: list[KeptFinding], short: bool) -> list[Content]:
        return _told(findings, short, key_of("calendar", "welcome", host_of(self).settings.keys))

    def _say(self, paragraphs: list[Content]) -> None:
        told = Content("\n\n").join(paragraphs)
        if told.is_same(self._said):
            return
        self._said = told
        # The panel's size never changes with its words, so nothing needs to be laid out again at each key.
        self.update(unbroken(told), layout=False)


def _where(card: Card) -> Content:
    sign = f"{terms.sign_of_status(card.status)} {terms.status(card.status)}"
    place = f"{sign} · {line(card.network)}" if card.network else sign
    if not card.day:
        return plain(place, "dim")
    when = f"{dates.day_long(date.fromisoformat(card.day))}, {dates.hour_in_full(card)}"
    return plain(f"{place}\n{when}", "dim")


def _told(findings: list[KeptFinding], short: bool, key: str) -> list[Content]:
    from planner.tui.widgets.findings import answer_key
    from planner.words import findings as said

    heard = [finding for finding in findings if not finding.muted]
    shown = []
    for finding in heard[: 3 if short else 12]:
        name = plain(
            f"{terms.sign_of_severity(finding.severity)} {said.name(finding.check)}",
            f"bold {COLOURS[finding.severity]}",
        )
        more = answer_key(finding, key)
        after = plain(("   " if short else "\n") + more, "dim") if more else Content("")
        shown.append(name + Content("  " if short else "\n") + plain(said.sentence(finding)) + after)
    muted = len(findings) - len(heard)
    counted = [plain(say("{count} muted", count=muted), "dim")] if muted else []
    # A long list is cut at the panel's foot: the count of what is not told stands above it.
    return [*counted, *shown] if shown and not short else [*shown, *counted] or [plain(say("Nothing to add."), "dim")]

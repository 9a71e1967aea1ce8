"""Everything the checks found: of the calendar, of each week, of each post; worst first, muted ones last."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static

from planner.tui import work
from planner.tui.actions import bindings_of
from planner.tui.host import desk_of, host_of
from planner.tui.plain import line, plain, toast
from planner.tui.widgets.choices import Choices
from planner.tui.widgets.findings import finding_text
from planner.tui.widgets.footer import KeyLine
from planner.words import dates, say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from planner.desk.desk import Changed, Desk
    from planner.model.card import KeptFinding

MOST_SHOWN = 1_000
"""Findings listed at once; a list that one cannot read to its end helps nobody."""


ANSWERED = {"vague-goal": "objective", "vanity-goal": "objective"}
"""The field of the brief in which a finding of the calendar is answered."""
WORST_FIRST = ("error", "warning", "suggestion")


class Place(NamedTuple):
    """Where a finding stands: the calendar, a week, a post."""

    rank: int
    day: str
    post: int
    heading: str


class ChecksScreen(Screen["date | None"]):
    """The list of findings. Opening one of a week gives the week's Monday."""

    CSS_PATH = "checks.tcss"
    NAME = "checks"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of("checks")]

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.found: list[KeptFinding] = []

    def compose(self) -> ComposeResult:
        """The title with the counts, the list, the keys."""
        yield Static(plain(say("Findings"), "bold"), id="checks-title")
        yield Choices(id="checks-list")
        yield KeyLine("checks", host_of(self).settings.keys)

    def on_mount(self) -> None:
        """Read the findings."""
        self.reload()

    def reload(self) -> None:
        """Read the findings again; the cursor stays where it was as far as it can."""
        desk = desk_of(self)
        work.read(self, "findings", lambda: _read(desk), lambda read: self._show(*read))

    def _show(self, found: list[KeptFinding], places: dict[int, Place]) -> None:
        self.found = found
        self.query_one("#checks-title", Static).update(_title(found))
        listed = self.query_one(Choices)
        at = listed.highlighted
        listed.show(rows(found, places) or [("", plain(say("Nothing to add."), "dim"))])
        if listed.chosen and at is not None:
            below = [place for place, key in enumerate(listed.keys) if key and place <= at]
            listed.highlighted = below[-1] if below else listed.highlighted

    @property
    def chosen(self) -> KeptFinding | None:
        """The finding under the cursor."""
        key = self.query_one(Choices).chosen
        return self.found[int(key)] if key else None

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open what the finding is about."""
        event.stop()
        self.action_open()

    def action_open(self) -> None:
        """Open the post of the finding; of a week, go there; of the calendar, open the brief."""
        finding = self.chosen
        if finding is None:
            return
        if finding.post is not None:
            from planner.tui.screens.editor import EditorScreen

            self.app.push_screen(EditorScreen(finding.post))
        elif finding.day:
            self.dismiss(date.fromisoformat(finding.day))
        else:
            from planner.tui.screens.brief import BriefScreen

            self.app.push_screen(BriefScreen(ANSWERED.get(finding.check, "")))

    def action_explain(self) -> None:
        """Explain the check of the finding."""
        from planner.tui.dialogs.explain import Explain

        if self.chosen is not None:
            self.app.push_screen(Explain(self.chosen.check))

    def action_mute(self) -> None:
        """Silence the finding on its post with a reason, or let a muted one speak again."""
        from planner.desk import posts
        from planner.tui.dialogs.ask_reason import AskReason

        desk, finding = desk_of(self), self.chosen
        if finding is None:
            return
        post = finding.post
        if post is None:
            toast(self, say("A finding is muted on a post. This one is of the week or of the whole calendar."))
            return

        def answered(silenced: tuple[str, str] | None) -> None:
            if silenced is not None:
                work.write(self, lambda: posts.mute(desk, post, *silenced), self._done)

        if finding.muted:
            work.write(self, lambda: posts.unmute(desk, post, finding.check), self._done)
        else:
            self.app.push_screen(AskReason([finding]), answered)

    def _done(self, changed: Changed) -> None:
        host_of(self).show_changed(changed)

    def action_back(self) -> None:
        """Go back."""
        self.dismiss(None)

    def action_help(self) -> None:
        """Everything that can be done here."""
        host_of(self).show_help("checks")


def _read(desk: Desk) -> tuple[list[KeptFinding], dict[int, Place]]:
    """The findings that are shown, and where each of their posts stands."""
    found = desk.all_findings()
    posts = {finding.post for finding in found[:MOST_SHOWN] if finding.post is not None}
    places = {}
    for post in posts:
        card = desk.card(post)
        if card is not None:
            title = line(card.title) or say("(no title)")
            when = f"   {dates.day_short(date.fromisoformat(card.day))}" if card.day else ""
            places[post] = Place(2, card.day or "9999", post, f"{title}{when}")
    return found, places


def _title(found: Iterable[KeptFinding]) -> Content:
    listed = list(found)
    muted = sum(1 for finding in listed if finding.muted)
    spoken = len(listed) - muted
    parts = [say_many("{count} to look at", "{count} to look at", spoken)]
    if muted:
        parts.append(say("{count} muted", count=muted))
    return Content.assemble(plain(say("Findings"), "bold"), plain("   " + " · ".join(parts), "dim"))


def rows(found: list[KeptFinding], places: dict[int, Place]) -> list[tuple[str, Content]]:
    """The findings under headings: the calendar, the weeks, the posts; the muted ones at the end."""
    shown = list(enumerate(found[:MOST_SHOWN]))
    spoken = [(key, finding) for key, finding in shown if not finding.muted]
    muted = [(key, finding) for key, finding in shown if finding.muted]
    listed = list(_grouped(spoken, places))
    if muted:
        listed += [("", Content("")), ("", plain(say("Muted ({count})", count=len(muted)), "bold"))]
        listed += _grouped(muted, places)
    if len(found) > MOST_SHOWN:
        more = len(found) - MOST_SHOWN
        listed.append(("", plain(say_many("{count} more is not listed", "{count} more are not listed", more), "dim")))
    return listed


def _grouped(findings: list[tuple[int, KeptFinding]], places: dict[int, Place]) -> Iterator[tuple[str, Content]]:
    groups: dict[Place, list[tuple[int, KeptFinding]]] = {}
    for key, finding in findings:
        groups.setdefault(_place(finding, places), []).append((key, finding))
    for number, place in enumerate(sorted(groups, key=lambda place: _order(place, groups[place]))):
        if number:
            yield "", Content("")
        yield "", plain(place.heading, "$text-accent")
        for key, finding in groups[place]:
            yield str(key), finding_text(finding)


def _order(place: Place, group: list[tuple[int, KeptFinding]]) -> tuple[int, int, str, int]:
    """The calendar, the weeks, the posts; among these the worst first, then by day."""
    worst = min(WORST_FIRST.index(finding.severity) for _, finding in group)
    return place.rank, worst, place.day, place.post


def _place(finding: KeptFinding, places: dict[int, Place]) -> Place:
    if finding.post is not None:
        return places.get(finding.post, Place(2, "9999", finding.post, say("(no title)")))
    if finding.day:
        return Place(1, finding.day, 0, dates.week_title(date.fromisoformat(finding.day)))
    return Place(0, "", 0, say("The calendar"))

"""Everything the checks found: of the calendar, of each week, of each post; worst first, muted ones last."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static

from planner.tui import work
from planner.tui.actions import bindings_of, key_of
from planner.tui.host import desk_of, host_of
from planner.tui.plain import line, plain
from planner.tui.widgets.choices import Choices
from planner.tui.widgets.findings import WORST_FIRST, finding_text
from planner.tui.widgets.footer import KeyLine
from planner.words import dates, say, say_many, terms

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from planner.desk.desk import Changed, Desk
    from planner.model.card import KeptFinding

GROUPS = ("precise", "target", "honest", "networks", "rhythm", "balance", "measure", "ready")
"""The groups in the order of the catalogue, as the key goes through them."""
MOST_SHOWN = 1_000
"""Findings listed at once; a list that one cannot read to its end helps nobody."""


LEAST = ("suggestion", "warning", "error")
"""The least severity that is listed, as the key goes through them."""
ANSWERED = {"vague-goal": "objective", "vanity-goal": "objective"}
"""The field of the brief in which a finding of the calendar is answered."""


class Place(NamedTuple):
    """Where a finding stands: the calendar, a week, a post."""

    rank: int
    day: str
    post: int
    heading: str


class Shown(NamedTuple):
    """Which findings are listed: those of one group ("" for all of them), from a severity on."""

    group: str = ""
    least: str = "suggestion"

    def holds(self, finding: KeptFinding, groups: Mapping[str, str]) -> bool:
        """Whether a finding is listed."""
        heavy = WORST_FIRST.index(finding.severity) <= WORST_FIRST.index(self.least)
        return heavy and self.group in ("", groups.get(finding.check, ""))


class Read(NamedTuple):
    """Every kept finding, where each of their posts stands, and the group of each check."""

    found: list[KeptFinding]
    places: dict[int, Place]
    groups: dict[str, str]


class ChecksScreen(Screen["date | None"]):
    """The list of findings. Opening one of a week gives the week's Monday."""

    CSS_PATH = "checks.tcss"
    NAME = "checks"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of("checks")]

    def __init__(self) -> None:
        """Begin empty, with nothing left out."""
        super().__init__()
        self.all = Read([], {}, {})
        self.found: list[KeptFinding] = []
        self.wanted = Shown()

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
        work.read(self, "findings", lambda: _read(desk), self._take)

    def _take(self, read: Read) -> None:
        self.all = read
        if self.wanted.group not in self._groups():
            self.wanted = self.wanted._replace(group="")
        self._show()

    def _show(self) -> None:
        self.found = [finding for finding in self.all.found if self.wanted.holds(finding, self.all.groups)]
        self.query_one("#checks-title", Static).update(self._title())
        listed = self.query_one(Choices)
        at = listed.highlighted
        nothing = say("Nothing of this kind.") if self.all.found else say("Nothing to add.")
        key = key_of("checks", "welcome", host_of(self).settings.keys)
        listed.show(rows(self.found, self.all.places, key) or [("", plain(nothing, "dim"))])
        if listed.chosen and at is not None:
            below = [place for place, key in enumerate(listed.keys) if key and place <= at]
            listed.highlighted = below[-1] if below else listed.highlighted
        self._name_keys()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Say what the keys do with the finding under the cursor."""
        event.stop()
        self._name_keys()

    def _name_keys(self) -> None:
        muted = self.chosen is not None and self.chosen.muted
        self.query_one(KeyLine).relabel({"mute": say("let it speak")} if muted else {})

    def _title(self) -> Content:
        """The counts, and with their keys what is listed of all."""
        keys = host_of(self).settings.keys
        group = terms.group(self.wanted.group) if self.wanted.group else say("every group")
        least = terms.severity(self.wanted.least)
        weight = say("every severity") if self.wanted.least == LEAST[0] else say("from {severity} on", severity=least)
        kinds = f"{key_of('checks', 'by_group', keys)} {group}   {key_of('checks', 'by_weight', keys)} {weight}"
        narrowed = "" if self.wanted == Shown() else "$text-accent"
        return Content.assemble(_counts(self.found), "   ", plain(kinds, narrowed or "dim"))

    def _groups(self) -> list[str]:
        """Every group that something was found of, after all of them together."""
        found = {self.all.groups.get(finding.check, "") for finding in self.all.found}
        return ["", *(group for group in dict.fromkeys(self.all.groups.values()) if group in found)]

    def action_by_group(self) -> None:
        """List the findings of the next group, after the last one those of all."""
        groups = self._groups()
        self.wanted = self.wanted._replace(group=groups[(groups.index(self.wanted.group) + 1) % len(groups)])
        self._show()

    def action_by_weight(self) -> None:
        """Leave the lightest out, then all but the errors, then list all."""
        least = LEAST[(LEAST.index(self.wanted.least) + 1) % len(LEAST)]
        self.wanted = self.wanted._replace(least=least)
        self._show()

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
        """Silence the finding with a reason, on its post or where it stands, or let a muted one speak again."""
        from planner.tui.dialogs.answers import answer, hear

        finding = self.chosen
        if finding is None:
            return
        if finding.muted:
            hear(self, finding, self._done)
        else:
            answer(self, [finding], self._done)

    def action_welcome(self) -> None:
        """Say that the readers a finding names are the author's too."""
        from planner.tui.dialogs.answers import calls_readers, welcome

        if self.chosen is not None and calls_readers(self.chosen):
            welcome(self, self.chosen, self._done)

    def _done(self, changed: Changed) -> None:
        host_of(self).show_changed(changed)

    def action_undo(self) -> None:
        """Turn the last change back."""
        from planner.desk import undo

        desk = desk_of(self)
        work.write(self, lambda: undo.undo(desk), host_of(self).show_undone)

    def action_redo(self) -> None:
        """Do the undone change again."""
        from planner.desk import undo

        desk = desk_of(self)
        work.write(self, lambda: undo.redo(desk), host_of(self).show_redone)

    def action_back(self) -> None:
        """Go back."""
        self.dismiss(None)

    def action_help(self) -> None:
        """Everything that can be done here."""
        host_of(self).show_help("checks")


def _read(desk: Desk) -> Read:
    from planner.focus.register import CALENDAR_CHECKS, POST_CHECKS

    found = desk.all_findings()
    posts = {finding.post for finding in found[:MOST_SHOWN] if finding.post is not None}
    places, today = {}, desk.today()
    for post in posts:
        card = desk.card(post)
        if card is not None:
            title = line(card.title) or say("(no title)")
            when = f"   {dates.day_short(date.fromisoformat(card.day), today)}" if card.day else ""
            places[post] = Place(2, card.day or "9999", post, f"{title}{when}")
    named = [(check.name, str(check.group)) for check in POST_CHECKS]
    named += [(check.name, str(check.group)) for check in CALENDAR_CHECKS]
    return Read(found, places, dict(sorted(named, key=lambda pair: GROUPS.index(pair[1]))))


def _counts(found: Sequence[KeptFinding]) -> Content:
    muted = sum(1 for finding in found if finding.muted)
    spoken = len(found) - muted
    parts = [say_many("{count} to look at", "{count} to look at", spoken)]
    if muted:
        parts.append(say("{count} muted", count=muted))
    return Content.assemble(plain(say("Findings"), "bold"), plain("   " + " · ".join(parts), "dim"))


def rows(found: list[KeptFinding], places: dict[int, Place], key: str = "y") -> list[tuple[str, Content]]:
    """The findings under headings: the calendar, the weeks, the posts; the muted ones at the end."""
    shown = list(enumerate(found[:MOST_SHOWN]))
    spoken = [(place, finding) for place, finding in shown if not finding.muted]
    muted = [(place, finding) for place, finding in shown if finding.muted]
    listed = list(_grouped(spoken, places, key))
    if muted:
        listed += [("", Content("")), ("", plain(say("Muted ({count})", count=len(muted)), "bold"))]
        listed += _grouped(muted, places, key)
    if len(found) > MOST_SHOWN:
        more = len(found) - MOST_SHOWN
        listed.append(("", plain(say_many("{count} more is not listed", "{count} more are not listed", more), "dim")))
    return listed


def _grouped(
    findings: list[tuple[int, KeptFinding]], places: dict[int, Place], key: str
) -> Iterator[tuple[str, Content]]:
    groups: dict[Place, list[tuple[int, KeptFinding]]] = {}
    for number, finding in findings:
        groups.setdefault(_place(finding, places), []).append((number, finding))
    for number, place in enumerate(sorted(groups, key=lambda place: _order(place, groups[place]))):
        if number:
            yield "", Content("")
        yield "", plain(place.heading, "$text-accent")
        for row, finding in groups[place]:
            yield str(row), finding_text(finding, key=key)


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

"""What a person answers to a finding: silence with a reason, a voice again, "these are my readers too"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple
from weakref import WeakKeyDictionary

from planner.tui import work
from planner.tui.host import desk_of
from planner.tui.plain import toast
from planner.words import dates, findings, say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.screen import Screen

    from planner.desk.desk import Changed, Desk
    from planner.model.card import KeptFinding

    Then = Callable[[Changed], None]

_OFFERED: WeakKeyDictionary[Desk, set[tuple[str, int]]] = WeakKeyDictionary()
"""Which offers were made at this sitting, as (check, posts): nobody is asked the same thing twice."""


class Silenced(NamedTuple):
    """A mute that was done, and the number of posts its check is now muted on, 0 below the number that matters."""

    changed: Changed
    posts: int


def answer(screen: Screen[Any], heard: Sequence[KeptFinding], then: Then) -> None:
    """Ask which of these findings to silence and why, or let one that is muted speak again; `then` tells it."""
    from planner.tui.dialogs.ask_reason import AskReason

    def answered(silenced: tuple[KeptFinding, str] | None) -> None:
        if silenced is not None and silenced[0].muted:
            hear(screen, silenced[0], then)
        elif silenced is not None:
            _silence(screen, *silenced, then)

    screen.app.push_screen(AskReason(heard), answered)


def hear(screen: Screen[Any], finding: KeptFinding, then: Then) -> None:
    """Let a muted finding speak again."""
    desk = desk_of(screen)

    def heard_again() -> Changed:
        from planner.desk import mutes

        if finding.post is None:
            return mutes.unmute_beside(desk, finding.check, mutes.anchor(finding))
        return mutes.unmute(desk, finding.post, finding.check)

    work.write(screen, heard_again, then)


def _silence(screen: Screen[Any], finding: KeptFinding, reason: str, then: Then) -> None:
    desk = desk_of(screen)

    def silenced() -> Silenced:
        from planner.desk import mutes

        if finding.post is None:
            return Silenced(mutes.mute_beside(desk, finding.check, reason, mutes.anchor(finding)), 0)
        changed = mutes.mute(desk, finding.post, finding.check, reason)
        return Silenced(changed, mutes.often_muted(desk).get(finding.check, 0))

    def done(done: Silenced) -> None:
        then(done.changed)
        _offer_to_switch_off(screen, finding.check, done.posts, then)

    work.write(screen, silenced, done)


def _offer_to_switch_off(screen: Screen[Any], check: str, posts: int, then: Then) -> None:
    """Ask at the fifth post on which a check is muted, and at each fifth after it, once a sitting."""
    from planner.desk.mutes import OFFERED_AT

    desk = desk_of(screen)
    offered = _OFFERED.setdefault(desk, set())
    if not posts or posts % OFFERED_AT or (check, posts) in offered:
        return
    offered.add((check, posts))

    def answered(yes: bool | None) -> None:
        from planner.desk import learning

        if yes:
            work.write(screen, lambda: learning.switch_off(desk, check), then)

    from planner.tui.dialogs.yes_or_no import YesOrNo

    named = {"name": findings.name(check), "count": dates.number(posts)}
    asked = say("“{name}” is muted on {count} posts. Switch it off in this calendar?", **named)
    screen.app.push_screen(YesOrNo(asked, say("The brief can switch it on again.")), answered)


def calls_readers(finding: KeptFinding) -> bool:
    """Whether a finding names readers that a person can say are hers too."""
    return finding.check == "wrong-reader" and not finding.muted and bool(finding.values.get("reader"))


def welcome(screen: Screen[Any], finding: KeptFinding, then: Then, typed: Mapping[str, Any] | None = None) -> None:
    """Remember that the readers a finding names are this author's too, and say so.

    `typed` holds the post's fields as they stand in an editor; without it the post is as it was saved.
    """
    desk = desk_of(screen)

    def welcomed() -> Changed | None:
        from planner.desk import learning
        from planner.tui.dialogs.readers import words_to_remember

        words = words_to_remember(desk, finding, typed)
        return learning.welcome_reader(desk, words) if words else None

    def done(changed: Changed | None) -> None:
        if changed is None:
            toast(screen, say("The brief says it is not for them: change it there."), "warning")
            return
        then(changed)
        remembered = say("“{readers}”: remembered as your readers. The brief can forget it.", readers=changed.title)
        # Two notices at once would both stay: this one takes the place of the deed's once that one stands.
        screen.call_after_refresh(toast, screen.app, remembered)

    work.write(screen, welcomed, done)

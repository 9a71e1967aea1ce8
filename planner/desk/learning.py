"""What the checks learn from their author, in the open: each thing can be seen, and forgotten."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from planner.desk.desk import Changed, Desk
from planner.desk.mutes import often_muted
from planner.desk.values import checked
from planner.model.brief import Brief

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date


@dataclass(frozen=True)
class Learnt:
    """What was learnt so far.

    Attributes:
        readers: words for readers that were said to be this author's too.
        usual_posts: how many posts say how precisely she usually writes; 0 while they are too few to say.
        stricter: whether her own limit for `generic` is stricter than everyone's.
        since: only posts from this day on are counted, when earlier ones were forgotten.
        often_muted: checks muted on five posts or more, each with the number of posts.
        off: the checks and groups that are switched off.
        weights: `check=severity` and `group=severity`.
    """

    readers: tuple[str, ...]
    usual_posts: int
    stricter: bool
    since: date | None
    often_muted: Mapping[str, int]
    off: tuple[str, ...]
    weights: tuple[str, ...]


def learnt(desk: Desk) -> Learnt:
    """Everything that was learnt from the author of this calendar."""
    from planner.focus.run import usual_limit

    calendar = desk.calendar()
    brief, usual = calendar.brief, usual_limit(calendar, desk.today())
    return Learnt(
        readers=tuple(brief.readers),
        usual_posts=usual.posts,
        stricter=usual.stricter,
        since=brief.limit_from,
        often_muted=often_muted(desk),
        off=tuple(brief.checks_off),
        weights=tuple(brief.severities),
    )


def welcome_reader(desk: Desk, words: str) -> Changed:
    """Remember that these readers are this author's too."""
    return _change(desk, "welcome-reader", words, lambda brief: {"readers": _with(brief.readers, words)})


def forget_reader(desk: Desk, words: str) -> Changed:
    """Forget that these readers were said to be this author's."""
    return _change(desk, "forget-reader", words, lambda brief: {"readers": _without(brief.readers, words)})


def forget_limit(desk: Desk) -> Changed:
    """Let no post before today say how precisely this author usually writes."""
    return _change(desk, "forget-limit", "", lambda brief: {"limit_from": desk.today()})


def switch_off(desk: Desk, check: str) -> Changed:
    """Switch a check, or a group of them, off for this calendar."""
    return _change(desk, "switch-off", check, lambda brief: {"checks_off": _with(brief.checks_off, check)})


def switch_on(desk: Desk, check: str) -> Changed:
    """Let a check, or a group of them, speak again in this calendar."""
    return _change(desk, "switch-on", check, lambda brief: {"checks_off": _without(brief.checks_off, check)})


def weigh(desk: Desk, check: str, severity: str = "") -> Changed:
    """Give a check, or a group of them, another severity in this calendar; "" gives back its own."""

    def weighed(brief: Brief) -> dict[str, Any]:
        others = [line for line in brief.severities if line.partition("=")[0] != check]
        return {"severities": [*others, f"{check}={severity}"] if severity else others}

    return _change(desk, "weigh", check, weighed)


def _change(desk: Desk, verb: str, quoted: str, change: Callable[[Brief], dict[str, Any]]) -> Changed:
    with desk.action(verb, title=quoted) as action:
        brief = action.get(Brief, 1)
        for name, value in checked("brief", change(brief)).items():
            if getattr(brief, name) != value:
                setattr(brief, name, value)
    return Changed(verb, "brief", 1, action.revision, quoted)


def _with(items: list[str], added: str) -> list[str]:
    known = {item.casefold() for item in items}
    return [*items, added] if added.casefold() not in known else items


def _without(items: list[str], gone: str) -> list[str]:
    return [item for item in items if item.casefold() != gone.casefold()]

"""The one table of what a user can do on the screen: action, key, group, where it applies.

It feeds the bindings, the footer, the help and the palette. Keys are single letters on the calendar; none needs
AltGr, and none that destroys stands beside its harmless twin. Every key can be changed in the settings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.binding import Binding

from planner.words import say, to_say

if TYPE_CHECKING:
    from collections.abc import Mapping


class Action(NamedTuple):
    """Something a user can do: `action_<name>` of the screen does it.

    `keys` are Textual's names, `shown` is how the first one is printed, `where` names the screens on which it
    applies, and `rank` is its place in the footer (0 for none; at most six have one on a screen).
    """

    name: str
    keys: str
    shown: str
    label: str
    help: str
    group: str
    where: frozenset[str]
    rank: int = 0


CALENDAR = frozenset({"calendar"})
EDITOR = frozenset({"editor"})
CHECKS = frozenset({"checks"})
BRIEF = frozenset({"brief"})
PAGES = frozenset({"calendar", "checks"})
MUTE = to_say("Silence a finding, with a reason, or let it speak again")
WELCOME = to_say("Remember that the readers a finding names are yours too")


def table() -> tuple[Action, ...]:
    """Every action, in the language spoken now."""
    return (*_moves(say("Move around")), *_posts(say("Posts")), *_views(say("Views"), say("Calendar")))


def _moves(move: str) -> tuple[Action, ...]:
    return (
        Action("day(-1)", "left,h", "←", say("day before"), say("Go to the day before"), move, CALENDAR),
        Action("day(1)", "right,l", "→", say("day after"), say("Go to the day after"), move, CALENDAR),
        Action("item(-1)", "up,k", "↑", say("above"), say("Go to what stands above"), move, CALENDAR),
        Action("item(1)", "down,j", "↓", say("below"), say("Go to what stands below"), move, CALENDAR),
        Action("edge(0)", "home", "Home", say("Monday"), say("Go to the first day of the week"), move, CALENDAR),
        Action("edge(6)", "end", "End", say("Sunday"), say("Go to the last day of the week"), move, CALENDAR),
        Action("week(1)", "w,pagedown", "w", say("next week"), say("Go to the next week"), move, CALENDAR),
        Action("week(-1)", "W,pageup", "W", say("last week"), say("Go to the week before"), move, CALENDAR),
        Action("month(1)", "m", "m", say("next month"), say("Go to the next month"), move, CALENDAR),
        Action("month(-1)", "M", "M", say("last month"), say("Go to the month before"), move, CALENDAR),
        Action("today", "t", "t", say("today"), say("Go to today"), move, CALENDAR),
        Action("go", "g", "g", say("go to"), say("Go to a date"), move, CALENDAR),
        Action("back", "escape", "esc", say("back"), say("Back; nothing is lost"), move, EDITOR | CHECKS | BRIEF, 5),
    )


def _posts(posts: str) -> tuple[Action, ...]:
    return (
        Action("plan", "n", "n", say("new"), say("Write a new post on the chosen day"), posts, CALENDAR, 1),
        Action("open", "enter,e", "↵", say("open it"), say("Open the chosen post"), posts, CALENDAR, 2),
        Action("reschedule", "r", "r", say("reschedule"), say("Give the post another day or hour"), posts, CALENDAR, 3),
        Action(
            "nudge(-1)", "H,shift+left", "H", say("a day earlier"), say("Move the post a day earlier"), posts, CALENDAR
        ),
        Action("nudge(1)", "L,shift+right", "L", say("a day later"), say("Move the post a day later"), posts, CALENDAR),
        Action(
            "nudge(-7)", "K,shift+up", "K", say("a week earlier"), say("Move the post a week earlier"), posts, CALENDAR
        ),
        Action(
            "nudge(7)", "J,shift+down", "J", say("a week later"), say("Move the post a week later"), posts, CALENDAR
        ),
        Action("duplicate", "p", "p", say("duplicate"), say("Copy the post as an undated draft"), posts, CALENDAR),
        Action("adapt", "a", "a", say("adapt"), say("Copy the post for another network"), posts, CALENDAR),
        Action("status", "s", "s", say("status"), say("Change the post's status"), posts, CALENDAR),
        Action("mute", "z", "z", say("mute"), say(MUTE), posts, CALENDAR),
        Action("mute", "z", "z", say("mute"), say(MUTE), posts, CHECKS, 3),
        Action("welcome", "y", "y", say("my readers too"), say(WELCOME), posts, PAGES),
        Action("delete", "d", "d", say("delete"), say("Put the post into the bin"), posts, CALENDAR),
        Action("save", "ctrl+s", "^s", say("save"), say("Save and stay"), posts, EDITOR | BRIEF, 1),
        Action("section(1)", "f6", "F6", say("next section"), say("Go to the next section"), posts, BRIEF, 2),
        Action("section(-1)", "shift+f6", "⇧F6", say("last section"), say("Go to the section before"), posts, BRIEF),
        Action("preview", "f2", "F2", say("preview"), say("The text as it will read"), posts, EDITOR, 2),
        Action(
            "next_finding",
            "f3",
            "F3",
            say("next finding"),
            say("Go to the next words that were marked"),
            posts,
            EDITOR,
            3,
        ),
        Action("open", "enter", "↵", say("open it"), say("Open the post of the chosen finding"), posts, CHECKS, 1),
    )


def _views(views: str, calendar: str) -> tuple[Action, ...]:
    return (
        Action("view", "v", "v", say("view"), say("Week, month, ideas"), views, CALENDAR),
        Action(
            "filter",
            "slash",
            "/",
            say("filter"),
            say("Show only the posts whose title holds some words"),
            views,
            CALENDAR,
        ),
        Action("unfilter", "escape", "esc", say("show all"), say("Show every post again"), views, CALENDAR),
        Action("checks", "c", "c", say("findings"), say("Everything the checks found"), views, CALENDAR, 4),
        Action("brief", "b", "b", say("brief"), say("Audience, objective, message, charter, rhythm"), views, CALENDAR),
        Action(
            "export",
            "x",
            "x",
            say("export"),
            say("Bring the calendar into Google Calendar or Outlook"),
            calendar,
            CALENDAR,
            5,
        ),
        Action("bring", "X", "X", say("import"), say("Take in a file: .ics, .csv, .md or .toml"), calendar, CALENDAR),
        Action("undo", "u", "u", say("undo"), say("Turn the last change back"), calendar, PAGES),
        Action("redo", "U", "U", say("redo"), say("Do the undone change again"), calendar, PAGES),
        Action("help", "question_mark,f1", "?", say("help"), say("Everything that can be done here"), views, PAGES, 6),
        Action("help", "f1", "F1", say("help"), say("Everything that can be done here"), views, EDITOR | BRIEF, 6),
        Action("quit", "q,ctrl+q", "q", say("quit"), say("Leave; every change is already saved"), calendar, CALENDAR),
        Action("by_group", "g", "g", say("group"), say("Only the findings of one group, then the next"), views, CHECKS),
        Action("by_weight", "s", "s", say("severity"), say("Only the heavier findings, then all"), views, CHECKS),
        Action(
            "explain",
            "e",
            "e",
            say("why"),
            say("What the check does, why, and what to write instead"),
            views,
            CHECKS,
            2,
        ),
    )


def actions_of(screen: str) -> list[Action]:
    """The actions that apply on a screen, in the order of the table."""
    return [action for action in table() if screen in action.where]


def identifier(action: Action, screen: str) -> str:
    """The name by which a key is changed in the settings, such as `calendar.plan`."""
    return f"{screen}.{action.name}"


def bindings_of(screen: str) -> list[Binding]:
    """Textual's bindings of a screen, each with its identifier."""
    return [
        Binding(action.keys, action.name, action.label, show=False, id=identifier(action, screen), tooltip=action.help)
        for action in actions_of(screen)
    ]


def key_of(screen: str, name: str, keys: Mapping[str, str] | None = None) -> str:
    """The key of an action on a screen as it is shown, or as the settings changed it."""
    action = next(action for action in actions_of(screen) if action.name == name)
    return (keys or {}).get(identifier(action, screen), action.shown)


def footer_of(screen: str, keys: Mapping[str, str] | None = None) -> list[tuple[str, str, str]]:
    """The six actions at most that the footer names: (key as shown, label, action)."""
    ranked = sorted((action for action in actions_of(screen) if action.rank), key=lambda action: action.rank)
    remapped = keys or {}
    return [
        (remapped.get(identifier(action, screen), action.shown), action.label, action.name) for action in ranked[:6]
    ]

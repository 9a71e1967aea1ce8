"""The commands that `?` and ctrl+p list: a screen's actions, and what the whole program offers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planner.tui.actions import actions_of, identifier
from planner.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Command(NamedTuple):
    """Something that can be chosen: `action` is Textual's action string; `words` says what it does."""

    group: str
    key: str
    words: str
    action: str
    label: str = ""

    @property
    def searched(self) -> str:
        """What typing is compared with: the label, the key and the words."""
        return f"{self.label} {self.words} {self.key}"


def screen_commands(screen: str, keys: Mapping[str, str]) -> list[Command]:
    """What can be done on a screen, grouped, with the keys as they were remapped."""
    found = [
        Command(
            action.group,
            keys.get(identifier(action, screen), action.shown),
            action.help,
            f"screen.{action.name}",
            action.label,
        )
        for action in actions_of(screen)
    ]
    groups = list(dict.fromkeys(command.group for command in found))
    return sorted(found, key=lambda command: groups.index(command.group))


def program_commands(themes: Iterable[str]) -> list[Command]:
    """What the program offers everywhere: calendars, language, colours, a picture of the screen."""
    group = say("planner")
    commands = [
        Command(group, "", say("Open or begin another calendar"), "app.other_calendar"),
        Command(group, "", say("Parler français"), "app.speak('fr')"),
        Command(group, "", say("Speak English"), "app.speak('en')"),
        Command(group, "", say("Save a picture of the screen (SVG)"), "app.picture"),
    ]
    return commands + [
        Command(say("Colours"), "", say("Colours: {name}", name=name), f"app.colours('{name}')") for name in themes
    ]

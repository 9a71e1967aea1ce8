"""What the whole program offers, whatever the screen: help, palette, language, colours, a picture."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from planner import settings as settings_file
from planner.tui.plain import toast
from planner.words import say, speak

if TYPE_CHECKING:
    from textual.app import App

    from planner.desk.desk import Desk
    from planner.settings import Settings
    from planner.tui.palette import Command

    Base = App[None]
else:
    Base = object


class ProgramCommands(Base):
    """The commands; the app they are mixed into holds the calendar and the settings."""

    settings: Settings
    desk: Desk | None

    def welcome(self) -> None:
        """Offer to begin, to look, or to open."""
        raise NotImplementedError

    def save_what_is_typed(self) -> None:
        """Save what stands unsaved in an editor or a brief."""
        raise NotImplementedError

    def show_calendar(self) -> None:
        """Show the open calendar on a fresh screen."""
        raise NotImplementedError

    def show_help(self, screen: str) -> None:
        """A searchable list of what can be done on a screen; the chosen one is done."""
        from planner.tui.palette import screen_commands

        self._list_commands(screen_commands(screen, self.settings.keys))

    def action_command_palette(self) -> None:
        """The same list, with what the whole program offers."""
        from planner.tui.palette import program_commands, screen_commands

        if self.screen.is_modal:
            return
        name = str(getattr(self.screen, "NAME", ""))
        self._list_commands(
            [*screen_commands(name, self.settings.keys), *program_commands(sorted(self.available_themes))]
        )

    def _list_commands(self, commands: list[Command]) -> None:
        from planner.tui.dialogs.help import HelpDialog

        def chosen(action: str | None) -> None:
            if action:
                self.call_later(self.run_action, action, self.screen)

        self.push_screen(HelpDialog(commands), chosen)

    def action_other_calendar(self) -> None:
        """Offer the welcome again."""
        self.save_what_is_typed()
        self.welcome()

    def action_speak(self, language: str) -> None:
        """Speak another language from now on, on fresh screens."""
        self.save_what_is_typed()
        self.settings = replace(self.settings, language=language)
        settings_file.save(self.settings)
        speak(language)
        if self.desk is not None:
            self.show_calendar()

    def action_colours(self, theme: str) -> None:
        """Wear other colours from now on."""
        self.theme = theme
        self.settings = replace(self.settings, theme=theme)
        settings_file.save(self.settings)

    def action_picture(self) -> None:
        """Save a picture of the screen in the folder planner was started from."""
        path = self.save_screenshot()
        toast(self, say("Saved: {path}", path=path))

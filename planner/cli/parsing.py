"""The arguments of one command, with its help and its refusals in the spoken language."""

from __future__ import annotations

import argparse
from itertools import takewhile
from typing import TYPE_CHECKING, Any, NoReturn

from planner.errors import UsageError
from planner.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence


def one_of(*words: str) -> Callable[[str], str]:
    """What takes one of two words or more, for an argument's `type`; any other is refused by its own name."""

    def taken(text: str) -> str:
        if text in words:
            return text
        raise _not_among(text, words)

    return taken


def one_of_words(words: Mapping[str, Collection[str]], shown: Sequence[str]) -> Callable[[str], str]:
    """What takes a word of planner's own as any language has it, and gives what it stands for.

    Args:
        words: each thing that can be meant, with all its words.
        shown: the words that a refusal names.
    """
    meant = {word.casefold(): name for name, called in words.items() for word in called}

    def taken(text: str) -> str:
        if (found := meant.get(text.casefold())) is None:
            raise _not_among(text, shown)
        return found

    return taken


def _not_among(text: str, words: Sequence[str]) -> UsageError:
    """The refusal; signs are quoted, for among commas nobody can tell them from those.

    argparse would quote the argument's name and not what was typed; this error it lets through.
    """
    told = list(words) if all(word.isalnum() for word in words) else [say("“{text}”", text=word) for word in words]
    return UsageError("argument-not-among", value=text, first=", ".join(told[:-1]), second=told[-1])


class Parser(argparse.ArgumentParser):
    """A parser that never exits: it raises what it cannot take, and explains itself in both languages."""

    def __init__(self, command: str, usage: str, about: str) -> None:
        """Stand for one command; `usage` is what follows its name."""
        super().__init__(
            prog=f"planner {command}".strip(),
            usage=f"planner {command} {usage}".strip(),
            description=about,
            add_help=False,
            allow_abbrev=False,
            exit_on_error=False,
        )
        self.command = command
        self.color = False
        self.words = self.add_argument_group(say("what it takes"))
        self.options = self.add_argument_group(say("options"))

    def word(self, name: str, help: str, **more: Any) -> None:  # noqa: A002
        """Take a word by its place; it may be absent, and the command says so when it needs it."""
        self.words.add_argument(name, **{"nargs": "?", "help": help, **more})

    def option(self, *names: str, help: str, **more: Any) -> None:  # noqa: A002
        """Take an option by its name."""
        self.options.add_argument(*names, help=help, **more)

    def taken(self, arguments: Sequence[str]) -> argparse.Namespace:
        """The arguments as they were understood; `given` names the long options among them, as they were written.

        Raises:
            UsageError: `argument-wrong`, with the argument that was not; `argument-missing` when an option
                stands without its value; `argument-not-among` from `one_of`.
        """
        self.option("-h", "--help", action="store_true", help=say("show this and stop"))
        for name, value, explained in (
            ("--calendar", say("FILE"), say("the calendar to work on, instead of the last one")),
            ("--lang", "fr|en", say("the language to speak")),
        ):
            self.option(name, metavar=value, help=explained)
        try:
            understood, left = self.parse_known_args(arguments)
        except argparse.ArgumentError as error:
            raise self._without_value(error, arguments) from error
        if left:
            raise self._refused(left[0])
        before_texts = takewhile(lambda argument: argument != "--", arguments)
        understood.given = [text.partition("=")[0] for text in before_texts if text.startswith("--")]
        return understood

    def error(self, message: str) -> NoReturn:
        """Refuse, where argparse would exit."""
        raise self._refused(message)

    def format_help(self) -> str:
        """The help, its first word in the spoken language."""
        return super().format_help().replace("usage: ", say("usage: "), 1)

    def _without_value(self, error: argparse.ArgumentError, arguments: Sequence[str]) -> UsageError:
        """What an option lacks, or the option that was given a value and takes none."""
        names = (error.argument_name or str(error)).split("/")
        for argument in arguments:
            if argument.partition("=")[0] in names and "=" in argument:
                return self._refused(argument)
        return UsageError("argument-missing", argument=f"{names[-1]} …", command=self.command)

    def _refused(self, argument: str) -> UsageError:
        return UsageError("argument-wrong", argument=argument, command=self.command)

"""French and English: every sentence planner says, through gettext; the English sentence is the key.

    speak("fr")
    say("{count} posts in {place}", count=3, place="LinkedIn")
    say_many("{count} post", "{count} posts", count)

A sentence that is written down before the language is known, in a table or at import, is marked with `to_say`
and said later with `say(TABLE[key])`. Values are data: what they hold is shown, never read as a format or as
markup, and control characters in it are made visible. Dates and numbers stand in `planner.words.dates`.
"""

from __future__ import annotations

import gettext
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from planner.model.gate import visible
from planner.model.terms import LANGUAGES

if TYPE_CHECKING:
    from planner.model.terms import Language

FOLDER = Path(__file__).parent
CATALOGUES = ("terms", "cli", "tui", "forms")
"""One catalogue a hand: `fr/<name>.po`, with its compiled `.mo` beside it."""

_chosen: dict[str, Language] = {"language": "en"}


def speak(language: str) -> None:
    """Choose the language of what follows; one that planner does not speak leaves English."""
    _chosen["language"] = next((known for known in LANGUAGES if known == language), "en")


def in_each_language(text: str) -> list[str]:
    """A word of planner's own as each language has it, for what a person may type in any of them."""
    before = spoken()
    try:
        return [_said_in(language, text) for language in LANGUAGES]
    finally:
        speak(before)


def _said_in(language: str, text: str) -> str:
    speak(language)
    return say(text)


def spoken() -> Language:
    """The language being spoken."""
    return _chosen["language"]


def to_say(sentence: str) -> str:
    """Mark a sentence for the translators and give it back as it is; `say` speaks it later."""
    return sentence


def say(sentence: str, /, **values: object) -> str:
    """The sentence in the spoken language, its values put in."""
    return _filled(_catalogue(spoken()).gettext(sentence), values)


def say_many(one: str, many: str, count: int, /, **values: object) -> str:
    """The sentence that fits the count, which is put in as `{count}`: none and one are singular in French."""
    return _filled(_catalogue(spoken()).ngettext(one, many, count), {"count": count, **values})


def placeholders(sentence: str) -> set[str]:
    """The names between braces in a sentence."""
    from string import Formatter

    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def _filled(sentence: str, values: dict[str, object]) -> str:
    if not values:
        return sentence
    return sentence.format_map(
        {name: visible(value) if isinstance(value, str) else value for name, value in values.items()}
    )


@lru_cache
def _catalogue(language: Language) -> gettext.NullTranslations:
    """What is known of a language: its catalogues one after the other; English needs none."""
    found = gettext.NullTranslations()
    for name in reversed(CATALOGUES):
        path = FOLDER / language / f"{name}.mo"
        if path.is_file():
            with path.open("rb") as file:
                read = gettext.GNUTranslations(file)
            read.add_fallback(found)
            found = read
    return found

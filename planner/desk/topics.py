"""The words that give away a topic the brief never treats: proposed here, kept in the topic's own line.

A line is `Politics: minister, vote`: the topic's name, then, after a colon, words that count as the topic's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planner.desk.desk import Desk

COLON = {"fr": " : ", "en": ": "}
"""How the two languages set a colon."""


def proposed(desk: Desk, topic: str) -> list[str]:
    """Three to six words that people use when they talk of this topic; none when nothing is known of it.

    Args:
        desk: the calendar, in whose language the words are; those its brief uses already are left out.
        topic: the line as it stands; the words it holds are not proposed again.
    """
    from planner.focus.judged import JudgedCalendar
    from planner.focus.text.never_topics import proposed_words

    judged = JudgedCalendar(desk.calendar(), desk.today())
    return list(proposed_words(topic, judged.language, judged.brief.everything))


def parted(line: str) -> tuple[str, list[str]]:
    """A topic's name and the words after its colon; a line that begins with a colon is a name."""
    name, _, words = line.partition(":")
    if not name.strip():
        return line.strip(), []
    return name.strip(), list(dict.fromkeys(word for part in words.split(",") if (word := part.strip())))


def joined(name: str, words: Iterable[str], language: str) -> str:
    """The line of a topic with its words; the name alone when there are none."""
    told = ", ".join(words)
    return f"{name}{COLON.get(language, COLON['en'])}{told}" if told else name

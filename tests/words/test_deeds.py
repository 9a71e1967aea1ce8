"""What was done is said for every verb of the desk, and for none besides."""

import ast
from pathlib import Path

import pytest

from planner import desk
from planner.desk.listening import KINDS
from planner.words import speak
from planner.words.deeds import DEEDS, deed

TAKERS = {"action": 0, "_write": 1, "_change": 1, "_copied": 1}


def verbs() -> set[str]:
    """The verbs that the desk writes into the journal."""
    found = {f"note-{record}" for record in KINDS}
    for path in Path(str(desk.__file__)).parent.glob("*.py"):
        for call in [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]:
            name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
            place = TAKERS.get(name)
            if place is not None and len(call.args) > place and isinstance(call.args[place], ast.Constant):
                found.add(str(call.args[place].value))  # type: ignore[attr-defined]
    return found


def test_each_verb_has_its_words_and_no_words_are_left_over() -> None:
    assert verbs() == DEEDS.keys()


@pytest.mark.parametrize("verb", DEEDS)
def test_a_deed_is_said_in_both_languages(verb: str) -> None:
    speak("fr")
    french = deed(verb, "Titre")
    speak("en")
    assert french != deed(verb, "Titre")

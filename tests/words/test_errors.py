"""Every error has its sentence in both languages, and a sentence never fails."""

import ast
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import planner
from planner import errors as kinds
from planner.errors import CalendarError, InputError, PlannerError
from planner.words import speak
from planner.words.errors import SENTENCES, VARIANTS, of_row, sentence

PACKAGE = Path(planner.__file__).parent
ERRORS = {name for name in vars(kinds) if name.endswith("Error")}


def raised() -> set[str]:
    """The keys of the errors that stand written out in the package."""
    calls = [
        node
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ERRORS
    ]
    return {
        node.args[0].value
        for node in calls
        if node.args and isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str)
    }


def test_every_error_has_a_sentence() -> None:
    assert raised() - SENTENCES.keys() == set()


def test_no_sentence_is_left_over() -> None:
    assert SENTENCES.keys() - raised() - {variant for _, variant in VARIANTS.values()} == set()


@pytest.mark.parametrize("key", sorted(SENTENCES))
def test_the_two_languages_say_it_each_in_its_words(key: str) -> None:
    told = {}
    for language in ("fr", "en"):
        speak(language)
        told[language] = sentence(PlannerError(key, cause=PlannerError("text-missing")))
        assert told[language].endswith(".")
        assert "!" not in told[language]
    assert told["fr"] != told["en"]


def test_fields_and_records_are_named_in_the_language() -> None:
    speak("fr")
    told = sentence(InputError("value-not-allowed", field="prepare_minutes", value="mille", allowed="0 – 1440"))
    assert told == (
        "«\u00a0mille\u00a0» ne convient pas ici\u00a0: minutes de préparation. Rien n’a changé. "
        "Permis\u00a0: 0 – 1440."
    )


def test_what_a_record_refuses_is_said_of_a_row_without_the_other_rows() -> None:
    rooms = ("desk/values.py", "desk/said_values.py", "model/gate.py", "model/when.py", "exchange/markdown.py")
    text = "\n".join((PACKAGE / room).read_text("utf-8") for room in rooms)
    keys = {key for key in SENTENCES if f'"{key}"' in text}
    keys |= {variant for key, (_, variant) in VARIANTS.items() if key in keys and variant in {"value-not-among"}}
    assert len(keys) > 8
    assert [key for key in sorted(keys) if "othing was changed" in of_row(PlannerError(key))] == []
    assert [key for key in sorted(keys) if "--" in of_row(PlannerError(key))] == []


def test_a_file_that_can_be_imported_is_not_only_no_calendar() -> None:
    speak("en")
    assert "`planner import a.toml`" in sentence(CalendarError("calendar-foreign", file="/x/a.toml"))
    assert "Open another file." in sentence(CalendarError("calendar-foreign", file="/x/a.doc"))


def test_names_stand_between_quotation_marks_and_fields_are_called() -> None:
    speak("en")
    told = sentence(InputError("needs-added", names=("How much is 5 %?", "B")))
    assert told == "Needs that would be added: “How much is 5 %?”, “B”."
    assert sentence(InputError("field-unknown", record="post", field="x", fields=("day", "network"))).endswith(
        "There are: day, network."
    )
    replaced = InputError("import-replaces-all", title="T", count=0)
    assert sentence(replaced) == "It takes the place of the whole calendar “T”. Undo gives it back."
    assert "go away: 2" in sentence(InputError("import-replaces-all", title="T", count=2))


def test_an_error_nobody_gave_words_is_still_a_sentence() -> None:
    speak("fr")
    assert "clef-inconnue" in sentence(PlannerError("clef-inconnue"))


def test_a_value_that_is_absent_is_an_ellipsis() -> None:
    speak("en")
    assert sentence(CalendarError("calendar-empty")).startswith("… is empty")


@given(
    st.sampled_from(sorted(SENTENCES)),
    st.dictionaries(st.sampled_from(["file", "field", "value", "title"]), st.text()),
)
def test_hostile_values_neither_fail_nor_reach_the_terminal(key: str, values: dict[str, str]) -> None:
    told = sentence(PlannerError(key, **values))
    assert not any(character in told for character in "\x00\x1b\x9b\u202e\ud800")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_an_hour_is_written_as_everywhere_else(language: str) -> None:
    speak(language)
    assert "9:00" in (told := sentence(InputError("event-whole-day", time="09:00")))
    assert "09:00" not in told

"""The words of the trade: one for each value of each closed list, in both languages."""

from enum import StrEnum

import pytest

from planner.desk.values import FIELDS
from planner.model.terms import Decision, NetworkKind, Purpose, SlotKind, Stage, Status
from planner.words import speak, terms
from planner.words.fields import FIELD

LISTS: list[tuple[dict[str, str], type[StrEnum]]] = [
    (terms.STATUS, Status),
    (terms.STATUS_SIGN, Status),
    (terms.PURPOSE, Purpose),
    (terms.SLOT_KIND, SlotKind),
    (terms.SLOT_KIND_SHORT, SlotKind),
    (terms.NETWORK_KIND, NetworkKind),
    (terms.STAGE, Stage),
    (terms.DECISION, Decision),
]


@pytest.mark.parametrize(("words", "values"), LISTS)
def test_each_value_has_its_word(words: dict[str, str], values: type[StrEnum]) -> None:
    assert words.keys() == {str(value) for value in values}


def test_each_field_of_each_record_has_its_word() -> None:
    assert {field for fields in FIELDS.values() for field in fields} - FIELD.keys() == set()
    assert FIELDS.keys() - terms.RECORD.keys() == set()


@pytest.mark.parametrize(
    ("told", "french"),
    [
        (terms.status, {"ready": "prête"}),
        (terms.purpose, {"help": "aider"}),
        (terms.slot_kind, {"watch": "veille"}),
        (terms.slot_kind_short, {"prepare": "prép."}),
        (terms.network_kind, {"owned": "à vous"}),
        (terms.stage, {"lead": "prospect"}),
        (terms.decision, {"stop": "arrêter"}),
        (terms.severity, {"warning": "avertissement"}),
        (terms.record, {"post": "publication"}),
        (terms.field, {"next_step": "suite"}),
        (terms.sign_of_status, {"draft": "◐"}),
        (terms.sign_of_severity, {"warning": "!"}),
    ],
)
def test_words_are_spoken(told: object, french: dict[str, str]) -> None:
    speak("fr")
    assert callable(told)
    assert {name: told(name) for name in french} == french


def test_a_value_without_words_is_shown_as_it_is() -> None:
    assert terms.status("other") == "other"
    assert terms.sign_of_status("other") == " "

"""How often something repeats, in both languages."""

import pytest

from planner.words import speak
from planner.words.rules import repeated


@pytest.mark.parametrize(
    ("rule", "english", "french"),
    [
        ("FREQ=WEEKLY;BYDAY=TU", "every week", "chaque semaine"),
        ("FREQ=DAILY;INTERVAL=3", "every 3 days", "tous les 3 jours"),
        ("FREQ=MONTHLY;INTERVAL=1", "every month", "chaque mois"),
        ("FREQ=YEARLY;INTERVAL=2", "every 2 years", "tous les 2 ans"),
        ("FREQ=HOURLY", "repeats", "se répète"),
        ("what", "repeats", "se répète"),
    ],
)
def test_a_rule_is_a_few_words(rule: str, english: str, french: str) -> None:
    told = []
    for language in ("en", "fr"):
        speak(language)
        told.append(repeated(rule))
    assert told == [english, french]

"""Days of the week in a form: typed by any of their names, shown in the language that is spoken."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from planner import words
from planner.desk.dates import WEEKDAYS as NAMES
from planner.errors import InputError
from planner.model.terms import LANGUAGES
from planner.model.when import WEEKDAYS
from planner.tui.screens.brief_fields import SECTIONS
from planner.tui.weekdays import weekdays_shown, weekdays_typed
from planner.tui.widgets.fields import shown, typed
from planner.words import errors
from tests.made import fill, fresh

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_day_is_read_as_it_is_shown_and_by_its_other_names(language: str) -> None:
    words.speak(language)
    for code, names in zip(WEEKDAYS, NAMES, strict=True):
        for name in (weekdays_shown([code]), code.lower(), *names, names[0].upper(), f"{names[1]}."):
            assert weekdays_typed("closed_days", f" {name} ") == [code]
    assert weekdays_typed("closed_days", "sam., Sunday\nMO\n\nlundi ") == ["SA", "SU", "MO", "MO"]


def test_what_is_no_day_is_refused_with_the_days_in_words() -> None:
    words.speak("fr")
    with pytest.raises(InputError) as refused:
        weekdays_typed("closed_days", "SA\nférié")
    assert "«\u00a0férié\u00a0»" in (said := errors.sentence(refused.value))
    assert "lun., mar., mer." in said


def test_the_briefs_closed_days_are_shown_in_words_and_kept_as_they_were(tmp_path: Path) -> None:
    (spec,) = [spec for _, specs in SECTIONS for spec in specs if spec.record == "closed_days"]
    words.speak("fr")
    with closing(fill(fresh(tmp_path))) as desk:
        text = shown(spec.kind, desk.calendar().brief.closed_days)
        assert text == "sam.\ndim."
        assert typed(spec, text, desk) == ["SA", "SU"]
        assert typed(spec, "", desk) == []

"""Public holidays by country and part of it, named in the calendar's language; a country unknown is not guessed."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from planner.focus.checks.rhythm.not_a_working_day import check
from planner.focus.judged import JudgedCalendar, JudgedPost
from tests.focus import build


def named(country: str, day: date, language: str = "fr") -> list[object]:
    calendar = build.calendar(language, [build.post(day=day)], brief_fields={"country": country, "closed_days": []})
    judged = JudgedCalendar(calendar, build.TODAY)
    post = calendar.posts[0]
    found = check.findings(JudgedPost(judged, post, judged.draft(post), None))
    return [finding.values["holiday"] for finding in found]


@pytest.mark.parametrize(
    ("country", "day", "language", "holiday"),
    [
        ("FR", date(2026, 5, 14), "fr", "Ascension"),
        ("fr ", date(2027, 1, 1), "fr", "Jour de l’an"),
        ("CA-QC", date(2026, 6, 24), "fr", "Fête nationale du Québec"),
        ("ca-qc", date(2026, 9, 7), "en", "Labour Day"),
        ("GB-ENG", date(2026, 4, 6), "en", "Easter Monday"),
        ("GB-SCT", date(2026, 11, 30), "en", "Saint Andrew’s Day"),
        ("CH", date(2026, 5, 14), "fr", "Ascension"),
        ("US", date(2026, 11, 26), "fr", "Thanksgiving Day"),
    ],
)
def test_a_holiday_is_named(country: str, day: date, language: str, holiday: str) -> None:
    assert named(country, day, language) == [holiday]


@pytest.mark.parametrize("country", ["CA", "GB", "GB-ZZZ"])
def test_without_a_known_part_only_the_whole_countrys_holidays_count(country: str) -> None:
    assert named(country, date(2026, 6, 24)) == named(country, date(2026, 4, 6)) == []
    assert len(named(country, date(2026, 12, 25))) == 1


@pytest.mark.parametrize("country", ["", "ZZ", "France", "WEEKEND", "EN", "-QC", "é", "%s", "__doc__"])
def test_a_country_unknown_is_not_guessed(country: str) -> None:
    assert named(country, date(2026, 12, 25)) == named(country, date(2026, 1, 1)) == []


def test_holidays_load_only_for_a_calendar_with_a_country() -> None:
    program = (
        "import sys\n"
        "from datetime import date\n"
        "from tests.focus.test_not_a_working_day import named\n"
        "named('', date(2026, 12, 25))\n"
        "assert 'holidays' not in sys.modules\n"
        "named('FR', date(2026, 12, 25))\n"
        "assert 'holidays' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True, cwd=Path(build.__file__).parents[2])

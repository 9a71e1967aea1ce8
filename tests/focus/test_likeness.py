"""Texts nearly the same are found whatever word was changed; texts that are not are left alone."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from planner.focus.checks.balance import same_subject
from planner.focus.checks.honest import copied
from planner.focus.judged import JudgedCalendar
from planner.focus.likeness import Met, Recent
from tests.focus import build
from tests.focus.build import calendar, on

if TYPE_CHECKING:
    from planner.model.calendar import Calendar

TEXT = (
    "Karim avait laissé dormir quatre mille euros de retenue de garantie sur un garage livré depuis deux ans . Une "
    "lettre recommandée de neuf lignes , envoyée un mardi matin , et le virement attendu est arrivé le vendredi suivant"
)
WORDS = TEXT.split()
NUMBERED = "La lettre recommandée du chantier aux maçons et aux menuisiers n° {}"


def _copied(bodies: tuple[str, str], apart: int = 10) -> bool:
    found = calendar(posts=[on(0, body=bodies[0]), on(apart, "x", body=bodies[1])])
    return bool(list(copied.judge(JudgedCalendar(found, build.TODAY))))


@given(st.integers(0, len(WORDS) - 1), st.sampled_from(["rien", "demain", "obligatoirement", "#artisans", ""]))
def test_a_copy_is_found_whatever_word_was_changed(place: int, word: str) -> None:
    changed = [*WORDS[:place], word, *WORDS[place + 1 :]]
    assert _copied((TEXT, " ".join(changed)))


@given(st.permutations(WORDS))
def test_the_same_words_in_another_order_are_no_copy(words: list[str]) -> None:
    kept = sum(one == other for one, other in zip(words, WORDS, strict=True))
    assert kept > len(WORDS) // 2 or not _copied((TEXT, " ".join(words)))


@given(st.integers(0, 90))
def test_a_copy_is_told_up_to_sixty_days_later(apart: int) -> None:
    text = TEXT
    assert _copied((text, text), apart) is (apart <= 60)


def _series(numbers: list[int]) -> Calendar:
    return calendar(posts=[on(day, title=NUMBERED.format(number)) for day, number in enumerate(numbers)])


@given(st.lists(st.integers(1, 6), max_size=12))
def test_in_a_series_only_a_number_that_comes_again_is_told(numbers: list[int]) -> None:
    told = {evidence.post for evidence in same_subject.judge(JudgedCalendar(_series(numbers), build.TODAY))}
    again = {place + 1 for place, number in enumerate(numbers) if number in numbers[:place]}
    assert told == again


def test_texts_that_share_no_key_are_not_compared() -> None:
    recent, post = Recent(), build.post()
    recent.add("one text", ["text"], post, build.TODAY, "")
    assert not list(recent.near("one texts", ["other"], date.min))
    assert len(list(recent.near("one texts", ["text"], date.min))) == 1
    assert not list(recent.near("one texts", ["text"], build.TODAY + timedelta(days=1)))


def test_the_latest_post_of_a_sort_is_the_last_before_a_day() -> None:
    met, first, second = Met(), build.post(title="one"), build.post(title="two")
    met.add(first, date(2026, 1, 1), "here")
    met.add(second, date(2026, 1, 9), "here")
    assert met.latest("here") == (second, date(2026, 1, 9))
    assert met.latest("here", before=date(2026, 1, 9)) == (first, date(2026, 1, 1))
    assert met.latest("here", before=date(2026, 1, 1)) is None
    assert met.latest("elsewhere") is None

"""A page of the calendar: what is in it, and what it never is written over."""

from __future__ import annotations

import stat
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from planner.desk import brief, mutes, posts
from planner.desk.send_page import export_page
from planner.errors import InputError
from tests.exchange.pages import labels, seen
from tests.made import MONDAY

if TYPE_CHECKING:
    from pathlib import Path

    from planner.desk.desk import Desk
    from planner.desk.send_page import Kind
    from tests.exchange.pages import Seen


def page(desk: Desk, folder: Path, kind: Kind, day: date = MONDAY, **options: bool) -> Seen:
    sent = export_page(desk, folder / "page.html", kind, day, labels(), **options)
    return seen(sent.path.read_bytes())


def test_a_week_holds_its_posts_but_none_that_was_dropped_or_binned(filled: Desk, tmp_path: Path) -> None:
    text = page(filled, tmp_path, "week").text
    assert "Retenue" in text
    assert "[/promo]" in text
    assert "“Comment être payé ?”" in text
    for absent in ("Non", "Corbeille", "Une idée"):
        assert absent not in text
    assert "Nothing is planned here." in page(filled, tmp_path, "week", date(2020, 1, 6), slots=False).text


def test_an_untitled_post_is_called_by_its_first_words_once(filled: Desk, tmp_path: Path) -> None:
    assert page(filled, tmp_path, "week").text.count("Prête") == 1


def test_a_week_has_its_blocks_unless_they_are_left_out(filled: Desk, tmp_path: Path) -> None:
    assert "review" in page(filled, tmp_path, "week").text
    assert "review" not in page(filled, tmp_path, "week", slots=False).text


def test_findings_are_told_when_they_are_asked_for_and_not_when_muted(filled: Desk, tmp_path: Path) -> None:
    assert "findings" not in page(filled, tmp_path, "week").attributes("class")
    assert "findings" in page(filled, tmp_path, "week", findings=True).attributes("class")
    for card in filled.cards(MONDAY, MONDAY + timedelta(6)):
        for found in filled.findings_of(card.id):
            mutes.mute(filled, card.id, found.check, "c'est voulu")
    assert "findings" not in page(filled, tmp_path, "week", findings=True).attributes("class")


def test_a_month_holds_its_posts_and_no_others(filled: Desk, tmp_path: Path) -> None:
    posts.plan(filled, title="Décembre", day=date(2026, 12, 1))
    text = page(filled, tmp_path, "month").text
    assert "Retenue" in text
    assert "Décembre" not in text
    assert "Décembre" in page(filled, tmp_path, "month", date(2026, 12, 31)).text


def test_the_brief_holds_what_the_audience_asks(filled: Desk, tmp_path: Path) -> None:
    text = page(filled, tmp_path, "brief").text
    for told in ("“Que répondre à un décompte ?”", "retenue de garantie", "Patrons du bâtiment du Rhône", "LinkedIn"):
        assert told in text


def test_a_page_is_for_its_owner_and_replaces_only_a_page_of_ours(filled: Desk, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    export_page(filled, path, "week", MONDAY, labels())
    first = path.read_bytes()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    export_page(filled, path, "week", MONDAY, labels())
    assert path.read_bytes() == first
    path.write_text("<!doctype html><p>mine</p>")
    with pytest.raises(InputError, match="not-ours"):
        export_page(filled, path, "week", MONDAY, labels())
    assert path.read_text() == "<!doctype html><p>mine</p>"
    export_page(filled, path, "week", MONDAY, labels(), force=True)
    assert path.read_bytes() == first


def test_an_hour_of_another_zone_is_printed_with_its_place(desk: Desk, tmp_path: Path) -> None:
    for title, at, zone in (("Là-bas", "10:00", "America/Toronto"), ("Après", "14:00", "")):
        posts.plan(desk, title=title, day=MONDAY, time=at, zone=zone)
    brief.add_slot(desk, kind="watch", day=MONDAY, time="09:00", zone="America/Toronto", minutes=20)
    week = page(desk, tmp_path, "week").text
    assert "10:00 Toronto (16:00)" in week
    assert week.index("14:00") < week.index("9:00 Toronto (15:00)") < week.index("10:00 Toronto")
    month = page(desk, tmp_path, "month").text
    assert "10:00 Toronto" in month
    assert month.index("Après") < month.index("Là-bas")

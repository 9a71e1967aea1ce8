"""The read model says what the records say."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from typing import TYPE_CHECKING

from planner.desk import brief, listening, posts
from planner.model.card import Card, KeptFinding
from planner.store import kept
from planner.store.records import RECORDS
from tests.made import MONDAY

if TYPE_CHECKING:
    import pytest

    from planner.desk.desk import Desk

SUNDAY = MONDAY + timedelta(days=6)


def test_the_tables_hold_the_columns_of_the_records(filled: Desk) -> None:
    with closing(sqlite3.connect(filled.path)) as connection:
        for kind in RECORDS:
            rows = connection.execute(f'PRAGMA table_info("{kind.__tablename__}")').fetchall()
            assert [row[1] for row in rows] == list(kind.model_fields), kind.__tablename__


def test_a_card_says_what_its_post_says(filled: Desk) -> None:
    calendar = filled.calendar()
    posts_shown = {post.id: post for post in calendar.posts}
    cards = [*filled.cards(date(1900, 1, 1), date(2200, 1, 1)), *filled.ideas()]
    assert {card.id for card in cards} == set(posts_shown)
    for card in cards:
        post = posts_shown[card.id]
        network = calendar.network(post.network_id)
        assert card == Card(
            card.id, str(post.day or ""), str(post.time or "")[:5], post.zone, post.status,
            network.name if network else "", post.title, post.purpose, post.need_id, 0, 0, 0,
        )  # fmt: skip
        assert filled.card(card.id) == card


def test_cards_stand_in_order_of_day_and_time_within_their_days(desk: Desk) -> None:
    for title, day, at in (("c", 1, "08:00"), ("b", 0, "17:00"), ("a", 0, "09:30"), ("d", 7, "09:00")):
        posts.plan(desk, title=title, day=MONDAY + timedelta(days=day), time=at)
    assert [card.title for card in desk.cards(MONDAY, SUNDAY)] == ["a", "b", "c"]


def test_an_hour_of_another_zone_says_what_it_is_here_and_stands_by_its_moment(desk: Desk) -> None:
    for title, at, zone in (
        ("toronto", "10:00", "America/Toronto"), ("paris", "14:00", "Europe/Paris"), ("own", "11:00", ""),
        ("tokyo", "05:00", "Asia/Tokyo"),
    ):  # fmt: skip
        posts.plan(desk, title=title, day=MONDAY, time=at, zone=zone)
    shown = [(card.title, card.time, card.here) for card in desk.cards(MONDAY, SUNDAY)]
    before = (MONDAY - timedelta(days=1)).isoformat()
    assert shown == [
        ("tokyo", "05:00", f"{before}T21:00"), ("own", "11:00", ""), ("paris", "14:00", ""),
        ("toronto", "10:00", f"{MONDAY}T16:00"),
    ]  # fmt: skip
    assert desk.card(1) == desk.titled("toronto")[0] == desk.cards(MONDAY, SUNDAY)[-1]


def test_a_slot_of_another_zone_says_what_its_hour_is_here_on_each_day(desk: Desk) -> None:
    brief.add_slot(desk, kind="watch", day=MONDAY, time="16:30", minutes=20)
    brief.add_slot(
        desk, kind="publish", day=date(2026, 3, 20), time="10:00", zone="America/Toronto", rule="FREQ=WEEKLY"
    )
    (friday,) = desk.blocks(date(2026, 3, 20), date(2026, 3, 20))
    assert (friday.time, friday.zone, friday.here) == ("10:00", "America/Toronto", "2026-03-20T15:00")
    (after,) = desk.blocks(date(2026, 4, 3), date(2026, 4, 3))
    assert after.here == "2026-04-03T16:00"
    brief.write_slot(desk, 2, day=MONDAY, rule="")
    assert [block.kind for block in desk.blocks(MONDAY, MONDAY)] == ["publish", "watch"]
    brief.write_slot(desk, 2, time="11:00")
    assert [block.kind for block in desk.blocks(MONDAY, MONDAY)] == ["watch", "publish"]


def test_the_days_cards_are_one_query_whatever_their_zones(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    for at in ("09:00", "10:00"):
        posts.plan(desk, title=at, day=MONDAY, time=at, zone="America/Toronto")
    asked: list[str] = []
    rows = desk.database.rows

    def noted(query: str, values: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
        asked.append(query)
        return rows(query, values)

    monkeypatch.setattr(desk.database, "rows", noted)
    assert len(desk.cards(MONDAY, SUNDAY)) == 2
    assert len(asked) == 1


def test_findings_are_counted_and_muted_ones_are_not(filled: Desk) -> None:
    post = filled.titled("Retenue")[0].id
    kept.keep(
        filled.database,
        [
            KeptFinding("generic", "warning", "message", {"words": ["x"]}, [("body", 0, 3)], post, "", ""),
            KeptFinding("off-target", "error", "message", {}, [], post, "", ""),
            KeptFinding("hashtags", "error", "message", {}, [], post, "", "voulu"),
            KeptFinding("over-hours", "suggestion", "message", {}, [], None, MONDAY.isoformat(), ""),
            KeptFinding("gone", "error", "message", {}, [], 9_999, "", ""),
        ],
    )
    card = filled.card(post)
    assert card is not None
    assert (card.errors, card.warnings, card.suggestions) == (1, 1, 0)
    assert [found.check for found in filled.findings_of(post)] == ["off-target", "generic", "hashtags"]
    assert [found.check for found in filled.findings_beside(SUNDAY)] == ["over-hours"]
    assert filled.findings_beside(SUNDAY + timedelta(days=1)) == []
    assert [found.check for found in filled.all_findings()] == ["off-target", "generic", "over-hours", "hashtags"]
    focus = filled.focus(MONDAY)
    assert (focus.errors, focus.warnings, focus.suggestions) == (1, 1, 1)


def test_the_focus_says_figure_networks_and_hours(filled: Desk) -> None:
    focus = filled.focus(MONDAY)
    assert (focus.figure, focus.target, focus.due) == (2.0, 8.0, "2027-03-31")
    assert (focus.networks, focus.owned, focus.budget) == (("LinkedIn",), ("La lettre",), 1)
    work = sum(
        post.prepare_minutes + post.publish_minutes + post.reply_minutes
        for post in filled.calendar().planned(MONDAY, SUNDAY)
    )
    assert focus.minutes == work + 60
    assert focus.available == 240
    listening.note(filled, "result", day=MONDAY + timedelta(days=1), indicator="requests", figure=5)
    assert filled.focus(MONDAY).figure == 5.0 == filled.calendar().figure()


def test_blocks_stand_on_their_days_and_say_when_they_are_filled(filled: Desk) -> None:
    tuesday = MONDAY + timedelta(days=1)
    blocks = filled.blocks(MONDAY, SUNDAY)
    assert [(block.day, block.kind, block.time) for block in blocks] == [
        (MONDAY.isoformat(), "review", "17:00"),
        (tuesday.isoformat(), "publish", "09:00"),
    ]
    assert not blocks[1].filled
    posts.plan(filled, title="x", day=tuesday, network_id=filled.calendar().networks[0].id)
    assert filled.blocks(MONDAY, SUNDAY)[1].filled
    brief.write_slot(filled, blocks[1].slot, skipped=[tuesday])
    assert [block.kind for block in filled.blocks(MONDAY, SUNDAY)] == ["review"]


def test_only_rented_networks_earn_a_wider_budget(filled: Desk) -> None:
    rented, owned = filled.calendar().networks
    brief.write_network(filled, owned.id or 0, criterion_met=True)
    assert filled.focus(MONDAY).budget == 1
    brief.write_network(filled, rented.id or 0, criterion_met=True)
    assert filled.focus(MONDAY).budget == 2


def test_a_title_is_found_whatever_the_case_of_its_letters(desk: Desk) -> None:
    posts.plan(desk, title="L’Été à Lyon")
    posts.delete(desk, posts.plan(desk, title="Été passé").id)
    for words in ("été", "ÉTÉ", "e\u0301te\u0301", "l’é"):
        assert [card.title for card in desk.titled(words)] == ["L’Été à Lyon"], words
    assert desk.titled("ete") == []


def test_signs_in_a_search_are_plain_characters(desk: Desk) -> None:
    posts.plan(desk, title="20 % de remise")
    posts.plan(desk, title="Autre_chose \\ ici")
    assert [card.title for card in desk.titled("%")] == ["20 % de remise"]
    assert [card.title for card in desk.titled("_")] == ["Autre_chose \\ ici"]
    assert [card.title for card in desk.titled("\\")] == ["Autre_chose \\ ici"]

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

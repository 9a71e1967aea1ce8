"""A page of the calendar, to print or to send: a week, a month, or the brief."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from planner.desk.bundle import first_words
from planner.desk.send import ExportedFile
from planner.exchange import printed
from planner.exchange.files import write_whole
from planner.exchange.printed_brief import PrintedBrief, PrintedNetwork, brief_page
from planner.exchange.printed_month import month_page
from planner.exchange.printed_week import week_page
from planner.model.when import monday, shift_month

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from planner.desk.desk import Desk
    from planner.exchange.printed import Head, Labels, PrintedPost
    from planner.model.card import Card

Kind = Literal["week", "month", "brief"]


def export_page(
    desk: Desk,
    path: Path,
    kind: Kind,
    day: date,
    labels: Labels,
    *,
    findings: bool = False,
    slots: bool = True,
    force: bool = False,
) -> ExportedFile:
    """Write a page; what it counts are its posts, or the needs of the brief.

    Args:
        desk: the open calendar.
        path: the file to write.
        kind: `week`, `month` or `brief`.
        day: a day of the week or of the month.
        labels: the words of the page.
        findings: whether a week's posts are followed by what the checks found in them.
        slots: whether a week has its recurring blocks.
        force: replace a file that planner did not write.

    Raises:
        InputError: `not-ours` when a file stands there that planner did not write.
        OutsideError: `disk-full` or `cannot-write`.
    """
    pages: dict[Kind, Callable[[], tuple[bytes, int]]] = {
        "week": lambda: _week(desk, day, labels, findings, slots),
        "month": lambda: _month(desk, day, labels),
        "brief": lambda: _brief(desk, day, labels),
    }
    page, count = pages[kind]()
    write_whole(path, [page], _is_our_page, force=force)
    return ExportedFile(path, count, [])


def _is_our_page(head: bytes) -> bool:
    return head.startswith(b"<!doctype html>") and printed.MARK.encode() in head


def _head(desk: Desk, day: date) -> Head:
    unit = str(desk.database.rows("SELECT unit FROM brief")[0][0])
    return printed.Head(desk.focus(day), unit, desk.today())


def _week(desk: Desk, day: date, labels: Labels, findings: bool, slots: bool) -> tuple[bytes, int]:
    first = monday(day)
    last = first + timedelta(days=6)
    if findings:
        from planner.desk.check import recheck

        recheck(desk)
    posts = [_whole(desk, card, findings) for card in _planned(desk, first, last)]
    blocks = [block for block in desk.blocks(first, last) if not block.filled] if slots else []
    return week_page(_head(desk, day), first, posts, blocks, labels), len(posts)


def _month(desk: Desk, day: date, labels: Labels) -> tuple[bytes, int]:
    first = day.replace(day=1)
    last = shift_month(first, 1) - timedelta(days=1)
    posts = [_short(card) for card in _planned(desk, first, last)]
    return month_page(_head(desk, day), first, posts, labels), len(posts)


def _planned(desk: Desk, first: date, last: date) -> list[Card]:
    return [card for card in desk.cards(first, last) if card.status != "dropped"]


def _short(card: Card) -> PrintedPost:
    return printed.PrintedPost(
        card.day, card.time, card.status, card.network, card.title, zone=card.zone, here=card.here
    )


def _whole(desk: Desk, card: Card, findings: bool) -> PrintedPost:
    """A post with its text; a heading at the top of an untitled one is its title, not said twice."""
    post = desk.post(card.id)
    title, body = card.title, post.body
    if not title and (words := first_words(body)):
        title = words
        first, _, rest = body.lstrip().partition("\n")
        body = rest if first.startswith("#") else body
    found = [finding for finding in desk.findings_of(card.id) if not finding.muted] if findings else []
    return printed.PrintedPost(
        card.day, card.time, card.status, card.network, title, card.purpose, desk.need_words(card.need),
        body, post.next_step, post.link, found, card.zone, card.here,
    )  # fmt: skip


def _brief(desk: Desk, day: date, labels: Labels) -> tuple[bytes, int]:
    calendar = desk.calendar()
    brief = calendar.brief
    networks = [
        PrintedNetwork(network.name, network.kind, network.open, network.url, network.criterion)
        for network in calendar.networks
    ]
    told = PrintedBrief(
        brief.portrait, brief.not_for, [need.text for need in calendar.needs], brief.words, brief.places,
        brief.message, brief.do, brief.dont, networks, brief.posts_per_week, brief.hours_per_week, brief.reply_hours,
    )  # fmt: skip
    return brief_page(_head(desk, day), told, labels), len(calendar.needs)

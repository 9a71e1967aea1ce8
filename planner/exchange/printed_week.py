"""A week as a page: each day's posts with their texts, ready to be read through or copied."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from planner.exchange.markup import Html, element, escaped, joined, link, rendered
from planner.exchange.printed import foreign, terms, whole_page
from planner.model.card import moment_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planner.exchange.printed import Head, Labels, PrintedPost
    from planner.model.card import Block

POST_LEVEL = 3
"""The level of a post's title: the page is 1, a day is 2."""


def week_page(head: Head, monday: date, posts: Sequence[PrintedPost], blocks: Sequence[Block], labels: Labels) -> bytes:
    """The page of a week; days that hold nothing are left out.

    Args:
        head: the calendar, its audience and its objective.
        monday: the week's first day.
        posts: the week's posts, in order of day and hour.
        blocks: the recurring blocks of the week.
        labels: the words.
    """
    language = foreign(head, labels)
    days = sorted({*(post.day for post in posts), *(block.day for block in blocks)})
    sections = [_day(day, posts, blocks, language, labels) for day in days]
    body = joined(sections) if sections else element("p", labels.words["nothing"], class_="quiet")
    return whole_page(labels.week_title(monday), head, body, labels)


def _day(day: str, posts: Sequence[PrintedPost], blocks: Sequence[Block], language: str, labels: Labels) -> Html:
    rows = [
        (moment_of(post) if post.time else "~", 0, _post(post, language, labels)) for post in posts if post.day == day
    ]
    rows += [(moment_of(block), 1, _block(block, language, labels)) for block in blocks if block.day == day]
    rows.sort(key=lambda row: row[:2])
    heading = element("h2", _when(date.fromisoformat(day), labels))
    return element("section", heading, *(row[-1] for row in rows), class_="day")


def _when(day: date, labels: Labels) -> Html:
    return element("time", labels.day_in_week(day), datetime=day.isoformat())


def _post(post: PrintedPost, language: str, labels: Labels) -> Html:
    title = post.title or labels.words["untitled"]
    parts = [element("h3", title, lang=language if post.title else ""), _standing(post, labels)]
    if post.body.strip():
        parts.append(element("div", rendered(post.body, POST_LEVEL), class_="text", lang=language, dir="auto"))
    else:
        parts.append(element("p", labels.words["no-text"], class_="quiet"))
    parts.append(terms(_leads_to(post, language, labels)))
    if post.findings:
        parts.append(_findings(post, labels))
    return element("article", *parts, class_="post")


def _standing(post: PrintedPost, labels: Labels) -> Html:
    """The hour, the network, the status and the purpose, on one line."""
    sign = element("span", labels.status_signs.get(post.status, ""), aria_hidden="true")
    status = joined([sign, labels.statuses.get(post.status, post.status)], " ")
    told = [
        element("time", labels.hour_in_full(post), datetime=f"{post.day}T{post.time}") if post.time else "",
        element("strong", post.network) if post.network else "",
        element("span", status, class_=f"status {post.status}"),
        labels.purposes.get(post.purpose, ""),
    ]
    return element("p", joined(told, " · "), class_="standing")


def _leads_to(post: PrintedPost, language: str, labels: Labels) -> list[tuple[str, str]]:
    need = element("span", labels.quoted(post.need), lang=language) if post.need else ""
    step = element("span", post.next_step, lang=language) if post.next_step else ""
    return [
        (labels.words["need"], need),
        (labels.words["next-step"], step),
        (labels.words["link"], link(post.link) if post.link else ""),
    ]


def _findings(post: PrintedPost, labels: Labels) -> Html:
    rows = [
        element(
            "li",
            element("strong", labels.ending(labels.severities.get(found.severity, found.severity), ":")),
            " ",
            labels.finding(found),
        )
        for found in post.findings
    ]
    return element("ul", *rows, class_="findings", aria_label=labels.words["findings"])


def _block(block: Block, language: str, labels: Labels) -> Html:
    """A recurring block on one quiet line; a publishing one that no post fills is free."""
    kind = labels.words["free"] if block.kind == "publish" else labels.slot_kinds.get(block.kind, block.kind)
    told = [
        element("time", labels.hour_in_full(block), datetime=f"{block.day}T{block.time}"),
        escaped(kind),
        element("span", block.title, lang=language) if block.title else "",
        escaped(block.network),
        escaped(labels.duration(block.minutes)),
    ]
    return element("p", joined(told, " · "), class_="block")

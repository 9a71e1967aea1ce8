"""A month as a page: a table of weeks, which a narrow screen shows as a list of days."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from planner.exchange.markup import Html, element, joined
from planner.exchange.printed import foreign, whole_page
from planner.model.when import month_grid

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from planner.exchange.printed import Head, Labels, PrintedPost


def month_page(head: Head, month: date, posts: Sequence[PrintedPost], labels: Labels) -> bytes:
    """The page of a month.

    Args:
        head: the calendar, its audience and its objective.
        month: the month's first day.
        posts: the month's posts, in order of day and hour.
        labels: the words.
    """
    language = foreign(head, labels)
    title = labels.month_title(month)
    by_day = {day: list(found) for day, found in groupby(posts, key=lambda post: post.day)}
    days = month_grid(month)
    weeks = [days[first : first + 7] for first in range(0, 42, 7)]
    names = [element("th", labels.weekday(day), scope="col") for day in weeks[0]]
    rows = [
        element("tr", _week(week, labels), *(_cell(day, month, by_day, language, labels) for day in week))
        for week in weeks
        if any(day.month == month.month for day in week)
    ]
    corner = element("th", element("abbr", labels.words["week-short"], title=labels.words["week"]), scope="col")
    heads = element("thead", element("tr", corner, *names))
    table = element("table", element("caption", title), heads, element("tbody", *rows), class_="month")
    if not posts:
        table = joined([table, element("p", labels.words["nothing"], class_="quiet")])
    return whole_page(title, head, joined([table, _legend(posts, labels)]), labels, wide=True)


def _week(week: list[date], labels: Labels) -> Html:
    number = str(week[0].isocalendar().week)
    spoken = element("span", labels.words["week"] + " ", class_="long")
    return element("th", spoken, number, scope="row", class_="week")


def _cell(day: date, month: date, by_day: dict[str, list[PrintedPost]], language: str, labels: Labels) -> Html:
    if day.month != month.month:
        return element("td", class_="outside empty")
    posts = by_day.get(day.isoformat(), [])
    short = element("span", str(day.day), class_="short", aria_hidden="true")
    long = element("span", labels.day_in_week(day), class_="long")
    number = element("time", short, long, datetime=day.isoformat())
    rows = element("ul", *(_post(post, language, labels) for post in posts)) if posts else Html("")
    return element("td", number, rows, class_="" if posts else "empty")


def _post(post: PrintedPost, language: str, labels: Labels) -> Html:
    sign = element("span", labels.status_signs.get(post.status, ""), aria_hidden="true")
    status = element("span", labels.statuses.get(post.status, post.status), class_="spoken")
    hour = labels.hour(post)
    title = element("span", post.title or labels.words["untitled"], lang=language if post.title else "")
    stands = joined([hour, joined([sign, status]), post.network], " ")
    return element("li", element("span", stands, class_="standing"), " ", title, class_=post.status)


def _legend(posts: Sequence[PrintedPost], labels: Labels) -> Html:
    """What the signs of the table mean, those that stand in it."""
    seen = [status for status in labels.status_signs if any(post.status == status for post in posts)]
    told = [f"{labels.status_signs[status]} {labels.statuses[status]}" for status in seen]
    return element("p", joined(told, " · "), class_="legend", aria_hidden="true") if told else Html("")

"""The brief as a page: whom the calendar is for, what they ask, what it wants to reach, where, and how often."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.exchange.markup import Html, element, joined, link, rendered
from planner.exchange.printed import foreign, terms, whole_page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planner.exchange.printed import Head, Labels

SECTION_LEVEL = 2
WRAPPED = re.compile(r"(?<=\S)\n(?=[^\W\d_])")
"""A line end within a sentence that was wrapped by hand: on a page the browser wraps."""


@dataclass(frozen=True)
class PrintedNetwork:
    """A network as a page shows it."""

    name: str
    kind: str
    open: bool
    url: str
    criterion: str


@dataclass(frozen=True)
class PrintedBrief:
    """The brief as a page shows it; empty parts are left out."""

    portrait: str
    not_for: Sequence[str]
    needs: Sequence[str]
    words: Sequence[str]
    places: Sequence[str]
    message: str
    do: Sequence[str]
    dont: Sequence[str]
    networks: Sequence[PrintedNetwork]
    posts_per_week: float
    hours_per_week: float
    reply_hours: int


def brief_page(head: Head, brief: PrintedBrief, labels: Labels) -> bytes:
    """The page of the brief.

    Args:
        head: the calendar, its audience and its objective.
        brief: what stands in it.
        labels: the words.
    """
    language, words = foreign(head, labels), labels.words
    sections = [
        _section(words["message"], _said(brief.message, language)),
        _section(words["portrait"], _text(WRAPPED.sub(" ", brief.portrait), language)),
        _section(words["needs"], _list(map(labels.quoted, brief.needs), language)),
        _section(words["words"], _run(brief.words, language)),
        _section(words["places"], _list(brief.places, language)),
        _section(words["not-for"], _list(brief.not_for, language)),
        _section(words["do"], _list(brief.do, language)),
        _section(words["dont"], _list(brief.dont, language)),
        _section(words["networks"], _networks(brief, head, language, labels)),
        _section(words["rhythm"], _rhythm(brief, labels)),
    ]
    return whole_page(words["brief"], head, joined(sections), labels)


def _section(title: str, content: Html) -> Html:
    return element("section", element("h2", title), content, class_="part") if content else Html("")


def _said(text: str, language: str) -> Html:
    return element("p", text, class_="message", lang=language) if text.strip() else Html("")


def _text(text: str, language: str) -> Html:
    if not text.strip():
        return Html("")
    return element("div", rendered(text, SECTION_LEVEL), class_="text", lang=language, dir="auto")


def _list(items: object, language: str) -> Html:
    rows = [element("li", str(item)) for item in items if str(item).strip()]  # type: ignore[attr-defined]
    return element("ul", *rows, lang=language) if rows else Html("")


def _run(items: Sequence[str], language: str) -> Html:
    """Short words on a line."""
    return element("p", joined(items, " · "), lang=language) if items else Html("")


def _networks(brief: PrintedBrief, head: Head, language: str, labels: Labels) -> Html:
    if not brief.networks:
        return Html("")
    rows = [element("li", _network(network, language, labels)) for network in brief.networks]
    allowed = labels.networks(len(head.focus.networks), head.focus.budget)
    return joined([element("ul", *rows), element("p", allowed, class_="quiet")])


def _network(network: PrintedNetwork, language: str, labels: Labels) -> Html:
    told = [
        element("strong", network.name),
        labels.network_kinds.get(network.kind, network.kind),
        "" if network.open else labels.words["not-open"],
        link(network.url) if network.url else "",
    ]
    head = joined(told, " · ")
    if not network.criterion:
        return head
    criterion = element("span", network.criterion, lang=language)
    named = labels.ending(labels.words["criterion"], ":")
    return joined([head, element("p", named, " ", criterion, class_="quiet")])


def _rhythm(brief: PrintedBrief, labels: Labels) -> Html:
    return terms([
        (labels.words["posts-per-week"], labels.number(brief.posts_per_week)),
        (labels.words["hours-per-week"], labels.duration(round(brief.hours_per_week * 60))),
        (labels.words["reply-within"], labels.duration(brief.reply_hours * 60)),
    ])  # fmt: skip

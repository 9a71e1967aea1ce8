"""A page to print or to send: one file, in itself, that asks nothing of the network and runs nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from planner.exchange.markup import Html, element, escaped, joined

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from planner.model.card import Focus, KeptFinding, Standing

MARK = '<meta name="generator" content="planner">'
"""What the head of each page says, to know it again by."""
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""Nothing is fetched and nothing runs (Content Security Policy level 3), whatever a text may hold."""


@dataclass(frozen=True)
class Labels:
    """The words of a page, in the reader's language, and what writes its days, hours and figures.

    Attributes:
        language: the reader's language, `fr` or `en`.
        words: planner's own words, by key.
        hour: an hour, with its place when it is meant in another zone; `hour_in_full`: with what it is here too.
        statuses: what each status is called; `purposes`, `slot_kinds` and `network_kinds` likewise.
        progress: figure, target, unit and due day as a few words.
    """

    language: str
    words: Mapping[str, str]
    statuses: Mapping[str, str]
    status_signs: Mapping[str, str]
    purposes: Mapping[str, str]
    slot_kinds: Mapping[str, str]
    network_kinds: Mapping[str, str]
    day_long: Callable[[date], str]
    weekday: Callable[[date], str]
    day_in_week: Callable[[date], str]
    hour: Callable[[Standing], str]
    hour_in_full: Callable[[Standing], str]
    duration: Callable[[int], str]
    number: Callable[[float], str]
    week_title: Callable[[date], str]
    month_title: Callable[[date], str]
    quoted: Callable[[str], str]
    ending: Callable[[str, str], str]
    progress: Callable[[float, float, str, date | None], str]
    networks: Callable[[int, int], str]
    as_of: Callable[[date], str]
    finding: Callable[[KeptFinding], str]
    severities: Mapping[str, str]


@dataclass(frozen=True)
class Head:
    """What stands at the head of each page: the calendar, whom it is for, what for, and the day it was written."""

    focus: Focus
    unit: str
    today: date


@dataclass(frozen=True)
class PrintedPost:
    """A post as a page shows it; `day`, `time`, `zone` and `here` are those of its card."""

    day: str
    time: str
    status: str
    network: str
    title: str
    purpose: str = ""
    need: str = ""
    body: str = ""
    next_step: str = ""
    link: str = ""
    findings: list[KeptFinding] = field(default_factory=list)
    zone: str = ""
    here: str = ""


def whole_page(title: str, head: Head, body: Html, labels: Labels, *, wide: bool = False) -> bytes:
    """The whole file: head, what the calendar is for, the body, and the day it was written.

    Args:
        title: the page's heading.
        head: the calendar, its audience and its objective.
        body: what stands under them.
        labels: the words.
        wide: whether the paper lies on its side.
    """
    calendar = head.focus.title
    document_title = " · ".join(part for part in (title, calendar) if part)
    parts = [
        element("header", *_heading(title, head, labels)),
        element("main", body),
        element("footer", element("p", labels.as_of(head.today))),
    ]
    lines = [
        "<!doctype html>",
        f'<html lang="{escaped(labels.language)}">',
        "<head>",
        '<meta charset="utf-8">',
        MARK,
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        '<meta name="referrer" content="no-referrer">',
        '<meta name="robots" content="noindex">',
        element("title", document_title),
        f"<style>\n{style()}{WIDE if wide else ''}</style>",
        "</head>",
        '<body class="wide">' if wide else "<body>",
        *parts,
        "</body>",
        "</html>",
        "",
    ]
    return "\n".join(lines).encode()


WIDE = "@page { size: landscape; margin: 11mm 14mm; }\n@media print { html { font-size: 8.5pt; } }\n"
"""What a page on its side adds to the style sheet, so that a month stands on one sheet of A4 or Letter."""


@lru_cache(maxsize=1)
def style() -> str:
    """The page's style sheet."""
    return Path(__file__).with_suffix(".css").read_text("utf-8")


def foreign(head: Head, labels: Labels) -> str:
    """The language of the calendar's own words, "" when it is the page's."""
    return head.focus.language if head.focus.language != labels.language else ""


def terms(pairs: list[tuple[str, str]], language: str = "") -> Html:
    """A list of terms and what they say; a pair without a value is left out."""
    rows = [element("div", element("dt", name), element("dd", value, lang=language)) for name, value in pairs if value]
    return element("dl", *rows) if rows else Html("")


def _heading(title: str, head: Head, labels: Labels) -> list[Html]:
    language = foreign(head, labels)
    told = [element("p", head.focus.title, class_="calendar", lang=language)] if head.focus.title else []
    told.append(element("h1", title))
    return [*told, terms(_whom_and_what_for(head, labels, language))]


def _whom_and_what_for(head: Head, labels: Labels, language: str) -> list[tuple[str, str]]:
    focus = head.focus
    objective = element("span", focus.objective, lang=language) if focus.objective else Html("")
    if focus.objective and focus.figure is not None and focus.target is not None:
        due = date.fromisoformat(focus.due) if focus.due else None
        progress = labels.progress(focus.figure, focus.target, head.unit, due)
        objective = joined([objective, element("span", progress, class_="progress")], " ")
    audience = element("span", focus.audience, lang=language) if focus.audience else Html("")
    return [(labels.words["audience"], audience), (labels.words["objective"], objective)]

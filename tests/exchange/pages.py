"""Pages for tests: labels that say little, a head, and what an HTML parser finds in a page."""

from __future__ import annotations

from datetime import date
from html.parser import HTMLParser
from typing import Any

from planner.exchange.printed import Head, Labels
from planner.model.card import Focus
from planner.words.page_labels import page_labels

MONDAY = date(2026, 11, 23)
FOCUS = Focus(
    title="Essai", language="fr", zone="Europe/Paris", audience="Patrons du Rhône", objective="Huit devis",
    indicator="requests", figure=2, target=8, due="2027-03-31", networks=("LinkedIn",), owned=("La lettre",), budget=1,
    minutes=0, available=240, posts_per_week=1.0, errors=0, warnings=0, suggestions=0,
)  # fmt: skip
VOID = {"meta", "br", "hr", "img", "link", "input", "base"}
KNOWN = {
    "html", "head", "meta", "title", "style", "body", "header", "main", "footer", "section", "article", "div", "span",
    "p", "br", "hr", "pre", "blockquote", "ul", "ol", "li", "dl", "dt", "dd", "time", "strong", "em", "code", "a",
    "table", "caption", "thead", "tbody", "tr", "th", "td", "abbr", "h1", "h2", "h3", "h4", "h5", "h6",
}  # fmt: skip
ATTRIBUTES = {
    "href", "rel", "title", "lang", "class", "datetime", "scope", "dir", "aria-hidden", "aria-label", "start",
    "charset", "name", "content", "http-equiv",
}  # fmt: skip


def labels() -> Labels:
    """The labels of the spoken language."""
    return Labels(**page_labels())


def head(**changed: Any) -> Head:
    """A head of which some of the focus is other than usual."""
    return Head(FOCUS._replace(**changed), "devis", date(2026, 11, 25))


class Seen(HTMLParser):
    """What a page holds: tags in order, links, headings' levels, text; it must be well nested."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.levels: list[int] = []
        self.text = ""
        self.open: list[str] = []
        self.feed(page.decode())
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag[0] == "h" and tag[1:].isdigit():
            self.levels.append(int(tag[1:]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.text += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_pi(self, data: str) -> None:
        raise AssertionError(data)

    def attributes(self, name: str) -> list[str]:
        """Every value of an attribute."""
        return [found[name] for _, found in self.tags if name in found]


def seen(page: bytes) -> Seen:
    """What stands in a page in which nothing acts and nothing is fetched."""
    found = Seen(page)
    assert {tag for tag, _ in found.tags} <= KNOWN
    assert {name for _, attributes in found.tags for name in attributes} <= ATTRIBUTES
    assert all(link.partition(":")[0].lower() in ("http", "https", "mailto") for link in found.attributes("href"))
    assert all(tag == "a" for tag, attributes in found.tags if "href" in attributes)
    style = page.decode().partition("<style>")[2].partition("</style>")[0]
    assert "url(" not in style
    assert "@import" not in style
    metas = [attributes for tag, attributes in found.tags if tag == "meta"]
    assert [meta["http-equiv"] for meta in metas if "http-equiv" in meta] == ["Content-Security-Policy"]
    policy = next(meta["content"] for meta in metas if "http-equiv" in meta)
    assert (policy or "").split("; ")[:2] == ["default-src 'none'", "style-src 'unsafe-inline'"]
    assert [tag for tag, _ in found.tags].count("style") == 1
    return found

"""Markdown as HTML that can be shown anywhere: for the .ics file's HTML twin and for pages to print."""

from __future__ import annotations

import html
import re
from functools import lru_cache

import nh3
from markdown import Markdown

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
BLOCKS = frozenset({"p", "br", "hr", "pre", "blockquote", "ul", "ol", "li"})
TABLES = frozenset({"table", "thead", "tbody", "tr", "th", "td"})
TAGS = HEADINGS | BLOCKS | TABLES | {"strong", "em", "code", "a"}
ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}}
SCHEMES = frozenset({"http", "https", "mailto"})
ADDRESS = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)
LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
SIZE_LIMIT = 1_000_000
"""Characters over which a text is not read as Markdown."""
BRACKET_LIMIT, MARK_LIMIT, LINE_LIMIT = 1_000, 10_000, 3_000
"""Opening brackets, other marks and lines with text over which Python-Markdown takes seconds: its time grows
with their square."""
MARKS = "\\`*_<&|"
RUN = re.compile(r"[\[<!`=]{500}")
DEEP = re.compile(r"^(?:[ \t]*>){50}|^(?: {4}|\t| {0,3}[-*+>] ){50}", re.MULTILINE)


def safe_html(markdown_text: str) -> str:
    """The text as HTML of a few plain tags: no pictures, no styles, links to http, https and mailto only.

    HTML in the text is not obeyed but shown as typed, like `Bonjour <prénom>`. A line end is a line break, as
    on the networks that posts are written for. What would take Python-Markdown seconds, and what is nested
    deeper than 50, is shown as typed in one `<pre>`.
    """
    text = CONTROLS.sub("", LINE_ENDS.sub("\n", markdown_text))
    if _too_much(text):
        return f"<pre>{html.escape(text)}</pre>"
    try:
        made = _reader().reset().convert(text)
    except RecursionError:
        return f"<pre>{html.escape(text)}</pre>"
    return nh3.clean(
        made,
        tags=set(TAGS),
        attributes=ATTRIBUTES,
        attribute_filter=_kept,
        url_schemes=set(SCHEMES),
        link_rel="noopener noreferrer",
    )


def _too_much(text: str) -> bool:
    return (
        len(text) > SIZE_LIMIT
        or text.count("[") > BRACKET_LIMIT
        or sum(map(text.count, MARKS)) > MARK_LIMIT
        or sum(1 for line in text.split("\n") if line.strip()) > LINE_LIMIT
        or RUN.search(text) is not None
        or DEEP.search(text) is not None
    )


def _kept(tag: str, name: str, value: str) -> str | None:
    return value if name != "href" or ADDRESS.match(value) else None


@lru_cache(maxsize=1)
def _reader() -> Markdown:
    """Markdown without raw HTML: what looks like a tag is text."""
    reader = Markdown(extensions=["fenced_code", "tables", "sane_lists", "nl2br"])
    reader.preprocessors.deregister("html_block")
    reader.inlinePatterns.deregister("html")
    return reader

"""What a network allows, counted as the network counts; and the ladder of indicators: plain, no SQLModel.

`len()` is right for none of X, Threads, Bluesky, Mastodon or a YouTube description. The figures, with their
sources and the day they were read, stand in `networks.toml` beside this module; `indicators.toml` holds the
ladder.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    Weigh = Callable[[str], int]

FOLDER = Path(__file__).parent
X_SINGLE = ((0x0000, 0x10FF), (0x2000, 0x200D), (0x2010, 0x201F), (0x2032, 0x2037))
"""Characters that X counts once; every other one counts twice (twitter-text, configuration 3)."""

_SCHEME_LINK = r"https?://[^\s<>\"»”]+"
_DOMAINS = "com|org|net|fr|eu|io|be|ch|ca|co|uk|de|info|biz|dev|app|me|tv|blog|shop|paris|bzh"
_BARE_LINK = rf"(?<![\w@.\-/])(?:[a-z0-9][a-z0-9\-]*\.)+(?:{_DOMAINS})\b(?![@\w\-])(?:/[^\s<>\"»”]*)?"
_LINKS = {
    "x": re.compile(rf"{_SCHEME_LINK}|{_BARE_LINK}", re.IGNORECASE),
    "mastodon": re.compile(_SCHEME_LINK, re.IGNORECASE),
}
_LINK_END = ".,;:!?…'’)"
_SERVER = re.compile(r"(?<![\w/])@\w+@([\w\-]+(?:\.[\w\-]+)+)")


class Limit(NamedTuple):
    """The most that a field may count, and how it is counted; `link` is what each link counts, or None."""

    limit: int
    counts: str
    link: int | None = None


@dataclass(frozen=True, slots=True)
class Rules:
    """What a network allows; a network that sets no limit has empty tuples and None.

    Attributes:
        sure: whether a source says how it counts.
        tags: most hashtags of a post; `links`: most links.
        source: where the figures come from; `read`: ISO date on which it was read.
    """

    key: str
    name: str
    kind: str
    title: tuple[Limit, ...]
    text: tuple[Limit, ...]
    sure: bool
    tags: int | None
    links: int | None
    source: str
    read: str


class Indicator(NamedTuple):
    """A rung of the ladder: 1 is highest; `words` holds the expressions that name it, by language."""

    key: str
    step: int
    vanity: bool
    words: dict[str, tuple[re.Pattern[str], ...]]


class Excess(NamedTuple):
    """A text over a limit: what it counts, the limit, how it counts, and its first character too many."""

    counted: int
    limit: int
    counts: str
    start: int


@cache
def networks() -> Mapping[str, Rules]:
    """Every network known, by key."""
    return {key: _rules(key, row) for key, row in _table("networks").items()}


@cache
def indicators() -> Mapping[str, Indicator]:
    """Every indicator of the ladder, by key, from what counts to what flatters."""
    return {
        key: Indicator(key, row["step"], row.get("vanity", False), {
            language: tuple(re.compile(words) for words in row[language]) for language in ("fr", "en")
        })
        for key, row in _table("indicators").items()
    }  # fmt: skip


def count(text: str, limit: Limit) -> int:
    """How much the text counts by this limit's way of counting."""
    if limit.counts in _WHOLE:
        return _WEIGHTS[limit.counts](text)
    return sum(piece.weight for piece in _weighed(text, limit))


def stands_out(text: str, counts: str) -> str:
    """What the text holds that this way of counting counts in its own way: `link`, else `emoji`, else ""."""
    links = _LINKS.get(counts)
    if links and links.search(text):
        return "link"
    weighs = counts in ("utf-16", "threads", "x")
    return "emoji" if weighs and not text.isascii() and _emoji().search(text) else ""


def excess(text: str, limit: Limit) -> Excess | None:
    """By how much the text is over a limit, or None when it fits."""
    # No way of counting gives a character more than the length of a link, so short texts need no counting.
    if len(text) * max(4, limit.link or 0) <= limit.limit:
        return None
    counted, first_over = (_over_whole if limit.counts in _WHOLE else _over)(text, limit)
    return Excess(counted, limit.limit, limit.counts, first_over) if counted > limit.limit else None


def _over_whole(text: str, limit: Limit) -> tuple[int, int]:
    """What the text counts, and where the first grapheme too many starts, when its length is told without graphemes."""
    weigh = _WEIGHTS[limit.counts]
    if (counted := weigh(text)) <= limit.limit:
        return counted, len(text)
    over = bisect_right(range(len(text)), limit.limit, key=lambda end: weigh(text[:end])) - 1
    # A grapheme starts at a space, so those around the limit can be told without those before.
    around = _by_grapheme(text, max(0, text.rfind(" ", 0, over)), len(text), lambda _: 0)
    piece = next(piece for piece in around if over < piece.end)
    return counted, over if piece.plain else piece.start


def _over(text: str, limit: Limit) -> tuple[int, int]:
    """What the text counts, piece by piece, and where the first too many starts."""
    total, first_over = 0, len(text)
    for piece in _weighed(text, limit):
        if total <= limit.limit < total + piece.weight:
            first_over = piece.start + (limit.limit - total if piece.plain else 0)
        total += piece.weight
    return total, first_over


class _Piece(NamedTuple):
    """A piece of a text: where it starts and ends, what it counts, and whether each of its characters counts 1."""

    start: int
    end: int
    weight: int
    plain: bool = False


def _weighed(text: str, limit: Limit) -> Iterator[_Piece]:
    """The pieces of a text, in order."""
    weigh = _WEIGHTS[limit.counts]
    start = 0
    for piece_start, piece_end, weight in _set_apart(text, limit):
        if piece_start < start:
            continue
        yield from _by_grapheme(text, start, piece_start, weigh)
        yield _Piece(piece_start, piece_end, weight)
        start = piece_end
    yield from _by_grapheme(text, start, len(text), weigh)


def _set_apart(text: str, limit: Limit) -> list[tuple[int, int, int]]:
    """Links and servers of mentions, in order: start, end and what they count."""
    found: list[tuple[int, int, int]] = []
    links = _LINKS.get(limit.counts)
    if links and limit.link is not None:
        for link in links.finditer(text):
            found.append((link.start(), link.start() + len(link[0].rstrip(_LINK_END)), limit.link))
    if limit.counts == "mastodon":
        found += [(server.start(1) - 1, server.end(1), 0) for server in _SERVER.finditer(text)]
    return sorted(found)


def _by_grapheme(text: str, start: int, end: int, weigh: Weigh) -> Iterator[_Piece]:
    for cluster in _graphemes().finditer(text, pos=start, endpos=end):
        first, last = cluster.span()
        plain = cluster.lastgroup is not None
        yield _Piece(first, last, last - first if plain else weigh(cluster[0]), plain)


@cache
def _graphemes() -> Any:
    """One grapheme (Unicode annex 29), or a run of ASCII letters, which count 1 each whatever counts."""
    import regex  # dateparser brings it; the standard library does not know graphemes

    # The last letter before anything else may belong to a grapheme with it.
    return regex.compile(r"(?P<plain>[ -~]+(?=[ -~]|\Z))|\X")


def _characters(text: str) -> int:
    return len(unicodedata.normalize("NFC", text))


def _units(text: str) -> int:
    return len(unicodedata.normalize("NFC", text).encode("utf-16-le", "surrogatepass")) // 2


def _bytes(text: str) -> int:
    return len(unicodedata.normalize("NFC", text).encode("utf-8", "surrogatepass"))


def _by_x(cluster: str) -> int:
    if _is_emoji(cluster):
        return 2
    return sum(1 if _single(ord(letter)) else 2 for letter in unicodedata.normalize("NFC", cluster))


def _single(code: int) -> bool:
    return any(first <= code <= last for first, last in X_SINGLE)


def _is_emoji(cluster: str) -> bool:
    """Whether a grapheme is shown as an emoji: pictures, flags, keycaps, or text made one by U+FE0F."""
    return not cluster.isascii() and _emoji().match(cluster) is not None


@cache
def _emoji() -> Any:
    import regex

    return regex.compile(r"\p{Emoji_Presentation}|\p{Emoji}\uFE0F|\p{Regional_Indicator}")


def _by_threads(cluster: str) -> int:
    composed = unicodedata.normalize("NFC", cluster)
    return _bytes(composed) if _is_emoji(cluster) else len(composed)


_WHOLE = ("characters", "utf-16", "bytes")
"""Ways of counting that need no graphemes."""

_WEIGHTS: dict[str, Weigh] = {
    "characters": _characters,
    "utf-16": _units,
    "bytes": _bytes,
    "graphemes": lambda _: 1,
    "mastodon": lambda _: 1,
    "threads": _by_threads,
    "x": _by_x,
}


def _table(name: str) -> dict[str, Any]:
    with (FOLDER / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def _rules(key: str, row: dict[str, Any]) -> Rules:
    title, text = (
        tuple(Limit(limit["limit"], limit["counts"], limit.get("link")) for limit in row.get(field, ()))
        for field in ("title", "text")
    )
    return Rules(
        key, row["name"], row["kind"], title, text, row.get("sure", True), row.get("tags"), row.get("links"),
        row["source"], row["read"].isoformat(),
    )  # fmt: skip

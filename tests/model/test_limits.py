"""Texts counted as each network counts them."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from planner.model.limits import Limit, count, excess, indicators, networks
from planner.model.terms import LANGUAGES

FAMILY = "👩‍👩‍👧‍👦"
LINK = "https://example.org/a/very/long/path?with=a&query=string#and-a-fragment"
X, MASTODON = networks()["x"].text[0], networks()["mastodon"].text[0]
WAYS = ("characters", "utf-16", "bytes", "graphemes", "x", "mastodon", "threads")
texts = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60)


@pytest.mark.parametrize(
    ("way", "text", "counted"),
    [
        ("characters", "e\u0301té", 3),
        ("utf-16", "a🙂", 3),
        ("utf-16", FAMILY, 11),
        ("bytes", "é…🙂", 2 + 3 + 4),
        ("graphemes", f"e\u0301{FAMILY}🇫🇷", 3),
        ("threads", "é🙂", 1 + 4),
        ("threads", FAMILY, 25),
        ("threads", "❤️", 6),
    ],
)
def test_counting(way: str, text: str, counted: int) -> None:
    assert count(text, Limit(1, way)) == counted


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("é « œ » ’ —", 11),
        ("\u202f", 2),
        ("…", 2),
        ("€", 2),
        ("→", 2),
        ("✓", 2),
        ("漢字", 4),
        (FAMILY, 2),
        ("🇫🇷", 2),
        ("1️⃣", 2),
        ("e\u0301", 1),
        (LINK, 23),
        (f"({LINK}).", 26),
        (f"a {LINK} b {LINK}", 23 * 2 + 5),
        ("example.org", 23),
        ("moi@example.org", 15),
        ("Fin.Le début", 12),
        ("version 3.11.2", 14),
    ],
)
def test_x_counts_by_ranges_emoji_and_links(text: str, counted: int) -> None:
    assert count(text, X) == counted


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        (LINK, 23),
        ("example.org", 11),
        ("@ana@social.example.org, oui", 9),
        (FAMILY, 1),
        ("a@b.org", 7),
        ("@ana", 4),
    ],
)
def test_mastodon_counts_graphemes_links_and_names(text: str, counted: int) -> None:
    assert count(text, MASTODON) == counted


def test_the_excess_begins_at_the_first_character_too_many() -> None:
    over = excess("a" * 278 + "…" + "fin", X)
    assert over is not None
    assert (over.counted, over.limit, over.start) == (283, 280, 279)


def test_a_link_that_does_not_fit_is_too_much_as_a_whole() -> None:
    over = excess("a" * 260 + " " + LINK, X)
    assert over is not None
    assert over.start == 261


@given(text=texts, way=st.sampled_from(WAYS), limit=st.integers(0, 40))
def test_what_comes_before_the_excess_fits(text: str, way: str, limit: int) -> None:
    allowed = Limit(limit, way, 23 if way in ("x", "mastodon") else None)
    over = excess(text, allowed)
    if over is None:
        assert count(text, allowed) <= limit
    else:
        assert over.counted > limit
        assert 0 <= over.start < len(text)
        assert count(text[: over.start], allowed) <= limit


words = st.lists(
    st.sampled_from(["a", "e\u0301", "é", FAMILY, "🇫🇷", " ", "\n", "mot", "한", "\u1112\u1161\u11ab"]), max_size=30
)


@given(
    text=words.map("".join),
    way=st.sampled_from(["characters", "utf-16", "bytes", "graphemes"]),
    limit=st.integers(0, 30),
)
def test_the_excess_begins_with_the_grapheme_that_does_not_fit(text: str, way: str, limit: int) -> None:
    allowed = Limit(limit, way)
    over = excess(text, allowed)
    if over is not None:
        graphemes = [(found.start(), found.end()) for found in regex.finditer(r"\X", text)]
        ends = dict(graphemes)
        assert over.start in ends
        assert count(text[: over.start], allowed) <= limit < count(text[: ends[over.start]], allowed)


@given(text=texts, way=st.sampled_from(["x", "graphemes", "bytes", "threads"]))
def test_accents_count_alike_however_they_are_written(text: str, way: str) -> None:
    composed, apart = unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)
    if way != "graphemes":
        assert count(composed, Limit(1, way, 23)) == count(apart, Limit(1, way, 23))
    assert count(text, Limit(1, "graphemes")) <= len(text)


def test_two_megabytes_are_counted() -> None:
    assert count("été " * 500_000, X) == 2_000_000


@pytest.mark.parametrize("key", networks())
def test_every_figure_has_a_source_and_a_date(key: str) -> None:
    rules = networks()[key]
    assert rules.source
    assert date.fromisoformat(rules.read) >= date(2026, 11, 1)
    assert rules.kind in ("rented", "owned")
    assert all(limit.counts in WAYS and limit.limit > 0 for limit in (*rules.title, *rules.text))


def test_the_ladder_puts_what_counts_first_and_vanity_last() -> None:
    steps = [(rung.step, rung.vanity) for rung in indicators().values()]
    assert steps == sorted(steps)
    assert [key for key, rung in indicators().items() if rung.vanity] == ["followers", "likes", "views"]
    assert all(rung.words[language] for rung in indicators().values() for language in LANGUAGES)

"""Pages to print or to send: nothing in them acts, they read in order, and they say what was planned."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.exchange.printed import PrintedPost
from planner.exchange.printed_brief import PrintedBrief, PrintedNetwork, brief_page
from planner.exchange.printed_month import month_page
from planner.exchange.printed_week import week_page
from planner.model.card import Block, KeptFinding
from planner.words import speak
from tests.exchange.pages import MONDAY, head, labels, seen
from tests.exchange.test_page import ATTACKS

if TYPE_CHECKING:
    from tests.exchange.pages import Seen

BREAKERS = (
    '"><script>alert(1)</script>', "'><script>alert(1)</script>", '" onmouseover="alert(1)', "' onfocus='alert(1)",
    "</title><script>alert(1)</script>", "</style><script>alert(1)</script>", "</h3><iframe src=//evil.example>",
    "</article></main><form action=//evil.example>", "--><script>alert(1)</script>", "]]><script>alert(1)</script>",
    "<!--", "<!doctype html>", "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;script&#62;",
    "\x00<script>", "<\x00script>",
    "<a href=javascript:alert(1)>", "javascript:alert(1)", "JAVASCRIPT:alert(1)", " javascript:alert(1)",
    "java\nscript:alert(1)", "data:text/html,<script>alert(1)</script>", "vbscript:x", "file:///etc/passwd",
    "//evil.example", "https://a.example/\" onclick=\"alert(1)", "https://a.example/'><svg onload=alert(1)>",
    "https://a.example/<script>", "mailto:a@b.example?body=<script>", "https://javascript:alert(1)@a.example",
    "{title}", "%s", "${7*7}", "{{7*7}}", "\u202e<script>", "\ufeff<script>", "\u2028<script>", "\ud800<script>",
    "<scr\u0131pt>", "\uff1cscript\uff1e",
)  # fmt: skip
VECTORS = (*ATTACKS, *BREAKERS)


def post(text: str) -> PrintedPost:
    found = KeptFinding("late", "warning", "late", {"day": text, "what": text}, [], 1, "", "")
    made = KeptFinding(text, text, text, {text: text}, [], 1, "", "")
    day, here = MONDAY.isoformat(), f"{MONDAY}T16:00"
    return PrintedPost(day, "09:00", text, text, text, text, text, text, text, text, [found, made], text, here)


def pages(text: str) -> list[bytes]:
    """Each page with the same text in every field."""
    top = head(title=text, audience=text, objective=text, language=text, networks=(text,))
    block = Block(1, MONDAY.isoformat(), "10:00", text, text, text, 30, False, text, f"{MONDAY}T16:00")
    lists = [text, text]
    network = PrintedNetwork(text, text, False, text, text)
    brief = PrintedBrief(text, lists, lists, lists, lists, text, lists, lists, [network], 1.0, 4.0, 24)
    return [
        week_page(top, MONDAY, [post(text)], [block], labels()),
        month_page(top, MONDAY.replace(day=1), [post(text)], labels()),
        brief_page(top, brief, labels()),
    ]


def test_there_are_a_hundred_vectors() -> None:
    assert len(set(VECTORS)) >= 100


@pytest.mark.parametrize("attack", VECTORS)
def test_no_attack_in_any_field_survives(attack: str) -> None:
    for page in pages(attack):
        seen(page)


@given(st.text(max_size=40) | st.lists(st.sampled_from(VECTORS), max_size=3).map("".join))
def test_no_text_in_any_field_breaks_a_page(text: str) -> None:
    for page in pages(text):
        seen(page)


def test_what_was_typed_is_still_there() -> None:
    week = seen(pages("Offre [/promo] <b> & 20 %")[0])
    assert week.text.count("Offre [/promo] <b> & 20 %") >= 9


def reads_in_order(page: Seen) -> bool:
    """One first heading, and no level left out on the way down."""
    steps = zip(page.levels, page.levels[1:], strict=False)
    return page.levels.count(1) == 1 and all(after - before <= 1 for before, after in steps)


def test_headings_stand_in_order_whatever_the_texts_hold() -> None:
    body = "# Titre\n\nun\n\n## Sous-titre\n\ndeux\n\n###### Fin"
    written = PrintedPost(MONDAY.isoformat(), "09:00", "ready", "LinkedIn", "Retenue", body=body)
    week = seen(week_page(head(), MONDAY, [written], [], labels()))
    assert week.levels == [1, 2, 3, 4, 5, 6]
    assert reads_in_order(week)


def test_a_week_says_what_is_planned_and_leaves_empty_days_out() -> None:
    written = PrintedPost(
        "2026-11-24", "09:05", "ready", "LinkedIn", "Retenue", "help", "Comment être payé ?", "Un **mot**.",
        "demander la liste", "https://a.example/b",
    )  # fmt: skip
    week = seen(week_page(head(), MONDAY, [written], [], labels()))
    for told in (
        "Week 48, 23 – 29 November 2026", "Tuesday 24 November", "9:05", "LinkedIn", "● ready", "to help", "Retenue",
        "“Comment être payé ?”", "demander la liste", "(2 of 8 devis, by Wednesday 31 March 2027)",
        "As of Wednesday 25",
    ):  # fmt: skip
        assert told in week.text
    assert "Monday" not in week.text
    assert "2026-11-24T09:05" in week.attributes("datetime")
    assert week.attributes("href") == ["https://a.example/b"]
    assert ("strong", {}) in week.tags


def test_a_week_is_told_in_french_and_marks_words_of_another_language() -> None:
    written = PrintedPost("2026-11-24", "09:05", "ready", "LinkedIn", "Retenue")
    english = week_page(head(), MONDAY, [written], [], labels())
    assert '<h3 lang="fr">Retenue</h3>' in english.decode()
    speak("fr")
    french = week_page(head(), MONDAY, [written], [], labels())
    assert "<h3>Retenue</h3>" in french.decode()
    page = seen(french)
    assert page.attributes("lang") == ["fr"]
    for told in ("Semaine 48, 23 – 29 novembre 2026", "mardi 24 novembre", "prête", "Pas encore écrite."):
        assert told in page.text


def test_blocks_and_free_slots_stand_by_hour_among_the_posts() -> None:
    blocks = [
        Block(1, "2026-11-24", "08:00", "listen", "Le forum", "", 20, False),
        Block(2, "2026-11-24", "10:00", "publish", "", "LinkedIn", 30, False),
    ]
    written = PrintedPost("2026-11-24", "09:00", "ready", "LinkedIn", "Retenue")
    text = seen(week_page(head(), MONDAY, [written], blocks, labels())).text
    assert text.index("Le forum") < text.index("Retenue") < text.index("free")


def test_a_month_is_a_table_of_its_days_with_heads_that_can_be_read_aloud() -> None:
    written = PrintedPost("2026-11-30", "09:00", "draft", "LinkedIn", "Retenue")
    month = seen(month_page(head(), date(2026, 11, 1), [written], labels()))
    tags = [tag for tag, _ in month.tags]
    assert tags.count("td") == 42
    assert month.attributes("scope") == ["col"] * 8 + ["row"] * 6
    assert len(month.attributes("datetime")) == 30
    assert "Monday 30 November" in month.text
    assert "◐ draft" in month.text
    assert b"size: landscape" in month_page(head(), MONDAY, [], labels())


def test_an_empty_page_says_so() -> None:
    assert "Nothing is planned here." in seen(week_page(head(), MONDAY, [], [], labels())).text
    assert "Nothing is planned here." in seen(month_page(head(), MONDAY, [], labels())).text


def test_the_brief_leaves_out_what_is_not_said() -> None:
    nothing = PrintedBrief("", [], [], [], [], "", [], [], [], 2.0, 4.5, 24)
    page = seen(brief_page(head(audience="", objective=""), nothing, labels()))
    assert page.levels == [1, 2]
    assert "Audience" not in page.text
    assert "4\u00a0h\u00a030" in page.text


def test_a_sentence_of_the_portrait_that_was_wrapped_by_hand_is_one() -> None:
    told = PrintedBrief("Levé à 6 h,\nil lit.\n\n- a\n- b", [], [], [], [], "", [], [], [], 1.0, 4.0, 24)
    page = brief_page(head(), told, labels()).decode()
    assert "<p>Levé à 6 h, il lit.</p>" in page
    assert page.count("<li>") == 2

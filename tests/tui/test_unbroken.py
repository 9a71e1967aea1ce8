"""No line of the screen ends at a no-break space: `« devis »` and `combien ?` stay whole, wherever they are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content, Span
from textual.style import Style
from textual.visual import RenderOptions

from planner import words
from planner.desk import posts
from planner.model.card import KeptFinding
from planner.store import kept
from planner.tui.dialogs.explain import Explain
from planner.tui.plain import line, plain, wrapped
from planner.tui.screens.calendar import CalendarScreen
from planner.tui.screens.checks import ChecksScreen
from planner.tui.screens.editor import EditorScreen
from planner.tui.unbroken import NO_BREAK, STAND_INS, Unbroken, unbroken
from tests.tui.stage import calendar_at, on_stage, shown
from tests.tui.waiting import until

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot
    from textual.screen import Screen

    from planner.desk.desk import Desk

WORDS = st.text("abcé👍中", min_size=1, max_size=5)
PIECES = st.builds(lambda blank, first, *others: blank.join((first, *others)), st.sampled_from(NO_BREAK), WORDS, WORDS)
TEXTS = st.lists(st.one_of(WORDS, PIECES), min_size=1, max_size=12).map(" ".join)
WIDEST = 24
"""Cells within which any of the pieces stands whole."""
NARROW = RenderOptions(lambda style: style if isinstance(style, Style) else Style.parse(style), {}, None, None)


def lines_of(content: Content, width: int) -> list[str]:
    return [strip.text for strip in content.render_strips(width, None, Style(), NARROW)]


@given(text=TEXTS, width=st.integers(WIDEST, 60))
def test_what_a_no_break_space_holds_together_stays_on_one_line(text: str, width: int) -> None:
    laid = [shown.rstrip(" ") for shown in lines_of(plain(text), width)]
    assert " ".join(laid) == text


@given(text=TEXTS, width=st.integers(1, 60))
def test_as_many_lines_are_drawn_as_were_measured_and_none_is_too_wide(text: str, width: int) -> None:
    content = plain(text)
    strips = content.render_strips(width, None, Style(), NARROW)
    assert len(strips) == content.get_height({}, width)
    assert all(strip.cell_length <= max(width, 2) for strip in strips)
    assert not set(STAND_INS) & set("".join(strip.text for strip in strips))


def test_a_piece_wider_than_its_room_is_folded_rather_than_lost() -> None:
    laid = lines_of(plain("abcdef\u00a0ghijkl"), 5)
    assert "".join(laid).replace(" ", "") == "abcdef\u00a0ghijkl"


def test_styles_stay_on_their_words() -> None:
    content = unbroken(Content("un \u00ab\u00a0devis\u00a0\u00bb", [Span(5, 10, "bold")]))
    parts = [part for strip in content.render_strips(9, None, Style(), NARROW) for part in strip]
    assert [part.text for part in parts if part.style and part.style.bold] == ["devis"]


def test_content_without_such_a_space_and_text_with_a_stand_in_are_left_alone() -> None:
    simple, odd = Content("un devis"), Content(f"un\u00a0devis {STAND_INS}")
    assert unbroken(simple) is simple
    assert unbroken(odd) is odd
    assert isinstance(plain("un\u00a0devis"), Unbroken)


def test_one_line_keeps_its_no_break_spaces_and_is_wrapped_around_them() -> None:
    assert line(" combien\u202f?\n oui\u2003non ") == "combien\u202f? oui non"
    assert wrapped("dites combien\u202f?", 14, 3) == ["dites", "combien\u202f?"]


SIGNALS = [
    "il ne reste que trois places",
    "demain il sera trop tard",
    "r\u00e9servez maintenant",
    "vous ne saviez pas",
    "apr\u00e8s ce sera fini",
]


def telling(pilot: Pilot[None], query: str) -> list[str]:
    """The lines of one part of the screen, as they are painted, without the blanks at their ends."""
    region = pilot.app.screen.query_one(query).region
    rows = shown(pilot).split("\n")[region.y : region.bottom]
    return [row[region.x : region.right].strip(" ") for row in rows]


def left_alone(rows: list[str]) -> list[str]:
    """The rows that end with an opening sign, or begin with a closing one."""
    return [row for row in rows if row.endswith("\u00ab") or row.lstrip(NO_BREAK)[:1] in tuple("\u00bb?;:")]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = calendar_at(tmp_path / "a.planner")
    told = [SIGNALS[start:] + SIGNALS[:start] for start in range(len(SIGNALS))]
    kept.keep(
        made.database,
        [KeptFinding("pushy", "warning", "message", {"signals": signals}, [], 1, "", "") for signals in told],
    )
    return made


@pytest.mark.parametrize(
    ("screen", "keys", "query"),
    [
        (CalendarScreen, ("right", "right"), "SidePanel"),
        (lambda desk: ChecksScreen(), (), "#checks-list"),
        (lambda desk: EditorScreen(1), (), "#findings"),
        (lambda desk: Explain("same-subject"), (), "#asked"),
    ],
)
async def test_french_signs_are_never_left_alone(
    desk: Desk, screen: Callable[[Desk], Screen[None]], keys: tuple[str, ...], query: str
) -> None:
    words.speak("fr")
    posts.write(desk, 1, body=f"{'. '.join(SIGNALS).capitalize()}.")
    async with on_stage(desk, screen(desk), (120, 60)) as pilot:
        await pilot.press(*keys)
        for width in range(44, 124, 2):
            await pilot.resize_terminal(width, 60)
            await until(pilot, lambda: set(NO_BREAK) & set("".join(telling(pilot, query))), "the words")
            assert left_alone(telling(pilot, query)) == []

"""One gate in: whatever comes, what is kept is composed and holds no control that a terminal would obey."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.errors import InputError
from planner.model.gate import BIDI, CONTROLS, clean_line, clean_text, visible
from planner.model.terms import EDITABLE_TEXT_LIMIT, LINE_LIMIT

ANYTHING = st.text(
    st.one_of(
        st.characters(),
        st.characters(categories=("Cs", "Cc", "Cf", "Zl", "Zp", "Mn")),
        st.sampled_from("\x00\x07\x08\t\n\x0b\x0c\r\x1b\x7f\x85\x9b\u2028\u202e\u2066\ufeffe\u0301\ud800"),
    ),
    max_size=60,
)


@given(ANYTHING)
def test_a_kept_text_is_composed_plain_and_stays_so(text: str) -> None:
    kept = clean_text(text)
    assert not CONTROLS.search(kept)
    assert not set(kept) & set("\r\x0b\x0c\x85\u2028\u2029")
    assert unicodedata.is_normalized("NFC", kept)
    kept.encode()
    assert clean_text(kept) == kept


@given(ANYTHING)
def test_a_line_is_one_line_without_spaces_at_its_ends_and_stays_so(text: str) -> None:
    line = clean_line(text)
    assert "\n" not in line
    assert "\t" not in line
    assert line == line.strip()
    assert clean_line(line) == line


@given(ANYTHING)
def test_what_is_shown_holds_no_bidirectional_control(text: str) -> None:
    assert not BIDI.search(visible(text))
    assert not CONTROLS.search(visible(text))


def test_what_stood_there_is_a_visible_sign_and_nothing_else_is_lost() -> None:
    assert clean_text("a\x1b[31mb\x00c\x7f\x9b\ud800") == "a␛[31mb␀c␡��"
    assert clean_text("a\r\nb\rc\u2028d\te\n") == "a\nb\nc\nd\te\n"
    assert clean_text("e\u0301") == "é"
    assert clean_text("\u202eabc") == "\u202eabc"
    assert visible("\u202eabc") == "‹U+202E›abc"
    assert clean_text("[/promo] [#hash] 👩🏽‍🔧") == "[/promo] [#hash] 👩🏽‍🔧"


def test_limits_are_said_with_the_field() -> None:
    assert len(clean_text("x" * EDITABLE_TEXT_LIMIT)) == EDITABLE_TEXT_LIMIT
    for refuse, text in (
        (clean_text, "x" * (EDITABLE_TEXT_LIMIT + 1)),
        (clean_line, "x" * (LINE_LIMIT + 1)),
    ):
        with pytest.raises(InputError) as refused:
            refuse(text, "body")
        assert (refused.value.key, refused.value.values["field"]) == ("text-too-long", "body")

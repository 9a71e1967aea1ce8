"""Marked words: they stay on their words whatever is typed around them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from planner.tui.widgets.marks import Mark, by_line, followed

TEXTS = st.text(alphabet="ab \né👩", max_size=30)


@given(before=TEXTS, marked=st.text(alphabet="xyz", min_size=1, max_size=8), after=TEXTS, typed=TEXTS)
def test_marks_stay_on_words_that_were_not_touched(before: str, marked: str, after: str, typed: str) -> None:
    old = before + marked + after
    mark = Mark(len(before), len(before) + len(marked), "warning")
    for new in (typed + old, old + typed, before + typed + marked + after, before + marked + typed + after):
        kept = followed([mark], old, new)
        assert all(new[moved.start : moved.end] == marked for moved in kept)
        if not typed:
            assert kept == [mark]
    assert followed([mark], old, typed + "§" + old)[0].start == mark.start + len(typed) + 1


@given(text=TEXTS, other=TEXTS)
def test_no_mark_ever_leaves_the_text(text: str, other: str) -> None:
    marks = [Mark(start, start + 1, "error") for start in range(len(text))]
    for moved in followed(marks, text, other):
        assert 0 <= moved.start < moved.end <= len(other)


def test_words_that_were_typed_into_lose_their_mark() -> None:
    assert followed([Mark(0, 5, "error")], "alpha beta", "alXpha beta") == []


@given(text=st.text(alphabet="ab\n", max_size=40), data=st.data())
def test_a_mark_over_several_lines_covers_each_of_them(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    lines = text.split("\n")
    placed = by_line([Mark(start, end, "error")], lines)
    covered = "".join(lines[row][mark.start : mark.end] for row in sorted(placed) for mark in placed[row])
    assert covered == text[start:end].replace("\n", "")

"""Long lines."""

from hypothesis import given
from hypothesis import strategies as st
from icalendar.parser.content_line import Contentline

from planner.exchange.ics.fold import folded

TEXT = st.text(st.characters(exclude_categories=["Cc", "Cs"]) | st.sampled_from("é€😀\\"), max_size=400)


def test_a_line_of_75_octets_is_one_too_long_for_our_step() -> None:
    assert folded("a" * 74) == b"a" * 74 + b"\r\n"
    assert folded("a" * 75) == b"a" * 74 + b"\r\n a\r\n"


@given(TEXT)
def test_no_line_is_long_and_no_character_is_cut(text: str) -> None:
    data = folded(text)
    assert data.endswith(b"\r\n")
    for line in data[:-2].split(b"\r\n"):
        assert len(line) <= 75
        line.decode()
    assert data[:-2].replace(b"\r\n ", b"").decode() == text


@given(TEXT)
def test_icalendar_unfolds_what_was_folded(text: str) -> None:
    unfolded = Contentline.from_ical(folded(f"SUMMARY:{text}")[:-2])  # type: ignore[no-untyped-call]
    assert unfolded == f"SUMMARY:{text}"

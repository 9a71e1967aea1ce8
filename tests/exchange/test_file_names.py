"""Names of notes: valid everywhere, inside their folder, the same as long as day and title are."""

import re
from datetime import date
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.exchange.file_names import LONGEST_NAME, note_name, slug

NASTY = st.sampled_from(
    ["../x", "CON", "nul.md", "-rf", "a\0b", "é" * 300, "a\nb", "C:\\x", "...", " ", "日本", "lpt1"]
)
TEXT = st.lists(NASTY | st.text(max_size=12), max_size=5).map("".join)


@given(st.none() | st.dates(date(1900, 1, 1), date(2200, 12, 31)), TEXT, TEXT, st.booleans())
def test_a_name_is_valid_on_every_system(day: date | None, title: str, uid: str, long: bool) -> None:
    name = note_name(day, title, uid, long=long)
    assert re.fullmatch(r"[a-z0-9][a-z0-9-]*\.md", name)
    assert len(name.encode()) <= LONGEST_NAME
    assert name == PureWindowsPath(name).name == PurePosixPath(name).name
    device = name.partition(".")[0].rpartition("-")[2]
    assert not re.fullmatch(r"con|prn|aux|nul|com\d|lpt\d", device)
    assert len(device) >= 8


def test_a_name_tells_the_day_the_title_and_the_post() -> None:
    uid = "1a2b3c4d-0000-4000-8000-000000000000"
    assert note_name(date(2026, 3, 12), "L’œuvre d’Éva : 5 % de retenue !", uid) == (
        "2026-03-12-l-oeuvre-d-eva-5-de-retenue-1a2b3c4d.md"
    )
    assert note_name(None, "日本", uid) == "1a2b3c4d.md"
    assert note_name(None, "x", "a@b.example") != note_name(None, "x", "a@b.example2")


@given(st.text(max_size=200))
def test_a_slug_is_cut_within_its_limit(text: str) -> None:
    assert re.fullmatch("(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slug(text, 20))
    assert len(slug(text, 20)) <= 20


@pytest.mark.parametrize(("text", "cut"), [("un chantier deux devis", "un-chantier"), ("a" * 30, "a" * 14)])
def test_a_slug_is_cut_after_a_word_where_one_ends(text: str, cut: str) -> None:
    assert slug(text, 14) == cut

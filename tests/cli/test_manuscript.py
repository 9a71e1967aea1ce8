"""A file as a post: front matter, title, first line; and where words stand in the file."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.cli.manuscript import LARGEST, beginning, manuscript, place_in
from planner.cli.pointing import WIDTH, pointed, width
from planner.errors import InputError


@pytest.mark.parametrize(
    ("content", "title", "body", "line"),
    [
        ("# Title\n\nBody\n", "Title", "Body", 3),
        ("Body only\nmore", "", "Body only\nmore", 1),
        ("---\ntitle: 'T'\ntags: x\n---\nBody", "T", "Body", 5),
        ('+++\ntitle = "T"\n+++\n\n# Inside\nBody', "T", "# Inside\nBody", 5),
        ("---\n\nA rule, not front matter", "", "---\n\nA rule, not front matter", 1),
        ("---\ntags: x\n---\n## Second ##\n\n\nBody", "Second", "Body", 7),
        ("\ufeff# Marked\r\nBody\r\n", "Marked", "Body", 2),
        ("#hashtag first", "", "#hashtag first", 1),
        ("", "", "", 1),
        ("\n\n", "", "", 3),
        ("# Only a title", "Only a title", "", 1),
        ("# Learn C#\n\nBody", "Learn C#", "Body", 3),
        ("# ##\nBody", "", "Body", 2),
    ],
)
def test_a_manuscript_has_a_title_and_a_first_line(content: str, title: str, body: str, line: int) -> None:
    read = manuscript(content.encode(), "x")
    assert (read.title, read.body, place_in(read, "body", 0, 0).line) == (title, body, line)


@pytest.mark.parametrize(
    "front",
    [
        "---\ntitle: T\nnetwork: LinkedIn\nneed: Who pays? # in March\nlayout: post\n---",
        "---\n# a remark\ntitre: \"T\"\nréseau: 'LinkedIn'\nbesoin: Who pays?\ntags:\n  - one\n- two\n...",
        "---\nTitle : T\nNETWORK: LinkedIn\nneed: >-\n  Who\n  pays?\n\n---",
        '+++\ntitle = "T"\nnetwork = "LinkedIn"\nneed = "Who pays?"\nweight = 3\n[extra]\nlink = "x"\n+++',
    ],
)
def test_front_matter_is_read_in_both_shapes(front: str) -> None:
    read = manuscript(f"{front}\n\nBody".encode(), "x")
    assert read.said == {"title": "T", "network": "LinkedIn", "need": "Who pays?"}
    assert (read.title, read.body) == ("T", "Body")
    assert place_in(read, "body", 0, 4) == (front.count("\n") + 3, 1, front.count("\n") + 3, 5)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ('"Say \\"no\\", twice"', 'Say "no", twice'),
        ("'It''s paid'", "It's paid"),
        ("Pourquoi #facture : 5 %", "Pourquoi #facture : 5 %"),
        ("https://example.org/#lettre", "https://example.org/#lettre"),
        ("", ""),
        ('"never closed', '"never closed'),
    ],
)
def test_values_are_those_a_person_means(value: str, said: str) -> None:
    assert manuscript(f"---\nlink: {value}\n---\nBody".encode(), "x").said == {"link": said}


@pytest.mark.parametrize(
    "content",
    [
        "---\ntitle: T\nBody without an end of the front matter",
        "---\nA rule above, and a sentence: this one.\n---\nBody",
        "---\n  indented: first\n---\nBody",
        "---\n12:30 the call\n---\nBody",
        "+++\ntitle = T\n+++\nBody",
        '+++\ntitle = "T"\n---\nBody',
        "+++\nx = " + "[" * 20_000 + "\n+++\nBody",
        "---\n" + "k: v\n" * 300 + "---\nBody",
    ],
)
def test_broken_front_matter_is_text(content: str) -> None:
    read = manuscript(content.encode(), "x")
    assert (read.title, read.body, read.said, beginning(read).line) == ("", content, {}, 1)


@pytest.mark.parametrize(
    ("content", "faults"),
    [
        ("---\ntitle: T\nBody, and no end of the front matter", [(1, "no-end")]),
        ("---\ntags: x\nnetwork: X\noops\n---\nBody", [(4, "no-pair")]),
        ("+++\nlang = 'fr'\ntitle = T\n+++\nBody", [(3, "no-pair")]),
        ('+++\n"title" = """T\n+++\nBody', [(2, "no-pair")]),
        ("---\ntitle: [oops\nlink: {a\n---\nBody", [(2, "not-closed"), (3, "not-closed")]),
        ("---\ntitle: 'It is\n---\nBody", [(2, "not-closed")]),
        ('---\nneed: "Who\n pays?"\n---\nBody', [(2, "not-closed")]),
        ("---\ntitle: [Draft] Who pays?\nlink: {a}\nneed: 'It''s paid'\ntags: [a,\n  b]\n---\nBody", []),
        ("---\ntags: 'oops\nx: {\n---\nBody", []),
        ("---\nA rule above, and a sentence: this one.\n\nTitle: below\n---\nBody", []),
        ("---\n\nTitle: a line of prose\n\nBody", []),
        ("+++\nx = T\n+++\nBody", []),
        ("title: T\nnetwork: [oops\n", []),
        ("---\n---\nBody", []),
        ("+++\n+++\nBody", []),
    ],
)
def test_a_fault_of_front_matter_is_noted_where_it_stands(content: str, faults: list[tuple[int, str]]) -> None:
    assert [(fault.line, fault.kind) for fault in manuscript(content.encode(), "x").faults] == faults


@pytest.mark.parametrize(
    "content", [b"\x89PNG\r\n\x1a\n", b"GIF89a\0\0", "été".encode("latin-1"), "été".encode("utf-16")]
)
def test_what_is_no_text_is_refused_by_name(content: bytes) -> None:
    with pytest.raises(InputError) as refused:
        manuscript(content, "picture.md")
    assert (refused.value.key, refused.value.values["file"]) == ("not-text", "picture.md")


def test_a_file_is_bounded() -> None:
    assert len(manuscript(b"a" * LARGEST, "x").body) == LARGEST
    with pytest.raises(InputError, match="file-too-large"):
        manuscript(b"a" * (LARGEST + 1), "x")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('---\ntags: x\ntitle: "All words"\n---\nBody', "words"),
        ('+++\ntags = ["title"]\ntitle   =   "All words"\n+++\nBody', "words"),
        ("\n##   All words ##\nBody", "words"),
        ("---\ntitre: All words here\n---\nBody", "here"),
    ],
)
def test_a_title_is_found_in_its_file(content: str, words: str) -> None:
    read = manuscript(content.encode(), "x")
    start = read.title.index(words)
    place = place_in(read, "title", start, start + len(words))
    assert content.split("\n")[place.line - 1][place.column - 1 : place.end_column - 1] == words
    assert place.end_line == place.line


HEADS = st.sampled_from(["", "# Title\n\n", "---\ntitle: T\n---\n", "\n\n", "+++\ntitle = 'T'\n+++\r\n"])
ENDS = st.sampled_from(["\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029", " "])
WORDS = st.text("abcé日🙂 ", max_size=6)


@given(HEADS, st.lists(st.tuples(WORDS, ENDS), max_size=12), WORDS)
def test_words_of_a_body_are_found_in_their_file(head: str, pieces: list[tuple[str, str]], last: str) -> None:
    content = f"{head}{''.join(word + end for word, end in pieces)}needle {last}"
    read = manuscript(content.encode(), "x")
    start = read.body.rindex("needle")
    place = place_in(read, "body", start, start + 6)
    lines = re.split("\r\n|[\r\n]", content)
    assert lines[place.line - 1][place.column - 1 : place.end_column - 1] == "needle"


@given(
    st.lists(
        st.sampled_from(["---", "+++", "\n", "\r\n", "title", ":", "=", " ", '"', "'", "#", "\\", "\u2028", "é", "\0"])
    )
)
def test_whatever_comes_is_read_or_refused(pieces: list[str]) -> None:
    content = "".join(pieces).encode()
    if b"\0" in content:
        with pytest.raises(InputError):
            manuscript(content, "x")
        return
    read = manuscript(content, "x")
    assert read.whole[read.body_at : read.body_at + len(read.body)] == read.body
    assert beginning(read).line >= 1
    assert all(1 <= fault.line <= read.whole.count("\n") + 1 for fault in read.faults)


@pytest.mark.parametrize(
    "line", ["# " + " #" * 200_000, "title: " + " " * 400_000 + "x", "title: " + '\\"' * 200_000, "k" * 400_000]
)
def test_a_long_head_is_read_in_a_moment(line: str) -> None:
    assert manuscript(f"---\n{line}\n---\n{line}\n\nBody".encode(), "x").body.endswith("Body")


def test_words_over_several_lines_end_where_they_end() -> None:
    read = manuscript(b"One two\nthree four", "x")
    assert place_in(read, "body", 4, 13) == (1, 5, 2, 6)


def test_carets_stand_under_wide_and_combined_letters() -> None:
    text = "日本 e\u0301té \u202eici maintenant"
    seen = pointed(text, text.index("ici"), text.index("ici") + 3)
    assert seen.carets == " " * width("日本 e\u0301té ‹U+202E›") + "^^^"
    assert "\u202e" not in seen.line
    assert width("日本 e\u0301té") == 8


@pytest.mark.parametrize(("start", "end"), [(0, 5), (5_000, 5_010), (9_990, 10_000), (0, 10_000), (4_000, 9_000)])
def test_a_long_line_is_shown_around_its_words(start: int, end: int) -> None:
    seen = pointed("abcdefghi " * 1_000, start, end)
    assert width(seen.line) <= WIDTH
    assert width(seen.carets) <= WIDTH
    assert "^" in seen.carets

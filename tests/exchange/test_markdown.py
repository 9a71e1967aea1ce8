"""Notes: front matter that other programs read, texts that come back as they were, hostile files refused."""

from contextlib import suppress
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import frontmatter
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from planner.errors import InputError
from planner.exchange.markdown import LONGEST_FRONT, MOST_BYTES, read, touched, written
from planner.model.gate import clean_line, clean_text

PIECES = st.sampled_from(
    ["---", "\n---\n", "\n...\n", "\n", "# ", "- ", ": ", "&a", "*a", "!!", "{", "~", "no", "12:30"]
)
TEXT = st.lists(PIECES | st.text(max_size=6), max_size=8).map("".join)
LINE, BODY = TEXT.map(clean_line), TEXT.map(clean_text)


@given(LINE, LINE, BODY, BODY)
def test_what_is_written_is_read_again_to_the_letter(title: str, need: str, note: str, body: str) -> None:
    content = written({"title": title, "uid": "u", "need": need, "note": note}, body)
    found = read(content, "a.md")
    assert found.body == body
    assert [found.said.get(key, "") for key in ("title", "need", "note")] == [title, need, note]
    assert not touched(content)


@given(LINE, BODY)
def test_other_programs_read_the_same_front_matter(title: str, body: str) -> None:
    """python-frontmatter stands for them; it takes away the empty lines around a text."""
    moment = datetime(2026, 3, 12, 9, tzinfo=ZoneInfo("Europe/Paris"))
    content = written({"title": title, "date": moment, "draft": False, "categories": ["no", title], "uid": "1"}, body)
    other = frontmatter.loads(content.decode())
    assert other.metadata.get("title", "") == title
    assert (other["date"], other["draft"], other["uid"]) == (moment, False, "1")
    assert other["categories"] == ["no", title]
    assert other.content.strip() == body.strip()


def test_a_moment_is_written_as_sites_read_it() -> None:
    moment = datetime(2026, 7, 1, 9, tzinfo=ZoneInfo("America/Toronto"))
    assert written({"date": moment, "minutes": [45, 10, 30]}, "x").startswith(
        b"---\ndate: 2026-07-01T09:00:00-04:00\nminutes: [45, 10, 30]\n"
    )


def test_the_text_stands_in_the_file_byte_for_byte() -> None:
    body = "  deux espaces  \n\n\tun code\n<b>&amp;</b> `x`  \n\n"
    assert written({"uid": "1"}, body).endswith(b"---\n\n" + body.encode() + b"\n")


def test_a_change_by_hand_is_seen_and_other_line_ends_are_none() -> None:
    content = written({"title": "Un", "uid": "1"}, "Le texte.")
    assert not touched(content.replace(b"\n", b"\r\n"))
    assert touched(content.replace(b"texte", b"test"))
    assert touched(content.replace(b"Un", b"Deux"))
    assert touched(b"---\nuid: 1\n---\n\nx\n")


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("# Un chantier #\n\nDeux devis.\n", "Un chantier", "Deux devis."),
        ("Sans titre\n# Plus bas\n", "", "Sans titre\n# Plus bas"),
        ("\n\n## C#\nrest", "C#", "rest"),
        ("---\nlang: fr\n---\n# Titre\n\nTexte\n", "Titre", "Texte"),
        ("---\ntitle: Dit\n---\n# Titre\n\nTexte\n", "", "# Titre\n\nTexte"),
        ("---\nno end\n", "", "---\nno end"),
        ("\ufeff# Été\r\n\r\nTexte\r\n", "Été", "Texte"),
        ("", "", ""),
    ],
)
def test_notes_of_others_have_a_title_and_a_text(text: str, title: str, body: str) -> None:
    found = read(text.encode(), "a.md")
    assert (found.title, found.body, found.own) == (title, body, False)


@pytest.mark.parametrize(
    ("front", "said"),
    [
        ("title: no\ntime: 12:30\nn: 007\ndraft: true", {"title": "no", "time": "12:30", "n": "007", "draft": "true"}),
        ("tags: [a, 'b']\ncategories:\n  - c", {"tags": ["a", "b"], "categories": ["c"]}),
        ("title: a\nnested: {b: c}", {"title": "a"}),
        ("date: 2026-03-12", {"date": "2026-03-12"}),
    ],
)
def test_plain_values_are_the_words_that_stand_there(front: str, said: dict[str, Any]) -> None:
    assert read(f"---\n{front}\n---\nx".encode(), "a.md").said == said


def test_toml_front_matter_is_read_too() -> None:
    found = read(b'+++\ntitle = "Un"\ndate = 2026-03-12T09:00:00+01:00\ndraft = true\n+++\nx', "a.md")
    assert found.said == {"title": "Un", "date": "2026-03-12T09:00:00+01:00", "draft": "true"}


BOMB = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]"


@pytest.mark.parametrize(
    ("front", "line"),
    [
        (BOMB, 2),
        ("title: *a", 2),
        ("title: !!python/object/apply:os.system ['true']", 2),
        ("a: !!int '1'", 2),
        ("title: [never closed", 3),
        ("a: b\n\tc: d", 3),
        ("- a list", 2),
        ("just words", 2),
        ("? [a]\n: b", 2),
        ("a: " + "[" * 5_000, 2),
        ("a: " + "b" * (LONGEST_FRONT + 1), 1),
        ("title: \ud7ff\ufffe", 2),
    ],
)
def test_front_matter_that_is_none_or_means_harm_is_refused(front: str, line: int) -> None:
    with pytest.raises(InputError) as refused:
        read(f"---\n{front}\n---\nx".encode(), "a.md")
    assert refused.value.key == "front-unreadable"
    assert line - 1 <= int(str(refused.value.values["line"])) <= line + 1


@pytest.mark.parametrize(
    ("content", "key"),
    [(b"\xff\xfe", "not-text"), (b"a\0b", "not-text"), (b"a" * (MOST_BYTES + 1), "file-too-large")],
)
def test_what_is_no_text_is_refused(content: bytes, key: str) -> None:
    with pytest.raises(InputError) as refused:
        read(content, "a.md")
    assert refused.value.key == key


@given(st.text(max_size=60), st.sampled_from(["---", "+++"]))
def test_no_front_matter_makes_it_stumble(front: str, sign: str) -> None:
    with suppress(InputError):
        found = read(f"{sign}\n{front}\n{sign}\nx".encode("utf-8", "replace"), "a.md")
        assert all(isinstance(value, (str, list)) for value in found.said.values())


def test_an_anchor_is_refused_before_anything_is_made_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[object] = []
    monkeypatch.setattr(yaml.SafeLoader, "construct_document", lambda self, node: made.append(node))
    with pytest.raises(InputError):
        read(f"---\n{BOMB}\n---\n".encode(), "a.md")
    assert made == []

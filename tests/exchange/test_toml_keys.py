"""Each key's line, and what is refused before tomllib spends minutes on it."""

from __future__ import annotations

import pytest

from planner.errors import InputError
from planner.exchange import toml
from planner.exchange.toml_keys import Path, keys, line_of

TEXT = '''format = 1 # [not a table]
[brief]
needs = [
  "x [ # ",  # ] comment
  "y",
]
portrait = """
[[post]]
day = 3
\\""" title = "no"
"""
[brief.objective]
start = 0
[[post]]
title = 'z = 1'
body = """a "quoted"""" # five quotes at the end
[[post.mute]]
check = "x"
[[post]]
"quoted key" = 1
a . b = {c = 3, d.e = [
  4]}
[[post.mute]]
check = "y"
[[post.mute]]
check = "z"
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("format",), 1),
        (("brief", "needs"), 3),
        (("brief", "portrait"), 7),
        (("brief", "objective"), 12),
        (("brief", "objective", "start"), 13),
        (("post", 0), 14),
        (("post", 0, "body"), 16),
        (("post", 0, "mute", 0, "check"), 18),
        (("post", 1), 19),
        (("post", 1, "quoted key"), 20),
        (("post", 1, "a", "b"), 21),
        (("post", 1, "a", "b", "c"), 21),
        (("post", 1, "mute", 0, "check"), 24),
        (("post", 1, "mute", 1, "check"), 26),
        (("post", 1, "never written"), 19),
        (("nowhere",), 1),
    ],
)
def test_a_key_is_found_on_its_line(path: Path, line: int) -> None:
    assert line_of(TEXT, path) == line


def test_no_key_is_seen_inside_a_text() -> None:
    assert ("post", 2) not in dict(keys(TEXT))
    assert len(list(keys(TEXT))) == 18


def test_lines_that_end_as_on_windows_are_counted_the_same() -> None:
    windows = TEXT.replace("\n", "\r\n")
    assert list(keys(windows)) == list(keys(TEXT))


PARTS = ".".join("a" * 20_000)
HOSTILE = {
    "brackets": ("a = " + "[" * 5_000, "too-deep"),
    "tables within tables": ("a = " + "{a=" * 5_000, "too-deep"),
    "a dotted key": (f"{PARTS} = 1", "too-deep"),
    "a dotted key without a value": (PARTS, "too-deep"),
    "a dotted table": (f"[{PARTS}]", "too-deep"),
    "a dotted table without an end": (f"[[{PARTS}", "too-deep"),
    "a dotted key in a value": (f"a = {{{PARTS} = 1}}", "too-deep"),
    "a dotted key of quoted parts": ("a = {" + ".".join(['"a"'] * 20_000) + " = 1}", "too-deep"),
    "a long integer": ("a = " + "9" * 5_000, "number-too-long"),
    "a long hexadecimal": ("a = 0x" + "f" * 5_000, "number-too-long"),
    "too many characters": ("#" * 20_000_001, "too-large"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_nobody_writes_is_refused(name: str) -> None:
    text, reason = HOSTILE[name]
    with pytest.raises(InputError) as refused:
        toml.read(text, "f.toml")
    assert refused.value.key == "toml-syntax"
    assert refused.value.values["reason"] == reason
    assert refused.value.values["file"] == "f.toml"


@pytest.mark.parametrize(
    "text",
    [
        'a = "' + '\\"' * 200_000,
        "'a' . " * 20_000,
        '"' * 100_000,
        "[" * 5_000,
        "x\n" * 50_000,
        'a = """' + "x" * 100_000,
    ],
)
def test_broken_texts_are_answered(text: str) -> None:
    with pytest.raises(InputError) as refused:
        toml.read(text, "f.toml")
    assert refused.value.key == "toml-syntax"


def test_a_syntax_error_has_line_and_column() -> None:
    with pytest.raises(InputError) as refused:
        toml.read("format = 1\n\n[brief]\ntitle = oui\n", "f.toml")
    assert (refused.value.values["line"], refused.value.values["column"]) == (4, 9)
    assert "line" not in str(refused.value.values["reason"])


def test_an_unended_text_is_placed_where_it_begins() -> None:
    with pytest.raises(InputError) as refused:
        toml.read('format = 1\n[brief]\nportrait = """\n…\n', "f.toml")
    assert refused.value.values["line"] == 3


def test_dots_and_brackets_within_a_text_are_words() -> None:
    text = f'format = 1\n[[post]]\nbody = """\n{PARTS}\n{"[" * 5_000}{"9" * 5_000}\n"""\n'
    assert toml.read(text, "f.toml").document["post"][0]["body"].startswith(PARTS)

"""Why a text is no TOML: told in the person's language, with line, column and key."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.errors import InputError
from planner.exchange import toml
from planner.words import speak
from planner.words.errors import sentence

HEAD = "format = 1\n[[post]]\n"
BROKEN = {
    "a day": ("day = 2026-02-30\n", (3, 7, "post[1].day", "no-day", "2026-02-30")),
    "a day without zeros": ("day = 2026-2-3\n", (3, 11, "post[1].day", "no-day", "2026-2-3")),
    "a day in a list": ("a = [\n  2026-02-30,\n]\n", (4, 3, "", "no-day", "2026-02-30")),
    "a day with an hour": ("day = 2026-13-01T09:00:00\n", (3, 11, "post[1].day", "no-day", "2026-13-01")),
    "an hour": ("time = 24:00:00\n", (3, 10, "post[1].time", "no-hour", "24:00:00")),
    "an hour without seconds": ("time = 9:00\n", (3, 9, "post[1].time", "no-hour", "9:00")),
    "an hour after a day": ("a = 2026-11-26T25:00:00\n", (3, 15, "post[1].a", "no-hour", "25:00:00")),
    "a table": ("[brief\ntitle = 1\n", (3, 7, "brief", "not-closed", "[")),
    "an array of tables": ("[[post]\n", (3, 7, "post[2]", "not-closed", "[[")),
    "an array": ("a = [1,\nb = 2\n", (3, 0, "post[1].a", "not-closed", "[")),
    "an inline table": ("a = {b = 1", (3, 0, "post[1].a", "not-closed", "{")),
    "a text": ('a = "x\n', (3, 7, "post[1].a", "not-closed", '"')),
    "a list before other tables": ("a = [\n  'x',\n[brief.objective]\n", (3, 0, "post[1].a", "not-closed", "[")),
    "a long text": ('a = """\nx\n[brief]\n', (3, 0, "post[1].a", "not-closed", '"')),
    "a text at the end": ('a = "x', (3, 0, "post[1].a", "not-closed", '"')),
    "a literal text at the end": ("a = 'x\n", (3, 0, "post[1].a", "not-closed", "'")),
    "a literal text": ("a = 'x\nb = 'y'\n", (3, 7, "post[1].a", "not-closed", "'")),
    "a NUL": ("a = 'x\0'\n", (3, 7, "post[1].a", "control", "U+0000")),
    "a NUL outside": ("a\0 = 1\n", (3, 2, "post[1].a", "control", "U+0000")),
    "a bell in a long text": ('a = """\nx\a\n"""\n', (4, 2, "", "control", "U+0007")),
    "a word": ("a = oui\n", (3, 5, "post[1].a", "not-toml", "")),
    "a word in a list": ("a = [oui,\n  1]\nb = 2\n", (3, 6, "post[1].a", "not-toml", "")),
    "a comma": ("a = [1 2]\n", (3, 8, "post[1].a", "not-toml", "")),
    "a figure": ("a = 1 b = 2\n", (3, 7, "post[1].a", "not-toml", "")),
    "an offset": ("a = 2026-11-26T09:00:00+99:00\n", (3, 24, "post[1].a", "not-toml", "")),
}


@pytest.mark.parametrize("name", BROKEN)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_the_reason_is_told_where_it_stands(name: str, line_end: str) -> None:
    text, expected = BROKEN[name]
    with pytest.raises(InputError) as refused:
        toml.read((HEAD + text).replace("\n", line_end), "f.toml")
    values = refused.value.values
    told = tuple(values[part] for part in ("line", "column", "path", "reason", "found"))
    assert told == expected


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "day = 2026-02-30", "f.toml, line 3, column 7, post[1].day: 2026-02-30 is no day; "),
        ("fr", "day = 2026-02-30", "f.toml, ligne 3, colonne 7, post[1].day\u00a0: 2026-02-30 n’est pas un jour"),
        ("en", "time = 24:00:00", "24:00:00 is no hour"),
        ("fr", "time = 24:00:00", "24:00:00 n’est pas une heure"),
        ("en", "[brief", "a [ is not closed."),
        ("fr", "[brief", "un signe [ n’est pas refermé."),
        ("en", "#\0", "f.toml, line 3, column 2: a control character (U+0000) stands there."),
        ("fr", "#\0", "un caractère de contrôle (U+0000) s’y trouve."),
        ("en", "a = oui", "this is not TOML (in the parser’s words: “Invalid value”)."),
        ("fr", "a = oui", "ce n’est pas du TOML (dans les mots de l’analyseur\u00a0: «\u00a0Invalid value\u00a0»)."),
    ],
)
def test_the_reason_is_said_in_both_languages(language: str, text: str, told: str) -> None:
    with pytest.raises(InputError) as refused:
        toml.read(HEAD + text, "f.toml")
    speak(language)
    assert told in sentence(refused.value)


@given(st.text(alphabet="ab=[]{}\"'.,:#- \n\r\t\0019T", max_size=40))
def test_a_broken_text_is_read_or_refused_on_one_of_its_lines(text: str) -> None:
    try:
        toml.read(text, "f.toml")
    except InputError as error:
        refused = error
    else:
        return
    line = refused.values["line"]
    assert isinstance(line, int)
    assert 1 <= line <= text.count("\n") + 1
    assert sentence(refused)

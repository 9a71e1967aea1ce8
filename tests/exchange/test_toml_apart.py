"""TOML read in a process of its own says what it says when it is read here, and is refused as it is here."""

from __future__ import annotations

import json
import os
import subprocess
from datetime import UTC, date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
import tomli_w
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.errors import InputError
from planner.exchange import apart, toml
from planner.exchange.toml_apart import DEEPEST, MOST_BYTES, packed, parsed_apart, unpacked
from tests.exchange import test_toml_faults, test_toml_keys
from tests.exchange.test_document import NASTY

OFFSETS = st.none() | st.just(UTC) | st.integers(-1439, 1439).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.dates() | (st.times() | st.datetimes(timezones=OFFSETS)).map(lambda moment: moment.replace(fold=0))
"""What TOML can say: it knows nothing of folds."""
KEYS = NASTY | st.sampled_from(["", "date", "key", "said", "end", "refused", "line", "."])
PLAIN = st.recursive(
    NASTY | st.booleans() | st.integers(-(10**99), 10**99) | st.floats() | MOMENTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=12,
)
TABLES = st.dictionaries(KEYS, PLAIN, max_size=6)
BROKEN = st.text(st.sampled_from("ab=[]{}\"'.,:#- \n\r\t\0019Té\u2028🧱"), max_size=80)


def outcome(read: Any, *arguments: Any) -> str:
    """The values to the letter (one nan is not another), or the refusal with all that it tells."""
    try:
        return repr(read(*arguments).document)
    except InputError as error:
        return repr((error.key, sorted(error.values.items()), error.detail))


@given(TABLES)
def test_every_plain_value_survives_the_pipe(table: dict[str, Any]) -> None:
    assert repr(unpacked(json.loads(json.dumps(packed(table))))) == repr(table)


@settings(max_examples=25, deadline=None)
@given(TABLES)
def test_a_file_read_apart_says_what_it_says_here(table: dict[str, Any]) -> None:
    text = tomli_w.dumps(table)
    assert outcome(parsed_apart, text, "f.toml") == outcome(toml.read, text, "f.toml")


@settings(max_examples=30, deadline=None)
@given(BROKEN)
def test_any_text_is_read_or_refused_apart_as_it_is_here(text: str) -> None:
    assert outcome(parsed_apart, text, "f.toml") == outcome(toml.read, text, "f.toml")


@pytest.mark.parametrize("text", [*test_toml_faults.BROKEN.values()], ids=[*test_toml_faults.BROKEN])
def test_a_fault_is_told_with_its_place_and_reason(text: tuple[str, object]) -> None:
    whole = test_toml_faults.HEAD + text[0]
    assert outcome(parsed_apart, whole, "f.toml") == outcome(toml.read, whole, "f.toml")


@pytest.mark.parametrize("name", test_toml_keys.HOSTILE)
def test_what_nobody_writes_is_refused_apart_too(name: str) -> None:
    text, reason = test_toml_keys.HOSTILE[name]
    with pytest.raises(InputError) as refused:
        parsed_apart(text, "f.toml")
    assert (refused.value.key, refused.value.values["reason"]) == ("toml-syntax", reason)


def test_every_kind_of_value_is_the_same(tmp_path: Path) -> None:
    path = tmp_path / "f.toml"
    path.write_text(
        "a = [1979-05-27T07:32:00.999999-07:00, 1979-05-27T07:32:00Z, 1979-05-27T00:32:00.5, 0001-01-01, 23:59:59.1]\n"
        f"b = [inf, -inf, nan, -nan, -0.0, 1e400, 5e-324, {'9' * 99}, 0xff, true]\n"
        + 'c = ["", "date", "2026-01-01", ["date", "2026-01-01"], [], {}]\n'
        'd = {date = 1, "" = ["", ""]}\n[[e]]\n[[e]]\n',
        "utf-8",
    )
    found = parsed_apart(path, "f.toml").document
    assert repr(found) == repr(toml.read(path.read_text("utf-8"), "f.toml").document)
    assert found["a"][0] == datetime(1979, 5, 27, 7, 32, 0, 999_999, timezone(timedelta(hours=-7)))
    assert found["a"][3:] == [date(1, 1, 1), time(23, 59, 59, 100_000)]


def test_more_tables_than_a_line_holds_come_in_their_order() -> None:
    text = "".join(f"[[post]]\nnumber = {number}\n" for number in range(1_501)) + "[brief]\nempty = []\n"
    assert parsed_apart(text, "f.toml").document == toml.read(text, "f.toml").document


@pytest.mark.parametrize("path", [("brief", "portrait"), ("post", 0, "mute", 0, "check"), ("post", 1, "never")])
def test_the_line_of_a_key_is_found_apart(path: tuple[str | int, ...]) -> None:
    text = test_toml_keys.TEXT
    for source in (text, "\ufeff" + text.replace("\n", "\r\n")):
        assert parsed_apart(source, "f.toml").line_of(path) == toml.read(text, "f.toml").line_of(path)


@pytest.mark.parametrize("key", ["k" * 1_000_000, "\\u0000 \\n é"], ids=["long", "nasty"])
def test_the_line_of_any_key_can_be_asked(key: str) -> None:
    parsed = parsed_apart(f'a = 1\n"{key}" = 2\n', "f.toml")
    assert parsed.line_of((key,)) == 2


def test_what_is_no_utf_8_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "f.toml"
    path.write_bytes("\ufeffa = 1\n# été\n".encode() + "b = 'été'\n".encode("latin-1"))
    with pytest.raises(InputError) as refused:
        parsed_apart(path, "mine")
    assert (refused.value.key, refused.value.values) == ("not-text", {"file": "mine", "line": 3})


def test_tables_within_tables_beyond_measure_are_refused() -> None:
    def nested(depth: int) -> str:
        parts = ".".join("a" * 30)
        return f"a = {f'{{{parts} = ' * (depth // 30)}1{'}' * (depth // 30)}\n"

    assert parsed_apart(nested(DEEPEST - 20), "f.toml").document == toml.read(nested(DEEPEST - 20), "f.toml").document
    with pytest.raises(InputError) as refused:
        parsed_apart(nested(900), "f.toml")
    assert (refused.value.key, refused.value.values["reason"]) == ("toml-syntax", "too-deep")


def test_a_file_beyond_every_measure_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (tmp_path / "f.toml").open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    monkeypatch.setattr(subprocess, "Popen", lambda *_, **__: pytest.fail("read"))
    with pytest.raises(InputError) as refused:
        parsed_apart(tmp_path / "f.toml", "mine")
    assert (refused.value.key, refused.value.values["limit"]) == ("file-too-large", MOST_BYTES)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_pipes_devices_and_folders_are_no_calendars(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    (tmp_path / "zero.toml").symlink_to("/dev/zero")
    for path in (tmp_path / "pipe.toml", tmp_path / "zero.toml", tmp_path, Path("\0.toml")):
        with pytest.raises(InputError) as refused:
            parsed_apart(path, "mine")
        assert (refused.value.key, refused.value.values["file"]) == ("file-unreadable", "mine")
    with pytest.raises(InputError, match="file-missing"):
        parsed_apart(tmp_path / "none.toml", "mine")


def test_a_text_whose_values_fill_the_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "MOST_ANSWERED", 1_000)
    assert parsed_apart(f"a = '{'x' * 900}'\n", "mine").document
    with pytest.raises(InputError) as refused:
        parsed_apart(f"a = '{'x' * 1_000}'\n", "mine")
    assert (refused.value.key, refused.value.values) == ("file-too-heavy", {"file": "mine"})

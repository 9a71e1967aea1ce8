"""Every sentence in the code stands in French, and no French is left over."""

from pathlib import Path

import pytest

from planner.words import parity
from planner.words.compile import main, stale


def test_the_catalogues_are_compiled() -> None:
    assert stale() == []


def test_every_sentence_has_its_french_and_none_is_left_over() -> None:
    assert parity.complaints() == []


def test_check_says_so_by_its_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--check"]) == 0
    assert capsys.readouterr().out == ""


def test_a_sentence_without_french_is_complained_of(tmp_path: Path) -> None:
    package = tmp_path / "package"
    package.mkdir()
    (package / "screen.py").write_text(
        'say("never translated")\nsay_many("{count} untold", "{count} untolds", 2)\n'
        'LATER = to_say("nor this")\nsay(name)\nother("not a sentence")\n'
    )
    assert [sentence.one for sentence in parity.said(package)] == [
        "never translated",
        "{count} untold",
        "nor this",
    ]
    complaints = parity.complaints(package)
    assert any("screen.py:1: no French for 'never translated'" in line for line in complaints)
    assert any("nothing says this any more: 'draft'" in line for line in complaints)


def test_placeholders_and_plurals_are_compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    catalogue = tmp_path / "terms.po"
    catalogue.write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n\n'
        'msgid "in {place}"\nmsgstr "à {lieu}"\n\n'
        'msgid "{count} thing"\nmsgid_plural "{count} stuff"\n'
        'msgstr[0] "{count} chose"\nmsgstr[1] "{count} choses"\n\n'
        '#, fuzzy\nmsgid "guessed"\nmsgstr "deviné"\n',
        "utf-8",
    )
    (tmp_path / "code.py").write_text(
        'say("in {place}")\nsay_many("{count} thing", "{count} things", 2)\nsay("guessed")\n'
    )
    monkeypatch.setattr(parity, "catalogue_files", lambda: [catalogue])
    assert parity.complaints(tmp_path) == [
        "terms.po: its placeholders differ: 'in {place}'",
        "terms.po: its plural is another: '{count} thing'",
        "terms.po: not translated yet: 'guessed'",
    ]

"""Tables: RFC 4180 out, whatever spreadsheets write in, and no cell that a spreadsheet runs."""

import csv as standard
import io
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.errors import InputError
from planner.exchange import csv

COLUMNS = {"title": "titre", "body": "texte"}
STARTS = st.sampled_from(["", "=", "+", "-", "@", "\t", "\r", "'", "''", "'=", "＝", " =", "a"])
TEXT = st.builds(str.__add__, STARTS, st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
CELLS = st.lists(st.fixed_dictionaries({"title": TEXT, "body": TEXT}), max_size=6)


def knows(cell: str) -> bool:
    return cell in ("titre", "texte", "jour")


def read(text: str | bytes) -> csv.Table:
    return csv.table(text if isinstance(text, bytes) else text.encode(), "a.csv", knows)


@given(TEXT)
def test_a_guarded_text_comes_back_and_never_begins_a_formula(text: str) -> None:
    assert csv.unguarded(csv.guarded(text)) == text
    assert csv.guarded(text)[:1] not in ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


@given(CELLS, st.sampled_from([",", ";", "\t"]), st.booleans(), st.booleans())
def test_what_is_written_is_read_again(rows: list[dict[str, str]], separator: str, bom: bool, exact: bool) -> None:
    content = b"".join(csv.written(rows, COLUMNS, separator=separator, bom=bom, exact=exact))
    assert content.startswith(b"\xef\xbb\xbf") == bom
    found = read(content)
    assert found.header == ["titre", "texte"]
    cells = [line.cells if exact else [csv.unguarded(cell) for cell in line.cells] for line in found.lines]
    guarded = str if exact else csv.guarded
    full = [row for row in rows if any(guarded(cell).strip() for cell in row.values())]
    assert cells == [[row["title"], row["body"]] for row in full]


def test_lines_end_and_cells_are_quoted_as_rfc_4180_asks() -> None:
    rows = [{"title": 'dit "oui"', "body": "a,b\nc"}]
    assert b"".join(csv.written(rows, COLUMNS, bom=False)) == b'titre,texte\r\n"dit ""oui""","a,b\nc"\r\n'


@pytest.mark.parametrize(
    ("text", "separator"),
    [
        ("titre;texte\r\nun, deux;a, b, c\r\n", ";"),
        ("titre,texte\n1;2;3;4;5,6\n", ","),
        ("titre\ttexte\na,b;c\td\n", "\t"),
        ("titre|texte\na|b\n", "|"),
        ("foo;bar;baz\n1,5;2,5;3,5\n", ";"),
        ("sep=;\r\ntitre;texte\r\na,b,c;d\r\n", ";"),
        ("titre\nUn chantier\nDeux devis, trois relances\n", ";"),
    ],
)
def test_the_separator_is_the_one_that_names_columns(text: str, separator: str) -> None:
    assert read(text).separator == separator


def test_the_librarys_own_guess_takes_a_letter_for_a_separator() -> None:
    """Why `csv.Sniffer` is not asked."""
    assert standard.Sniffer().sniff("titre\r\nUn chantier\r\nDeux devis\r\n").delimiter.isalpha()


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("cp1252", "Windows-1252"),
    ],
)
def test_encodings_are_known_and_told(encoding: str, told: str) -> None:
    found = read("titre;texte\r\nÉté;l’œuvre à 3 €\r\n".encode(encoding))
    assert (found.encoding, found.header, found.lines[0].cells) == (told, ["titre", "texte"], ["Été", "l’œuvre à 3 €"])


def test_lines_are_numbered_as_an_editor_does() -> None:
    found = read('titre,texte\n"a\nb",c\n\n,\nd,e\n')
    assert [(line.number, line.cells) for line in found.lines] == [(2, ["a\nb", "c"]), (6, ["d", "e"])]
    assert read("sep=,\ntitre,texte\na,b\n").lines[0].number == 3


@pytest.mark.parametrize(("line", "key"), [('"never closed,b', "line-not-closed"), ('"a"b,c\nd,e', "line-quotes")])
def test_a_line_that_cannot_be_read_holds_its_fault_and_the_others_are_read(line: str, key: str) -> None:
    found = read(f"titre,texte\ngood,one\n{line}")
    assert found.lines[0].cells == ["good", "one"]
    fault = found.lines[1].fault
    assert fault is not None
    assert (fault.key, found.lines[1].number) == (key, 3)


def test_long_cells_and_nuls_are_read() -> None:
    found = read("titre,texte\n" + "a" * 200_000 + ",b\x00c\n")
    assert [len(cell) for cell in found.lines[0].cells] == [200_000, 3]


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "table-empty"),
        (b"\n\n", "table-empty"),
        (b'"open', "table-empty"),
        (b"titre" + b"," * csv.MOST_COLUMNS, "table-empty"),
        (b"titre\n" + b"a\n" * (csv.MOST_LINES + 1), "table-too-long"),
        (b"a" * (csv.MOST_BYTES + 1), "file-too-large"),
    ],
)
def test_what_is_no_table_is_refused(content: bytes, key: str) -> None:
    with pytest.raises(InputError) as refused:
        read(content)
    assert refused.value.key == key


@given(st.binary(max_size=200))
def test_no_bytes_make_it_stumble(content: bytes) -> None:
    with suppress(InputError):
        assert all(line.fault or line.cells for line in read(content).lines)


def test_a_spreadsheet_program_reads_what_is_written() -> None:
    """The standard reader stands for one."""
    rows = [{"title": "=1+1", "body": "-x"}]
    content = b"".join(csv.written(rows, COLUMNS)).decode("utf-8-sig")
    assert list(standard.reader(io.StringIO(content, newline=""))) == [["titre", "texte"], ["'=1+1", "'-x"]]

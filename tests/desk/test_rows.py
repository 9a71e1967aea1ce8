"""Tables of posts: out, in again, and in from spreadsheets of others."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings

from planner.desk import brief, bring_rows, posts
from planner.desk.bring_rows import RowOptions, preview_rows
from planner.desk.desk import Desk, open_desk
from planner.desk.post_texts import COLUMNS
from planner.desk.send import dump_text
from planner.desk.send_rows import TableForm, export_csv
from planner.desk.undo import undo
from planner.errors import ConflictError, InputError
from planner.exchange import csv
from planner.exchange.csv_apart import table_apart
from planner.model.names import plain
from planner.words.columns import table_words
from tests.desk.made_rows import NAMES, POSTS, add, carried
from tests.made import MONDAY, fresh

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from planner.desk.preview import Preview


@pytest.fixture
def table(tmp_path: Path) -> Any:
    """Write a table of a person's."""

    def write(text: str, name: str = "t.csv") -> Path:
        path = tmp_path / name
        path.write_text(text, "utf-8", newline="")
        return path

    return write


@pytest.fixture(autouse=True, scope="module")
def _in_this_process() -> Iterator[None]:
    """Read tables without a process for each: what one process more does is tested below, and by the command."""

    def read(path: Path, name: str, words: Iterable[str]) -> csv.Table:
        known = set(words)
        return csv.table(path.read_bytes(), name, lambda cell: plain(cell) in known or cell in known)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(bring_rows, "table_apart", read)
        yield


def test_a_process_of_its_own_reads_the_same_table(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes('Titre;Réseau\r\nRetenue;LinkedIn\r\nx;"y\r\n'.encode("cp1252"))
    apart = table_apart(path, "a.csv", ["titre", "reseau"])
    assert (apart.header, apart.encoding, apart.separator) == (["Titre", "Réseau"], "Windows-1252", ";")
    assert [(line.number, line.cells) for line in apart.lines] == [(2, ["Retenue", "LinkedIn"]), (3, [])]
    assert [line.fault and line.fault.key for line in apart.lines] == [None, "line-not-closed"]
    with pytest.raises(InputError, match="file-missing"):
        table_apart(tmp_path / "none.csv", "none.csv", [])


def looked_at(desk: Desk, path: Path, **options: Any) -> Preview:
    return preview_rows(desk, path, RowOptions(NAMES, **options))


def written_in(language: str) -> TableForm:
    words = table_words(COLUMNS, language)
    return TableForm(words["columns"], words["statuses"], words["purposes"])


def states(preview: Preview) -> list[str]:
    return [row.state for row in preview.rows]


def reasons(preview: Preview) -> list[list[str]]:
    return [[reason.key for reason in row.reasons] for row in preview.rows]


@settings(max_examples=40)
@given(made=POSTS)
@pytest.mark.parametrize(("language", "separator", "exact"), [("fr", ";", False), ("en", ",", True)])
def test_a_table_brings_everything_it_carries_into_an_empty_calendar(
    tmp_path_factory: pytest.TempPathFactory, made: list[dict[str, Any]], language: str, separator: str, exact: bool
) -> None:
    folder = tmp_path_factory.mktemp("rows")
    form = replace(written_in(language), separator=separator, exact=exact)
    with open_desk(fresh(folder, "a").path) as first, open_desk(fresh(folder, "b").path) as second:
        add(first, made)
        path = folder / "t.csv"
        assert export_csv(first, path, form).count == len(made)
        preview = looked_at(second, path, exact=exact, new_networks=True, new_needs=True)
        assert states(preview) == ["new"] * len(made)
        preview.bring()
        assert carried(second) == carried(first)
        again = looked_at(first, path, exact=exact)
        assert states(again) == ["same"] * len(made)
        assert again.bring().revision == 0


def test_a_whole_import_is_one_step_back(filled: Desk, tmp_path: Path) -> None:
    export_csv(filled, tmp_path / "t.csv")
    with open_desk(fresh(tmp_path, "b").path) as other:
        before = dump_text(other)
        preview = looked_at(other, tmp_path / "t.csv", new_networks=True, new_needs=True)
        assert [note.key for note in preview.notes] == ["networks-added", "needs-added"]
        changed = preview.bring()
        assert (changed.verb, changed.revision, len(other.calendar().posts)) == ("bring", 1, 4)
        assert {network.key for network in other.calendar().networks} == {"linkedin", ""}
        undo(other)
        assert dump_text(other) == before


def test_a_post_of_the_same_uid_is_changed_in_what_the_table_says(filled: Desk, table: Any) -> None:
    post = filled.calendar().posts[0]
    path = table(f"uid,title,network\r\n{post.uid},Autre titre,LinkedIn\r\n")
    preview = looked_at(filled, path)
    assert states(preview) == ["changed"]
    preview.bring()
    found = filled.post(post.id or 0)
    assert (found.title, found.body, found.day, found.time) == ("Autre titre", post.body, post.day, post.time)
    assert states(looked_at(filled, path)) == ["same"]


def test_an_empty_cell_empties_a_text_and_an_absent_column_does_not(filled: Desk, table: Any) -> None:
    post = filled.calendar().posts[0]
    looked_at(filled, table(f"uid,link,status,day\n{post.uid},,,\n")).asks.pop("columns")
    preview = looked_at(filled, table(f"uid,title,link,status,day,hour\n{post.uid},Retenue,,,,\n"))
    preview.bring()
    found = filled.post(post.id or 0)
    assert (found.link, found.status, found.day, found.time, found.need_id) == ("", "draft", None, None, post.need_id)


def test_a_post_in_the_bin_comes_out_of_it(filled: Desk, tmp_path: Path) -> None:
    export_csv(filled, tmp_path / "t.csv")
    posts.delete(filled, filled.calendar().posts[0].id or 0)
    preview = looked_at(filled, tmp_path / "t.csv")
    assert preview.counts() == {"new": 0, "changed": 1, "same": 3, "refused": 0}
    preview.bring()
    assert len(filled.calendar().posts) == 4


def test_without_a_uid_what_stands_here_already_is_no_second_post(filled: Desk, table: Any) -> None:
    path = table(f"titre,jour,réseau,lien\nRetenue,{MONDAY},LinkedIn,https://a.example/b\nRETENUE,{MONDAY},linkedin,x\n"
                 f"Retenue,{MONDAY},La lettre,\nRetenue,{MONDAY},La lettre,\n")  # fmt: skip
    preview = looked_at(filled, path)
    assert states(preview) == ["same", "same", "new", "same"]
    assert reasons(preview) == [[], ["row-differs"], [], []]


def test_each_line_that_cannot_be_taken_in_says_why_and_the_others_are(desk: Desk, table: Any) -> None:
    lines = (
        "Bon;2026-12-01;9h30;;", ";;;;x", "Hier;10;;;", "Heure;2026-12-01;9;;", "Réseau;;;Ailleurs;",
        "Statut;;;;", "Large;;;;;;;trop", '"ouvert;;;;',
    )  # fmt: skip
    text = "titre;jour;heure;réseau;lien;statut\n" + "\n".join(lines).replace("Statut;;;;", "Statut;;;;;fini")
    preview = looked_at(desk, table(text))
    assert states(preview) == ["new", *["refused"] * 7]
    assert reasons(preview) == [
        [], ["text-missing"], ["day-unclear"], ["hour-unclear"], ["row-network"], ["value-not-allowed"],
        ["line-too-wide"], ["line-not-closed"],
    ]  # fmt: skip
    assert [row.number for row in preview.rows] == [2, 3, 4, 5, 6, 7, 8, 9]
    preview.bring()
    found = desk.calendar().posts[0]
    assert (found.title, found.day, found.time, found.status) == ("Bon", date(2026, 12, 1), time(9, 30), "draft")


def test_the_same_uid_twice_is_refused_the_second_time(desk: Desk, table: Any) -> None:
    preview = looked_at(desk, table("uid,title\na,Un\na,Deux\n"))
    assert states(preview) == ["new", "refused"]
    preview.bring()
    assert [post.title for post in desk.calendar().posts] == ["Un"]


def test_a_slots_uid_is_no_posts(filled: Desk, table: Any) -> None:
    slot = filled.calendar().slots[0].uid
    assert states(looked_at(filled, table(f"uid,title\n{slot},Un\n"))) == ["refused"]


def test_doubtful_days_are_asked_and_nothing_is_written_before(desk: Desk, table: Any) -> None:
    path = table("title,date\nA,01/02/2026\nB,2026-02-01\n")
    preview = looked_at(desk, path)
    assert preview.asks == {"date-order": ("dmy", "mdy")}
    assert reasons(preview) == [["day-doubtful"], []]
    with pytest.raises(InputError) as refused:
        preview.bring()
    assert refused.value.key == "import-asks"
    looked_at(desk, path, dates="mdy").bring()
    assert [post.day for post in desk.calendar().posts] == [date(2026, 1, 2), date(2026, 2, 1)]


def test_the_order_that_fits_every_day_is_taken_and_told(desk: Desk, table: Any) -> None:
    preview = looked_at(desk, table("title,date\nA,01/02/2026\nB,13/02/2026\n"))
    assert [(note.key, note.values) for note in preview.notes] == [("days-read-as", {"order": "dmy"})]
    preview.bring()
    assert [post.day for post in desk.calendar().posts] == [date(2026, 2, 1), date(2026, 2, 13)]


def test_columns_are_known_by_likeness_and_told(desk: Desk, table: Any) -> None:
    preview = looked_at(desk, table("Titres,Textte,Couleur\nA,B,rouge\n"))
    assert [(note.key, note.values) for note in preview.notes] == [
        ("column-liked", {"column": "Titres", "field": "title"}),
        ("column-liked", {"column": "Textte", "field": "body"}),
        ("columns-left", {"columns": "Couleur"}),
    ]


def test_columns_nobody_knows_are_asked_and_what_is_said_is_remembered(desk: Desk, table: Any) -> None:
    path = table("Accroche,Couleur\nA,rouge\n")
    preview = looked_at(desk, path)
    assert preview.asks == {"columns": ("Accroche", "Couleur")}
    with pytest.raises(InputError):
        preview.bring()
    looked_at(desk, path, columns={"accroche": "titre", "Couleur": ""}).bring()
    assert [post.title for post in desk.calendar().posts] == ["A"]
    later = looked_at(desk, table("Accroche,Couleur\nB,vert\n", "later.csv"))
    assert (later.asks, later.notes, states(later)) == ({}, (), ["new"])


def test_a_table_of_googles_is_understood(desk: Desk, table: Any) -> None:
    head = "Subject,Start Date,Start Time,End Date,End Time,All Day Event,Description,Location,Private"
    path = table(f"{head}\nFair,11/30/2026,2:00 PM,11/30/2026,3:00 PM,False,Bring cards,Lyon,True\n")
    looked_at(desk, path).bring()
    (post,) = desk.calendar().posts
    assert (post.title, post.day, post.time, post.body) == ("Fair", date(2026, 11, 30), time(14), "Bring cards")


def test_a_row_says_what_it_becomes(filled: Desk, table: Any) -> None:
    post = filled.calendar().posts[0]
    rows = looked_at(filled, table(f"uid,title,day,status\n,A,2026-12-01,\n,B,,prêts\n{post.uid},C,,\n")).rows
    assert [row.becomes and row.becomes[:3] for row in rows] == [
        ("draft", date(2026, 12, 1), time(9)),
        ("ready", None, None),
        (post.status, None, post.time),
    ]


@pytest.mark.parametrize(
    ("text", "ending"),
    [("BEGIN:VCALENDAR\nVERSION:2.0\n", ".ics"), ("format = 1\n[brief]\n", ".toml"), ("[[post]]\n", ".toml")],
)
def test_a_file_of_another_form_is_refused_at_once(desk: Desk, table: Any, text: str, ending: str) -> None:
    with pytest.raises(InputError) as refused:
        looked_at(desk, table(text))
    assert (refused.value.key, refused.value.values["ending"]) == ("other-form", ending)


def test_lines_that_would_be_mere_ideas_are_asked_for_where_nobody_looks(desk: Desk, table: Any) -> None:
    path = table("Titre,Quand\nA,2026-12-01\n")
    seen = looked_at(desk, path)
    assert ([note.key for note in seen.notes], seen.asks) == (["columns-left", "only-ideas"], {})
    assert looked_at(desk, path, unseen=True).asks == {"columns-unknown": ("Quand",)}
    assert looked_at(desk, path, unseen=True, columns={"Quand": ""}).asks == {}
    assert looked_at(desk, path, unseen=True, columns={"Quand": "day"}).asks == {}
    assert looked_at(desk, table("Titre,Réseau\nA,\n"), unseen=True).asks == {}
    assert looked_at(desk, table("Titre,Quand\n"), unseen=True).asks == {}


def test_an_order_of_days_that_serves_no_column_is_told(desk: Desk, table: Any) -> None:
    path = table("Titre,Texte,Quand\nA,b,01/02/2026\n")
    assert [note.key for note in looked_at(desk, path, dates="mdy").notes] == ["columns-left", "dates-without-column"]
    assert "dates-without-column" not in [note.key for note in looked_at(desk, path).notes]


@pytest.mark.parametrize(
    ("columns", "key"), [({"Absente": "title"}, "column-missing"), ({"Accroche": "couleur"}, "field-unknown")]
)
def test_a_column_or_a_field_that_is_not_there_is_refused(
    desk: Desk, table: Any, columns: dict[str, str], key: str
) -> None:
    with pytest.raises(InputError) as refused:
        looked_at(desk, table("Accroche\nA\n"), columns=columns)
    assert refused.value.key == key


def test_networks_are_known_by_the_place_they_stand_for(desk: Desk, table: Any) -> None:
    network = brief.add_network(desk, name="Mon profil", key="linkedin").id
    looked_at(desk, table("title,network\nA,LinkedIn\n")).bring()
    assert desk.calendar().posts[0].network_id == network


def test_a_calendar_that_changed_meanwhile_is_not_written_over(desk: Desk, table: Any) -> None:
    preview = looked_at(desk, table("title\nA\n"))
    posts.plan(desk, title="B")
    with pytest.raises(ConflictError) as refused:
        preview.bring()
    assert refused.value.key == "import-overtaken"
    assert [post.title for post in desk.calendar().posts] == ["B"]


def test_a_table_of_planners_is_written_over_and_no_other(filled: Desk, table: Any, tmp_path: Path) -> None:
    other = table("uid,mine\r\n1,2\r\n")
    with pytest.raises(InputError) as refused:
        export_csv(filled, other)
    assert refused.value.key == "not-ours"
    export_csv(filled, tmp_path / "ours.csv", replace(written_in("fr"), separator=";"))
    export_csv(filled, tmp_path / "ours.csv", TableForm(bom=False))
    assert (tmp_path / "ours.csv").read_bytes().startswith(b"uid,title,network,")


def test_no_cell_is_run_by_a_spreadsheet(desk: Desk, tmp_path: Path) -> None:
    posts.plan(desk, title="=HYPERLINK(1)", body="-un\n-deux", note="@x")
    export_csv(desk, tmp_path / "t.csv", TableForm(bom=False))
    line = (tmp_path / "t.csv").read_text("utf-8").splitlines()[1]
    assert ",'=HYPERLINK(1)," in line
    assert "\"'-un" in line
    export_csv(desk, tmp_path / "t.csv", TableForm(exact=True))
    assert ",=HYPERLINK(1)," in (tmp_path / "t.csv").read_text("utf-8")

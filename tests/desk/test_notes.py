"""Folders of notes: out, in again, and in from Hugo, Jekyll and Obsidian."""

from __future__ import annotations

import os
import subprocess
from datetime import date, time
from typing import TYPE_CHECKING, Any
from unittest.mock import Mock

import pytest
from hypothesis import given, settings

from planner.desk import posts
from planner.desk.bring_notes import NoteOptions, preview_notes
from planner.desk.desk import Desk, open_desk
from planner.desk.send import dump_text
from planner.desk.send_notes import LONGEST_NOTE, export_markdown
from planner.desk.undo import undo
from planner.errors import InputError, OutsideError
from planner.exchange import apart, markdown
from tests.desk.made_rows import NAMES, POSTS, add, carried
from tests.made import MONDAY, fresh

if TYPE_CHECKING:
    from pathlib import Path

    from planner.desk.preview import Preview


def looked_at(desk: Desk, path: Path, **options: Any) -> Preview:
    return preview_notes(desk, path, NoteOptions(NAMES, **options))


def states(preview: Preview) -> list[str]:
    return [row.state for row in preview.rows]


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


@settings(max_examples=40)
@given(made=POSTS)
def test_notes_bring_everything_they_carry_into_an_empty_calendar(
    tmp_path_factory: pytest.TempPathFactory, made: list[dict[str, Any]]
) -> None:
    folder = tmp_path_factory.mktemp("notes")
    with open_desk(fresh(folder, "a").path) as first, open_desk(fresh(folder, "b").path) as second:
        add(first, made)
        assert export_markdown(first, folder / "notes").count == len(made)
        if not made:
            return
        preview = looked_at(second, folder / "notes", new_networks=True, new_needs=True)
        assert states(preview) == ["new"] * len(made)
        preview.bring()
        assert carried(second) == carried(first)
        again = looked_at(first, folder / "notes")
        assert states(again) == ["same"] * len(made)
        assert export_markdown(first, folder / "notes").count == 0


def test_notes_are_for_their_owner_alone_and_no_name_leaves_the_folder(desk: Desk, tmp_path: Path) -> None:
    for title in ("../../x", "CON", "-rf", "a\nb\0", "é" * 300):
        posts.plan(desk, title=title)
    export_markdown(desk, tmp_path / "out" / "notes")
    found = list((tmp_path / "out" / "notes").iterdir())
    assert len(found) == 5
    assert {path.stat().st_mode & 0o777 for path in found} == {0o600}
    assert names(tmp_path / "out") == {"notes"}


def test_a_name_stays_when_only_the_text_changes(desk: Desk, tmp_path: Path) -> None:
    post = posts.plan(desk, title="La retenue", day=MONDAY).id
    posts.plan(desk, title="Autre")
    export_markdown(desk, tmp_path / "n")
    before = {path.name: path.stat().st_ino for path in (tmp_path / "n").iterdir()}
    posts.write(desk, post, body="Un texte.")
    assert export_markdown(desk, tmp_path / "n").count == 1
    after = {path.name: path.stat().st_ino for path in (tmp_path / "n").iterdir()}
    assert before.keys() == after.keys()
    assert [name for name in before if before[name] != after[name]] == [min(before)]


def test_another_title_gives_another_name_and_the_old_note_goes(desk: Desk, tmp_path: Path) -> None:
    post = posts.plan(desk, title="La retenue").id
    export_markdown(desk, tmp_path)
    (tmp_path / "mine.md").write_text("# Mine\n")
    posts.write(desk, post, title="Le solde")
    export_markdown(desk, tmp_path)
    found = {name.rpartition("-")[0] for name in names(tmp_path) if name.endswith(".md")}
    assert found == {"le-solde", ""}
    assert (tmp_path / "mine.md").read_text() == "# Mine\n"


def test_a_note_whose_post_is_gone_stays_and_is_told(desk: Desk, tmp_path: Path) -> None:
    post = posts.plan(desk, title="La retenue").id
    export_markdown(desk, tmp_path / "n")
    posts.delete(desk, post)
    sent = export_markdown(desk, tmp_path / "n")
    assert [(remark.key, remark.values["count"]) for remark in sent.remarks] == [("notes-left", 1)]
    assert len(names(tmp_path / "n")) == 1


def test_nothing_is_written_over_a_file_that_is_not_planners(desk: Desk, tmp_path: Path) -> None:
    posts.plan(desk, title="Un")
    posts.plan(desk, title="Deux")
    export_markdown(desk, tmp_path / "n")
    first, second = sorted((tmp_path / "n").iterdir())
    first.unlink()
    second.write_text("# À moi\n", "utf-8")
    with pytest.raises(InputError) as refused:
        export_markdown(desk, tmp_path / "n")
    assert refused.value.key == "not-ours"
    assert names(tmp_path / "n") == {second.name}
    assert export_markdown(desk, tmp_path / "n", force=True).count == 2


def test_a_note_changed_by_hand_is_not_written_over_but_taken_in(desk: Desk, tmp_path: Path) -> None:
    post = posts.plan(desk, title="Un", body="Avant.").id
    export_markdown(desk, tmp_path / "n")
    (note,) = (tmp_path / "n").iterdir()
    note.write_text(note.read_text("utf-8").replace("Avant.", "Après."), "utf-8")
    posts.write(desk, post, next_step="Lire")
    with pytest.raises(InputError) as refused:
        export_markdown(desk, tmp_path / "n")
    assert refused.value.key == "note-touched"
    preview = looked_at(desk, note)
    assert states(preview) == ["changed"]
    preview.bring()
    assert desk.post(post).body == "Après."
    assert export_markdown(desk, tmp_path / "n").count == 1
    note.write_text(note.read_text("utf-8").replace("uid:", "aliases: [moi]\nuid:"), "utf-8")
    with pytest.raises(InputError):
        export_markdown(desk, tmp_path / "n")


@pytest.mark.parametrize("day", ["1905-06-01", "2026-03-29", "2026-10-25"])
def test_a_day_of_another_age_or_of_a_clock_change_comes_back(desk: Desk, tmp_path: Path, day: str) -> None:
    posts.plan(desk, title="Un", day=day, time="02:30")
    export_markdown(desk, tmp_path / "n")
    assert states(looked_at(desk, tmp_path / "n")) == ["same"]


def test_a_link_is_replaced_and_never_written_through(desk: Desk, tmp_path: Path) -> None:
    posts.plan(desk, title="Un")
    export_markdown(desk, tmp_path / "n")
    (note,) = (tmp_path / "n").iterdir()
    target = tmp_path / "target.txt"
    target.write_text("mine")
    note.unlink()
    note.symlink_to(target)
    with pytest.raises(InputError):
        export_markdown(desk, tmp_path / "n")
    export_markdown(desk, tmp_path / "n", force=True)
    assert target.read_text() == "mine"
    assert not note.is_symlink()


def test_what_is_no_folder_is_refused(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(InputError) as refused:
        export_markdown(desk, tmp_path / "file")
    assert refused.value.key == "not-folder"
    with pytest.raises(OutsideError):
        export_markdown(desk, tmp_path / "file" / "below")


def test_a_private_note_too_long_for_front_matter_is_left_out_and_never_emptied(desk: Desk, tmp_path: Path) -> None:
    post = posts.plan(desk, title="Un", note="x" * (LONGEST_NOTE + 1)).id
    sent = export_markdown(desk, tmp_path / "n")
    assert [remark.key for remark in sent.remarks] == ["private-note-left-out"]
    assert states(looked_at(desk, tmp_path / "n")) == ["same"]
    assert len(desk.post(post).note) == LONGEST_NOTE + 1


HUGO = "---\ntitle: 'Le devis'\ndate: 2026-03-12T09:00:00+01:00\ndraft: false\ntags: [devis]\n---\n\nTexte **fort**.\n"
JEKYLL = "---\nlayout: post\ntitle: Le solde\ndate: 2027-03-12 23:30:00 -0500\ncategories: news linkedin\n---\nTexte.\n"
OBSIDIAN = "# Une fiche\n\nVoir [[Le devis]] #hash\n"


def test_notes_of_hugo_jekyll_and_obsidian_are_taken_in(filled: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    (folder / "posts" / ".trash").mkdir(parents=True)
    for name, text in {
        "a.md": HUGO, "posts/b.markdown": JEKYLL, "posts/c.md": OBSIDIAN, "posts/.trash/d.md": "x", "e.txt": "x",
    }.items():  # fmt: skip
        (folder / name).write_text(text, "utf-8")
    before = dump_text(filled)
    preview = looked_at(filled, folder)
    assert [(row.number, row.title, row.state) for row in preview.rows] == [
        (1, "Le devis", "new"), (2, "Le solde", "new"), (3, "Une fiche", "new"),
    ]  # fmt: skip
    preview.bring()
    found = {post.title: post for post in filled.calendar().posts}
    devis, solde, idea = found["Le devis"], found["Le solde"], found["Une fiche"]
    assert (devis.day, devis.time, devis.status, devis.body) == (
        date(2026, 3, 12), time(9), "published", "Texte **fort**.",
    )  # fmt: skip
    assert (solde.day, solde.time, solde.status) == (date(2027, 3, 13), time(5, 30), "draft")
    assert (idea.day, idea.status, idea.body) == (None, "idea", "Voir [[Le devis]] #hash")
    assert states(looked_at(filled, folder)) == ["same"] * 3
    undo(filled)
    assert dump_text(filled) == before


def test_a_category_that_is_a_network_is_the_posts(filled: Desk, tmp_path: Path) -> None:
    note = tmp_path / "a.md"
    note.write_text("---\ntitle: A\ncategories: [News, linkedin]\ntags: x\n---\nB\n")
    looked_at(filled, note).bring()
    found = {post.title: post for post in filled.calendar().posts}
    assert found["A"].network_id == next(one.id for one in filled.calendar().networks if one.name == "LinkedIn")


def test_each_note_that_cannot_be_read_says_why_and_the_others_are_taken_in(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "n"
    folder.mkdir()
    for name, content in {
        "1.md": b"# Bon\n\nTexte", "2.md": b"---\na: &a x\nb: *a\n---\n", "3.md": b"\xff", "4.md": b"",
        "5.md": b"---\ntitle: A\ndate: 10\n---\nx", "6.md": b"---\ntitle: A\nzone: Mars/Base\n---\nx",
        "7.md": b"---\ntitle: A\ntime: 9\n---\nx",
    }.items():  # fmt: skip
        (folder / name).write_bytes(content)
    preview = looked_at(desk, folder)
    assert [row.title for row in preview.rows][:3] == ["Bon", "2.md", "3.md"]
    assert [[reason.key for reason in row.reasons] for row in preview.rows] == [
        [], ["front-unreadable"], ["not-text"], ["text-missing"], ["day-unclear"], ["zone-unknown"], ["hour-unclear"],
    ]  # fmt: skip
    preview.bring()
    assert [post.title for post in desk.calendar().posts] == ["Bon"]


def test_doubtful_days_of_notes_are_asked(desk: Desk, tmp_path: Path) -> None:
    note = tmp_path / "a.md"
    note.write_text("---\ntitle: A\ndate: 01/02/2026\n---\nx")
    assert looked_at(desk, note).asks == {"date-order": ("dmy", "mdy")}
    looked_at(desk, note, dates="dmy").bring()
    assert desk.calendar().posts[0].day == date(2026, 2, 1)


def test_an_empty_folder_and_a_missing_file_are_refused(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "n").mkdir()
    for path, key in ((tmp_path / "n", "folder-empty"), (tmp_path / "a.md", "file-missing")):
        with pytest.raises(InputError) as refused:
            looked_at(desk, path)
        assert refused.value.key == key


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_no_note(desk: Desk, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.md")
    with pytest.raises(InputError) as refused:
        looked_at(desk, tmp_path / "a.md")
    assert refused.value.key == "file-unreadable"
    assert refused.value.values["file"] == str(tmp_path / "a.md")
    (tmp_path / "b.md").write_text("# Bon\n")
    preview = looked_at(desk, tmp_path)
    assert [[reason.key for reason in row.reasons] for row in preview.rows] == [["file-unreadable"], []]


def test_a_folder_is_read_by_one_process_and_none_of_it_here(
    filled: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(300):
        (tmp_path / f"{number}.md").write_text(HUGO, "utf-8")
    begun = Mock(wraps=subprocess.Popen)
    monkeypatch.setattr(subprocess, "Popen", begun)
    monkeypatch.setattr(markdown, "read", lambda *_: pytest.fail("read here"))
    assert len(looked_at(filled, tmp_path / ".").rows) == 300
    begun.assert_called_once()


def test_when_the_reading_is_ended_nothing_is_brought(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.md").write_text("# Bon\n\nTexte\n")
    (tmp_path / "b.md").write_text("x" * 10_000)
    monkeypatch.setattr(apart, "MOST_ANSWERED", 5_000)
    before = dump_text(desk)
    with pytest.raises(InputError) as refused:
        looked_at(desk, tmp_path)
    assert (refused.value.key, refused.value.values["file"]) == ("file-too-heavy", "b.md")
    assert dump_text(desk) == before

"""A whole calendar from its TOML file: all of it, as one action, or nothing."""

from __future__ import annotations

import tomllib
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest

from planner.desk import bring, listening, posts
from planner.desk.bring import bring_toml, bring_toml_into_new
from planner.desk.bring_whole import preview_whole
from planner.desk.intake import taken_in
from planner.desk.send import dump_text, toml_text
from planner.desk.undo import redo, undo
from planner.errors import CalendarError, InputError
from planner.exchange import apart, toml, toml_faults, toml_keys
from planner.exchange.toml_apart import parsed_apart
from tests.made import MONDAY, Clock, fill, fresh

if TYPE_CHECKING:
    from pathlib import Path

    from planner.desk.bring import ImportedCalendar
    from planner.desk.desk import Desk
    from planner.desk.intake import Intake

SMALL = """format = 1
[brief]
title = "Petit"
needs = ["Pourquoi ?"]
[[network]]
name = "LinkedIn"
[[post]]
uid = "un"
title = "Un"
network = "LinkedIn"
need = "Pourquoi ?"
day = 2026-11-26
[[post]]
title = "Deux"
[[question]]
words = "Et alors ?"
post = "un"
"""


def test_a_file_becomes_a_calendar(desk: Desk) -> None:
    brought = bring_toml(desk, SMALL, "petit.toml")
    assert brought.counts["post"] == 2
    assert brought.title == "Petit"
    post = desk.calendar().posts[0]
    assert (post.uid, post.status, str(post.time)) == ("un", "draft", "09:00:00")
    assert desk.cards(MONDAY, post.day or MONDAY)[0].network == "LinkedIn"
    assert desk.calendar().posts[1].uid not in ("", "un")
    assert desk.calendar().questions[0].post_id == post.id


def test_an_import_replaces_everything_and_is_one_step(filled: Desk) -> None:
    before = dump_text(filled)
    bring_toml(filled, SMALL, "petit.toml")
    after = dump_text(filled)
    calendar = filled.calendar()
    assert [post.title for post in calendar.posts] == ["Un", "Deux"]
    left = [*calendar.binned, *calendar.slots, *calendar.people, *calendar.results, *calendar.mutes]
    assert left == []
    step = undo(filled)
    assert step is not None
    assert step.verb == "import"
    assert dump_text(filled) == before
    redo(filled)
    assert dump_text(filled) == after


def test_the_same_file_again_changes_nothing(filled: Desk) -> None:
    text = toml_text(filled)
    assert bring_toml(filled, text, "same.toml").revision == 0
    assert toml_text(filled) == text


def test_a_known_post_keeps_its_row_and_its_stamp_never_goes_down(filled: Desk) -> None:
    text = toml_text(filled)
    post = next(post for post in filled.calendar().posts if post.title == "Retenue")
    posts.nudge(filled, post.id or 0, 1)
    posts.nudge(filled, post.id or 0, -1)
    raised = filled.calendar().stamps["post", post.id or 0].sequence
    assert raised == 2
    bring_toml(filled, text, "older.toml")
    assert next(row for row in filled.calendar().posts if row.uid == post.uid).id == post.id
    assert filled.calendar().stamps["post", post.id or 0].sequence >= raised


def test_a_review_that_the_file_names_by_no_identifier_is_the_one_of_its_day(filled: Desk) -> None:
    listening.note(filled, "review", day=MONDAY, question="Et LinkedIn ?")
    before = {review.id: (review.uid, review.question) for review in filled.calendar().reviews}
    without = "\n".join(
        line
        for line in toml_text(filled).splitlines()
        if not line.startswith("uid = ") or line[7:-1] not in _uids(filled)
    )
    bring_toml(
        filled, without.replace('question = "Et LinkedIn ?"', 'question = "Et LinkedIn ?"\nnote = "neuf"'), "a.toml"
    )
    assert {review.id: (review.uid, review.question) for review in filled.calendar().reviews} == before
    assert "neuf" in [review.note for review in filled.calendar().reviews]


def _uids(desk: Desk) -> set[str]:
    return {review.uid for review in desk.calendar().reviews}


def test_stamps_of_the_file_are_kept_in_a_new_calendar(tmp_path: Path) -> None:
    clock = Clock()
    one = fill(fresh(tmp_path, "one", clock))
    posts.nudge(one, 1, 7)
    text = toml_text(one)
    clock.tick(10_000)
    other, _ = bring_toml_into_new(tmp_path / "other.planner", text, "one.toml", clock)
    assert toml_text(other) == text
    assert other.calendar().stamps["post", 1].changed_at == datetime(2026, 11, 23, 8)
    one.close()
    other.close()


def test_a_row_number_is_never_used_again_by_an_import(filled: Desk) -> None:
    highest = max(number for record, number in filled.calendar().stamps if record == "post")
    bring_toml(filled, SMALL, "petit.toml")
    assert min(post.id or 0 for post in filled.calendar().posts) > highest


BAD = {
    "an unknown table": ("format = 1\n[[posts]]\n", 2, "posts", "field-unknown"),
    "no format": ("[brief]\n", 1, "format", "value-missing"),
    "a newer format": ("format = 2\n", 1, "format", "value-not-allowed"),
    "an unknown key": ("format = 1\n[brief]\ntitel = 'x'\n", 3, "brief.titel", "field-unknown"),
    "a key of another table": (
        "format = 1\n[brief]\nstatement = 'x'\n",
        3,
        "brief.statement",
        "field-unknown",
    ),
    "a word no list knows": (
        "format = 1\n[[post]]\n\nstatus = 'done'\n",
        4,
        "post[1].status",
        "value-not-allowed",
    ),
    "a zone": ("format = 1\n[brief]\nzone = 'Mars/X'\n", 3, "brief.zone", "zone-unknown"),
    "a network's key": (
        "format = 1\n[[network]]\nname = 'x'\nkey = 'zzz'\n",
        4,
        "network[1].key",
        "value-not-allowed",
    ),
    "a check switched off": (
        "format = 1\n[brief]\nchecks_off = ['nope']\n",
        3,
        "brief.checks_off",
        "value-not-allowed",
    ),
    "a check muted": (
        "format = 1\n[[post]]\n[[post.mute]]\ncheck = 'nope'\nreason = 'x'\n",
        4,
        "post[1].mute[1].check",
        "value-not-allowed",
    ),
    "a zone that is a number": ("format = 1\n[[post]]\nzone = 0\n", 3, "post[1].zone", "value-not-allowed"),
    "an end that is no day": (
        "format = 1\n[[slot]]\nkind = 'publish'\nday = 2026-01-01\ntime = 09:00:00\n"
        "rule = 'FREQ=DAILY;UNTIL=20269999'\n",
        6,
        "slot[1].rule",
        "rule-not-allowed",
    ),
    "a rule": (
        "format = 1\n[[slot]]\nkind = 'publish'\nday = 2026-01-01\ntime = 09:00:00\nrule = 'FREQ=SECONDLY'\n",
        6,
        "slot[1].rule",
        "rule-not-allowed",
    ),
    "a date as a moment": (
        "format = 1\n[[post]]\nday = 2026-01-01T09:00:00Z\n",
        3,
        "post[1].day",
        "value-not-allowed",
    ),
    "a slot without a day": ("format = 1\n[[slot]]\nkind = 'publish'\n", 2, "slot[1]", "value-missing"),
    "a network nobody named": (
        "format = 1\n[[post]]\nnetwork = 'X'\n",
        3,
        "post[1].network",
        "reference-missing",
    ),
    "a need nobody named": ("format = 1\n[[post]]\nneed = 'X'\n", 3, "post[1].need", "reference-missing"),
    "a post nobody named": (
        "format = 1\n[[result]]\nday = 2026-01-01\nindicator = 'x'\nfigure = 1\npost = 'q'\n",
        6,
        "result[1].post",
        "reference-missing",
    ),
    "a person nobody named": (
        "format = 1\n[[question]]\nwords = 'x'\nperson = 'q'\n",
        4,
        "question[1].person",
        "reference-missing",
    ),
    "two posts of one uid": (
        "format = 1\n[[post]]\nuid = 'a'\n[[post]]\nuid = 'a'\n",
        5,
        "post[2].uid",
        "value-duplicate",
    ),
    "two networks of one name": (
        "format = 1\n[[network]]\nname = 'a'\n[[network]]\nname = 'a '\n",
        5,
        "network[2].name",
        "value-duplicate",
    ),
    "two needs of the same words": (
        "format = 1\n[brief]\nneeds = ['a', 'a']\n",
        3,
        "brief.needs",
        "value-duplicate",
    ),
    "a post that is a word": ("format = 1\npost = 'x'\n", 2, "post", "value-not-allowed"),
    "a post within a word": ("format = 1\npost = ['x']\n", 2, "post[1]", "value-not-allowed"),
    "a brief that is a number": ("format = 1\nbrief = 3\n", 2, "brief", "value-not-allowed"),
    "a mute without a reason": (
        "format = 1\n[[post]]\n[[post.mute]]\ncheck = 'a'\n",
        3,
        "post[1].mute[1]",
        "value-missing",
    ),
    "a sequence below nothing": (
        "format = 1\n[[post]]\nsequence = -1\n",
        3,
        "post[1].sequence",
        "value-not-allowed",
    ),
    "a day of creation": (
        "format = 1\n[[post]]\ncreated = 2026-01-01\n",
        3,
        "post[1].created",
        "value-not-allowed",
    ),
    "a huge figure": (
        f"format = 1\n[brief.objective]\ntarget = 1{'0' * 90}\n",
        3,
        "brief.objective.target",
        "value-not-allowed",
    ),
    "no figure at all": (
        "format = 1\n[brief.objective]\nstart = nan\n",
        3,
        "brief.objective.start",
        "value-not-allowed",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_taken_in_is_named_and_nothing_is_changed(filled: Desk, name: str) -> None:
    text, line, path, cause = BAD[name]
    before = toml_text(filled)
    with pytest.raises(InputError) as refused:
        bring_toml(filled, text, "bad.toml")
    values: dict[str, Any] = refused.value.values
    assert (refused.value.key, values["line"], values["path"]) == ("toml-value", line, path)
    assert values["cause"].key == cause
    assert toml_text(filled) == before
    assert (undone := undo(filled)) is None or undone.verb != "import"


def test_a_bad_file_leaves_no_new_calendar(tmp_path: Path) -> None:
    path = tmp_path / "new.planner"
    with pytest.raises(InputError):
        bring_toml_into_new(path, "format = 1\n[brief]\nzone = 'x'\n", "bad.toml")
    assert list(tmp_path.iterdir()) == []


def test_an_import_that_fails_halfway_leaves_no_new_calendar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "new.planner"

    def refuse(desk: Desk, _: Intake) -> ImportedCalendar:
        assert path.exists()
        posts.plan(desk, title="half")
        raise KeyboardInterrupt

    monkeypatch.setattr(bring, "bring_intake", refuse)
    with pytest.raises(KeyboardInterrupt):
        bring_toml_into_new(path, SMALL, "petit.toml")
    assert list(tmp_path.iterdir()) == []


def test_a_calendar_that_stands_is_not_made_anew(tmp_path: Path) -> None:
    desk = fresh(tmp_path, "stands")
    with pytest.raises(CalendarError) as refused:
        bring_toml_into_new(desk.path, SMALL, "petit.toml")
    assert refused.value.key == "calendar-exists"
    assert desk.path.exists()
    desk.close()


def test_a_readonly_calendar_refuses_an_import(filled: Desk) -> None:
    filled.database.readonly = True
    with pytest.raises(CalendarError) as refused:
        bring_toml(filled, SMALL, "petit.toml")
    assert refused.value.key == "calendar-readonly"


@pytest.mark.parametrize("name", BAD)
def test_a_value_is_refused_the_same_when_the_text_was_read_here(name: str) -> None:
    text, line, path, cause = BAD[name]
    for parsed in (toml.read(text, "bad.toml"), parsed_apart(text, "bad.toml")):
        with pytest.raises(InputError) as refused:
            taken_in(parsed)
        values: dict[str, Any] = refused.value.values
        assert (values["line"], values["path"], values["cause"].key) == (line, path, cause)


def test_a_file_is_brought_without_being_parsed_here(
    filled: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "petit.toml"
    file.write_text(SMALL, "utf-8")
    for module, name in ((tomllib, "loads"), (toml, "read"), (toml_keys, "keys"), (toml_faults, "fault")):
        monkeypatch.setattr(module, name, lambda *_: pytest.fail("parsed here"))
    assert [row.title for row in preview_whole(filled, file).rows] == ["Petit", "Un", "Deux"]
    assert bring_toml(filled, file, "petit.toml").counts["post"] == 2
    for broken in ("format = 1\n[[post]\n", "format = 1\n[[need]]\n"):
        file.write_text(broken, "utf-8")
        for bring_it in (lambda: preview_whole(filled, file), lambda: bring_toml(filled, file, "petit.toml")):
            with pytest.raises(InputError) as refused:
                bring_it()
            assert (refused.value.values["file"], refused.value.values["line"]) == ("petit.toml", 2)


def test_when_the_reading_is_ended_nothing_is_brought(
    filled: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "MOST_ANSWERED", 100)
    before = dump_text(filled)
    for bring_it in (
        lambda: bring_toml(filled, SMALL, "petit.toml"),
        lambda: bring_toml_into_new(tmp_path / "new.planner", SMALL, "petit.toml"),
    ):
        with pytest.raises(InputError) as refused:
            bring_it()
        assert (refused.value.key, refused.value.values) == ("file-too-heavy", {"file": "petit.toml"})
    assert dump_text(filled) == before
    assert not (tmp_path / "new.planner").exists()

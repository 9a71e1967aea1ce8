"""`planner import FILE.ics --zone`: zones that the file alone knows, told and said."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from tests.exchange.ics.own_zones import EU, event, whole, zone_block

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

AT = datetime(2026, 11, 24, 10)


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    path = tmp_path / "theirs.ics"
    events = [event(AT.replace(minute=number), name=name) for number, name in enumerate(("Mine", "Here", "There"))]
    path.write_bytes(whole(zone_block(*EU, name="Mine"), *events))
    return path


@pytest.mark.usefixtures("calendar")
def test_what_was_worked_out_is_told_and_the_others_are_asked_for_by_name(run: Run, theirs: Path) -> None:
    answer = run("import", str(theirs), "--yes")
    assert answer.code == 0
    assert answer.err.splitlines()[0] == "The file’s own zone “Mine” was read as Europe/Paris: its clock is the same."
    assert (
        "Nobody knows these zones of the file. Say one for each of them, or one for all: "
        '--zone "Here=Europe/Paris", --zone "There=Europe/Paris"'
    ) in answer.err.splitlines()
    french = run("import", str(theirs), "--yes", "--lang", "fr").err
    assert "Le fuseau «\u00a0Mine\u00a0», propre au fichier, a été lu comme Europe/Paris" in french
    assert '--zone "Here=Europe/Paris"' in french


@pytest.mark.usefixtures("calendar")
def test_each_zone_is_said_on_its_own_and_one_for_the_rest(run: Run, theirs: Path) -> None:
    assert run("import", str(theirs), "--yes", "--zone", "There=Asia/Tokyo", "--zone", "America/Toronto").code == 0
    posts = json.loads(run("dump", "--json").out)["post"]
    assert {post.get("zone", "") for post in posts} == {""}
    assert len({post["time"] for post in posts}) == 3


@pytest.mark.usefixtures("calendar")
def test_a_name_that_the_file_does_not_have_is_bad_input(run: Run, theirs: Path) -> None:
    answer = run("import", str(theirs), "--yes", "--zone", "Nowhere=Asia/Tokyo")
    assert (answer.code, answer.out) == (3, "")
    assert "“Nowhere”" in answer.err
    assert "Here, There" in answer.err
    assert run("import", str(theirs), "--yes", "--zone", "Here=Tokyo").code == 3

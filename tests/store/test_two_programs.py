"""A calendar that is open twice in one program, and once in another: nothing written is lost."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from planner.desk import posts
from planner.desk.desk import Desk, new_calendar
from planner.errors import InputError
from planner.exchange.files import write_whole

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

COUNT = """
import sys
from pathlib import Path
from planner.desk.desk import open_desk
with open_desk(Path(sys.argv[1])) as desk:
    print(desk.database.rows("SELECT count(*) FROM post")[0][0])
"""


def counted_elsewhere(path: Path) -> int:
    """How many posts another program sees; it is the last to leave, as far as it can tell."""
    done = subprocess.run([sys.executable, "-c", COUNT, str(path)], capture_output=True, text=True, check=True)
    return int(done.stdout)


def opened_again(path: Path) -> None:
    Desk(path).close()


def written_over(path: Path) -> None:
    with pytest.raises(InputError, match="not-ours"):
        write_whole(path, [b"x"], lambda _: False)


@pytest.mark.parametrize("look", [opened_again, written_over])
def test_what_is_written_after_another_program_looked_is_not_lost(tmp_path: Path, look: Callable[[Path], None]) -> None:
    path = tmp_path / "a.planner"
    with closing(new_calendar(path)) as desk:
        posts.plan(desk, title="one")
        look(path)
        assert counted_elsewhere(path) == 1
        posts.plan(desk, title="two")
        look(path)
        assert counted_elsewhere(path) == 2
        with closing(Desk(path)) as other:
            assert not other.readonly
            posts.plan(other, title="three")
    assert counted_elsewhere(path) == 3

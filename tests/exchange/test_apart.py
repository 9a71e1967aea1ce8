"""What a file of others may take of the machine, and that a process which takes more leaves no harm."""

from __future__ import annotations

import os
import sys
import textwrap
from typing import TYPE_CHECKING

import pytest

from planner.desk.passwords import VARIABLE
from planner.errors import InputError
from planner.exchange import apart
from planner.exchange.apart import SECONDS, values_apart

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "from planner.exchange.apart import answer_apart\n"


@pytest.fixture
def answering(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A module of the name it gives; tests write into `tmp_path / "answering.py"`."""
    monkeypatch.syspath_prepend(str(tmp_path))
    (tmp_path / "in").write_bytes(b"abc")
    return "answering"


def asked(folder: Path, body: str, seconds: float = 10) -> list[dict[str, object]]:
    source = f"{HEAD}def answer(file):\n{textwrap.indent(body, '    ')}\nanswer_apart(answer)\n"
    (folder / "answering.py").write_text(source)
    return list(values_apart("answering", folder / "in", "mine", seconds=seconds))


def refusal(folder: Path, body: str, seconds: float = 10) -> str:
    with pytest.raises(InputError) as refused:
        asked(folder, body, seconds)
    assert refused.value.values["file"] == "mine"
    return refused.value.key


@pytest.mark.usefixtures("answering")
def test_values_come_back_and_the_file_is_the_standard_input(tmp_path: Path) -> None:
    assert asked(tmp_path, "yield {'read': file.read().decode()}") == [{"read": "abc"}]


@pytest.mark.usefixtures("answering")
def test_what_never_ends_is_ended(tmp_path: Path) -> None:
    assert refusal(tmp_path, "yield {}\nimport time\nwhile True: time.sleep(1)", seconds=0.5) == "file-too-slow"


@pytest.mark.usefixtures("answering")
@pytest.mark.parametrize("body", ["yield {}\nraise ValueError", "import os\nyield {}\nos.abort()", "yield {'a': {1}}"])
def test_a_process_that_fails_is_a_refusal(tmp_path: Path, body: str) -> None:
    assert refusal(tmp_path, body) == "file-too-heavy"


@pytest.mark.usefixtures("answering")
@pytest.mark.skipif(sys.platform != "linux", reason="only some systems bound a process's memory")
def test_memory_over_512_megabytes_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path, "yield {'size': len(bytearray(600_000_000))}") == "file-too-heavy"
    assert asked(tmp_path, "yield {'size': len(bytearray(100_000_000))}") == [{"size": 100_000_000}]


@pytest.mark.usefixtures("answering")
@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not bound a process's computing time")
def test_computing_time_is_bound(tmp_path: Path) -> None:
    body = "import resource\nyield {'seconds': resource.getrlimit(resource.RLIMIT_CPU)}"
    assert asked(tmp_path, body) == [{"seconds": [SECONDS, SECONDS]}]
    longer = (tmp_path / "answering.py").read_text().replace("answer_apart(answer)", "answer_apart(answer, 40)")
    (tmp_path / "answering.py").write_text(longer)
    assert list(values_apart("answering", tmp_path / "in", "mine")) == [{"seconds": [40, 40]}]


@pytest.mark.usefixtures("answering")
def test_a_password_is_not_handed_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "geheim")
    monkeypatch.setenv("PLANNER_ELSE", "seen")
    body = "import os\nyield {'seen': [name for name, value in os.environ.items() if value in ('geheim', 'seen')]}"
    assert asked(tmp_path, body) == [{"seen": ["PLANNER_ELSE"]}]


@pytest.mark.usefixtures("answering")
def test_without_the_bounds_of_unix_it_works_all_the_same(tmp_path: Path) -> None:
    body = (
        "import sys\nsys.modules['resource'] = None\nfrom planner.exchange.apart import bound\nbound()\nyield {'a': 1}"
    )
    assert asked(tmp_path, body) == [{"a": 1}]


@pytest.mark.usefixtures("answering")
def test_a_reader_that_loses_interest_leaves_no_process(tmp_path: Path) -> None:
    (tmp_path / "answering.py").write_text(
        "import json, os, time\nprint(json.dumps({'pid': os.getpid()}), flush=True)\ntime.sleep(60)\n"
    )
    values = values_apart("answering", tmp_path / "in", "mine")
    process = next(values)["pid"]
    values.close()
    with pytest.raises(ProcessLookupError):
        os.kill(int(process), 0)


@pytest.mark.usefixtures("answering")
def test_pieces_are_handed_in_the_place_of_a_file(tmp_path: Path) -> None:
    asked(tmp_path, "yield {'head': file.readline().decode(), 'size': len(file.read())}")
    pieces = [b"head\n", b"x" * 10_000_000]
    assert list(values_apart("answering", pieces, "mine")) == [{"head": "head\n", "size": 10_000_000}]


@pytest.mark.usefixtures("answering")
@pytest.mark.parametrize("body", ["yield {'a': 1}", "import os\nyield {'a': 1}\nos.abort()"])
def test_a_process_that_does_not_read_all_it_is_handed_keeps_nobody_waiting(tmp_path: Path, body: str) -> None:
    (tmp_path / "answering.py").write_text(
        f"{HEAD}def answer(file):\n{textwrap.indent(body, '    ')}\nanswer_apart(answer)\n"
    )
    values = values_apart("answering", [b"x" * 10_000_000] * 3, "mine")
    if "abort" in body:
        with pytest.raises(InputError, match="file-too-heavy"):
            list(values)
    else:
        assert list(values) == [{"a": 1}]


@pytest.mark.usefixtures("answering")
def test_what_is_understood_is_bound_in_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "MOST_ANSWERED", 10_000)
    assert len(asked(tmp_path, "for _ in range(9): yield {'a': 'b' * 900}")) == 9
    assert refusal(tmp_path, "for _ in range(20): yield {'a': 'b' * 900}") == "file-too-heavy"
    assert refusal(tmp_path, "import sys\nyield {}\nwhile True: sys.stdout.write('x' * 1000)") == "file-too-heavy"


@pytest.mark.usefixtures("answering")
def test_a_refusal_comes_back_with_all_that_it_tells(tmp_path: Path) -> None:
    body = (
        "from planner.errors import InputError\nyield {}\nraise InputError('no', detail='why', line=3, file='', a='é')"
    )
    with pytest.raises(InputError) as refused:
        asked(tmp_path, body)
    assert (refused.value.key, refused.value.values) == ("no", {"line": 3, "file": "mine", "a": "é"})
    assert refused.value.detail == "why"


@pytest.mark.usefixtures("answering")
def test_every_text_survives_even_halves_of_surrogates(tmp_path: Path) -> None:
    body = r"yield {'a': '\ud83d' + '\ude00', 'b': '\ud83d\n\u2028\0é🧱', 'c': [float('inf'), -0.0, 10 ** 400]}"
    (value,) = asked(tmp_path, body)
    assert value == {"a": "\ud83d" + "\ude00", "b": "\ud83d\n\u2028\0é🧱", "c": [float("inf"), 0.0, 10**400]}


@pytest.mark.usefixtures("answering")
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_into_which_nobody_writes_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "in").unlink()
    os.mkfifo(tmp_path / "in")
    assert asked(tmp_path, "yield {'read': file.read().decode()}") == [{"read": ""}]


@pytest.mark.usefixtures("answering")
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_into_which_somebody_writes_is_read_to_its_end(tmp_path: Path) -> None:
    (tmp_path / "in").unlink()
    os.mkfifo(tmp_path / "in")
    both = os.open(tmp_path / "in", os.O_RDWR)
    os.write(both, b"abc")
    values = values_apart("answering", tmp_path / "in", "mine")
    source = f"{HEAD}def answer(file):\n    yield {{'read': file.read(3).decode()}}\nanswer_apart(answer)\n"
    (tmp_path / "answering.py").write_text(source)
    assert list(values) == [{"read": "abc"}]
    os.close(both)

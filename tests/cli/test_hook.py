"""The pre-commit hook of the README, in a real repository: a generic draft is refused, the precise one passes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.test_bad_input import PRECISE
from tests.desk.test_loose import ENGLISH, FRENCH

if TYPE_CHECKING:
    from tests.cli.conftest import Run

README = Path(__file__).parents[2] / "README.md"
Git = Callable[..., subprocess.CompletedProcess[str]]

HOOK = """#!/bin/sh
git diff --cached --name-only --diff-filter=d -z -- '*.md' '*.txt' | xargs -0 -r planner check --min-severity warning --
"""


@pytest.fixture
def git(tmp_path: Path) -> Git:
    """Run git in a repository of its own, whose hook finds `planner` on the path."""
    tools, folder = tmp_path / "bin", tmp_path / "drafts"
    tools.mkdir()
    folder.mkdir()
    launcher = tools / "planner"
    launcher.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m planner "$@"\n')
    launcher.chmod(0o755)
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(Path(__file__).parents[2]),
        "PLANNER_HOME": str(tmp_path / "home"), "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull,
        "LC_ALL": "en_GB.UTF-8",
    }  # fmt: skip

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        named = ("-c", "user.name=A", "-c", "user.email=a@example.org")
        return subprocess.run(
            ["git", *named, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False
        )

    assert run("init", "--quiet").returncode == 0
    hook = folder / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(HOOK)
    hook.chmod(0o755)
    return run


@pytest.mark.parametrize(("generic", "precise"), [(FRENCH, PRECISE["fr"]), (ENGLISH, PRECISE["en"])])
def test_a_generic_draft_is_refused_until_it_is_precise(git: Git, tmp_path: Path, generic: str, precise: str) -> None:
    draft = tmp_path / "drafts" / "mon brouillon à moi.md"
    draft.write_text(generic, "utf-8")
    git("add", ".")
    refused = git("commit", "-m", "draft")
    assert refused.returncode != 0
    assert "Generic" in refused.stdout + refused.stderr
    assert git("rev-parse", "HEAD").returncode != 0

    draft.write_text(precise, "utf-8")
    git("add", ".")
    accepted = git("commit", "-m", "draft")
    assert accepted.returncode == 0, accepted.stderr
    assert git("show", "--stat", "--format=%s", "HEAD").stdout.startswith("draft")


def test_what_is_no_text_is_let_through(git: Git, tmp_path: Path) -> None:
    (tmp_path / "drafts" / "picture.png").write_bytes(b"\x89PNG\0")
    git("add", ".")
    assert git("commit", "-m", "picture").returncode == 0


def test_it_is_the_hook_of_the_readme() -> None:
    assert re.findall(r"```sh\n(#!/bin/sh\n.*?)```", README.read_text("utf-8"), re.S) == [HOOK]


def test_the_matcher_of_the_readme_reads_each_line(run: Run, tmp_path: Path) -> None:
    (matcher,) = re.findall(r"```json\n(\{\s+\"label\".*?)```", README.read_text("utf-8"), re.S)
    pattern = json.loads(matcher)["problemMatcher"]["pattern"]
    draft = tmp_path / "mon brouillon.md"
    draft.write_text(f"# Bien\n\n{FRENCH}", "utf-8")
    lines = run("check", str(draft), "--format", "line").out.splitlines()
    assert len(lines) >= 2
    for line in lines:
        read = re.fullmatch(pattern["regexp"], line)
        assert read
        assert (read[pattern["file"]], read[pattern["line"]]) == (str(draft), "3")
        assert read[pattern["severity"]] in ("warning", "suggestion")
        assert read[pattern["message"]].endswith("]")

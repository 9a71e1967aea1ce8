"""What must hold of the house itself: sizes, docstrings, names, and the gates that text passes."""

from __future__ import annotations

import ast
import statistics
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "planner").rglob("*.py"))
TREES = {path: ast.parse(path.read_text("utf-8")) for path in SOURCES}
FUNCTIONS = [
    (path, node)
    for path, tree in TREES.items()
    for node in ast.walk(tree)
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
]
FORBIDDEN_NAMES = {"utils", "core", "common", "helpers", "managers", "services"}


def lines_of(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_files_are_small() -> None:
    lengths = {path: path.read_text("utf-8").count("\n") for path in SOURCES}
    assert {path.name: length for path, length in lengths.items() if length > 400} == {}
    assert statistics.median(lengths.values()) <= 100


def test_functions_are_small() -> None:
    long = {f"{path.name}:{node.name}": lines_of(node) for path, node in FUNCTIONS if lines_of(node) > 50}
    assert long == {}
    assert statistics.median(lines_of(node) for _, node in FUNCTIONS) <= 8


def test_every_module_and_public_name_has_a_docstring() -> None:
    missing = [str(path.relative_to(ROOT)) for path, tree in TREES.items() if not ast.get_docstring(tree)]
    missing += [
        f"{path.relative_to(ROOT)}:{node.name}"
        for path, tree in TREES.items()
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
    ]
    assert missing == []


def test_no_drawer_for_odds_and_ends() -> None:
    names = {path.stem for path in SOURCES} | {part for path in SOURCES for part in path.relative_to(ROOT).parts}
    assert names & FORBIDDEN_NAMES == set()


def test_notices_pass_the_gate() -> None:
    """Textual reads markup in notices: only `tui/plain.py` may call `notify`."""
    callers = {
        path.relative_to(ROOT).as_posix()
        for path, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "notify"
    }
    assert callers == {"planner/tui/plain.py"}


@pytest.mark.parametrize("name", ["Static", "Label", "Button", "Checkbox", "Option", "OptionList", "Select"])
def test_no_widget_is_given_a_built_string_with_markup_on(name: str) -> None:
    """A widget that reads markup gets a literal, a `Content`, or `markup=False`; never a record's text."""
    guilty = []
    for path, tree in TREES.items():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or node.func.id != name:
                continue
            without_markup = any(
                word.arg == "markup" and isinstance(word.value, ast.Constant) and word.value.value is False
                for word in node.keywords
            )
            if not without_markup and any(isinstance(given, ast.JoinedStr | ast.Attribute) for given in node.args):
                guilty.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert guilty == []


def test_the_app_stays_small() -> None:
    assert (ROOT / "planner/tui/app.py").read_text("utf-8").count("\n") < 250


def test_the_top_level_holds_nothing_else() -> None:
    allowed = {
        "README.md", "CHANGELOG.md", "LICENSE", "pyproject.toml", "planner", "tests", "sample_calendars",
    }  # fmt: skip
    found = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    leftovers = {name for name in found if name.endswith(".egg-info") or name in ("build", "dist", "venv")}
    assert found - leftovers <= allowed

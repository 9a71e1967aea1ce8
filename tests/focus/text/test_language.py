"""The language of a text, or no answer."""

from __future__ import annotations

import pytest

from planner.focus.text.language import detect
from tests.focus.text.samples import rows


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le pain est dans le four", "fr"),
        ("The bread is in the oven", "en"),
        ("Bonjour", None),
        ("", None),
        ("😂 123", None),
        ("Der Hund schläft im Garten", None),
    ],
)
def test_short_texts(text: str, language: str | None) -> None:
    assert detect(text) == language


def test_every_draft_is_told() -> None:
    wrong = [row["id"] for row in rows("drafts_*.jsonl") if detect(row["body"]) != row["lang"]]
    assert len(wrong) <= 5, wrong

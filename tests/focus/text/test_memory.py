"""A text read with what was read before is read as if for the first time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.focus.text.draft import Draft, Memory
from planner.focus.text.genericness import judge_genericness
from planner.focus.text.phrases import phrase_hits, style_signs
from planner.focus.text.relevance import judge_relevance
from planner.focus.text.written import is_foreign, written
from tests.focus.text.samples import brief_words, rows

if TYPE_CHECKING:
    import pytest

CODES = ("buzz", "pushy", "impersonal", "next_step")
TEXTS = [row["body"] for row in rows("drafts_fr_1.jsonl")[:6]] + [row["body"] for row in rows("drafts_en_1.jsonl")[:2]]
TYPED = (
    "", "a", " ", ".", "\n", "\n\n", "« ", " »", '"', "'", "> ", "`", "```\n", "**", "|", "<!--", "-->", "# ", "12",
    "1. ", "5 astuces", " like si tu", "Chers notaires,", "Bonjour à tous", "https://a.fr. ", "@moi", "{", "}", "…",
    "The key is to share with you and your team. ", "😂", "e\u0301", "#PetitsCommerces ", "URGENT PROMO !!!", "?",
)  # fmt: skip
EDITS = st.lists(
    st.tuples(st.integers(0, 2000), st.integers(0, 60), st.sampled_from(TYPED) | st.text(max_size=5), st.booleans()),
    min_size=1,
    max_size=8,
)


def everything(draft: Draft) -> list[Any]:
    """All that the text checks say of a draft."""
    return [
        draft.language,
        draft.tokens,
        draft.words,
        draft.word_count,
        draft.sentences,
        draft.stems,
        draft.readable,
        draft.folded,
        judge_genericness(draft, limit=-99),
        judge_relevance(draft, brief_words("b-fr-1-notaire")) if draft.language == "fr" else None,
        [phrase_hits(draft, code) for code in CODES],
        style_signs(draft),
        is_foreign(draft),
    ]


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(TEXTS), st.text(max_size=20), EDITS)
def test_a_remembered_reading_is_a_cold_one(body: str, title: str, edits: list[tuple[int, int, str, bool]]) -> None:
    memory = Memory()
    everything(written(title, body, "fr", memory))
    for place, removed, typed, in_title in edits:
        if in_title:
            at = place % (len(title) + 1)
            title = title[:at] + typed + title[at + removed :]
        else:
            at = place % (len(body) + 1)
            body = body[:at] + typed + body[at + removed :]
        assert everything(written(title, body, "fr", memory)) == everything(written(title, body, "fr"))


def test_only_the_edited_piece_is_new() -> None:
    memory = Memory()
    lines = ["Le pain lève.", "La farine manque.", "Le four chauffe."]
    before = Draft("Un titre", "\n\n".join(lines), "fr", memory)
    lines[1] = "La farine manque encore."
    after = Draft("Un titre", "\n\n".join(lines), "fr", memory)
    kept = [new is old for (_, new), (_, old) in zip(after.pieces, before.pieces, strict=True)]
    assert kept == [True, True, False, True]


def test_a_long_line_is_cut_at_its_sentences() -> None:
    memory = Memory()
    sentence = "Mardi, le boulanger du village a pesé douze sacs de farine dans la cour. "
    before = Draft("", sentence * 30, "fr", memory)
    after = Draft("", sentence * 20 + "Encore. " + sentence * 10, "fr", memory)
    read_before = {id(piece) for _, piece in before.pieces}
    assert sum(id(piece) not in read_before for _, piece in after.pieces) <= 2
    assert "".join(piece.text for _, piece in after.pieces) == after.text


def test_a_memory_forgets_before_it_grows_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("planner.focus.text.piece.MOST_REMEMBERED", 100)
    memory = Memory()
    first = memory.piece("a" * 60, "fr", False)
    assert memory.piece("a" * 60, "fr", False) is first
    memory.piece("b" * 60, "fr", False)
    assert memory.piece("a" * 60, "fr", False) is not first


def test_a_title_and_a_line_of_the_same_words_are_two_pieces() -> None:
    memory = Memory()
    assert memory.piece("Une Phrase", "fr", True) is not memory.piece("Une Phrase", "fr", False)
    assert memory.piece("Une Phrase", "fr", False) is not memory.piece("Une Phrase", "en", False)


def test_what_is_kept_is_worked_out_once() -> None:
    memory = Memory()
    assert Draft("", "Un", "fr", memory).kept("key", 3, lambda: 7) == 7
    assert Draft("", "Deux", "fr", memory).kept("key", 3, lambda: 8) == 7
    assert Draft("", "Trois", "fr").kept("key", 3, lambda: 8) == 8

"""`no-next-step`: nothing is asked or offered to the reader at the end (article row 0.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.focus.check import Check, Evidence, Severity
from planner.focus.judged import JudgedPost, shortened
from planner.focus.text.phrases import phrase_hits

if TYPE_CHECKING:
    from collections.abc import Iterator


def judge(judged: JudgedPost) -> Iterator[Evidence]:
    """Suggest with the last sentence, when neither the text nor the post's next step leads on."""
    post, draft = judged.post, judged.draft
    if not judged.written or not judged.long_enough or post.next_step.strip() or post.link.strip():
        return
    if phrase_hits(draft, "next_step"):
        return
    last = next((place for place in reversed(draft.sentences) if _says(draft.text[slice(*place)])), (0, 0))
    words, span = judged.phrase(draft.span(*last))
    yield Evidence({"sentence": shortened(words)}, (span,))


def _says(sentence: str) -> bool:
    return any(letter.isalpha() for letter in sentence)


check = Check(name="no-next-step", group="honest", scope="post", severity=Severity.SUGGESTION, judge=judge)

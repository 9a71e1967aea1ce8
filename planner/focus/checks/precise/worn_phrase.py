"""`worn-phrase`: a phrase that everybody uses and nobody hears any more (article row 4.17).

What stands between quotation marks is not the author's: who mocks a worn phrase is not told that it is worn.
Nor is what stands in a sentence that a warning of `generic` already quotes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.focus.check import Check, Evidence, Severity
from planner.focus.text.own_words import listed_phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.focus.check import Span
    from planner.focus.judged import JudgedPost

MOST_SHOWN = 3


def judge(judged: JudgedPost) -> Iterator[Evidence]:
    """Suggest with the phrases, all of them in one finding."""
    if not judged.long_enough:
        return
    draft = judged.draft
    warned = _warned(judged)
    spans = [draft.span(*place) for place in listed_phrases(draft, "worn_phrases")]
    hits = [judged.phrase(span) for span in spans if not any(map(span.meets, warned))]
    if hits:
        shown = list(dict.fromkeys(words for words, _ in hits))[:MOST_SHOWN]
        yield Evidence({"phrases": shown}, tuple(span for _, span in hits))


def _warned(judged: JudgedPost) -> list[Span]:
    """The sentences that a warning of `generic` points at, in any calendar."""
    found = judged.genericness
    return [sentence.span for sentence in found.empty] if found and judged.anybodys else []


check = Check(name="worn-phrase", group="precise", scope="post", severity=Severity.SUGGESTION, judge=judge)

"""`vanity`: followers, likes or shares are asked for as if they were the aim (article rows 1.11, 1.12 and 3.7).

Where `buzz` already quotes words of a sentence that holds one of its phrases, `buzz` alone speaks. An invitation to
a letter or to a list of the author's own is no vanity: its readers chose to be written to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.focus.check import Check, Evidence, Severity, Span
from planner.focus.text.own_words import listed_phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.focus.judged import JudgedPost

MOST_SHOWN = 3


def judge(judged: JudgedPost) -> Iterator[Evidence]:
    """Warn with the phrases, unless `buzz` points at the sentence of one of them."""
    draft = judged.draft
    spans = [draft.span(*place) for place in listed_phrases(draft, "vanity")]
    if not spans or any(_told(span, judged) for span in spans):
        return
    hits = [judged.phrase(span) for span in spans]
    shown = list(dict.fromkeys(words for words, _ in hits))[:MOST_SHOWN]
    yield Evidence({"phrases": shown}, tuple(span for _, span in hits))


def _told(span: Span, judged: JudgedPost) -> bool:
    """Whether `buzz` points at words of the sentence that holds these."""
    sentences = (judged.draft.span(*place) for place in judged.draft.sentences)
    around = [span, *(sentence for sentence in sentences if sentence.meets(span))]
    return any(hit.span.meets(place) for hit in judged.buzz for place in around)


check = Check(name="vanity", group="honest", scope="post", severity=Severity.WARNING, judge=judge)

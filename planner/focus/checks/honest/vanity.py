"""`vanity`: followers, likes or shares are asked for as if they were the aim (article rows 1.11, 1.12 and 3.7).

Where all its words are among those that `buzz` already quotes, `buzz` alone speaks. An invitation to a letter or to
a list of the author's own is no vanity: its readers chose to be written to.
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
    """Warn with the phrases, unless `buzz` points at each of them."""
    draft = judged.draft
    spans = [draft.span(*place) for place in listed_phrases(draft, "vanity")]
    if all(_told(span, judged) for span in spans):
        return
    hits = [judged.phrase(span) for span in spans]
    shown = list(dict.fromkeys(words for words, _ in hits))[:MOST_SHOWN]
    yield Evidence({"phrases": shown}, tuple(span for _, span in hits))


def _told(span: Span, judged: JudgedPost) -> bool:
    """Whether the words that `buzz` points at meet these."""
    told = (hit.span for hit in judged.buzz)
    return any(other.field == span.field and other.start < span.end and span.start < other.end for other in told)


check = Check(name="vanity", group="honest", scope="post", severity=Severity.WARNING, judge=judge)

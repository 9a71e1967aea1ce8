"""`several-subjects`: the text answers three needs of the brief or more, about equally (article row 0.8).

A need is answered where one sentence holds two words or more that no other need has. Each need must have its own
sentence, and of none may the sentence hold less than half of what it holds of the need it answers best: a need
touched in passing is no subject. Needs that share all their words, or a text in another language, say nothing.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from planner.focus.check import Check, Evidence, Severity
from planner.focus.judged import shortened
from planner.focus.text.brief_words import MEANINGFUL, BriefWords
from planner.focus.text.families import StemField
from planner.focus.text.stems import subject_stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.focus.judged import JudgedCalendar, JudgedPost
    from planner.focus.text.draft import Draft, Range

MANY = 3
MOST_SHOWN = 3
_LEAST_WORDS = 2
_LEAST_WEIGHT = 0.8
_LEAST_SHARE = 0.2
_ABOUT_EQUAL = 0.5


class _Answer(NamedTuple):
    """How much of a need its best sentence holds, 0 to 1, where that sentence stands, and the need's words."""

    share: float
    sentence: Range
    need: str


def judge(judged: JudgedPost) -> Iterator[Evidence]:
    """Suggest with the needs and one sentence for each."""
    draft = judged.draft
    if len(judged.calendar.need_stems) < MANY or draft.language != judged.calendar.language or not judged.long_enough:
        return
    answers = _answers(draft, judged.calendar)
    if len(answers) >= MANY:
        in_order = sorted(answers, key=lambda answer: answer.sentence)
        spans = tuple(judged.phrase(draft.span(*answer.sentence))[1] for answer in in_order)
        needs = [shortened(answer.need) for answer in in_order]
        message = "message" if len(needs) <= MOST_SHOWN else "more"
        yield Evidence({"count": len(needs), "needs": needs[:MOST_SHOWN]}, spans, message)


def _answers(draft: Draft, calendar: JudgedCalendar) -> list[_Answer]:
    """The needs answered about equally, the best first, each in a sentence of its own."""
    needs, any_need = calendar.once(_own_words_of_needs)
    if sum(1 for stem in draft.stems if any_need.fit(stem)) < MANY * _LEAST_WORDS:
        return []
    sentences = _sentence_stems(draft)
    found = sorted(filter(None, (_best(need, field, sentences, calendar.brief) for need, field in needs)), reverse=True)
    apart: list[_Answer] = []
    for answer in found:
        taken = any(answer.sentence == other.sentence for other in apart)
        if not taken and answer.share >= _ABOUT_EQUAL * found[0].share:
            apart.append(answer)
    return apart


def _own_words_of_needs(calendar: JudgedCalendar) -> tuple[list[tuple[str, StemField]], StemField]:
    """Each need with the meaningful stems that no other need has, and all of these."""
    shared = Counter(stem for _, stems in calendar.need_stems for stem in stems)
    own = {stem for stem, needs in shared.items() if needs == 1 and calendar.brief.weight(stem) > MEANINGFUL}
    return [(need.text, StemField(stems & own)) for need, stems in calendar.need_stems], StemField(own)


def _sentence_stems(draft: Draft) -> list[tuple[Range, set[str]]]:
    """The sentences with their stems."""
    words = iter(draft.words)
    word = next(words, None)
    found: list[tuple[Range, set[str]]] = []
    for start, end in draft.sentences:
        stems: set[str] = set()
        while word is not None and word[0] < end:
            stems.add(subject_stem(word[2], draft.language))
            word = next(words, None)
        found.append(((start, end), stems - {""}))
    return found


def _best(need: str, field: StemField, sentences: list[tuple[Range, set[str]]], brief: BriefWords) -> _Answer | None:
    """The sentence that answers a need best, if one does."""
    whole = sum(map(brief.weight, field.stems))
    best: _Answer | None = None
    for place, stems in sentences:
        met = {own for stem in stems for own in ({stem} & field.stems or field.relatives(stem))}
        weight = sum(map(brief.weight, met))
        if len(met) >= _LEAST_WORDS and weight >= max(_LEAST_WEIGHT, _LEAST_SHARE * whole):
            best = max(filter(None, (best, _Answer(weight / whole, place, need))), key=lambda answer: answer.share)
    return best


check = Check(name="several-subjects", group="precise", scope="post", severity=Severity.SUGGESTION, judge=judge)

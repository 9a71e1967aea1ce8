"""Which words of a call to remember, so that those readers are no longer taken for strangers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from planner.desk.check import DraftJudge
    from planner.desk.desk import Desk
    from planner.focus.judged import JudgedCalendar
    from planner.focus.text.stems import Language
    from planner.model.card import KeptFinding


def words_to_remember(desk: Desk, finding: KeptFinding, typed: Mapping[str, Any] | None = None) -> str:
    """The shortest words of the call with which its finding goes; "" when none does.

    Nothing helps where the brief itself says that it is not for these readers. `typed` holds the post's fields
    as they stand in an editor; without it the post is judged as it was saved.
    """
    from planner.desk.check import draft_judge

    judge = draft_judge(desk, finding.post)
    fields = {"title": judge.post.title, "body": judge.post.body} if typed is None else dict(typed)
    phrase = str(finding.values.get("reader", ""))
    language = judge.calendar.language
    tried = ["" if finding.message == "big" else word for word in _heads(phrase, language)]
    return next((words for words in (*filter(None, tried), phrase) if _helps(judge, fields, phrase, words)), "")


def _heads(phrase: str, language: Language) -> Iterator[str]:
    """The words of a call that name readers, the likeliest first: the first in French, the last in English."""
    from planner.focus.text.roles import roles

    named = [word for word in phrase.replace("\u2019", "'").split() if roles(language).is_role(word)]
    for word in named if language == "fr" else reversed(named):
        yield word if word.isupper() else word.lower()


def _helps(judge: DraftJudge, fields: dict[str, Any], phrase: str, words: str) -> bool:
    """Whether the text no longer calls strangers by `phrase` once these words are remembered."""
    from planner.desk.check import judge_text

    welcoming = replace(judge, calendar=_with_readers(judge.calendar, words))
    return all(
        finding.check != "wrong-reader" or finding.values.get("reader") != phrase
        for finding in judge_text(welcoming, **fields)
    )


def _with_readers(judged: JudgedCalendar, words: str) -> JudgedCalendar:
    from planner.focus.judged import JudgedCalendar

    brief = judged.calendar.brief
    welcoming = brief.model_copy(update={"readers": [*brief.readers, words]})
    return JudgedCalendar(replace(judged.calendar, brief=welcoming), judged.today, judged.limits)

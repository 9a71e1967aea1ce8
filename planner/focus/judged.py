"""What the checks are given: a calendar on a day, and a post in it; what several of them need, once."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from planner.focus.check import Span
from planner.focus.text.brief_words import BriefWords, text_stems
from planner.focus.text.genericness import (
    DEFAULT_LIMIT,
    SHORTEST,
    SUGGEST_LIMIT,
    Genericness,
    judge_genericness,
)
from planner.focus.text.phrases import PhraseHit, phrase_hits, style_signs
from planner.focus.text.relevance import Relevance, judge_relevance
from planner.focus.text.written import is_foreign, written
from planner.focus.usual import NO_LIMITS, OwnLimits
from planner.model.limits import Rules, networks

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from planner.focus.text.draft import Draft, Memory
    from planner.focus.text.stems import Language
    from planner.model.brief import Need
    from planner.model.calendar import Calendar
    from planner.model.network import Network
    from planner.model.post import Post

Found = TypeVar("Found")

_LONGEST_QUOTE = 110
_PUSHY_SIGNALS = 2
_EDGES = re.compile(r"^[\s.,;:!?…»”\")\]→•☐✅–-]+|[\s,;:«“\"(\[–-]+$")


class JudgedCalendar:
    """A calendar on a day, with its brief's words and its own limits.

    Attributes:
        calendar: the records.
        today: the day it is judged on.
        limits: the scores past which its posts are generic.
    """

    def __init__(self, calendar: Calendar, today: date, limits: OwnLimits = NO_LIMITS) -> None:
        """Hold the calendar; nothing is worked out yet."""
        self.calendar = calendar
        self.today = today
        self.limits = limits
        self._done: dict[Callable[[JudgedCalendar], Any], Any] = {}

    def once(self, work: Callable[[JudgedCalendar], Found]) -> Found:
        """What `work` finds in the calendar; the second time it is only remembered."""
        if work not in self._done:
            self._done[work] = work(self)
        found: Found = self._done[work]
        return found

    @property
    def language(self) -> Language:
        """The language the calendar writes in."""
        return "en" if self.calendar.brief.language == "en" else "fr"

    @cached_property
    def brief(self) -> BriefWords:
        """The brief's words, as stems."""
        brief = self.calendar.brief
        return BriefWords(
            self.language,
            audience=brief.audience,
            needs=[need.text for need in self.calendar.needs],
            words=brief.words,
            places=brief.places,
            objective=brief.objective,
            message=brief.message,
            do=brief.do,
            dont=brief.dont,
            not_for=brief.not_for,
            readers=brief.readers,
        )

    @cached_property
    def need_stems(self) -> list[tuple[Need, frozenset[str]]]:
        """Each need of the brief with the stems of its words."""
        return [(need, text_stems(need.text, self.language)) for need in self.calendar.needs]

    def draft(self, post: Post, memory: Memory | None = None) -> Draft:
        """The post's text as it is read, in the language it is written in; a memory knows the pieces read before."""
        return written(post.title, post.body, self.language, memory)


class JudgedPost:
    """A post as its checks see it.

    Attributes:
        calendar: what it stands in.
        post: the record.
        draft: its text.
        score: its genericness, or None when it is too short to have one.
        limit: the score past which it is generic; by itself, the one the calendar has for it.
    """

    def __init__(
        self, calendar: JudgedCalendar, post: Post, draft: Draft, score: float | None, limit: float | None = None
    ) -> None:
        """Hold the post; nothing is worked out yet."""
        self.calendar = calendar
        self.post = post
        self.draft = draft
        self.score = score
        self.limit = calendar.limits.of(post) if limit is None else limit

    @property
    def long_enough(self) -> bool:
        """Whether the text can be judged for its style."""
        return self.draft.word_count >= SHORTEST

    @property
    def foreign(self) -> bool:
        """Whether the text is neither French nor English: its prose is not judged then."""
        return is_foreign(self.draft)

    @property
    def written(self) -> bool:
        """Whether there is more than a title."""
        return bool(self.post.body.strip())

    @property
    def network(self) -> Network | None:
        """The network it is for."""
        return self.calendar.calendar.network(self.post.network_id)

    @property
    def rules(self) -> Rules | None:
        """What its network allows, None when that is not known."""
        network = self.network
        return networks().get(network.key) if network else None

    @cached_property
    def genericness(self) -> Genericness | None:
        """Why the text is generic or thin, or None when it is neither."""
        if self.score is None or self.score < min(SUGGEST_LIMIT, self.limit):
            return None
        return judge_genericness(self.draft, self.limit)

    @cached_property
    def relevance(self) -> Relevance | None:
        """How the text meets the brief, or None when it is in another language than the brief."""
        if self.draft.language != self.calendar.language:
            return None
        return judge_relevance(self.draft, self.calendar.brief)

    @cached_property
    def buzz(self) -> tuple[PhraseHit, ...]:
        """The phrases that fish for reactions."""
        return phrase_hits(self.draft, "buzz")

    @cached_property
    def impersonal(self) -> tuple[PhraseHit, ...]:
        """The phrases that speak to a crowd or as an office; none in a text too short to judge."""
        return phrase_hits(self.draft, "impersonal") if self.long_enough else ()

    @cached_property
    def pushy(self) -> tuple[PhraseHit, ...]:
        """The signals of pressing, none when there are fewer than two or no phrase among them."""
        hits = phrase_hits(self.draft, "pushy")
        if not hits:
            return ()
        signals = (*hits, *(style_signs(self.draft) if self.long_enough else ()))
        return signals if len(signals) >= _PUSHY_SIGNALS else ()

    @property
    def anybodys(self) -> bool:
        """Whether the text is generic in any calendar.

        What makes way for `generic` asks this, not the calendar's own limit: else a post that is written later, and
        makes that limit known, would take away what was said of this one.
        """
        return self.score is not None and self.score >= DEFAULT_LIMIT

    @property
    def says_nothing(self) -> bool:
        """Whether a check on the writing already speaks: such a text says nothing of any brief."""
        return bool(self.anybodys or self.buzz or self.pushy or self.impersonal)

    def phrase(self, span: Span) -> tuple[str, Span]:
        """The words at a span, whole and without the marks around them, and where they stand."""
        text = self.post.title if span.field == "title" else self.post.body
        start, end = span.start, span.end
        if start == end:
            return "", span
        while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
            start -= 1
        while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
            end += 1
        while (edge := _EDGES.search(text[start:end])) and edge.end() - edge.start() < end - start:
            if edge.start() == 0:
                start += edge.end()
            else:
                end = start + edge.start()
        return text[start:end], Span(span.field, start, end)


def shortened(text: str) -> str:
    """The text on one line, cut at a word when it is too long to quote."""
    line = " ".join(text.split())
    if len(line) <= _LONGEST_QUOTE:
        return line
    return line[:_LONGEST_QUOTE].rsplit(" ", 1)[0].rstrip(" ,;:.…") + "…"

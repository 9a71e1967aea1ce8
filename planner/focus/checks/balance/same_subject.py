"""`same-subject`: a post whose title is nearly that of one of the last 180 days, not marked as a repeat (row 2.16).

Titles are compared by their meaningful words, in any order, from three such words on. The next number of a series is
another subject, and so is its other side: "before" and "after", "with" and "without". The same piece on another
network within 60 days is no repetition here: `copied` looks at its text.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache, lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from planner.focus.check import Check, Evidence, Severity, Span
from planner.focus.judged import shortened
from planner.focus.likeness import Recent
from planner.focus.text.brief_words import MEANINGFUL
from planner.focus.text.composed import compose
from planner.focus.text.families import stem_weights
from planner.focus.text.fold import fold
from planner.focus.text.lists import read_list
from planner.focus.text.stems import Language, subject_stem
from planner.model.terms import OPEN_STATUSES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.focus.judged import JudgedCalendar
    from planner.focus.likeness import Met
    from planner.model.post import Post

WINDOW = timedelta(days=180)
ELSEWHERE = timedelta(days=60)
LEAST_WORDS = 3
_KEYS, _SHARED = 4, 2
_REMEMBERED = 16_384
_WORD = re.compile(r"[^\W\d_]+|\d+")

_NO_NUMBER: frozenset[str] = frozenset()
_ANY_NUMBER = frozenset({"*"})

Sort = tuple[frozenset[str], int | None]
"""What tells a post of the same words from another: its number in a series, and its network."""


class _Title(NamedTuple):
    """A title: its meaningful stems with what turns them, the keys it is found by, and its number in a series."""

    text: str
    keys: tuple[tuple[str, str], ...]
    number: frozenset[str]


def judge(judged: JudgedCalendar) -> Iterator[Evidence]:
    """Suggest on the later post, with the title and the day of the earlier one."""
    recent, posts = Recent(_SHARED), _dated(judged)
    networks = {post.network_id for post in posts}
    for post in posts:
        title = _title(post.title, judged.language)
        if title is None or post.day is None:
            continue
        if post.status in OPEN_STATUSES and not post.repeat:
            found = _earlier(recent, post, title, networks)
            if found:
                yield _evidence(post, *found)
        place = post.network_id
        recent.add(title.text, title.keys, post, post.day, (title.number, place), (_ANY_NUMBER, place))


def _dated(judged: JudgedCalendar) -> list[Post]:
    """The posts from 180 days before the first one that is open, in order: none is compared with those before."""
    first = min((post.day for post in judged.calendar.posts if post.day and post.status in OPEN_STATUSES), default=None)
    return judged.calendar.planned(_before(first, WINDOW), date.max) if first else []


def _earlier(recent: Recent, post: Post, title: _Title, networks: set[int | None]) -> tuple[Post, date] | None:
    """The latest earlier post on the same subject, if it is recent enough."""
    day = post.day or date.max
    since = _before(day, WINDOW)
    numbers = (title.number, _NO_NUMBER) if title.number else (_ANY_NUMBER,)
    sorts = [(number, network) for number in numbers for network in networks]
    here, elsewhere = post.network_id, _before(day, ELSEWHERE)

    def latest(met: Met) -> tuple[Post, date] | None:
        # On another network, the latest that is not the same piece published twice.
        found = [met.latest(sort, before=None if sort[1] == here else elsewhere) for sort in sorts]
        return max((hit for hit in found if hit and hit[1] >= since), key=itemgetter(1), default=None)

    return next(filter(None, map(latest, recent.near(title.text, title.keys, since, latest))), None)


def _before(day: date, span: timedelta) -> date:
    """The day so long before, or the first day there is."""
    return day - min(span, day - date.min)


def _evidence(post: Post, earlier: Post, day: date) -> Evidence:
    return Evidence(
        values={"other": shortened(earlier.title), "other_day": day.isoformat(), "other_id": earlier.id or 0},
        spans=(Span("title", 0, len(post.title)),),
        post=post.id,
    )


@lru_cache(maxsize=_REMEMBERED)
def _title(given: str, language: Language) -> _Title | None:
    """A title as it is compared, or None when it says too little."""
    counters, turns, empty = _marks(language)
    weights = stem_weights(language)
    words = _WORD.findall(fold(compose(given).text))
    number = frozenset(word for word in words if word.isdigit() or word in counters)
    stems = {subject_stem(word, language) for word in words if word not in number and word not in empty} - {""}
    meaningful = {stem for stem in stems if weights.get(stem, 1.0) > MEANINGFUL}
    if len(meaningful) < LEAST_WORDS:
        return None
    turned = "/".join(sorted(turns.intersection(words)))
    keys = sorted(meaningful, key=lambda stem: (-weights.get(stem, 1.0), -len(stem), stem))[:_KEYS]
    return _Title(" ".join([turned, *sorted(meaningful)]), tuple((turned, key) for key in sorted(keys)), number)


@cache
def _marks(language: Language) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The counters and the turns of a language, and its words that only hold a text together."""
    lists = read_list(language, "series")
    empty = fold(read_list(language, "function_words")["words"]).split()
    return frozenset(lists["counters"].split()), frozenset(lists["turns"].split()), frozenset(empty)


check = Check(name="same-subject", group="balance", scope="calendar", severity=Severity.SUGGESTION, judge=judge)

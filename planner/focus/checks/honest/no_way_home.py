"""`no-way-home`: a text that helps, relays or offers, and leads to no place of the author's own (article row 1.19).

Silent where the brief names no owned place, on an owned place itself, and where the text keeps its reader in another
way: a question at its end, "write to me", an appointment; a text that helps, also by giving something to do at once. A
conversation comes before a visit. Where nothing leads on at all, `no-next-step` speaks first.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from planner.focus.check import Check, Evidence, Severity
from planner.focus.text.brief_words import text_stems
from planner.focus.text.composed import compose
from planner.focus.text.families import stem_weights
from planner.focus.text.fold import fold
from planner.focus.text.lists import read_list
from planner.focus.text.phrases import phrase_hits
from planner.model.terms import NetworkKind, Purpose, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Set

    from planner.focus.judged import JudgedPost
    from planner.focus.text.stems import Language

PURPOSES = (Purpose.HELP, Purpose.RELAY, Purpose.OFFER)
WRITTEN = (Status.DRAFT, Status.READY)
MOST_SHOWN = 2
_NAMING = 0.4
"""A word of a place's name that weighs more is enough to recognise the place."""

_ADDRESS = re.compile(r"(?:https?://)?(?:www\.)?((?:[\w-]+\.)+[a-z]{2,}(?:/[^\s]*)?)", re.IGNORECASE)


def judge(judged: JudgedPost) -> Iterator[Evidence]:
    """Suggest with the owned places, when neither the link, the text nor the next step leads to one."""
    post, brief = judged.post, judged.calendar.calendar.brief
    owned = [place.strip() for place in brief.owned if place.strip()]
    if not owned or post.purpose not in PURPOSES or post.status not in WRITTEN:
        return
    if not judged.written or not judged.long_enough or _at_home(judged):
        return
    if _stops(judged) or _keeps(judged) or _leads_home(judged, [*owned, *_owned_networks(judged)]):
        return
    yield Evidence({"owned": [_shown(place) for place in owned[:MOST_SHOWN]]}, (judged.draft.whole,))


def _at_home(judged: JudgedPost) -> bool:
    return judged.network is not None and judged.network.kind == NetworkKind.OWNED


def _owned_networks(judged: JudgedPost) -> Iterator[str]:
    """The names and addresses of the owned networks: they are places of one's own as well."""
    for network in judged.calendar.calendar.networks:
        if network.kind == NetworkKind.OWNED:
            yield from filter(None, (network.name.strip(), network.url.strip()))


def _leads_home(judged: JudgedPost, places: Iterable[str]) -> bool:
    """Whether the link, the text or the next step holds the address or the name of a place, or "link in bio"."""
    post, language = judged.post, judged.draft.language
    beside = fold(compose(f"{post.next_step}\n{post.link}").text)
    folded = f"{judged.draft.folded}\n{beside}"
    stems = judged.draft.stems.keys() | text_stems(post.next_step, language)
    if any(pattern.search(folded) for pattern in _expressions(language, "ways")):
        return True
    return any(_named(place, folded, stems, language) for place in places)


def _named(place: str, folded: str, stems: Set[str], language: Language) -> bool:
    """Whether a text leads to a place: by the host of its address, or by a word of its name that says something."""
    host = _host(place)
    if host:
        return re.search(rf"(?<![\w.-]){re.escape(host)}(?![\w-]|\.\w)", folded.replace("www.", "")) is not None
    weights = stem_weights(language)
    return any(weights.get(stem, 1.0) > _NAMING for stem in stems & text_stems(place, language))


def _host(place: str) -> str:
    """The host of an address, in lower case, without "www."; "" for a place that is named in words."""
    found = _ADDRESS.fullmatch(place)
    return fold(found[1]).partition("/")[0] if found else ""


def _stops(judged: JudgedPost) -> bool:
    """Whether nothing leads on, home or elsewhere."""
    post = judged.post
    return not (post.next_step.strip() or post.link.strip() or phrase_hits(judged.draft, "next_step"))


def _keeps(judged: JudgedPost) -> bool:
    """Whether the text itself begins a conversation, or helps by something to do at once."""
    if judged.post.purpose == Purpose.HELP and phrase_hits(judged.draft, "next_step"):
        return True
    said = judged.draft.folded.rstrip()
    return any(pattern.search(said) for pattern in _expressions(judged.draft.language, "keeps"))


def _shown(place: str) -> str:
    found = _ADDRESS.fullmatch(place)
    return found[1].rstrip("/") if found else place


@cache
def _expressions(language: Language, name: str) -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, read_list(language, "home")[name]))


check = Check(name="no-way-home", group="honest", scope="post", severity=Severity.SUGGESTION, judge=judge)

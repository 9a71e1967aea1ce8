"""`wrong-place`: the network is not among the places where the brief finds its audience (article row 3.6).

Places are a person's own words: "groupe Facebook d'éleveurs", "the trade newsletter". A place and a network meet
when they share a channel or a word of the network's name, in either language. Places that name no channel at all
(towns, say) do not tell where to publish, and a network of no known channel could be any of them: both keep the
check silent.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from planner.focus.check import Check, Evidence, Severity
from planner.focus.text.fold import fold
from planner.focus.text.lists import read_list
from planner.model.terms import NetworkKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from planner.focus.judged import JudgedPost

_SEPARATORS = re.compile(r"[\W_]+")
_LONG_ENOUGH = 4
_ANYWHERE = "anywhere"


def judge(judged: JudgedPost) -> Iterator[Evidence]:
    """Suggest with the network and the brief's places."""
    network, places = judged.network, judged.calendar.calendar.brief.places
    if network is None or network.kind == NetworkKind.OWNED or not any(map(str.strip, places)):
        return
    if _beside(network.key, network.name, tuple(places)):
        yield Evidence({"network": network.name, "places": list(places)})


@lru_cache(maxsize=64)
def _beside(key: str, name: str, places: tuple[str, ...]) -> bool:
    """Whether a network is of a known channel, and the places are of known channels that are all others."""
    channels = _channels(_plain(f"{key} {name}"))
    meant = frozenset[str]().union(*(_channels(_plain(place)) for place in places))
    return bool(channels and meant) and not meant & (channels | {_ANYWHERE}) and not _named(name, places)


def _named(name: str, places: tuple[str, ...]) -> bool:
    """Whether a place holds a telling word of the network's name."""
    words = {word for word in _plain(name).split() if len(word) >= _LONG_ENOUGH}
    return any(words & set(_plain(place).split()) for place in places)


def _channels(text: str) -> frozenset[str]:
    """The channels whose words stand in a text given by `_plain`."""
    padded = f" {text} "
    return frozenset(channel for channel, names in _names().items() if any(f" {name} " in padded for name in names))


@cache
def _names() -> Mapping[str, frozenset[str]]:
    """What each channel is called, in both languages: an author may write either."""
    found: dict[str, set[str]] = {}
    for language in ("fr", "en"):
        for channel, names in read_list(language, "channels").items():
            found.setdefault(channel, set()).update(map(_plain, names))
    return {channel: frozenset(names) for channel, names in found.items()}


def _plain(text: str) -> str:
    """The words of a text in lower case without accents, one space between them."""
    return " ".join(_SEPARATORS.split(fold(text)))


check = Check(
    name="wrong-place", group="target", scope="post", severity=Severity.SUGGESTION, judge=judge, any_language=True
)

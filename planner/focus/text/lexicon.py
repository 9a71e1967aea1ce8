"""The word lists of the generic check in one language, compiled once."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from planner.focus.text.fold import fold
from planner.focus.text.lists import read_list
from planner.focus.text.phrase_search import Beginnings, beginnings, branches
from planner.focus.text.stems import Language, stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_BY_STEM = frozenset(
    {"evaluative", "vague_noun", "inspire_verb", "praise", "unit", "object", "report_verb", "field_talk"}
)
_LETTERS = re.compile(r"[^\W\d_]+")


class Lexicon:
    """The lists a word of one language is looked up in.

    Attributes:
        forms: the scored lists and the classes of function words that hold a folded form.
        stems: the scored lists that hold a stem.
        phrases: one expression; the name of the group that matched is the list.
        phrase_openings: the beginnings of all worn phrases: each begins with a word.
        kinds: the lists of the explanation: people, places, things, gestures, moments.
        abstract: the endings of abstract nouns.
        days: names of days and months; `nameless`: capitals that name nobody.
        tips: what follows a number that only counts a list of tips.
        windows: those of the six lists of the particulars' sixteen counts that hold a word.
    """

    def __init__(self, language: Language) -> None:
        """Compile the lists of `language`."""
        lists = read_list(language, "words")
        words = {name: _LETTERS.findall(text.lower()) for name, text in lists["lists"].items()}
        self.language = language
        self.forms = _inverted(
            {f"L_{name}": map(fold, listed) for name, listed in words.items() if name not in _BY_STEM}
            | {f"F_{name}": text.split() for name, text in lists["function"].items()}
        )
        self.stems = _inverted(
            {f"L_{name}": self._stemmed(listed) for name, listed in words.items() if name in _BY_STEM}
        )
        self.phrases = _alternatives(lists["phrases"])
        listed = [branch for phrase in _worn_phrases(lists["phrases"]) for branch in branches(phrase)]
        self.phrase_openings = Beginnings({begun for branch in listed for begun in beginnings(branch)})
        self.kinds = self._kinds(lists["kinds"], words["object"], words["report_verb"])
        self.abstract = tuple(lists["suffixes"]["abstract"].split())
        anchors = lists["anchors"]
        self.days = _folded(anchors["days"].split())
        self.nameless = frozenset(f"{anchors['not_name']} {anchors['not_acronym']}".split())
        tips = "|".join(fold(word) for word in anchors["tips"].split())
        self.tips = re.compile(rf"\s+(?:\w{{1,30}}\s+)?(?:{tips})\b")
        names = ("prep", "deictic", "p2", "hedge", "buzz", "inter")
        self.windows = _inverted({name: lists["core16"][name].split() for name in names})

    def _stemmed(self, words: Iterable[str]) -> frozenset[str]:
        return frozenset(stem(word, self.language) for word in words)

    def _kinds(
        self, texts: Mapping[str, str], things: Iterable[str], gestures: Iterable[str]
    ) -> dict[str, frozenset[str]]:
        kinds = {name: _folded(text.split()) for name, text in texts.items()}
        hidden = kinds["not_shown"]
        kinds["things"] = _folded(things) - hidden
        kinds["gestures"] = self._stemmed(gestures) - self._stemmed(hidden)
        return kinds


@cache
def lexicon(language: Language) -> Lexicon:
    """The lexicon of a language, read when it is first needed."""
    return Lexicon(language)


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(fold, words))


def _inverted(lists: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """For each word, the names of the lists that hold it."""
    names: dict[str, dict[str, None]] = {}
    for name, words in lists.items():
        for word in words:
            names.setdefault(word, {})[name] = None
    return {word: tuple(found) for word, found in names.items()}


def _worn_phrases(phrases: Mapping[str, str]) -> list[str]:
    listed = " | ".join(phrases.values()).replace("\n", " ").split(" | ")
    return [fold(phrase.strip()) for phrase in listed if phrase.strip()]


def _alternatives(phrases: Mapping[str, str]) -> re.Pattern[str]:
    groups = [f"(?P<{name}>{'|'.join(_worn_phrases({name: text}))})" for name, text in phrases.items()]
    return re.compile(rf"(?<!\w)(?:{'|'.join(groups)})")

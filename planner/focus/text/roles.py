"""Which words name readers: roles, the ways of calling them, and names of the same readers."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from planner.focus.text.fold import fold, spell_out
from planner.focus.text.lists import read_list
from planner.focus.text.stems import Language, stem

if TYPE_CHECKING:
    from collections.abc import Iterable

_ELIDED = re.compile(r"^(?:l|d|s|qu)'")
_LONG_ENOUGH_FOR_AN_ENDING = 6
CALLED_ANYWHERE = frozenset({"for", "for the", "cote"})
"""Ways of naming readers that mean nothing unless they open the sentence."""


Call = tuple[str, str, re.Pattern[str]]
"""A way of calling readers: its kind, its words in lower case, and the expression that finds them."""


class Roles:
    """The lists of one language.

    Attributes:
        groups: stems that name the same readers.
        shared: stems of roles every trade has, such as manager.
        peers: stems of the writer's own colleagues.
        empty: words of a call that are no evidence; `cut`: a call stops at one of these.
        starts: first words that show a sentence and not a call.
        after_head: prepositions before which the head of an English call stands.
        articles: what may stand before the readers; `calls`: ways of calling them, with their kind.
        announce: what a "for the ..." inside a sentence must follow.
        big: names of big organisations; `small`: words that say the readers are none.
        clause_end: where the clause of the audience that names the reader ends.
        negation: a part of the audience that says who is not meant.
        told: what follows a greeting that is only told of: it calls nobody.
        to_readers: words of a sentence that speaks to its readers; `employers`: stems of those who hire.
    """

    def __init__(self, language: Language) -> None:
        """Compile the lists of `language`."""
        lists = read_list(language, "addressee")
        self.language = language
        self.groups = [frozenset(stem(spell_out(word), language) for word in group.split()) for group in lists["same"]]
        self.shared = self._numbers(lists["generic"])
        self.peers = self._numbers(lists["peers"])
        self.empty = _folded(lists["empty"])
        self.cut = _folded(lists["cut"].split())
        self.starts = _folded(lists["sentence_start"].split())
        self.after_head = _folded(lists.get("after_head", "").split())
        self.articles = tuple(lists["articles"])
        self.calls: list[Call] = [
            (kind, phrase, re.compile(rf"(?<![\w']){re.escape(phrase)}(?![\w'])\s*"))
            for kind in ("salutations", "for_whom", "you_are", "served")
            for phrase in lists[kind]
        ]
        announcing = "|".join(fold(word) for word in lists["announce"].split())
        self.announce = re.compile(rf"(?:{announcing})[^,.;:]{{0,12}}$")
        self.big = tuple(plain(name) for name in lists["big"])
        self.small = re.compile(rf"\b(?:{'|'.join(map(re.escape, lists['small']))})\b")
        self.clause_end = re.compile(lists["clause_end"], re.IGNORECASE)
        self.negation = re.compile(lists["negation"], re.IGNORECASE)
        self.told = re.compile(lists["told"])
        self.to_readers = re.compile(lists["to_readers"])
        self.employers = self._numbers(lists["employers"])
        self._roles = _folded(lists["roles"].split())
        self._endings = tuple(lists["role_endings"])

    def _numbers(self, words: str) -> frozenset[str]:
        """The stems of the words, singular and plural."""
        return frozenset(
            stem(spell_out(word) + plural, self.language) for word in words.split() for plural in ("", "s")
        )

    def is_role(self, word: str, *, by_ending: bool = True) -> bool:
        """Whether a word, as `plain` gives it, names readers; by its ending alone if asked."""
        form = _ELIDED.sub("", plain(word))
        if form in self.empty or form in self.starts:
            return False
        if any(part not in self.empty and self._listed(part) for part in (form, *form.split("-"))):
            return True
        return by_ending and len(form) >= _LONG_ENOUGH_FOR_AN_ENDING and form.endswith(self._endings)

    def _listed(self, form: str) -> bool:
        """Whether a form is a role of the list, a plural taken off."""
        singular = form[:-2] if form.endswith(("es", "aux")) else form
        other = form[:-3] + ("y" if self.language == "en" else "al")
        joined = "-".join(part.rstrip("s") for part in form.split("-"))
        return not self._roles.isdisjoint((form, form[:-1], singular, other, joined))

    def same_readers(self, one: str, stems: frozenset[str]) -> bool:
        """Whether a group of names holds this stem and one of `stems`."""
        return any(one in group and not group.isdisjoint(stems) for group in self.groups)


@cache
def roles(language: Language) -> Roles:
    """The roles of a language, read when they are first needed."""
    return Roles(language)


def plain(word: str) -> str:
    """A word in lower case without accents, œ written oe."""
    return fold(spell_out(word))


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(plain, words))

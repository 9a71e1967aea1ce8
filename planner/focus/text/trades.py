"""Whether readers who are called are of the audience's own trade, though the brief names them otherwise."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from planner.focus.text.fold import fold, spell_out
from planner.focus.text.lists import read_list
from planner.focus.text.stems import Language, stem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SHORTEST_IN_SMALL_LETTERS = 3
_TRADES_OF_A_SECTOR = 2
_AUDIENCES_KEPT = 256

Forms = frozenset[str]
"""What a word is looked up by: its stem, those of its parts, and the whole of a word with hyphens."""

Sectors = frozenset[str]
"""Keys of the list, such as `construction`."""


class Audience(NamedTuple):
    """What the readers of a brief do.

    Attributes:
        language: the language of the brief.
        owns: whether they run something of their own.
        own: the sectors they name or of which they name a trade.
        whole: those in which any trade is theirs: the sector itself is named, or two of its trades are.
    """

    language: Language
    owns: bool
    own: Sectors
    whole: Sectors


class Trades:
    """The list of one language.

    Attributes:
        owners: forms of roles that every owner has; `called_owners`: those by which one may be called besides.
        own_account: what else says in an audience that its readers run something of their own.
        firms: forms that say nothing of the trade; `functions`: those of functions that every sector has.
        ends: where the part of an audience ends that says what its readers do.
        independent: the sectors whose trades are mostly run by those who practise them.
    """

    def __init__(self, language: Language) -> None:
        """Compile the list of `language`."""
        lists = read_list(language, "trades")
        sectors: dict[str, Any] = {name: found for name, found in lists.items() if isinstance(found, dict)}
        self.language = language
        self.owners = self._listed(lists["owners"])
        self.called_owners = self.owners | self._listed(lists["also_owners"])
        self.own_account = re.compile(lists["own_account"])
        self.firms = self._listed(lists["firms"])
        self.functions = self._listed(lists["functions"])
        self.ends = re.compile(lists["ends"])
        self.independent = frozenset(name for name, sector in sectors.items() if sector.get("independent"))
        self._names = {name: self._listed(sector["names"]) for name, sector in sectors.items()}
        self._roles = {name: self._listed(sector["roles"]) for name, sector in sectors.items()}

    def _listed(self, words: str) -> Forms:
        found = words.split()
        plain = {self._stem(word + plural) for word in found if "-" not in word for plural in ("", "s")}
        return frozenset(plain | {_joined(word) for word in found if "-" in word})

    def _stem(self, word: str) -> str:
        return stem(spell_out(word), self.language)

    def forms(self, text: str) -> Forms:
        """The forms of the words of a text; those of two letters only in capitals."""
        found = [word for word in _WORD.findall(text) if len(word) >= _SHORTEST_IN_SMALL_LETTERS or word.isupper()]
        parts = {self._stem(part) for word in found for part in word.split("-")}
        return frozenset(parts | {_joined(word) for word in found if "-" in word})

    def named(self, forms: Forms) -> Sectors:
        """The sectors that are named."""
        return frozenset(sector for sector, names in self._names.items() if names & forms)

    def practised(self, forms: Forms) -> Sectors:
        """The sectors of which a trade is named."""
        return frozenset(sector for sector, roles in self._roles.items() if roles & forms)

    def several(self, forms: Forms) -> Sectors:
        """The sectors of which two trades are named."""
        return frozenset(
            sector for sector, roles in self._roles.items() if len(_apart(roles & forms)) >= _TRADES_OF_A_SECTOR
        )


def same_trade(head: str, others: Sequence[str], audience: Audience, known: Callable[[str], bool]) -> bool:
    """Whether a call is one to the audience's own trade.

    Args:
        head: the word that names the readers, as written.
        others: the other words of the call, as written, the nearest to the head first.
        audience: what the readers of the brief do.
        known: whether a word is the brief's, or says nothing.
    """
    lists = trades(audience.language)
    forms = lists.forms(head)
    if lists.practised(forms) & audience.whole or lists.named(forms) & audience.own:
        return True
    nearest = next(filter(None, (_sectors(word, lists) for word in others)), None)
    owner, function = forms & lists.called_owners, forms & lists.functions
    if nearest:
        return bool((owner or function) and nearest & audience.own)
    telling = [word for word in others if not _tells_nothing(word, lists)]
    if owner and audience.owns:
        return all(map(known, telling))
    return bool(function and telling) and all(map(known, telling))


@lru_cache(maxsize=_AUDIENCES_KEPT)
def audience_of(text: str, language: Language) -> Audience:
    """What the readers do whom a text names."""
    lists = trades(language)
    end = lists.ends.search(fold(text))
    forms = lists.forms(text[: end.start()] if end else text)
    whole = lists.named(forms) | lists.several(forms)
    own = whole | lists.practised(forms)
    owns = bool(forms & lists.owners or own & lists.independent or lists.own_account.search(fold(text)))
    return Audience(language, owns, own, whole)


@cache
def trades(language: Language) -> Trades:
    """The trades of a language, read when they are first needed."""
    return Trades(language)


def _sectors(word: str, lists: Trades) -> Sectors:
    forms = lists.forms(word)
    return lists.named(forms) | lists.practised(forms)


def _tells_nothing(word: str, lists: Trades) -> bool:
    """Whether a word is that of any firm, or a name written as one, such as that of a place."""
    return word.istitle() or lists.forms(word) <= lists.firms | lists.called_owners | lists.functions


def _apart(stems: Iterable[str]) -> frozenset[str]:
    """The trades of some stems: both genders of one begin alike."""
    return frozenset(found[:4] for found in stems)


def _joined(word: str) -> str:
    return "-".join(part.rstrip("s") for part in fold(spell_out(word)).split("-"))

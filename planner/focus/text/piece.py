"""A piece of a draft: its title, a line with the empty lines that follow it, or some sentences of a long line.

Whatever is read of a text is read piece by piece and put together: no word, sentence or phrase reaches over
the end of a piece. So a piece that was read before need not be read again, and the answer is the same.
"""

from __future__ import annotations

import re
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeVar

from planner.focus.text.fold import fold
from planner.focus.text.stems import Language, subject_stems

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator

__all__ = ["Memory", "Piece", "Range", "Token", "unread"]

Token = tuple[int, int, str]
"""Start and end in the text, and the characters: a word, a number or a mark."""

Range = tuple[int, int]
"""Start and end in the text."""

LONGEST_WORD = 80
"""Letters of the longest word; a longer run is read this many at a time."""

MOST_REMEMBERED = 2_000_000
"""Characters a memory holds before it begins anew: some hundred keystrokes in the longest text."""

Found = TypeVar("Found")

_TOKEN = re.compile(rf'[^\W\d_]{{1,{LONGEST_WORD}}}|\d{{1,{LONGEST_WORD}}}(?:[.,:/h ]\d+)*|[.!?:;,…\n→•✅\-–—(«"“]')
_UNREAD = re.compile(r"https?://\S+|@\w+|\{[^{}\n]*\}")
_SENTENCE_BREAK = re.compile(r"(?<=[.!?…])[\"»”')]*\s+|\n+")
_HASHTAG = re.compile(r"#\w+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def unread(text: str) -> str:
    """The text with links, @names and {fields} replaced by as many spaces."""
    if "@" in text or "://" in text or "{" in text:
        return _UNREAD.sub(lambda found: " " * len(found.group()), text)
    return text


class Piece:
    """One piece in one language, cut into tokens; what else is asked of it is worked out once.

    Offsets are those of the piece.

    Attributes:
        text: its characters, as `Draft.text` has them.
        language: the language it is read in.
        title: whether it is a title.
        readable: the text with links, @names and {fields} replaced by as many spaces.
        tokens: the words, numbers and marks of the readable text, in order.
        words: those that are runs of letters.
        sentences: of the readable text, cut after . ! ? … and at line ends; one at least.
        folded: the text in lower case without accents, links and names included.
    """

    def __init__(self, text: str, language: Language, title: bool) -> None:
        """Cut the text."""
        self.text = text
        self.language = language
        self.title = title
        self.readable = unread(text)
        self.tokens: list[Token] = [
            (found.start(), found.end(), found.group()) for found in _TOKEN.finditer(self.readable)
        ]
        self.words = [token for token in self.tokens if token[2][0].isalpha()]
        self.sentences = _sentences(self.readable)
        self.folded = fold(text)
        self._done: dict[Callable[[Piece], Any], Any] = {}

    def once(self, work: Callable[[Piece], Found]) -> Found:
        """What `work` finds in the piece; the second time it is only remembered."""
        if work not in self._done:
            self._done[work] = work(self)
        found: Found = self._done[work]
        return found

    @property
    def folded_readable(self) -> str:
        """The readable text in lower case without accents."""
        return self.folded if self.readable == self.text else fold(self.readable)

    @cached_property
    def stems(self) -> dict[str, Range]:
        """The different stems of the words of three letters or more, each with its first place."""
        found: dict[str, Range] = {}
        stems = subject_stems(self.language)
        for start, end, word in self._subject_words():
            stem = stems[word]
            if stem and stem not in found:
                found[stem] = (start, end)
        return found

    def _subject_words(self) -> list[Token]:
        """The words, with a hashtag such as #SmallShops cut into its own."""
        if "#" not in self.readable:
            return self.words
        tagged = {at for tag in _HASHTAG.finditer(self.readable) for at in range(tag.start(), tag.end())}
        return [part for word in self.words for part in (_parts(word) if word[0] in tagged else (word,))]


def _parts(token: Token) -> Iterator[Token]:
    start, _, word = token
    inner = [cut.start() for cut in _CAMEL.finditer(word)]
    for cut, stop in pairwise([0, *inner, len(word)]):
        yield start + cut, start + stop, word[cut:stop]


def _sentences(readable: str) -> list[Range]:
    ranges: list[Range] = []
    start = 0
    for found in _SENTENCE_BREAK.finditer(readable):
        end, following = found.span()
        ranges.append((start, end))
        start = following
    if start < len(readable) or not ranges:
        ranges.append((start, len(readable)))
    return ranges


class Memory:
    """The pieces that earlier drafts had, so that while one paragraph changes the others are not read again.

    A memory belongs to one editor; it forgets all when it holds `MOST_REMEMBERED` characters.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self._kept: dict[Hashable, Any] = {}
        self._pieces: dict[tuple[Language, bool, str], Piece] = {}
        self._held = 0

    def piece(self, text: str, language: Language, title: bool) -> Piece:
        """The piece with this text, as read before if it was."""
        key = (language, title, text)
        found = self._pieces.get(key)
        if found is None:
            self._hold(len(text))
            found = self._pieces[key] = Piece(text, language, title)
        return found

    def keep(self, key: Hashable, characters: int, work: Callable[[], Found]) -> Found:
        """What `work` finds, by a key that holds all it depends on; `characters` say how much that is."""
        if key not in self._kept:
            self._hold(characters)
            self._kept[key] = work()
        found: Found = self._kept[key]
        return found

    def _hold(self, characters: int) -> None:
        if self._held + characters > MOST_REMEMBERED:
            self._pieces.clear()
            self._kept.clear()
            self._held = 0
        self._held += characters

"""A draft as every check reads it: one text, cut once into words and sentences that know where they stand."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from planner.focus.check import Span
from planner.focus.text.composed import compose
from planner.focus.text.markdown import inline_prose, prose
from planner.focus.text.piece import Memory, Piece, Range, Token
from planner.focus.text.stems import Language

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

__all__ = ["Draft", "Language", "Memory", "Range", "Token"]

Found = TypeVar("Found")

LONG_PIECE = 200
"""Characters after which a line is cut at the next end of a sentence."""

_PIECE = re.compile(rf"[^\n]{{{LONG_PIECE},}}?(?<=[.!?…])[^\S\n]++(?=\S)|[^\n]*(?:\n(?:[^\S\n]*+\n)*+|$)")
_OPENING_BREAK = re.compile(r"(?<=[.!?…])\s+|\n+")
OPENING_SENTENCES = 3
LONGEST_OPENING = 1000

LONGEST_TITLE = 5_000
LONGEST_BODY = 125_000
"""Characters of a body that are read, about 20,000 words: thirty times a long post. What follows is not judged."""


class Draft:
    """A title and a body in one language; what is computed from them is computed when first asked, once.

    Offsets are those of `text`: the title, ". ", the body, in composed form, with straight apostrophes and
    with Markdown, code and what others say (lines in `>`) replaced by as many spaces. `span` leads back to
    the field as it was given. Of a title 5,000 characters are read and of a body 125,000.

    Attributes:
        title_end: where the title ends, its final . ! ? left out; 0 without a title.
        body_start: where the body begins.
        quotations: where the words of others stand, in lines that begin with `>`.
        codes: where code stands in a line of prose.
    """

    def __init__(self, title: str, body: str, language: Language, memory: Memory | None = None) -> None:
        """Join the two fields; with a memory, what an earlier draft had in common is not read again."""
        self.title = title
        self.body = body
        self.language = language
        self.memory = memory
        self._title = compose(title[:LONGEST_TITLE])
        self._body = compose(body[:LONGEST_BODY])
        read_title = inline_prose(self._title.text)
        read_body, quotations, codes = prose(self._body.text)
        self.title_end = len(read_title.rstrip(".!? "))
        self._title_length = len(read_title) if self.title_end else 0
        self.text = f"{read_title}. {read_body}" if self.title_end else read_body
        self.body_start = len(self.text) - len(read_body)
        self.quotations = self._in_text(quotations)
        self.codes = self._in_text(codes)
        self._done: dict[Callable[[Draft], Any], Any] = {}

    def _in_text(self, places: Iterable[Range]) -> tuple[Range, ...]:
        return tuple((self.body_start + start, self.body_start + end) for start, end in places)

    @property
    def cut(self) -> bool:
        """Whether the draft is so long that only its beginning is read."""
        return len(self.title) > LONGEST_TITLE or len(self.body) > LONGEST_BODY

    def once(self, work: Callable[[Draft], Found]) -> Found:
        """What `work` finds in the draft; the second time it is only remembered."""
        if work not in self._done:
            self._done[work] = work(self)
        found: Found = self._done[work]
        return found

    def kept(self, key: Hashable, characters: int, work: Callable[[], Found]) -> Found:
        """What `work` finds; with a memory, what it found for an earlier draft with the same key.

        The key must hold all that the answer depends on; `characters` say how much that is.
        """
        return self.memory.keep(key, characters, work) if self.memory else work()

    def span(self, start: int, end: int) -> Span:
        """The characters `start` to `end` of the text, in the field as it was given.

        A range that begins in the title stays in it.
        """
        if start < self.body_start:
            first, last, origin = start, min(end, self._title_length), self._title.origin
            return Span("title", origin(min(first, self._title_length)), origin(last))
        origin = self._body.origin
        return Span("body", origin(start - self.body_start), origin(end - self.body_start))

    def quote(self, span: Span) -> str:
        """The characters at a span, as they were given."""
        return (self.title if span.field == "title" else self.body)[span.start : span.end]

    @property
    def whole(self) -> Span:
        """The body, or the title of a draft that has no body."""
        return Span("body", 0, len(self.body)) if self.body.strip() else Span("title", 0, len(self.title))

    @cached_property
    def pieces(self) -> list[tuple[int, Piece]]:
        """The title, and the lines or their sentences, each with where it begins."""
        read = self.memory.piece if self.memory else Piece
        found = [(0, read(self.text[: self.body_start], self.language, True))] if self.body_start else []
        for line in _PIECE.finditer(self.text, self.body_start):
            if line.group():
                found.append((line.start(), read(line.group(), self.language, False)))
        return found

    @cached_property
    def readable(self) -> str:
        """The text with links, @names and {fields} replaced by as many spaces."""
        return "".join(piece.readable for _, piece in self.pieces)

    @cached_property
    def folded(self) -> str:
        """The text in lower case without accents, links and names included."""
        return "".join(piece.folded for _, piece in self.pieces)

    @cached_property
    def folded_readable(self) -> str:
        """The readable text in lower case without accents."""
        return "".join(piece.folded_readable for _, piece in self.pieces)

    @cached_property
    def tokens(self) -> list[Token]:
        """The words, numbers and marks of the readable text, in order."""
        return [(at + start, at + end, token) for at, piece in self.pieces for start, end, token in piece.tokens]

    @cached_property
    def words(self) -> list[Token]:
        """The runs of letters of the readable text, in order."""
        return [(at + start, at + end, word) for at, piece in self.pieces for start, end, word in piece.words]

    @cached_property
    def word_count(self) -> int:
        """How many words there are; cheaper than `words`."""
        return sum(len(piece.words) for _, piece in self.pieces)

    @cached_property
    def sentences(self) -> list[Range]:
        """The sentences of the readable text, cut after . ! ? … and at line ends; one at least."""
        return [(at + start, at + end) for at, piece in self.pieces for start, end in piece.sentences] or [(0, 0)]

    @cached_property
    def opening(self) -> list[Range]:
        """The title and the first three sentences of the body, each of 1,000 characters at most."""
        found = [(0, self._title_length)] if self._title_length else []
        start = len(self.text) - len(self.text[self.body_start :].lstrip())
        for _ in range(OPENING_SENTENCES):
            if start >= len(self.text):
                break
            gap = _OPENING_BREAK.search(self.text, start)
            end = gap.start() if gap else len(self.text)
            found.append((start, end))
            start = gap.end() if gap else end
        return [(start, min(end, start + LONGEST_OPENING)) for start, end in found]

    @cached_property
    def stems(self) -> dict[str, Range]:
        """The different stems of the words of three letters or more, each with its first place."""
        found: dict[str, Range] = {}
        for at, piece in self.pieces:
            for stem, (start, end) in piece.stems.items():
                if stem not in found:
                    found[stem] = (at + start, at + end)
        return found

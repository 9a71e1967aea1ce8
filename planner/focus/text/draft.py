"""A draft as every check reads it: one text, cut once into words and sentences that know where they stand."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import pairwise

from planner.focus.check import Span
from planner.focus.text.composed import compose
from planner.focus.text.fold import fold
from planner.focus.text.stems import Language, subject_stem

__all__ = ["Draft", "Language", "Token"]

Token = tuple[int, int, str]
"""Start and end in the draft's text, and the characters: a word, a number or a mark."""

Range = tuple[int, int]
"""Start and end in the draft's text."""

_TOKEN = re.compile(r'[^\W\d_]+|\d+(?:[.,:/h ]\d+)*|[.!?:;,…\n→•✅\-–—(«"“]')
_UNREAD = re.compile(r"https?://\S+|@\w+|\{[^{}\n]*\}")
_SENTENCE_BREAK = re.compile(r"(?<=[.!?…])[\"»”')]*\s+|\n+")
_OPENING_BREAK = re.compile(r"(?<=[.!?…])\s+|\n+")
_HASHTAG = re.compile(r"#\w+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
OPENING_SENTENCES = 3
LONGEST_OPENING = 1000


class Draft:
    """A title and a body in one language; what is computed from them is computed when first asked, once.

    Offsets are those of `text`: the title, ". ", the body, in composed form and with straight
    apostrophes. `span` leads back to the field as it was given.

    Attributes:
        title_end: where the title ends, its final . ! ? left out; 0 without a title.
        body_start: where the body begins.
    """

    def __init__(self, title: str, body: str, language: Language) -> None:
        """Join the two fields; nothing else is done yet."""
        self.title = title
        self.body = body
        self.language = language
        self._title = compose(title)
        self._body = compose(body)
        self.title_end = len(self._title.text.rstrip(".!? "))
        self._title_length = len(self._title.text) if self.title_end else 0
        self.text = f"{self._title.text}. {self._body.text}" if self.title_end else self._body.text
        self.body_start = len(self.text) - len(self._body.text)

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
    def readable(self) -> str:
        """The text with links, @names and {fields} replaced by as many spaces."""
        return _UNREAD.sub(lambda unread: " " * len(unread.group()), self.text)

    @cached_property
    def folded(self) -> str:
        """The text in lower case without accents, links and names included."""
        return fold(self.text)

    @cached_property
    def folded_readable(self) -> str:
        """The readable text in lower case without accents."""
        return self.folded if self.readable == self.text else fold(self.readable)

    @cached_property
    def tokens(self) -> list[Token]:
        """The words, numbers and marks of the readable text, in order."""
        return [(found.start(), found.end(), found.group()) for found in _TOKEN.finditer(self.readable)]

    @cached_property
    def words(self) -> list[Token]:
        """The runs of letters of the readable text, in order."""
        return [token for token in self.tokens if token[2][0].isalpha()]

    @cached_property
    def sentences(self) -> list[Range]:
        """The sentences of the readable text, cut after . ! ? … and at line ends."""
        return _cut(_SENTENCE_BREAK, self.readable, 0)

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
        for start, end, word in self._subject_words():
            stem = subject_stem(word, self.language)
            if stem and stem not in found:
                found[stem] = (start, end)
        return found

    def _subject_words(self) -> list[Token]:
        """The words, with a hashtag such as #SmallShops cut into its own."""
        if "#" not in self.readable:
            return self.words
        tagged = {at for tag in _HASHTAG.finditer(self.readable) for at in range(tag.start(), tag.end())}
        words: list[Token] = []
        for start, _, word in self.words:
            inner = [cut.start() for cut in _CAMEL.finditer(word)] if start in tagged else []
            words += [
                (start + cut, start + stop, word[cut:stop]) for cut, stop in pairwise([0, *inner, len(word)])
            ]
        return words


def _cut(gap: re.Pattern[str], text: str, start: int) -> list[Range]:
    ranges: list[Range] = []
    for found in gap.finditer(text, start):
        ranges.append((start, found.start()))
        start = found.end()
    return [*ranges, (start, len(text))]

"""What earlier runs worked out, by post, beside a digest of all it was worked out from: it is never out of date."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cache
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from planner.focus.check import Finding, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

RULES = (Path(__file__).parent, Path(__file__).parents[1] / "model")
"""Where everything stands that decides what is found: code, lists, coefficients, the networks' limits."""
DATA_PACKAGES = ("holidays", "tzdata", "snowballstemmer", "PyStemmer", "rapidfuzz")
"""Whose data or arithmetic decides too."""
DIGEST_BYTES = 16


class Remembered(NamedTuple):
    """One post's score and findings, and the digests of what they come from; findings are JSON."""

    scored: str
    score: float | None
    read: str
    findings: str


NOTHING = Remembered("", None, "", "[]")


@dataclass
class Memory:
    """What is known of each post, by its identifier, and which of it is new since it was last kept."""

    posts: dict[int, Remembered] = field(default_factory=dict)
    fresh: set[int] = field(default_factory=set)

    def of(self, post: int | None) -> Remembered:
        """What is known of a post; nothing of one that has no identifier yet."""
        return self.posts.get(post or 0, NOTHING)

    def learn(self, post: int | None, known: Remembered) -> None:
        """Replace what is known of a post."""
        if post:
            self.posts[post] = known
            self.fresh.add(post)

    def forget_others(self, posts: Iterable[int | None]) -> None:
        """Drop what is known of posts that are gone."""
        for gone in self.posts.keys() - set(posts):
            del self.posts[gone]
            self.fresh.discard(gone)


def digest(*parts: str) -> str:
    """A short text that stands for these: other texts give another one (BLAKE2b, RFC 7693)."""
    summed = blake2b(digest_size=DIGEST_BYTES)
    for part in parts:
        encoded = part.encode("utf-8", "surrogatepass")
        summed.update(len(encoded).to_bytes(8, "little"))
        summed.update(encoded)
    return summed.hexdigest()


@cache
def rules() -> str:
    """The digest of the rules themselves: another version of a list or of a check judges anew."""
    files = sorted(path for folder in RULES for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc")
    summed = blake2b(digest_size=DIGEST_BYTES)
    for path in files:
        summed.update(path.name.encode())
        summed.update(path.read_bytes())
    for package in DATA_PACKAGES:
        summed.update(f"{package} {_version(package)}".encode())
    return summed.hexdigest()


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def as_json(found: Iterable[Finding]) -> str:
    """Findings of one post as text."""
    rows = [(one.check, one.severity, one.message, one.values, [_plain(span) for span in one.spans]) for one in found]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def from_json(text: str, post: int | None) -> list[Finding]:
    """The findings that `as_json` wrote, on their post."""
    if text == NOTHING.findings:
        return []
    return [
        Finding(check, Severity(severity), message, values, tuple(Span(*span) for span in spans), post)
        for check, severity, message, values, spans in json.loads(text)
    ]


def _plain(span: Span) -> tuple[str, int, int]:
    return span.field, span.start, span.end

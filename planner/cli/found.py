"""What was found, as lines to read: each finding with the words it points at, and as values for a program."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from planner.cli.agenda_lines import counts
from planner.cli.manuscript import Manuscript, place_in
from planner.cli.pointing import pointed
from planner.cli.printing import on_one_line
from planner.words import dates, findings, say, say_many, terms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from planner.cli.manuscript import Place
    from planner.model.card import KeptFinding

MOST_SPANS = 3


@dataclass(frozen=True)
class Judged:
    """A text and what was found in it; without a text, what was found beside the posts.

    `written` says where the text stands in its file; the title of a post of the calendar stands on line 0.
    """

    title: str
    body: str = ""
    day: date | None = None
    findings: list[KeptFinding] = field(default_factory=list)
    post: int | None = None
    file: str = ""
    written: Manuscript | None = None

    @property
    def heard(self) -> list[KeptFinding]:
        """The findings that are not muted."""
        return [finding for finding in self.findings if not finding.muted]

    def place(self, where: str, start: int, end: int) -> Place | None:
        """Where the characters `start` to `end` of the title or the body stand; None where there are none."""
        whole = self.title if where == "title" else self.body
        if not 0 <= start < end <= len(whole):
            return None
        return place_in(self.written or Manuscript(self.title, self.body, {}, self.body), where, start, end)


def as_text(judged: Sequence[Judged], today: date | None = None) -> Iterator[str]:
    """A heading a text, its findings below it, and the count at the end; a year other than today's is said."""
    for text in judged:
        if text.heard:
            yield _heading(text, today)
            for finding in text.heard:
                yield from _lines(text, finding)
            yield ""
    if judged:
        yield counts(*counted(judged)) or say("Nothing to add.")
    if muted := sum(len(text.findings) - len(text.heard) for text in judged):
        yield say_many("{count} muted finding", "{count} muted findings", muted)


def as_json(judged: Sequence[Judged]) -> dict[str, Any]:
    """The same as values."""
    rows = [_row(text, finding) for text in judged for finding in text.findings]
    errors, warnings, suggestions = counted(judged)
    return {
        "findings": rows,
        "errors": errors,
        "warnings": warnings,
        "suggestions": suggestions,
        "muted": sum(bool(row["muted"]) for row in rows),
        "texts": sum(bool(text.file) or text.post is not None for text in judged),
    }


def counted(judged: Sequence[Judged]) -> tuple[int, int, int]:
    """Errors, warnings and suggestions that are not muted."""
    severities = [finding.severity for text in judged for finding in text.heard]
    return severities.count("error"), severities.count("warning"), severities.count("suggestion")


def _heading(text: Judged, today: date | None) -> str:
    title = on_one_line(text.title) or say("untitled")
    if text.file:
        return say("{file}: {title}", file=text.file, title=title)
    if text.post is None:
        return say("The calendar")
    if text.day is None:
        return say("Idea {number}: {title}", number=text.post, title=title)
    day = dates.day_short(text.day, today)
    return say("Post {number}, {day}: {title}", number=text.post, day=day, title=title)


def _lines(text: Judged, finding: KeptFinding) -> Iterator[str]:
    sign, severity = terms.sign_of_severity(finding.severity), terms.severity(finding.severity)
    name, sentence = findings.name(finding.check), findings.sentence(finding)
    yield say("  {sign} {name} ({severity}): {sentence}", sign=sign, name=name, severity=severity, sentence=sentence)
    last = ""
    for field_name, start, end in finding.spans[:MOST_SPANS]:
        place = text.place(field_name, start, end)
        if place is None:
            continue
        seen = pointed(text.title if field_name == "title" else text.body, start, end)
        where = _where(field_name, place)
        if where != last:
            yield f"      {where}"
        last = where
        yield f"      {seen.line}"
        yield f"      {seen.carets}"


def _where(field_name: str, place: Place) -> str:
    if field_name == "body":
        return say("line {number}", number=place.line)
    return say("title, line {number}", number=place.line) if place.line else say("title")


def _row(text: Judged, finding: KeptFinding) -> dict[str, Any]:
    return {
        "check": finding.check,
        "severity": finding.severity,
        "name": findings.name(finding.check),
        "sentence": findings.sentence(finding),
        "where": text.file or text.title,
        "file": text.file,
        "post": text.post,
        "day": finding.day,
        "muted": finding.muted,
        "spans": [_span(text, *span) for span in finding.spans],
    }


def _span(text: Judged, where: str, start: int, end: int) -> dict[str, Any]:
    place = text.place(where, start, end)
    return {"field": where, "start": start, "end": end, **(place._asdict() if place else {})}

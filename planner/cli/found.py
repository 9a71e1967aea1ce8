"""What was found, as lines to read: each finding with the words it points at, and as values for a program."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from planner.cli.agenda_lines import counts
from planner.cli.pointing import pointed
from planner.cli.printing import on_one_line
from planner.words import dates, findings, say, say_many, terms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from planner.model.card import KeptFinding

MOST_SPANS = 3


@dataclass(frozen=True)
class Judged:
    """A text and what was found in it; without a text, what was found beside the posts."""

    title: str
    body: str = ""
    day: date | None = None
    findings: list[KeptFinding] = field(default_factory=list)
    post: int | None = None
    file: str = ""
    first_line: int = 1


def as_text(judged: Sequence[Judged]) -> Iterator[str]:
    """A heading a text, its findings below it, and the count at the end."""
    heard = [finding for text in judged for finding in text.findings if not finding.muted]
    for text in judged:
        own = [finding for finding in text.findings if not finding.muted]
        if own:
            yield _heading(text)
            for finding in own:
                yield from _lines(text, finding)
            yield ""
    yield counts(*_counted(heard)) or say("Nothing to add.")
    if muted := sum(len(text.findings) for text in judged) - len(heard):
        yield say_many("{count} muted finding", "{count} muted findings", muted)


def as_json(judged: Sequence[Judged]) -> dict[str, Any]:
    """The same as values."""
    rows = [_row(text, finding) for text in judged for finding in text.findings]
    heard = [finding for text in judged for finding in text.findings if not finding.muted]
    errors, warnings, suggestions = _counted(heard)
    return {
        "findings": rows,
        "errors": errors,
        "warnings": warnings,
        "suggestions": suggestions,
        "muted": len(rows) - len(heard),
    }


def _counted(heard: Sequence[KeptFinding]) -> tuple[int, int, int]:
    severities = [finding.severity for finding in heard]
    return severities.count("error"), severities.count("warning"), severities.count("suggestion")


def _heading(text: Judged) -> str:
    title = on_one_line(text.title) or say("untitled")
    if text.file:
        return say("{file}: {title}", file=text.file, title=title)
    if text.post is None:
        return say("The calendar")
    if text.day is None:
        return say("Idea {number}: {title}", number=text.post, title=title)
    return say("Post {number}, {day}: {title}", number=text.post, day=dates.day_short(text.day), title=title)


def _lines(text: Judged, finding: KeptFinding) -> Iterator[str]:
    sign, severity = terms.sign_of_severity(finding.severity), terms.severity(finding.severity)
    name, sentence = findings.name(finding.check), findings.sentence(finding)
    yield say(
        "  {sign} {name} ({severity}): {sentence}", sign=sign, name=name, severity=severity, sentence=sentence
    )
    place = ""
    for where, start, end in finding.spans[:MOST_SPANS]:
        whole = text.title if where == "title" else text.body
        if not 0 <= start < end <= len(whole):
            continue
        seen = pointed(whole, start, end, 0 if where == "title" else text.first_line)
        if seen.where != place:
            yield f"      {seen.where}"
        place = seen.where
        yield f"      {seen.line}"
        yield f"      {seen.carets}"


def _row(text: Judged, finding: KeptFinding) -> dict[str, Any]:
    return {
        "check": finding.check,
        "severity": finding.severity,
        "name": findings.name(finding.check),
        "sentence": findings.sentence(finding),
        "where": text.file or text.title,
        "post": text.post,
        "day": finding.day,
        "muted": finding.muted,
        "spans": [dict(zip(("field", "start", "end"), span, strict=True)) for span in finding.spans],
    }

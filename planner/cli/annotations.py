"""Findings a line each, for an editor (`line`) and for GitHub's annotations (`github`).

`line` is `FILE:LINE:COLUMN: SEVERITY: SENTENCE [CHECK]`, severities by their code names in either language. `github`
is a workflow command, escaped as the runner's own toolkit does; columns are left out where words go over a line's
end, as GitHub asks, and where there are no words. Columns count characters from 1. What stands in no file is called
`post-3` or `calendar`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.cli.manuscript import Place, beginning
from planner.cli.printing import on_one_line
from planner.words import dates, findings, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from planner.cli.found import Judged
    from planner.model.card import KeptFinding

LEVELS = {"error": "error", "warning": "warning", "suggestion": "notice"}


def as_lines(judged: Sequence[Judged]) -> Iterator[str]:
    """A line a finding, for an editor's list of errors and for grep."""
    for text in judged:
        name = text.file or ("calendar" if text.post is None else f"post-{text.post}")
        for finding in text.heard:
            place, sentence = _place(text, finding), on_one_line(findings.sentence(finding))
            stands = f"{on_one_line(name)}:{place.line}:{place.column}"
            yield f"{stands}: {finding.severity}: {sentence} [{finding.check}]"


def as_github(judged: Sequence[Judged], today: date | None = None) -> Iterator[str]:
    """A workflow command a finding; what stands in no file says in words where it stands."""
    for text in judged:
        for finding in text.heard:
            known = {"file": text.file, **_range(_place(text, finding))} if text.file not in ("", "-") else {}
            told = {**known, "title": findings.name(finding.check)}
            properties = ",".join(f"{name}={_property(str(value))}" for name, value in told.items())
            yield f"::{LEVELS[finding.severity]} {properties}::{_message(_sentence(text, finding, today))}"


def _sentence(text: Judged, finding: KeptFinding, today: date | None) -> str:
    sentence = findings.sentence(finding)
    if text.file or text.post is None:
        return sentence
    day = dates.day_short(text.day, today) if text.day else ""
    title = on_one_line(text.title) or say("untitled")
    return " · ".join(part for part in (day, title, sentence) if part)


def _place(text: Judged, finding: KeptFinding) -> Place:
    """Where the finding's first words stand, else where the text begins."""
    places = (text.place(*span) for span in finding.spans)
    start = beginning(text.written) if text.written else Place(1, 1, 1, 1)
    return next((place for place in places if place), start)


def _range(place: Place) -> dict[str, int]:
    lines = {"line": place.line, "endLine": place.end_line}
    if place.line != place.end_line or place.column == place.end_column:
        return lines
    return {**lines, "col": place.column, "endColumn": place.end_column}


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")

"""The contract of `planner check --jsonl`: one draft a line in, one verdict a line out.

Anyone can measure the warnings on texts of their own; other tools can use them. The three figures are
for measuring, a person never sees them. Each check is judged by itself here, as its recipe was measured; in a
calendar some keep silent beside others (`off-target` beside `generic`, and so on).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from planner.errors import InputError
from planner.focus.batch_posts import text_findings
from planner.focus.check import Field, Finding, Severity, Span
from planner.focus.checks.target.for_everyone import crowd
from planner.focus.text.draft import Draft, Language
from planner.focus.text.genericness import FLAGGED, SHORTEST, Genericness, judge_genericness
from planner.focus.text.phrases import PhraseHit, phrase_hits, style_signs
from planner.focus.text.reader import NOT_ITS_READERS
from planner.focus.text.relevance import BriefWords, Relevance, judge_relevance, relevance_figure
from planner.focus.text.written import is_foreign, written
from planner.model.limits import Limit, excess, networks

DraftCheck = Callable[[Draft, BriefWords | None], list[Finding]]
"""A check of a draft's own words, with or without a brief."""

_TEXT_FIELDS = ("audience", "objective", "message")
_LIST_FIELDS = ("needs", "words", "places", "do", "dont", "not_for", "readers")
_BRIEFS_KEPT = 256
_SIGNALS_THAT_PRESS = 2
_DIGITS = 6


class _Judged(NamedTuple):
    """A draft with its brief and the brief's needs, and the figures that it has."""

    draft: Draft
    brief: BriefWords | None
    needs: tuple[str, ...]
    generic: Genericness
    relevance: Relevance | None


def verdict(row: Mapping[str, object]) -> dict[str, object]:
    """Judge one draft.

    Args:
        row: `id`, `lang`, `title`, `body`, and `brief` (its fields by name) if there is one; a field
            that is missing or null is empty, a language that is missing or unknown is guessed.

    Returns:
        `id`, `specificity` and `genericness` (0 to 1), `relevance` (0 to 1, or None without a brief)
        and `findings`, each with its check, severity, field, start and end.

    Raises:
        InputError: a field has another type than the contract says.
    """
    draft, network = _draft(row), _text(row, "network").strip().lower()
    brief, needs = _brief_of(row, draft.language)
    generic = judge_genericness(draft, explain=False)
    relevance = judge_relevance(draft, brief) if brief else None
    judged = _Judged(draft, brief, needs, generic, relevance)
    found = [*_findings(judged, network), *_too_long(network, draft.title, draft.body)]
    return {
        "id": row.get("id"),
        "specificity": round(generic.specificity, _DIGITS),
        "genericness": round(generic.genericness, _DIGITS),
        "relevance": round(relevance_figure(relevance.score), _DIGITS) if relevance else None,
        "findings": [_shown(draft, finding) for finding in found],
    }


def _draft(row: Mapping[str, object]) -> Draft:
    """The row's text, in the language it names, as `fr` or `en-GB`, else the one it is in, else French."""
    title, body = _text(row, "title"), _text(row, "body")
    code = _text(row, "lang").lower().replace("_", "-").partition("-")[0]
    if code == "fr" or code == "en":
        return Draft(title, body, "fr" if code == "fr" else "en")
    return written(title, body, "fr")


def _findings(judged: _Judged, network: str) -> Iterator[Finding]:
    draft, brief, needs, generic, relevance = judged
    if is_foreign(draft):
        yield Finding("unknown-language", Severity.SUGGESTION)
        return
    yield from _generic(draft, generic)
    yield from _target(relevance) if relevance else ()
    for check in DRAFT_CHECKS:
        yield from check(draft, brief)
    yield from text_findings(draft, brief, needs, network)


def _shown(draft: Draft, finding: Finding) -> dict[str, object]:
    span = finding.spans[0] if finding.spans else draft.whole
    return {
        "check": finding.check,
        "severity": str(finding.severity),
        "field": span.field,
        "start": span.start,
        "end": span.end,
    }


def _generic(draft: Draft, generic: Genericness) -> Iterator[Finding]:
    if generic.level in FLAGGED:
        severity = Severity.WARNING if generic.level == "generic" else Severity.SUGGESTION
        yield Finding("generic", severity, spans=tuple(sentence.span for sentence in judge_genericness(draft).empty))


def _target(relevance: Relevance) -> Iterator[Finding]:
    reader = tuple(span for span in (relevance.reader_span, relevance.big_span) if span)
    wrong = relevance.reader <= NOT_ITS_READERS
    if relevance.level:
        yield Finding("off-target", Severity(relevance.level), spans=reader if wrong or relevance.big else ())
    if relevance.off_limits:
        yield Finding("off-limits", Severity.WARNING, spans=relevance.off_limits.spans)
    if wrong or relevance.big:
        spans = reader if wrong else tuple(filter(None, (relevance.big_span,)))
        yield Finding("wrong-reader", Severity.WARNING, spans=spans)


def _buzz(draft: Draft, brief: BriefWords | None) -> list[Finding]:
    return _phrase_findings("buzz", phrase_hits(draft, "buzz"))


def _pushy(draft: Draft, brief: BriefWords | None) -> list[Finding]:
    hits = phrase_hits(draft, "pushy")
    signals = (*hits, *(style_signs(draft) if draft.word_count >= SHORTEST else ())) if hits else ()
    return _phrase_findings("pushy", signals if len(signals) >= _SIGNALS_THAT_PRESS else ())


def _impersonal(draft: Draft, brief: BriefWords | None) -> list[Finding]:
    hits = phrase_hits(draft, "impersonal") if draft.word_count >= SHORTEST else ()
    return _phrase_findings("impersonal", hits, Severity.SUGGESTION)


def _everyone(draft: Draft, brief: BriefWords | None) -> list[Finding]:
    span = crowd(draft, brief.readers if brief else ())
    return [Finding("for-everyone", Severity.WARNING, spans=(span,))] if span else []


def _too_long(network: str, title: str, body: str) -> list[Finding]:
    """What is over the limits of a network, by its key or its name; none where it is not known."""
    rules = networks().get(network)
    if rules is None:
        return []
    fields: tuple[tuple[Field, str, Sequence[Limit]], ...] = (
        ("title", title, rules.title),
        ("body", body.rstrip(), rules.text),
    )
    return [
        Finding("too-long", Severity.ERROR, spans=(Span(field, over.start, len(text)),))
        for field, text, limits in fields
        if (over := next((over for limit in limits if (over := excess(text, limit))), None))
    ]


def _next_step(draft: Draft, brief: BriefWords | None) -> list[Finding]:
    if draft.word_count < SHORTEST or phrase_hits(draft, "next_step"):
        return []
    return [Finding("no-next-step", Severity.SUGGESTION)]


def _phrase_findings(check: str, hits: tuple[PhraseHit, ...], severity: Severity = Severity.WARNING) -> list[Finding]:
    return [Finding(check, severity, spans=tuple(hit.span for hit in hits))] if hits else []


DRAFT_CHECKS: tuple[DraftCheck, ...] = (_everyone, _buzz, _pushy, _impersonal, _next_step)
"""The checks that need neither figure, in the order of their findings."""


def _text(row: Mapping[str, object], field: str) -> str:
    value = row.get(field)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise InputError("jsonl-line", detail=f"{field} is a {type(value).__name__}", field=field)
    return value


def _brief_of(row: Mapping[str, object], language: Language) -> tuple[BriefWords | None, tuple[str, ...]]:
    """The brief of a row and its needs; None when it has none or says nothing in it."""
    given = row.get("brief")
    if given is None:
        return None, ()
    if not isinstance(given, Mapping):
        raise InputError("jsonl-line", detail=f"brief is a {type(given).__name__}", field="brief")
    texts = tuple(" ".join(_strings(given, field)) for field in _TEXT_FIELDS)
    lists = tuple(_strings(given, field) for field in _LIST_FIELDS)
    brief = _brief(language, texts, lists)
    return (None, ()) if brief.empty else (brief, lists[0])


def _strings(brief: Mapping[str, object], field: str) -> tuple[str, ...]:
    value = brief.get(field)
    if value is None:
        return ()
    if isinstance(value, str):
        return (value,)
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise InputError("jsonl-line", detail=f"brief.{field} is no text", field=f"brief.{field}")
    return tuple(value)


@lru_cache(maxsize=_BRIEFS_KEPT)
def _brief(language: Language, texts: tuple[str, ...], lists: tuple[tuple[str, ...], ...]) -> BriefWords:
    audience, objective, message = texts
    needs, words, places, do, dont, not_for, readers = lists
    return BriefWords(
        language,
        audience=audience,
        needs=needs,
        words=words,
        places=places,
        objective=objective,
        message=message,
        do=do,
        dont=dont,
        not_for=not_for,
        readers=readers,
    )

"""Drafts that stand in no calendar, as files do: judged by a calendar's brief, or without any.

A file is read as a draft being written; what it says of itself (network, need, status …) is taken at its word,
and what it does not say is not held against it. So the checks of a record are asked only of a file that speaks of
the matter: `no-need` where a need is named, `no-way-home` where a purpose is, `no-date` never, since the day of a
post is planned in the calendar. One that says it is published or dropped is past, and not judged. Checks of the
calendar and its weeks are not asked at all.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from planner.desk.check import kept_findings
from planner.desk.desk import utc_now
from planner.focus import run
from planner.focus.judged import JudgedCalendar, JudgedPost
from planner.focus.text.draft import Draft
from planner.model.limits import networks
from planner.model.terms import SEVERITIES, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from planner.desk.desk import Desk
    from planner.model.calendar import Calendar
    from planner.model.card import KeptFinding
    from planner.model.network import Network
    from planner.model.terms import Language

ASKED_WHERE_SAID = {"no-need": "need", "no-way-home": "purpose", "no-date": "day"}
"""Checks of a post's record, each with what a file must say before it is asked."""
NEAR_NEED = 0.6
SHORTEST_BEGINNING = 3


@dataclass(frozen=True)
class Loose:
    """A text and what it says of itself.

    Attributes:
        title: as it is read.
        body: as it is read; spans are offsets in these two.
        said: `network` (a name or a key), `need` (its words, more or less), `status`, `purpose`, `link` and
            `next_step`, those that are said; an empty one is said too.
        language: the one it says it is in, None when it is to be guessed.
    """

    title: str
    body: str
    said: Mapping[str, str] = field(default_factory=dict)
    language: Language | None = None


@dataclass(frozen=True)
class Wanted:
    """Which findings are asked for: of these checks (all when empty), at this severity or above (any when "")."""

    checks: frozenset[str] = frozenset()
    least: str = ""

    def takes(self, check: str, severity: str) -> bool:
        """Whether a finding of this check and severity is asked for."""
        heavy = not self.least or SEVERITIES.index(severity) <= SEVERITIES.index(self.least)
        return heavy and (not self.checks or check in self.checks)

    def among(self, findings: Iterable[KeptFinding]) -> list[KeptFinding]:
        """Those that are asked for, in their order."""
        return [finding for finding in findings if self.takes(finding.check, finding.severity)]


def loose_judge(desk: Desk | None, language: Language) -> JudgedCalendar:
    """What drafts are judged by, made once for all of them.

    Args:
        desk: the calendar whose brief and own limit hold, or None for no brief at all.
        language: of a text that does not show its own, where there is no calendar to say it.
    """
    calendar = desk.calendar() if desk else _without_brief(language)
    known = replace(calendar, networks=[*calendar.networks, *_further_networks(calendar)])
    return run.judged_calendar(known, desk.today() if desk else utc_now().date())


def judge_loose(judge: JudgedCalendar, loose: Loose) -> list[KeptFinding]:
    """The findings of a draft, worst first."""
    from planner.model.post import Post

    post = Post(
        title=loose.title, body=loose.body, status=loose.said.get("status") or Status.DRAFT,
        purpose=loose.said.get("purpose", ""), link=loose.said.get("link", ""),
        next_step=loose.said.get("next_step", ""), network_id=_network(judge.calendar, loose.said.get("network", "")),
        need_id=_need(judge.calendar, loose.said.get("need", "")),
    )  # fmt: skip
    draft = Draft(post.title, post.body, loose.language) if loose.language else judge.draft(post)
    found = run.post_findings(JudgedPost(judge, post, draft, run.draft_score(draft)))
    silent = {check for check, said in ASKED_WHERE_SAID.items() if said not in loose.said}
    return kept_findings([finding for finding in found if finding.check not in silent], [])


def knows_network(judge: JudgedCalendar, said: str) -> bool:
    """Whether a file that names this network is judged by its limits."""
    return _network(judge.calendar, said) is not None


def _without_brief(language: Language) -> Calendar:
    from planner.model.brief import Brief
    from planner.model.calendar import Calendar

    return Calendar(Brief(language=language))


def _further_networks(calendar: Calendar) -> Iterator[Network]:
    """The networks whose limits are known and which the calendar does not hold, for a file that names one."""
    from planner.model.network import Network

    held = {network.key for network in calendar.networks}
    for number, rules in enumerate(networks().values(), 1):
        if rules.key not in held:
            yield Network(id=-number, name=rules.name, key=rules.key, kind=rules.kind, open=False)


def _network(calendar: Calendar, said: str) -> int | None:
    """The network of this name or key, the calendar's own first; else the first whose name begins so."""
    wanted = said.casefold().strip()
    named = (network for network in calendar.networks if wanted in (network.name.casefold(), network.key))
    begun = (network for network in calendar.networks if network.name.casefold().startswith(wanted))
    found = next(named, None) if wanted else None
    if found is None and len(wanted) >= SHORTEST_BEGINNING:
        found = next(begun, None)
    return found.id if found else None


def _need(calendar: Calendar, said: str) -> int | None:
    """The need of these words, or the one most like them."""
    words = {_plain(need.text): need.id for need in calendar.needs}
    near = get_close_matches(_plain(said), words, 1, NEAR_NEED)
    return words[near[0]] if near else None


def _plain(text: str) -> str:
    return " ".join("".join(letter if letter.isalnum() else " " for letter in text.casefold()).split())

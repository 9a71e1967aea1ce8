"""Judging a calendar, and a text while it is being typed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from planner.desk.mutes import anchor
from planner.focus import run
from planner.focus.judged import JudgedCalendar, JudgedPost
from planner.focus.memory import Memory, Remembered, digest, rules
from planner.focus.text.draft import Memory as Pieces
from planner.model.card import KeptFinding
from planner.store import judged, kept

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from planner.desk.desk import Desk
    from planner.focus.check import Finding
    from planner.model.post import Mute, Post

_MEMORIES: WeakKeyDictionary[Desk, Memory] = WeakKeyDictionary()


@dataclass(frozen=True)
class DraftJudge:
    """A calendar as it stood when an editor opened, ready to judge one text again and again.

    Attributes:
        calendar: what the text is judged against.
        post: the post being written, as it stood; a new draft when there is none.
        muted: the checks muted on the post, each with its reason.
        memory: the pieces of the text that were read before: while one types, only what changed is read again.
    """

    calendar: JudgedCalendar
    post: Post
    muted: Mapping[str, str]
    memory: Pieces = field(default_factory=Pieces)


def recheck(desk: Desk, breathe: Callable[[], None] | None = None) -> list[KeptFinding]:
    """Judge the whole calendar, keep the findings beside their posts and give them, worst first.

    Muted ones come last, with the reason. Nothing is kept in a calendar that refuses changes. When nothing changed
    since the last judgement, in this program or an earlier one, its findings are given; else a post is read again
    only when it, the brief or the rules changed. `breathe` is called before each post.

    Raises:
        CalendarError: the calendar is locked; the findings kept before are as they were.
    """
    today = desk.today()
    # Read first: what another window does meanwhile makes the mark of no use, rather than wrong.
    revision = judged.revision(desk.database)
    mark = digest(rules(), str(today), str(revision))
    if mark == judged.checked(desk.database):
        return desk.all_findings()
    calendar, memory = desk.calendar(), _memory(desk)
    found = kept_findings(run.findings(calendar, today, memory, breathe), calendar.mutes)
    if not desk.readonly:
        fresh = [(post, *memory.posts[post]) for post in sorted(memory.fresh)]
        kept.keep(desk.database, found, kept.Made(fresh, mark, revision))
        memory.fresh.clear()
    return found


def kept_findings(found: Sequence[Finding], mutes: Sequence[Mute]) -> list[KeptFinding]:
    """The findings as they are kept: worst first, muted ones last with the mute's reason."""
    reasons = {muted_at(mute.post_id, mute.check, str(mute.finding_day or "")): mute.reason for mute in mutes}
    ordered = sorted(found, key=lambda finding: (finding_muted(finding, reasons) != "", finding.severity.rank))
    return [
        KeptFinding(
            check=finding.check,
            severity=str(finding.severity),
            message=finding.message,
            values=dict(finding.values),
            spans=[(span.field, span.start, span.end) for span in finding.spans],
            post=finding.post,
            day=finding.day,
            muted=finding_muted(finding, reasons),
        )
        for finding in ordered
    ]


def finding_muted(finding: Finding, reasons: Mapping[tuple[int | None, str, str], str]) -> str:
    """The reason for which a finding is muted, or ""."""
    return reasons.get(muted_at(finding.post, finding.check, anchor(finding)), "")


def muted_at(post: int | None, check: str, day: str) -> tuple[int | None, str, str]:
    """What a mute silences: a check on a post whatever the day, else a check at a day or on the calendar."""
    return post, check, "" if post is not None else day


def draft_judge(desk: Desk, post: int | None = None) -> DraftJudge:
    """What `judge_text` needs, made once when an editor opens on a post, or on a new one.

    Raises:
        InputError: `record-missing` when the post is gone.
    """
    from planner.model.post import Post
    from planner.model.terms import Status

    calendar = desk.calendar()
    standing = run.judged_calendar(calendar, desk.today(), _memory(desk))
    record = desk.post(post) if post is not None else Post(status=Status.DRAFT)
    muted = {mute.check: mute.reason for mute in calendar.mutes if mute.post_id == post}
    return DraftJudge(standing, record, muted)


def judge_text(context: DraftJudge, title: str, body: str, **fields: Any) -> list[Finding]:
    """The findings of a text as it stands in an editor, muted ones included, worst first.

    Args:
        context: made by `draft_judge`.
        title: as typed.
        body: as typed; spans are offsets in these two.
        fields: other fields of the post as chosen in the editor, such as `need_id`, `network_id`, `status`.
    """
    post = context.post.model_copy(update={"title": title, "body": body, **fields})
    draft = context.calendar.draft(post, context.memory)
    found = run.post_findings(JudgedPost(context.calendar, post, draft, run.draft_score(draft)))
    return sorted(found, key=lambda finding: finding.severity.rank)


def _memory(desk: Desk) -> Memory:
    """What is known of each post: kept beside the posts, and read once a desk."""
    known = _MEMORIES.get(desk)
    if known is None:
        known = Memory({row[0]: Remembered(*row[1:]) for row in judged.judged(desk.database)})
        _MEMORIES[desk] = known
    return known

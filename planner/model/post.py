"""A post: one piece for one network; and the mutes laid on its findings."""

import datetime

from pydantic import NaiveDatetime
from sqlmodel import Field, SQLModel

from planner.model.terms import Purpose, Status


class Post(SQLModel, table=True):
    """One piece for one network, dated or not.

    `day` and `time` are wall time in `zone` (the calendar's when ""). Minutes are what the post costs:
    preparing, publishing, answering. `deleted` is the day it went to the bin, where it stays 30 days. `repeat`
    says that the same subject comes again on purpose.
    """

    id: int | None = Field(default=None, primary_key=True)
    uid: str = ""
    title: str = ""
    body: str = ""
    network_id: int | None = Field(default=None, foreign_key="network.id")
    status: str = Status.IDEA
    purpose: str = Purpose.HELP
    need_id: int | None = Field(default=None, foreign_key="need.id")
    day: datetime.date | None = None
    time: datetime.time | None = None
    zone: str = ""
    next_step: str = ""
    link: str = ""
    note: str = ""
    prepare_minutes: int = 45
    publish_minutes: int = 10
    reply_minutes: int = 30
    deleted: datetime.date | None = None
    repeat: bool = False


class Mute(SQLModel, table=True):
    """A finding silenced with a reason, on `day`; `check` is the check's name.

    It is a finding on a post, or beside the posts: of the week or the day `finding_day`, or of the calendar when
    that is None.
    """

    id: int | None = Field(default=None, primary_key=True)
    post_id: int | None = Field(default=None, foreign_key="post.id")
    check: str = ""
    reason: str = ""
    day: datetime.date | None = None
    finding_day: datetime.date | None = None


class Stamp(SQLModel, table=True):
    """When a record last changed, for calendars elsewhere: it only ever grows, and undo does not turn it back.

    `sequence` is the SEQUENCE of RFC 5545 3.8.7.4, raised when start, end, rule or status change;
    `revision` is the calendar's revision at the last change; `changed_at` is UTC.
    """

    record: str = Field(primary_key=True)
    id: int = Field(primary_key=True)
    sequence: int = 0
    revision: int = 0
    created_at: NaiveDatetime
    changed_at: NaiveDatetime

"""A single foreign event as a post: a draft on its day, with its words and its link."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from planner.desk.bundle import SHORTEST, first_words
from planner.desk.ics_here import NINE, Outcome, Write
from planner.desk.ics_record import post_of, post_written_over, same_link, taken, told_only, without_told
from planner.desk.values import MOST_MINUTES, checked
from planner.errors import InputError
from planner.exchange.ics.text import one_line, web_address
from planner.model.gate import clean_line, clean_text
from planner.model.links import tagged_for
from planner.model.terms import Status
from planner.model.when import instant, wall_time

if TYPE_CHECKING:
    from planner.desk.ics_here import Here
    from planner.errors import PlannerError
    from planner.exchange.ics.foreign import ForeignEvent
    from planner.exchange.ics.record import Record
    from planner.model.post import Post


def post_outcome(event: ForeignEvent, uid: str, record: Record | None, here: Here) -> Outcome:
    """What a single event comes to.

    Raises:
        InputError: why it cannot be taken in.
    """
    standing = here.posts.get(uid)
    if standing is not None and standing.deleted is not None:
        return Outcome("same", "post", (InputError("event-in-bin"),))
    if event.status == "CANCELLED" and not (record and record.status == Status.DROPPED):
        return _cancelled(event, uid, standing, here)
    if record:
        said, told = post_of(event, record, here)
        if standing is not None:
            said = post_written_over(event, record, said, here) or told_only(said)
        values = taken("post", said)
    elif standing:
        values, told = checked("post", _differing(event, standing, here)), []
    else:
        values, told = checked("post", _fresh(event, here)), _told(event)
    if standing:
        return here.compared("post", standing, values, event, *told)
    return Outcome("new", "post", tuple(told), (Write("post", uid, values, event),))


def _cancelled(event: ForeignEvent, uid: str, standing: Post | None, here: Here) -> Outcome:
    """Called off there: dropped here, if it stands here on a day; ours that was taken away here already is no news."""
    if standing is None:
        return here.called_off("post", uid)
    if standing.day is None:
        return Outcome("same", "post")
    return here.compared("post", standing, {"status": str(Status.DROPPED)}, event)


def _fresh(event: ForeignEvent, here: Here) -> dict[str, Any]:
    if event.start is None:
        raise InputError("event-no-day")
    place = here.place(event.start)
    values: dict[str, Any] = {
        "title": clean_line(event.summary, "title"),
        "body": clean_text(event.description, "body"),
        "link": clean_line(event.url, "link"),
        "day": place.day,
        "time": place.at,
        "zone": place.zone,
        "status": event.planner_status if event.planner_status in tuple(Status)[1:] else str(Status.DRAFT),
        "network_id": here.network_of(event),
    }
    if place.at is not None and event.minutes and event.minutes > 0:
        values["publish_minutes"] = min(event.minutes, MOST_MINUTES)
    return values


def _told(event: ForeignEvent) -> list[PlannerError]:
    """What of a foreign event is not kept, or was guessed."""
    told: list[PlannerError] = []
    if event.guessed:
        told.append(InputError("event-letters-guessed"))
    if event.start is not None and event.start.at is None:
        told.append(InputError("event-whole-day", time=NINE.isoformat("minutes")))
    if event.minutes is not None and (event.minutes < 0 or event.minutes > MOST_MINUTES):
        told.append(InputError("event-length"))
    return told


def _differing(event: ForeignEvent, standing: Post, here: Here) -> dict[str, Any]:
    """What the event says otherwise than an export of the post would have said it."""
    said: dict[str, Any] = {}
    shown = standing.title or first_words(standing.body)
    title = clean_line(event.summary, "title")
    if title and title != one_line(shown).strip() and (shown or here.networks is None):
        said["title"] = title
    need = here.calendar.need(standing.need_id)
    link = tagged_for(standing.link, here.calendar.network(standing.network_id), here.calendar.brief.campaign)
    told = (standing.next_step, standing.link, link, need.text if need else "")
    body = clean_text(event.description, "body")
    if standing.body.strip("\n") not in (body.strip("\n"), without_told(body, told).strip("\n")):
        said["body"] = without_told(body, told) if any(told) else body
    url = clean_line(event.url, "link")
    if url not in ("", link, web_address(link)) and not same_link(url, standing.link):
        said["link"] = url
    return {**said, **_moved(event, standing, here)}


def _moved(event: ForeignEvent, standing: Post, here: Here) -> dict[str, Any]:
    """Another day, hour or length than the post's; a whole day says nothing of the hour."""
    if event.start is None:
        return {}
    place = here.place(event.start, zone=standing.zone)
    said: dict[str, Any] = {}
    if place.at is None:
        return {"day": place.day}
    if standing.day is None or instant(wall_time(standing.day, standing.time), standing.zone or here.own_zone) != (
        instant(datetime.combine(place.day, place.at), place.zone or here.own_zone)
    ):
        said = {"day": place.day, "time": place.at, "zone": place.zone}
    shown = max(standing.publish_minutes, SHORTEST) if here.own_file else standing.publish_minutes
    if event.minutes and 0 < event.minutes <= MOST_MINUTES and event.minutes not in (shown, SHORTEST):
        said["publish_minutes"] = event.minutes
    return said

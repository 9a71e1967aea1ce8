"""A sound calendar on which nothing is found, good posts for it, and one plant for each check of the calendar.

A plant makes exactly one fault in a sound calendar; its fix is the sound calendar. The dates are told in days from
`build.TODAY`, a Monday: posts stand on Tuesdays and Thursdays, the letter on two Thursdays.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta
from typing import TYPE_CHECKING, Any

from planner.model.result import Result
from planner.model.review import Review
from planner.model.slot import Slot
from tests.focus import build
from tests.focus.good_texts import TEXTS

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from planner.model.calendar import Calendar
    from planner.model.network import Network
    from planner.model.post import Post

    Plant: TypeAlias = Callable[[Calendar], Calendar]

HOME = "https://chantier-paye.example/lettre"
PAST = (-27, -25, -20, -18, -13, -11, -6, -4)
AHEAD = (1, 3, 8, 10, 15, 17, 22, 24)
LETTERS = (10, 24)
OFFER, TALKS = 24, (3, 15)
CRITERION = "3 quotes"
CLOSING = {"fr": "La lettre de neuf lignes est au bout du lien.", "en": "The letter of nine lines is behind the link."}
PLACES = {"fr": ["LinkedIn", "lettre", "X"], "en": ["LinkedIn", "newsletter", "X"]}


NEEDS = (1, 2, 3, 4, 5, 1, 2, 3, 1, 5, 2, 2, 4, 1)
"""The need that each text answers."""


def good(language: str, number: int, days: int, network: str = "linkedin", **fields: Any) -> Post:
    """One of the good texts as a draft so many days from today, with a way home and a next step."""
    title, body = TEXTS[language][number]
    chosen: dict[str, Any] = {
        "need_id": NEEDS[number], "link": HOME, "day": build.TODAY + timedelta(days=days), "time": time(9),
        "prepare_minutes": 20, "publish_minutes": 5, "reply_minutes": 10, "uid": f"{network}-{days}-{number}",
    }  # fmt: skip
    return build.post(body, title, network, **{**chosen, **fields})


def pool(language: str) -> range:
    """The numbers of the good texts that stand nowhere in the sound calendar."""
    return range(len(AHEAD) + 1, len(TEXTS[language]))


def sound(language: str) -> Calendar:
    """Two months of a careful consultant's work, on the brief of `build`: nothing is found in it on `build.TODAY`."""
    return build.calendar(
        language,
        [*_past(language), *_ahead(language)],
        brief_fields={"posts_per_week": 2},
        networks=_networks(),
        slots=_slots(),
        results=[
            Result(id=number, day=build.TODAY + timedelta(days=days), indicator="visits", figure=12, post_id=number)
            for number, days in enumerate((day + 3 for day in PAST), 1)
        ],
        reviews=[
            Review(id=1, day=build.TODAY - timedelta(days=7), decision="keep", held=build.TODAY - timedelta(days=7)),
            Review(id=2, day=build.TODAY + timedelta(days=50), question="?"),
        ],
    )


def _past(language: str) -> list[Post]:
    last = good(language, len(AHEAD), PAST[-1], status="published")
    titles = [f"{number}." for number in range(1, len(PAST))]
    earlier = [
        build.on(days, title=title, status="published", need_id=number % 5 + 1, uid=f"past-{number}")
        for number, (days, title) in enumerate(zip(PAST, titles, strict=False))
    ]
    return [*earlier, last]


def _ahead(language: str) -> list[Post]:
    return [
        good(
            language,
            number,
            days,
            "newsletter" if days in LETTERS else "linkedin",
            purpose="offer" if days == OFFER else "discuss" if days in TALKS else "help",
        )
        for number, days in enumerate(AHEAD)
    ]


def _networks() -> list[Network]:
    networks = build.networks(per_week=1.5, criterion=CRITERION)
    for network in networks:
        network.open = network.key in ("linkedin", "newsletter")
    return networks


def _slots() -> list[Slot]:
    first = build.TODAY - timedelta(days=28)
    weekly = (("prepare", 0, 9, 60, "MO"), ("reply", 0, 17, 20, "MO,TU,WE,TH,FR"), ("listen", 2, 12, 30, "WE"))
    return [
        Slot(
            id=number, uid=kind, kind=kind, day=first + timedelta(days=days), time=time(hour), minutes=minutes,
            rule=f"FREQ=WEEKLY;BYDAY={weekdays}",
        )
        for number, (kind, days, hour, minutes, weekdays) in enumerate(weekly, 1)
    ]  # fmt: skip


def at(calendar: Calendar, days: int) -> Post:
    """The first post that stands so many days from today."""
    return next(post for post in calendar.posts if post.day == build.TODAY + timedelta(days=days))


def adding(calendar: Calendar, *posts: Post) -> Calendar:
    """The calendar with more posts; they get the next identifiers."""
    for number, post in enumerate(posts, max((post.id or 0 for post in calendar.posts), default=0) + 1):
        post.id = number
    return replace(calendar, posts=[*calendar.posts, *posts])


def _in_brief(**fields: Any) -> Plant:
    """A plant that changes fields of the brief; what is a table is chosen by the language."""

    def plant(calendar: Calendar) -> Calendar:
        for name, value in fields.items():
            said = value[calendar.brief.language] if isinstance(value, dict) else value
            setattr(calendar.brief, name, said)
        return calendar

    return plant


def _on_post(days: int, **fields: Any) -> Plant:
    """A plant that changes fields of the post of a day."""

    def plant(calendar: Calendar) -> Calendar:
        post = at(calendar, days)
        for name, value in fields.items():
            setattr(post, name, value)
        return calendar

    return plant


def _skipping(kind: str, days: int) -> Plant:
    """A plant that skips one occurrence of a slot."""

    def plant(calendar: Calendar) -> Calendar:
        slot = next(slot for slot in calendar.slots if slot.kind == kind)
        slot.skipped = [*slot.skipped, (build.TODAY + timedelta(days=days)).isoformat()]
        return calendar

    return plant


def _on_posts_ahead(change: Callable[[Post], None]) -> Plant:
    """A plant that changes each post from today on."""

    def plant(calendar: Calendar) -> Calendar:
        for post in calendar.planned(build.TODAY, build.TODAY + timedelta(days=60)):
            change(post)
        return calendar

    return plant


def _set(**fields: Any) -> Callable[[Post], None]:
    def change(post: Post) -> None:
        for name, value in fields.items():
            setattr(post, name, value)

    return change


def _no_longer(*days: int) -> Plant:
    """A plant that takes the posts of these days away."""
    gone = {build.TODAY + timedelta(days=day) for day in days}
    return lambda calendar: replace(calendar, posts=[post for post in calendar.posts if post.day not in gone])


def _many_networks(calendar: Calendar) -> Calendar:
    """Two posts in the coming weeks on X, where the readers are as well; no network has a criterion to meet."""
    calendar.networks[0].criterion = ""
    for days in (1, 8):
        at(calendar, days).network_id = 2
    return _in_brief(places=PLACES)(calendar)


def _early(calendar: Calendar) -> Calendar:
    """A post on X after the next 28 days: too late to be one network too many, too early for X."""
    language = calendar.brief.language
    calendar.networks[0].criterion = CRITERION
    return adding(_in_brief(places=PLACES)(calendar), good(language, 9, 29, "x"))


def _flood(calendar: Calendar) -> Calendar:
    language = calendar.brief.language
    return adding(
        calendar, *(good(language, number, day, time=time(15)) for number, day in ((10, 0), (11, 2), (12, 4)))
    )


def _copied(calendar: Calendar) -> Calendar:
    at(calendar, 10).body = at(calendar, 1).body
    return calendar


def _same_subject(calendar: Calendar) -> Calendar:
    at(calendar, -6).title = at(calendar, 22).title
    return calendar


def _asking(calendar: Calendar) -> Calendar:
    at(calendar, 22).purpose = "offer"
    return calendar


def _only_telling(calendar: Calendar) -> Calendar:
    """No post of the fortnight is meant to open a discussion, and none ends with its question."""
    closing = CLOSING[calendar.brief.language]
    for post in calendar.planned(build.TODAY, build.TODAY + timedelta(days=13)):
        post.purpose, post.body = "help", f"{post.body.rstrip()} {closing}"
    return calendar


def _forgotten(calendar: Calendar) -> Calendar:
    for post in calendar.posts:
        post.need_id = 4 if post.need_id == 5 else post.need_id
    return calendar


def _unmeasured(calendar: Calendar) -> Calendar:
    return replace(calendar, results=[result for result in calendar.results if result.post_id != 5])


def _thin_network(calendar: Calendar) -> Calendar:
    calendar.networks[0].per_week = 5.0
    return calendar


def _no_review(calendar: Calendar) -> Calendar:
    return replace(calendar, reviews=[review for review in calendar.reviews if review.held])


PLANTS: dict[str, Plant] = {
    "rented-only": _on_posts_ahead(_set(network_id=1)),
    "vague-goal": _in_brief(target_figure=None),
    "means-as-goal": _in_brief(
        indicator="",
        unit={"fr": "publications", "en": "posts"},
        objective={"fr": "Être présent sur LinkedIn", "en": "Be present on LinkedIn"},
    ),
    "vanity-goal": _in_brief(indicator="followers"),
    "broad-audience": _in_brief(audience={"fr": "Tous les entrepreneurs", "en": "All small businesses"}),
    "thin-brief": lambda calendar: _in_brief(words=calendar.brief.words[:9])(calendar),
    "too-many-networks": _many_networks,
    "early-network": _early,
    "thin-network": _thin_network,
    "late": _on_post(PAST[-1], status="ready"),
    "silence": _no_longer(15, 17),
    "flood": _flood,
    "over-hours": _on_post(1, prepare_minutes=240),
    "no-listening": _skipping("listen", 9),
    "no-reply-time": _skipping("reply", 8),
    "no-preparation": _skipping("prepare", 7),
    "clash": _on_post(24, day=build.TODAY + timedelta(days=21), time=time(9, 30)),
    "copied": _copied,
    "same-subject": _same_subject,
    "too-much-asking": _asking,
    "one-way": _only_telling,
    "need-forgotten": _forgotten,
    "need-overdone": _on_posts_ahead(_set(need_id=1)),
    "unmeasured": _unmeasured,
    "no-review": _no_review,
}
"""Each check of the calendar with its plant; one after the other, in this order, they all stand together."""

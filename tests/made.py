"""Calendars for tests: a clock that stands still until it is told to tick, a fresh desk, a filled one."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from planner.desk import brief, listening, mutes, posts
from planner.desk.desk import Desk, new_calendar

if TYPE_CHECKING:
    from pathlib import Path

MONDAY = date(2026, 11, 23)
BODY = 'Un chantier, deux devis.\n\n  [/promo] « """ » \\ #hash [@click=app.quit] \u202eabc\u202c 🧱\n'


class Clock:
    """The moment a desk believes in, in naive UTC."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 23, 8)

    def __call__(self) -> datetime:
        return self.moment

    def tick(self, minutes: int = 1) -> None:
        self.moment += timedelta(minutes=minutes)


def fresh(folder: Path, name: str = "a", clock: Clock | None = None) -> Desk:
    """An empty calendar in French, in Paris."""
    return new_calendar(folder / f"{name}.planner", "fr", "Europe/Paris", "Essai", clock or Clock())


def fill(desk: Desk) -> Desk:
    """At least one record of every kind, one post in the bin, one idea, one dropped."""
    _write_brief(desk)
    linkedin = brief.add_network(desk, name="LinkedIn", key="linkedin", per_week=1.0).id
    letter = brief.add_network(desk, name="La lettre", kind="owned").id
    brief.add_slot(desk, kind="publish", network_id=linkedin, day=MONDAY, time=time(9), rule="FREQ=WEEKLY;BYDAY=TU")
    brief.add_slot(desk, kind="review", day=MONDAY, time=time(17), minutes=60, skipped=["2026-12-28"])
    need = desk.calendar().needs[0].id
    first = posts.plan(
        desk,
        title="Retenue",
        body=BODY,
        network_id=linkedin,
        need_id=need,
        day=MONDAY,
        link="https://a.example/b",
    ).id
    posts.plan(desk, title="Une idée")
    posts.set_status(desk, posts.plan(desk, title="Non", day=MONDAY, network_id=letter).id, "dropped")
    posts.delete(desk, posts.plan(desk, title="Corbeille", day=MONDAY + timedelta(days=3)).id)
    posts.set_status(desk, posts.plan(desk, body="# Prête\nà lire", day=MONDAY + timedelta(days=1)).id, "ready")
    mutes.mute(desk, first, "generic", "c'est voulu")
    mutes.mute_beside(desk, "vague-goal", "à dire en janvier")
    mutes.mute_beside(desk, "over-hours", "une semaine à part", "2026-12-07")
    person = listening.note(desk, "person", name="Driss", stage="client", promise_due="2026-12-01").id
    listening.note(
        desk,
        "question",
        words="Et si le client fait le mort ?",
        need_id=need,
        post_id=first,
        person_id=person,
    )
    listening.note(desk, "result", day=MONDAY, indicator="requests", figure=2, post_id=first, network_id=linkedin)
    listening.note(desk, "review", day="2026-12-31", question="Garder LinkedIn ?")
    given_to_others(desk)
    return desk


def given_to_others(desk: Desk) -> None:
    """Let other calendars have been given all that stands and stood here."""
    with desk.database.writing() as connection:
        connection.execute("INSERT INTO handed_out (first, last) VALUES ('2000-01-01', '2100-01-01')")


def _write_brief(desk: Desk) -> None:
    brief.write_brief(
        desk,
        needs=["Comment être payé ?", "Que répondre à un décompte ?"],
        audience="Patrons du bâtiment du Rhône",
        portrait="Levé à 6 h.\nLit dans le fourgon.",
        objective="Huit demandes de devis",
        indicator="requests",
        start_figure=0,
        target_figure=8,
        due="2027-03-31",
        words=["retenue de garantie"],
        readers=["juristes"],
        checks_off=["buzz"],
        severities=["no-next-step=warning"],
        closed_days=["SA", "SU"],
    )

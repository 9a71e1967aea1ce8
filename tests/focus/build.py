"""Small calendars to judge: one brief a language, and posts that say no more than a test needs."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Any

from planner.model.brief import Brief, Need
from planner.model.calendar import Calendar
from planner.model.network import Network
from planner.model.post import Post
from planner.model.review import Review
from planner.model.slot import Slot

if TYPE_CHECKING:
    from collections.abc import Sequence

TODAY = date(2026, 1, 19)
"""A Monday."""

NETWORKS = (
    "linkedin",
    "x",
    "facebook",
    "instagram",
    "threads",
    "bluesky",
    "mastodon",
    "youtube",
    "newsletter",
)
"""Keys of the networks of every calendar built here: the first has the identifier 1, and so on."""

_BRIEFS: dict[str, dict[str, Any]] = {
    "fr": {
        "audience": "Artisans du bâtiment, maçons, plombiers, menuisiers, souvent seuls ou à deux, qui "
        "avancent la trésorerie de leurs petits chantiers",
        "not_for": ["promoteurs immobiliers", "syndics de copropriété"],
        "words": [
            "retenue de garantie", "devis", "acompte", "facture", "chantier", "réception", "réserves",
            "décompte", "relance", "mise en demeure", "maître d'œuvre", "sous-traitant", "avenant",
            "trésorerie", "solde",
        ],
        "places": ["LinkedIn", "lettre"],
        "objective": "Recevoir 8 demandes de devis par trimestre venues du site",
        "unit": "demandes de devis",
        "message": "Un chantier bien écrit est un chantier payé.",
        "do": ["Une lettre à recopier", "Un cas de chantier raconté", "Un délai à noter"],
        "dont": ["Politique et élections", "Conseils médicaux"],
        "country": "FR",
        "owned": ["https://chantier-paye.example", "La lettre du chantier"],
    },
    "en": {
        "audience": "Builders, plumbers and joiners, often alone or in twos, who carry the cash flow of "
        "their small jobs",
        "not_for": ["property developers", "housing associations"],
        "words": [
            "retention", "quote", "deposit", "invoice", "building site", "handover", "snag list",
            "final account", "reminder", "late payment", "architect", "subcontractor", "variation",
            "cash flow", "balance",
        ],
        "places": ["LinkedIn", "newsletter"],
        "objective": "Receive 8 requests for a quote a quarter from the site",
        "unit": "requests for a quote",
        "message": "A job that is well written down is a job that gets paid.",
        "do": ["A letter to copy", "A job told as it happened", "A deadline to write down"],
        "dont": ["Party politics and elections", "Medical advice"],
        "country": "GB",
        "owned": ["https://chantier-paye.example", "The building letter"],
    },
}  # fmt: skip
_NEEDS = {
    "fr": (
        "Comment récupérer ma retenue de garantie de 5 % ?",
        "Que faire quand un client ne paie pas sa facture ?",
        "Comment chiffrer un devis sans oublier mes heures ?",
        "Faut-il demander un acompte avant de commander les matériaux ?",
        "Qui prévenir quand le chantier prend du retard ?",
    ),
    "en": (
        "How do I get my 5% retention back?",
        "What do I do when a client does not pay the invoice?",
        "How do I price a quote without forgetting my hours?",
        "Should I ask for a deposit before ordering materials?",
        "Whom do I warn when the job runs late?",
    ),
}


def brief(language: str = "fr", **fields: Any) -> Brief:
    """The brief of a consultant for builders, with a measurable objective."""
    sound: dict[str, Any] = {
        "language": language, "indicator": "requests", "start_figure": 2, "target_figure": 8,
        "due": date(2026, 6, 30), "network_budget": 1, "posts_per_week": 1, "hours_per_week": 4, "closed_days": ["SU"],
    }  # fmt: skip
    return Brief(**{**sound, **_BRIEFS[language], **fields})


def calendar(language: str = "fr", posts: Sequence[Post] = (), **more: Any) -> Calendar:
    """A calendar with the brief, its needs and the networks; posts get identifiers in their order.

    `more` are fields of the calendar; `brief_fields` change the brief.
    """
    changed = more.pop("brief_fields", {})
    for number, item in enumerate(posts, 1):
        item.id = number
    return Calendar(
        **{
            "brief": brief(language, **changed),
            "needs": [Need(id=number, text=text) for number, text in enumerate(_NEEDS[language], 1)],
            "networks": networks(),
            "posts": list(posts),
            **more,
        }
    )


def networks(**fields: Any) -> list[Network]:
    """One network for each of `NETWORKS`; `fields` change the first."""
    found = [
        Network(id=number, name=key.title(), key=key, kind="owned" if key == "newsletter" else "rented")
        for number, key in enumerate(NETWORKS, 1)
    ]
    for name, value in fields.items():
        setattr(found[0], name, value)
    return found


def post(body: str = "", title: str = "", network: str = "linkedin", **fields: Any) -> Post:
    """A draft on the first need, unless told otherwise."""
    chosen: dict[str, Any] = {"status": "draft", "need_id": 1, "network_id": NETWORKS.index(network) + 1}
    return Post(title=title, body=body, **{**chosen, **fields})


def on(days: int, network: str = "linkedin", **fields: Any) -> Post:
    """A post so many days from today, without a text."""
    return post(network=network, day=TODAY + timedelta(days=days), time=time(9), **fields)


def older(*posts: Post) -> list[Post]:
    """The posts after four published last autumn: their calendar is no longer young."""
    return [*(on(days, status="published") for days in (-100, -93, -86, -79)), *posts]


def slot(kind: str, days: int = 0, minutes: int = 30, rule: str = "", **fields: Any) -> Slot:
    """A slot that begins so many days from today."""
    return Slot(kind=kind, day=TODAY + timedelta(days=days), time=time(9), minutes=minutes, rule=rule, **fields)


def review(days: int, held: bool = False) -> Review:
    """A review so many days from today, held or not."""
    day = TODAY + timedelta(days=days)
    return Review(day=day, held=day if held else None, decision="keep" if held else "")

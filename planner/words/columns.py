"""What the columns of a table are called, and the words by which a table of others may call them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.model.terms import LANGUAGES, Purpose, Status
from planner.words import speak, spoken, terms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

ALSO_CALLED = {
    "title": ("title", "titre", "subject", "sujet", "objet", "headline"),
    "network": ("network", "réseau", "channel", "canal", "platform", "plateforme", "media", "média", "categories"),
    "status": ("status", "statut", "state", "état"),
    "purpose": ("purpose", "intention", "intent", "goal"),
    "need": ("need", "besoin", "question"),
    "day": (
        *("day", "jour", "date", "publication date", "date de publication", "due date", "échéance"),
        *("start date", "date de début"),
    ),
    "time": (*("time", "heure", "hour", "publication time", "heure de publication", "start time", "heure de début"),),
    "zone": ("zone", "time zone", "timezone", "fuseau", "fuseau horaire"),
    "next_step": ("next step", "suite", "call to action", "cta", "appel à l'action"),
    "link": ("link", "lien", "url", "address", "adresse"),
    "body": (
        *("body", "corps", "text", "texte", "content", "contenu", "post", "message", "copy", "caption", "légende"),
        "description",
    ),
    "note": ("note", "notes", "remarque", "remarques", "comment", "comments", "commentaire"),
    "uid": ("uid",),
}
"""Names that tables of others give their columns; they are read, never shown.

`id` is not among them: it counts lines in most tables, and the line 1 of a second table is not the post of the first.
"""
STATUS_ALSO = {
    **dict.fromkeys(("idées", "ideas"), "idea"),
    **dict.fromkeys(("brouillons", "drafts"), "draft"),
    **dict.fromkeys(("prêt", "prêts", "prêtes", "scheduled", "planned"), "ready"),
    **dict.fromkeys(("planifié", "planifiée", "planifiés", "planifiées"), "ready"),
    **dict.fromkeys(("programmé", "programmée", "programmés", "programmées"), "ready"),
    **dict.fromkeys(("publié", "publiés", "publiées", "posted"), "published"),
    **dict.fromkeys(("abandonné", "abandonnés", "abandonnées"), "dropped"),
}
"""Words of others for a status; those of planner's own are known beside them."""


def table_words(columns: Iterable[str], language: str = "") -> dict[str, dict[str, str]]:
    """The words of a table in a language, the spoken one when "": `columns`, `statuses` and `purposes`, by key."""
    return _speaking(language or spoken(), lambda: {
        "columns": {key: terms.field(key) for key in columns},
        "statuses": {str(status): terms.status(status) for status in Status},
        "purposes": {str(purpose): terms.purpose(purpose) for purpose in Purpose},
    })  # fmt: skip


def known_words(columns: Iterable[str]) -> dict[str, dict[str, str]]:
    """Every word that may be read, by what it is for; what `planner.desk.bring_posts.Names` takes."""
    keys = tuple(columns)
    known: dict[str, dict[str, str]] = {
        "columns": {word: key for key, words in ALSO_CALLED.items() for word in words},
        "statuses": dict(STATUS_ALSO),
        "purposes": {},
    }
    for language in LANGUAGES:
        for kind, called in table_words(keys, language).items():
            known[kind] |= {word: key for key, word in called.items()} | {key: key for key in called}
        called = table_words(keys, language)["purposes"]
        known["purposes"] |= {word.split()[-1]: key for key, word in called.items()}
    return known


def _speaking(language: str, told: Callable[[], dict[str, dict[str, str]]]) -> dict[str, dict[str, str]]:
    own = spoken()
    try:
        speak(language)
        return told()
    finally:
        speak(own)

"""The indicators that the ladder knows, as they are typed and shown; one's own word stays as it is."""

from __future__ import annotations

import unicodedata

from planner.words import spoken

NAMES = {
    "sales": {"fr": "ventes", "en": "sales"},
    "requests": {"fr": "demandes", "en": "requests"},
    "visits": {"fr": "visites", "en": "visits"},
    "conversations": {"fr": "conversations", "en": "conversations"},
    "subscribers": {"fr": "personnes inscrites à la lettre", "en": "newsletter subscribers"},
    "followers": {"fr": "personnes abonnées", "en": "followers"},
    "likes": {"fr": "mentions «\u00a0j’aime\u00a0»", "en": "likes"},
    "views": {"fr": "vues", "en": "views"},
}
"""What each rung is called: a person may type either language, whichever is spoken."""


def indicator_typed(text: str) -> str:
    """The rung that the words name, in French, in English or by its key; else the words."""
    asked = _folded(text)
    return next((key for key, names in NAMES.items() if asked in {key, *map(_folded, names.values())}), text)


def indicator_shown(indicator: str) -> str:
    """The name of a rung in the language spoken; one's own word as it is."""
    return NAMES[indicator][spoken()] if indicator in NAMES else indicator


def _folded(text: str) -> str:
    letters = unicodedata.normalize("NFD", " ".join(text.casefold().split()))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))

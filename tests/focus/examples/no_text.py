"""`no-text`: posts called ready with nothing under their title, and posts that are not, or have a text."""

from __future__ import annotations

from datetime import date

from tests.focus.build import post

_DAY = date(2026, 2, 3)

FIRES = {
    "fr": [
        post(title="La retenue de garantie", status="ready", day=_DAY),
        post("   \n\n  ", title="Le décompte à relire", status="ready", day=_DAY),
        post(status="ready", day=_DAY),
        post(title="La lettre de février", network="newsletter", status="ready"),
    ],
    "en": [
        post(title="The retention", status="ready", day=_DAY),
        post("   \n\n  ", title="A final account to read again", status="ready", day=_DAY),
        post(status="ready", day=_DAY),
        post(title="The February letter", network="newsletter", status="ready"),
    ],
}
PASSES = {
    "fr": [
        post("Demain, neuf lignes.", title="La retenue de garantie", status="ready", day=_DAY),
        post(title="La retenue de garantie", status="draft", day=_DAY),
        post(title="La retenue de garantie", status="idea"),
        post(title="La retenue de garantie", status="published", day=_DAY),
    ],
    "en": [
        post("Nine lines, tomorrow.", title="The retention", status="ready", day=_DAY),
        post(title="The retention", status="draft", day=_DAY),
        post(title="The retention", status="idea"),
        post(title="The retention", status="dropped", day=_DAY),
    ],
}

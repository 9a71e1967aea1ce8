"""`no-date`: posts called ready that stand on no day, and posts that may wait, or have one."""

from __future__ import annotations

from datetime import date, time

from tests.focus.build import post

_DAY = date(2026, 2, 3)
_FR = "Votre client garde la retenue ? La lettre tient en neuf lignes, demandez-la-moi."
_EN = "Does your client keep the retention? The letter has nine lines, ask me for it."

FIRES = {
    "fr": [
        post(_FR, status="ready"),
        post(_FR, status="ready", time=time(9)),
        post(_FR, network="newsletter", status="ready"),
        post(title="La lettre de février", status="ready"),
    ],
    "en": [
        post(_EN, status="ready"),
        post(_EN, status="ready", time=time(9)),
        post(_EN, network="newsletter", status="ready"),
        post(title="The February letter", status="ready"),
    ],
}
PASSES = {
    "fr": [
        post(_FR, status="ready", day=_DAY),
        post(_FR, status="draft"),
        post(_FR, status="idea"),
        post(_FR, status="published"),
    ],
    "en": [
        post(_EN, status="ready", day=_DAY),
        post(_EN, status="draft"),
        post(_EN, status="idea"),
        post(_EN, status="dropped"),
    ],
}

"""`no-need`: drafts that were not tied to a question, and those that need not be."""

from tests.focus.build import post

_FR = "Le client a gardé la retenue de garantie un an de trop. On l'a récupérée par une lettre de neuf lignes."
_EN = "The client kept the retention a year too long. We got it back with a letter of nine lines."

FIRES = {
    "fr": [
        post(_FR, need_id=None),
        post(_FR, need_id=None, status="ready"),
        post("Un matin de brume, rien à signaler.", need_id=None),
        post(title="La facture que le client ne paie pas", need_id=99),
    ],
    "en": [
        post(_EN, need_id=None),
        post(_EN, need_id=None, status="ready"),
        post("A misty morning, nothing to report.", need_id=None),
        post(title="The invoice that the client does not pay", need_id=99),
    ],
}
PASSES = {
    "fr": [
        post(_FR, need_id=1),
        post(_FR, need_id=5, status="ready"),
        post(_FR, need_id=None, status="idea"),
        post(_FR, need_id=None, status="published"),
    ],
    "en": [
        post(_EN, need_id=1),
        post(_EN, need_id=5, status="ready"),
        post(_EN, need_id=None, status="idea"),
        post(_EN, need_id=None, status="dropped"),
    ],
}

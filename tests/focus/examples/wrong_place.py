"""`wrong-place`: networks the brief does not name, and those it names in its own words.

The brief's places are LinkedIn and the letter ("newsletter" in English).
"""

from __future__ import annotations

from tests.focus.build import post

FIRES = {
    "fr": [
        post("Le décompte se lit de bas en haut.", network="instagram"),
        post(title="Une idée pour plus tard", network="facebook", status="idea"),
        post("Neuf lignes, et la retenue revient.", network="x"),
        post("La retenue, en vidéo.", network="youtube", status="ready"),
    ],
    "en": [
        post("A final account reads from the bottom up.", network="instagram"),
        post(title="An idea for later", network="facebook", status="idea"),
        post("Nine lines, and the retention is back.", network="x"),
        post("The retention, on video.", network="youtube", status="ready"),
    ],
}
PASSES = {
    "fr": [
        post("Le décompte se lit de bas en haut.", network="linkedin"),
        post("La lettre de jeudi : le décompte.", network="newsletter"),
        post("Le décompte se lit de bas en haut.", network_id=None),
        post("Le décompte se lit de bas en haut.", network="instagram", status="published"),
    ],
    "en": [
        post("A final account reads from the bottom up.", network="linkedin"),
        post("Thursday's letter: the final account.", network="newsletter"),
        post("A final account reads from the bottom up.", network_id=None),
        post("A final account reads from the bottom up.", network="instagram", status="dropped"),
    ],
}

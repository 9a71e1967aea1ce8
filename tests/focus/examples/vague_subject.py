"""`vague-subject`: titles like the label of a drawer, and short titles that do say something."""

from __future__ import annotations

from tests.focus.build import post

FIRES = {
    "fr": [
        post(title="Communication"),
        post(title="Conseils marketing"),
        post(title="L’importance de la gestion"),
        post(title="Quelques conseils pour les artisans"),
        post(title="Parlons stratégie"),
        post(title="ACTUALITÉS DE LA SEMAINE"),
        post(title="Actualité sociale"),
    ],
    "en": [
        post(title="Communication"),
        post(title="Marketing tips"),
        post(title="The importance of management"),
        post(title="Some tips for builders"),
        post(title="Let’s talk about strategy"),
        post(title="NEWS OF THE WEEK"),
    ],
}
PASSES = {
    "fr": [
        post(title=""),
        post(title="Le compte oublié"),
        post(title="Conseils : la retenue de garantie"),
        post(title="Communication : 3 mots à bannir"),
        post(title="La gestion, pour quoi faire ?"),
        post(title="Développez votre réseau"),
        post(title="La comptabilité de Karim"),
        post(title="Conseils pour fleuristes"),
    ],
    "en": [
        post(title=""),
        post(title="The hi-vis test"),
        post(title="Late payment tips"),
        post(title="Communication: 3 words to drop"),
        post(title="Management, what for?"),
        post(title="Change your process"),
        post(title="Karim’s accounting"),
        post(title="Tips for florists"),
    ],
}

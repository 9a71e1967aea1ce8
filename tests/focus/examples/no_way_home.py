"""`no-way-home`: texts whose only way leads elsewhere, and the many ways of leading home.

The builders' own places are `https://chantier-paye.example` and "La lettre du chantier", or "The building letter".
"""

from typing import Any

from planner.model.post import Post
from tests.focus.build import post

_FR = (
    "La fédération a publié son relevé des délais de paiement : 61 jours en moyenne dans le Rhône. Le plus long est "
    "celui des réserves, que personne ne lève à temps."
)
_EN = (
    "The federation has published its figures on late payment: 61 days on average in Yorkshire. The longest delay is "
    "the snag list, which nobody clears in time."
)
_ELSEWHERE = "https://federation.example/releve"


def _relay(body: str, link: str = _ELSEWHERE, **fields: Any) -> Post:
    return post(body, **{"purpose": "relay", "link": link, **fields})


FIRES = {
    "fr": [
        _relay(_FR),
        _relay(_FR, status="ready"),
        _relay(f"{_FR} Regardez la page 12.", link=""),
        _relay(_FR, purpose="help"),
        _relay(_FR, purpose="offer", link="", next_step="Demander le barème à la fédération"),
        _relay(f"{_FR} https://chantier-paye.example.org/faux", purpose="help"),
    ],
    "en": [
        _relay(_EN),
        _relay(_EN, status="ready"),
        _relay(f"{_EN} Look at page 12.", link=""),
        _relay(_EN, purpose="help"),
        _relay(_EN, purpose="offer", link="", next_step="Ask the federation for the table"),
        _relay(f"{_EN} https://chantier-paye.example.org/false", purpose="help"),
    ],
}
PASSES = {
    "fr": [
        _relay(_FR, link="https://www.chantier-paye.example/reserves"),
        _relay(f"{_FR} Tout est sur chantier-paye.example, rubrique réserves."),
        _relay(f"{_FR} Le modèle est dans La lettre du chantier de jeudi."),
        _relay(_FR, next_step="Lire la fiche sur chantier-paye.example"),
        _relay(f"{_FR} Lien en commentaire."),
        _relay(f"{_FR} La suite est sur mon site."),
        _relay(f"{_FR} Et chez vous, combien de jours ?"),
        _relay(f"{_FR} Écrivez-moi, je vous envoie le modèle."),
        _relay(_FR, link=""),
        _relay(f"{_FR} Relevez vos réserves ce soir.", purpose="help", link=""),
        _relay(_FR, purpose="story"),
        _relay(_FR, status="idea"),
        _relay(_FR, network="newsletter"),
        _relay("Le relevé des délais est paru."),
    ],
    "en": [
        _relay(_EN, link="https://www.chantier-paye.example/snags"),
        _relay(f"{_EN} It is all on chantier-paye.example, under snags."),
        _relay(f"{_EN} The template is in Thursday's building letter."),
        _relay(_EN, next_step="Read the sheet on chantier-paye.example"),
        _relay(f"{_EN} Link in the comments."),
        _relay(f"{_EN} The rest is on my website."),
        _relay(f"{_EN} And how many days is it for you?"),
        _relay(f"{_EN} Write to me and I will send you the template."),
        _relay(_EN, link=""),
        _relay(f"{_EN} Count your snags tonight.", purpose="help", link=""),
        _relay(_EN, purpose="story"),
        _relay(_EN, status="idea"),
        _relay(_EN, network="newsletter"),
        _relay("The figures on late payment are out."),
    ],
}

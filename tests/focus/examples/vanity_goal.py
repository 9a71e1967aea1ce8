"""`vanity-goal`: figures that flatter, and the same words where they are not the aim."""

from tests.focus.build import calendar


def _goal(language: str, objective: str, indicator: str = "", unit: str = "") -> object:
    return calendar(language, brief_fields={"objective": objective, "indicator": indicator, "unit": unit})


FIRES = [
    _goal("fr", "Être lu", "followers"),
    _goal("fr", "Atteindre 5 000 abonnés sur LinkedIn d'ici juin"),
    _goal("fr", "Doubler la visibilité", "impressions", "vues"),
    _goal("fr", "Faire connaître le cabinet", "nombre de likes"),
    _goal("en", "Be read", "likes"),
    _goal("en", "Reach 5,000 followers on LinkedIn by June"),
    _goal("en", "Double our engagement rate"),
    _goal("en", "Grow", "views per post"),
]
PASSES = [
    _goal("fr", "Recevoir 8 demandes de devis venues du site", "requests"),
    _goal("fr", "Gagner 200 abonnés à la lettre d'ici juin", "", "abonnés à la lettre"),
    _goal("fr", "Trois missions par trimestre, et non des followers"),
    _goal("fr", "Obtenir 12 rendez-vous grâce à 400 vues par billet"),
    _goal("en", "Receive 8 requests for a quote from the site", "requests"),
    _goal("en", "Gain 200 newsletter subscribers by June"),
    _goal("en", "Three jobs a quarter, not followers"),
    _goal("en", ""),
]

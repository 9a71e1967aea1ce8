"""`broad-audience`: audiences that are everybody, and audiences that one word narrows."""

from planner.model.calendar import Calendar
from tests.focus.build import calendar


def _for(audience: str, language: str = "fr") -> Calendar:
    return calendar(language, brief_fields={"audience": audience})


FIRES = [
    _for("Tous les entrepreneurs"),
    _for("Les PME"),
    _for("Tout le monde"),
    _for("Toute personne qui veut développer son activité"),
    _for("Femmes de 30 à 50 ans"),
    _for("TPE, PME et indépendants de tous secteurs"),
    _for("Le grand public."),
    _for("Clients B2C"),
    _for("B2B companies", "en"),
    _for("Small businesses", "en"),
    _for("Women", "en"),
    _for("Everyone who wants to grow their business", "en"),
    _for("Busy professionals of all ages", "en"),
    _for("Entrepreneurs, freelancers and small business owners", "en"),
]
PASSES = [
    _for("Les PME de la plasturgie"),
    _for("Entrepreneurs lyonnais"),
    _for("Femmes cadres qui préparent une augmentation"),
    _for("Toute personne qui vient d'hériter d'une maison"),
    _for("Parents séparés, dont l'un vit avec quelqu'un d'autre"),
    _for(""),
    _for("Small bakeries in Leeds who open before six", "en"),
    _for("Women software engineers with an offer to answer", "en"),
    _for("Small businesses in Hull", "en"),
    _for("Anyone who has just inherited a house", "en"),
    _for("Families milking cows", "en"),
]

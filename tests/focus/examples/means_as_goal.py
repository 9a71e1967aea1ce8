"""`means-as-goal`: objectives that stop at publishing, and objectives that publishing serves."""

from planner.model.calendar import Calendar
from tests.focus.build import calendar


def _goal(language: str, objective: str, indicator: str = "", unit: str = "") -> Calendar:
    return calendar(language, brief_fields={"objective": objective, "indicator": indicator, "unit": unit})


FIRES = [
    _goal("fr", "Être présent sur LinkedIn"),
    _goal("fr", "Publier 3 fois par semaine"),
    _goal("fr", "Lancer un podcast d'ici septembre"),
    _goal("fr", "Mon objectif est de poster régulièrement, pour être plus visible"),
    _goal("fr", "Développer ma présence sur les réseaux sociaux"),
    _goal("fr", "Parler du métier", unit="publications par mois"),
    _goal("fr", "Tenir un calendrier éditorial"),
    _goal("fr", "Écrire deux articles par mois et être active sur Instagram", "followers"),
    _goal("en", "Be on LinkedIn"),
    _goal("en", "Post twice a week"),
    _goal("en", "Grow my LinkedIn"),
    _goal("en", "I want to start a podcast by September"),
    _goal("en", "Publish regularly so that we stay visible"),
    _goal("en", "Build a strong online presence"),
    _goal("en", "Talk about the trade", unit="posts per week"),
]
PASSES = [
    _goal("fr", "Publier chaque semaine pour recevoir 8 demandes de devis"),
    _goal("fr", "Recevoir 8 demandes de devis en publiant chaque semaine sur LinkedIn"),
    _goal("fr", "Être présent sur LinkedIn", "requests"),
    _goal("fr", "Lancer un podcast pour que les apprentis osent appeler un patron"),
    _goal("fr", "Être appelé par des directions clientèle pour un diagnostic d'une semaine"),
    _goal("fr", "Faire télécharger la fiche « Publier trois fois par semaine »", unit="téléchargements"),
    _goal("fr", ""),
    _goal("en", "Post every week so that builders ask for a quote"),
    _goal("en", "Eight enquiries a quarter from people who read us on LinkedIn"),
    _goal("en", "Start a newsletter to get 12 calls from site managers"),
    _goal("en", "Fill the October workshop with engineers who bring a live document"),
    _goal("en", "Be asked to speak at two site meetings"),
    _goal("en", "Be on LinkedIn", "sales"),
]

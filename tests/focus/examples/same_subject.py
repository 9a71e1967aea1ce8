"""`same-subject`: titles that come back within 180 days, and titles that only look like it."""

from datetime import date

from planner.model.calendar import Calendar
from planner.model.post import Post
from tests.focus.build import calendar, on, post


def _twice(first: str, second: str, language: str = "fr", apart: int = 30, **fields: object) -> Calendar:
    earlier = on(-20, title=first, status="published")
    return calendar(language, posts=[earlier, _later(second, apart - 20, **fields)])


def _later(title: str, days: int, **fields: object) -> Post:
    later = on(days, title=title)
    for name, value in fields.items():
        setattr(later, name, value)
    return later


FIRES = [
    _twice("Récupérer sa retenue de garantie", "Comment récupérer la retenue de garantie ?"),
    _twice("La facture oubliée sous la cafetière", "La facture oubliée sous la cafetière"),
    _twice("Récupérer sa retenue de garantie", "Récuperer ses retenues de garantie", apart=180),
    _twice("Récupérer sa retenue de garantie", "Récupérer sa retenue de garantie", apart=90, network_id=2),
    _twice("Récupérer sa retenue de garantie", "Récupérer sa retenue de garantie en 2026"),
    _twice("Lettre n° 4 aux maçons : devis, acompte", "Lettre n° 4 aux maçons : acompte et devis"),
    _twice("Getting the retention money back from a client", "How to get retention money back from your client", "en"),
    _twice("The invoice under the coffee machine", "The invoice under the coffee machine", "en", status="ready"),
    _twice("Pricing a loft conversion quote", "Loft conversion: pricing the quote", "en", apart=170),
    calendar(
        "en", posts=[on(3, title="Chasing the architect's invoice"), on(9, title="Chasing an architect’s invoice")]
    ),
]
PASSES = [
    _twice("Lettre n° 4 aux maçons et aux menuisiers", "Lettre n° 5 aux maçons et aux menuisiers"),
    _twice("FAQ 3", "FAQ 4"),
    _twice("Relancer un client avant la réception du chantier", "Relancer un client après la réception du chantier"),
    _twice("Récupérer sa retenue de garantie", "Récupérer sa retenue de garantie", repeat=True),
    _twice("Récupérer sa retenue de garantie", "Récupérer sa retenue de garantie", apart=181),
    _twice("Récupérer sa retenue de garantie", "Récupérer sa retenue de garantie", network_id=2),
    _twice("Récupérer sa retenue de garantie", "Récupérer sa retenue de garantie", status="published"),
    _twice("Lettre de janvier : devis, acompte, chantier", "Lettre de février : devis, acompte, chantier"),
    _twice("La retenue de garantie du garage Morel", "La retenue de garantie de l’école Jaurès"),
    _twice("Relancer un client", "Relancer un client"),
    _twice("Letter 4 to plumbers and joiners", "Letter 5 to plumbers and joiners", "en"),
    _twice("Chasing an invoice before the handover", "Chasing an invoice after the handover", "en"),
    _twice("Pricing a loft conversion quote", "Pricing a garden wall quote", "en"),
    _twice("Ordering materials with a deposit paid", "Ordering materials without a deposit paid", "en"),
    calendar(
        "en", posts=[on(3, title="Chasing the architect's invoice"), post(title="Chasing the architect's invoice")]
    ),
    calendar(
        posts=[
            _later("Récupérer sa retenue de garantie", days, day=day) for days, day in ((0, date.min), (1, date.max))
        ]
    ),
]

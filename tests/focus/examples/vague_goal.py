"""`vague-goal`: objectives that cannot be checked, and objectives that can."""

from datetime import date

from tests.focus.build import calendar, on, review

_PAST = {"due": date(2026, 1, 15)}
_BLANK = {"objective": "", "indicator": "", "unit": "", "target_figure": None, "due": None}

FIRES = [
    calendar(brief_fields={"target_figure": None}),
    calendar(brief_fields={"due": None}, language="en"),
    calendar(brief_fields={"unit": "", "indicator": ""}),
    calendar(brief_fields={"objective": "", "due": None}),
    calendar(brief_fields=_BLANK, posts=[on(2)]),
    calendar(brief_fields=_PAST, reviews=[review(-30, held=True), review(3)]),
    calendar(brief_fields={**_BLANK, "objective": "Obtenir 12 demandes de rendez-vous d’ici le 30 juin 2027"}),
    calendar(brief_fields={**_BLANK, "objective": "Twelve requests for a quote by 30 June"}, language="en"),
]
PASSES = [
    calendar(),
    calendar(brief_fields={"unit": "", "indicator": "sales"}, language="en"),
    calendar(brief_fields={"unit": "devis signés", "indicator": ""}),
    calendar(brief_fields={"objective": ""}),
    calendar(brief_fields=_BLANK),
    calendar(brief_fields={"due": date(2026, 1, 19)}),
    calendar(brief_fields=_PAST, reviews=[review(-2, held=True)]),
]

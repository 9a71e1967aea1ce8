"""`thin-brief`: briefs with too little to compare a text with, and briefs that just have enough."""

from planner.model.brief import Brief, Need
from planner.model.calendar import Calendar
from tests.focus.build import brief, calendar

_LITTLE = {"audience": "", "objective": "", "message": "", "do": []}


def _needs(*texts: str) -> list[Need]:
    return [Need(id=number, text=text) for number, text in enumerate(texts, 1)]


_FEW = {
    "fr": _needs("Que faire de la retenue ?", "Qui prévenir ?", "Quand relancer ?"),
    "en": _needs("What about the retention?", "Whom do I warn?", "When do I chase?"),
}

FIRES = [
    calendar(needs=_FEW["fr"][:2]),
    calendar(brief_fields={"words": brief().words[:9]}),
    calendar(needs=_FEW["fr"], brief_fields=_LITTLE),
    calendar("en", needs=[*_FEW["en"][:2], Need(id=3, text=" ")]),
    calendar("en", brief_fields={"words": ["", *brief("en").words[:9]]}),
    calendar("en", needs=_FEW["en"], brief_fields=_LITTLE),
    Calendar(brief=Brief(language="fr")),
    Calendar(brief=Brief(language="en")),
]
PASSES = [
    calendar(),
    calendar(needs=calendar().needs[2:]),
    calendar(brief_fields={"words": brief().words[3:13]}),
    calendar("en"),
    calendar("en", needs=calendar("en").needs[2:]),
    calendar("en", brief_fields={"words": brief("en").words[3:13]}),
]

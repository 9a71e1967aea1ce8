"""`one-way`: a fortnight that only talks, and one that asks at least once."""

from tests.focus.build import calendar, on

_TOLD = "Le décompte part le 20. Qui signe ? Le maître d’œuvre, et personne d’autre."
_QUOTED = "The client wrote: “Who signs the final account?”"
_ASKED = "Le décompte part le 20. **Et chez vous, qui le signe\u202f?** 👇\n\n#devis @karim https://example.org"

FIRES = [
    calendar(posts=[on(day, title="La retenue de garantie") for day in (0, 5, 9)]),
    calendar(posts=[on(1, purpose="story"), on(4, purpose="relay"), on(13, purpose="offer")]),
    calendar("en", posts=[on(day, title="What the retention hides") for day in (2, 6, 10)]),
    calendar("en", posts=[*(on(day) for day in (0, 1, 2)), on(14, purpose="discuss")]),
    calendar(
        posts=[*(on(day) for day in (0, 4, 8)), on(-1, purpose="listen"), on(3, purpose="discuss", status="dropped")]
    ),
    calendar(posts=[on(day, body=_TOLD, title="Qui signe ?", next_step="Demander la lettre") for day in (0, 5, 9)]),
    calendar("en", posts=[*(on(day, body=_QUOTED) for day in (0, 5, 9)), on(3, body="> Who signs?\n\n> Who pays?")]),
]
PASSES = [
    calendar(posts=[on(0), on(5), on(9, purpose="discuss")]),
    calendar(posts=[on(0), on(5), on(13, purpose="listen")]),
    calendar(posts=[on(0), on(5)]),
    calendar("en", posts=[on(0), on(5), on(14)]),
    calendar("en", posts=[on(0, purpose="discuss", status="published"), on(5), on(9), on(12)]),
    calendar(posts=[on(-3), on(-2), on(-1), on(2)]),
    calendar(posts=[on(0), on(5), on(9, body=_ASKED)]),
    calendar(posts=[on(0), on(5), on(9, title="Qui signe le décompte chez vous ?")]),
    calendar("en", posts=[on(0), on(5), on(9, body="The account is due on the 20th.", next_step="Who signs yours?")]),
    calendar("en", posts=[on(0), on(5, body="Who signs the final account at yours (and when?)…"), on(9)]),
]

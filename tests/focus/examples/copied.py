"""`copied`: one text laid down on two networks, and texts that were adapted, or are far apart."""

from planner.model.calendar import Calendar
from tests.focus.build import calendar, on

_FR = (
    "Karim avait laissé dormir 4 200 € de retenue de garantie sur un garage livré depuis deux ans. Une lettre de neuf "
    "lignes, envoyée en recommandé un mardi, et le virement est arrivé le vendredi. Où dort la vôtre ?"
)
_FR_ADAPTED = (
    "Deux ans après la livraison du garage, Karim attendait encore 4 200 €. Ici, vous êtes nombreux à poser la "
    "question des délais : comptez trois jours après la lettre recommandée, si elle tient en neuf lignes."
)
_EN = (
    "Karim had left £4,200 of retention asleep on a garage handed over two years ago. One letter of nine lines, sent "
    "recorded on a Tuesday, and the money was there on the Friday. Where is yours asleep?"
)
_EN_ADAPTED = (
    "Two years after the garage was handed over, Karim was still waiting for £4,200. Many of you here ask how long it "
    "takes: three days after the recorded letter, as long as it fits on nine lines."
)


def _both(first: str, second: str, language: str = "fr", apart: int = 10, network: str = "x") -> Calendar:
    return calendar(language, posts=[on(-5, body=first, status="published"), on(apart - 5, network, body=second)])


FIRES = [
    _both(_FR, _FR),
    _both(_FR, _FR.replace("un mardi", "un jeudi") + " #artisans", apart=60),
    _both(_FR + " https://chantier.example/?de=linkedin", "Bonjour. " + _FR + " https://chantier.example/?de=x"),
    _both(_FR, _FR.upper(), network="newsletter"),
    _both(_EN, _EN, "en"),
    _both(_EN, _EN.replace("Tuesday", "Monday").replace("nine", "ten"), "en", apart=60),
    _both(_EN, "Hello all. " + _EN, "en", network="newsletter"),
    calendar("en", posts=[on(2, body=_EN), on(4, body="Nothing but the letter."), on(9, "facebook", body=_EN)]),
]
PASSES = [
    _both(_FR, _FR_ADAPTED),
    _both(_FR, _FR, apart=61),
    _both(_FR, _FR, network="linkedin"),
    _both("Karim a été payé vendredi.", "Karim a été payé vendredi."),
    _both(_FR, _FR_ADAPTED + " " + _FR),
    _both(_EN, _EN_ADAPTED, "en"),
    _both(_EN, _EN, "en", apart=61),
    _both(_EN, _EN, "en", network="linkedin"),
    calendar("en", posts=[on(2, body=_EN, status="dropped"), on(4, "x", body=_EN)]),
    calendar("en", posts=[on(2, body=_EN), on(4, "x", body=_EN, status="published")]),
]

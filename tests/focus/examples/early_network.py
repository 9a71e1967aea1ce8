"""`early-network`: posts on a network before the first has proven itself, and posts that need not wait."""

from planner.model.result import Result
from tests.focus.build import TODAY, calendar, networks, on

_FR, _EN = "3 demandes de devis venues d'ici", "3 requests for a quote from here"
_ASKED = Result(id=1, day=TODAY, indicator="requests", figure=1, network_id=1)
_FOLLOWED = Result(id=2, day=TODAY, indicator="followers", figure=340, network_id=1)
_ELSEWHERE = Result(id=3, day=TODAY, indicator="requests", figure=5, network_id=2)

FIRES = [
    calendar(posts=[on(1, "x")], networks=networks(criterion=_FR)),
    calendar("en", [on(0), on(40, "threads", status="ready")], networks=networks(criterion=_EN)),
    calendar("en", [on(3, "facebook")], networks=networks(criterion=_EN), results=[_ASKED, _FOLLOWED]),
    calendar(posts=[on(3, "x", status="idea")], networks=networks(criterion=_FR), results=[_FOLLOWED, _ELSEWHERE]),
    calendar(
        posts=[on(1, "facebook")], networks=networks(criterion=_FR), brief_fields={"network_budget": 2, "indicator": ""}
    ),
]
PASSES = [
    calendar(posts=[on(1), on(2, "newsletter")], networks=networks(criterion=_FR)),
    calendar(posts=[on(1, "x")], networks=networks(criterion=_FR, criterion_met=True)),
    calendar("en", [on(1, "x")]),
    calendar("en", [on(1, "x")], networks=networks(criterion=_EN, open=False)),
    calendar("en", [on(1, "x")], networks=networks(criterion=_EN, position=4)),
    calendar(posts=[on(1, "x")], networks=networks(criterion=_FR), brief_fields={"network_budget": 2}),
    calendar(
        posts=[on(-1, "x"), on(0, "x", status="published"), on(4, "x", status="dropped")],
        networks=networks(criterion=_FR),
    ),
]

"""`thin-network`: networks with less than half of what they promise in 28 days, and networks with just half."""

from planner.model.network import Network
from tests.focus.build import calendar, networks, older, on

_TWO = [
    Network(id=1, name="LinkedIn", key="linkedin", per_week=2),
    Network(id=2, name="X", key="x", per_week=0.5),
]
_ONE = [
    Network(id=1, name="LinkedIn", key="linkedin"),
    Network(id=2, name="X", key="x", open=False, per_week=3),
    Network(id=9, name="Letter", key="newsletter", kind="owned", per_week=0.5),
]

FIRES = [
    calendar(posts=older(*(on(day) for day in range(3))), networks=networks(per_week=2)),
    calendar("en", posts=[on(-9, status="published"), on(3)], networks=networks(per_week=2)),
    calendar(posts=[*(on(day) for day in range(4)), on(28, "x")], networks=_TWO),
    calendar("en", [on(0), on(1, "x"), on(-3), on(29)], networks=_TWO),
    calendar("en", older(on(9, "facebook")), networks=_TWO),
    calendar("en", older(on(0), on(5, "newsletter")), networks=_ONE, brief_fields={"posts_per_week": 2}),
    calendar(posts=older(on(2), on(3, status="dropped")), networks=networks(per_week=1)),
]
PASSES = [
    calendar(posts=[on(day) for day in range(4)], networks=networks(per_week=2)),
    calendar("en", [on(0, status="published"), *(on(day) for day in range(3)), on(27, "x")], networks=_TWO),
    calendar("en", older(on(0), on(8), on(27)), networks=_ONE, brief_fields={"posts_per_week": 2}),
    calendar(posts=older(on(0), on(1, "x"))),
    calendar("en", posts=[on(2), on(9), on(16)], networks=networks(per_week=2)),
    calendar(posts=[on(2)], networks=_ONE, brief_fields={"posts_per_week": 3}),
    calendar(posts=older(on(0, "newsletter")), networks=networks(per_week=2, open=False)),
    calendar(posts=older(), networks=networks(per_week=2)),
    calendar(posts=older(on(40)), networks=networks(per_week=2)),
]

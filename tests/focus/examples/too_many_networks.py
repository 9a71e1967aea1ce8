"""`too-many-networks`: effort spread over 28 days, and effort that stays together."""

from tests.focus.build import calendar, networks, on

_FOUR = ("linkedin", "x", "instagram", "facebook")

FIRES = [
    calendar(posts=[on(day, network) for day, network in enumerate(_FOUR)]),
    calendar(
        posts=[on(day, network) for network, count in zip(_FOUR, (6, 4, 3, 2), strict=True) for day in range(count)],
        networks=networks(criterion="3 demandes venues d'ici"),
    ),
    calendar(posts=[on(0), on(1), on(2, "x"), on(3, "x")]),
    calendar(
        posts=[on(day, network) for day, network in enumerate(("linkedin", "x", "threads", "bluesky") * 2)],
        networks=networks(criterion="3 enquiries", criterion_met=True),
        language="en",
    ),
    calendar(posts=[on(3)], brief_fields={"network_budget": 0}),
    calendar(posts=[on(0, "x"), on(1, "threads")], networks=networks(criterion="3", criterion_met=True, open=False)),
]
PASSES = [
    calendar(posts=[on(day) for day in range(10)]),
    calendar(posts=[*(on(day) for day in range(10)), on(11, "x")]),
    calendar(posts=[*(on(day) for day in range(3)), *(on(day, "newsletter") for day in range(3))]),
    calendar(posts=[on(0), on(1, "x")], networks=networks(criterion="3 demandes", criterion_met=True)),
    calendar(posts=[on(0), on(28, "x"), on(-1, "threads"), on(2, "facebook", status="dropped")]),
    calendar(),
]

"""`rented-only`: four weeks wholly with others, and four weeks with one post at home."""

from tests.focus.build import calendar, networks, on

_FOUR = range(0, 28, 7)
_NO_HOME = [network for network in networks() if network.kind == "rented"]

FIRES = [
    calendar(posts=[on(day) for day in _FOUR]),
    calendar("en", [*(on(day) for day in _FOUR), on(28, "newsletter"), on(-1, "newsletter")]),
    calendar(posts=[on(day) for day in _FOUR], networks=_NO_HOME, brief_fields={"owned": []}),
    calendar("en", [on(day, "x") for day in range(8)], networks=_NO_HOME, brief_fields={"owned": []}),
    calendar(
        posts=[*(on(day) for day in _FOUR), on(3, "newsletter", status="dropped")],
        networks=_NO_HOME,
        brief_fields={"owned": ["https://chantiers.example"]},
    ),
]
PASSES = [
    calendar(posts=[*(on(day) for day in _FOUR), on(27, "newsletter")]),
    calendar("en", [*(on(day) for day in _FOUR), on(0, "newsletter", status="published")]),
    calendar("en", [on(0), on(7), on(14)]),
    calendar(posts=[on(-7), *(on(day) for day in (0, 7, 14)), on(28)], networks=_NO_HOME),
    calendar(posts=[*(on(day) for day in (0, 7, 14)), on(3, status="dropped")]),
    calendar("en", [on(day, network_id=None) for day in _FOUR]),
]

"""`late`: drafts and ready posts whose day has passed, and those that are on time, published or only an idea."""

from tests.focus.build import calendar, on, post

FIRES = [
    calendar(posts=[on(-1)]),
    calendar(posts=[on(-7, status="ready")]),
    calendar("en", [on(-90), on(3)]),
    calendar("en", [on(-1, status="ready")]),
]
PASSES = [
    calendar(posts=[on(0), on(1, status="ready")]),
    calendar(posts=[on(-1, status="published"), on(-2, status="dropped")]),
    calendar("en", [on(-30, status="idea")]),
    calendar("en", [post("No day yet."), post("Nor here.", status="ready")]),
]

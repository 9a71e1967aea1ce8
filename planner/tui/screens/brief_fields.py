"""The fields of the brief, in the order of answering, each with an example and what it is used for."""

from __future__ import annotations

from planner.tui.widgets.fields import FieldSpec
from planner.words import to_say

AUDIENCE = (
    FieldSpec(
        "audience",
        "line",
        to_say("Audience"),
        to_say("one sentence; it stays in sight above the calendar"),
        to_say("owners of building firms, 5 to 20 people, in the Rhône"),
    ),
    FieldSpec(
        "portrait",
        "text",
        to_say("Portrait"),
        to_say("one person of it, to write to her rather than to everybody"),
        to_say("Karim, 48, took the firm over from his father; he does his accounts on Sunday evening"),
        4,
    ),
    FieldSpec(
        "not_for",
        "lines",
        to_say("Not for"),
        to_say("whom you do not write for, one a line; texts that address them are found"),
        to_say("large groups"),
        2,
    ),
    FieldSpec(
        "needs",
        "lines",
        to_say("Needs"),
        to_say("the questions they ask, in their words, one a line; each post serves one"),
        to_say("How do I get my 5 % back?"),
        6,
    ),
    FieldSpec(
        "words",
        "lines",
        to_say("Vocabulary"),
        to_say("words they use, one a line; they help to tell whether a text is on target"),
        to_say("retention, final account, acceptance"),
        4,
    ),
    FieldSpec(
        "readers",
        "lines",
        to_say("Readers too"),
        to_say("other words for the same people, one a line; they are not taken for strangers"),
        to_say("craftspeople"),
        2,
    ),
    FieldSpec(
        "places",
        "lines",
        to_say("Places"),
        to_say("where they already talk, one a line; networks they are not on are found"),
        to_say("LinkedIn"),
        2,
    ),
)
OBJECTIVE = (
    FieldSpec(
        "objective",
        "line",
        to_say("Objective"),
        to_say("what the effort is for; it stays in sight above the calendar"),
        to_say("quote requests from building firms"),
    ),
    FieldSpec(
        "indicator",
        "indicator",
        to_say("Indicator"),
        to_say("what you count: sales, requests, visits, conversations, or your own word"),
        to_say("requests"),
    ),
    FieldSpec(
        "unit",
        "line",
        to_say("Unit"),
        to_say("how the figure is called when it is shown"),
        to_say("quote requests"),
    ),
    FieldSpec("start_figure", "figure", to_say("Starting figure"), to_say("where you stood on the first day"), "0"),
    FieldSpec("target_figure", "figure", to_say("Target"), to_say("the figure you want to reach"), "8"),
    FieldSpec("due", "day", to_say("By"), to_say("the day on which you will look at it"), "31/03/2027"),
)
MESSAGE = (
    FieldSpec(
        "message",
        "line",
        to_say("Message"),
        to_say("the one sentence of which every post carries a part"),
        to_say("Your money is yours: ask for it in writing, on time."),
    ),
    FieldSpec(
        "own_names",
        "lines",
        to_say("Your names"),
        to_say("you, your firm, your product, one a line; a text that names them too often is found"),
        to_say("Martin Consulting"),
        2,
    ),
    FieldSpec(
        "do",
        "lines",
        to_say("Topics to treat"),
        to_say("one a line"),
        to_say("contracts, acceptance, late payment"),
        3,
    ),
    FieldSpec(
        "dont",
        "lines",
        to_say("Topics never to treat"),
        to_say("one a line; a text that treats one is found"),
        to_say("politics: minister, vote, party"),
        3,
    ),
)
RHYTHM = (
    FieldSpec(
        "posts_per_week",
        "amount",
        to_say("Posts a week"),
        to_say("the rhythm you promise; silence is found"),
        "1",
    ),
    FieldSpec(
        "most_per_day",
        "cap",
        to_say("Posts a day at most"),
        to_say("more on one day are found; empty: no limit of your own"),
        "1",
    ),
    FieldSpec(
        "most_per_week",
        "cap",
        to_say("Posts a week at most"),
        to_say("more in one week are found; empty: twice your rhythm"),
        "3",
    ),
    FieldSpec(
        "hours_per_week",
        "hours",
        to_say("Hours a week"),
        to_say("the time you have; a week that asks more is found"),
        "4",
    ),
    FieldSpec(
        "need_days",
        "whole",
        to_say("Days to answer each need"),
        to_say("a need left longer than that without a post is found"),
        "42",
    ),
    FieldSpec(
        "reply_hours",
        "whole",
        to_say("Hours to answer"),
        to_say("within how many hours you answer a comment"),
        "24",
    ),
    FieldSpec(
        "network_budget",
        "whole",
        to_say("Networks allowed at first"),
        to_say("rented networks at once; one more for each that met its criterion"),
        "1",
    ),
    FieldSpec(
        "owned",
        "lines",
        to_say("Places of your own"),
        to_say("site, newsletter, one a line; a post leads there"),
        "https://example.org",
        2,
    ),
)
CALENDAR = (
    FieldSpec("title", "line", to_say("Title"), to_say("what this calendar is called"), to_say("Building trade")),
    FieldSpec("language", "line", to_say("Language of the texts"), to_say("fr or en; the checks read it so"), "fr"),
    FieldSpec("zone", "line", to_say("Time zone"), to_say("9:00 stays 9:00 there, all year"), "Europe/Paris"),
    FieldSpec(
        "closed_days",
        "weekdays",
        to_say("Closed days"),
        to_say("days without posts, one a line"),
        to_say("Sat"),
        2,
    ),
    FieldSpec(
        "campaign",
        "line",
        to_say("Campaign in the links"),
        to_say("with a name here, links are tagged: your statistics tell what a post brought"),
        to_say("final accounts 2027"),
    ),
    FieldSpec("country", "line", to_say("Country"), to_say("its two letters, or with a part: CA-QC"), "FR"),
)
LEARNT = FieldSpec(
    "limit_from",
    "day",
    to_say("Usual writing counted after"),
    to_say("only posts made after that day tell how you usually write; empty: all of them"),
    "01/09/2026",
)
SECTIONS = (
    (to_say("Whom it is for"), AUDIENCE),
    (to_say("What for"), OBJECTIVE),
    (to_say("What it says"), MESSAGE),
    (to_say("Rhythm"), RHYTHM),
    (to_say("This calendar"), CALENDAR),
)

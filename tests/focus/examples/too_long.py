"""`too-long`: one character too many by each network's own count, and texts that only look too long."""

from tests.focus.build import post

_LINK = "https://example.org/" + "a" * 300

FIRES = {
    "fr": [
        post("é" * 281, network="x"),
        post("…" * 141, network="x"),
        post("🙂" * 1501, network="linkedin"),
        post("é" * 2501, network="youtube"),
        post("ok", title="t" * 101, network="youtube"),
    ],
    "en": [
        post("a" * 258 + " " + _LINK, network="x"),
        post("a" * 301, network="bluesky"),
        post("🙂" * 126, network="threads"),
        post("a" * 501, network="mastodon"),
        post("👩‍👩‍👧‍👦" * 121, network="bluesky"),
    ],
}
PASSES = {
    "fr": [
        post("é" * 280, network="x"),
        post("👩‍👩‍👧‍👦" * 140, network="x"),
        post("🙂" * 1500, network="linkedin"),
        post("é" * 2500, network="youtube"),
        post("a" * 90_000, network="newsletter"),
        post("a" * 90_000, network_id=None),
    ],
    "en": [
        post("a" * 256 + " " + _LINK, network="x"),
        post("e\u0301" * 300, network="bluesky"),
        post("🙂" * 125, network="threads"),
        post("a" * 470 + " " + _LINK, network="mastodon"),
        post("a" * 280 + "\n\n", network="x"),
    ],
}

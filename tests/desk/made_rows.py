"""Posts with nasty texts, and what a table or a note carries of them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from planner.desk.bring_posts import Names
from planner.desk.desk import Desk, new_uid
from planner.desk.post_texts import COLUMNS, written_posts
from planner.desk.posts import settle
from planner.model.brief import Need
from planner.model.gate import clean_line, clean_text
from planner.model.network import Network
from planner.model.post import Post
from planner.model.terms import Purpose, Status
from planner.words.columns import known_words

if TYPE_CHECKING:
    from collections.abc import Iterable

NAMES = Names(**known_words(COLUMNS))
PIECES = st.sampled_from([
    "=1+1", "'", "-", "@", "\t", "\n", "---\n", "\n\n", ";", ",", '"', "# ", "é", "🧱", "[/promo]", "\u202e", "\x00",
    "\r\n", ": ", "no", "10", "01/02/03", "<b>", "\\n", "  ", "{{x}}",
])  # fmt: skip
TEXT = st.lists(PIECES | st.text(max_size=5), max_size=6).map("".join)
LINE = TEXT.map(clean_line)
POSTS = st.lists(
    st.fixed_dictionaries({
        "title": LINE, "body": TEXT.map(clean_text), "note": TEXT.map(clean_text), "next_step": LINE, "link": LINE,
        "status": st.sampled_from([str(status) for status in Status]),
        "purpose": st.sampled_from([str(purpose) for purpose in Purpose]),
        "network": st.sampled_from(["", "LinkedIn", "La lettre", "La-lettre"]),
        "need": st.sampled_from(["", "Comment ?", "Comment !", "=10"]),
        "day": st.none() | st.dates(date(1900, 1, 1), date(2200, 12, 31)),
        "time": st.none() | st.times().map(lambda at: at.replace(second=0, microsecond=0, fold=0)),
        "zone": st.sampled_from(["", "America/Toronto", "UTC"]),
        "prepare_minutes": st.integers(0, 1440), "publish_minutes": st.integers(0, 1440),
        "reply_minutes": st.integers(0, 1440),
    }),
    max_size=4,
)  # fmt: skip
"""What posts may hold, the network and the need by their names."""


def add(desk: Desk, posts: Iterable[dict[str, Any]]) -> None:
    """Put posts into a calendar as they are, the networks and needs they name before them."""
    with desk.action("plan") as action:
        networks: dict[str, int | None] = {"": None}
        needs: dict[str, int | None] = {"": None}
        for values in posts:
            said = dict(values)
            network, need = said.pop("network"), said.pop("need")
            if network not in networks:
                networks[network] = action.add(Network(name=network)).id
            if need not in needs:
                needs[need] = action.add(Need(text=need)).id
            post = Post(uid=new_uid(), network_id=networks[network], need_id=needs[need], **said)
            settle(post)
            action.add(post)


def carried(desk: Desk) -> list[dict[str, str]]:
    """What a table or a note carries of each post, by UID."""
    return sorted((written.texts for written in written_posts(desk.calendar())), key=lambda texts: texts["uid"])

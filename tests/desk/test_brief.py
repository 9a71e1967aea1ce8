"""The brief, its needs and its networks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planner.desk import brief, listening
from planner.desk.undo import undo
from planner.errors import InputError

if TYPE_CHECKING:
    from planner.desk.desk import Desk


def needs(desk: Desk) -> list[str]:
    return [need.text for need in desk.calendar().needs]


def test_a_reworded_need_keeps_its_posts_and_a_removed_one_leaves_them(filled: Desk) -> None:
    post = next(post for post in filled.calendar().posts if post.need_id)
    brief.write_brief(filled, needs=["Comment être payé plus tôt ?", "Que répondre à un décompte ?"])
    assert filled.post(post.id or 0).need_id == post.need_id
    brief.write_brief(filled, needs=["Que répondre à un décompte ?"])
    assert filled.post(post.id or 0).need_id is None
    undo(filled)
    assert filled.post(post.id or 0).need_id == post.need_id


def test_the_same_need_twice_is_one(desk: Desk) -> None:
    brief.write_brief(desk, needs=["a ?", "a ? ", "b ?"])
    assert needs(desk) == ["a ?", "b ?"]
    brief.write_brief(desk, needs=["b ?"])
    assert needs(desk) == ["b ?"]


def test_removing_a_network_leaves_what_stood_on_it(filled: Desk) -> None:
    network = filled.calendar().networks[0].id or 0
    brief.remove_network(filled, network)
    calendar = filled.calendar()
    for rows in (calendar.posts, calendar.slots, calendar.results):
        assert network not in {row.network_id for row in rows}
    undo(filled)
    assert filled.calendar().slots[0].network_id == network


def test_two_networks_and_two_people_never_share_a_name(filled: Desk) -> None:
    networks = filled.calendar().networks
    with pytest.raises(InputError) as refused:
        brief.add_network(filled, name="LinkedIn")
    assert refused.value.key == "value-duplicate"
    with pytest.raises(InputError):
        brief.write_network(filled, networks[1].id or 0, name="LinkedIn")
    with pytest.raises(InputError):
        listening.note(filled, "person", name="Driss ")
    brief.write_network(filled, networks[0].id or 0, name="LinkedIn", open=False)
    assert len(filled.calendar().networks) == 2

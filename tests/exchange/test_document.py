"""The dump is total and sorted; the TOML file says the same and is read back the same."""

from __future__ import annotations

import json
import tomllib
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.desk import brief, listening, mutes, posts
from planner.exchange import toml
from planner.exchange.document import KEYS, document, dump
from planner.store.records import RECORDS
from tests.made import BODY, MONDAY, Clock, fresh

if TYPE_CHECKING:
    from pathlib import Path

    from planner.desk.desk import Desk

NASTY = st.text(st.sampled_from("aé\"'\\[]{}#=/@\u202e\u2066 \t\n\r\u2028\x85\x00\x1b\x7f🧱\u0301"), max_size=30)


def test_every_column_of_every_record_has_a_key() -> None:
    bookkeeping = {"id", "position", "uid", "post_id"}
    for kind in RECORDS:
        name = str(kind.__tablename__)
        if name == "need":
            continue
        said = {
            column
            for key in ({"brief": ("brief", "objective", "rhythm"), "mute": ("mute", "muted")}.get(name) or (name,))
            for column in KEYS[key].values()
        }
        assert set(kind.model_fields) - said <= bookkeeping, name
    assert "uid" in KEYS["post"]
    assert "uid" in KEYS["slot"]
    assert "uid" in KEYS["brief"]


def test_a_dump_holds_everything_but_stamps_and_row_numbers(filled: Desk) -> None:
    plain = json.loads(dump(filled.calendar()))
    assert plain["brief"]["needs"] == ["Comment être payé ?", "Que répondre à un décompte ?"]
    assert {post["title"] for post in plain["post"]} == {"Retenue", "Une idée", "Non", "Corbeille", ""}
    retained = next(post for post in plain["post"] if post["title"] == "Retenue")
    assert retained["body"] == BODY
    assert (retained["network"], retained["need"], retained["mute"][0]["check"]) == (
        "LinkedIn",
        "Comment être payé ?",
        "generic",
    )
    assert plain["question"][0]["post"] == retained["uid"] == plain["result"][0]["post"]
    assert plain["question"][0]["person"] == "Driss"
    assert not {"id", "sequence", "created", "changed"} & set(retained)


def test_two_equal_calendars_made_in_another_order_have_one_dump(tmp_path: Path) -> None:
    one, other = fresh(tmp_path, "one"), fresh(tmp_path, "other")
    notes: list[tuple[str, dict[str, Any]]] = [
        ("person", {"name": "Driss"}),
        ("person", {"name": "Aline"}),
        ("result", {"day": MONDAY, "indicator": "visits", "figure": 3}),
        ("result", {"day": MONDAY, "indicator": "requests", "figure": 1}),
        ("question", {"words": "Qui ?", "day": MONDAY}),
        ("question", {"words": "Où ?", "day": MONDAY}),
    ]
    for record, fields in notes:
        listening.note(one, record, **fields)
    for record, fields in reversed(notes):
        listening.note(other, record, **fields)
    other_uid = json.loads(dump(other.calendar()))["brief"]["uid"]
    one_uid = json.loads(dump(one.calendar()))["brief"]["uid"]
    assert dump(one.calendar()) == dump(other.calendar()).replace(other_uid, one_uid)
    one.close()
    other.close()


def test_the_order_of_networks_and_needs_is_kept(desk: Desk) -> None:
    for name in ("Zoo", "Allée", "Marché"):
        brief.add_network(desk, name=name)
    brief.write_brief(desk, needs=["z ?", "a ?"])
    plain = json.loads(dump(desk.calendar()))
    assert [network["name"] for network in plain["network"]] == ["Zoo", "Allée", "Marché"]
    assert plain["brief"]["needs"] == ["z ?", "a ?"]


def test_no_bidirectional_control_stands_raw_in_a_file(filled: Desk) -> None:
    for text in (dump(filled.calendar()), toml.write(filled.calendar(), ["\u202ex"])):
        assert "\u202e" not in text
        assert "\\u202e" in text


def test_a_toml_file_is_one_a_person_would_write(filled: Desk) -> None:
    text = toml.write(filled.calendar(), ["Ce fichier est un calendrier.", "[brief] #\n[x]"])
    lines = text.splitlines()
    assert lines[:3] == [toml.MARK, "# Ce fichier est un calendrier.", "# [brief] # [x]"]
    assert 'body = """' in lines
    assert "Un chantier, deux devis." in lines
    assert "[[post.mute]]" in lines
    assert "null" not in text
    assert '""\n' not in text.replace('"""\n', "")


def test_a_file_says_what_the_document_says(filled: Desk) -> None:
    whole = document(filled.calendar())
    read = tomllib.loads(toml.write(filled.calendar()))
    assert read == _without_blanks(whole)


@settings(max_examples=200)
@given(NASTY)
def test_any_text_is_read_back_as_it_was(text: str) -> None:
    whole = {"format": 1, "brief": {"title": text}, "post": [{"body": text, "mute": [{"reason": text}]}]}
    read = tomllib.loads("".join(toml.chunks(whole)))
    assert read["brief"].get("title", "") == text
    assert read["post"][0].get("body", "") == text
    assert read["post"][0]["mute"][0].get("reason", "") == text


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(texts=st.lists(NASTY, min_size=6, max_size=6), shift=st.integers(0, 400))
def test_a_calendar_of_nasty_texts_is_the_same_after_its_file(
    tmp_path_factory: Any, texts: list[str], shift: int
) -> None:
    from planner.desk.bring import bring_toml_into_new

    folder: Path = tmp_path_factory.mktemp("nasty")
    desk = fresh(folder, "made")
    title, body, note, reason, words, name = texts
    day = MONDAY + timedelta(days=shift)
    network = brief.add_network(desk, name=f"n{name}", criterion=title).id
    brief.write_brief(desk, needs=[f"?{words}"], portrait=body, not_for=[title, name], do=[note])
    need = desk.calendar().needs[0].id
    post = posts.plan(
        desk, title=title, body=body, note=note, next_step=words, network_id=network, need_id=need, day=day
    ).id
    mutes.mute(desk, post, "generic", f"r{reason}")
    posts.plan(desk, body="\n" + body + "\n ")
    brief.add_slot(desk, kind="listen", title=title, day=date(2026, 3, 29), time="02:30", network_id=network)
    person = listening.note(desk, "person", name=f"p{name}", note=note, promise=title).id
    listening.note(desk, "question", words=f"q{words}", post_id=post, person_id=person, need_id=need)
    listening.note(desk, "result", day=day, indicator=f"i{title}", figure=shift / 7, note=note, network_id=network)
    listening.note(desk, "review", day=day, question=words, note=body)
    first = toml.write(desk.calendar())
    other, _ = bring_toml_into_new(folder / "read.planner", first, "read.toml", Clock())
    assert dump(other.calendar()) == dump(desk.calendar())
    assert toml.write(other.calendar()) == first
    desk.close()
    other.close()


def _without_blanks(value: Any) -> Any:
    if isinstance(value, dict):
        kept = {key: _without_blanks(item) for key, item in value.items()}
        return {key: item for key, item in kept.items() if item is not None and item != "" and item != []}
    return [_without_blanks(item) for item in value] if isinstance(value, list) else value

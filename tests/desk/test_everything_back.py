"""Whatever was done, in whatever order: undone to the beginning, done again to the end, across a reopened file."""

from __future__ import annotations

import random
import shutil
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.desk import brief, learning, listening, mutes, posts
from planner.desk.bring import bring_toml
from planner.desk.desk import Desk
from planner.desk.send import dump_text, toml_text
from planner.desk.undo import redo, undo
from planner.errors import InputError
from planner.model.terms import Status
from tests.made import BODY, MONDAY, Clock

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    from planner.model.calendar import Calendar

    Verb = Callable[[Desk, Calendar, random.Random], Any]


def _any(rows: Any, chance: random.Random) -> Any:
    """One row's number; one that does not exist now and then."""
    return chance.choice([row.id for row in rows] or [999])


def _some_day(chance: random.Random) -> Any:
    return chance.choice([None, MONDAY + timedelta(days=chance.randrange(60))])


FILES: list[str] = [
    "format = 1\n[brief]\ntitle = 'a'\nneeds = ['a ?']\n[[network]]\nname = 'LinkedIn'\n"
    "[[post]]\nuid = 'u'\nneed = 'a ?'\nday = 2026-11-24\n[[post.mute]]\ncheck = 'x'\nreason = 'y'\n"
    "[[result]]\nday = 2026-11-24\nindicator = 'visits'\nfigure = 2\npost = 'u'\n",
    "format = 1\n[[person]]\nname = 'Driss'\n[[post]]\nuid = 'u'\nstatus = 'dropped'\nsequence = 9\n"
    "[[post]]\nuid = 'v'\n[[question]]\nwords = 'q ?'\npost = 'v'\nperson = 'Driss'\n",
]

VERBS: dict[str, Verb] = {
    "plan": lambda desk, calendar, chance: posts.plan(
        desk, title=f"t{chance.random()}", body=BODY, day=_some_day(chance), network_id=_any(calendar.networks, chance)
    ),
    "write": lambda desk, calendar, chance: posts.write(
        desk, _any(calendar.posts, chance), body=f"{chance.random()}\n", need_id=_any(calendar.needs, chance)
    ),
    "move": lambda desk, calendar, chance: posts.move(desk, _any(calendar.posts, chance), _some_day(chance)),
    "nudge": lambda desk, calendar, chance: posts.nudge(desk, _any(calendar.posts, chance), 1),
    "status": lambda desk, calendar, chance: posts.set_status(
        desk, _any(calendar.posts, chance), chance.choice(list(Status))
    ),
    "duplicate": lambda desk, calendar, chance: posts.duplicate(desk, _any(calendar.posts, chance)),
    "adapt": lambda desk, calendar, chance: posts.adapt(
        desk, _any(calendar.posts, chance), _any(calendar.networks, chance)
    ),
    "delete": lambda desk, calendar, chance: posts.delete(desk, _any(calendar.posts, chance)),
    "bring back": lambda desk, calendar, chance: posts.bring_back(desk, _any(calendar.binned, chance)),
    "empty bin": lambda desk, calendar, _: posts.empty_bin(desk, [post.id for post in calendar.binned if post.id]),
    "mute": lambda desk, calendar, chance: mutes.mute(desk, _any(calendar.posts, chance), "generic", "voulu"),
    "unmute": lambda desk, calendar, chance: mutes.unmute(desk, _any(calendar.posts, chance), "generic"),
    "mute beside": lambda desk, _, chance: mutes.mute_beside(desk, "silence", f"{chance.random()}", "2026-12-07"),
    "unmute beside": lambda desk, _, chance: mutes.unmute_beside(desk, "over-hours", "2026-12-07"),
    "welcome reader": lambda desk, _, chance: learning.welcome_reader(desk, chance.choice(["juristes", "notaires"])),
    "forget reader": lambda desk, _, chance: learning.forget_reader(desk, "juristes"),
    "forget limit": lambda desk, _, chance: learning.forget_limit(desk),
    "switch off": lambda desk, _, chance: learning.switch_off(desk, chance.choice(["generic", "rhythm"])),
    "switch on": lambda desk, _, chance: learning.switch_on(desk, "buzz"),
    "weigh": lambda desk, _, chance: learning.weigh(desk, "generic", chance.choice(["", "error", "suggestion"])),
    "brief": lambda desk, calendar, chance: brief.write_brief(
        desk, needs=chance.sample(["a ?", "b ?", *(need.text for need in calendar.needs)], 2), do=[f"{chance.random()}"]
    ),
    "add network": lambda desk, _, chance: brief.add_network(desk, name=f"n{chance.random()}"),
    "write network": lambda desk, calendar, chance: brief.write_network(
        desk, _any(calendar.networks, chance), name=f"n{chance.random()}", open=False
    ),
    "remove network": lambda desk, calendar, chance: brief.remove_network(desk, _any(calendar.networks, chance)),
    "add slot": lambda desk, calendar, chance: brief.add_slot(
        desk, kind="listen", day=MONDAY, time="08:00", network_id=_any(calendar.networks, chance)
    ),
    "write slot": lambda desk, calendar, chance: brief.write_slot(
        desk, _any(calendar.slots, chance), minutes=chance.randrange(1, 90), skipped=[MONDAY]
    ),
    "remove slot": lambda desk, calendar, chance: brief.remove_slot(desk, _any(calendar.slots, chance)),
    "question": lambda desk, calendar, chance: listening.note(
        desk, "question", words="q ?", post_id=_any([*calendar.posts, *calendar.binned], chance)
    ),
    "person": lambda desk, _, chance: listening.note(desk, "person", name=f"p{chance.random()}"),
    "result": lambda desk, calendar, chance: listening.note(
        desk, "result", day=MONDAY, indicator="visits", figure=1, post_id=_any(calendar.binned, chance)
    ),
    "review": lambda desk, _, chance: listening.note(desk, "review", day=MONDAY),
    "import": lambda desk, _, chance: bring_toml(desk, chance.choice(FILES), "f.toml"),
}


def _sequences(desk: Desk) -> dict[tuple[str, int], int]:
    return {key: stamp.sequence for key, stamp in desk.calendar().stamps.items()}


def _none_fell(before: dict[tuple[str, int], int], after: dict[tuple[str, int], int]) -> bool:
    return all(after[key] >= sequence for key, sequence in before.items())


def _opened(path: Path, clock: Clock) -> Desk:
    """The calendar, without waiting for the disk: only what is written matters here."""
    desk = Desk(path, clock)
    desk.database.reading.execute("PRAGMA synchronous = OFF")
    return desk


@settings(max_examples=20, deadline=None)
@given(verbs=st.lists(st.sampled_from(sorted(VERBS)), min_size=4, max_size=14), seed=st.integers(0, 2**32))
def test_everything_is_undone_and_done_again(
    filled_file: Path, tmp_path_factory: pytest.TempPathFactory, verbs: list[str], seed: int
) -> None:
    chance, clock = random.Random(seed), Clock()
    path = tmp_path_factory.mktemp("steps") / "a.planner"
    shutil.copy(filled_file, path)
    desk = _opened(path, clock)
    dumps, sequences = [dump_text(desk)], _sequences(desk)
    for verb in verbs:
        clock.tick()
        try:
            changed = VERBS[verb](desk, desk.calendar(), chance)
        except InputError:
            assert dump_text(desk) == dumps[-1]
            continue
        assert (dump_text(desk) != dumps[-1]) == bool(changed.revision)
        if changed.revision:
            dumps.append(dump_text(desk))
        assert _none_fell(sequences, sequences := _sequences(desk))
    for expected in reversed(dumps[:-1]):
        assert undo(desk) is not None
        assert dump_text(desk) == expected
        assert _none_fell(sequences, sequences := _sequences(desk))
    desk.close()
    desk = _opened(path, clock)
    for expected in dumps[1:]:
        assert redo(desk) is not None
        assert dump_text(desk) == expected
        assert _none_fell(sequences, sequences := _sequences(desk))
    assert redo(desk) is None
    bring_toml(desk, toml_text(desk), "own.toml")
    assert dump_text(desk) == dumps[-1]
    desk.close()


def test_every_verb_takes_hold_at_least_once(filled_file: Path, tmp_path: Path) -> None:
    """The property above would prove nothing of a verb that always refuses."""
    chance = random.Random(1)
    shutil.copy(filled_file, tmp_path / "a.planner")
    desk = _opened(tmp_path / "a.planner", Clock())
    for verb in VERBS:
        taken = False
        for _ in range(30):
            try:
                taken = bool(VERBS[verb](desk, desk.calendar(), chance).revision)
            except InputError:
                continue
            if taken:
                break
        assert taken, verb
        undo(desk)
    desk.close()

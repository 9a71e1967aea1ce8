"""Posts from a table or from notes: what each would do here, then all of it as one action.

A post of the same UID is changed. One without a UID that stands here already (same title, day and network) is the
same, never a duplicate.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from planner.desk.desk import Changed, new_uid
from planner.desk.known_names import KnownNames, added_notes, names_added, with_numbers
from planner.desk.posts import settle
from planner.desk.preview import Becomes, Preview, PreviewRow, becomes, keys_of
from planner.desk.said_values import said_values
from planner.errors import ConflictError, InputError
from planner.model.names import plain

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from planner.desk.desk import Desk
    from planner.desk.preview import State
    from planner.errors import PlannerError
    from planner.model.post import Post

SHOWN = 200
"""Characters of a title in a preview, at most."""


class Names(NamedTuple):
    """What columns, statuses and purposes are called, in every language: words to codes."""

    columns: Mapping[str, str] = {}
    statuses: Mapping[str, str] = {}
    purposes: Mapping[str, str] = {}


class Told(NamedTuple):
    """What one line or one file says of a post.

    Attributes:
        number: its place in the file or folder.
        said: text by column of `exchange.document.KEYS["post"]`; a day and an hour as such, None for none.
        faults: why it cannot be taken in.
        remarks: what must be said of it, though it is taken in.
        title: what it is shown by where it says no title.
    """

    number: int
    said: Mapping[str, Any]
    faults: tuple[PlannerError, ...] = ()
    remarks: tuple[PlannerError, ...] = ()
    title: str = ""


@dataclass
class _Plan:
    """What is to be written: values by post, new posts, and what they name that is not here yet."""

    changed: dict[int, dict[str, Any]] = field(default_factory=dict)
    new: list[dict[str, Any]] = field(default_factory=list)


def preview_posts(
    desk: Desk,
    name: str,
    told: Iterable[Told],
    names: Names,
    *,
    new_networks: bool = False,
    new_needs: bool = False,
    notes: Sequence[PlannerError] = (),
    asks: Mapping[str, tuple[str, ...]] | None = None,
) -> Preview:
    """What these posts would do here; nothing is written before `Preview.bring`.

    Args:
        desk: the open calendar.
        name: what the file is called.
        told: what each line or file says.
        names: the words for statuses and purposes.
        new_networks: whether a network that is not here is added; else its post is refused.
        new_needs: the same for a need.
        notes: what must be said of the file as a whole.
        asks: what a person must decide first; `bring` refuses until nothing is asked.
    """
    revision, asked = _revision(desk), dict(asks or {})
    known = KnownNames(desk.calendar(), names.statuses, names.purposes, new_networks=new_networks, new_needs=new_needs)
    judging = _Judging(known)
    rows = [judging.row(one) for one in told]

    def bring() -> Changed:
        if asked:
            raise InputError("import-asks", asks=", ".join(asked))
        if revision != _revision(desk):
            raise ConflictError("import-overtaken", file=name)
        return _brought(desk, name, judging)

    return Preview(name, rows, bring, asked, (*notes, *added_notes(judging.known)), desk.today())


def _revision(desk: Desk) -> int:
    return int(str(desk.database.rows("SELECT number FROM revision")[0][0]))


class _Judging:
    """One import being judged: what stands here, what the lines before said."""

    def __init__(self, known: KnownNames) -> None:
        from planner.model.post import Post

        self.known = known
        self.plan = _Plan()
        self.blank = Post()
        calendar = known.calendar
        self.standing = {post.uid: post for post in [*calendar.posts, *calendar.binned]}
        self.taken = {slot.uid for slot in calendar.slots}
        self.here: dict[tuple[str, object, object], dict[str, Any]] = {
            self._likeness(values): values for post in calendar.posts if (values := post.model_dump())
        }

    def row(self, told: Told) -> PreviewRow:
        """What a line would do, noted down to be done."""
        title = str(told.said.get("title", "") or told.said.get("body", "") or told.title).strip()
        shown = title.partition("\n")[0][:SHOWN]
        values, faults = said_values(told.said, self.known)
        if not faults and not told.faults:
            faults = self._fault(values)
        if faults or told.faults:
            return PreviewRow(told.number, shown, "refused", "", (*told.faults, *faults))
        state, remarks, columns = self._state(values)
        reasons, fields = (*told.remarks, *remarks), keys_of("post", columns)
        return PreviewRow(told.number, shown, state, "post", reasons, fields, self._becomes(state, values))

    def _becomes(self, state: State, values: dict[str, Any]) -> Becomes | None:
        if state not in ("new", "changed"):
            return None
        standing = self.standing.get(values["uid"])
        return becomes("post", {**(standing.model_dump() if standing else {}), **values})

    def _fault(self, values: dict[str, Any]) -> tuple[InputError, ...]:
        uid = values.get("uid")
        if uid in self.taken:
            return (InputError("value-duplicate", field="uid", value=str(uid)[:SHOWN]),)
        if uid not in self.standing and not (values.get("title") or values.get("body", "").strip() or uid):
            return (InputError("text-missing", field="title"),)
        return ()

    def _state(self, values: dict[str, Any]) -> tuple[State, tuple[InputError, ...], Container[str]]:
        uid = values.get("uid")
        if not uid:
            twin = self.here.get(self._likeness({**self.blank.model_dump(), **values}))
            if twin is not None:
                differs = any(twin.get(name) != value for name, value in self._settled(twin, values).items())
                return "same", (InputError("row-differs"),) if differs else (), ()
            values["uid"] = new_uid()
        self.taken.add(values["uid"])
        self.known.note(values)
        standing = self.standing.get(values["uid"])
        if standing is None:
            self.plan.new.append(values)
            self._welcome({**self.blank.model_dump(), **values})
            return "new", (), ()
        changes = self._changes(standing, values)
        return "changed" if changes else "same", (), changes

    def _changes(self, standing: Post, values: dict[str, Any]) -> dict[str, Any]:
        """What the line changes on a post that stands here; one in the bin comes out of it."""
        current = standing.model_dump()
        wanted = self._settled(current, {**values, "deleted": None})
        changes = {name: value for name, value in wanted.items() if current[name] != value}
        self._welcome({**current, **wanted})
        if changes:
            self.plan.changed[standing.id or 0] = changes
        return changes

    def _settled(self, current: dict[str, Any], values: dict[str, Any]) -> dict[str, Any]:
        """The values with what a day brings along; an hour that goes with a day is not lost by an empty cell."""
        from planner.model.post import Post

        post = Post(**{**current, **values, "network_id": None, "need_id": None})
        settle(post)
        return {**values, **{name: getattr(post, name) for name in ("time", "status") if name in values}}

    def _likeness(self, values: dict[str, Any]) -> tuple[str, object, object]:
        network = self.known.network_words(values.get("network_id"))
        return plain(values["title"] or values["body"]), values.get("day"), network

    def _welcome(self, values: dict[str, Any]) -> None:
        self.here.setdefault(self._likeness(values), values)


def _brought(desk: Desk, name: str, judging: _Judging) -> Changed:
    """Write what is new and what changed, as one action."""
    from planner.model.post import Post

    plan = judging.plan
    with desk.action("bring", title=name) as action:
        numbers = names_added(action, judging.known)
        for identifier, values in plan.changed.items():
            post = action.get(Post, identifier)
            for column, value in with_numbers(values, numbers).items():
                setattr(post, column, value)
            settle(post)
        for values in plan.new:
            post = Post(**with_numbers(values, numbers))
            settle(post)
            action.session.add(post)
    return Changed("bring", "post", 0, action.revision, name)

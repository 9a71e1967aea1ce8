"""What a user can note: questions heard, people, results, reviews."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planner.desk.brief import refuse_taken_name
from planner.desk.desk import Changed, Desk, new_uid
from planner.desk.values import checked
from planner.model.listening import Person, Question
from planner.model.result import Result
from planner.model.review import Review

if TYPE_CHECKING:
    from sqlmodel import SQLModel

KINDS: dict[str, type[SQLModel]] = {"question": Question, "person": Person, "result": Result, "review": Review}


def note(desk: Desk, record: str, **fields: Any) -> Changed:
    """Add a question, a person, a result or a review.

    Raises:
        InputError: a field's value cannot be taken in, or `value-duplicate`: a person has this name.
    """
    values = checked(record, fields)
    if record == "review":
        values["uid"] = new_uid()
    with desk.action(f"note-{record}") as action:
        if record == "person":
            refuse_taken_name(action, Person, values.get("name"))
        noted = action.add(KINDS[record](**values))
    return Changed(f"note-{record}", record, noted.id, action.revision)  # type: ignore[attr-defined]

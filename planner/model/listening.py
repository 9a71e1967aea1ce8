"""Questions heard from the audience, and the people who matter."""

import datetime

from sqlmodel import Field, SQLModel

from planner.model.terms import Stage


class Question(SQLModel, table=True):
    """Something a member of the audience said or asked: the words, where, when."""

    id: int | None = Field(default=None, primary_key=True)
    words: str = ""
    place: str = ""
    day: datetime.date | None = None
    need_id: int | None = Field(default=None, foreign_key="need.id")
    post_id: int | None = Field(default=None, foreign_key="post.id")
    person_id: int | None = Field(default=None, foreign_key="person.id")


class Person(SQLModel, table=True):
    """Someone who matters, from stranger to ambassador, and what was promised to them."""

    id: int | None = Field(default=None, primary_key=True)
    name: str = ""
    stage: str = Stage.STRANGER
    place: str = ""
    note: str = ""
    last_contact: datetime.date | None = None
    promise: str = ""
    promise_due: datetime.date | None = None

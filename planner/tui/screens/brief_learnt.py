"""What was learnt from the author, in the brief: each thing can be seen, and forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.content import Content
from textual.widgets import OptionList, Static

from planner.desk.mutes import OFFERED_AT
from planner.tui.dialogs.ask_one import AskOne
from planner.tui.host import desk_of
from planner.tui.plain import plain
from planner.tui.screens.brief_list import BriefList
from planner.tui.widgets.tall_choices import TallChoices
from planner.words import dates, findings, say, say_many

if TYPE_CHECKING:
    from collections.abc import Collection

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from planner.desk.desk import Changed, Desk
    from planner.desk.learning import Learnt


class Lesson(NamedTuple):
    """One thing that was learnt: `reader`, `limit` or `muted`, the words of it, and how it is shown."""

    kind: str
    words: str
    row: Content


class BriefLearnt(BriefList):
    """The readers that are hers too, how precisely she usually writes, the checks she often mutes."""

    BINDINGS: ClassVar[list[BindingType]] = [("d", "forget", "")]

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__(id="learnt")
        self.lessons: list[Lesson] = []

    def compose(self) -> ComposeResult:
        """How it fills, the rows, the keys."""
        told = say("What the checks took from what you do. You can forget each of these things, and take it back.")
        yield Static(plain(told), classes="list-told")
        yield TallChoices([("", plain("…", "dim"))])
        yield Static(plain(say("d forget, or switch off what is often muted   u undo")), classes="list-keys")

    def tell(self, learnt: Learnt, silent: Collection[str]) -> None:
        """Show what was learnt, and under it how the rest is learnt; `silent` are the checks that are off."""
        self.lessons = lessons(learnt, silent)
        rows = [(str(place), lesson.row) for place, lesson in enumerate(self.lessons)]
        self.query_one(TallChoices).show([*rows, *(("", plain(text, "dim")) for text in to_come(learnt))])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Ask what to do with the thing under the cursor."""
        event.stop()
        lesson = self._chosen()
        if lesson is None:
            return

        def answered(deed: str | None) -> None:
            if deed == "forget":
                self._forget(lesson)

        deed = say("Switch it off in this calendar") if lesson.kind == "muted" else say("Forget it")
        rows = [("keep", plain(say("Leave it as it is"))), ("forget", plain(deed))]
        self.app.push_screen(AskOne(lesson.row.plain, rows), answered)

    def action_forget(self) -> None:
        """Forget the thing under the cursor; a check that is often muted is switched off."""
        lesson = self._chosen()
        if lesson is not None:
            self._forget(lesson)

    def _chosen(self) -> Lesson | None:
        chosen = self.query_one(TallChoices).chosen
        return self.lessons[int(chosen)] if chosen else None

    def _forget(self, lesson: Lesson) -> None:
        desk = desk_of(self)
        self.write(lambda: forget(desk, lesson))


def forget(desk: Desk, lesson: Lesson) -> Changed:
    """Forget one thing; one undo step."""
    from planner.desk import learning

    if lesson.kind == "reader":
        return learning.forget_reader(desk, lesson.words)
    return learning.forget_limit(desk) if lesson.kind == "limit" else learning.switch_off(desk, lesson.words)


def lessons(learnt: Learnt, silent: Collection[str]) -> list[Lesson]:
    """What was learnt, a row each: readers, the usual limit, the checks often muted and not `silent`."""
    readers = [
        Lesson("reader", words, _named(say("“{text}”", text=words), say("are your readers too")))
        for words in learnt.readers
    ]
    limit = [Lesson("limit", "", _limit(learnt))] if learnt.usual_posts else []
    muted = [
        Lesson("muted", check, _muted(check, posts))
        for check, posts in learnt.often_muted.items()
        if check not in silent
    ]
    return [*readers, *limit, *muted]


def to_come(learnt: Learnt) -> list[str]:
    """How what was not learnt yet will be."""
    from planner.focus.text.genericness import POSTS_FOR_OWN_LIMIT

    said = []
    if not learnt.readers:
        said.append(
            say("Readers: none yet. Where a text is found to call others, you can say that they are yours too.")
        )
    if not learnt.usual_posts:
        said.append(_waiting(learnt, POSTS_FOR_OWN_LIMIT))
    if not learnt.often_muted:
        said.append(
            say(
                "Often muted: none yet. A check muted on {count} posts may be wrong for you; you are asked.",
                count=OFFERED_AT,
            )
        )
    return said


def _waiting(learnt: Learnt, needed: int) -> str:
    if learnt.since is not None:
        return say(
            "How you usually write: forgotten. {needed} texts from {day} on will tell it anew.",
            needed=needed,
            day=dates.day_long(learnt.since),
        )
    return say("How you usually write: not known yet. {needed} posts with a text tell it.", needed=needed)


def _limit(learnt: Learnt) -> Content:
    said = say("Your last {count} texts tell how you usually write.", count=learnt.usual_posts)
    then = (
        say("It is more precise than most, so a text is found generic sooner here.")
        if learnt.stricter
        else say("A text is found generic here as it would be for anyone.")
    )
    since = f" {say('Counted from {day}.', day=dates.day_long(learnt.since))}" if learnt.since else ""
    return Content.assemble(plain(said, "bold"), plain(f" {then}{since}"))


def _muted(check: str, posts: int) -> Content:
    said = say_many("muted on {count} post: switch it off?", "muted on {count} posts: switch it off?", posts)
    return _named(say("“{text}”", text=findings.name(check)), said)


def _named(name: str, said: str) -> Content:
    return Content.assemble(plain(name, "bold"), "  ", plain(said))

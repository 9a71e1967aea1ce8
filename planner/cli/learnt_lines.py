"""What was learnt from an author, as lines: the fact, then the command that takes it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.cli.printing import on_one_line
from planner.desk.catalogue import Said, catalogue, groups
from planner.words import dates, findings, say, say_many, terms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.desk.learning import Learnt


def lines(learnt: Learnt, title: str) -> Iterator[str]:
    """Everything that was learnt, one matter after the other; what was not learnt is said too."""
    yield say("What the checks learnt from you in “{title}”:", title=title)
    for matter in (_readers(learnt), _limit(learnt), _off(learnt), _weights(learnt), _muted(learnt)):
        for number, line in enumerate(matter):
            yield ("    " if number else "  ") + line


def called(name: str) -> str:
    """A check or a group, as `Générique (generic)`."""
    words = terms.group(name) if name in groups() else findings.name(name)
    return say("{name} ({check})", name=words, check=name)


def _readers(learnt: Learnt) -> Iterator[str]:
    if not learnt.readers:
        yield say("Your readers: those of the brief, nobody else.")
        return
    known = ", ".join(say("“{text}”", text=on_one_line(words)) for words in learnt.readers)
    yield say("Your readers too, you said: {readers}.", readers=known)
    yield say("To forget: `planner doctor --forget-reader WORDS`, or `--forget readers` for all of them.")


def _limit(learnt: Learnt) -> Iterator[str]:
    if not learnt.usual_posts:
        yield say("How you usually write: too few posts to say, so the limit is everyone’s.")
    elif learnt.stricter:
        yield say_many(
            "How you usually write: {count} post, more precise than most; your own limit is stricter than everyone’s.",
            "How you usually write: {count} posts, more precise than most; your own limit is stricter than everyone’s.",
            learnt.usual_posts,
        )
        yield say("To forget: `planner doctor --forget limit`.")
    else:
        yield say_many(
            "How you usually write: {count} post read; the limit stays everyone’s.",
            "How you usually write: {count} posts read; the limit stays everyone’s.",
            learnt.usual_posts,
        )
    if learnt.since:
        yield say("Posts made up to {day} do not count: you had that forgotten.", day=dates.day_long(learnt.since))


def _off(learnt: Learnt) -> Iterator[str]:
    if not learnt.off:
        yield say("Switched off: nothing.")
        return
    yield say("Switched off: {checks}.", checks=", ".join(map(called, learnt.off)))
    yield say("To hear it again: `planner doctor --switch-on NAME`, or `--forget off` for all of them.")


def _weights(learnt: Learnt) -> Iterator[str]:
    if not learnt.weights:
        yield say("Severities: each check’s own.")
        return
    told = (weight.partition("=") for weight in learnt.weights)
    changed = [say("{check}: {severity}", check=called(name), severity=terms.severity(to)) for name, _, to in told]
    yield say("Severities you changed: {checks}.", checks="; ".join(changed))
    yield say("To give one back its own: `planner doctor --weigh NAME=`, or `--forget severities` for all of them.")


def _muted(learnt: Learnt) -> Iterator[str]:
    said = Said(frozenset(learnt.off))
    speaks = {known.check for known in catalogue() if not said.silences(known)}
    for check, posts in sorted(learnt.often_muted.items()):
        if check in speaks:
            yield say_many(
                "{check} is muted on {count} post. Is it wrong for you? `planner doctor --switch-off {code}`",
                "{check} is muted on {count} posts. Is it wrong for you? `planner doctor --switch-off {code}`",
                posts, check=called(check), code=check,
            )  # fmt: skip

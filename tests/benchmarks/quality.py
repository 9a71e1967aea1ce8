"""What the checks catch and what they flag wrongly, measured in the open.

`python -m tests.benchmarks.quality` prints one Markdown table; all it reads is in `tests/data`. With `--data FOLDER`
it reads published texts too, which are not ours to give. The product itself judges, by its own lists; what was
fitted or counted on a writer's drafts is left out when that writer is judged. The lists written by hand (phrases,
readers, themes) were written with all drafts in sight: on them, the drafts flatter the checks.
"""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING

from tests.benchmarks import quality_figures as figures
from tests.benchmarks.quality_changed import GOOD
from tests.benchmarks.quality_fresh import caught, flagged
from tests.benchmarks.quality_published import by_hand, published, rates
from tests.focus.text.samples import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from tests.focus.text.samples import Row

    Line = tuple[str, Callable[[str], str]]

CALLS = (("buzz", "buzz"), ("pushy", "pushy"), ("impersonal", "broadcast"))
"""The checks of tone and the kind of drafts written to be found by each."""


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="a folder of published texts")
    data = parser.parse_args().data
    print("\n".join(table(drafts_lines())))
    if data:
        print("\n" + "\n".join(table(published_lines(data))))


def table(lines: Iterable[Line]) -> list[str]:
    """A Markdown table with a column a language."""
    rows = [[what, *(shown(language) for language in LANGUAGES)] for what, shown in lines]
    return ["| measured | French | English |", "|---|---|---|", *(f"| {' | '.join(row)} |" for row in rows)]


def drafts_lines() -> list[Line]:
    """What can be measured on `tests/data` alone."""
    return [*generic_lines(), *target_lines(), *tone_lines(), *whole_lines()]


def generic_lines() -> list[Line]:
    """How well generic texts are told from precise ones."""
    posts = "generic, practitioners' posts: caught; precise posts flagged"
    return [
        ("generic: how often a generic draft scores above a good one", _curve),
        ("generic, default limit: caught; good drafts flagged", _at_default),
        ("generic, own limit, 20 posts of which 16 good: caught; good drafts flagged", _at_own_limit),
        ("generic: good drafts with small talk around them, flagged", _small_talk),
        (posts, lambda name: _practitioners(name, left_out=False)),
        ("the same, each eighth of the authors left out", lambda name: _practitioners(name, left_out=True)),
    ]


def target_lines() -> list[Line]:
    """How well drafts for other readers, on other subjects or on never-topics are found."""
    return [
        ("off-target or wrong-reader: another subject, caught", lambda name: _off_target(name, far=True)),
        ("off-target or wrong-reader: near misses, caught", lambda name: _off_target(name, far=False)),
        ("off-target or wrong-reader: drafts on target flagged", lambda name: f"{_on_target(name):.3f}"),
        ("wrong-reader alone: off-target drafts caught; on target flagged", _wrong_reader),
        ("off-limits: caught; good drafts flagged (by itself, as with `--jsonl`)", _off_limits),
    ]


def tone_lines() -> list[Line]:
    """How well fishing, pressing and office voices are found."""
    lines: list[Line] = [
        (f"{check}: caught; good drafts flagged", partial(_caught, check, kind)) for check, kind in CALLS
    ]
    return [*lines, ("no-next-step: good drafts flagged", _no_next_step)]


def whole_lines() -> list[Line]:
    """What a person who writes well sees, and the drafts nothing was fitted on."""
    subject, tone = ("generic", "off-target", "off-limits"), ("buzz", "pushy", "impersonal", "no-next-step")
    return [
        ("precise drafts on target: at most one warning; none", _warnings),
        (f"60 drafts nothing was fitted on, caught: {'; '.join(subject)}", partial(_hand, subject)),
        (f"the same: {'; '.join(tone)}", partial(_hand, tone)),
        ("the same, flagged wrongly, in the order of these seven", _hand_wrongly),
        ("208 drafts written last, of other trades, caught: another subject; near misses; off-limits", caught),
        ("the same, good drafts warned of: off-target or wrong-reader; off-limits; anything", flagged),
    ]


def published_lines(data: Path) -> list[Line]:
    """What is flagged of published texts."""
    texts = published(data)
    tone = ("buzz", "pushy", "impersonal")
    checks = ("generic", *tone)
    listed = "; ".join(checks)
    return [
        (f"institutions' posts found precise by a reader: {listed}", partial(_rates, texts["precise"], checks)),
        (f"posts nobody read, about one in ten generic: {listed}", partial(_rates, texts["unread"], checks)),
        (f"official sheets: {listed}", partial(_rates, texts["sheets"], checks)),
        (f"single sentences of an encyclopaedia and of news: {listed}", partial(_rates, texts["neutral"], checks)),
    ]


def _curve(name: str) -> str:
    return f"{figures.generic_curve(name):.3f}"


def _at_default(name: str) -> str:
    flagged, caught = figures.generic_at_default(name)
    return _pair(caught, flagged)


def _at_own_limit(name: str) -> str:
    flagged, caught = figures.generic_at_own_limit(name)
    return _pair(caught, flagged)


def _small_talk(name: str) -> str:
    return f"{figures.small_talk_flagged(name):.2f}"


def _off_target(name: str, far: bool) -> str:
    caught, there = figures.off_target(name, far)
    return f"{caught} of {there}"


def _no_next_step(name: str) -> str:
    return f"{figures.found(name, 'no-next-step', *GOOD):.2f}"


def _pair(first: float, second: float) -> str:
    return f"{first:.2f}; {second:.3f}"


def _practitioners(name: str, left_out: bool) -> str:
    caught, flagged = (figures.practitioners_flagged(name, generic, left_out) for generic in (True, False))
    return f"{caught:.2f}; {flagged:.2f}"


def _caught(check: str, kind: str, name: str) -> str:
    return _pair(figures.found(name, check, kind), figures.found(name, check, *GOOD))


def _off_limits(name: str) -> str:
    alone = _pair(figures.alone(name, "off-limits", "never-topic"), figures.alone(name, "off-limits", *GOOD))
    return f"{_caught('off-limits', 'never-topic', name)} ({alone})"


def _on_target(name: str, *checks: str) -> float:
    return figures.share(figures.kind(name, "on-specific"), lambda said: said.warned(*(checks or figures.TARGET)))


def _wrong_reader(name: str) -> str:
    caught = figures.share(figures.kind(name, "off-specific"), lambda said: said.warned("wrong-reader"))
    return _pair(caught, _on_target(name, "wrong-reader"))


def _warnings(name: str) -> str:
    precise = [figures.warnings(said) for said in figures.kind(name, "on-specific")]
    return f"{mean(count <= 1 for count in precise):.2f}; {mean(not count for count in precise):.2f}"


def _hand(checks: Sequence[str], name: str) -> str:
    counts = by_hand(name)
    return "; ".join(f"{counts[check].caught} of {counts[check].labelled}" for check in checks)


def _hand_wrongly(name: str) -> str:
    return "; ".join(f"{count.wrongly} of {count.others}" for count in by_hand(name).values())


def _rates(texts: Sequence[Row], checks: Sequence[str], name: str) -> str:
    if not any(row["lang"] == name for row in texts):
        return "–"
    return "; ".join(f"{rate:.3f}" for rate in rates(texts, name, *checks))


if __name__ == "__main__":
    main()

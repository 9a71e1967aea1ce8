"""What a file says of itself and planner could not take: told in a line each, and the file is judged all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.desk.loose import knows_network
from planner.words import say, to_say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.cli.manuscript import Manuscript
    from planner.focus.judged import JudgedCalendar

FAULTS = {
    "no-end": to_say("{file}, line {line}: this front matter is never closed, so all of it was read as text."),
    "no-pair": to_say("{file}, line {line}: this line is no front matter, so all of it was read as text."),
    "not-closed": to_say("{file}, line {line}: “{sign}” is not closed there; the value was read as it stands."),
}


def passed_over(written: Manuscript, name: str, judge: JudgedCalendar) -> Iterator[str]:
    """A line for each fault of the front matter, and one for a network that nobody knows."""
    for fault in written.faults:
        yield say(FAULTS[fault.kind], file=name, line=fault.line, sign=fault.sign)
    network = written.said.get("network", "")
    if network and not knows_network(judge, network):
        known = ", ".join(network.name for network in judge.calendar.networks)
        yield say(
            "{file}: there is no network “{name}”, so the text was judged without a network’s limits. Known: {known}.",
            file=name, name=network, known=known,
        )  # fmt: skip

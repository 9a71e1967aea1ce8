"""How long a cold verdict takes beside tokenising only, on the 960 drafts.

Run by hand: `python -m tests.benchmarks.text_speed`. It prints a ratio, taken in one run so that the
machine does not matter; the words are known already, the drafts are not.
"""

from __future__ import annotations

from statistics import median
from time import process_time
from typing import TYPE_CHECKING

from planner.focus.batch import verdict
from tests.focus.text.samples import contract_row, draft_of, rows

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 7


def main() -> None:
    """Print the median of seven paired rounds."""
    drafts = rows("drafts_*.jsonl")
    lines = [contract_row(row) for row in drafts]
    for line in lines:
        verdict(line)
    pairs = [
        (
            _seconds(lambda: [verdict(line) for line in lines]),
            _seconds(lambda: [draft_of(row).tokens for row in drafts]),
        )
        for _ in range(ROUNDS)
    ]
    ratio = median(whole / tokens for whole, tokens in pairs)
    per_draft = [1000 * median(times) / len(drafts) for times in zip(*pairs, strict=True)]
    print(f"verdict {per_draft[0]:.3f} ms, tokenising {per_draft[1]:.3f} ms a draft: ratio {ratio:.1f}")


def _seconds(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start


if __name__ == "__main__":
    main()

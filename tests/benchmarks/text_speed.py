"""What the text checks cost beside reading the text, on the 960 drafts: ratios, so that the machine does not matter.

Run by hand: `python -m tests.benchmarks.text_speed`. Each pair of times is taken in one round, and the median of
the rounds' ratios is printed. The words are known already, the drafts are not.

- verdict / tokenising: a cold verdict of `planner check --jsonl` beside what must be done of any text: words,
  numbers and marks with their places, sentences and stems; for the drafts, and for texts of six of them.
- keystroke / cold: judging a text of six drafts again while a word is typed in its middle, with a memory, beside
  judging it without; by the same checks, the explanation included.
- twice as long: how much longer 10,000 words take than 5,000.
- hostile: the slowest of the texts nobody should write, in milliseconds.
"""

from __future__ import annotations

from statistics import median
from time import process_time
from typing import TYPE_CHECKING

from planner.focus.batch import verdict
from planner.focus.text.draft import Draft, Memory
from planner.focus.text.genericness import FLAGGED, judge_genericness
from planner.focus.text.phrases import phrase_hits, style_signs
from planner.focus.text.relevance import judge_relevance
from planner.focus.text.written import is_foreign, written
from tests.focus.text.samples import brief_words, contract_row, rows
from tests.focus.text.test_hostile import NO_PROSE, WORDY

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tests.focus.text.samples import Row

ROUNDS = 7
CODES = ("buzz", "pushy", "impersonal", "next_step")
LONG = 6
TYPED = " encore un mot"


def main() -> None:
    """Print all figures."""
    drafts = rows("drafts_*.jsonl")
    _print_verdicts("drafts", drafts)
    _print_verdicts("texts of six drafts", _joined(drafts))
    _print_keystrokes(_joined(drafts)[::8])
    _print_growth(drafts)
    _print_hostile()


def _print_verdicts(name: str, texts: Sequence[Row]) -> None:
    lines = [contract_row(text) for text in texts]
    for line in lines:
        verdict(line)
    pairs = [
        (
            _seconds(lambda: [verdict(line) for line in lines]),
            _seconds(lambda: [_tokenise(text) for text in texts]),
        )
        for _ in range(ROUNDS)
    ]
    whole, tokens = (1000 * median(times) / len(texts) for times in zip(*pairs, strict=True))
    ratio = median(whole / tokens for whole, tokens in pairs)
    print(f"{name}: verdict {whole:.3f} ms, tokenising {tokens:.3f} ms: ratio {ratio:.1f}")


def _print_keystrokes(texts: Sequence[Row]) -> None:
    pairs: list[tuple[float, float]] = []
    for text in texts:
        title, body, memory = text["title"], text["body"], Memory()
        middle = body.index(" ", len(body) // 2)
        _judge(text, title, body, memory)
        for typed in range(1, len(TYPED) + 1):
            changed = body[:middle] + TYPED[:typed] + body[middle:]
            pairs.append(
                (
                    _seconds(lambda: _judge(text, title, changed, memory)),  # noqa: B023 - called at once
                    _seconds(lambda: _judge(text, title, changed, None)),  # noqa: B023 - called at once
                )
            )
    key, cold = (1000 * median(times) for times in zip(*pairs, strict=True))
    ratio = median(key / cold for key, cold in pairs)
    print(f"keystroke {key:.3f} ms, cold {cold:.3f} ms: ratio {ratio:.2f}")


def _print_growth(drafts: Sequence[Row]) -> None:
    words = " ".join(row["body"] for row in drafts if row["lang"] == "fr").split(" ")
    row = contract_row(drafts[-1])
    ratios = []
    for _ in range(ROUNDS):
        short, long = (
            _seconds(lambda: verdict(row | {"lang": "fr", "body": " ".join(words[:count])}))  # noqa: B023
            for count in (5_000, 10_000)
        )
        ratios.append(long / short)
    print(f"twice as long: {median(ratios):.2f} times")


def _print_hostile() -> None:
    times = {
        name: _seconds(lambda: verdict({"lang": "fr", "title": text, "body": text, "network": "x"}))  # noqa: B023
        for name, text in (NO_PROSE | WORDY).items()
    }
    slowest = max(times, key=times.__getitem__)
    print(f"hostile: {slowest}, {1000 * times[slowest]:.0f} ms")


def _joined(drafts: Sequence[Row]) -> list[Row]:
    return [
        drafts[at] | {"body": "\n\n".join(row["body"] for row in drafts[at : at + LONG])}
        for at in range(0, len(drafts), LONG)
    ]


def _tokenise(text: Row) -> list[object]:
    pieces = Draft(text["title"], text["body"], text["lang"]).pieces
    return [(piece.tokens, piece.words, piece.sentences, piece.stems) for _, piece in pieces]


def _judge(text: Row, title: str, body: str, memory: Memory | None) -> None:
    draft = written(title, body, text["lang"], memory)
    is_foreign(draft)
    if judge_genericness(draft, explain=False).level in FLAGGED:
        judge_genericness(draft)
    judge_relevance(draft, brief_words(text["brief"]))
    for code in CODES:
        if phrase_hits(draft, code) and code == "pushy":
            style_signs(draft)


def _seconds(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start


if __name__ == "__main__":
    main()

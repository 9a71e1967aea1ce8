"""How long a whole calendar takes to judge: cold, unchanged, and at one keystroke, as ratios in one run.

Run by hand: `python -m tests.benchmarks.check_speed [POSTS]`, 10,000 posts unless said. The posts are the CC0
drafts, their sentences mixed so that no two are the same; the calendar is a real file.
"""

from __future__ import annotations

import random
import re
import sys
import tempfile
from datetime import date, datetime, timedelta
from pathlib import Path
from statistics import median
from time import process_time
from typing import TYPE_CHECKING

from planner.desk import brief, posts
from planner.desk.check import DraftJudge, draft_judge, judge_text, recheck
from planner.desk.desk import Desk, new_calendar, open_desk
from planner.focus.text.draft import Draft
from planner.model.post import Post
from tests.focus import build
from tests.focus.text.samples import rows

if TYPE_CHECKING:
    from collections.abc import Callable

POSTS = 10_000
FIRST = date(2026, 1, 1)
LONG = 600
KEYS = 40


def main() -> None:
    """Print the three ratios."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else POSTS
    with tempfile.TemporaryDirectory() as folder:
        path = _calendar(Path(folder), count)
        texts = [(post.title, post.body) for post in _judged(path)[1]]
        tokens = _seconds(lambda: [_tokenised(title, body) for title, body in texts])
        with open_desk(path, _now) as desk:
            cold = _seconds(lambda: recheck(desk))
            warm = median(_seconds(lambda: recheck(desk)) for _ in range(5))
        with open_desk(path, _now) as desk:
            again = _seconds(lambda: recheck(desk))
            posts.write(desk, 1, body="Un autre texte.")
            changed = _seconds(lambda: recheck(desk))
            key, whole = _keystroke(desk)
    print(f"{count} posts: tokenising {tokens:.2f} s, cold check {cold:.2f} s, ratio {cold / tokens:.1f}")
    print(f"unchanged: {warm:.3f} s ({warm / cold:.4f} of cold); by another program {again:.3f} s ({again / cold:.4f})")
    print(f"one post changed: {changed:.2f} s ({changed / cold:.3f} of cold)")
    print(f"one key in {LONG} words: {1000 * key:.1f} ms, the whole text cold {1000 * whole:.1f} ms: {key / whole:.2f}")


def _now() -> datetime:
    return datetime(2026, 1, 19, 10)


def _tokenised(title: str, body: str) -> object:
    draft = Draft(title, body, "fr")
    return draft.tokens, draft.stems


def _calendar(folder: Path, count: int) -> Path:
    """A calendar of one brief whose posts, four a week, are made of the French drafts' sentences."""
    desk = new_calendar(folder / "a.planner", "fr", "Europe/Paris", "Essai", _now)
    told = build.brief("fr")
    fields = ("audience", "not_for", "words", "places", "objective", "unit", "message", "do", "dont", "indicator")
    needs = [need.text for need in build.calendar("fr").needs]
    brief.write_brief(desk, needs=needs, **{name: getattr(told, name) for name in fields})
    network = brief.add_network(desk, name="LinkedIn", key="linkedin").id
    drafts = [row for row in rows("drafts_*.jsonl") if row["lang"] == "fr"]
    sentences = [sentence for row in drafts for sentence in re.split(r"(?<=[.!?])\s+", row["body"])]
    chance = random.Random(1)
    with desk.action("import") as action:
        for number in range(count):
            row = drafts[number % len(drafts)]
            body = f"{row['body']} {chance.choice(sentences)} {chance.choice(sentences)}"
            day = FIRST + timedelta(days=number // 4 * 2 % 3_650)
            post = Post(uid=str(number), title=f"{row['title']} {number}", body=body, day=day, status="draft")
            post.network_id, post.need_id = network, 1
            action.session.add(post)
    desk.close()
    return desk.path


def _judged(path: Path) -> tuple[Path, list[Post]]:
    with open_desk(path, _now) as desk:
        return path, list(desk.calendar().posts)


def _keystroke(desk: Desk) -> tuple[float, float]:
    """Median seconds for a key in the middle of a text of 600 words, and for that text read cold."""
    paragraphs = [post.body for post in desk.calendar().posts[:20]]
    body, words = "", 0
    for paragraph in paragraphs:
        body += f"{paragraph}\n\n"
        words += len(paragraph.split())
        if words >= LONG:
            break
    post = desk.calendar().posts[0].id
    cold = median(_seconds(_reader(draft_judge(desk, post), body)) for _ in range(7))
    standing = draft_judge(desk, post)
    judge_text(standing, "Titre", body)
    middle = body.index(" ", len(body) // 2)
    typed = [body[:middle] + "abcdefghijklmnopqrstuvwxyz"[: count % 26 + 1] + body[middle:] for count in range(KEYS)]
    return median(_seconds(_reader(standing, text)) for text in typed), cold


def _reader(judge: DraftJudge, body: str) -> Callable[[], object]:
    return lambda: judge_text(judge, "Titre", body)


def _seconds(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start


if __name__ == "__main__":
    main()

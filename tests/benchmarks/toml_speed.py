"""How long it takes to read a calendar's TOML in a process of its own, as a ratio to reading it in this one.

Run by hand: `python -m tests.benchmarks.toml_speed [posts] [rounds]`. Both in turn; the median of all ratios is the
result. The limit is 2 for 10,000 posts. Printed too: a folder of 300 notes, read apart and read here.
"""

import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

from planner.exchange import markdown, toml
from planner.exchange.markdown_apart import notes_apart
from planner.exchange.toml_apart import parsed_apart

LIMIT = 2
POST = '''
[[post]]
uid = "{number:032x}"
title = "Trois retenues de garantie, n° {number}"
network = "LinkedIn"
day = 2026-11-23
time = 09:00:00
minutes_to_prepare = 45
link = "https://a.example/{number}"
body = """
{body}"""
created = 2026-11-23T08:00:00Z
sequence = 2
'''
BODY = "Un chantier, deux devis, et une retenue de garantie qui ne revient pas : « écrivez ».\n\n" * 10
NOTE = f"---\ntitle: Le devis\ndate: 2026-03-12T09:00:00+01:00\ndraft: false\ntags: [devis]\nuid: a\n---\n\n{BODY}"


def main(count: int = 10_000, rounds: int = 5) -> None:
    """Print the ratio, both times, and those of a folder of notes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "whole.toml")
        path.write_text("format = 1\n" + "".join(POST.format(number=n, body=BODY) for n in range(count)), "utf-8")
        here, apart = [], []
        for _ in range(rounds):
            start = perf_counter()
            expected = toml.read(path.read_text("utf-8"), "whole.toml")
            middle = perf_counter()
            found = parsed_apart(path, "whole.toml")
            here.append(middle - start)
            apart.append(perf_counter() - middle)
            assert found.document == expected.document
        ratio = median(one / other for one, other in zip(apart, here, strict=True))
        size = path.stat().st_size
        print(f"{count} posts, {size} bytes: apart {median(apart):.2f} s / here {median(here):.2f} s = {ratio:.2f}")
        notes = [Path(folder, f"{number}.md") for number in range(300)]
        for note in notes:
            note.write_text(NOTE, "utf-8")
        start = perf_counter()
        known = [markdown.read(note.read_bytes(), note.name) for note in notes]
        middle = perf_counter()
        assert notes_apart([(note, note.name) for note in notes]) == known
        print(f"300 notes: apart {perf_counter() - middle:.2f} s, here {middle - start:.2f} s")
    sys.exit(0 if ratio <= LIMIT else 1)


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))

"""How long it takes to read and compare an .ics file, as a ratio to `icalendar.Calendar.from_ical` of the same bytes.

Run by hand: `python -m tests.benchmarks.import_speed [events] [rounds]`. Both in turn; the median of all ratios is the
result. The limit is 1.2 for 10,000 events. Printed too: the memory of the process that reads, and the slowest of the
rules that blow up elsewhere (limit 100 ms of computing time each).
"""

import subprocess
import sys
import tempfile
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from icalendar import Calendar

from planner.desk.bring_ics import preview_ics
from planner.errors import InputError
from planner.exchange.ics.entry import Feed
from planner.exchange.ics.read import MODULE
from planner.exchange.ics.write import ics_bytes
from planner.model.when import occurrences
from tests.benchmarks.ics_speed import posts
from tests.desk.test_bring_ics import BOMBS
from tests.made import MONDAY, fresh

LIMIT, SLOWEST = 1.2, 0.1


def slowest_rule() -> tuple[float, str]:
    """The rule that takes longest to be refused, or to be laid out for a year, and its seconds."""
    taken = []
    for rule in BOMBS:
        start = process_time()
        with suppress(InputError):
            occurrences(MONDAY, rule, MONDAY, MONDAY + timedelta(days=366))
        taken.append((process_time() - start, rule[:60]))
    return max(taken)


def memory_of_reading(path: Path) -> float:
    """Megabytes that the process which reads holds at most (Linux counts them; a fork's own count starts high)."""
    code = (
        f"import sys, runpy; runpy.run_module('{MODULE}', run_name='__main__');"
        "found = [line for line in open('/proc/self/status') if line.startswith('VmHWM')];"
        "print(found[0].split()[1], file=sys.stderr)"
    )
    with path.open("rb") as file:
        said = subprocess.run(
            [sys.executable, "-c", code, "Europe/Paris"],
            stdin=file,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            check=True,
        )
    return int(said.stderr.split()[-1]) / 1024


def main(count: int = 10_000, rounds: int = 3) -> None:
    """Print the ratio, the time to write, the memory of reading, and the slowest rule."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "theirs.ics")
        # Nothing of ours: every event is compared as a foreign one.
        written = ics_bytes(Feed(name="C", zone="Europe/Paris", entries=posts(count)))
        path.write_bytes(written.replace(b"PRODID:-//planner", b"PRODID:-//another"))
        desk = fresh(Path(folder))
        ratios = []
        for _ in range(rounds):
            start = perf_counter()
            Calendar.from_ical(path.read_bytes())
            middle = perf_counter()
            preview = preview_ics(desk, path)
            ratios.append((perf_counter() - middle) / (middle - start))
            assert preview.counts()["new"] == count
        start = perf_counter()
        preview.bring()
        writing = perf_counter() - start
        desk.close()
        most = memory_of_reading(path)
    ratio, rule = median(ratios), slowest_rule()
    print(f"{count} events, {len(written)} bytes: reading and preview / from_ical = {ratio:.3f} (limit {LIMIT})")
    print(f"memory of the reading process: {most:.0f} MB; writing them all: {writing:.1f} s")
    print(f"slowest of {len(BOMBS)} rules: {rule[0] * 1000:.1f} ms ({rule[1]}; limit {SLOWEST * 1000:.0f} ms)")
    sys.exit(0 if ratio <= LIMIT and rule[0] <= SLOWEST else 1)


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))

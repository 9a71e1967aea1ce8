"""Ask every reader what it sees in the same files: `python -m tests.readers`, by hand.

The table has a line for each reader and a column for each zone: how many events agree with zoneinfo, and how many
do not. A first file holds a year of slots and posts, a second one series of other rules. Programs that are not
given are left out, and said:

    ZONE ...             these zones only
    --node FOLDER        where `npm install ical.js node-ical` was run
    --khal PROGRAM       khal in a virtual environment of its own
    --calcurse PROGRAM   calcurse
"""

import argparse
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from planner.exchange.ics.entry import Entry
from tests.exchange.ics.made import written
from tests.exchange.ics.readers import READERS, Reader, all_meant
from tests.readers import drivers, quirks
from tests.readers.year import ZONES, a_year, other_rules

Files = dict[str, Callable[[str], list[Entry]]]
SHOWN = 3
"""How many differences of a reader are written out for a zone."""
FILES: Files = {"a year": a_year, "other rules": other_rules}


def main() -> int:
    """Print the tables and what is known of single readers; 1 when a difference is new."""
    given = _given()
    asks = {reader.__name__.removeprefix("by_"): _inside(reader) for reader in READERS} | _outside(given)
    new = 0
    for name, entries in FILES.items():
        print(f"\n{name:12}" + "".join(f"{zone.rpartition('/')[2]:>12}" for zone in given.zones))
        for reader, ask in asks.items():
            counts = [_compared(reader, ask, entries(zone), zone) for zone in given.zones]
            print(
                f"{reader:12}" + "".join(f"{agreed:>7}{_differ(differ, left):5}" for agreed, differ, left in counts),
                flush=True,
            )
            new += sum(differ for _, differ, _ in counts)
    print("\nEvents that agree; -n differ; /n left out for a reason of the reader's own, which a minimal file shows:")
    print(quirks.shown(asks))
    return 1 if new else 0


def _given() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("zones", nargs="*", default=ZONES)
    for name in ("node", "khal", "calcurse"):
        parser.add_argument(f"--{name}", type=Path)
    return parser.parse_args()


def _outside(given: argparse.Namespace) -> dict[str, drivers.Ask]:
    makers = {
        "ical.js": (drivers.icaljs, given.node),
        "node-ical": (drivers.nodeical, given.node),
        "khal": (drivers.khal, given.khal),
        "calcurse": (drivers.calcurse, given.calcurse),
    }
    for name, (_, where) in makers.items():
        if not where:
            print(f"{name} is not given, left out", file=sys.stderr)
    return {name: maker(where.resolve()) for name, (maker, where) in makers.items() if where}


def _inside(reader: Reader) -> drivers.Ask:
    return lambda file, folder, zone: reader(file.read_bytes())


def _compared(reader: str, ask: drivers.Ask, entries: list[Entry], zone: str) -> tuple[int, int, int]:
    """How many events are seen as they are meant, how many are not, and how many were not asked for."""
    asked = quirks.kept(entries, reader)
    expected = set(all_meant(asked))
    with TemporaryDirectory() as folder:
        file = Path(folder, "calendar.ics")
        file.write_bytes(written(*asked)[0])
        try:
            seen = set(ask(file, Path(folder), zone))
        except subprocess.CalledProcessError as failed:
            print(zone, reader, failed.stderr, file=sys.stderr)
            seen = set()
    for one in sorted(seen ^ expected)[:SHOWN]:
        print(zone, reader, "sees" if one in seen else "misses", *one, file=sys.stderr)
    return len(seen & expected), len(seen ^ expected), len(all_meant(entries)) - len(expected)


def _differ(differ: int, left: int) -> str:
    return (f"-{differ}" if differ else "") + (f"/{left}" if left else "")


if __name__ == "__main__":
    sys.exit(main())

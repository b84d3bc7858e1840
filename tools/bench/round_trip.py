"""The gate and the tracer as each other's oracle, over every small series.

Every pair of figures from 0 to 300, each side also withheld, for part of a year, restated or
missing, with and without a year between: every sentence that the gate allows is traced with no
finding, and with one thing changed it is caught.
"""

import os
import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor

from offences.claims.facts import Facts
from offences.statistics.cells import Cell, Missing
from offences.statistics.series import Series
from offences.statistics.years import Year
from offences.tracing.evidence.document import Evidence
from offences.words.claims import sentence
from tests.claims.oracle import alarms, missed
from tools.bench.short import many

MOST = many(300, 3)
LATEST = Year(2018)
OTHERS = (
    Cell.suppressed(1, 4),
    Cell.suppressed(0, 9),
    Cell.suppressed(20, 24),
    Cell.suppressed(1, None),
    Cell.part_year(19, 6),
    Cell.count(54, previously=77),
    Cell.count(60, provisional=True),
    *(Cell.missing(why) for why in Missing),
)
SHOWN = 5  # faults that are printed in full


def series_of(*cells: Cell) -> Series:
    first = LATEST.start - len(cells) + 1
    return Series({Year(first + n): cell for n, cell in enumerate(cells)})


def space(n: int) -> Iterator[Series]:
    """Every series whose latest figure is n, or whose first is, beside something withheld."""
    now = Cell.count(n)
    for old in range(MOST + 1):
        yield series_of(Cell.count(old), now)
    for other in OTHERS:
        yield series_of(other, now)
        yield series_of(now, other)
        yield series_of(Cell.count(48), other, now)
        yield series_of(other, Cell.count(48), Cell.count(68), now)


def round_trip(n: int) -> tuple[Counter[str], list[str]]:
    """How many sentences and changes there were, and the faults among them."""
    done: Counter[str] = Counter()
    faults = []
    chance = random.Random(n)
    tried = 0

    def one(found: list) -> list:
        nonlocal tried
        tried += bool(found)
        return [chance.choice(found)] if found else []

    for series in space(n):
        known = Evidence(Facts("Northshire", "offences", LATEST, series=series))
        done["series"] += 1
        done["sentences"] += sum(claim.allowed for claim in known.claims)
        faults += [f"alarm: {sentence(claim)} {figure}" for claim, figure in alarms(known)]
        slips = missed(known, one)
        faults += [f"missed: {slip.text} ({sentence(claim)})" for claim, slip in slips]
    done["changes"] = tried
    return done, faults


def main() -> int:
    print(f"Every sentence of every small series, 0 to {MOST} on each side", flush=True)
    begun = time.perf_counter()
    done: Counter[str] = Counter()
    faults: list[str] = []
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        for more, found in pool.map(round_trip, range(MOST + 1), chunksize=4):
            done += more
            faults += found
    for fault in faults[:SHOWN]:
        print(f"  {fault}", flush=True)
    print(
        f"  {done['series']:,} series, {done['sentences']:,} sentences traced,"
        f" {done['changes']:,} changes caught, {len(faults)} faults (none are wanted),"
        f" in {time.perf_counter() - begun:.0f} s",
        flush=True,
    )
    return 1 if faults else 0


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)

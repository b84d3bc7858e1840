"""Five made releases in a row, each decided beside all earlier ones: seconds of processor time.

The counts are those of the bench `disclosure`. Before each further release some forces restate a
year of theirs and some late ones answer. Decided is what it hides so that nobody who has all
releases can work out a hidden number, or what it changed by, from their differences.
"""

import random
import time
from collections.abc import Mapping
from dataclasses import replace

from offences.disclosure import TableCount
from offences.releases import deciding
from offences.releases.all_releases import AllReleases
from offences.releases.parts import FigureKey
from offences.releases.release_table import CategoryFacts, ReleaseTable
from offences.statistics.cells import HIDDEN, Range
from tools.bench.disclosure import CATEGORIES, FORCES, NATIONS, YEARS, counts

RELEASES = 5
RESTATED = 0.04  # of the answers, before each further release
LATE = 0.03  # of the answers are in no first release
TARGET = 30  # seconds of the processor for all releases together
THRESHOLD = 5

type Counts = dict[tuple[int, int, int], int]


def part(force: int, year: int, category: int) -> FigureKey:
    return FigureKey("force", f"force-{force:02}", year, "offence", str(category))


def table_of(number: int, found: Counts, late: set[tuple[int, int]]) -> ReleaseTable:
    """A release of all answers but the late ones, with every total."""
    numbers: dict[FigureKey, int] = {}
    columns = []
    for year in YEARS:
        here = [force for force in range(FORCES) if (force, year) not in late]
        for force in here:
            own = {part(force, year, c): found[force, year, c] for c in range(CATEGORIES)}
            numbers |= own
            numbers[FigureKey("force", f"force-{force:02}", year)] = sum(own.values())
        for body, forces in {"all": range(FORCES), **NATIONS}.items():
            inside = tuple(f"force-{force:02}" for force in here if force in forces)
            kind = "total" if body == "all" else "nation"
            for of in [("", "total"), *(("offence", str(c)) for c in range(CATEGORIES))]:
                whole = FigureKey(kind, body, year, *of)
                numbers[whole] = sum(numbers[FigureKey("force", f, year, *of)] for f in inside)
                columns.append((whole, inside))
    ranges = {key: Range.exactly(n) for key, n in numbers.items()}
    places = tuple(key for key in numbers if key.kind == "force" and key.breakdown)
    facts = {("offence", str(c)): CategoryFacts(complete=True) for c in range(CATEGORIES)}
    return ReleaseTable(number, ranges, places, facts, tuple(columns), truth=ranges)


def items_of(table: ReleaseTable) -> Mapping[FigureKey, TableCount]:
    """What may become of each figure: totals and sums over all forces are shown."""

    def item(key: FigureKey, n: int) -> TableCount:
        shown = not key.breakdown or key.kind == "total"
        return TableCount(n, n, must_show=shown, must_hide=not shown and n < THRESHOLD)

    return {key: item(key, range_.low) for key, range_ in table.ranges.items()}


def restate(found: Counts, chance: random.Random) -> None:
    """Two counts of some answers change by a few."""
    for force in range(FORCES):
        for year in YEARS:
            if chance.random() < RESTATED:
                for category in chance.sample(range(CATEGORIES), 2):
                    change = chance.choice([-2, -1, 1, 2, 3, 8])
                    key = (force, year, category)
                    found[key] = max(0, found[key] + change)


def measure() -> int:
    """Print the seconds of each release; 0 only if all together were as fast as is wanted."""
    deciding.LARGE = 1_000_000  # else it would find what it decided when it ran before
    chance, found = random.Random(2018), counts()
    late = {(f, y) for f in range(FORCES) for y in YEARS if chance.random() < LATE}
    public: list[ReleaseTable] = []
    seconds = []
    print(f"{RELEASES} releases of {FORCES} forces, {len(YEARS)} years, {CATEGORIES} categories")
    for number in range(1, RELEASES + 1):
        if public:
            restate(found, chance)
            late = {each for each in late if chance.random() < 0.7}
        table = table_of(number, found, late)
        begun = time.process_time()
        known = AllReleases(public, table, items_of(table))
        known, chosen = deciding.decided(known, THRESHOLD, number, lambda done, of: None)
        left = known.new_among(chosen.open, THRESHOLD)
        seconds.append(time.process_time() - begun)
        print(
            f"  release {number}   {seconds[-1]:5.1f} s of the processor, "
            f"{len(known.table.items):,} counts, {len(left)} left open",
            flush=True,
        )
        shown = {key: HIDDEN if key in chosen.hidden else r for key, r in table.ranges.items()}
        public.append(replace(table, ranges=shown))
    print(f"  together    {sum(seconds):5.1f} s (wanted: under {TARGET} s)")
    return 0 if sum(seconds) < TARGET else 1

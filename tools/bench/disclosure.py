"""What to hide of a release, and what can be worked out of the rest: seconds of the processor.

44 forces in four nations, ten years, and 40 categories whose sizes differ as those of offences and
ages do: most counts are under five. Each force's total, and each national figure, is shown; each
nation's figure of a category may be hidden.
"""

import random
import sys
import time
from collections.abc import Hashable

from offences.disclosure import CountTable, TableCount, TableSum, attack, cost, disclosed, protect
from tools.bench.short import many

FORCES = 44
YEARS = range(2015, 2025)
CATEGORIES = many(40, 10)
NATIONS = {"england": range(38), "wales": range(38, 42), "scotland": [42], "northern-ireland": [43]}
TARGET = 10  # seconds for deciding what to hide and attacking it


def counts() -> dict[tuple[int, int, int], int]:
    """Force, year, category → count; the same each time."""
    chance = random.Random(2018)
    sizes = [chance.lognormvariate(0, 0.6) for _ in range(FORCES)]
    shares = [chance.lognormvariate(0.3, 1.5) for _ in range(CATEGORIES)]
    return {
        (force, year, category): chance.binomialvariate(10_000, min(1, size * share / 10_000))
        for force, size in enumerate(sizes)
        for category, share in enumerate(shares)
        for year in YEARS
    }


def table_of(found: dict[tuple[int, int, int], int]) -> CountTable:
    items: dict[Hashable, TableCount] = {}
    items |= {key: TableCount(n, n, must_hide=n < 5) for key, n in found.items()}
    sums = []

    def add(whole: Hashable, parts: list, shown: bool) -> None:
        n = sum(items[part].low for part in parts)
        items[whole] = TableCount(n, n, must_show=shown, must_hide=not shown and n < 5)
        sums.append(TableSum(whole, tuple(parts)))

    for year in YEARS:
        for force in range(FORCES):
            add((force, year, "all"), [(force, year, c) for c in range(CATEGORIES)], True)
        for category in [*range(CATEGORIES), "all"]:
            for nation, forces in NATIONS.items():
                parts = [(force, year, category) for force in forces]
                add((nation, year, category), parts, category == "all")
            add(("all", year, category), [(n, year, category) for n in NATIONS], True)
    return CountTable(items, tuple(sums))


def main() -> int:
    table = table_of(counts())
    small = sum(item.must_hide for item in table.items.values())
    print(
        f"{FORCES} forces, {len(YEARS)} years, {CATEGORIES} categories: "
        f"{len(table.items):,} counts, {small:,} of them small",
        flush=True,
    )
    begun = time.process_time()
    protected = protect(table)
    decided = time.process_time()
    ranges = attack(table, protected.hidden)
    attacked = time.process_time()
    left = disclosed(table, protected.hidden)
    judged = time.process_time()
    lost = int(cost(table, protected.hidden))
    print(f"  deciding what to hide   {decided - begun:5.1f} s, {lost:,} cells besides the small")
    print(f"  attacking it            {attacked - decided:5.1f} s, {len(ranges):,} ranges")
    print(f"  judging it              {judged - attacked:5.1f} s, {len(left)} cells disclosed")
    print(f"  deciding and attacking  {attacked - begun:5.1f} s (wanted: under {TARGET} s)")
    return 0 if attacked - begun < TARGET and not left else 1


if __name__ == "__main__":
    sys.exit(main())

"""Two forces that became one: everybody knows that its numbers are the sums of theirs."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from offences.releases.parts import FigureKey
from offences.releases.release_table import ReleaseTable
from offences.statistics.cells import Range

type OfRelease = tuple[int, FigureKey]
"""A figure of a release, by the release's number."""

type Merger = tuple[OfRelease, tuple[OfRelease, ...]]
"""A figure of a new force, and those of the forces that it was, which add up to it."""

WHOLE = ("", "total")


def merged_figures(tables: Sequence[ReleaseTable]) -> Iterator[Merger]:
    """Each figure of a new force with those of two others, gone by then, that add up to it.

    Nobody records who merged: two did if their totals of a year add up, and a part of them does.
    Another part may have been restated since.
    """
    having = defaultdict[FigureKey, list[int]](list)
    for at, table in enumerate(tables):
        for place in table.ranges:
            if place.kind == "force" and not place.breakdown:
                having[place].append(at)
    for new, (first, *_) in having.items():
        if first:
            gone = ((at[-1], p) for p, at in having.items() if p.year == new.year)
            before = [(tables[last], place) for last, place in gone if last < first]
            for two in combinations(before, 2):
                yield from _added_up([(tables[first], new), *two])


def _added_up(forces: Sequence[tuple[ReleaseTable, FigureKey]]) -> Sequence[Merger]:
    """The figures of the first that those of the others add up to; none if no part does.

    The totals are looked at first: they differ nearly always.
    """
    found: list[Merger] = []
    is_alike = is_different = False
    for member in (WHOLE, *forces[0][0].facts):
        places = [(t, p._replace(breakdown=member[0], category=member[1])) for t, p in forces]
        numbers = [table.truth[p] for table, p in places if p in table.ranges and p in table.truth]
        if len(numbers) == len(places) and all(number.is_exact for number in numbers):
            if numbers[0] == Range.sum(numbers[1:]):
                new, *others = ((table.number, place) for table, place in places)
                found.append((new, tuple(others)))
                # Nothing added to nothing is alike in any forces.
                is_alike = is_alike or (member != WHOLE and numbers[0].low > 0)
                continue
            is_different = True
        if member == WHOLE:
            return []
    return found if is_alike or not is_different else []

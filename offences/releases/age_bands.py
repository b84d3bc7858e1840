"""Categories that cover the same as others: age bands, and what took the place of what."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise, product

from offences.releases.release_table import Bands, Member, Members, ReleaseTable
from offences.statistics.cells import Range

type Pair = tuple[Members, Members]
"""Categories, and others that cover the same."""


@dataclass(frozen=True)
class Comparison:
    """Age bands that come to at least what others come to, as their ages say."""

    bands: Members
    others: Members
    are_same: bool  # their ages are, so both come to the same

    @property
    def breakdown(self) -> str:
        """One of those that it ties to each other."""
        return self.bands[0][0]

    @property
    def is_sum(self) -> bool:
        """Whether it is one band, the sum of the others."""
        return self.are_same and len(self.bands) == 1

    def is_possible(self, known: Mapping[Member, Range]) -> bool:
        """Whether it can be so, as far as the numbers of all these bands are known."""
        if not all(member in known for member in (*self.bands, *self.others)):
            return True
        one, other = (Range.sum(known[m] for m in side) for side in (self.bands, self.others))
        return not one.is_below(other.low) and not (self.are_same and other.is_below(one.low))


def comparisons(tables: Iterable[ReleaseTable]) -> Sequence[Comparison]:
    """What the ages of all bands of these releases say."""
    splits = [bands for each in tables for bands in each.age_splits.values()]
    ages = {member: of for bands in splits for member, of in bands.items()}
    found = [
        Comparison((whole,), parts, True)
        for whole, parts in band_sums(ages, splits)
        if len(parts) > 1 or (whole,) < parts  # of two bands that are the same, one comes first
    ]
    for pair in (each for two in combinations(splits, 2) for each in crossed_bands(*two)):
        found.append(Comparison(*pair, True))
        for wholes, parts in (pair, pair[::-1]):
            for whole in wholes:
                start, end = ages[whole]
                within = [p for p in parts if start <= ages[p][0] and ages[p][1] <= end]
                if within:
                    found.append(Comparison((whole,), tuple(within), False))
            # All up to an age are at least all others up to no higher one.
            for n in range(1, len(wholes)):
                up_to = [p for p in parts if ages[p][1] <= ages[wholes[n - 1]][1]]
                if up_to:
                    found.append(Comparison(wholes[:n], tuple(up_to), False))
    return list(dict.fromkeys(found))


def band_sums(wholes: Bands, splits: Iterable[Bands]) -> Iterator[tuple[Member, Members]]:
    """Each age band with those that cover the same ages: 10-11 is 10 and 11.

    So is one of another breakdown with the same ages, which is the same number.
    """
    for split in splits:
        in_order = sorted(split, key=lambda part: split[part])
        for whole, (start, end) in wholes.items():
            inside = [p for p in in_order if start <= split[p][0] and split[p][1] <= end]
            ages = [split[p] for p in inside]
            follows = all(a[1] + 1 == b[0] for a, b in pairwise(ages))
            if ages and follows and (ages[0][0], ages[-1][1]) == (start, end) and inside != [whole]:
                yield whole, tuple(inside)


def crossed_bands(one: Bands, other: Bands) -> Iterator[Pair]:
    """Age bands with others that cover the same ages: 10-11 and 12-13 with 10-12 and 13."""
    first, second = (
        {ages[0]: (member, ages[1]) for member, ages in of.items()} for of in (one, other)
    )
    for start in sorted(first.keys() & second.keys()):
        found: tuple[list[Member], list[Member]] = [], []
        ends = [start - 1, start - 1]
        while not found[0] or ends[0] != ends[1]:
            side = ends[0] > ends[1] if found[0] and found[1] else int(bool(found[0]))
            band = (first, second)[side].get(ends[side] + 1)
            if band is None:
                break
            found[side].append(band[0])
            ends[side] = band[1]
        if ends[0] == ends[1] and min(map(len, found)) > 1:
            yield tuple(found[0]), tuple(found[1])


def replaced_categories(before: ReleaseTable, after: ReleaseTable) -> Iterator[Pair]:
    """Categories that only one of two releases has, with those that took their place.

    An age band is paired with its ages; what is left in a breakdown, all with all. Another
    breakdown by age takes the place of one, and what is not known in it the place of what was not.
    """
    old = {member for member, of in before.facts.items() if not of.is_total}
    new = {member for member, of in after.facts.items() if not of.is_total}
    gone, come = old - new, new - old
    for whole, parts in band_sums(_ages(before, gone), after.age_splits.values()):
        yield (whole,), parts
        gone, come = gone - {whole}, come - {*parts}
    for whole, parts in band_sums(_ages(after, come), before.age_splits.values()):
        yield parts, (whole,)
        gone, come = gone - {*parts}, come - {whole}
    by_age = before.age_splits.keys() | after.age_splits.keys()
    for one, other in product(*(sorted({member[0] for member in of}) for of in (gone, come))):
        sides = [m for m in gone if m[0] == one], [m for m in come if m[0] == other]
        if one == other:
            yield tuple(sorted(sides[0])), tuple(sorted(sides[1]))
        elif {one, other} <= by_age:
            yield from _of_one_kind(before, sides[0], after, sides[1])


def _of_one_kind(
    before: ReleaseTable, old: Iterable[Member], after: ReleaseTable, new: Iterable[Member]
) -> Iterator[Pair]:
    """The known ones with the known, and the unknown with the unknown."""
    for is_unknown in (False, True):
        was = tuple(sorted(m for m in old if before.facts[m].is_unknown == is_unknown))
        now = tuple(sorted(m for m in new if after.facts[m].is_unknown == is_unknown))
        if was and now:
            yield was, now


def _ages(table: ReleaseTable, members: Iterable[Member]) -> Bands:
    return {member: ages for member in members if (ages := table.facts[member].ages)}

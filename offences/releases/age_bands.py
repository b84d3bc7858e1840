"""Categories that cover the same as others: age bands, crossings, what replaced what."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, combinations, pairwise, product

from offences.releases.release_table import Ages, CategoryFacts, Member, Members, ReleaseTable
from offences.statistics.cells import Range

type Pair = tuple[Members, Members]
"""Categories, and others that cover the same."""

type Bands = Mapping[Members, Ages]
"""Categories with their ages; those of a crossing that come to one age band are one of them."""

type Traits = frozenset[Member]
"""What the children of a category have in common beside their ages: girls, say."""

ANY_AGE = (0, 999)


@dataclass(frozen=True)
class Comparison:
    """Categories that come to at least what others come to, as their ages and crossings say."""

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

    @property
    def without_shared(self) -> "Comparison":
        """The same without the categories that both sides have."""
        bands, others = (
            tuple(member for member in one if member not in other)
            for one, other in ((self.bands, self.others), (self.others, self.bands))
        )
        return replace(self, bands=bands, others=others)

    def is_possible(self, known: Mapping[Member, Range]) -> bool:
        """Whether it can be so, as far as the numbers of all these bands are known."""
        if not all(member in known for member in (*self.bands, *self.others)):
            return True
        return self.what_holds(known) == self

    def what_holds(self, known: Mapping[Member, Range]) -> "Comparison | None":
        """What of it holds of the numbers there are; None if nothing does."""
        others = tuple(member for member in self.others if member in known)
        if not others or not all(member in known for member in self.bands):
            return None
        one, other = (Range.sum(known[m] for m in side) for side in (self.bands, others))
        if one.is_below(other.low):
            return None
        are_same = self.are_same and others == self.others and not other.is_below(one.low)
        return replace(self, others=others, are_same=are_same)


@dataclass(frozen=True)
class Split:
    """The age bands of a breakdown, of all its children or of those with some traits.

    Of a crossing its cells come to them; of one that leaves some children out, to less.
    """

    bands: Bands
    is_whole: bool


def splits_by_traits(table: ReleaseTable) -> Mapping[Traits, Sequence[Split]]:
    """The splits of all breakdowns of a release."""
    cells = defaultdict[str, dict[Member, CategoryFacts]](dict)
    for member, of in table.facts.items():
        if not of.is_total:
            cells[member[0]][member] = of
    found = defaultdict[Traits, list[Split]](list)
    for of_breakdown in cells.values():
        for traits in dict.fromkeys(chain.from_iterable(map(_some_of, of_breakdown.items()))):
            found[traits] += _splits(of_breakdown, traits)
    return found


def traits_of(member: Member, of: CategoryFacts) -> Traits:
    if of.crosses:
        return frozenset(each for each, ages in of.crosses.items() if ages is None)
    return frozenset() if of.ages else frozenset([member])


def _some_of(cell: tuple[Member, CategoryFacts]) -> Iterator[Traits]:
    """The traits of a category, and those that are fewer."""
    traits = sorted(traits_of(*cell))
    for number in range(len(traits) + 1):
        yield from map(frozenset, combinations(traits, number))


def _splits(cells: Mapping[Member, CategoryFacts], traits: Traits) -> Iterator[Split]:
    inside = {member: of for member, of in cells.items() if traits <= traits_of(member, of)}
    by_ages = defaultdict[Ages, Members](tuple)
    for member, of in inside.items():
        if of.ages:
            by_ages[of.ages] += (member,)
    complete = all(of.complete for of in inside.values())
    are_own = all(traits_of(member, of) == traits for member, of in inside.items())
    if by_ages:
        yield Split({members: ages for ages, members in by_ages.items()}, complete or are_own)
    if traits:
        is_one = are_own and not by_ages
        yield Split({tuple(inside): ANY_AGE}, complete or is_one)


def comparisons(tables: Iterable[ReleaseTable]) -> Sequence[Comparison]:
    """What the ages and the crossings of all categories of these releases say."""
    by_traits = defaultdict[Traits, list[Split]](list)
    for table in tables:
        for traits, splits in splits_by_traits(table).items():
            by_traits[traits] += (each for each in splits if each not in by_traits[traits])
    found = (each for splits in by_traits.values() for each in _compared(splits))
    distinct = dict.fromkeys(each.without_shared for each in found)
    return [each for each in distinct if each.bands and each.others]


def _compared(splits: Sequence[Split]) -> Iterator[Comparison]:
    wholes, rest = (
        [each.bands for each in splits if each.is_whole == is_whole] for is_whole in (True, False)
    )
    ages = {members: of for bands in wholes for members, of in bands.items()}
    for whole, parts in band_sums(ages, wholes):
        # Of two that are the same, one comes first.
        if len(parts) > 1 or (len(whole), whole) < (len(parts[0]), parts[0]):
            yield Comparison(whole, _joined(parts), True)
    for (whole, (start, end)), split in product(ages.items(), rest):
        inside = [part for part, of in split.items() if start <= of[0] and of[1] <= end]
        if inside:
            yield Comparison(whole, _joined(inside), False)
    for one, other in (each for two in combinations(wholes, 2) for each in crossed_bands(*two)):
        yield Comparison(_joined(one), _joined(other), True)
        for bands, parts in ((one, other), (other, one)):
            for band in bands:
                start, end = ages[band]
                within = [p for p in parts if start <= ages[p][0] and ages[p][1] <= end]
                if within:
                    yield Comparison(band, _joined(within), False)
            # All up to an age are at least all others up to no higher one.
            for n in range(1, len(bands)):
                up_to = [p for p in parts if ages[p][1] <= ages[bands[n - 1]][1]]
                if up_to:
                    yield Comparison(_joined(bands[:n]), _joined(up_to), False)


def _joined(groups: Iterable[Members]) -> Members:
    return tuple(chain.from_iterable(groups))


def band_sums(
    wholes: Bands, splits: Iterable[Bands]
) -> Iterator[tuple[Members, tuple[Members, ...]]]:
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


def crossed_bands(
    one: Bands, other: Bands
) -> Iterator[tuple[tuple[Members, ...], tuple[Members, ...]]]:
    """Age bands with others that cover the same ages: 10-11 and 12-13 with 10-12 and 13."""
    first, second = (
        {ages[0]: (members, ages[1]) for members, ages in of.items()} for of in (one, other)
    )
    for start in sorted(first.keys() & second.keys()):
        found: tuple[list[Members], list[Members]] = [], []
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

    An age band is paired with its ages, or with the cells of a crossing that come to it; what is
    left in a breakdown, all with all. Another breakdown by age takes the place of one, and what is
    not known in it the place of what was not.
    """
    old = {member for member, of in before.facts.items() if not of.is_total}
    new = {member for member, of in after.facts.items() if not of.is_total}
    gone, come = old - new, new - old
    was, now = splits_by_traits(before), splits_by_traits(after)
    for traits in sorted(was.keys() & now.keys(), key=lambda of: (-len(of), sorted(of))):
        first, second = ([s.bands for s in of[traits] if s.is_whole] for of in (was, now))
        for whole, parts in band_sums(_of_these(first, gone), second):
            if gone.issuperset(whole):
                yield whole, _joined(parts)
                gone, come = gone.difference(whole), come.difference(*parts)
        for whole, parts in band_sums(_of_these(second, come), first):
            if come.issuperset(whole):
                yield _joined(parts), whole
                gone, come = gone.difference(*parts), come.difference(whole)
    facts = [*before.facts.items(), *after.facts.items()]
    by_age = {breakdown for (breakdown, _), of in facts if of.ages}
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


def _of_these(splits: Iterable[Bands], members: Collection[Member]) -> Bands:
    """Their bands of these categories alone."""
    found = chain.from_iterable(bands.items() for bands in splits)
    return {band: ages for band, ages in found if all(each in members for each in band)}

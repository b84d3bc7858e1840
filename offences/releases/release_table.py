"""A release’s figures as a table: what each of them is, and which add up to which."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from offences import models as db
from offences.releases.parts import FigureKey
from offences.statistics.cells import Range

type Member = tuple[str, str]
"""A breakdown and one of its categories, by their addresses."""

type Members = tuple[Member, ...]

type Ages = tuple[int, int]
"""The first and the last age of a band."""

type Crossed = Mapping[Member, Ages | None]
"""What a category crosses; an age with its years."""


def ages_of(category: db.Category | db.ReleasedCategory) -> Ages | None:
    start, end = category.age_from, category.age_to
    return None if start is None or end is None or category.is_total else (start, end)


@dataclass(frozen=True)
class CategoryFacts:
    """What everybody knows of a category: its ages, what it crosses, whether it is a total."""

    is_total: bool = False
    is_unknown: bool = False
    complete: bool = False  # the categories of its breakdown are the whole
    ages: Ages | None = None  # its own, or those of an age that it crosses
    crosses: Crossed = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        category: db.Category | db.ReleasedCategory,
        complete: bool,
        crosses: Crossed | None = None,
    ) -> "CategoryFacts":
        crosses = crosses or {}
        ages = ages_of(category) or next(filter(None, crosses.values()), None)
        return cls(category.is_total, category.is_unknown, complete, ages, crosses)


NOTHING_KNOWN = CategoryFacts()


@dataclass(frozen=True)
class FigureSum:
    """A figure that is the sum of others; with `rest`, their sum or more."""

    whole: FigureKey
    parts: tuple[FigureKey, ...]
    rest: bool = False


@dataclass(frozen=True)
class ReleaseTable:
    """The figures of one release: what each can be, and which forces are in each sum.

    For an earlier release the ranges are what the public can see; for one in preparation, the true
    numbers. `truth` has the numbers that we know, hidden ones too, and parts of the answers that
    the release does not publish: a force that changed its answer knows them.
    """

    number: int
    ranges: Mapping[FigureKey, Range]  # of every figure that is not missing
    places: tuple[FigureKey, ...]  # of the parts of single forces, the missing ones too
    facts: Mapping[Member, CategoryFacts]
    columns: tuple[tuple[FigureKey, tuple[str, ...]], ...]
    truth: Mapping[FigureKey, Range] = field(default_factory=dict)

    def only(self, years: Collection[int]) -> "ReleaseTable":
        def inside(of: Mapping[FigureKey, Range]) -> Mapping[FigureKey, Range]:
            return {place: range_ for place, range_ in of.items() if place.year in years}

        return replace(
            self,
            ranges=inside(self.ranges),
            truth=inside(self.truth),
            places=tuple(place for place in self.places if place.year in years),
            columns=tuple(each for each in self.columns if each[0].year in years),
        )

    def with_numbers_of(self, force: str, year: int) -> "ReleaseTable":
        """The same, as if it had only those categories that this force has a number of."""
        own = {
            m: f
            for m, f in self.facts.items()
            if FigureKey("force", force, year, *m) in self.ranges
        }
        return replace(self, facts=own)

    def of(self, place: FigureKey) -> CategoryFacts:
        return self.facts.get((place.breakdown, place.category), NOTHING_KNOWN)

    @cached_property
    def sums(self) -> tuple[FigureSum, ...]:
        return (*self._rows(), *self._columns())

    @cached_property
    def members(self) -> Mapping[FigureKey, tuple[FigureKey, ...]]:
        """Each sum over forces with the figures that are in it."""
        found = {}
        for whole, forces in self.columns:
            inside = [
                FigureKey("force", slug, whole.year, whole.breakdown, whole.category)
                for slug in forces
            ]
            if all(place in self.ranges for place in inside):
                found[whole] = tuple(inside)
        return found

    def _rows(self) -> Iterator[FigureSum]:
        """Each force's parts of a breakdown add up to its total, or to less if some are missing."""
        splits = defaultdict[tuple[str, int, str], list[FigureKey]](list)
        for place in self.places:
            splits[place.body, place.year, place.breakdown].append(place)
        for (body, year, _), places in splits.items():
            stated = [place for place in places if self.of(place).is_total]
            inside = [place for place in places if not self.of(place).is_total]
            for whole in (*stated, FigureKey("force", body, year)):
                yield from self._sum(whole, inside)

    def _columns(self) -> Iterator[FigureSum]:
        """All forces, and those of a nation, category by category."""
        for whole, inside in self.members.items():
            yield FigureSum(whole, inside)

    def _sum(self, whole: FigureKey, inside: Sequence[FigureKey]) -> Iterator[FigureSum]:
        """The sum: the parts are the whole, or at most the whole; None if neither is true."""
        parts = tuple(place for place in inside if place in self.ranges)
        if whole not in self.ranges or not parts:
            return
        of, added = self.ranges[whole], Range.sum(self.ranges[place] for place in parts)
        if of.high is not None and added.low > of.high:
            return
        is_whole = len(parts) == len(inside) and all(self.of(place).complete for place in parts)
        reaches = added.high is None or added.high >= of.low
        yield FigureSum(whole, parts, rest=not (is_whole and reaches))

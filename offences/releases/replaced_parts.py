"""Categories that others took the place of: everybody knows that their numbers are the same."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import chain, combinations

from offences.releases.parts import FigureKey
from offences.releases.release_table import ReleaseTable
from offences.statistics.cells import Range

type OfRelease = tuple[int, FigureKey]
"""A figure of a release, by the release's number."""

type Replaced = tuple[tuple[OfRelease, ...], tuple[OfRelease, ...]]
"""Figures of one answer, and those that it has instead: they come to the same."""

type Numbers = Mapping[str, Range]
"""The numbers of one answer by category."""

type Ends = tuple[Numbers, Numbers]
"""The numbers that an answer no longer has, and those that it has instead."""

type Answers = Mapping[tuple[int, str], Mapping[str, Numbers]]
"""Year and breakdown → force → its numbers."""

MANY = 8
"""Of more categories not every choice is tried: one, two, three of them, and all."""


def replaced_parts(
    tables: Sequence[ReleaseTable], is_same: Callable[[OfRelease, OfRelease], bool]
) -> Iterator[Replaced]:
    """The parts of each answer that others took the place of between two releases.

    Nobody records which did: some categories took the place of others if every force that has the
    new ones and no longer the old has the same sum of both in that year, whether or not the
    breakdown is complete. `is_same` says whether two figures are of one answer; one that changed
    says nothing. Of ages and crossings it is known anyway.
    """
    numbers = {table.number: _numbers(table) for table in tables}
    for two in combinations(numbers, 2):
        for of in sorted(numbers[two[0]].keys() & numbers[two[1]].keys()):
            was, now = (numbers[n][of] for n in two)
            answers = {
                force: ends
                for force, ends in _differing_numbers(was, now).items()
                if is_same(
                    *((n, _any_of(force, of, end)) for n, end in zip(two, ends, strict=True))
                )
            }
            for sides in _same_sums(answers):
                for force, ends in answers.items():
                    gone, come = (
                        tuple((n, FigureKey("force", force, *of, c)) for c in side if c in end)
                        for n, side, end in zip(two, sides, ends, strict=True)
                    )
                    if gone and come:
                        yield gone, come


def _numbers(table: ReleaseTable) -> Answers:
    found = defaultdict[tuple[int, str], dict[str, dict[str, Range]]](dict)
    for place in table.places:
        of = table.of(place)
        if place in table.ranges and not (of.is_total or of.ages or of.crosses):
            number = table.truth.get(place, table.ranges[place])
            found[place.year, place.breakdown].setdefault(place.body, {})[place.category] = number
    return found


def _any_of(force: str, of: tuple[int, str], numbers: Numbers) -> FigureKey:
    return FigureKey("force", force, *of, next(iter(numbers)))


def _differing_numbers(
    was: Mapping[str, Numbers], now: Mapping[str, Numbers]
) -> Mapping[str, Ends]:
    """What only one of two answers has of each force, where each of the two has some."""
    found = {}
    for force in sorted(was.keys() & now.keys()):
        gone, come = (
            {
                category: number
                for category, number in one[force].items()
                if category not in other[force]
            }
            for one, other in ((was, now), (now, was))
        )
        if gone and come:
            found[force] = gone, come
    return found


def _same_sums(answers: Mapping[str, Ends]) -> Iterator[tuple[Collection[str], Collection[str]]]:
    """Categories, and those that came instead, whose sums are the same in every answer.

    Few first: what is left over of them is looked at by itself. Nothing and nothing is no sum.
    """
    gone, come = (
        sorted(set(chain.from_iterable(each[n] for each in answers.values()))) for n in (0, 1)
    )
    pairs = ((old, new) for old in _choices(gone) for new in _choices(come))
    taken = set[str]()
    for old, new in sorted(pairs, key=lambda pair: len(pair[0]) + len(pair[1])):
        if taken.isdisjoint(old + new) and _are_same(answers, old, new):
            taken.update(old + new)
            yield old, new


def _choices(categories: Sequence[str]) -> Iterator[tuple[str, ...]]:
    every = len(categories)
    sizes = range(1, every + 1) if every <= MANY else (1, 2, 3, every)
    return chain.from_iterable(combinations(categories, size) for size in sizes)


def _are_same(answers: Mapping[str, Ends], old: Sequence[str], new: Sequence[str]) -> bool:
    is_some = False
    for ends in answers.values():
        first, second = (
            Range.sum(end[c] for c in side if c in end)
            for side, end in zip((old, new), ends, strict=True)
        )
        if not first.meets(second):
            return False
        is_some |= first.is_exact and second.is_exact and first.low > 0
    return is_some

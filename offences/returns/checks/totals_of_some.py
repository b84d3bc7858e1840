"""Stated totals that are the sum of some categories, beside one that has no number."""

from collections.abc import Iterator, Sequence

from offences.returns.checks.totals import Stretch, Sums, list_names, sums_of
from offences.returns.sheet import Observation, Problem, ReadTable, parse_address
from offences.returns.work import WorkBudget, WorkUsedUp

_NO_NUMBER = ("not_held", "not_available", "blank")  # a refused one may be 0
_HARDLY_ZERO = 5  # where every number of a category is as large, a blank one is hardly a zero


def totals_of_some(table: ReadTable, work: WorkBudget) -> Iterator[Problem]:
    """One question about the totals of a table that may be of fewer categories than it has."""
    if work.is_used_up or not any(each.marker in _NO_NUMBER for each in table.observations):
        return
    found: dict[str, Sequence[Observation]] = {}
    try:
        for at, sums in enumerate(sums_of(table, work)):
            for total, ways in sums.fits():
                each = [_lacking(total, way, sums, down=at == 0) for way in ways]
                if each and all(each):
                    found.setdefault(str(total.cell), each[0])
    except WorkUsedUp:
        return  # the check of all totals takes as much work, and reports it
    if not found:
        return
    (cell, lacking), *others = found.items()
    without = list_names([str(one.cell) for one in lacking])
    have = "have" if len(lacking) > 1 else "has"
    why = f"This total is no more than the counts beside it, and {without} {have} no number."
    totals = "1 more total" if len(others) == 1 else f"{len(others)} more totals"
    more = f" So it is with {totals} of this table." if others else ""
    also = tuple(place for place, _ in others)
    ask = f"{why}{more} Is it of all of them?"
    yield Problem(table.sheet, cell, ask, stops=True, also=also)


def _lacking(total: Observation, way: Stretch, sums: Sums, *, down: bool) -> Sequence[Observation]:
    """The cells without a number, if a total is no more than the others can add up to."""
    given = [each for each in way.cells if each.marker not in _NO_NUMBER]
    most = [each.high if each.value is None else each.value for each in given]
    if not given or total.value is None or total.year is None or None in most:
        return []
    if total.value > sum(number for number in most if number is not None):
        return []
    return [each for each in way.cells if _lacks_number(each, sums, down=down)]


def _lacks_number(each: Observation, sums: Sums, *, down: bool) -> bool:
    """Whether a category has no number that is hardly a zero, as a blank one of a pivot is.

    A month or quarter is asked about with its year.
    """
    if each.marker not in _NO_NUMBER or each.part_words:
        return False
    if each.marker != "blank":
        return True
    line = sums.by_line[parse_address(str(each.cell))[0 if down else 1]]
    numbers = [other.value for other in line.values() if other.value is not None]
    return min(numbers, default=_HARDLY_ZERO) >= _HARDLY_ZERO

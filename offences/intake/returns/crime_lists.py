"""The counts of a list with one row per crime: its total, and those of every breakdown."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from offences.intake.returns.cells import CountCell, Obstacle, SortResult
from offences.intake.returns.labels import LabelResolver
from offences.models import Breakdown, BreakdownKind, Category
from offences.returns.sheet import Observation
from offences.statistics.years import Year


@dataclass(frozen=True)
class CrimeRow:
    """A number of crimes of one year, and the categories that each of them is in."""

    year: int
    members: tuple[Category, ...]
    number: int


def count_crimes(
    table: int, sheet: str, rows: Iterable[CrimeRow], meanings: LabelResolver, without_year: int
) -> SortResult:
    """Count the rows: all of them for the measure's total, and those of each category.

    A breakdown is counted for the years in which every row is in one category of it: else its
    counts would lack some. A category without a row gets no count: only a person can say it is 0.
    """
    rows = list(rows)
    done = SortResult()
    for breakdown in meanings.breakdowns:
        by_year: dict[int, Counter[Category | None]] = defaultdict(Counter)
        for row in rows:
            by_year[row.year][_category(breakdown, row, meanings)] += row.number
        for year, numbers in sorted(by_year.items()):
            if set(numbers) == {None}:
                continue  # the list is not split by this breakdown
            if missing := numbers.pop(None, 0):
                some = "one crime is" if missing == 1 else f"{missing:,} crimes are"
                why = (
                    f"{breakdown.name}, {Year(year)}: {some} not listed here in exactly one "
                    "category, so the counts would not be complete. They are not taken from the "
                    "list."
                )
                done.obstacles.append(Obstacle(sheet, None, why, stops=False))
                continue
            for category, number in numbers.items():
                assert category is not None
                key = (meanings.measure.pk, year, category.pk)
                seen = Observation(
                    None, Year(year).label, "financial", {}, value=number, total=category.is_total
                )
                done.cells.append(CountCell(key, table, sheet, seen, category))
    if without_year:
        some = "One crime in this list has"
        if without_year > 1:
            some = f"{without_year:,} crimes in this list have"
        why = (
            f"{some} no year and cannot be counted. If the year is one that was asked for, its "
            "counts are too low: ask the force."
        )
        done.obstacles.append(Obstacle(sheet, None, why, stops=False))
    return done


def _category(breakdown: Breakdown, row: CrimeRow, meanings: LabelResolver) -> Category | None:
    """The one category of a breakdown that a row is in."""
    if breakdown.kind == BreakdownKind.TOTAL:
        return meanings.total_of(breakdown)
    if breakdown.kind == BreakdownKind.CROSSING:
        crossed = {part.pk for part in breakdown.parts.all()}
        found = meanings.crossing({c for c in row.members if c.breakdown_id in crossed})
        return found if found is not None and found.breakdown_id == breakdown.pk else None
    own = {category for category in row.members if category.breakdown_id == breakdown.pk}
    return own.pop() if len(own) == 1 else None

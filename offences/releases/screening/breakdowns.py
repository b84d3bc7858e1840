"""Breakdowns whose parts exceed the total that the same return states."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from offences.english import and_list, number, quantity
from offences.models import AnnualCount, Breakdown, BreakdownKind
from offences.releases.screening.finding import Finding, FindingItem, ScreenedRelease, error
from offences.statistics.years import Year
from offences.trends import cell_of


def above_total(subject: ScreenedRelease) -> Iterable[Finding]:
    """Find parts above their total even at the low ends of withheld counts."""
    returns: dict[tuple[int, int], list[AnnualCount]] = defaultdict(list)
    for count in subject.checked:
        if not count.doubt:
            returns[count.submission_id, count.year].append(count)
    for counts in returns.values():
        yield from _of_return(counts)


def _of_return(counts: Sequence[AnnualCount]) -> Iterable[Finding]:
    whole = [c for c in counts if c.category.breakdown.kind == BreakdownKind.TOTAL]
    split: dict[Breakdown, list[AnnualCount]] = defaultdict(list)
    for count in counts:
        if count.category.breakdown.kind != BreakdownKind.TOTAL:
            split[count.category.breakdown].append(count)
    for breakdown, rows in split.items():
        stated = [row for row in rows if row.category.is_total]
        parts = at_least(breakdown, [row for row in rows if not row.category.is_total])
        own = max([parts, *(row.low or row.value or 0 for row in stated)])
        against = [
            *(f"its stated total is {words}" for words in _below(stated, parts)),
            *(f"the total is {words}" for words in _below(whole, own)),
        ]
        if against:
            first = counts[0]
            place = f"{first.submission}, {Year(first.year)}"
            come = "come to" if parts >= own else "and their total come to"
            yield error(
                "breakdown above its total",
                f"{place}: the parts of “{breakdown.name}” {come} at least {number(own)}, and "
                f"{and_list(against)}. Correct the wrong count in the grid, or ask the force.",
                [
                    FindingItem(
                        "The grid of this return", "foisubmission", "grid", first.submission_id
                    )
                ],
            )


def _below(totals: Iterable[AnnualCount], parts: int) -> list[str]:
    """The totals that are certainly below the sum of their parts, in words."""
    words = []
    for total in totals:
        cell = cell_of(total)
        if cell.is_comparable and cell.range and cell.range.is_below(parts):
            words.append(quantity(cell.range))
    return words


def at_least(breakdown: Breakdown, rows: Sequence[AnnualCount]) -> int:
    """The least that the parts of a breakdown add up to, each crime counted once.

    Bands of ages may overlap, a class includes its sub-codes, and one crime may be on two
    platforms: only parts that do not overlap are added, else the largest part counts.
    """
    lows = {row.category_id: _low(row) for row in rows}
    if not lows:
        return 0
    if breakdown.kind == BreakdownKind.AGE:
        return _ages(rows)
    if breakdown.kind == BreakdownKind.OFFENCE:
        codes = [row.category.offence for row in rows if row.category.offence]
        classes = {each.class_code for each in codes if each.level == "class"}
        inside = {
            row.category_id
            for row in rows
            if (code := row.category.offence)
            and code.level != "class"
            and code.class_code in classes
        }
        return sum(low for category, low in lows.items() if category not in inside)
    if breakdown.kind == BreakdownKind.SEX or (
        breakdown.complete and breakdown.kind != BreakdownKind.CROSSING
    ):
        return sum(lows.values())
    return max(lows.values())


def _low(row: AnnualCount) -> int:
    return row.low or row.value or 0


def _ages(rows: Sequence[AnnualCount]) -> int:
    """The most that bands which do not overlap come to, and those of no known age."""
    unknown = sum(_low(row) for row in rows if row.category.is_unknown)
    bands = sorted(
        (row.category.age_to, row.category.age_from, _low(row))
        for row in rows
        if row.category.age_from is not None and row.category.age_to is not None
    )
    best: list[tuple[int, int]] = [(-1, 0)]  # up to this age, at least so many
    for to, start, low in bands:
        apart = max(sum_ for age, sum_ in best if age < start)
        best.append((to, max(apart + low, best[-1][1])))
    return unknown + best[-1][1]

"""Tables under a line, or on a sheet, that names a year which none of their counts is of."""

from collections.abc import Iterable, Iterator

from offences.returns.labels.years import ReadYear
from offences.returns.sheet import Problem, ReadTable
from offences.returns.tables.lines_above import line_meaning, year_in_name


def of_other_years(read: ReadTable, lines: Iterable[str]) -> Iterator[Problem]:
    """Ask of which years the counts of a table are, if what is over it names another.

    A name of a sheet over several years that are all before it may be that of the request.
    """
    years = {(each.year_kind, each.year) for each in read.observations if each.cell and each.year}
    if not years or any(each.cell and not each.year for each in read.observations):
        return
    last = max(own for _, own in years)
    year = year_in_name(read.sheet)
    named = [(read.sheet, year)] if year and (len(years) == 1 or year.label < last) else []
    named += [(line, year) for line in lines if (year := line_meaning(line).year)]
    for text, year in named:
        if _is_another(year, years):
            one = len(years) == 1
            own = last if one else f"{min(own for _, own in years)} to {last}"
            why = f"“{text[:60]}” says {year.label}, and the counts here were read as of {own}."
            cell, needs = read.range.partition(":")[0], "year" if one else ""
            ask = "Which year are they of?" if one else "Which years are they of?"
            yield Problem(read.sheet, cell, f"{why} {ask}", stops=True, needs=needs)
            return


def _is_another(named: ReadYear, years: Iterable[tuple[str | None, str | None]]) -> bool:
    """Whether a year is none of these; of another kind, if it stands alone and is before all."""
    if not named.label or named.several or named.part:
        return False
    if named.kind in {kind for kind, _ in years}:
        return (named.kind, named.label) not in years
    return not named.rest and all(named.label[:4] < (own or "")[:4] for _, own in years)

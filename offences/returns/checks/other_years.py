"""Tables of one year under a line, or on a sheet, that names another."""

from collections.abc import Iterable, Iterator

from offences.returns.sheet import Problem, ReadTable
from offences.returns.tables.lines_above import line_meaning, year_in_name


def of_other_years(read: ReadTable, lines: Iterable[str]) -> Iterator[Problem]:
    """Ask of which year the counts of a table are, if what is over it names two.

    A name of a sheet over several years may be that of the request.
    """
    counts = [each for each in read.observations if each.cell]
    years = {(each.year_kind, each.year) for each in counts}
    if len(years) != 1 or not counts[0].year:
        return
    kind, own = years.pop()
    named = [(read.sheet, year_in_name(read.sheet))]
    named += [(line, line_meaning(line).year) for line in lines]
    for text, year in named:
        if year and year.label != own and year.kind == kind and not (year.several or year.part):
            why = f"“{text[:60]}” says {year.label}, and the counts here were read as of {own}."
            cell = read.range.partition(":")[0]
            yield Problem(
                read.sheet, cell, f"{why} Which year are they of?", stops=True, needs="year"
            )
            return

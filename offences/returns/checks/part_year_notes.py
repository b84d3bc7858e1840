"""Notes that say a year is not a whole one, beside counts that were read as of all of it."""

from collections.abc import Iterable, Iterator, Mapping

from offences.returns.labels.months import parse_months
from offences.returns.labels.years import parse_day, parse_year
from offences.returns.sheet import Position, Problem, ReadTable, Sheet


def part_year_notes(
    sheet: Sheet, roles: Mapping[Position, str], tables: Iterable[ReadTable]
) -> Iterator[Problem]:
    """“1 April to 30 November 2020” below a table: its 2020/21 has eight months, not twelve."""
    whole: dict[str | None, str | None] = {}
    for table in tables:
        for each in table.observations:
            if each.cell and each.value is not None and not each.part_words:
                whole.setdefault(each.year, each.cell)
    notes = [t for at, t in sorted(sheet.cells.items()) if roles.get(at, "note") == "note"]
    for text in [*notes, *sheet.lines_below]:
        year = parse_year(text)
        if not (year and year.label in whole and year.part) or year.rest or parse_day(text):
            continue
        months = parse_months(year.part, year.kind)
        if not months or (months[1] - months[0]) % 12 < 11:
            why = f"A note says “{text[:100]}”. Is this count of the whole of {year.label}?"
            yield Problem(sheet.name, whole[year.label], why, stops=True)

"""Days or months that are one end of a period: 31/03/2019 under “Until” may end a quarter."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from offences.returns.labels.cell_counts import plain_text
from offences.returns.labels.lone_ends import is_lone_end, is_of_months, names_periods, says_yearly
from offences.returns.labels.years import find_dates, names_month, parse_year
from offences.returns.sheet import Observation, Problem, ReadTable, SheetRow, Table, parse_address
from offences.returns.tables.columns import TableColumns
from offences.returns.tables.meanings import ending_of_years

_WHY = "“{}” under “{}” does not say how long its period is. {}"
_WHOLE = "Are the counts of whole years? If not, type each with its months, such as “31 Jan-Mar”."
_PART = "Type each count with its months: “31 Jan-Mar”, or “31 Apr-Mar” for a whole year."

type _End = tuple[str, str]  # a day or month, and the heading that makes it one end of a period


@dataclass
class _Lines:
    """The ends of periods that rows or columns have, and those that have a year of their own."""

    ends: dict[int, _End] = field(default_factory=dict)
    dated: set[int] = field(default_factory=set)

    def add(self, line: int, text: str, headings: Iterable[str]) -> None:
        heading = next(filter(_makes_end, headings), "")
        year = parse_year(text)
        if names_month(text) and heading:
            self.ends[line] = (text, heading)
        elif year and year.label and not names_month(text):
            self.dated.add(line)


def with_lone_ends(
    read: ReadTable, table: Table, columns: TableColumns, lines: Iterable[str]
) -> tuple[ReadTable, list[Problem]]:
    """A table without the months of periods of which it names one end, and what to ask."""
    if ending_of_years(table):  # “Quarter ending”
        return read, []
    rows, across = _rows(table, columns), _columns(table, columns)
    if not (rows.ends or across.ends):
        return read, []
    headings = (text for row in table.header for text in row.cells.values())
    is_yearly = any(map(says_yearly, [*lines, *headings]))
    is_monthly = _follow({text for text, _ in (*rows.ends.values(), *across.ends.values())})
    asked: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for each in read.observations:
        row, column = parse_address(each.cell) if each.cell and each.year else (0, 0)
        end = rows.ends.get(row) or across.ends.get(column)
        is_dated = row in rows.dated or column in across.dated
        is_clear = is_monthly if each.part_words else is_yearly
        if end and each.cell and not is_dated and _is_unclear(each, end[1], is_clear):
            ask = _PART if each.part_words else _WHOLE
            asked.setdefault((end[1], ask), []).append((each.cell, end[0]))
    problems = [_problem(read.sheet, *question, cells) for question, cells in asked.items()]
    unclear = {cell for cells in asked.values() for cell, _ in cells}
    found = (replace(o, months=None) if o.cell in unclear else o for o in read.observations)
    return replace(read, observations=tuple(found)), problems


def _problem(sheet: str, heading: str, ask: str, cells: list[tuple[str, str]]) -> Problem:
    """One question about all counts under a heading."""
    (first, day), *others = cells
    why = _WHY.format(day, heading, ask)
    return Problem(sheet, first, why, stops=True, also=tuple(cell for cell, _ in others))


def _rows(table: Table, columns: TableColumns) -> _Lines:
    """The rows by the days beside them, which are carried down to the next."""
    found, above = _Lines(), _texts_above(table)
    for column in columns.labels:
        headings = [row.cells[column] for row in table.header if column in row.cells]
        text = ""
        for row in table.body:
            text = row.cells.get(column, text)
            found.add(row.number, text, [*headings, *above])
    return found


def _columns(table: Table, columns: TableColumns) -> _Lines:
    """The columns by the days over them, which reach to the next."""
    found, above = _Lines(), _texts_above(table)
    for number, row in enumerate(table.header):
        corner = [row.cells[c] for c in columns.labels if c in row.cells]
        uppers = [*_reaching(table.header[:number], columns)]
        text = ""
        for at, column in enumerate(columns.data):
            text = row.cells.get(column, text)
            found.add(column, text, [*corner, *(upper[at] for upper in uppers), *above])
    return found


def _reaching(rows: Iterable[SheetRow], columns: TableColumns) -> Iterator[list[str]]:
    """For each row of headings, the one over each column of counts."""
    for row in rows:
        text, texts = "", list[str]()
        for column in columns.data:
            text = row.cells.get(column, text)
            texts.append(text)
        yield texts


def _texts_above(table: Table) -> list[str]:
    """The line right over a table, or the last of the page that it is on."""
    return [row.text for row in table.above[-1:]] or [*table.sheet.lines_above[-1:]]


def _makes_end(heading: str) -> bool:
    return is_lone_end(heading) or is_of_months(heading)


def _is_unclear(each: Observation, heading: str, is_clear: bool) -> bool:
    """Whether nobody knows how long the period of a count is.

    A day that ends a year ends a whole one where figures are by year. Periods that end in each
    month are months, which counts “to” each month, from the first on, are not.
    """
    if not each.part_words:
        return not is_clear
    if is_of_months(heading) or not names_month(each.part_words):
        return False
    return not (is_clear and names_periods(heading))


def _follow(texts: Iterable[str]) -> bool:
    """Whether days or months are one in each of three months or more that follow each other."""
    found = (each for text in texts for each in find_dates(plain_text(text))[:1])
    months = sorted({(each.year or 0) * 12 + each.month for each in found})
    return len(months) > 2 and months[-1] - months[0] == len(months) - 1

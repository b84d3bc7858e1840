"""Sheets → tables → observations and problems, as JSON."""

from offences.returns.blocks import blocks_of
from offences.returns.columns import columns_of
from offences.returns.listing import is_listing, read_listing
from offences.returns.observe import TableReader, context_of
from offences.returns.said import Said
from offences.returns.sheet import Observation, Problem, Row, Sheet, Table, TableRead
from offences.returns.tables import tables_of
from offences.returns.words import ROLES


def read_sheet(sheet: Sheet) -> tuple[list[TableRead], list[Problem]]:
    blocks, lines = blocks_of(sheet)
    found: list[TableRead] = []
    problems: list[Problem] = []
    tables = [table for block in blocks for table in tables_of(sheet, block)]
    first = min((t.range_start for t in tables), default=0)
    title = [_text(row) for row in lines if row.number < first]
    title += tables[0].above if tables else []
    for table in tables:
        own, near = _lines_over(table, tables, lines)
        own = [*(sheet.over[-3:] if table is tables[0] else ()), *own]
        context = context_of([*own, *table.above], [*sheet.over, *title, *near], sheet.name)
        read, told = _read_table(table, context)
        problems += told
        if read:
            found.append(TableRead(sheet.name, table.range(), tuple(read)))
    return found, problems


def _text(row: Row) -> str:
    return next(iter(row.cells.values()))


def _lines_over(table: Table, tables: list[Table], lines: list[Row]) -> tuple[list[str], list[str]]:
    """Lines of words between this table and what ends above it: in its columns, and beside."""
    start = table.range_start
    end = max((t.range_end for t in tables if t.range_end < start), default=0)
    between = [row for row in lines if end < row.number < start]
    columns = table.columns()
    own = [row for row in between if columns[0] <= min(row.cells) <= columns[-1]]
    return [_text(row) for row in own], [_text(row) for row in between if row not in own]


def _read_table(table: Table, context: Said) -> tuple[list[Observation], list[Problem]]:
    if context.left_out:
        return [], []
    columns = columns_of(table)
    if not columns.data:
        if is_listing(table, columns):
            return read_listing(table, columns, context)
        return [], []
    reader = TableReader(table, context, columns)
    found = reader.observations()
    if found and not _is_understood(found):
        return [], [
            Problem(
                table.sheet.name,
                table.range().partition(":")[0],
                "The figures here have no year and no label that is known: they were not read.",
            )
        ]
    reader.tell_of_columns()
    return found, reader.problems


def _is_understood(found: list[Observation]) -> bool:
    return any(each.year or any(role in each.labels for role in ROLES) for each in found)


def answer(
    file: str, sheets: list[Sheet], hidden: list[str], told: list[Problem]
) -> dict[str, object]:
    """What the command prints."""
    tables: list[TableRead] = []
    problems = list(told)
    for sheet in sheets:
        found, more = read_sheet(sheet)
        tables += found
        problems += more
    if not tables and not problems:
        problems.append(Problem("", None, "No table of figures was found in this file."))
    return {
        "file": file,
        "tables": [
            vars(table) | {"observations": [vars(each) for each in table.observations]}
            for table in tables
        ],
        "problems": [vars(problem) for problem in problems],
        "hidden": hidden,
    }


def nothing(file: str, why: str) -> dict[str, object]:
    """The answer for a file of which nothing was read."""
    return answer(file, [], [], [Problem("", None, why)])

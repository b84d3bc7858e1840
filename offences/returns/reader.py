"""Sheets → tables → observations and problems, as JSON."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from offences.returns.again import as_plain
from offences.returns.blocks import Block, blocks_of
from offences.returns.columns import columns_of
from offences.returns.gate import quarantine
from offences.returns.listing import is_listing, read_listing
from offences.returns.observe import TableReader, context_of
from offences.returns.own_form import counted, form_of, problems_of, unread
from offences.returns.personal import Personal, personal_columns
from offences.returns.picture import picture_of
from offences.returns.reconcile import reconcile
from offences.returns.rows import is_line
from offences.returns.said import Said
from offences.returns.sheet import Observation, Place, Problem, Row, Sheet, Table, TableRead
from offences.returns.tables import tables_of
from offences.returns.words import ROLES

NOBODY_COULD = "Nobody could look into it."


class SheetRead(NamedTuple):
    tables: list[TableRead]
    problems: list[Problem]
    roles: dict[Place, str]  # what each cell was taken for


def read_sheet(sheet: Sheet) -> SheetRead:
    blocks, lines = blocks_of(sheet)
    roles = _outside(blocks, lines)
    found: list[TableRead] = []
    problems: list[Problem] = []
    tables = [table for block in blocks for table in tables_of(sheet, block)]
    first = min((t.range_start for t in tables), default=0)
    title = [row.text for row in lines if row.number < first]
    title += tables[0].above if tables else []
    taken: set[str | None] = set()
    for table in tables:
        own, near = _lines_over(table, tables, lines)
        own = [*(sheet.over[-3:] if table is tables[0] else ()), *own]
        context = context_of([*own, *table.above], [*sheet.over, *title, *near], sheet.name)
        read, told = _read_table(table, context)
        problems += told
        if read:
            read, twice = _once(read, taken)
            problems += twice
            over = tuple(dict.fromkeys([*title, *own, *table.above]))
            found.append(replace(read, over=over))
            roles |= table.roles
    return SheetRead(found, problems, roles)


def _once(read: TableRead, taken: set[str | None]) -> tuple[TableRead, list[Problem]]:
    """A table without the cells that an earlier one has: where two of them meet, none is sure."""
    own = tuple(each for each in read.observations if not each.cell or each.cell not in taken)
    taken |= {each.cell for each in own}
    if len(own) == len(read.observations):
        return read, []
    twice = next(each.cell for each in read.observations if each not in own)
    said = "This cell seems to be of two tables. It was read with the first: see which is meant."
    return replace(read, observations=own), [Problem(read.sheet, twice, said)]


def _all_notes(sheet: Sheet) -> SheetRead:
    """A sheet of our own form that says of itself that it has no counts."""
    return SheetRead([], [], dict.fromkeys(sheet.cells, "note"))


def _outside(blocks: list[Block], lines: list[Row]) -> dict[Place, str]:
    """Every cell as it is before a table takes it: a line of words, or ignored."""
    rows = [(row, "note") for row in lines]
    rows += [(row, "note" if is_line(row) else "ignored") for b in blocks for row in b.rows]
    return {(row.number, column): role for row, role in rows for column in row.cells}


def _lines_over(table: Table, tables: list[Table], lines: list[Row]) -> tuple[list[str], list[str]]:
    """Lines of words between this table and what ends above it: in its columns, and beside."""
    start = table.range_start
    end = max((t.range_end for t in tables if t.range_end < start), default=0)
    between = [row for row in lines if end < row.number < start]
    columns = table.columns()
    own = [row for row in between if columns[0] <= min(row.cells) <= columns[-1]]
    return [row.text for row in own], [row.text for row in between if row not in own]


def _read_table(table: Table, context: Said) -> tuple[TableRead | None, list[Problem]]:
    if context.left_out:
        return None, []
    columns = columns_of(table)
    if not columns.data:
        if is_listing(table, columns):
            counted, problems = read_listing(table, columns, context)
            return TableRead(table.sheet.name, table.range(), tuple(counted)), problems
        return None, []
    reader = TableReader(table, context, columns)
    found = reader.observations()
    if not found:
        return None, reader.problems
    if not _is_understood(found):
        return None, [
            Problem(
                table.sheet.name,
                table.range().partition(":")[0],
                "The figures here have no year and no label that is known: they were not read.",
            )
        ]
    reader.tell_of_columns()
    return reader.table_read(found), reader.problems


def _is_understood(found: list[Observation]) -> bool:
    return any(each.year or any(role in each.labels for role in ROLES) for each in found)


def answer(
    file: str,
    sheets: list[Sheet],
    hidden: list[str],
    told: list[Problem],
    carried: Sequence[str] = (),
    *,
    whole: bool = False,
) -> dict[str, object]:
    """What the command prints; `whole`: with the picture of every sheet, and what the gate says.

    `carried` is what the gate says of the file itself. Under `form` stands what our own return
    form says besides counts.
    """
    tables: list[TableRead] = []
    form = form_of(sheets)
    own = counted(sheets, form)
    problems = [*told, *problems_of(form)]
    pictures: list[dict[str, object]] = []
    personal: list[Personal] = []
    for sheet in sheets:
        read = read_sheet(sheet) if sheet in own else _all_notes(sheet)
        tables += read.tables
        problems += read.problems
        if whole:
            pictures.append(picture_of(sheet, read.roles))
            personal += personal_columns(sheet, read.roles)
    against = reconcile(tables)
    problems += unread(sheets, form, {(t.sheet, o.cell) for t in tables for o in t.observations})
    if not tables and not problems:
        problems.append(Problem("", None, "No table of figures was found in this file."))
    said: dict[str, object] = {
        "file": file,
        "tables": [as_plain(table) if whole else _table(table) for table in tables],
        "problems": [vars(problem) for problem in (problems if whole else problems + against)],
        "hidden": hidden,
        **({"form": form} if form else {}),
    }
    if whole:
        said |= {
            "against_itself": [vars(problem) for problem in against],
            "sheets": pictures,
            "quarantine": quarantine(sheets, hidden, list(carried), personal),
            "personal": [each.column for each in personal],
        }
    return said


def _table(table: TableRead) -> dict[str, object]:
    observations = [dict(vars(each)) for each in table.observations]
    for each in observations:
        del each["words"], each["part"]
    return {"sheet": table.sheet, "range": table.range, "observations": observations}


def gated(sheets: list[Sheet], hidden: list[str], carried: Sequence[str]) -> list[str]:
    """What the gate says of a file that nobody reads the figures of."""
    personal = [each for sheet in sheets for each in personal_columns(sheet, {})]
    return quarantine(sheets, hidden, list(carried), personal)


def nothing(
    file: str, why: str, *, whole: bool = False, shows_all: bool = False
) -> dict[str, object]:
    """The answer for a file of which nothing was read.

    The gate could not look into it either: it is held back, unless it is of a kind that hides
    nothing.
    """
    said = answer(file, [], [], [Problem("", None, why)], whole=whole)
    if whole and not shows_all:
        said |= {"unopened": True, "quarantine": [NOBODY_COULD]}
    return said

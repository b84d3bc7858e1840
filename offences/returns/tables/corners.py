"""The headings over a table's labels that say more than of what kind the labels are.

“Charges” in the corner says of all counts what the same word says above them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from offences.returns.labels.counted_units import OFFENCES, counted_unit
from offences.returns.labels.label_words import content_role, heading_role, is_total
from offences.returns.labels.no_counts import is_no_count
from offences.returns.labels.scope_words import names_axis, names_place_or_part
from offences.returns.labels.years import parse_year
from offences.returns.sheet import Position, SheetRow, Table
from offences.returns.tables.cell_kinds import names_year
from offences.returns.tables.columns import NOT_READ, TableColumns
from offences.returns.tables.line_years import year_of_line
from offences.returns.tables.lines_above import TableLines


def with_corner(lines: TableLines, table: Table, columns: TableColumns) -> TableLines:
    """The lines above a table, and these headings below them."""
    return replace(lines, rows=[*lines.rows, *_corner_lines(table, columns)])


def _corner_lines(table: Table, columns: TableColumns) -> list[SheetRow]:
    """These headings as lines above the table; a list of crimes has none."""
    codes = {
        c for c, why in table.excluded.items() if why in (NOT_READ["code"], NOT_READ["reference"])
    }
    return [
        SheetRow(row.number, {column: row.cells[column]})
        for row in (table.header if columns.data else ())
        for column in sorted({*columns.labels, *codes})
        if column in row.cells
        and not _is_idle(row.cells[column], table.texts(column), of_code=column in codes)
        and not _heads_parts(row, column, table.texts(column), columns)
    ]


def lines_and_corner(lines: TableLines, table: Table, columns: TableColumns) -> list[str]:
    """The lines above a table and all headings over its labels, but for those of our own form."""
    texts = [row.cells[c] for row in table.header for c in columns.labels if c in row.cells]
    return [] if lines.is_of_form else [*lines.texts, *texts]


def _is_idle(heading: str, labels: Sequence[str], *, of_code: bool) -> bool:
    """Whether a heading only says of what kind its labels are, and is no title of offences.

    “District” or “Quarter” over offences says nothing of them.
    """
    if names_place_or_part(heading) and any(map(_is_other, labels)):
        return False
    is_title = counted_unit(heading) == OFFENCES and heading_role(heading) in ("", "date")
    return (names_axis(heading) and not is_title) or (of_code and is_no_count(heading))


def _heads_parts(row: SheetRow, column: int, labels: Sequence[str], columns: TableColumns) -> bool:
    """Whether “Quarter” is over quarters or beside them, in the row of headings that it is in."""
    across = [row.cells[c] for c in columns.data if c in row.cells]
    lines = [[text for text in texts if not is_total(text)] for texts in (labels, across)]
    is_named = heading_role(row.cells[column]) == "part"
    return is_named and any(texts and all(map(_is_part, texts)) for texts in lines)


def _is_part(label: str) -> bool:
    year = parse_year(label)
    return bool(year and year.part)


def _is_other(label: str) -> bool:
    return names_year(label) or content_role(label) in ("offence", "age", "sex", "platform")


def roles_of_corners(
    table: Table, columns: TableColumns, read: Mapping[Position, str]
) -> dict[Position, str]:
    """Their roles as lines of words; those with a label or a year have one, as `read`."""
    found = {}
    for row in _corner_lines(table, columns):
        (at,) = row.cells
        year = year_of_line(row.text)
        is_read = (row.number, at) in read or table.roles.get((row.number, at)) == "year"
        if not is_read or (year and year.part):
            found[row.number, at] = "note"
    return found

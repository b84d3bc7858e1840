"""A label over the first of tables beside each other: of all that it is over, or unclear."""

from collections.abc import Sequence

from offences.returns.sheet import SheetRow, Table
from offences.returns.tables.lines_above import TableLines, line_meaning
from offences.returns.tables.titles import is_specific


def read_line_of_all(tables: Sequence[Table], lines: Sequence[TableLines]) -> None:
    """Give a label to every table that it is merged over; others beside have no line of theirs."""
    first: dict[int, TableLines] = {}  # of the tables that begin in each row, the left
    for table, own in sorted(zip(tables, lines, strict=True), key=lambda each: each[0].columns()):
        over = first.setdefault(table.range_start, own)
        for row in filter(_has_label, [] if own.rows else over.rows):
            _, right = table.sheet.spans.get((row.number, min(row.cells)), (0, 0))
            if right >= table.columns()[0]:
                own.rows.append(row)
            else:
                own.is_missing = True


def _has_label(row: SheetRow) -> bool:
    """Whether a line names which offence, or the sex, age or app of victims."""
    labels = line_meaning(row.text).labels
    return any(
        role in ("sex", "age", "platform") or (role == "offence" and is_specific(text))
        for role, text in labels
    )

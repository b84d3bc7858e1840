"""Lines of cells that are the sum of others, as the file writes them."""

from collections.abc import Sequence

from offences.returns.labels.cell_counts import parse_count
from offences.returns.labels.label_words import clean_label, is_total
from offences.returns.sheet import SheetRow, Table
from offences.returns.tables.kinds import TableColumns

type CellTexts = list[str | None]  # of one row or column; None where it is empty


def is_sum(line: CellTexts, parts: Sequence[CellTexts], least: int = 2) -> bool:
    """Whether every cell of a line is the sum of the cells of at least so many parts."""
    if len(parts) < least or not any(line):
        return False
    for at, text in enumerate(line):
        if text is None:
            continue
        values = [_value(part[at]) for part in parts]
        if None in values or _value(text) != sum(filter(None, values)):
            return False
    return True


def _value(text: str | None) -> int | None:
    """A count; an empty cell adds nothing, and a marker has no known number."""
    count = parse_count(text) if text is not None else None
    return 0 if text is None else count.value if count else None


class _Sum:
    """The sum of rows, column by column; None in a column with a marker."""

    def __init__(self) -> None:
        self.rows = 0
        self.values: dict[int, int | None] = {}

    def add(self, row: SheetRow, columns: Sequence[int]) -> None:
        self.rows += 1
        for column in columns:
            value, before = _value(row.cells.get(column)), self.values.get(column, 0)
            self.values[column] = None if value is None or before is None else before + value

    def is_of(self, row: SheetRow, columns: Sequence[int]) -> bool:
        """Whether a row states this sum in all of its cells."""
        filled = [column for column in columns if column in row.cells]
        stated = ((self.values.get(column), row.cells[column]) for column in filled)
        return bool(filled and self.rows) and all(
            value is not None and value == _value(text) for value, text in stated
        )


_GRAND = ("grand total", "overall", "all forces")


def totals_of_all(table: Table, columns: TableColumns) -> set[int]:
    """The rows of totals that are of all sections of a table, rather than of their own.

    The sums say so; where they say nothing, the words do.
    """
    if not table.sections or not columns.labels:
        return set()
    first, data, found = min(columns.labels), columns.data, set()
    whole, own = _Sum(), _Sum()
    for row in table.body:
        if not is_total(row.cells.get(first, "")):
            whole.add(row, data)
    for row in table.body:
        own = _Sum() if row.number in table.sections else own
        label = row.cells.get(first, "")
        if not is_total(label):
            own.add(row, data)
        elif not own.is_of(row, data):
            grand = clean_label(label).casefold().startswith(_GRAND)
            found |= {row.number} if grand or whole.is_of(row, data) else set()
    return found

"""The headings over each column of counts, through all their levels."""

from offences.returns.labels.label_words import ROLES, heading_role, is_total
from offences.returns.sheet import SheetRow, Table
from offences.returns.tables.columns import TableColumns
from offences.returns.tables.label_levels import NOTHING, LabelLevel, LabelMeaning, role_of

type Starts = dict[int, int]  # column → the column in which the heading over it is written


def column_meanings(table: Table, columns: TableColumns) -> dict[int, LabelMeaning]:
    """The meaning of the headings above each column of counts."""
    _mark_labels(table, columns)
    levels = _levels(table, columns)
    meaning = dict.fromkeys(columns.data, NOTHING)
    hint = _hint_of_lines(table)
    for number, starts in enumerate(levels):
        row = table.header[number]
        texts = {column: row.cells[start] for column, start in starts.items()}
        names = list(dict.fromkeys(texts.values()))
        role = heading_role(names[0]) if len(names) == 1 else ""
        if role in (*ROLES, "year", "part") and number + 1 < len(levels) and _names_axis(names[0]):
            hint = role  # the name of what is below it
            table.roles |= {(row.number, start): "label" for start in starts.values()}
            continue
        corner = row.cells.get(min(columns.labels, default=0), "")
        level = LabelLevel(list(texts.values()), hint or _hint_of_corner(corner, columns, table))
        for column, text in texts.items():
            read = level.read(text)
            meaning[column] = meaning[column].and_then(read)
            table.roles[row.number, starts[column]] = role_of(read)
        hint = ""
    return meaning


def _mark_labels(table: Table, columns: TableColumns) -> None:
    """The headings over columns of labels, which name the labels' kind."""
    for row in table.header:
        table.roles |= {(row.number, c): "label" for c in columns.labels if c in row.cells}


def _names_axis(text: str) -> bool:
    return not any(map(str.isdigit, text))


def _hint_of_lines(table: Table) -> str:
    """A line right over the headings that names their axis: “Victim age”."""
    if not table.above or len(table.above[-1]) > 30 or not _names_axis(table.above[-1]):
        return ""
    if ":" in table.above[-1]:
        return ""
    role = heading_role(table.above[-1])
    return role if role in ("age", "sex", "platform", "year", "part") else ""


def _hint_of_corner(corner: str, columns: TableColumns, table: Table) -> str:
    """A corner names the labels below it; where it names two axes, the second is across."""
    for between in (" by ", " / ", "\\", " v ", " vs "):
        first, found, second = corner.partition(between)
        if found and (role := heading_role(second)) in (*ROLES, "year"):
            return role if heading_role(first) else ""
    return ""


def _levels(table: Table, columns: TableColumns) -> list[Starts]:
    levels: list[Starts] = []
    spans = table.sheet.spans()
    first = min(columns.data, default=0)
    for number, row in enumerate(table.header):
        above = table.header[:number]
        below = table.header[number + 1 :]
        found: Starts = {}
        starts = _starts(row, columns.data)
        for column in columns.data:
            start = starts[column]
            if start == column or (
                start is not None and _reaches(row, (first, start, column), above, below, spans)
            ):
                found[column] = start
        levels.append(found)
    return levels


def _starts(row: SheetRow, columns: tuple[int, ...]) -> dict[int, int | None]:
    """The column, here or to the left, in which the heading over each column is written."""
    starts: dict[int, int | None] = {}
    start = None
    for column in range(columns[0], columns[-1] + 1) if columns else ():
        start = column if column in row.cells else start
        starts[column] = start
    return starts


def _reaches(
    row: SheetRow,
    columns: tuple[int, int, int],
    above: list[SheetRow],
    below: list[SheetRow],
    spans: dict[tuple[int, int], tuple[int, int]],
) -> bool:
    """Whether a heading written once also covers a column further right."""
    first, start, column = columns
    if span := spans.get((row.number, start)):
        return column <= span[1]
    if any(start < c <= column for upper in above for c in upper.cells):
        return False
    own_below = any(column in lower.cells for lower in below)
    own_above = any(column in upper.cells for upper in above)
    if not own_below:
        return not own_above and not is_total(row.cells[start])
    groups = sorted(c for c in row.cells if first <= c <= start)
    return not _is_total_of_all(groups, column, below)


def _is_total_of_all(groups: list[int], column: int, below: list[SheetRow]) -> bool:
    """A total behind the last group, where the groups before it have none of their own."""
    lowest = next((lower for lower in reversed(below) if column in lower.cells), None)
    if lowest is None or not is_total(lowest.cells[column]) or len(groups) < 2:
        return False
    if any(is_total(text) for c, text in lowest.cells.items() if groups[-1] <= c < column):
        return True
    before = [t for c, t in lowest.cells.items() if groups[-2] <= c < groups[-1]]
    return not any(is_total(text) for text in before)


def heading_of(table: Table, column: int) -> str:
    """The whole heading of a column, for a sentence."""
    return " ".join(h.cells[column] for h in table.header if column in h.cells)

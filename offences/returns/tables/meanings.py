"""The meaning of the headings over each column of counts, and of each row's labels."""

from functools import reduce

from offences.returns.labels.label_words import (
    clean_label,
    content_role,
    heading_role,
    is_total,
    is_unknown,
)
from offences.returns.sheet import ROLES, SheetRow, Table
from offences.returns.tables.kinds import TableColumns, is_value
from offences.returns.tables.label_levels import NOTHING, LabelLevel, LabelMeaning, role_of

type Starts = dict[int, int]  # column → the column in which the heading over it is written


def column_meanings(table: Table, columns: TableColumns) -> dict[int, LabelMeaning]:
    """The meaning of the headings above each column of counts."""
    for row in table.header:  # the headings over labels, which name the labels' kind
        table.roles |= {(row.number, c): "label" for c in columns.labels if c in row.cells}
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
        level = LabelLevel(list(texts.values()), hint or _hint_of_corner(corner))
        for column, text in texts.items():
            read = level.read(text)
            meaning[column] = meaning[column].and_then(read)
            table.roles[row.number, starts[column]] = role_of(read)
        hint = ""
    return meaning


def _names_axis(text: str) -> bool:
    return not any(map(str.isdigit, text))


def _hint_of_lines(table: Table) -> str:
    """A line right over the headings that names their axis: “Victim age”."""
    line = table.above[-1] if table.above else ""
    if len(line) > 30 or ":" in line or not _names_axis(line):
        return ""
    role = heading_role(line)
    return role if role in ("age", "sex", "platform", "year", "part") else ""


def _hint_of_corner(corner: str) -> str:
    """A corner names the labels below it; where it names two axes, the second is across."""
    for between in (" by ", " / ", "\\", " v ", " vs "):
        first, found, second = corner.partition(between)
        if found and (role := heading_role(second)) in (*ROLES, "year"):
            return role if heading_role(first) else ""
    return ""


def _levels(table: Table, columns: TableColumns) -> list[Starts]:
    levels = []
    for number, row in enumerate(table.header):
        starts = _starts(row, columns.data)
        reached = (c for c in starts if _reaches(table, number, starts[c], c, columns.data[0]))
        levels.append({column: starts[column] for column in reached})
    return levels


def _starts(row: SheetRow, columns: tuple[int, ...]) -> Starts:
    """The column, here or to the left, in which the heading over each column is written."""
    starts: Starts = {}
    for column in range(columns[0], columns[-1] + 1) if columns else ():
        if column in row.cells:
            starts[column] = column
        elif column - 1 in starts:
            starts[column] = starts[column - 1]
    return {column: starts[column] for column in columns if column in starts}


def _reaches(table: Table, number: int, start: int, column: int, first: int) -> bool:
    """Whether a heading written once also covers a column further right."""
    row, above, below = table.header[number], table.header[:number], table.header[number + 1 :]
    if start == column:
        return True
    if span := table.sheet.spans.get((row.number, start)):
        return column <= span[1]
    if any(start < c <= column for upper in above for c in upper.cells):
        return False
    if not any(column in lower.cells for lower in below):
        own_above = any(column in upper.cells for upper in above)
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


def row_meanings(table: Table, columns: TableColumns) -> dict[int, LabelMeaning]:
    """The meaning of each row's labels, by the row's number."""
    carried = _carried(table, columns)
    levels = {}
    for column in columns.labels:
        texts_of = [texts[column] for texts in carried.values() if column in texts]
        levels[column] = LabelLevel(texts_of, heading_role(table.heading(column)))
    lines, parents = _Lines(), _Parents(table, columns)
    meaning: dict[int, LabelMeaning] = {}
    for row in table.body:
        texts = carried[row.number]
        first = next(iter(texts.values()), "")
        found = lines.read(table, row, first).and_then(parents.read(row, first))
        for column, text in texts.items():
            read = levels[column].read(text)
            found = found.and_then(read)
            if column in row.cells:
                table.roles[row.number, column] = role_of(read)
        meaning[row.number] = found
        if meaning[row.number].excluded:
            table.roles |= {(row.number, column): "ignored" for column in row.cells}
    return meaning


def _carried(table: Table, columns: TableColumns) -> dict[int, dict[int, str]]:
    """The labels of each row; one written once and left blank below is carried down.

    A label further right is never carried past a new one further left. A table with one column
    of labels has nothing to carry: a row without a label there is one of its own.
    """
    carried: dict[int, dict[int, str]] = {}
    last: dict[int, str] = {}
    for row in table.body:
        own = {column: row.cells[column] for column in columns.labels if column in row.cells}
        # With one column nothing is before the row's own label.
        before = {column: text for column, text in last.items() if own and column < min(own)}
        last = carried[row.number] = before | own
    return carried


class _Lines:
    """Lines between rows that head the rows below them: a force, a sex, a year."""

    def __init__(self) -> None:
        self.now: list[tuple[str, LabelMeaning]] = []

    def read(self, table: Table, row: SheetRow, first: str) -> LabelMeaning:
        for line in table.sections.get(row.number, []):
            level = LabelLevel([line.text])
            meaning = level.read(line.text)
            table.roles[line.number, min(line.cells)] = role_of(meaning)
            kind = "year" if meaning.year else level.role or content_role(line.text)
            kinds = [each for each, _ in self.now]
            if kind in kinds:
                self.now = self.now[: kinds.index(kind)]
            if not meaning.total:
                self.now.append((kind, meaning))
        if clean_label(first).casefold().startswith(("grand total", "overall", "all forces")):
            self.now = []
        return reduce(LabelMeaning.and_then, (meaning for _, meaning in self.now), NOTHING)


class _Parents:
    """A single column in which each group's own row, with its sum, is above its members.

    So it is where labels of two kinds take turns (an offence, then the sexes) and the members'
    labels come again under every group.
    """

    def __init__(self, table: Table, columns: TableColumns) -> None:
        self.parents: set[int] = set()
        self.now = NOTHING
        if len(columns.labels) != 1:
            return
        self.column = columns.labels[0]
        rows = [r for r in table.body if self.column in r.cells and r.number not in table.sections]
        names = [clean_label(row.cells[self.column]) for row in rows]
        members = _members(names)
        groups = [i for i, name in enumerate(names) if i not in members and not is_total(name)]
        if not members or len(groups) < 2 or groups[0] != 0:
            return
        # Every group is followed by a member.
        if all(i + 1 in members for i in groups):
            self.parents = {rows[i].number for i in groups}

    def read(self, row: SheetRow, first: str) -> LabelMeaning:
        if not self.parents:
            return NOTHING
        if row.number in self.parents:
            level = LabelLevel([first])
            self.now = level.read(first)
            beyond = [text for column, text in row.cells.items() if column != self.column]
            return LabelMeaning(total=any(map(is_value, beyond)))
        if is_total(first):
            self.now = NOTHING
        return self.now


def _members(names: list[str]) -> set[int]:
    """The labels repeated in every group, and those of one kind with them.

    None, where the groups are of that kind, too.
    """
    folded = [name.casefold() for name in names]
    repeated = {n for n in folded if folded.count(n) > 1 and not is_total(n)}
    kinds = {content_role(name) for name in names if name.casefold() in repeated} - {""}
    if not repeated or content_role(names[0]) in kinds or folded[0] in repeated:
        return set()
    found = set()
    for i, name in enumerate(names):
        kind = content_role(name)
        if folded[i] in repeated or kind in kinds or (is_unknown(name) and not kind):
            found.add(i)
    return {i for i in found if not is_total(names[i])}

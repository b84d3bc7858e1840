"""The meaning of the headings over each column of counts, and of each row's labels."""

from collections import Counter
from functools import reduce

from offences.returns.labels.label_words import (
    clean_label,
    content_role,
    heading_role,
    is_total,
    is_unknown,
)
from offences.returns.sheet import ROLES, Position, SheetRow, Table
from offences.returns.tables.kinds import TableColumns, is_value, names_year
from offences.returns.tables.label_levels import NOTHING, LabelLevel, LabelMeaning, role_of
from offences.returns.tables.sums import totals_of_all

type Starts = dict[int, int]  # column → the column in which the heading over it is written


def column_meanings(table: Table, columns: TableColumns) -> dict[int, LabelMeaning]:
    """The meaning of the headings above each column of counts."""
    for row in table.header:  # the headings over labels, which name the labels' kind
        table.roles |= {(row.number, c): "label" for c in columns.labels if c in row.cells}
    levels = _levels(table, columns)
    meaning = dict.fromkeys(columns.data, NOTHING)
    hints = dict.fromkeys(columns.data, _hint_of_lines(table))
    for number, starts in enumerate(levels):
        row = table.header[number]
        axes = _axes(table, number, levels)
        table.roles |= {(row.number, starts[column]): "label" for column in axes}
        corner = _hint_of_corner(row.cells.get(min(columns.labels, default=0), ""))
        below = {c: start for c, start in starts.items() if c not in axes}
        for hint in dict.fromkeys(hints[c] for c in below):
            own = [c for c in below if hints[c] == hint]
            level = LabelLevel([row.cells[starts[c]] for c in own], hint or corner)
            for column, group in zip(own, level.groups(), strict=True):
                read = level.read(row.cells[starts[column]], group)
                meaning[column] = meaning[column].and_then(read)
                table.roles[row.number, starts[column]] = role_of(read)
        hints |= dict.fromkeys(below, "") | axes
    return meaning


def _axes(table: Table, number: int, levels: list[Starts]) -> dict[int, str]:
    """The columns over which a heading only names the axis of the headings below it.

    Over years it is a label of its own, unless it is over all columns.
    """
    found: dict[int, str] = {}
    starts, row = levels[number], table.header[number]
    columns: dict[int, list[int]] = {}
    for column, start in starts.items():
        columns.setdefault(start, []).append(column)
    for start, over in columns.items():
        lower = zip(table.header[number + 1 :], levels[number + 1 :], strict=True)
        below = [h.cells[each[c]] for h, each in lower for c in over if c in each]
        if role := _axis_of(row.cells[start], below, whole=len(over) == len(starts)):
            found |= dict.fromkeys(over, role)
    return found


def _axis_of(text: str, below: list[str], *, whole: bool = False) -> str:
    """The role that a heading or a line gives to the labels below it, if it names their axis."""
    role = heading_role(text)
    if role not in (*ROLES, "year", "part") or not (below and _names_axis(text)):
        return ""
    if role not in ROLES:
        return role
    if sum(map(names_year, below)) * 2 > len(below):
        return role if whole else ""
    fits = sum(content_role(each) in ("", role) or is_unknown(each) for each in below)
    return role if fits * 2 > len(below) else ""


def _names_axis(text: str) -> bool:
    return not any(map(str.isdigit, text))


def _hint_of_lines(table: Table) -> str:
    """A line right over the headings that names their axis: “Victim age”."""
    line = table.above[-1].text if table.above else ""
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
        return False
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
    axes = _line_axes(table, columns)
    read_at: dict[Position, LabelMeaning] = {}
    for column in columns.labels:
        heading = heading_role(table.heading(column))
        with_label = [number for number, texts in carried.items() if column in texts]
        for axis in dict.fromkeys(axes[number] for number in with_label):
            own = [number for number in with_label if axes[number] == axis]
            level = LabelLevel([carried[number][column] for number in own], axis or heading)
            for number, group in zip(own, level.groups(), strict=True):
                read_at[number, column] = level.read(carried[number][column], group)
    lines, parents = _Lines(axes), _Parents(table, columns)
    of_all = totals_of_all(table, columns)
    meaning: dict[int, LabelMeaning] = {}
    for row in table.body:
        texts = carried[row.number]
        first = next(iter(texts.values()), "")
        over = lines.read(table, row, first)
        over = NOTHING if row.number in of_all else over
        found = over.and_then(parents.read(row, first))
        for column in texts:
            read = read_at[row.number, column]
            found = found.and_then(read)
            if column in row.cells:
                table.roles[row.number, column] = role_of(read)
        meaning[row.number] = found
        if meaning[row.number].excluded:
            table.roles |= {(row.number, column): "ignored" for column in row.cells}
    return meaning


def _line_axes(table: Table, columns: TableColumns) -> dict[int, str]:
    """For each row, the role that the line over it gives to its label: “Age of victim”."""
    found: dict[int, str] = {}
    groups: list[list[SheetRow]] = []
    for row in table.body:
        if row.number in table.sections or not groups:
            groups.append([])
        groups[-1].append(row)
    first = min(columns.labels, default=0)
    for group in groups:
        line = table.sections.get(group[0].number, [])[-1:]
        below = [row.cells[first] for row in group if first in row.cells]
        axis = _axis_of(line[0].text, below) if line else ""
        found |= {row.number: axis for row in group}
    return found


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

    def __init__(self, axes: dict[int, str]) -> None:
        self.now: list[tuple[str, LabelMeaning]] = []
        self.axes = axes  # of rows over which a line only names the axis
        self.last = ""  # the kind of the last line

    def read(self, table: Table, row: SheetRow, first: str) -> LabelMeaning:
        lines = table.sections.get(row.number, [])
        if lines and self.axes[row.number]:
            table.roles[lines[-1].number, min(lines[-1].cells)] = "label"
            lines = lines[:-1]
        self._read_lines(table, lines)
        return reduce(LabelMeaning.and_then, (meaning for _, meaning in self.now), NOTHING)

    def _read_lines(self, table: Table, lines: list[SheetRow]) -> None:
        """Let lines take the place of those of their kind, the nearest first.

        Of two lines of one kind right below each other, the first goes on over the second.
        """
        read = []
        for line in lines:
            # “Not known” is of the kind of the line before it.
            meaning = LabelLevel([line.text]).read(line.text, self.last)
            table.roles[line.number, min(line.cells)] = role_of(meaning)
            kind = next((role for role, _ in meaning.labels if role in ROLES), "")
            self.last = "year" if meaning.year else kind
            read.append((self.last, meaning))
        for kind in dict.fromkeys(kind for kind, _ in read):
            at = [i for i, (each, _) in enumerate(self.now) if each == kind]
            new = sum(each == kind for each, _ in read)
            if at:
                self.now = self.now[: at[max(0, len(at) - new)]]
        self.now += [each for each in read if not each[1].total]


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
    repeated = {name for name, n in Counter(folded).items() if n > 1 and not is_total(name)}
    if all(map(is_unknown, repeated)):
        return set()  # “Not known” may come again under every axis
    kinds = {content_role(name) for name in names if name.casefold() in repeated} - {""}
    if not repeated or content_role(names[0]) in kinds or folded[0] in repeated:
        return set()
    found = set()
    for i, name in enumerate(names):
        kind = content_role(name)
        if folded[i] in repeated or kind in kinds or (is_unknown(name) and not kind):
            found.add(i)
    return {i for i in found if not is_total(names[i])}

"""The labels of each row of counts: in columns, carried down, or in lines between."""

from offences.returns.labels.label_words import (
    clean_label,
    content_role,
    heading_role,
    is_total,
    is_unknown,
)
from offences.returns.sheet import SheetRow, Table
from offences.returns.tables.columns import TableColumns
from offences.returns.tables.label_levels import NOTHING, LabelLevel, LabelMeaning, role_of
from offences.returns.tables.row_kinds import is_value


def row_meanings(table: Table, columns: TableColumns) -> dict[int, LabelMeaning]:
    """The meaning of each row's labels, by the row's number."""
    carried = _carried(table, columns)
    levels = {
        column: LabelLevel(
            [texts[column] for texts in carried.values() if column in texts],
            heading_role(table.heading(column)),
        )
        for column in columns.labels
    }
    lines = _Lines()
    parents = _Parents(table, columns)
    meaning: dict[int, LabelMeaning] = {}
    for row in table.body:
        texts = carried[row.number]
        here = NOTHING
        for column, text in texts.items():
            read = levels[column].read(text)
            here = here.and_then(read)
            if column in row.cells:
                table.roles[row.number, column] = role_of(read)
        first = next(iter(texts.values()), "")
        above = lines.read(table, row, first)
        above = above.and_then(parents.read(row, first))
        meaning[row.number] = above.and_then(here)
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
        texts: dict[int, str] = {}
        fresh = False
        for column in columns.labels:
            if column in row.cells:
                texts[column] = row.cells[column]
                fresh = True
            elif not fresh and len(columns.labels) > 1 and column in last:
                texts[column] = last[column]
        if not any(column in row.cells for column in columns.labels):
            texts = {}
        last = dict(texts)
        carried[row.number] = texts
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
        whole = NOTHING
        for _, meaning in self.now:
            whole = whole.and_then(meaning)
        return whole


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
            return LabelMeaning(
                total=any(is_value(t) for c, t in row.cells.items() if c != self.column)
            )
        if is_total(first):
            self.now = NOTHING
        return self.now


def _is_unknown(name: str) -> bool:
    return is_unknown(name) and not content_role(name)


def _members(names: list[str]) -> set[int]:
    """The labels repeated in every group, and those of one kind with them.

    None, where the groups are of that kind, too.
    """
    folded = [name.casefold() for name in names]
    repeated = {n for n in folded if folded.count(n) > 1 and not is_total(n)}
    kinds = {content_role(name) for name in names if name.casefold() in repeated} - {""}
    if not repeated or content_role(names[0]) in kinds or folded[0] in repeated:
        return set()
    return {
        i
        for i, name in enumerate(names)
        if not is_total(name)
        and (folded[i] in repeated or content_role(name) in kinds or _is_unknown(name))
    }

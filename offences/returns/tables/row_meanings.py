"""The meaning of each row's labels, and of the rows and lines above that it is a part of.

A row's labels are read level by level, each level alike: the lines over groups of rows, the rows
that are the sums of those below them, and the rows themselves.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import partial, reduce
from itertools import chain, pairwise

from offences.returns.labels.joined_labels import axes_named, without_total
from offences.returns.labels.label_words import (
    clean_label,
    content_role,
    heading_role,
    is_online_alone,
    is_total,
    is_unknown,
    says_online,
)
from offences.returns.labels.numbered_times import unit_of_numbers
from offences.returns.labels.plain_years import start_of_plain_years
from offences.returns.sheet import LABEL_KINDS, Position, SheetRow, Table
from offences.returns.tables.cell_kinds import is_value, is_year_number, names_year, parse_number
from offences.returns.tables.columns import TableColumns
from offences.returns.tables.label_levels import NOTHING, LabelLevel, LabelMeaning, role_of
from offences.returns.tables.meanings import (
    axes_of_corner,
    axis_of,
    ending_of_years,
    texts_above,
    unit_of_lines,
)
from offences.returns.tables.parts_of_lines import part_rows
from offences.returns.tables.sums import leading_totals, sums_of_followers, totals_of_all
from offences.returns.tables.titles import is_opposite
from offences.returns.tables.whole_years import years_of_totals


def row_meanings(
    table: Table, columns: TableColumns, *, dated: bool = False
) -> dict[int, LabelMeaning]:
    """The meaning of each row's labels, by the row's number; `dated`: the year is elsewhere."""
    carried = carried_labels(table, columns)
    axes = _line_axes(table, columns)
    lines = _Lines(table, axes, dated)
    parents = _Parents(table, columns, {number for number, run in lines.runs.items() if run})
    starts, ending = start_of_plain_years(texts_above(table)), ending_of_years(table)
    read_at: dict[Position, LabelMeaning] = {}
    for column in columns.labels:
        levels: dict[tuple[str, int], list[int]] = defaultdict(list)
        for number, texts in carried.items():
            if column in texts:
                depth = parents.depths.get(number, 0) if column == parents.column else 0
                levels[axes[number], depth].append(number)
        texts_of = {key: [carried[n][column] for n in own] for key, own in levels.items()}
        outer = lines.levels if column == columns.labels[0] else []
        heading = _role_of_heading(table, columns, column, chain(*texts_of.values()))
        named = _named_level([*outer, *texts_of.values()], heading)
        for key, own in levels.items():
            hint = key[0] or (heading if texts_of[key] in named else "")
            named_axes, unit = axes_named(table.heading(column)), _unit_of_rows(table, column, own)
            level = LabelLevel(texts_of[key], hint, dated, starts, ending, named_axes, unit)
            table.doubts |= {(n, column) for n in own[:1] if level.may_be_ages}
            for number, group in zip(own, level.groups(), strict=True):
                read_at[number, column] = level.read(carried[number][column], group)
        if says_online(table.heading(column), chain(*texts_of.values())):
            read_at |= {(n, column): NOTHING for own in levels.values() for n in own}
    of_all = totals_of_all(table, columns)
    meaning: dict[int, LabelMeaning] = {}
    for row in table.body:
        over = lines.meaning(row)
        above = [NOTHING if row.number in of_all else over, *parents.meanings(row, read_at)]
        beside = {column: read_at[row.number, column] for column in carried[row.number]}
        meaning[row.number] = reduce(LabelMeaning.and_then, [*above, *beside.values()])
        for column in row.cells.keys() & beside.keys():
            table.roles[row.number, column] = role_of(beside[column])
        if meaning[row.number].excluded:
            table.roles |= {(row.number, column): "ignored" for column in row.cells}
    return meaning if dated else meaning | years_of_totals(meaning)


def _unit_of_rows(table: Table, column: int, rows: list[int]) -> str:
    """The heading, or the line over rows, that says that their numbers are of months or weeks."""
    heading, _ = axes_of_corner(table.heading(column))
    first = max((number for number in table.sections if number <= rows[0]), default=0)
    lines = [line.text for line in table.sections.get(first, [])[-1:]]
    own = next((text for text in (heading, *lines) if unit_of_numbers(text)), "")
    return own or ("" if heading_role(heading) else unit_of_lines(table))


def _role_of_heading(table: Table, columns: TableColumns, column: int, texts: Iterable[str]) -> str:
    """The role that a column's heading names; “Online” in a second one of offences is none."""
    role = heading_role(table.heading(column))
    before = [heading_role(table.heading(c)) for c in columns.labels if c < column]
    own = [text for text in texts if not (is_total(text) or is_unknown(text))]
    says_how = bool(own) and all(map(_is_online_or_not, own))
    return "" if role == "offence" and role in before and says_how else role


def _is_online_or_not(text: str) -> bool:
    return is_online_alone(text) or (is_opposite(text) and content_role(text) != "offence")


def _named_level(levels: list[list[str]], heading: str) -> list[list[str]]:
    """The levels that a column's heading names: those that fit it, else those of no known kind."""
    if heading not in LABEL_KINDS:
        return levels
    roles = [LabelLevel(texts).role for texts in levels]
    fitting = [texts for texts, role in zip(levels, roles, strict=True) if role == heading]
    return fitting or [t for t, role in zip(levels, roles, strict=True) if not role] or levels[-1:]


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
        axis = axis_of(line[0].text, below) if line else ""
        found |= {row.number: axis for row in group}
    return found


def carried_labels(table: Table, columns: TableColumns) -> dict[int, dict[int, str]]:
    """The labels of each row; one written once and left blank below is carried down.

    A label further right is never carried past a new one further left. A table with one column
    of labels has nothing to carry: a row without a label there is one of its own. Nor is one
    carried into a total, where each row above has its own, as a code: the total is of them all; nor
    past it, unless it is the first row of its group, or names another label: below “Rape total” the
    year further left goes on. In a list of crimes none is carried where
    labels come again: a blank age is not known.
    """
    carried: dict[int, dict[int, str]] = {}
    last: dict[int, str] = {}
    spans = table.sheet.spans
    ends: dict[int, int] = {}  # column → the last row of the cell merged over it
    above: list[SheetRow] = []  # since the last total
    heads = leading_totals(table, columns)
    written = set() if columns.data else set(filter(partial(_is_repeated, table), columns.labels))
    for row in table.body:
        own = {column: row.cells[column] for column in columns.labels if column in row.cells}
        ends |= {c: spans[row.number, c][0] for c in own if (row.number, c) in spans}
        merged = {c for c, end in ends.items() if end >= row.number}
        over = [text for column, text in last.items() if column in merged]
        is_sum = any(map(is_total, [*own.values(), *over]))
        # With one column nothing is before the row's own label.
        first = min(own, default=0)  # without any, only what is merged over it is known
        before = {
            column: text
            for column, text in last.items()
            if column in merged
            or (
                column < first
                and column not in written
                and not (is_sum and _differs_in_each(column, above))
            )
        }
        carried[row.number] = before | own
        if row.number in heads:
            last = {c: text for c, text in carried[row.number].items() if c < heads[row.number]}
        elif is_sum:  # below the total of a group begins another, but for what is merged over it
            merged = {c for c, end in ends.items() if end > row.number}
            last = {
                c: text
                for c, text in carried[row.number].items()
                if c in merged or c < _named_by_total(own, last)
            }
            above = []
        elif own:
            last = carried[row.number]
            above.append(row)
    return carried


_TOTAL_OF = re.compile(r"\W*\b(?:sub[ -]?)?totals?\b(?: (?:for|of)\b)?\W*", re.IGNORECASE)


def _named_by_total(own: dict[int, str], before: dict[int, str]) -> int:
    """The only column in which a total has words, and names the group that it ends; 0 for none."""
    if len(own) != 1:
        return 0
    (column, text), *_ = own.items()
    named = _TOTAL_OF.sub("", clean_label(text), count=1).casefold()
    group = clean_label(before.get(column, "")).casefold()
    return column if named and named == group else 0


def _is_repeated(table: Table, column: int) -> bool:
    """Whether a label comes again right below itself: a blank is not left for the one above."""
    texts = [row.cells.get(column) for row in table.body]
    return any(one == other is not None for one, other in pairwise(texts))


def _differs_in_each(column: int, rows: list[SheetRow]) -> bool:
    """Whether all of some rows have a label in a column, and not the same."""
    texts = {row.cells.get(column) for row in rows}
    return len(texts) > 1 and None not in texts


class _Lines:
    """Lines between rows that head the rows below them: a force, a sex, a year.

    The longest run of lines shows how many levels they have. A shorter run is of the inner ones,
    unless it is of the kind of an outer one.
    """

    def __init__(self, table: Table, axes: dict[int, str], dated: bool) -> None:
        self.table = table
        self.runs = {number: self._labels(number, axes) for number in table.sections}
        self.most = max(map(len, self.runs.values()), default=0)
        self.levels: list[list[str]] = [[] for _ in range(self.most)]
        full = [run for run in self.runs.values() if len(run) == self.most]
        self.kinds = [{_line_kind(run[depth].text) for run in full} for depth in range(self.most)]
        self.depths = {number: self._depth(run) for number, run in self.runs.items()}
        for number, run in self.runs.items():
            for depth, line in enumerate(run, self.depths[number]):
                self.levels[depth].append(line.text)
        self.readers = [LabelLevel(texts, dated=dated) for texts in self.levels]
        self.groups = [iter(level.groups()) for level in self.readers]
        self.now: list[LabelMeaning] = []

    def _labels(self, number: int, axes: dict[int, str]) -> list[SheetRow]:
        """The lines right above a row, without a name of its axis and without lone numbers."""
        lines = self.table.sections[number]
        if lines and axes[number]:
            self.table.roles[lines[-1].number, min(lines[-1].cells)] = "label"
            lines = lines[:-1]
        return [line for line in lines if self._is_label(line.text)]

    def _is_label(self, text: str) -> bool:
        """A number alone is a label only among others: an age, a year. It may be a lost count."""
        if parse_number(text) is None:
            return True
        every = [line.text for lines in self.table.sections.values() for line in lines]
        every += [line.text for line in self.table.above]
        if is_year_number(text):
            return sum(is_year_number(each) or names_year(each) for each in every) > 1
        return sum(content_role(each) == "age" for each in every) > 1

    def _depth(self, run: list[SheetRow]) -> int:
        """The level of the first line of a run."""
        inner = self.most - len(run)
        kind = _line_kind(run[0].text) if run else ""
        outer = [d for d in range(inner) if kind and kind in self.kinds[d]]
        return outer[0] if outer and kind not in self.kinds[inner] else inner

    def meaning(self, row: SheetRow) -> LabelMeaning:
        """The meaning of the lines over a row; rows are asked for from the top."""
        if run := self.runs.get(row.number):
            depth = self.depths[row.number]
            self.now = [*self.now, *[NOTHING] * self.most][:depth]
            for at, line in enumerate(run, depth):
                read = self.readers[at].read(line.text, next(self.groups[at]))
                self.table.roles[line.number, min(line.cells)] = role_of(read)
                self.now.append(self._of_total(read, line.text, at) if read.total else read)
        return reduce(LabelMeaning.and_then, self.now, NOTHING)

    def _of_total(self, read: LabelMeaning, text: str, level: int) -> LabelMeaning:
        """What a line says of its rows besides “total”, which none of them is for it."""
        rest = without_total(text)
        labels = () if not rest or names_year(rest) else self.readers[level].read(rest).labels
        year = read.year if read.year and read.year.label else None
        return LabelMeaning(labels, year, no_counts=read.no_counts)


def _line_kind(text: str) -> str:
    return "year" if names_year(text) else content_role(text)


class _Parents:
    """A single column in which each group's own row, with its sum, is above its members.

    The sums show it, or the names: those of two kinds take turns (an offence, then the sexes), and
    the members' labels come again under every group.
    """

    def __init__(self, table: Table, columns: TableColumns, under_lines: set[int]) -> None:
        self.depths: dict[int, int] = {}  # row → how many rows it is a part of
        self.parents: dict[int, int] = {}  # row → the one right above it
        self.sums: set[int] = set()
        self.column = min(columns.labels, default=0)
        self._place_sums(table, columns, under_lines)
        parts = part_rows(table, columns)
        self.parts = {
            number: parent
            for number, parent in parts.parents.items()
            if not (number in parts.by_indent and number in self.parents)  # its sums say more
        }
        self.column = parts.column or self.column
        for number, parent in self.parts.items():
            self.parents[number] = parent
            self.depths[number] = self.depths.get(parent, 0) + 1
        # A row is no sum for having a part.
        self.sums &= {parent for row, parent in self.parents.items() if row not in self.parts}

    def _place_sums(self, table: Table, columns: TableColumns, under_lines: set[int]) -> None:
        if len(columns.labels) != 1:
            return
        rows = [r for r in table.body if self.column in r.cells and r.number not in under_lines]
        rows = [row for row in rows if not is_total(row.cells[self.column])]
        above = {} if under_lines else sums_of_followers(rows, self.column, columns.data)
        names = [clean_label(row.cells[self.column]).casefold() for row in rows]
        self._place(rows, above or _groups_by_name(names, [[*range(len(names))]]) or {})

    def _place(self, rows: list[SheetRow], above: dict[int, int]) -> None:
        for i, row in enumerate(rows if above else ()):
            if i in above:
                parent = rows[above[i]].number
                self.parents[row.number] = parent
                self.depths[row.number] = self.depths[parent] + 1
            else:
                self.depths[row.number] = 0
        groups = set(self.parents.values())
        for row in rows:
            beyond = [text for column, text in row.cells.items() if column != self.column]
            if row.number in groups and any(map(is_value, beyond)):
                self.sums.add(row.number)

    def meanings(self, row: SheetRow, read_at: dict[Position, LabelMeaning]) -> list[LabelMeaning]:
        """The meanings of the rows that a row is a part of; whether it is a sum itself."""
        found: list[LabelMeaning] = [LabelMeaning(total=True)] if row.number in self.sums else []
        at = row.number
        while at in self.parents:
            part = at in self.parts
            at = self.parents[at]
            outer = read_at[at, self.column]
            found.insert(0, outer.without_total() if part else outer)
        return found


def _groups_by_name(names: list[str], runs: list[list[int]]) -> dict[int, int] | None:
    """For each member its group, and the groups within the groups: all by their place.

    Each run has the members of one outer group. None, where the names show no such order.
    """
    members = {names[run[at]] for run in runs for at in _members([names[i] for i in run])}
    if not members:
        return {} if all(len({names[i] for i in run}) == len(run) for run in runs) else None
    found: dict[int, int] = {}
    inner: dict[int, list[int]] = {}
    for run in runs:
        group = None
        for i in run:
            if names[i] not in members:
                group, inner[i] = i, []
            elif group is None:
                return None
            else:
                found[i] = group
                inner[group].append(i)
    if len(inner) < 2 or not all(inner.values()):
        return None
    deeper = _groups_by_name(names, [*inner.values()])
    return None if deeper is None else found | deeper


def _members(names: list[str]) -> set[int]:
    """The labels repeated in every group, and those of one kind with them.

    None, where the groups are of that kind, too.
    """
    repeated = {name for name, n in Counter(names).items() if n > 1 and not is_total(name)}
    if all(map(is_unknown, repeated)):
        return set()  # “Not known” may come again under every axis
    kinds = {content_role(name) for name in repeated} - {""}
    if not repeated or content_role(names[0]) in kinds or names[0] in repeated:
        return set()
    found = set()
    for i, name in enumerate(names):
        kind = content_role(name)
        if name in repeated or kind in kinds or (is_unknown(name) and not kind):
            found.add(i)
    return {i for i in found if not is_total(names[i])}

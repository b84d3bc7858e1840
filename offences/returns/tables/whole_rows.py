"""Rows and columns that are the sum of others, though no word for a total names them."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from offences.returns.labels.age_spans import covers_ages
from offences.returns.labels.counted_units import OFFENCES, counted_unit
from offences.returns.labels.label_words import clean_label, is_generic, is_unknown
from offences.returns.own_form import is_table_line
from offences.returns.sheet import Position, SheetRow, Table
from offences.returns.tables.label_levels import LabelMeaning, Meanings
from offences.returns.tables.sums import RunningSum, limits_of, value_or_none

_AXIS = (  # “All Saints app” and “All grooming” are parts beside others
    r"(?:(?:recorded|sexual|online|social media|dating|age|victim) )?"
    r"(?:apps?|sites?|websites?|platforms?|sex(?:es)?|genders?|ages?|groups?|bands?|offen[cs]es?"
    r"|crimes?|(?:offen[cs]e )?(?:types?|categor(?:y|ies))|forces?|areas?|districts?|divisions?"
    r"|locations?|places|months?|quarters?|victims?|children|persons|people)"
)
_WHOLE = re.compile(
    r"(?:the )?(?:whole |entire )?force(?:[ -]?(?:wide|area|total))?"
    rf"|(?:all|any|every)(?: (?:the )?{_AXIS})?|combined|both|altogether|tot|t"
    r"|(?:all )?(?:recorded )?(?:offen[cs]es|crimes)",
    re.IGNORECASE,
)
_LEAST = 20  # of a sum: smaller ones come about by chance
_FEWEST = 3  # parts of a sum in a single column
_WHY = "Each count of “{}” is the sum of those of the other {}. Is it their total?"


class _Line(NamedTuple):
    """A row or a column, with the one of its labels that others like it have not."""

    number: int
    cells: SheetRow
    label: str
    level: int  # which of its labels that is


class _Whole(NamedTuple):
    """A line that is the sum of some beside it, and those that it may have left out."""

    line: _Line
    parts: Sequence[_Line]
    rest: Sequence[_Line]

    @property
    def is_named(self) -> bool:
        """Whether its name says that it is the whole of its parts."""
        others = [each.label for each in self.parts]
        label = self.line.label
        plain = is_generic(label) and counted_unit(label) in ("", OFFENCES)
        named = plain or _WHOLE.fullmatch(clean_label(label))
        return bool(named) or covers_ages(label, others)

    @property
    def is_of_all(self) -> bool:
        """Whether it leaves out none of the others but those of which nothing is known."""
        return all(is_unknown(each.label) for each in self.rest)

    @property
    def is_named_of_all(self) -> bool:
        return self.is_named and self.is_of_all

    @property
    def is_no_chance(self) -> bool:
        """Whether numbers as large, or as many, are no sums of others by chance."""
        cells = [each.cells.cells for each in self.parts]
        large = [at for at, text in self.line.cells.cells.items() if _value(text) >= _LEAST]
        filled = [at for at in large if sum(bool(_value(own.get(at))) for own in cells) > 1]
        few = len(self.parts) < _FEWEST or not self.is_of_all
        return len(filled) > (1 if few else 0)


def take_whole_rows(
    table: Table, data: Sequence[int], by_row: dict[int, LabelMeaning]
) -> Iterator[tuple[Position, str]]:
    """Take a row “Force” or “All sites” that is such a sum for a total; ask about another."""
    lines = {row.number: _only(row, data) for row in table.body}
    for at, why in _take(table, lines, by_row, "rows"):
        row = next(row for row in table.body if row.number == at)
        labels = [c for c in row.cells if c not in data]
        yield (at, min(labels or row.cells)), why


def take_whole_columns(
    table: Table,
    data: Sequence[int],
    by_row: dict[int, LabelMeaning],
    by_column: dict[int, LabelMeaning],
) -> Iterator[tuple[Position, str]]:
    """Take such a column for a total, or ask about it; totals of rows are no more of its cells."""
    rows = [row for row in table.body if not (by_row[row.number].excluded)]
    lines = {c: SheetRow(c, {r.number: r.cells[c] for r in rows if c in r.cells}) for c in data}
    for at, why in _take(table, lines, by_column, "columns"):
        heads = [row.number for row in table.header if at in row.cells]
        yield (max(heads, default=table.range_start), at), why


def _only(row: SheetRow, columns: Sequence[int]) -> SheetRow:
    return SheetRow(row.number, {c: row.cells[c] for c in columns if c in row.cells})


def _take(
    table: Table, lines: Mapping[int, SheetRow], meanings: dict[int, LabelMeaning], what: str
) -> Iterator[tuple[int, str]]:
    """Take the lines that are named as the whole of the others; ask about the first other."""
    groups = _groups(lines, meanings)
    wholes = [*filter(None, map(_whole_of, groups))]
    named = {(each.line.level, each.line.label) for each in wholes if each.is_named_of_all}
    for line in (line for group in groups for line in group):
        if (line.level, line.label) in named:  # of other groups, too
            labels = [*meanings[line.number].labels]
            labels[line.level] = ("other", line.label)
            meanings[line.number] = replace(meanings[line.number], labels=tuple(labels), total=True)
    others = (each for each in wholes if not each.is_named_of_all)
    asked = next((each for each in others if each.is_named or each.is_no_chance), None)
    if asked and not _is_of_form(table):
        yield asked.line.number, _WHY.format(asked.line.label[:60], what)


def _groups(lines: Mapping[int, SheetRow], meanings: Meanings) -> list[list[_Line]]:
    """The lines that are of one year, and have all labels but one in common."""
    found: dict[tuple[object, ...], list[_Line]] = defaultdict(list)
    for number, cells in lines.items():
        own = meanings[number]
        if own.excluded or own.total:
            continue
        for level, (_, label) in enumerate(own.labels):
            others = own.labels[:level] + own.labels[level + 1 :]
            found[own.year, level, others].append(_Line(number, cells, label, level))
    return [*found.values()]


def _whole_of(group: Sequence[_Line]) -> _Whole | None:
    """The first line that is the sum of all before it, or the first of all if of those behind.

    Behind a sum, or at the end of its parts, may be lines of what is not known.
    """
    last = _first_of_unknown(group)
    before = RunningSum()
    for at, line in enumerate(group):
        if at > 1:
            is_sum = _is_sum(line, before)
            whole = _Whole(line, group[:at], group[at + 1 :]) if is_sum or at + 1 >= last else None
            if whole and (is_sum or _may_be_sum(whole)):
                return whole
        before.add(line.cells, [*line.cells.cells])
    behind = RunningSum()
    for at, line in enumerate(group[1:], 2):
        behind.add(line.cells, [*line.cells.cells])
        whole = _Whole(group[0], group[1:at], group[at:]) if at > 2 and at >= last else None
        if whole and (_is_sum(group[0], behind) or _may_be_sum(whole)):
            return whole
    return None


def _first_of_unknown(group: Sequence[_Line]) -> int:
    """Where the lines of which nothing is known begin that end a group; its length, without any."""
    last = len(group)
    while last and is_unknown(group[last - 1].label):
        last -= 1
    return last


def _is_sum(line: _Line, parts: RunningSum) -> bool:
    cells = line.cells
    return parts.is_of(cells, [*cells.cells]) and any(map(value_or_none, cells.cells.values()))


def _may_be_sum(whole: _Whole) -> bool:
    """Whether a line that is named as the whole is as much as its parts, some of them hidden."""
    cells = whole.line.cells.cells
    if not whole.is_named_of_all or not any(map(value_or_none, cells.values())):
        return False
    for at, text in cells.items():
        stated = limits_of(text)
        parts = [limits_of(each.cells.cells.get(at)) for each in whole.parts]
        low, highs = sum(low for low, _ in parts), [high for _, high in parts]
        most = None if None in highs else sum(filter(None, highs))
        if (stated[1] is not None and stated[1] < low) or (most is not None and most < stated[0]):
            return False
    return True


def _value(text: str | None) -> int:
    return value_or_none(text) or 0


def _is_of_form(table: Table) -> bool:
    """Whether a table is one of our own return form, whose rows are known by their names."""
    first = min((row.number for row in table.body), default=0)
    above = ((place, text) for place, text in table.sheet.cells.items() if place[0] < first)
    return any(is_table_line(text) for _, text in above)

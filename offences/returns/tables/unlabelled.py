"""Rows and columns of counts without a label: the sum of the others, or a question.

Without a label a count would be taken for that of the whole measure. It is only where the cells
say so themselves: where each is the sum of the others in its row or column.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain, pairwise

from offences.returns.labels.cell_counts import plain_text
from offences.returns.labels.counted_units import OFFENCES, counted_unit
from offences.returns.labels.label_words import content_role, heading_role, is_total, is_unknown
from offences.returns.labels.no_counts import is_plainly_no_count
from offences.returns.sheet import Position, SheetRow, Table
from offences.returns.tables.cell_kinds import (
    is_run,
    is_series,
    is_value,
    is_year_number,
    parse_number,
)
from offences.returns.tables.columns import TableColumns
from offences.returns.tables.label_levels import LabelMeaning, Meanings
from offences.returns.tables.meanings import heading_levels
from offences.returns.tables.row_meanings import carried_labels
from offences.returns.tables.sums import is_sum

_BY_CHANCE = 2  # of numbers above 1, fewer than so many may be the same in two lines by chance


def unlabelled_rows(table: Table, columns: TableColumns) -> list[SheetRow]:
    """The rows with counts, but no label beside them or in a line right above."""
    counted = [row for row in table.body if any(c in row.cells for c in columns.data)]
    if not columns.labels and len(counted) == 1:
        return []  # a line of counts under its headings
    labels = {*columns.labels}
    groups: list[list[SheetRow]] = []
    for row in counted:
        if row.number in table.sections or not groups:
            groups.append([])
        groups[-1].append(row)
    # A line right above labels a row that is alone below it.
    several = [g for g in groups if len(g) > 1 or g[0].number not in table.sections]
    return [row for group in several for row in group if not labels & set(row.cells)]


def gaps_in_labels(table: Table, columns: TableColumns) -> list[Position]:
    """The blanks among the labels of rows, in a column in which other rows have one.

    A blank before all labels of its row may have the label above it, unless those come again. One
    behind them may be of the sum of a group, if so it is in most groups; but one that is alone is
    none, and no sum is less than one of its parts.
    """
    found: list[Position] = []
    rows = [row for row in table.body if any(c in row.cells for c in columns.data)]
    carried = carried_labels(table, columns)
    for at, column in enumerate(columns.labels):
        groups: dict[tuple[str | None, ...], list[SheetRow]] = defaultdict(list)
        for row in rows:
            groups[tuple(carried[row.number].get(c) for c in columns.labels[:at])].append(row)
        texts = [row.cells.get(column) for row in rows]
        again = any(one == other is not None for one, other in pairwise(texts))
        named = [row for row in rows if column in carried[row.number]]
        blank = [row for row in rows if column not in row.cells and not _is_total_row(row, columns)]
        lost = {row.number for row in blank if column not in carried[row.number]}
        few, most = len(lost) * 2 < len(groups), len(named) * 2 > len(rows)
        for row in blank if named else ():
            own, is_lost = [c for c in columns.labels if c in row.cells], row.number in lost
            beside = groups[tuple(carried[row.number].get(c) for c in columns.labels[:at])]
            if not own:
                continue
            if column > max(own):
                beside = [each for each in beside if column in each.cells]
                no_sum = (few or not beside) and most
                asked = is_lost and (no_sum or _is_less(row, beside, columns.data))
            else:
                alike = [each for each in named if _shares(each, row, own)]
                first = is_lost and not _is_sum_of(row, alike, columns.data)
                asked = first or (again and most and not is_lost)
            if asked:
                found.append((row.number, column))
    return found


def _is_less(row: SheetRow, parts: Iterable[SheetRow], data: Iterable[int]) -> bool:
    """Whether a row has a count less than one of its parts has."""
    counts = {c: parse_number(row.cells[c]) for c in data if c in row.cells}
    return any(
        own < (parse_number(part.cells.get(c, "")) or 0)
        for part in parts
        for c, own in counts.items()
        if own is not None
    )


def _is_sum_of(row: SheetRow, parts: Iterable[SheetRow], data: Sequence[int]) -> bool:
    return is_sum([row.cells.get(c) for c in data], [[p.cells.get(c) for c in data] for p in parts])


def _shares(one: SheetRow, other: SheetRow, columns: Iterable[int]) -> bool:
    return all(one.cells.get(column) == other.cells[column] for column in columns)


def _is_total_row(row: SheetRow, columns: TableColumns) -> bool:
    texts = [row.cells[column] for column in columns.labels if column in row.cells]
    return any(is_total(text) or _sums_offences(text) for text in texts)


def _sums_offences(text: str) -> bool:
    """Whether a label says that all offences are counted, of whatever kind: “All online crimes”."""
    return plain_text(text).casefold().startswith("all ") and counted_unit(text) == OFFENCES


def unexplained_numbers(table: Table, columns: TableColumns) -> list[list[Position]]:
    """The numbers among the labels of a column or headings of a row that nothing explains.

    They may be ages or years, or be beside such; no number is in the corner, over labels.
    """
    lines = [*table.above, *table.header, *chain.from_iterable(table.sections.values())]
    named = {heading_role(text) for line in lines for text in line.cells.values()}
    found = []
    for column in columns.labels:
        corner = [(h.number, column) for h in table.header if _is_number(h.cells.get(column, ""))]
        labels = {(r.number, column): r.cells[column] for r in table.body if column in r.cells}
        heading = table.heading(column)
        other = bool(heading) and heading_role(heading) not in ("age", "year", "part")
        found.append(corner + _unexplained(labels, named, of_other=other))
    for row in table.header:
        over = {(row.number, c): row.cells[c] for c in columns.data if c in row.cells}
        found.append(_unexplained(over, named))
    return [*filter(None, found)]


def _unexplained(
    labels: Mapping[Position, str], named: Collection[str], *, of_other: bool = False
) -> list[Position]:
    """`of_other`: a heading names something else than ages or years: “Hour”, “District”."""
    numbers = [at for at, text in labels.items() if _is_number(text)]
    others = [t for at, t in labels.items() if at not in numbers]
    idle = (is_total, is_unknown, is_plainly_no_count)
    others = [text for text in others if not any(test(text) for test in idle)]
    ages = "age" in named or sum(content_role(text) == "age" for text in others) * 2 > len(others)
    if ages or "part" in named:
        most = 99 if ages else 52
        return [at for at in numbers if (parse_number(labels[at]) or 0) > most]
    texts = [labels[at] for at in numbers]
    return [] if not (others or of_other) and (is_series(texts) or is_run(texts, "")) else numbers


def _is_number(text: str) -> bool:
    return parse_number(text) is not None and not is_year_number(text)


def unlabelled_columns(table: Table, columns: TableColumns) -> list[int]:
    """The columns with counts, but no heading, or one merged over other counts too."""
    below = _lowest_headings(table, max(columns.data, default=0))
    covers = {column: below.get(column) for column in columns.data}
    if not table.header and len(columns.data) == 1:
        return []
    shared = Counter(covers.values())
    filled = [c for c in columns.data if any(is_value(text) for text in table.texts(c))]
    groups = _groups_without_name(table, columns, below)
    return [
        c
        for c in filled
        if (cover := covers[c]) is None or (cover[1] != c and shared[cover] > 1) or c in groups
    ]


def _groups_without_name(
    table: Table, columns: TableColumns, below: Mapping[int, tuple[int, int]]
) -> set[int]:
    """The columns with no heading but that of a group, whose other columns have their own below."""
    found = set()
    for row, starts in zip(table.header, heading_levels(table, columns), strict=True):
        named = {start for column, start in starts.items() if below[column][0] > row.number}
        found |= {c for c, start in starts.items() if start in named and below[c][0] == row.number}
    return found


def _lowest_headings(table: Table, last_column: int) -> dict[int, tuple[int, int]]:
    """The place of the lowest heading in each column, or of one merged over it."""
    found: dict[int, tuple[int, int]] = {}
    for row in reversed(table.header):
        for start in row.cells:
            last = table.sheet.spans.get((row.number, start), (0, start))[1]
            for column in range(start, min(last, last_column) + 1):
                found.setdefault(column, (row.number, start))
    return found


def is_sum_of_rows(table: Table, row: SheetRow, columns: Iterable[int], meanings: Meanings) -> bool:
    """Whether a row is the sum of all other rows, before it or after, that its lines are over."""
    parts = [r for r in table.body if _is_part(meanings[r.number], meanings[row.number])]
    data = [*columns]
    line = [row.cells.get(c) for c in data]
    before = [[r.cells.get(c) for c in data] for r in parts if r.number < row.number]
    after = [[r.cells.get(c) for c in data] for r in parts if r.number > row.number]
    return is_sum(line, before) or is_sum(line, after)


def is_sum_of_columns(table: Table, column: int, meanings: Meanings) -> bool:
    """Whether a column is the sum of all others, to its left or right, under its headings."""
    parts = [c for c, meaning in meanings.items() if _is_part(meaning, meanings[column])]
    before = [[r.cells.get(c) for r in table.body] for c in parts if c < column]
    after = [[r.cells.get(c) for r in table.body] for c in parts if c > column]
    line = [r.cells.get(column) for r in table.body]
    return is_sum(line, before) or is_sum(line, after)


def _is_part(part: LabelMeaning, whole: LabelMeaning) -> bool:
    if part.total or part.excluded:
        return False
    same_year = whole.year is None or part.year == whole.year
    return same_year and set(whole.labels) < set(part.labels) | {("year", str(part.year))}


def are_shifted(table: Table, columns: TableColumns) -> bool:
    """Whether the headings stand a column beside what they head.

    The labels have no heading, and the last heading is over an empty column.
    """
    if not (table.header and columns.labels and columns.data):
        return False
    heads = {c for row in table.header for c in row.cells}
    filled = {c for row in table.body for c in row.cells}
    return min(columns.labels) not in heads and max(heads) not in filled


def same_lines(meanings: Mapping[int, LabelMeaning], *, idle: bool = False) -> dict[int, int]:
    """The rows or columns that say the same as one before them, each with that one.

    `idle`: also those that say nothing, as “Recorded” does.
    """
    seen: dict[tuple[object, ...], int] = {}
    found = {}
    for at, meaning in meanings.items():
        key = (frozenset(meaning.labels), meaning.year)
        says = bool(meaning.labels or meaning.year) or idle
        if meaning.total or meaning.excluded or not says:
            continue
        if (first := seen.setdefault(key, at)) != at:
            found[at] = first
    return found


def differ(one: Sequence[str | None], other: Sequence[str | None]) -> bool:
    """Whether two lines are not the same figures twice: a few may be alike by chance."""
    return one != other or len({*filter(None, one)} - {"0", "1"}) < _BY_CHANCE

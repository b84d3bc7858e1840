"""A sheet → blocks of columns and rows that belong to one another.

Two tables are side by side if another column of labels begins behind a gap; a gap alone is
a spacer. Blocks below each other in the same columns are one block: whether an empty row ends a
table is decided where its rows are read.
"""

from dataclasses import dataclass, field
from itertools import pairwise

from offences.returns.labels.label_words import heading_role
from offences.returns.sheet import Sheet, SheetRow
from offences.returns.tables.row_kinds import is_heading, is_value, names_year, parse_number


@dataclass
class SheetBlock:
    """The rows of some columns, from the top."""

    columns: set[int]
    rows: list[SheetRow] = field(default_factory=list)

    def take(self, row: SheetRow) -> None:
        self.rows.append(row)


def find_blocks(sheet: Sheet) -> tuple[list[SheetBlock], list[SheetRow]]:
    """The blocks of a sheet, and the lines of words outside all of them."""
    open_blocks: list[SheetBlock] = []
    closed: list[SheetBlock] = []
    lines: list[SheetRow] = []
    for group in _groups(_rows(sheet)):
        bands = _bands(group)
        if not bands:
            for row in group:
                _place_line(row, open_blocks, lines)
            continue
        chosen, gone = _attach(bands, open_blocks)
        closed += gone
        open_blocks = [b for b in open_blocks if b not in gone]
        for block in chosen:
            if block not in open_blocks:
                open_blocks.append(block)
        for row in group:
            _share(row, chosen)
    return sorted(closed + open_blocks, key=lambda b: (b.rows[0].number, min(b.columns))), lines


def _rows(sheet: Sheet) -> list[SheetRow]:
    by_row: dict[int, dict[int, str]] = {}
    for (row, column), text in sorted(sheet.cells.items()):
        by_row.setdefault(row, {})[column] = text
    for place in sheet.faults:
        by_row.setdefault(place[0], {}).setdefault(place[1], "#")
    rows = [
        SheetRow(number, dict(sorted(cells.items()))) for number, cells in sorted(by_row.items())
    ]
    hidden = {int(name) for name in sheet.hidden if name.isdigit()}
    for above, below in pairwise(rows):
        near = below.number - above.number < 1000
        between = set(range(above.number + 1, below.number)) if near else {0}
        below.after_gap = bool(between - hidden)
    return rows


def _groups(rows: list[SheetRow]) -> list[list[SheetRow]]:
    """Rows with no empty one between them; headings alone are joined to what they head."""
    groups: list[list[SheetRow]] = []
    for row in rows:
        if not groups or row.after_gap:
            groups.append([])
        groups[-1].append(row)
    joined: list[list[SheetRow]] = []
    for group in groups:
        if joined and _only_headings(joined[-1]) and any(len(row.cells) > 1 for row in group):
            joined[-1] += group
        else:
            joined.append(group)
    return joined


def _only_headings(group: list[SheetRow]) -> bool:
    wide = [row for row in group if len(row.cells) > 1]
    return (
        bool(wide)
        and len(group) <= 6
        and all(is_heading(row, min(row.cells), at_start=True) for row in wide)
    )


def _bands(group: list[SheetRow]) -> list[set[int]]:
    wide = [row for row in group if len(row.cells) > 1]
    if not wide:
        return []
    used = sorted({column for row in wide for column in row.cells})
    cuts = [used[0]]
    for left, column in pairwise(used):
        gap = column > left + 1
        if (gap or _repeats_heading(wide, cuts[-1], column)) and _is_alone(wide, column, used):
            cuts.append(column)
    ends = [*cuts[1:], used[-1] + 1]
    return [{c for c in used if a <= c < b} for a, b in zip(cuts, ends, strict=True)]


def _repeats_heading(rows: list[SheetRow], first: int, column: int) -> bool:
    """Whether the name of the first column's axis is repeated above this one."""
    for row in rows[:6]:
        here, there = row.cells.get(column, ""), row.cells.get(first, "")
        if here and heading_role(here) and not is_value(here):
            return here == there or heading_role(here) == heading_role(there)
    return False


def _is_alone(rows: list[SheetRow], column: int, used: list[int]) -> bool:
    """A column of labels with figures to its right, and figures to its left as well."""
    labels: list[str] = []
    values_left = 0
    beyond = {c for c in used if c > column}
    for row in rows:
        text = row.cells.get(column, "")
        right = any(is_value(row.cells[c]) for c in beyond if c in row.cells)
        values_left += any(is_value(t) for c, t in row.cells.items() if c < column)
        if text and right:
            labels.append(text)
    words = [t for t in labels if names_year(t) or not is_value(t)]
    if len(words) * 2 > len(labels) and len(set(words)) >= 2:
        return values_left > 0
    numbers = [n for n in map(parse_number, labels) if n is not None]
    rising = len(numbers) >= 3 and all(b - a == 1 for a, b in pairwise(numbers))
    return rising and any(
        heading_role(row.cells.get(column, "")) in ("age", "year") for row in rows
    )


def _attach(
    bands: list[set[int]], open_blocks: list[SheetBlock]
) -> tuple[list[SheetBlock], list[SheetBlock]]:
    """The block that each band goes on with, or a new one; and the blocks that end here."""
    chosen: list[SheetBlock] = []
    gone: list[SheetBlock] = []
    for band in bands:
        span = range(min(band), max(band) + 1)
        overlapping = [
            b for b in open_blocks if min(b.columns) <= span[-1] and max(b.columns) >= span[0]
        ]
        if len(overlapping) == 1 and not any(overlapping[0] is b for b in chosen):
            overlapping[0].columns |= band
            chosen.append(overlapping[0])
        else:
            gone += [b for b in overlapping if b not in gone and b not in chosen]
            chosen.append(SheetBlock(set(band)))
    return chosen, gone


def _share(row: SheetRow, blocks: list[SheetBlock]) -> None:
    """Give a row's cells to the blocks in whose columns they are."""
    for i, block in enumerate(blocks):
        start = min(block.columns) if i else 0
        end = min(blocks[i + 1].columns) if i + 1 < len(blocks) else 1 << 20
        cells = {c: text for c, text in row.cells.items() if start <= c < end}
        if cells:
            block.take(SheetRow(row.number, cells, row.after_gap))


def _place_line(row: SheetRow, open_blocks: list[SheetBlock], lines: list[SheetRow]) -> None:
    column = min(row.cells)
    for block in open_blocks:
        if min(block.columns) <= column <= max(block.columns):
            block.take(row)
            return
    lines.append(row)

"""Cells far from everything else on a sheet: a slip of the hand in XFD1048576.

The reader of values lays a sheet out from its first filled cell to its last, so that one such cell
would fill all memory. It is taken out first, and reported.
"""

import re
import zipfile
from collections import Counter
from io import BytesIO

from offences.refused import Refused
from offences.returns.formats.workbook_records import SheetRecords
from offences.returns.sheet import parse_address

MOST_CELLS = 2_000_000  # of one sheet, from its first corner to its last
_LONE = 20  # so many cells behind a gap are no table
_TALL, _WIDE = 100_000, 1_000  # rows and columns from which such cells are looked for
_ROW_GAP, _COLUMN_GAP = 1_000, 100

_CELL = re.compile(rb"<((?:\w+:)?)c\b([^>]*?)(?:/>|>.*?</\1c>)", re.DOTALL)
_REFERENCE = re.compile(rb'\br\s*=\s*["\']([A-Z]+\d+)["\']')


def check_extent(name: str, rows: int, columns: int) -> None:
    """Refuse a sheet that is too large."""
    if rows * columns > MOST_CELLS:
        raise Refused(
            f"Sheet “{name}” extends over {rows:,} rows and {columns:,} columns. Copy only the "
            "table into a new file."
        )


def without_outliers(data: bytes, parts: dict[str, str], records: dict[str, SheetRecords]) -> bytes:
    """An xlsx file without the few cells that are far from all others.

    They are removed from `records` too. `parts` and `records` are by the name of the sheet.
    """
    changed: dict[str, bytes] = {}
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for name, part in parts.items():
            own = records[name]
            if own.height * own.width <= MOST_CELLS and own.height <= _TALL and own.width <= _WIDE:
                continue
            last = _last_near(own.rows, _ROW_GAP), _last_near(own.columns, _COLUMN_GAP)
            if last != (max(own.rows), max(own.columns)):
                changed[part] = _cut(archive.read(part), last, own)
        return _rewrite(archive, changed) if changed else data


def _last_near(used: Counter[int], wide: int) -> int:
    """The last row or column before a wide gap behind which there are only a few cells."""
    lines = sorted(used)
    behind = 0
    for before, line in zip(reversed(lines[:-1]), reversed(lines[1:]), strict=True):
        behind += used[line]
        if behind > _LONE:
            break
        if line - before > wide:
            return before
    return lines[-1]


def _cut(xml: bytes, last: tuple[int, int], records: SheetRecords) -> bytes:
    def keep(found: re.Match[bytes]) -> bytes:
        reference = _REFERENCE.search(found[2])
        if reference is None:
            return found[0]
        row, column = parse_address(reference[1].decode())
        if row <= last[0] and column <= last[1]:
            return found[0]
        if len(records.outliers) < _LONE:
            records.outliers.append(reference[1].decode())
        records.faults.pop((row, column), None)
        return b""

    cut = _CELL.sub(keep, xml)
    records.rows = Counter({row: n for row, n in records.rows.items() if row <= last[0]})
    records.columns = Counter({c: n for c, n in records.columns.items() if c <= last[1]})
    return cut


def _rewrite(archive: zipfile.ZipFile, changed: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        for name in archive.namelist():
            new.writestr(name, changed[name] if name in changed else archive.read(name))
    return out.getvalue()

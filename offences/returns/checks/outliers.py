"""Cells far from everything else on a sheet: a slip of the hand in XFD1048576.

The reader of values lays a sheet out from its first filled cell to its last, so that one such cell
would fill all memory. It is taken out before, and told.
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
_TALL, _WIDE = 100_000, 1_000  # rows and columns that are looked at for such cells
_GAP = {"rows": 1_000, "columns": 100}

_CELL = re.compile(rb"<((?:\w+:)?)c\b([^>]*?)(?:/>|>.*?</\1c>)", re.DOTALL)
_REFERENCE = re.compile(rb'\br\s*=\s*["\']([A-Z]+\d+)["\']')


def check_extent(name: str, marks: SheetRecords) -> None:
    """Refuse a sheet that reaches too far."""
    rows, columns = _reach(marks.rows), _reach(marks.columns)
    if rows * columns > MOST_CELLS:
        raise Refused(
            f"Sheet “{name}” reaches over {rows:,} rows and {columns:,} columns. Copy the table "
            "alone into a new file."
        )


def _reach(used: Counter[int]) -> int:
    return max(used) - min(used) + 1 if used else 0


def without_outliers(data: bytes, parts: dict[str, str], marks: dict[str, SheetRecords]) -> bytes:
    """An xlsx file without the few cells that stand far from all others; `marks` forget them too.

    `parts` and `marks` are by the name of the sheet.
    """
    mended: dict[str, bytes] = {}
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for name, part in parts.items():
            here = marks[name]
            rows, columns = _reach(here.rows), _reach(here.columns)
            if rows * columns <= MOST_CELLS and rows <= _TALL and columns <= _WIDE:
                continue
            last = _last_near(here.rows, "rows"), _last_near(here.columns, "columns")
            if last != (max(here.rows), max(here.columns)):
                mended[part] = _cut(archive.read(part), last, here)
        return _rewritten(archive, mended) if mended else data


def _last_near(used: Counter[int], what: str) -> int:
    """The last row or column before a wide gap behind which only few cells stand."""
    lines = sorted(used)
    behind = 0
    for before, line in zip(reversed(lines[:-1]), reversed(lines[1:]), strict=True):
        behind += used[line]
        if behind > _LONE:
            break
        if line - before > _GAP[what]:
            return before
    return lines[-1]


def _cut(xml: bytes, last: tuple[int, int], marks: SheetRecords) -> bytes:
    def keep(found: re.Match[bytes]) -> bytes:
        reference = _REFERENCE.search(found[2])
        if reference is None:
            return found[0]
        row, column = parse_address(reference[1].decode())
        if row <= last[0] and column <= last[1]:
            return found[0]
        if len(marks.far) < _LONE:
            marks.far.append(reference[1].decode())
        marks.faults.pop((row, column), None)
        return b""

    cut = _CELL.sub(keep, xml)
    marks.rows = Counter({row: n for row, n in marks.rows.items() if row <= last[0]})
    marks.columns = Counter({column: n for column, n in marks.columns.items() if column <= last[1]})
    return cut


def _rewritten(archive: zipfile.ZipFile, mended: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        for name in archive.namelist():
            new.writestr(name, mended[name] if name in mended else archive.read(name))
    return out.getvalue()

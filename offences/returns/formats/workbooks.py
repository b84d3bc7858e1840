"""A workbook's bytes → its visible cells as text; also a program of its own.

python-calamine reads the values. What it does not say (it gives '' for an error cell and for a
formula that was never calculated, and shows what is hidden) is taken from the file's own records.
It lays a sheet out from its first filled cell to its last, so that a slip of the hand in XFD1048576
would fill all memory: cells far from everything else are taken out first, and reported.
"""

from __future__ import annotations

import re
import sys
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from offences.refused import Refused
from offences.returns.formats.cell_looks import UNCERTAIN, add_look, xlsx_looks
from offences.returns.formats.conditional_formats import DisplayRule, display_rules, looks_of_rules
from offences.returns.formats.file_kinds import LOCKED
from offences.returns.formats.ods_looks import add_ods_looks
from offences.returns.formats.ods_rules import ods_rules
from offences.returns.formats.outer_lines import add_chart_sheets, add_xls_lines, add_xlsx_lines
from offences.returns.formats.workbook_records import (
    SheetRecords,
    ods_records,
    stream_of,
    xls_records,
)
from offences.returns.formats.xls_looks import add_xls_looks
from offences.returns.formats.xlsx_records import raised_texts, xlsx_parts, xlsx_records
from offences.returns.limited_process import answer, ask
from offences.returns.sheet import Position, column_letters, parse_address

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

MOST_CELLS = 2_000_000  # of one sheet, from its first corner to its last
_LONE = 20  # so many cells behind a gap are no table
_TALL, _WIDE = 100_000, 1_000  # rows and columns from which such cells are looked for
_ROW_GAP, _COLUMN_GAP = 1_000, 100

_CELL = re.compile(rb"<((?:\w+:)?)c\b([^>]*?)(?:/>|>.*?</\1c>)", re.DOTALL)
_REFERENCE = re.compile(rb'\br\s*=\s*["\']([A-Z]+\d+)["\']')


def check_extent(name: str, rows: int, columns: int) -> None:
    """Refuse a sheet that is too large."""
    if rows * columns > MOST_CELLS:
        size = f"{rows:,} rows and {columns:,} columns"
        raise Refused(f"Sheet “{name}” extends over {size}. Copy only the table into a new file.")


def without_outliers(data: bytes, parts: dict[str, str], records: dict[str, SheetRecords]) -> bytes:
    """An xlsx file, and its `records`, without the few cells that are far from all others."""
    changed: dict[str, bytes] = {}
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for name, part in parts.items():
            own = records[name]
            if own.height * own.width <= MOST_CELLS and own.height <= _TALL and own.width <= _WIDE:
                continue
            last = _last_used(own.rows, _ROW_GAP), _last_used(own.columns, _COLUMN_GAP)
            if last != (max(own.rows), max(own.columns)):
                changed[part] = _cut(archive.read(part), last, own)
        if not changed:
            return data
        out = BytesIO()
        with zipfile.ZipFile(out, "w") as new:
            for name in archive.namelist():
                new.writestr(name, changed[name] if name in changed else archive.read(name))
        return out.getvalue()


def _last_used(used: Counter[int], wide: int) -> int:
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


SECONDS = 30
UNPACKED = 150_000_000  # bytes of all parts of a workbook together
LONGEST = 32_767  # characters of one cell; no spreadsheet program allows more


@dataclass
class WorkbookSheet:
    """One sheet of a workbook, in values that JSON also has; of a hidden one only its name."""

    name: str
    is_hidden: bool = False
    rows: list[tuple[int, list[str]]] = field(default_factory=list)  # those with anything in them
    faults: list[tuple[int, int, str]] = field(default_factory=list)  # row, column, what is wrong
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)  # first and last cell
    unmarked: list[tuple[int, int, str]] = field(default_factory=list)  # without raised figures
    shown: list[tuple[int, int, str]] = field(default_factory=list)  # in place of the number
    marks: list[tuple[int, int, str]] = field(default_factory=list)  # struck out, with a comment…
    indents: list[tuple[int, int, int]] = field(default_factory=list)  # row, column, steps
    outliers: list[str] = field(default_factory=list)  # cells far from all others, not read
    hidden: list[str] = field(default_factory=list)  # “column C”, “row 14”
    lines: list[str] = field(default_factory=list)  # outside the cells: text boxes, page headers


def may_have_outliers(sheets: list[WorkbookSheet]) -> bool:
    """Whether a sheet is so large that cells far from its table are looked for."""
    return any(
        row > _TALL or len(texts) > _WIDE or row * len(texts) > MOST_CELLS
        for sheet in sheets
        for row, texts in sheet.rows
    )


def read_workbook_limited(
    data: bytes, kind: str, *, seconds: float, too_much: str
) -> list[WorkbookSheet]:
    """Every sheet of a workbook, read in a process of its own."""
    module = "offences.returns.formats.workbooks"
    sheets = ask(module, data, kind, seconds=seconds, too_much=too_much)
    return [WorkbookSheet(**sheet) for sheet in sheets]


def read_workbook(data: bytes, kind: str, *, drop_outliers: bool = False) -> list[WorkbookSheet]:
    """Every sheet of a workbook; `drop_outliers` only names cells far from all others."""
    import python_calamine

    records: dict[str, SheetRecords] = {}
    rules: dict[str, list[DisplayRule]] = {}
    if kind != "xls":
        archive = _open_archive(data)
        if kind == "ods":
            records = ods_records(archive)
            add_ods_looks(archive, records)
            rules = ods_rules(archive, records)
        else:
            parts = xlsx_parts(archive)
            raised = raised_texts(archive)
            looks, of_rules = xlsx_looks(archive), looks_of_rules(archive)
            rules = {name: display_rules(archive, part, of_rules) for name, part in parts.items()}
            records = {
                name: xlsx_records(archive, part, raised, looks) for name, part in parts.items()
            }
            for name, part in parts.items():
                add_xlsx_lines(archive, part, records[name])
            add_chart_sheets(archive, records)
            data = without_outliers(data, parts, records) if drop_outliers else data
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(data))
    except python_calamine.PasswordError:
        raise Refused(LOCKED) from None
    plain = [s for s in book.sheets_metadata if s.typ == python_calamine.SheetTypeEnum.WorkSheet]
    if kind == "xls":
        found = xls_records(data)
        add_xls_looks(stream_of(data), found)
        add_xls_lines(stream_of(data), found)
        records = {s.name: r for s, r in zip(plain, found, strict=False)}
    sheets: list[WorkbookSheet] = []
    for about in plain:
        if about.visible != python_calamine.SheetVisibleEnum.Visible:
            sheets.append(WorkbookSheet(about.name, is_hidden=True))
            continue
        own = records.get(about.name) or SheetRecords()
        check_extent(about.name, own.height, own.width)
        sheet = book.get_sheet_by_name(about.name)
        check_extent(about.name, sheet.total_height, sheet.total_width)
        sheets.append(_read_sheet(about.name, sheet, own, rules.get(about.name, [])))
    return sheets


def _open_archive(data: bytes) -> zipfile.ZipFile:
    archive = zipfile.ZipFile(BytesIO(data))
    if sum(part.file_size for part in archive.infolist()) > UNPACKED:
        raise Refused("This file unpacks to more than 150 MB. Save the sheet you need by itself.")
    return archive


def _read_sheet(
    name: str, sheet: CalamineSheet, records: SheetRecords, rules: list[DisplayRule]
) -> WorkbookSheet:
    rows: list[tuple[int, list[str]]] = []
    hidden: set[str] = set()
    for number, values in enumerate(sheet.to_python(skip_empty_area=False), 1):
        for column, value in enumerate(values, 1) if rules else ():
            if isinstance(value, (int, float)) and not isinstance(value, bool):
                _follow_rules(rules, (number, column), value, records)
        texts = [value if type(value) is str else _as_text(value) for value in values]
        if texts and len(max(texts, key=len)) > LONGEST:
            longest = len(max(texts, key=len))
            where = f"Row {number} of sheet “{name}” has a cell of {longest:,} characters"
            raise Refused(f"{where}: no count is that long.")
        for column, text in enumerate(texts, 1) if records.hidden_columns else ():
            if text and column in records.hidden_columns:
                hidden.add(f"column {column_letters(column)}")
                texts[column - 1] = ""
        if any(texts):
            if number in records.hidden_rows:
                hidden.add(f"row {number}")
            else:
                rows.append((number, texts))
    return WorkbookSheet(
        name,
        rows=rows,
        faults=[
            (row, column, fault)
            for (row, column), fault in records.faults.items()
            if row not in records.hidden_rows and column not in records.hidden_columns
        ],
        merged=_merged(sheet, records),
        unmarked=[(row, column, text) for (row, column), text in records.unmarked.items()],
        shown=[(row, column, text) for (row, column), text in records.shown.items()],
        marks=[(row, column, mark) for (row, column), mark in records.marks.items()],
        indents=[(row, column, steps) for (row, column), steps in records.indents.items()],
        outliers=records.outliers,
        lines=records.lines,
        hidden=sorted(hidden, key=lambda words: (len(words), words)),
    )


def _follow_rules(
    rules: list[DisplayRule], place: Position, value: float, records: SheetRecords
) -> None:
    for rule in rules:
        if rule.covers(place) and not rule.is_known:
            records.marks.setdefault(place, UNCERTAIN)
        elif rule.covers(place) and rule.holds(value):
            add_look(records, place, rule.look, value)
            if place in records.shown:
                return


def _as_text(value: object) -> str:
    """A cell as it would be typed."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.isoformat(" ")
    return "" if value is None else str(value)


def _merged(sheet: CalamineSheet, records: SheetRecords) -> list[tuple[int, int, int, int]]:
    """First row and column, last row and column, of every cell that spans others."""
    ranges = sheet.merged_cell_ranges or []
    found = [(r1 + 1, c1 + 1, r2 + 1, c2 + 1) for (r1, c1), (r2, c2) in ranges]
    return found or records.merged


if __name__ == "__main__":
    answer(lambda data: read_workbook(data, sys.argv[1]), SECONDS)

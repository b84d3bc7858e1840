"""One workbook's bytes → its visible cells as text.

This file is run as a program as well: a workbook can be made to fill all memory (a cell far out, a
million styled rows, a bomb of zeros), so it is read where memory and time are limited and where
dying harms nobody. It knows nothing of Django. What it prints is JSON: {"sheets": [...]}, or
{"refused": "a sentence"}.

python-calamine reads the values. What it cannot tell (it gives '' for an error cell and for a
formula that was never calculated, and shows what is hidden) is taken from the file's own records.
"""

from __future__ import annotations

import json
import sys
import zipfile
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import TYPE_CHECKING, Any

from offences.refused import Refused
from offences.returns.checks.outliers import MOST_CELLS, check_extent, without_outliers
from offences.returns.formats.locks import LOCKED
from offences.returns.formats.ods_records import ods_records
from offences.returns.formats.workbook_records import SheetRecords
from offences.returns.formats.xls_records import xls_records
from offences.returns.formats.xlsx_records import raised_texts, xlsx_parts, xlsx_records
from offences.returns.limited_process import limit_process
from offences.returns.sheet import column_letters

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

MEMORY = 1_500_000_000  # bytes of address space, most of it never touched
SECONDS = 30
UNPACKED = 150_000_000  # bytes of all parts of a workbook together
LONGEST = 32_767  # characters of one cell; no spreadsheet program holds more


def text_of(value: object) -> str:
    """A cell as it would be typed."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.isoformat(" ")
    if isinstance(value, date | time | timedelta | int):
        return str(value)
    return "" if value is None else str(value)


def archive_of(data: bytes) -> zipfile.ZipFile:
    archive = zipfile.ZipFile(BytesIO(data))
    if sum(part.file_size for part in archive.infolist()) > UNPACKED:
        raise Refused("This file unpacks to more than 150 MB. Save the sheet you need by itself.")
    return archive


def read_workbook(data: bytes, kind: str, *, cut_far: bool = False) -> list[dict[str, Any]]:
    """Every sheet of a workbook; `cut_far`: without cells far from all others, which are named."""
    import python_calamine

    by_name: dict[str, SheetRecords] = {}
    if kind != "xls":
        archive = archive_of(data)
        if kind == "ods":
            by_name = ods_records(archive)
        else:
            parts = xlsx_parts(archive)
            raised = raised_texts(archive)
            by_name = {name: xlsx_records(archive, part, raised) for name, part in parts.items()}
            data = without_outliers(data, parts, by_name) if cut_far else data
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(data))
    except python_calamine.PasswordError:
        raise Refused(LOCKED) from None
    plain = [s for s in book.sheets_metadata if s.typ == python_calamine.SheetTypeEnum.WorkSheet]
    if kind == "xls":
        in_order = xls_records(data)
        by_name = {s.name: m for s, m in zip(plain, in_order, strict=False)}
    sheets: list[dict[str, Any]] = []
    for about in plain:
        if about.visible != python_calamine.SheetVisibleEnum.Visible:
            sheets.append({"name": about.name, "hidden": True, "rows": []})
            continue
        marks = by_name.get(about.name) or SheetRecords()
        check_extent(about.name, marks)
        sheet = book.get_sheet_by_name(about.name)
        if sheet.total_height * sheet.total_width > MOST_CELLS:
            raise Refused(
                f"Sheet “{about.name}” reaches over {sheet.total_height:,} rows and "
                f"{sheet.total_width:,} columns. Copy the table alone into a new file."
            )
        sheets.append(one_sheet(about.name, sheet, marks))
    return sheets


def one_sheet(name: str, sheet: CalamineSheet, marks: SheetRecords) -> dict[str, object]:
    rows: list[list[object]] = []
    left_out: set[str] = set()
    for number, values in enumerate(sheet.to_python(skip_empty_area=False), 1):
        texts = [text_of(value) for value in values]
        for column, text in enumerate(texts, 1):
            if len(text) > LONGEST:
                raise Refused(
                    f"Row {number} of sheet “{name}” has a cell of {len(text):,} characters: no "
                    "count is as long."
                )
            if text and column in marks.hidden_columns:
                left_out.add(f"column {column_letters(column)}")
                texts[column - 1] = ""
        if number in marks.hidden_rows:
            if any(texts):
                left_out.add(f"row {number}")
            continue
        if any(texts):
            rows.append([number, texts])
    faults = [
        [row, column, said]
        for (row, column), said in marks.faults.items()
        if row not in marks.hidden_rows and column not in marks.hidden_columns
    ]
    return {
        "name": name,
        "hidden": False,
        "rows": rows,
        "faults": faults,
        "merged": _merged(sheet, marks),
        "unmarked": [[row, column, text] for (row, column), text in marks.unmarked.items()],
        "far": marks.far,
        "left_out": sorted(left_out, key=lambda words: (len(words), words)),
    }


def _merged(sheet: CalamineSheet, marks: SheetRecords) -> list[list[int]]:
    """First row and column, last row and column, of every cell that spans others."""
    ranges = sheet.merged_cell_ranges or []
    found = [[r1 + 1, c1 + 1, r2 + 1, c2 + 1] for (r1, c1), (r2, c2) in ranges]
    return found or [list(each) for each in marks.merged]


def main() -> None:
    limit_process(MEMORY, SECONDS)
    said: dict[str, object]
    try:
        said = {"sheets": read_workbook(sys.stdin.buffer.read(), sys.argv[1])}
    except Refused as refusal:
        said = {"refused": str(refusal)}
    except MemoryError:
        said = {"refused": "This file is too large to be read. Save the sheet you need by itself."}
    except Exception as broken:  # whatever a broken file makes a reader do
        print(repr(broken), file=sys.stderr)
        said = {"refused": "This file cannot be read. Open it, save it anew, and try that one."}
    json.dump(said, sys.stdout)


if __name__ == "__main__":
    main()

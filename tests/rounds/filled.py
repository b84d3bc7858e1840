"""A return form as an officer of a force fills it in."""

import io
from collections.abc import Mapping

from openpyxl import Workbook, load_workbook

from offences.returns import read_file
from offences.returns.result import to_report


def opened(data: bytes) -> Workbook:
    return load_workbook(io.BytesIO(data))


def kept(book: Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def place_of(sheet, row_name: str, heading: str) -> tuple[int, int]:
    """Where the row of this name and the column of this heading cross."""
    at = {cell.value: (cell.row, cell.column) for row in sheet.iter_rows() for cell in row}
    return at[row_name][0], at[heading][1]


def filled(data: bytes, typed: Mapping[tuple[str, str, str], object]) -> bytes:
    """Type these values: (sheet, name of the row, heading of the column) → value."""
    book = opened(data)
    for (name, row, column), value in typed.items():
        sheet = book[name]
        sheet.cell(*place_of(sheet, row, column)).value = value
    return kept(book)


def read(data: bytes) -> dict:
    return to_report(read_file(data, "form.xlsx"))


def read_cells(said: dict, sheet: str) -> dict[tuple[str, str], dict]:
    """(the one label of a count, its year) → what was read of it."""
    found = {}
    for table in said["tables"]:
        if table["sheet"] == sheet:
            for each in table["observations"]:
                labels = [v for k, v in each["labels"].items() if k != "other"]
                (label,) = labels + each["labels"].get("other", [])
                assert (label, each["year"]) not in found
                found[label, each["year"]] = each
    return found

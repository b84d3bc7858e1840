"""A spreadsheet that staff upload → sheets of text cells, whatever program made it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from offences.refused import Refused
from offences.returns import read_workbook_and_reasons
from offences.returns.formats.file_kinds import SPREADSHEETS, file_kind
from offences.returns.formats.texts import read_csv
from offences.returns.formats.workbooks import WorkbookSheet, read_workbook_limited
from offences.returns.sheet import column_letters

LARGEST_FILE = 10 * 1024 * 1024
MOST_ROWS = 100_000
_SECONDS = 25  # less than a server gives a request
_TOO_MUCH = "This file takes too much memory or time to read. Copy only the table into a new file."


@dataclass(frozen=True)
class TextSheet:
    """The cells of one sheet as text; rows and columns are counted from 1, as programs do."""

    name: str  # "" in a csv, which has none
    rows: list[tuple[int, list[str]]]  # row number, its cells from column A; no empty rows
    faults: dict[tuple[int, int], str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"Sheet “{self.name}”" if self.name else "The file"

    def address(self, row: int, column: int) -> str:
        """The address of a cell, as spreadsheet programs write it."""
        return f"{column_letters(column)}{row}"

    def faults_in(self, row: int, columns: Iterable[int]) -> list[str]:
        """Why each of these cells cannot be read: “C7 has an error”."""
        faulty = [column for column in columns if (row, column) in self.faults]
        return [f"{self.address(row, column)} {self.faults[row, column]}" for column in faulty]


def sheets_of(data: bytes, name: str) -> list[TextSheet]:
    """The visible sheets of a file; Refused, with a sentence, if it cannot be used."""
    return _open_sheets(data, name, lambda kind: (_read(data, kind), None))[0]


def sheets_and_reasons(data: bytes, name: str) -> tuple[list[TextSheet], list[str] | None]:
    """The same, and why the file must be held back, where one reading gives both; else None."""
    return _open_sheets(
        data,
        name,
        lambda kind: read_workbook_and_reasons(
            data, name, kind, seconds=_SECONDS, too_much=_TOO_MUCH
        ),
    )


def _read(data: bytes, kind: str) -> list[WorkbookSheet]:
    return read_workbook_limited(data, kind, seconds=_SECONDS, too_much=_TOO_MUCH)


def _open_sheets(
    data: bytes,
    name: str,
    read_workbook: Callable[[str], tuple[list[WorkbookSheet], list[str] | None]],
) -> tuple[list[TextSheet], list[str] | None]:
    reasons: list[str] | None = None
    if not data:
        raise Refused("This file is empty.")
    if len(data) > LARGEST_FILE:
        raise Refused("This file is larger than 10 MB. Save the sheets you need by themselves.")
    kind = file_kind(data, name)
    if kind in ("csv", "txt"):
        sheets = [TextSheet("", read_csv(data))]
    elif kind in SPREADSHEETS:
        read, reasons = read_workbook(kind)
        sheets = [_sheet(each) for each in read]
    else:
        raise Refused("This is not a spreadsheet. Upload an xlsx, xls, ods or csv file.")
    if sum(len(sheet.rows) for sheet in sheets) > MOST_ROWS:
        raise Refused(f"This file has more than {MOST_ROWS:,} rows. Upload it in parts.")
    if not any(sheet.rows for sheet in sheets):
        raise Refused("This file has no rows: every visible sheet is empty.")
    return sheets, reasons


def _sheet(read: WorkbookSheet) -> TextSheet:
    name = read.name
    if read.is_hidden:
        return TextSheet(name, [], notes=(f"Sheet “{name}” is hidden and was not read.",))
    notes: tuple[str, ...] = ()
    if hidden := read.hidden:
        some = ", ".join(hidden[:8]) + (" and more" if len(hidden) > 8 else "")
        notes = (f"Sheet “{name}”: {some} hidden, not read.",)
    faults = {(row, column): words for row, column, words in read.faults}
    # A row whose only cell is a fault has no text, but is not empty.
    rows: dict[int, list[str]] = {row: [] for row, _ in faults} | dict(read.rows)
    return TextSheet(name, sorted(rows.items()), faults, notes)

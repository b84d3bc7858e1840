"""A file that staff bring → sheets of text cells, whatever program made it."""

import json
from dataclasses import dataclass, field

from offences.refused import Refused
from offences.refused import Refused as CannotBeRead
from offences.returns import files
from offences.returns.limits import run
from offences.returns.sheet import letters

LARGEST_FILE = 10 * 1024 * 1024
MOST_ROWS = 100_000
_READER = "offences.returns.workbook"
_SECONDS = 25  # less than a server gives a request


@dataclass(frozen=True)
class Sheet:
    """The cells of one sheet as text; rows and columns are counted from 1, as programs do."""

    name: str  # "" in a csv, which has none
    rows: list[tuple[int, list[str]]]  # row number, its cells from column A; empty rows left out
    faults: dict[tuple[int, int], str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    def cell(self, row: int, column: int) -> str:
        """The address of a cell, as spreadsheet programs print it."""
        return f"{letters(column)}{row}"


def sheets_of(data: bytes, name: str) -> list[Sheet]:
    """The visible sheets of a file; Refused, with a sentence, where it cannot be taken."""
    if not data:
        raise Refused("This file is empty.")
    if len(data) > LARGEST_FILE:
        raise Refused("This file is larger than 10 MB. Save the sheets you need by themselves.")
    try:
        kind = files.kind_of(data, name)
        if kind not in ("csv", "xlsx", "xls", "ods"):
            raise Refused("This is no spreadsheet: bring an xlsx, xls, ods or csv file.")
        sheets = [Sheet("", files.rows_of_csv(data))] if kind == "csv" else _workbook(data, kind)
    except CannotBeRead as reason:
        raise Refused(str(reason)) from reason
    if sum(len(sheet.rows) for sheet in sheets) > MOST_ROWS:
        raise Refused(f"This file has more than {MOST_ROWS:,} rows. Bring it in parts.")
    if not any(sheet.rows for sheet in sheets):
        raise Refused("This file has no rows: every sheet that can be seen is empty.")
    return sheets


def _workbook(data: bytes, kind: str) -> list[Sheet]:
    too_much = Refused(
        "This file takes too much memory or time to read. Copy the table alone into a new file."
    )
    done = run(_READER, data, kind, seconds=_SECONDS)
    if done is None:
        raise too_much
    said = json.loads(done)
    if "refused" in said:
        raise Refused(said["refused"])
    return [_sheet(each) for each in said["sheets"]]


def _sheet(said: dict) -> Sheet:
    name = said["name"]
    if said["hidden"]:
        return Sheet(name, [], notes=(f"Sheet “{name}” is hidden and was not read.",))
    notes: tuple[str, ...] = ()
    if left_out := said["left_out"]:
        some = ", ".join(left_out[:8]) + (" and more" if len(left_out) > 8 else "")
        notes = (f"Sheet “{name}”: {some} hidden, not read.",)
    rows = [(number, cells) for number, cells in said["rows"]]
    faults = {(row, column): words for row, column, words in said["faults"]}
    # A row whose only cell is a fault has no text, but is not empty.
    there = {number for number, _ in rows}
    rows += [(number, []) for number in sorted({row for row, _ in faults} - there)]
    rows.sort(key=lambda row: row[0])
    return Sheet(name, rows, faults, notes)

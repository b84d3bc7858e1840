"""The records of an xls file."""

import struct
from collections.abc import Iterator
from io import BytesIO

import olefile

from offences.returns.formats.workbook_records import NO_VALUE, SheetRecords

type Record = tuple[int, bytes]  # what kind of record, and its bytes


def _records(data: bytes) -> Iterator[Record]:
    """The records of a compound file's workbook; raises OSError where it holds none."""
    with olefile.OleFileIO(BytesIO(data)) as parts:
        name = next((each for each in ("Workbook", "Book") if parts.exists(each)), "")
        if not name:
            raise OSError("no workbook in it")
        stream = parts.openstream(name).read()
    at = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + length]
        at += 4 + length


def xls_contents(data: bytes) -> tuple[set[str], set[str]]:
    """The names of what lies beside the workbook; and “external” or “comment” of its records."""
    with olefile.OleFileIO(BytesIO(data)) as parts:
        names = {path[0] for path in parts.listdir(storages=True)}
    found = set()
    for kind, body in _records(data):
        if kind == 0x01AE and body[2:4] not in (b"\x01\x04", b"\x01\x3a"):  # SUPBOOK: not itself
            found.add("external")
        elif kind == 0x001C:  # NOTE
            found.add("comment")
    return names, found


ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!"}


def xls_records(data: bytes) -> list[SheetRecords]:
    """The records of each sheet, in the order of the sheets.

    Of [MS-XLS]: BOF, FORMULA, STRING, BOOLERR, DIMENSIONS, ROW, COLINFO.
    """
    found: list[SheetRecords] = []
    records: SheetRecords | None = None
    awaited: tuple[int, int] | None = None
    for kind, body in _records(data):
        length = len(body)
        if kind == 0x0809 and length >= 4:
            records = None
            if struct.unpack_from("<H", body, 2)[0] == 0x0010:
                records = SheetRecords()
                found.append(records)
        elif records is None:
            continue
        elif kind in (0x0006, 0x0206, 0x0406) and length >= 16:
            row, column = struct.unpack_from("<HH", body)
            if body[12:14] == b"\xff\xff" and body[6] == 2:
                value = ERRORS.get(body[8], "#N/A")
                records.faults[row + 1, column + 1] = f"holds the error {value}"
            elif body[12:14] == b"\xff\xff" and body[6] == 0:
                awaited = (row + 1, column + 1)  # a text, in a record that follows if it is there
                records.faults[awaited] = NO_VALUE
            elif body[12:14] == b"\xff\xff" and body[6] == 3:
                # Calculated to nothing, or, as programs leave it, not at all: nobody knows which.
                records.faults[row + 1, column + 1] = (
                    "has a formula without a value: save the file as xlsx, or empty the cell"
                )
        elif kind == 0x0207 and awaited:
            records.faults.pop(awaited, None)
        elif kind == 0x0205 and length >= 8 and body[7]:
            row, column = struct.unpack_from("<HH", body)
            value = ERRORS.get(body[6], "#N/A")
            records.faults[row + 1, column + 1] = f"holds the error {value}"
        elif kind == 0x0200 and length >= 12:
            top, bottom, left, right = struct.unpack_from("<IIHH", body)
            records.rows.update((top + 1, max(bottom, top + 1)))
            records.columns.update((left + 1, max(right, left + 1)))
        elif kind == 0x0208 and length >= 16 and body[12] & 0x20:
            records.hidden_rows.add(struct.unpack_from("<H", body)[0] + 1)
        elif kind == 0x007D and length >= 10 and (body[8] & 1 or body[4:6] == b"\0\0"):
            first, last = struct.unpack_from("<HH", body)
            records.hidden_columns.update(range(first + 1, min(last, 255) + 2))
    return found

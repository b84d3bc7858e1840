"""One workbook's bytes → its visible cells as text, in a process of its own.

This file is run as a program: a workbook can be made to fill all memory (a cell far out, a
million styled rows, a bomb of zeros), so it is read where memory and time are limited and where
dying harms nobody. It knows nothing of Django. What it prints is JSON: {"sheets": [...]}, or
{"refused": "a sentence"}.

python-calamine reads the values. What it cannot tell (it gives '' for an error cell and for a
formula that was never calculated, and shows what is hidden) is taken from the file's own records.
"""

import json
import struct
import sys
import zipfile
from datetime import date, datetime, time, timedelta
from io import BytesIO
from xml.parsers import expat

MEMORY = 1_500_000_000  # bytes of address space, most of it never touched
SECONDS = 30
UNPACKED = 150_000_000  # bytes of all parts of a workbook together
MOST_CELLS = 2_000_000  # of one sheet, from its first corner to its last
LONGEST = 32_767  # characters of one cell; no spreadsheet program holds more

NO_VALUE = "has a formula that was never calculated: open the file, let it calculate, and save it"


class Refused(Exception):
    """The file cannot be taken; the message is the sentence for the person who brought it."""


class Marks:
    """What a sheet's own records say of it: faults by (row, column), hidden rows and columns."""

    def __init__(self) -> None:
        self.faults: dict[tuple[int, int], str] = {}
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()


def place(reference: str) -> tuple[int, int]:
    """“C7” → (7, 3)."""
    letters = reference.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(reference[len(letters) :]), column


def parse(stream, start, end, text) -> None:
    """Walk an XML part. A document type is refused: it is how such files are made to explode."""
    parser = expat.ParserCreate(namespace_separator=None)

    def no_doctype(*_: object) -> None:
        raise Refused("This file is not an ordinary workbook: it declares a document type.")

    parser.StartDoctypeDeclHandler = no_doctype
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.buffer_text = True
    parser.ParseFile(stream)


def marks_of_xlsx(archive: zipfile.ZipFile, part: str) -> Marks:
    marks = Marks()
    row = column = 0
    kind = ""
    formula = False
    value: list[str] | None = None
    inside = False

    def start(name: str, of: dict[str, str]) -> None:
        nonlocal row, column, kind, formula, value, inside
        match name.rpartition(":")[2]:
            case "row":
                row, column = int(of.get("r", row + 1)), 0
                if of.get("hidden") in ("1", "true"):
                    marks.hidden_rows.add(row)
            case "c":
                reference = of.get("r")
                column = place(reference)[1] if reference else column + 1
                kind, formula, value = of.get("t", "n"), False, None
            case "f":
                formula = True
            case "v":
                value, inside = [], True
            case "col" if of.get("hidden") in ("1", "true"):
                last = min(int(of["max"]), 16_384)
                marks.hidden_columns.update(range(int(of["min"]), last + 1))

    def text(data: str) -> None:
        if inside and value is not None and len(value) < 10:
            value.append(data[:100])

    def end(name: str) -> None:
        nonlocal inside
        match name.rpartition(":")[2]:
            case "v":
                inside = False
            case "c" if kind == "e":
                said = "".join(value or []) or "an error"
                marks.faults[row, column] = f"holds the error {said}"
            case "c" if formula and kind != "str" and not "".join(value or []):
                marks.faults[row, column] = NO_VALUE
            case "c" if formula and value is None:
                marks.faults[row, column] = NO_VALUE

    with archive.open(part) as stream:
        parse(stream, start, end, text)
    return marks


def parts_of_xlsx(archive: zipfile.ZipFile) -> dict[str, str]:
    """Sheet → the part that holds it."""
    targets: dict[str, str] = {}
    sheets: dict[str, str] = {}

    def relation(name: str, of: dict[str, str]) -> None:
        if name.rpartition(":")[2] == "Relationship" and "Id" in of:
            targets[of["Id"]] = of.get("Target", "")

    def sheet(name: str, of: dict[str, str]) -> None:
        if name.rpartition(":")[2] == "sheet":
            key = next((v for k, v in of.items() if k.rpartition(":")[2] == "id"), "")
            sheets[of.get("name", "")] = key

    def nothing(*_: object) -> None: ...

    with archive.open("xl/_rels/workbook.xml.rels") as stream:
        parse(stream, relation, nothing, nothing)
    with archive.open("xl/workbook.xml") as stream:
        parse(stream, sheet, nothing, nothing)
    names = set(archive.namelist())
    found = {}
    for name, key in sheets.items():
        target = targets.get(key, "").lstrip("/")
        part = target if target.startswith("xl/") else f"xl/{target}"
        if part in names:
            found[name] = part
    return found


def marks_of_ods(archive: zipfile.ZipFile) -> dict[str, Marks]:
    found: dict[str, Marks] = {}
    marks = Marks()
    row = column = repeated = 0
    depth = 0  # a table inside a cell is none of ours

    def start(name: str, of: dict[str, str]) -> None:
        nonlocal marks, row, column, repeated, depth
        match name:
            case "table:table":
                depth += 1
                if depth == 1:
                    marks = found[of.get("table:name", "")] = Marks()
                    row, repeated, column = 0, 1, 0
            case "table:table-column" if depth == 1:
                width = int(of.get("table:number-columns-repeated", 1))
                if of.get("table:visibility", "visible") != "visible":
                    last = min(column + width, 16_384)
                    marks.hidden_columns.update(range(column + 1, last + 1))
                column += width
            case "table:table-row" if depth == 1:
                row += repeated if row else 1
                column = 0
                repeated = int(of.get("table:number-rows-repeated", 1))
                if of.get("table:visibility", "visible") != "visible":
                    last = min(row + repeated, 200_000)
                    marks.hidden_rows.update(range(row, last))
            case "table:table-cell" | "table:covered-table-cell" if depth == 1:
                width = int(of.get("table:number-columns-repeated", 1))
                if of.get("calcext:value-type") == "error":
                    marks.faults[row, column + 1] = "holds an error"
                elif "table:formula" in of and "office:value-type" not in of:
                    marks.faults[row, column + 1] = NO_VALUE
                column += width

    def end(name: str) -> None:
        nonlocal depth
        if name == "table:table":
            depth -= 1

    with archive.open("content.xml") as stream:
        parse(stream, start, end, lambda _: None)
    return found


def stream_of_xls(data: bytes) -> bytes:
    """The stream “Workbook” of a compound file: chains of sectors, as [MS-CFB] lays them out."""
    size = 1 << struct.unpack_from("<H", data, 30)[0]
    if size not in (512, 4096):
        raise ValueError("no such sector size")
    small = 1 << struct.unpack_from("<H", data, 32)[0]
    first_directory, cutoff, first_small = (
        struct.unpack_from("<I", data, at)[0] for at in (48, 56, 60)
    )
    more, _count = struct.unpack_from("<II", data, 68)
    numbers = list(struct.unpack_from("<109I", data, 76))

    def sector(number: int) -> bytes:
        return data[(number + 1) * size : (number + 2) * size]

    seen = 0
    while more < 0xFFFFFFFA and seen < 10_000:
        block = struct.unpack(f"<{size // 4}I", sector(more))
        numbers += block[:-1]
        more = block[-1]
        seen += 1
    table: list[int] = []
    for number in numbers:
        if number < 0xFFFFFFFA:
            table += struct.unpack(f"<{size // 4}I", sector(number).ljust(size, b"\xff"))

    def chain(number: int, links: list[int]) -> list[int]:
        found: list[int] = []
        while number < len(links) and len(found) <= len(links):
            found.append(number)
            number = links[number]
        return found

    directory = b"".join(map(sector, chain(first_directory, table)))
    root_start = None
    for at in range(0, len(directory) - 127, 128):
        entry = directory[at : at + 128]
        length = struct.unpack_from("<H", entry, 64)[0]
        name = entry[: max(0, length - 2)].decode("utf-16-le", "replace")
        begins, bytes_ = struct.unpack_from("<II", entry, 116)
        if entry[66] == 5:
            root_start = begins
        if name not in ("Workbook", "Book"):
            continue
        if bytes_ >= cutoff or root_start is None:
            return b"".join(map(sector, chain(begins, table)))[:bytes_]
        inner = b"".join(map(sector, chain(root_start, table)))
        packed = b"".join(map(sector, chain(first_small, table)))
        links = list(struct.unpack(f"<{len(packed) // 4}I", packed))
        pieces = (inner[n * small : (n + 1) * small] for n in chain(begins, links))
        return b"".join(pieces)[:bytes_]
    raise ValueError("no workbook in it")


ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!"}


def marks_of_xls(data: bytes) -> list[Marks]:
    """In the order of the sheets. Of [MS-XLS]: BOF, FORMULA, STRING, BOOLERR, ROW, COLINFO."""
    stream = stream_of_xls(data)
    found: list[Marks] = []
    marks: Marks | None = None
    awaited: tuple[int, int] | None = None
    at = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        body = stream[at + 4 : at + 4 + length]
        at += 4 + length
        if kind == 0x0809 and length >= 4:
            marks = None
            if struct.unpack_from("<H", body, 2)[0] == 0x0010:
                marks = Marks()
                found.append(marks)
        elif marks is None:
            continue
        elif kind in (0x0006, 0x0206, 0x0406) and length >= 16:
            row, column = struct.unpack_from("<HH", body)
            if body[12:14] == b"\xff\xff" and body[6] == 2:
                said = ERRORS.get(body[8], "#N/A")
                marks.faults[row + 1, column + 1] = f"holds the error {said}"
            elif body[12:14] == b"\xff\xff" and body[6] == 0:
                awaited = (row + 1, column + 1)  # a text, in a record that follows if it is there
                marks.faults[awaited] = NO_VALUE
            elif body[12:14] == b"\xff\xff" and body[6] == 3:
                # Calculated to nothing, or, as programs leave it, not at all: none can tell.
                marks.faults[row + 1, column + 1] = (
                    "has a formula without a value: save the file as xlsx, or empty the cell"
                )
        elif kind == 0x0207 and awaited:
            marks.faults.pop(awaited, None)
        elif kind == 0x0205 and length >= 8 and body[7]:
            row, column = struct.unpack_from("<HH", body)
            said = ERRORS.get(body[6], "#N/A")
            marks.faults[row + 1, column + 1] = f"holds the error {said}"
        elif kind == 0x0208 and length >= 16 and body[12] & 0x20:
            marks.hidden_rows.add(struct.unpack_from("<H", body)[0] + 1)
        elif kind == 0x007D and length >= 10 and body[8] & 1:
            first, last = struct.unpack_from("<HH", body)
            marks.hidden_columns.update(range(first + 1, min(last, 255) + 2))
    return found


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


def read(data: bytes, kind: str) -> list[dict[str, object]]:
    import python_calamine

    by_name: dict[str, Marks] = {}
    if kind != "xls":
        archive = archive_of(data)
        if kind == "ods":
            by_name = marks_of_ods(archive)
        else:
            parts = parts_of_xlsx(archive)
            by_name = {name: marks_of_xlsx(archive, part) for name, part in parts.items()}
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(data))
    except python_calamine.PasswordError:
        raise Refused("This file is locked with a password. Save it without one.") from None
    plain = [s for s in book.sheets_metadata if s.typ == python_calamine.SheetTypeEnum.WorkSheet]
    if kind == "xls":
        in_order = marks_of_xls(data)
        by_name = {s.name: m for s, m in zip(plain, in_order, strict=False)}
    sheets = []
    for about in plain:
        if about.visible != python_calamine.SheetVisibleEnum.Visible:
            sheets.append({"name": about.name, "hidden": True, "rows": []})
            continue
        sheet = book.get_sheet_by_name(about.name)
        if sheet.total_height * sheet.total_width > MOST_CELLS:
            raise Refused(
                f"Sheet “{about.name}” reaches over {sheet.total_height:,} rows and "
                f"{sheet.total_width:,} columns. Copy the table alone into a new file."
            )
        sheets.append(one_sheet(about.name, sheet, by_name.get(about.name) or Marks()))
    return sheets


def one_sheet(name: str, sheet, marks: Marks) -> dict[str, object]:
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
                left_out.add(f"column {letters(column)}")
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
        "left_out": sorted(left_out, key=lambda words: (len(words), words)),
    }


def letters(column: int) -> str:
    """3 → “C”, 28 → “AB”."""
    said = ""
    while column:
        column, rest = divmod(column - 1, 26)
        said = chr(65 + rest) + said
    return said


def limit() -> None:
    """Not on Windows, which has no such limits; the caller's clock still runs."""
    try:
        import resource
    except ImportError:
        return
    for what, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS)):
        _, hard = resource.getrlimit(what)
        if hard != resource.RLIM_INFINITY:
            most = min(most, hard)
        resource.setrlimit(what, (most, hard))


def main() -> None:
    limit()
    said: dict[str, object]
    try:
        said = {"sheets": read(sys.stdin.buffer.read(), sys.argv[1])}
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

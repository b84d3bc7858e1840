"""The records of an xls file."""

import struct

from offences.returns.marks import NO_VALUE, Marks


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

"""Plain text in any usual encoding, and the rows of a csv file."""

import contextlib
import csv
import io
import re

from offences.refused import Refused


def decode_text(data: bytes) -> str:
    """The text of a file in UTF-8, UTF-16 or the alphabet of Western Windows."""
    utf16 = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ["utf-16"] if utf16 else ["utf-8-sig", "cp1252"]:
        with contextlib.suppress(UnicodeDecodeError):
            text = data.decode(encoding)
            if "\0" in text:
                raise Refused("This is not a text file, whatever its name.")
            return text
    raise Refused("The letters of this file cannot be read. Save it as “CSV UTF-8”.")


# A line for a spreadsheet program, which does not show it: “sep=;”.
_NAMED = re.compile(r"\"?sep=([,;|\t])\"?[,;|\t]*(?:\r?\n|\Z)", re.IGNORECASE)
_AS_TEXT = re.compile(r'\A="([^"]*)"\Z')  # ="14" is shown as 14
LONGEST_CELL = 131_072  # characters


def read_csv(data: bytes) -> list[tuple[int, list[str]]]:
    """The rows that have anything in them, each with its number."""
    text = _with_line_ends(decode_text(data))
    named = _NAMED.match(text)
    text = text[named.end() :] if named else text
    csv.field_size_limit(LONGEST_CELL)  # of the whole process, in which others set their own
    rows = csv.reader(io.StringIO(text), delimiter=_delimiter(text, named[1] if named else ""))
    try:
        every = ([_AS_TEXT.sub(r"\1", cell) for cell in cells] for cells in rows)
        return [(at, cells) for at, cells in enumerate(every, 1) if any(map(str.strip, cells))]
    except csv.Error as broken:
        raise Refused(
            f"This file cannot be read as rows: a cell is longer than {LONGEST_CELL:,} characters, "
            "or a quotation mark is never closed."
        ) from broken


def rows_in_cells(data: bytes) -> list[tuple[int, str]]:
    """The rows of a csv file that are within a cell of another, each as it is written.

    A quotation mark that is never closed takes the rows below it into its cell, and on the last
    row the cells behind it.
    """
    text = _with_line_ends(decode_text(data))
    sign = _delimiter(text, "")
    rows = read_csv(data)
    widths = [len(cells) for _, cells in rows if not any("\n" in cell for cell in cells)]
    usual = max(set(widths), key=widths.count, default=0)
    lines = (
        (number, line) for number, cells in rows for cell in cells for line in cell.splitlines()[1:]
    )
    found = [(number, line) for number, line in lines if _is_row(line.split(sign), usual)]
    number, cells = rows[-1] if rows else (0, [])
    open_to_the_end = bool(cells) and sign in cells[-1] and text.count('"') % 2 == 1
    return found or ([(number, cells[-1].strip())] if open_to_the_end else [])


def _is_row(parts: list[str], usual: int) -> bool:
    """Whether a line within a cell has as many cells as the rows have, and a number in one."""
    numbers = sum(bool(re.fullmatch(r"\W*\d[\d,./ -]*\W*", part)) for part in parts)
    return len(parts) == usual > 1 and numbers > 0


def _with_line_ends(text: str) -> str:
    """A text whose lines end as usual, where they do so in CR alone, as Excel for Mac ends them."""
    is_of_mac = "\r\n" not in text and text.count("\r") > text.count("\n")
    return text.replace("\r", "\n") if is_of_mac else text


def _delimiter(text: str, named: str) -> str:
    """The sign that splits most lines into the same number of cells; a title may contain any."""
    if named and named in text:
        return named
    lines = [line for line in text.splitlines()[:200] if line.strip()]
    best = max(",;\t|", key=lambda sign: _agreement(lines, sign))
    return best if any(best in line for line in lines) else ","


def _agreement(lines: list[str], sign: str) -> tuple[int, int]:
    try:
        widths = [len(cells) for cells in csv.reader(lines, delimiter=sign)]
    except csv.Error:
        return 0, 0
    wide = [width for width in widths if width > 1]
    most = max(set(wide), key=wide.count, default=0)
    return wide.count(most) * most, sum(wide)

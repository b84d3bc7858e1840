"""Files as forces send them, in every format, each with the line that it is made up."""

import csv
import datetime as dt
import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from xml.sax.saxutils import escape

from openpyxl import Workbook

from offences import models as db
from offences.exports.archives import with_one_moment
from offences.management.practice_year.numbers import SPLITS
from offences.management.practice_year.past import PracticeOffice
from offences.statistics.years import Year, years_between

type Rows = Sequence[Sequence[str | int]]


def table(office: PracticeOffice, submission: db.FoiSubmission, split: str = "offence") -> Rows:
    """A force's own table: one breakdown down, the years across, the total in the last row."""
    kind = next(each for each in SPLITS if each.slug == split)
    numbers, round_ = office.numbers[submission.force.slug], submission.round
    years = years_between(Year(round_.first_year), Year(round_.last_year))
    counts = [numbers.parts(kind, numbers.totals[year.start]) for year in years]
    rows: list[list[str | int]] = [
        [f"{submission.force.name}, answer to a Freedom of Information request"],
        # That it is all made up would have to be answered before storing.
        [f"Our reference: {submission.reference}, for practice"],
        [],
        [kind.name.removeprefix("By ").capitalize(), *(year.label for year in years)],
    ]
    rows += [[part.name, *(of[i] for of in counts)] for i, part in enumerate(kind.parts)]
    return [*rows, ["Total", *map(sum, counts)]]


def workbook(sheets: Mapping[str, Rows], at: dt.datetime, *, hidden: Iterable[str] = ()) -> bytes:
    """An xlsx file, the same bytes each time; some of its sheets may be hidden."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        sheet.sheet_state = "hidden" if name in hidden else "visible"
    file = io.BytesIO()
    book.save(file)
    return with_one_moment(file.getvalue(), at)


def plain(rows: Rows) -> bytes:
    """A table as a csv file."""
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


ODS = "application/vnd.oasis.opendocument.spreadsheet"
_NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)
_MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{ODS}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)


def open_document(rows: Rows, name: str = "Return") -> bytes:
    """An ods file with one sheet."""
    lines = "".join(
        f"<table:table-row>{''.join(map(_ods_cell, row)) or '<table:table-cell/>'}"
        "</table:table-row>"
        for row in rows
    )
    content = (
        f'<office:document-content {_NAMES} office:version="1.3"><office:body><office:spreadsheet>'
        f'<table:table table:name="{escape(name)}">{lines}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:  # the type first, as the format asks
        for part, text in [
            ("mimetype", ODS),
            ("content.xml", f'<?xml version="1.0" encoding="UTF-8"?>{content}'),
            ("META-INF/manifest.xml", f'<?xml version="1.0" encoding="UTF-8"?>{_MANIFEST}'),
        ]:
            archive.writestr(zipfile.ZipInfo(part), text)
    return file.getvalue()


def _ods_cell(value: str | int) -> str:
    kind = f'float" office:value="{value}' if isinstance(value, int) else "string"
    text = escape(str(value))
    return (
        f'<table:table-cell office:value-type="{kind}"><text:p>{text}</text:p></table:table-cell>'
    )


def letter(lines: Sequence[str], rows: Rows) -> bytes:
    """A PDF letter of one page: some lines, then a ruled table."""
    words = [(60, 92 + 18 * n, line) for n, line in enumerate(lines)]
    top, across = 110 + 18 * len(lines), (60, 330, 420, 510)
    strokes = []
    for r, row in enumerate(rows):
        words += [(across[c] + 4, top + 22 * r + 16, str(cell)) for c, cell in enumerate(row)]
    right, bottom = across[len(rows[0])], top + 22 * len(rows)
    for r in range(len(rows) + 1):
        strokes.append(f"60 {842 - top - 22 * r} m {right} {842 - top - 22 * r} l S")
    for x in across[: len(rows[0]) + 1]:
        strokes.append(f"{x} {842 - top} m {x} {842 - bottom} l S")
    return _page(words, strokes)


def _page(words: Sequence[tuple[int, int, str]], strokes: Sequence[str]) -> bytes:
    shown = []
    for x, down, text in words:
        safe = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        shown.append(f"BT /F1 11 Tf {x} {842 - down} Td ({safe}) Tj ET")
    stream = "\n".join([*shown, *strokes]).encode("cp1252", "replace")
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >> stream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj %s endobj\n" % (number, part)
    table_ = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % len(out)
    return out + b"xref\n0 6\n0000000000 65535 f \n" + table_ + end

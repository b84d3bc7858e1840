"""Two numbers of one cell, one below the other, are not one number in thousands."""

import io
import zipfile

import docx
import pytest

from offences.returns import read_file
from offences.returns.labels.cell_counts import parse_count
from tests.imports.files import xlsx_of, zip_of
from tests.returns.every_format import csv_with, ods_with
from tests.returns.grids import Rows
from tests.returns.test_pages import page_of

pytestmark = pytest.mark.usefixtures("read_here")


def _rows(count: str) -> Rows:
    return [["Offence", "2018/19", "2019/20"], ["Rape", count, "66"], ["Grooming", "28", "31"]]


def _as_docx(count: str) -> bytes:
    return _docx_of(_rows(count))


def _docx_of(rows: Rows) -> bytes:
    letter = docx.Document()
    table = letter.add_table(rows=len(rows), cols=len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            first, *others = str(text).split("\n")
            cell.text = first
            for each in others:
                cell.add_paragraph(each)
    out = io.BytesIO()
    letter.save(out)
    return out.getvalue()


def _as_pdf(count: str) -> bytes:
    return _pdf_of(_rows(count))


def _pdf_of(rows: Rows) -> bytes:
    words, strokes = [], []
    high, wide = 716 - 40 * len(rows), 60 + 120 * len(rows[0])
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            for n, line in enumerate(str(text).split("\n")):
                words.append((64 + 120 * c, 142 + 40 * r + 12 * n, line))
    downs, acrosses = range(len(rows) + 1), range(len(rows[0]) + 1)
    strokes += [f"60 {716 - 40 * r} m {wide} {716 - 40 * r} l S" for r in downs]
    strokes += [f"{60 + 120 * c} 716 m {60 + 120 * c} {high} l S" for c in acrosses]
    return page_of(words, strokes)


def _as_ods(count: str, gap: str = "<text:line-break/>") -> bytes:
    with zipfile.ZipFile(io.BytesIO(ods_with(_rows("a count"), []))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    content = parts["content.xml"].decode().replace("a count", count.replace("\n", gap))
    return zip_of(parts | {"content.xml": content.encode()})


WRITERS = {
    "a.ods": _as_ods,
    "a.xlsx": lambda count: xlsx_of({"Data": _rows(count)}),
    "a.docx": _as_docx,
    "a.pdf": _as_pdf,
}


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("count", ["61\n300", "1\n234"])
def test_numbers_below_each_other_are_asked_about(name, count):
    found = read_file(WRITERS[name](count), name)
    read = [o.value for table in found.tables for o in table.observations]
    assert sorted(value for value in read if value is not None) == [28, 31, 66]
    where = "B2" if name in ("a.xlsx", "a.ods") else "R2C2"
    asked = {each.cell for each in found.problems}
    assert where in asked | {each.cell for each in found.not_taken if each.stops}


OF_ROWS = {
    "a.docx": _docx_of,
    "a.pdf": _pdf_of,
    "a.csv": lambda rows: csv_with(rows, []),
    "a.xlsx": lambda rows: xlsx_of({"Data": rows}),
    "a.ods": lambda rows: ods_with(rows, []),
}


@pytest.mark.parametrize("name", OF_ROWS)
@pytest.mark.parametrize(
    "rows",
    [
        [["Year", "Offences"], ["2018/19\n2019/20", "38\n25"]],
        [["Year", "Offence", "Number"], ["2018/19", "Rape\nGrooming", "38\n25"],
         ["2019/20", "Rape\nGrooming", "8\n<5"]],
        [["Offence", "Sex", "Year", "Crimes"], ["Rape", "Girls", "2018/19\n2019/20", "38\n25"],
         ["Rape", "Boys", "2018/19\n2019/20", "8\n2"]],
    ],
)  # fmt: skip
def test_cells_with_the_counts_of_several_rows_are_no_list_of_crimes(rows, name):
    found = read_file(OF_ROWS[name](rows), name)
    assert not [o for t in found.tables for o in t.observations if o.value is not None]
    assert any(each.stops for each in (*found.problems, *found.not_taken))


@pytest.mark.parametrize("name", OF_ROWS)
def test_two_ages_of_one_crime_are_no_counts(name):
    rows = [["Recorded", "Offence", "Age of victims"], ["03/05/2018", "Rape", "12\n13"],
            ["03/06/2018", "Grooming", "14"], ["09/06/2018", "Rape", "11"]]  # fmt: skip
    found = read_file(OF_ROWS[name](rows), name)
    assert sum(o.value for t in found.tables for o in t.observations) == 3


@pytest.mark.parametrize("name", WRITERS)
def test_a_number_in_one_line_may_be_in_thousands(name):
    found = read_file(WRITERS[name]("61 300"), name)
    assert [o.value for table in found.tables for o in table.observations] == [61300, 66, 28, 31]


@pytest.mark.parametrize(("text", "value"), [("61\n", 61), ("\n61", 61), ("61\noffences", 61)])
def test_a_line_break_beside_a_number_changes_nothing(text, value):
    assert parse_count(text).value == value


@pytest.mark.parametrize(
    ("count", "gap", "value"),
    [
        ("1\n9", "<text:line-break/>", None),
        ("1\n9", "<text:tab/>", None),
        ("1\n9", "</text:p><text:p>", None),
        ("1\n9", "<text:span><text:line-break/></text:span>", None),
        ("61\n", "<text:line-break/>", 61),
        ("\n61", "<text:tab/>", 61),
        ("61\n", "<text:s/>", 61),
        ("61\noffences", "<text:line-break/>", 61),
        ("61\n300", "<text:s/>", 61300),
    ],
)
def test_a_gap_within_a_cell_of_an_open_document_joins_no_numbers(count, gap, value):
    found = read_file(_as_ods(count, gap), "a.ods")
    assert found.tables[0].observations[0].value == value


def test_a_label_over_two_lines_of_an_open_document_is_read_as_one_of_two_words():
    with zipfile.ZipFile(io.BytesIO(_as_ods("5"))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    label = b"Sexual<text:line-break/>grooming"
    content = parts["content.xml"].replace(b"Grooming", label)
    found = read_file(zip_of(parts | {"content.xml": content}), "a.ods")
    labels = {o.labels.get("offence") for o in found.tables[0].observations}
    assert labels == {"Rape", "Sexual grooming"}

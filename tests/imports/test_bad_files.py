"""Files that cannot be taken: one sentence, in bounded time and memory, nothing stored."""

import os
import resource

import pytest

from offences import returns
from offences.intake import spreadsheets
from offences.refused import Refused
from offences.returns import limited_process
from tests.imports.conftest import long, stored
from tests.imports.files import csv_of, raw_xlsx, xls_of, xlsx_of, zip_of

ROW = b'<row r="%d">%s</row>'
TEXT = b'<c r="%s" t="inlineStr"><is><t>%s</t></is></c>'
HEADING = ROW % (
    1,
    b"".join(TEXT % c for c in ((b"A1", b"force"), (b"B1", b"year"), (b"C1", b"value"))),
)
COUNT = ROW % (
    2,
    b"".join(TEXT % c for c in ((b"A2", b"Northshire"), (b"B2", b"2018/19")))
    + b'<c r="C2"><v>68</v></c>',
)


def cell(at: bytes, inside: bytes, kind: bytes = b"") -> bytes:
    return raw_xlsx(
        HEADING
        + ROW
        % (
            2,
            b"".join(TEXT % c for c in ((b"A2", b"Northshire"), (b"B2", b"2018/19")))
            + b'<c r="%s"%s>%s</c>' % (at, kind, inside),
        )
    )


BAD = {
    "empty": (b"", "a.xlsx", "empty"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(100), "a.png", "not a spreadsheet"),
    "a picture named csv": (b"\x89PNG\r\n\x1a\n" + bytes(100), "a.csv", "not a text file"),
    "a pdf named xlsx": (b"%PDF-1.7 ...", "a.xlsx", "not a spreadsheet"),
    "a renamed zip": (zip_of({"photo.jpg": b"x"}), "a.xlsx", "zip file"),
    "half a zip": (xlsx_of({"A": [["force"]]})[:900], "a.xlsx", "damaged"),
    "half an xls": (xls_of({"A": [["force"]]})[:900], "a.xls", "cannot be read"),
    "no rows": (xlsx_of({"A": [[]]}), "a.xlsx", "no rows"),
    "spaces": (b" \n \n", "a.csv", "no rows"),
    "headings alone": (long(), "a.csv", "no counts"),
    "another table": (csv_of([["Date", "Amount"], ["1", "2"]]), "a.csv", "was not read"),
    "larger than 10 MB": (b"a" * (spreadsheets.LARGEST_FILE + 1), "a.csv", "10 MB"),
    "more than 100,000 rows": (b"a,b\n" * 100_001, "a.csv", "100,000 rows"),
    "a long cell in a csv": (b'"' + b"a" * 5_000_000 + b'"', "a.csv", "longer than"),
    "a cell of 25 MB": (
        cell(b"C2", b"<is><t>" + b"a" * 25_000_000 + b"</t></is>", b' t="inlineStr"'),
        "a.xlsx",
        "25,000,000 characters",
    ),
    "a cell far out": (
        raw_xlsx(HEADING + ROW % (1_048_576, TEXT % (b"XFD1048576", b"x"))),
        "a.xlsx",
        "Copy only the table",
    ),
    "a bomb": (
        zip_of({"xl/workbook.xml": b"", "xl/worksheets/sheet1.xml": bytes(200_000_000)}),
        "a.xlsx",
        "150 MB",
    ),
    "entities": (
        zip_of(
            {
                "xl/workbook.xml": b'<!DOCTYPE w [<!ENTITY a "aaaa">]><workbook>&a;</workbook>',
                "xl/_rels/workbook.xml.rels": b"<Relationships/>",
            }
        ),
        "a.xlsx",
        "document type",
    ),
}


@pytest.mark.parametrize("what", BAD)
def test_a_bad_file_is_refused_in_a_sentence(world, what):
    data, name, words = BAD[what]
    before = stored()
    with pytest.raises(Refused) as refusal:
        world.preview(data, name)
    said = str(refusal.value)
    assert words in said and said.endswith(".") and len(said) < 400
    assert stored() == before


def test_a_file_that_takes_too_long_to_read_is_refused_and_its_reader_ended(
    world, tmp_path, monkeypatch
):
    mark = tmp_path / "read on"
    monkeypatch.setenv("MARK", str(mark))
    run = limited_process.run_limited

    def run_slowly(_module, *arguments, **more):
        return run("tests.imports.slow", *arguments, **more)

    monkeypatch.setattr(returns, "run_limited", run_slowly)
    monkeypatch.setattr(spreadsheets, "_SECONDS", 0.5)
    with pytest.raises(Refused, match="too much memory or time"):
        world.preview(xlsx_of({"A": [["force", "year", "value"]]}), "a.xlsx")
    assert not mark.exists() and stored() == (0, 0)


@pytest.mark.drill  # tests/returns/test_broken.py has such a file in every run
def test_a_million_empty_styled_rows_take_little(world):
    styled = b"".join(b'<row r="%d"><c r="A%d" s="1"/></row>' % (i, i) for i in range(3, 1_000_003))
    data = raw_xlsx(HEADING + COUNT + styled)
    made = world.preview(data, "a.xlsx")
    assert [row.status for row in made.rows] == ["new"]
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 < 1_500_000_000
    with pytest.raises(Refused, match="no rows"):
        world.preview(raw_xlsx(styled), "a.xlsx")


def test_a_formula_counts_by_its_saved_value_and_is_refused_without_one(world):
    def only(inside, kind=b""):
        (row,) = world.preview(cell(b"C2", inside, kind), "a.xlsx").rows
        return row.status, row.reason or row.after

    assert only(b"<f>34*2</f><v>68</v>") == ("new", "68")
    assert only(b"<f>34*2</f>")[0] == "refused"
    status, reason = only(b"<f>34*2</f><v/>")
    assert status == "refused" and reason == (
        "C2 has a formula that was never calculated: open the file, let it calculate, and save it."
    )
    assert only(b"<f>1/0</f><v>#DIV/0!</v>", b' t="e"') == (
        "refused",
        "C2 holds the error #DIV/0!.",
    )
    assert only(b'<f>""</f><v></v>', b' t="str"')[0] == "blank"


def test_formulas_and_errors_of_an_xls_are_seen(world):
    import xlwt

    rows = [["force", "year", "value"], ["Northshire", "2018/19", xlwt.Formula("34*2")]]
    (row,) = world.preview(xls_of({"A": rows}), "a.xls").rows
    assert (row.status, row.reason) == (
        "refused",
        "C2 has a formula without a value: save the file as xlsx, or empty the cell.",
    )


def test_an_uncalculated_formula_of_a_workbook_made_by_a_program_is_refused(world):
    rows = [["force", "year", "value"], ["Northshire", "2018/19", "=34*2"]]
    (row,) = world.preview(xlsx_of({"A": rows}), "a.xlsx").rows
    assert row.status == "refused" and "never calculated" in row.reason


def test_what_is_hidden_is_not_read_and_is_reported(world):
    def hide(book):
        book["Secret"].sheet_state = "hidden"
        book["Counts"].row_dimensions[3].hidden = True
        book["Counts"].column_dimensions["D"].hidden = True

    heading = ["force", "year", "value", "note"]
    rows = [heading, ["Northshire", "2018/19", 68, "A child"], ["Northshire", "2017/18", 48, ""]]
    made = world.preview(xlsx_of({"Secret": rows, "Counts": rows}, hide), "a.xlsx")
    assert [(row.status, row.after, row.change.note) for row in made.rows] == [("new", "68", "")]
    assert made.notes == [
        "Sheet “Secret” is hidden and was not read.",
        "Sheet “Counts”: row 3, column D hidden, not read.",
    ]


def test_the_reader_of_workbooks_leaves_no_process_and_no_file(world, tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    world.preview(
        xlsx_of({"A": [["force", "year", "value"], ["Northshire", "2018/19", 1]]}), "a.xlsx"
    )
    assert os.listdir(tmp_path) == []


def test_a_text_with_a_control_character_is_refused(world):
    data = csv_of([["force", "year", "value", "note"], ["Northshire", "2018/19", "1", "a\x07b"]])
    (row,) = world.preview(data).rows
    assert row.status == "refused" and "character" in row.reason

"""The cells of a Word table: merged, missing or with a formula."""

import io

import docx
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn

from offences.returns.formats.files import open_file
from offences.returns.reader import read_sheets
from offences.returns.result import ReadFile

ROWS = [["Offence", "2017/18", "2018/19", "2019/20"], ["Rape", 31, 27, 25], ["Incest", 12, 14, 9]]
_MATHS = "http://schemas.openxmlformats.org/officeDocument/2006/math"


def table_with(change=None, rows=ROWS) -> ReadFile:
    letter = docx.Document()
    table = letter.add_table(len(rows), len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = str(text)
    if change:
        change(table)
    out = io.BytesIO()
    letter.save(out)
    return read_sheets("a.docx", open_file(out.getvalue(), "a.docx"))


def stops(found: ReadFile) -> list[str | None]:
    return [each.cell for each in found.problems if each.stops]


@pytest.mark.parametrize(("first", "last"), [((1, 1), (1, 2)), ((1, 1), (2, 1))])
def test_a_count_that_is_merged_over_two_is_asked_about(first, last):
    def merge(table) -> None:
        table.cell(*first).merge(table.cell(*last)).text = "9"

    assert "R2C2" in stops(table_with(merge))


def test_a_row_with_a_cell_too_few_is_asked_about():
    def remove(table) -> None:
        table.rows[1]._tr.remove(table.rows[1]._tr.tc_lst[1])

    assert stops(table_with(remove)) == ["R2C1"]


def without_cell(row: int, column: int, gap: int = 0):
    """Take a cell out, as Word does, which says how wide the gap behind the row is."""

    def change(table) -> None:
        line = table.rows[row - 1]._tr
        line.remove(line.tc_lst[column - 1])
        for tag, name, value in (("gridAfter", "val", 1), ("wAfter", "w", gap)) if gap else ():
            each = OxmlElement(f"w:{tag}")
            each.set(qn(f"w:{name}"), str(value))
            line.get_or_add_trPr().append(each)

    return change


@pytest.mark.parametrize(
    "change",
    [without_cell(2, 2), without_cell(2, 4), without_cell(3, 3), without_cell(2, 2, gap=1500)],
)
def test_a_row_with_fewer_cells_than_its_headings_is_asked_about_in_any_way(change):
    (why,) = [each.message for each in table_with(change).problems if each.stops]
    assert "fewer cells than the headings in row 1" in why


def test_a_row_whose_edge_is_uneven_or_that_has_no_count_is_none_to_ask_about():
    wide = [[*row, ""] for row in ROWS]
    assert stops(table_with(without_cell(2, 5, gap=12), wide)) == []
    lined = [ROWS[0], ["2017/18 to 2019/20", "", "", ""], *ROWS[1:]]
    assert stops(table_with(without_cell(2, 4), lined)) == []


def test_titles_and_notes_merged_over_a_table_are_none_to_ask_about():
    def merge(table) -> None:
        table.cell(0, 0).merge(table.cell(0, 3)).text = "Online offences"
        table.cell(4, 0).merge(table.cell(4, 3)).text = "Source: Niche"

    found = table_with(merge, [["", "", "", ""], *ROWS, ["", "", "", ""]])
    assert not found.problems
    assert sum(len(table.observations) for table in found.tables) == 6


@pytest.mark.parametrize(
    ("formula", "value"),
    [("<m:r><m:t>&lt;</m:t></m:r>", None), ("<m:f><m:num/><m:den/></m:f>", None), ("", 31)],
)
def test_what_a_formula_shows_before_a_number_is_read_with_it(formula, value):
    def add(table) -> None:
        maths = parse_xml(f'<m:oMath xmlns:m="{_MATHS}">{formula}</m:oMath>')
        table.cell(1, 1).paragraphs[0]._p.insert(0, maths)

    (found,) = table_with(add).tables
    assert [each.value for each in found.observations if each.cell == "R2C2"] == [value]

"""What a person sees of a cell is read, and what the eye cannot settle is asked about."""

import io
import re
import struct
import zipfile
from collections.abc import Callable
from datetime import date

import pytest
import xlwt
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule, FormulaRule, Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat

from offences.returns.formats.cell_looks import COMMENT, UNCERTAIN, shown_instead, with_unit
from offences.returns.formats.files import open_file
from offences.returns.formats.ods_looks import is_as_it_is_seen
from offences.returns.formats.workbook_records import SheetRecords
from offences.returns.formats.xls_looks import add_xls_looks
from offences.returns.reader import read_sheets
from offences.returns.result import ReadFile
from tests.imports.files import xlsx_of, zip_of
from tests.returns.every_format import ods_with
from tests.returns.grids import Rows

_STYLES = "<office:automatic-styles>{}</office:automatic-styles>"
SEXES: Rows = [["Sex", "2020/21", "2021/22"], ["Female", 3, 25], ["Male", 12, 1]]
ACROSS: Rows = [["Year", "Girls", "Boys"], ["2020/21", 3, 25], ["2021/22", 12, 1]]


def read(rows: Rows, change) -> ReadFile:
    data = xlsx_of({"Data": rows}, change=lambda book: change(book["Data"]))
    return read_sheets("a.xlsx", open_file(data, "a.xlsx"))


def cells(found: ReadFile) -> dict[str | None, object]:
    seen = [each for table in found.tables for each in table.observations]
    return {o.cell: (o.marker, o.low, o.high) if o.marker else o.value for o in seen}


def stops(found: ReadFile) -> dict[str | None, str]:
    return {each.cell: each.message for each in found.problems if each.stops}


def test_a_whole_percentage_of_an_open_document_is_no_count():
    """100% is held as 1, and was stored as one offence; xlsx and xls keep it apart."""
    data = ods_with([["Sex", "2020/21", "2021/22"], ["Female", 31, "100%"], ["Male", 12, 7]], [])
    found = read_sheets("a.ods", open_file(_as_percentage(data, "100%", 1), "a.ods"))
    assert [(each.cell, each.message) for each in found.problems] == [
        ("C2", "“100%” is not a whole number.")
    ]
    assert cells(found) == {"B2": 31, "C2": ("unreadable", None, None), "B3": 12, "C3": 7}


def _as_percentage(data: bytes, seen: str, value: int) -> bytes:
    archive = zipfile.ZipFile(io.BytesIO(data))
    parts = {name: archive.read(name) for name in archive.namelist()}
    before = parts["content.xml"].decode()
    cell = rf'office:value-type="string"([^>]*)>(<text:p>{seen}</text:p>)'
    after = re.sub(cell, rf'office:value-type="percentage" office:value="{value}"\1>\2', before)
    assert after != before
    return zip_of({**parts, "content.xml": after.encode()})


@pytest.mark.parametrize("rows", [SEXES, ACROSS])
@pytest.mark.parametrize(
    ("code", "seen"),
    [
        ('"<5"', ("suppressed", 1, 4)),
        ('"*"', ("suppressed", None, None)),
        ('[<5]"<5";0', ("suppressed", 1, 4)),
        ('[<=4]\\*;[>4]#,##0', ("suppressed", None, None)),
        ("**", ("suppressed", None, None)),
        ('"<"0', ("suppressed", 1, 2)),
        ('"not held"', ("not_held", None, None)),
    ],
)  # fmt: skip
def test_a_number_that_its_format_replaces_is_read_as_it_is_seen(rows, code, seen):
    def mask(sheet) -> None:
        sheet["B2"].number_format = code

    found = read(rows, mask)
    assert cells(found) == {"B2": seen, "C2": 25, "B3": 12, "C3": 1}
    assert found.hidden == ("Data!B2",)
    assert found.held_back == ("Hidden cell content: Data!B2.",)
    assert not any("3" in row for sheet in found.sheets for _, row in sheet.rows)


@pytest.mark.parametrize("code", [";;;", '""', '[>9]0;""'])
def test_a_number_that_its_format_hides_is_not_read_and_is_asked_about(code):
    def mask(sheet) -> None:
        sheet["B2"].number_format = code

    found = read(SEXES, mask)
    assert cells(found)["B2"] == ("blank", None, None)
    assert stops(found)["B2"].startswith("This cell looks empty, but its format hides a number.")


@pytest.mark.parametrize(
    ("code", "fill", "hidden"),
    [
        ("[White]0", None, True),
        ("[<10][White]0;0", None, True),
        ("[Color 2]#,##0", None, True),
        ("[Black]0", "FF000000", True),
        ("[White]0", "FF203864", False),
        ("[>9][White]0;0", None, False),
        ("[Red]0", None, False),
    ],
)
def test_a_number_that_its_format_writes_in_the_colour_of_its_cell_is_hidden(code, fill, hidden):
    def write(sheet) -> None:
        sheet["B2"].number_format = code
        if fill:
            sheet["B2"].fill = PatternFill("solid", fgColor=fill)

    found = read(SEXES, write)
    assert (cells(found)["B2"] == ("blank", None, None)) == hidden
    assert ("B2" in stops(found)) == hidden


def test_a_number_in_white_on_white_is_hidden_and_on_a_colour_is_not():
    def whiten(sheet) -> None:
        sheet["B2"].font = sheet["C2"].font = Font(color="FFFFFFFF")
        sheet["C2"].fill = PatternFill("solid", fgColor="FF203864")

    found = read(SEXES, whiten)
    assert cells(found) == {"B2": ("blank", None, None), "C2": 25, "B3": 12, "C3": 1}
    assert [*stops(found)] == ["B2"]


@pytest.mark.parametrize(
    ("letters", "fill", "hidden"),
    [
        (None, "FF000000", True),
        ("FF111111", "FF000000", False),
        ("FFFF0000", "FFFF0000", True),
        ("FFF8F8F8", None, True),
        ("FFFFFFFF", "FF0000FF", False),
        (None, "FFFFFF00", False),
    ],
)
def test_a_number_in_the_colour_of_its_cell_is_hidden(letters, fill, hidden):
    def paint(sheet) -> None:
        sheet["B2"].font = Font(color=letters) if letters else Font()
        if fill:
            sheet["B2"].fill = PatternFill("solid", fgColor=fill)

    found = read(SEXES, paint)
    assert (cells(found)["B2"] == ("blank", None, None)) == hidden


@pytest.mark.parametrize(("points", "hidden"), [(1, True), (2, True), (6, False)])
def test_a_number_in_letters_too_small_to_be_seen_is_hidden(points, hidden):
    def shrink(sheet) -> None:
        sheet["B2"].font = Font(size=points)

    found = read(SEXES, shrink)
    assert (cells(found)["B2"] == ("blank", None, None)) == hidden
    assert [*stops(found)] == ["B2"] * hidden


def merged(rows: Rows, first: str, last: str) -> ReadFile:
    """A file with a merge that leaves what is in the cells beneath the first."""

    def merge(sheet) -> None:
        sheet.merged_cells.add(f"{first}:{last}")

    return read(rows, merge)


@pytest.mark.parametrize("last", ["C2", "B3"])
def test_a_number_beneath_a_merged_one_is_hidden_and_asked_about(last):
    found = merged(SEXES, "B2", last)
    assert found.hidden == (f"Data!{last}",)
    assert cells(found)[last] == ("unreadable", None, None)
    assert [*stops(found)] == ["B2"]


def test_a_label_beneath_a_merged_one_is_hidden_and_asked_about():
    found = merged(SEXES, "A2", "A3")
    assert found.hidden == ("Data!A3",)
    assert "merged over cells" in stops(found)["A2"]


def test_the_same_label_beneath_a_merged_one_says_nothing_more():
    rows: Rows = [["Offence", *SEXES[0]], ["Rape", *SEXES[1]], ["Rape", *SEXES[2]]]
    found = merged(rows, "A2", "A3")
    assert not stops(found)
    assert cells(found) == {"C2": 3, "D2": 25, "C3": 12, "D3": 1}


def test_a_number_beneath_a_merged_one_of_an_open_document_is_asked_about():
    with zipfile.ZipFile(io.BytesIO(ods_with(SEXES, [(2, 2, 2, 3)]))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    cell, value = b"<table:covered-table-cell", b' office:value-type="float" office:value="25"'
    files["content.xml"] = files["content.xml"].replace(cell, cell + value)
    data = zip_of(files)
    found = read_sheets("a.ods", open_file(data, "a.ods"))
    assert found.hidden == ("Data!C2",)
    assert [*stops(found)] == ["B2"]


@pytest.mark.parametrize(
    "code",
    [
        "0", "#,##0", "General", "0.00", '#,##0" offences"', "[Red]0", "[$£-809]#,##0",
        '_-* #,##0_-;-* #,##0_-;_-* "-"??_-;_-@_-', '#,##0;-#,##0;"-"', "0;-0;;@", "@",
        "0_);(0)", '[<5]0;0" or so"',
    ],
)  # fmt: skip
def test_ordinary_formats_change_nothing(code):
    assert shown_instead(code, 3) is None
    assert shown_instead(code, 0) is None


def test_a_zero_that_is_shown_as_a_mark_is_that_mark_and_as_a_dash_is_zero():
    assert shown_instead('0;-0;"*"', 0) == "*"
    assert shown_instead('0;-0;"-"', 0) is None


def test_an_open_document_is_read_as_it_is_seen_too():
    note = "<office:annotation><text:p>should be 13</text:p></office:annotation>"
    before = zipfile.ZipFile(io.BytesIO(ods_with(SEXES, [])))
    parts = {name: before.read(name) for name in before.namelist()}
    content = parts["content.xml"].decode()
    content = re.sub(r"<text:p>3</text:p>", "<text:p>&lt;5</text:p>", content)
    content = re.sub(r"<text:p>25</text:p>", f"{note}<text:p>25</text:p>", content)
    parts["content.xml"] = content.encode()
    found = read_sheets("a.ods", open_file(zip_of(parts), "a.ods"))
    assert cells(found) == {"B2": ("suppressed", 1, 4), "C2": 25, "B3": 12, "C3": 1}
    assert found.hidden == ("Data!B2",)
    assert [*stops(found)] == ["C2"]


@pytest.mark.parametrize(
    ("seen", "hidden"), [("<text:p></text:p>", True), ("<text:p/>", True), ("", False)]
)
def test_a_number_of_an_open_document_that_its_format_hides_is_not_read(seen, hidden):
    """A program leaves an empty text for it, and no text at all where it has still to show it."""
    note = "<office:annotation><text:p>from a query</text:p></office:annotation>"
    for before in ("", note):
        with zipfile.ZipFile(io.BytesIO(ods_with(SEXES, []))) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        content = parts["content.xml"].decode().replace("<text:p>25</text:p>", before + seen)
        data = zip_of(parts | {"content.xml": content.encode()})
        found = read_sheets("a.ods", open_file(data, "a.ods"))
        assert cells(found)["C2"] == (("blank", None, None) if hidden else 25)
        assert found.hidden == (("Data!C2",) if hidden else ())


@pytest.mark.parametrize("rows", [SEXES, ACROSS])
def test_a_figure_that_is_struck_out_is_asked_about(rows):
    def strike(sheet) -> None:
        sheet["C2"].font = Font(strike=True)
        sheet["E9"].font = Font(strike=True)

    found = read(rows, strike)
    assert stops(found) == {"C2": "“25” is struck out. Does it still count?"}
    assert cells(found)["C2"] == 25


def test_a_label_that_is_struck_out_and_a_part_of_a_figure_are_asked_about():
    def strike(sheet) -> None:
        sheet["A3"].font = Font(strike=True)
        sheet["B2"] = CellRichText(TextBlock(InlineFont(strike=True), "12"), "13")

    found = read(SEXES, strike)
    assert cells(found)["B2"] == 13
    assert stops(found) == {
        "A3": "“Male” is struck out. Does it still count?",
        "B2": "A part of this cell is struck out, and “13” was read. Is that right?",
    }


def test_a_comment_on_a_figure_is_asked_about_and_one_beside_the_table_is_not():
    def comment(sheet) -> None:
        sheet["B3"].comment = Comment("should be 13", "x")
        sheet["A9"] = "Produced by the team"
        sheet["A9"].comment = Comment("a word", "x")

    found = read(SEXES, comment)
    why = "“12” has a comment, which was not read. Does it change the figure?"
    assert stops(found) == {"B3": why}
    assert any("Comments contain text" in each for each in found.held_back)


def test_a_comment_on_an_empty_cell_beside_or_below_counts_is_asked_about():
    def comment(sheet) -> None:
        for place in ("E2", "C7", "H20"):
            sheet[place].comment = Comment("to June only", "x")

    found = stops(read(SEXES, comment))
    assert [*found] == ["E2", "C7"]
    assert found["E2"].startswith("This cell has a comment")

    note = "<office:annotation><text:p>to June only</text:p></office:annotation>"
    before = zipfile.ZipFile(io.BytesIO(ods_with(SEXES, [])))
    parts = {name: before.read(name) for name in before.namelist()}
    cell = f"<table:table-cell/><table:table-cell>{note}</table:table-cell></table:table-row>"
    rows = parts["content.xml"].decode().split("</table:table-row>")
    parts["content.xml"] = f"{rows[0]}</table:table-row>{rows[1]}{cell}{rows[2]}".encode()
    parts["content.xml"] += "</table:table-row>".join(["", *rows[3:]]).encode()
    found = stops(read_sheets("a.ods", open_file(zip_of(parts), "a.ods")))
    assert [*found] == ["E2"]


def test_of_many_figures_that_are_struck_out_five_are_named():
    rows: Rows = [["Sex", "2020/21"], *([f"Offence {n}", n] for n in range(9))]

    def strike(sheet) -> None:
        for row in range(2, 11):
            sheet.cell(row, 2).font = Font(strike=True)

    found = stops(read(rows, strike))
    assert len(found) == 5
    assert all("So it is with 4 more." in each for each in found.values())


def xls_of_styles(rows: Rows, styles: dict[tuple[int, int], xlwt.XFStyle]) -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Data")
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            sheet.write(r, c, value, styles.get((r, c), xlwt.XFStyle()))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_an_old_workbook_is_read_as_it_is_seen_too():
    styles = {
        (1, 1): xlwt.easyxf(num_format_str='"<5"'),
        (1, 2): xlwt.easyxf("font: struck_out on"),
        (2, 1): xlwt.easyxf("font: colour white", num_format_str="#,##0"),
        (2, 2): xlwt.easyxf("font: colour white; pattern: pattern solid, fore_colour blue"),
    }
    data = xls_of_styles(SEXES, styles)
    found = read_sheets("a.xls", open_file(data, "a.xls"))
    assert cells(found) == {
        "B2": ("suppressed", 1, 4),
        "C2": 25,
        "B3": ("blank", None, None),
        "C3": 1,
    }
    assert found.hidden == ("Data!B2", "Data!B3")
    assert {*stops(found)} == {"C2", "B3"}


def test_numbers_of_every_kind_in_an_old_workbook_keep_their_formats():
    rows: Rows = [["Sex", "2020/21", "2021/22", "2022/23"], ["Female", 3, 70_000, 2_000_000_000]]
    rows.append(["Male", 4, 5, 6])
    masked = dict.fromkeys([(1, 1), (1, 2), (1, 3)], xlwt.easyxf(num_format_str='"*"'))
    found = read_sheets("a.xls", open_file(xls_of_styles(rows, masked), "a.xls"))
    assert [cells(found)[each] for each in ("B2", "C2", "D2")] == [("suppressed", None, None)] * 3


def test_a_comment_in_an_old_workbook_is_marked():
    sheets = [SheetRecords()]
    note = struct.pack("<HHHH", 2, 1, 0, 1)
    add_xls_looks([(0x0809, struct.pack("<HH", 0x0600, 0x0010)), (0x001C, note)], sheets)
    assert sheets[0].marks == {(3, 2): COMMENT}


def rule_of_xls(parts: int, colour: int = 0) -> list[tuple[int, bytes]]:
    """The records of a sheet with 3 in B2 and B9, and a rule for B2 to C4."""
    sheet = (0x0809, struct.pack("<HH", 0x0600, 0x0010))
    numbers = [(0x0203, struct.pack("<HHHd", row, 1, 0, 3.0)) for row in (1, 8)]
    ranges = (0x01B0, struct.pack("<HH4HH4H", 1, 0, 1, 3, 1, 2, 1, 1, 3, 1, 2))
    font = bytes(80) + struct.pack("<I", colour) + bytes(34)
    rule = (0x01B1, struct.pack("<BBHHIH", 1, 6, 3, 0, parts, 0) + font)
    return [sheet, *numbers, ranges, rule]


@pytest.mark.parametrize(
    ("parts", "colour", "asked"),
    [
        (1 << 25, 8, True),  # another number format
        (1 << 26, 9, True),  # white letters
        (1 << 26, 10, False),  # red letters
        (1 << 26 | 1 << 29, 9, False),  # white letters on a colour
        (1 << 29, 0, False),  # a colour
    ],
)
def test_a_rule_of_an_old_workbook_that_may_replace_a_number_is_asked_about(parts, colour, asked):
    sheets = [SheetRecords()]
    add_xls_looks(rule_of_xls(parts, colour), sheets)
    assert sheets[0].marks == ({(2, 2): UNCERTAIN} if asked else {})


_ON_WHITE = '<style:text-properties fo:color="#FFFFFF"/>'
_BLACK = '<style:table-cell-properties fo:background-color="#000000"/>'


@pytest.mark.parametrize(
    ("looks", "hidden"),
    [
        (_ON_WHITE, True),
        (f'<style:table-cell-properties fo:background-color="#203864"/>{_ON_WHITE}', False),
        (f"{_BLACK}{_ON_WHITE}", False),
        (_BLACK, True),
        ('<style:text-properties fo:font-size="1pt"/>', True),
        ('<style:text-properties fo:font-size="9pt"/>', False),
        ('<style:text-properties text:display="none"/>', True),
    ],
)
def test_a_number_of_an_open_document_that_nobody_sees_is_hidden(looks, hidden):
    before = zipfile.ZipFile(io.BytesIO(ods_with(SEXES, [])))
    parts = {name: before.read(name) for name in before.namelist()}
    style = f'<style:style style:name="w" style:family="table-cell">{looks}</style:style>'
    content = parts["content.xml"].decode()
    content = re.sub(
        r"<office:automatic-styles ?/>|(?=<office:body)", _STYLES.format(style), content, count=1
    )
    content = re.sub(
        r'(<table:table-cell)([^>]*office:value="3")', r'\1 table:style-name="w"\2', content
    )
    parts["content.xml"] = content.encode()
    found = read_sheets("a.ods", open_file(zip_of(parts), "a.ods"))
    assert cells(found)["B2"] == (("blank", None, None) if hidden else 3)
    assert [*stops(found)] == (["B2"] if hidden else [])


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("<text:p/>", ("blank", None, None)),
        ("<text:p></text:p>", ("blank", None, None)),
        ("", 25),  # a program that writes no texts
        ("<office:annotation><text:p>see 3</text:p></office:annotation>", 25),
    ],
)
def test_a_number_of_which_an_open_document_shows_nothing_is_hidden(written, seen):
    before = zipfile.ZipFile(io.BytesIO(ods_with(SEXES, [])))
    parts = {name: before.read(name) for name in before.namelist()}
    content = parts["content.xml"].decode().replace("<text:p>25</text:p>", written)
    found = read_sheets(
        "a.ods", open_file(zip_of(parts | {"content.xml": content.encode()}), "a.ods")
    )
    assert cells(found)["C2"] == seen
    assert found.hidden == (() if seen == 25 else ("Data!C2",))


@pytest.mark.parametrize(("held", "asked"), [("31", False), ("29", True)])
def test_a_text_of_an_open_document_with_other_digits_than_are_seen_is_asked_about(held, asked):
    rows: Rows = [["Offence", "2018/19"], ["Rape", "31"], ["Incest", "12"]]
    before = zipfile.ZipFile(io.BytesIO(ods_with(rows, [])))
    parts = {name: before.read(name) for name in before.namelist()}
    content = parts["content.xml"].decode()
    written = f' office:string-value="{held}"><text:p>31<'
    content, count = re.subn(r"><text:p>31<", written, content)
    assert count == 1
    parts["content.xml"] = content.encode()
    found = read_sheets("a.ods", open_file(zip_of(parts), "a.ods"))
    assert bool(stops(found)) is asked


@pytest.mark.parametrize(
    ("rule", "seen"),
    [
        (("lessThan", ["5"], '"<5"'), ("suppressed", 1, 4)),
        (("between", ["1", "4"], '"*"'), ("suppressed", None, None)),
        (("equal", ["3"], ";;;"), ("blank", None, None)),
        (("greaterThan", ["5"], '"<5"'), 3),
    ],
)
def test_a_number_that_a_rule_replaces_is_read_as_it_is_seen(rule, seen):
    operator, limits, code = rule

    def mask(sheet) -> None:
        look = DifferentialStyle(numFmt=NumberFormat(numFmtId=170, formatCode=code))
        sheet.conditional_formatting.add(
            "B2:B2", Rule(type="cellIs", operator=operator, formula=limits, dxf=look)
        )

    assert cells(read(SEXES, mask)) == {"B2": seen, "C2": 25, "B3": 12, "C3": 1}


def test_a_rule_with_white_letters_hides_a_number_and_one_with_a_colour_behind_does_not():
    def whiten(sheet) -> None:
        white = Font(color="FFFFFFFF")
        red = PatternFill(bgColor="FFC00000")
        sheet.conditional_formatting.add(
            "B2:C3", CellIsRule(operator="lessThan", formula=["5"], font=white)
        )
        sheet.conditional_formatting.add(
            "B2:C3", CellIsRule(operator="greaterThan", formula=["20"], font=white, fill=red)
        )

    found = cells(read(SEXES, whiten))
    assert found == {"B2": ("blank", None, None), "C2": 25, "B3": 12, "C3": ("blank", None, None)}


def test_a_rule_that_nobody_can_follow_here_is_asked_about():
    def mask(sheet) -> None:
        white = Font(color="FFFFFFFF")
        sheet.conditional_formatting.add("B2:B3", FormulaRule(formula=["$Z$1>2"], font=white))

    why = "A rule or a number format may show something else than “{}”. What does a person see?"
    assert stops(read(SEXES, mask)) == {"B2": why.format(3), "B3": why.format(12)}


def test_rules_that_only_colour_change_nothing():
    def colour(sheet) -> None:
        red = PatternFill(bgColor="FFC00000")
        sheet.conditional_formatting.add(
            "B2:C3", CellIsRule(operator="lessThan", formula=["5"], fill=red)
        )
        sheet.conditional_formatting.add("B2:C3", FormulaRule(formula=["$Z$1>2"], fill=red))

    found = read(SEXES, colour)
    assert cells(found) == {"B2": 3, "C2": 25, "B3": 12, "C3": 1}
    assert stops(found) == {}


@pytest.mark.parametrize("rows", [SEXES, ACROSS])
@pytest.mark.parametrize(
    ("code", "seen"),
    [('0"%"', "25%"), ("0%", "2500%"), ("0.00%", "2500%"),
     ('0"k"', "25k"), ('General"%"', "25%"), ('0" per 1,000"', "25 per 1,000"),
     ("0\\%", "25%"), ('"rate "0', "rate 25"), ('#,##0" children"', "25 children"),
     ('0" victims"', "25 victims"),
     ("-0", "-25"), ('"-"#,##0', "-25"), ("\\-0;\\-0", "-25"), ("0\\-", "25-"),
     ("[>9]– 0;0", "– 25")],
)  # fmt: skip
def test_a_number_with_a_unit_in_its_format_is_no_count(rows, code, seen):
    def give_unit(sheet) -> None:
        sheet["C2"].number_format = code

    found = read(rows, give_unit)
    assert cells(found).get("C2") in (None, ("unreadable", None, None))
    assert [row[2] for sheet in found.sheets for at, row in sheet.rows if at == 2] == [seen]
    assert cells(found)["B2"] == 3
    assert found.hidden == ()


@pytest.mark.parametrize(
    "code",
    ['0" offences"', "0.00", '[$£-809]#,##0', '_-* #,##0_-', '"£"0', "0;-0;;@",
     "General", "yyyy", '0" - "', "0_-;-0_-", "[<0]-0;0",
     '_-* #,##0_-;-* #,##0_-;_-* "-"??_-;_-@_-'],
)  # fmt: skip
def test_a_format_without_a_unit_leaves_a_count(code):
    assert with_unit(code, 25) == ""


def asked_of_format(code: str, cell: str = "C2") -> bool:
    def give(sheet) -> None:
        sheet[cell].number_format = code

    return [*stops(read([SEXES[0], ["Female", 3, 25000], ["Male", 12, 1]], give))] == [cell]


@pytest.mark.parametrize(
    "code",
    ["#,##0,", '0"00"', '0"0"', '"1"0', '0"/12"', "0\\0", '0.0"5"', '0"(1)"', "[$£-809]#,##0"],
)
def test_a_number_that_is_shown_in_thousands_or_with_other_digits_or_words_is_asked_about(code):
    assert asked_of_format(code)


@pytest.mark.parametrize(
    "code",
    ["#,##0", "0.00", "00000", '0" offences"', '0;-0;"0"', "#,##0_);(#,##0)", '0" "', '0"."'],
)
def test_separators_signs_and_the_word_for_offences_change_no_number(code):
    assert not asked_of_format(code)


@pytest.mark.parametrize(
    "code", ['0"*"', '0" †"', '"("0")"', '"["0"]"', "0\\#", '0"‡"', '[>9]0"*";0']
)
def test_a_mark_that_a_format_puts_beside_a_number_is_asked_about_as_if_it_were_typed(code):
    assert asked_of_format(code)


def test_a_mark_of_a_format_that_a_note_explains_is_not_asked_about():
    def give(sheet) -> None:
        sheet["C2"].number_format = '0"*"'
        sheet["A5"] = "* offences recorded with a cyber flag"

    found = read(SEXES, give)
    assert (stops(found), cells(found)["C2"]) == ({}, 25)


@pytest.mark.parametrize(
    ("seen", "asked"),
    [
        ("25*", True),
        ("25 †", True),
        ("(25)", True),
        ("25", False),
        ("25.0", False),
        ("25 -", False),
    ],
)
def test_a_mark_beside_a_number_of_an_open_document_is_asked_about_too(seen, asked):
    data = ods_with([SEXES[0], ["Female", 3, 25], SEXES[2]], [])
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        content = book.read("content.xml").decode()
        parts = {name: book.read(name) for name in book.namelist()}
    parts["content.xml"] = content.replace(">25<", f">{seen}<").encode()
    found = read_sheets("a.ods", open_file(zip_of(parts), "a.ods"))
    assert bool(stops(found)) == asked
    assert cells(found)["C2"] == 25


@pytest.mark.parametrize(
    ("code", "asked"),
    [
        ('@" (to Dec)"', True),
        ('0;0;0;"FY "@', True),
        ('@"*"', True),
        ('@" †"', True),
        ("@", False),
        ("@*.", False),
        ('@":"', False),
    ],
)
def test_a_heading_to_which_its_format_adds_words_is_asked_about(code, asked):
    assert asked_of_format(code, "C1") == asked


@pytest.mark.parametrize(
    ("value", "seen", "same"),
    [
        ("40", "40", True),
        ("4000", "4,000", True),
        ("4000", "4.000", True),
        ("40", "40.00", True),
        ("40", "0040", True),
        ("40", "(40)", True),
        ("40", "40 offences", True),
        ("40", "4000", False),
        ("40", "40/12", False),
        ("40", "40 victims", False),
        ("40", "41", False),
        ("40", "140", False),
    ],
)
def test_what_is_seen_of_a_number_in_an_open_document_is_held_against_it(value, seen, same):
    assert is_as_it_is_seen(value, seen) == same


def test_a_rule_whose_format_adds_digits_is_asked_about():
    def mask(sheet) -> None:
        more = DifferentialStyle(numFmt=NumberFormat(numFmtId=164, formatCode='0"00"'))
        rule = Rule(type="cellIs", operator="greaterThan", formula=["20"], dxf=more)
        sheet.conditional_formatting.add("B2:C3", rule)

    assert [*stops(read(SEXES, mask))] == ["C2"]


@pytest.mark.parametrize(("height", "hidden"), [(1, True), (2, True), (3, False), (15, False)])
def test_a_row_or_column_too_small_to_be_seen_is_hidden(height, hidden):
    def shrink(sheet) -> None:
        sheet.row_dimensions[3].height = height
        sheet.column_dimensions["C"].width = height / 4

    found = read(SEXES, shrink)
    assert {*found.hidden} == ({"Data!C", "Data!3"} if hidden else set())
    assert bool(found.held_back) == hidden


@pytest.mark.parametrize(("height", "hidden"), [(2, True), (3, False)])
def test_a_row_too_small_to_be_seen_is_hidden_in_an_old_workbook_too(height, hidden):
    book = xlwt.Workbook()
    sheet = book.add_sheet("Data")
    for r, row in enumerate(SEXES):
        for c, value in enumerate(row):
            sheet.write(r, c, value)
    sheet.row(2).height_mismatch, sheet.row(2).height = True, height * 20
    out = io.BytesIO()
    book.save(out)
    assert read_sheets("a.xls", open_file(out.getvalue(), "a.xls")).hidden == (
        ("Data!3",) if hidden else ()
    )


@pytest.mark.parametrize(("seen", "code"), [("25%", '0"%"'), ("-25", "-0")])
def test_a_number_with_a_unit_in_an_open_document_or_an_old_workbook_is_no_count(seen, code):
    before = zipfile.ZipFile(io.BytesIO(ods_with(SEXES, [])))
    parts = {name: before.read(name) for name in before.namelist()}
    content = (
        parts["content.xml"].decode().replace("<text:p>25</text:p>", f"<text:p>{seen}</text:p>")
    )
    content = content.replace("<text:p>3</text:p>", "<text:p>3 offences</text:p>")
    as_ods = zip_of(parts | {"content.xml": content.encode()})
    book = xlwt.Workbook()
    for r, row in enumerate(SEXES):
        for c, value in enumerate(row):
            style = xlwt.easyxf(num_format_str=code if value == 25 else "0")
            book_sheet = book.get_sheet("Data") if r or c else book.add_sheet("Data")
            book_sheet.write(r, c, value, style)
    out = io.BytesIO()
    book.save(out)
    for name, data in (("a.ods", as_ods), ("a.xls", out.getvalue())):
        found = cells(read_sheets(name, open_file(data, name)))
        assert (found["B2"], found.get("C2", "none")) in (
            (3, "none"),
            (3, ("unreadable", None, None)),
        )


def as_ods(rows: list, style: str, change: Callable[[str], str]) -> ReadFile:
    """An open document with one more style, and its content changed."""
    before = zipfile.ZipFile(io.BytesIO(ods_with(rows, [])))
    parts = {name: before.read(name) for name in before.namelist()}
    content = change(parts["content.xml"].decode())
    styles = f"<office:automatic-styles>{style}</office:automatic-styles>"
    content = content.replace("<office:automatic-styles/>", styles)
    assert style in content
    data = zip_of(parts | {"content.xml": content.encode()})
    return read_sheets("a.ods", open_file(data, "a.ods"))


@pytest.mark.parametrize(
    ("height", "hidden"), [("0.05cm", True), ("2pt", True), ("0.2cm", False), ("0.02in", True)]
)
def test_a_row_too_small_to_be_seen_is_hidden_in_an_open_document_too(height, hidden):
    def shrink(content: str) -> str:
        first, row, rest = content.partition("<table:table-row")
        return f'{first}{row} table:style-name="low"{rest}'

    low = f'<style:table-row-properties style:row-height="{height}"/>'
    style = f'<style:style style:name="low" style:family="table-row">{low}</style:style>'
    assert as_ods(SEXES, style, shrink).hidden == (("Data!1",) if hidden else ())


@pytest.mark.parametrize("what", ["row", "column"])
@pytest.mark.parametrize(("shown", "hidden"), [("false", True), ("true", False)])
def test_what_is_in_a_closed_group_of_an_open_document_is_hidden(what, shown, hidden):
    group = f'<table:table-{what}-group table:display="{shown}">'

    def close(content: str) -> str:
        if what == "column":
            columns = f"{group}<table:table-column/></table:table-column-group>"
            return content.replace("<table:table-row>", f"{columns}<table:table-row>", 1)
        *before, last = content.split("<table:table-row>")
        row, end, rest = last.partition("</table:table-row>")
        before = "<table:table-row>".join(before)
        return f"{before}{group}<table:table-row>{row}{end}</table:table-row-group>{rest}"

    place = "Data!3" if what == "row" else "Data!A"
    style = '<style:style style:name="own" style:family="table-row"/>'
    assert as_ods(SEXES, style, close).hidden == ((place,) if hidden else ())


@pytest.mark.parametrize(
    ("added", "asked"), [(" (to Dec)", True), (" 2019", True), ("", False), (" ", False)]
)
def test_a_format_that_adds_words_to_a_text_is_asked_about_in_an_open_document(added, asked):
    def style_cell(content: str) -> str:
        cell = "<table:table-cell "
        return content.replace(cell, f'{cell}table:style-name="more" ', 1)

    text = f"<number:text>{added}</number:text>" if added else ""
    style = (
        f'<number:text-style style:name="N1"><number:text-content/>{text}</number:text-style>'
        '<style:style style:name="more" style:family="table-cell" style:data-style-name="N1"/>'
    )
    assert bool([*stops(as_ods(SEXES, style, style_cell))]) == asked


def test_a_number_with_a_sign_of_a_currency_is_asked_about():
    def style_cell(sheet) -> None:
        sheet["C2"].number_format = "[$£-809]#,##0"

    def price(content: str) -> str:
        number = 'office:value-type="float" office:value="25"'
        assert number in content
        content = content.replace(number, number.replace("float", "currency"))
        return content.replace("<text:p>25</text:p>", "<text:p>£25</text:p>")

    assert [*stops(read(SEXES, style_cell))] == ["C2"]
    style = '<style:style style:name="none" style:family="table-cell"/>'
    assert [*stops(as_ods(SEXES, style, price))] == ["C2"]


def dates_in(kind: str, code: str, second: date = date(2019, 4, 1)) -> ReadFile:
    """A table under two dates that a workbook shows in a format of its own."""
    days = [date(2018, 4, 1), second]
    rows: list = [["Offence", *days], ["Rape", 13, 16], ["Grooming", 24, 29]]
    if kind == "a.xls":
        style = xlwt.easyxf(num_format_str=code)
        data = xls_of_styles(rows, {(0, 1): style, (0, 2): style})
        return read_sheets(kind, open_file(data, kind))

    def show(sheet) -> None:
        sheet["B1"].number_format = sheet["C1"].number_format = code

    return read(rows, show)


@pytest.mark.parametrize("kind", ["a.xlsx", "a.xls"])
@pytest.mark.parametrize(
    ("code", "asked"),
    [("yyyy", True), ("mmm-yy", True), ("mmmm yyyy", True),
     ('"Year "yyyy', True), ("yy", True), ("dd/mm/yyyy", False),
     ("yyyy-mm-dd", False), ("d mmm yyyy", False)],
)  # fmt: skip
def test_a_date_of_which_no_day_is_seen_is_asked_about(code, asked, kind):
    assert [*stops(dates_in(kind, code))] == (["B1", "C1"] if asked else [])


@pytest.mark.parametrize("kind", ["a.xlsx", "a.xls"])
def test_a_month_that_is_seen_beside_another_month_is_no_year(kind):
    found = dates_in(kind, "mmm-yy", date(2018, 5, 1))
    assert not any("no day" in each.message for each in found.problems)


@pytest.mark.parametrize(
    ("seen", "asked"), [("2018", True), ("Apr-18", True), ("April", True), ("01/04/18", False)]
)
def test_a_date_of_which_an_open_document_shows_no_day_is_asked_about(seen, asked):
    def give(content: str) -> str:
        date = 'office:value-type="date" office:date-value="2018-04-01"'
        return re.sub(
            r'office:value-type="string"([^>]*)><text:p>SEEN', rf"{date}\1><text:p>{seen}", content
        )

    rows: Rows = [["Offence", "SEEN"], ["Rape", 13], ["Grooming", 24]]
    found = as_ods(rows, '<style:style style:name="own" style:family="table-cell"/>', give)
    assert [o.year for t in found.tables for o in t.observations] == ["2018/19", "2018/19"]
    assert [*stops(found)] == (["B1"] if asked else [])

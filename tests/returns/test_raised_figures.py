"""A figure that is raised or lowered behind a count is the mark of a note, in any spreadsheet."""

import io
import re
import zipfile

import pytest
import xlwt
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Pt
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font, PatternFill

from offences.returns.formats.files import open_file
from offences.returns.reader import read_sheets
from tests.imports.files import xlsx_of, zip_of
from tests.returns.every_format import ods_with
from tests.returns.grids import Rows
from tests.returns.test_cell_looks import cells, stops

ROWS: Rows = [["Offence", "2018/19", "2019/20"], ["Rape", "12|1", 13], ["Grooming", 6, 5]]
READ = {"B2": 12, "C2": 13, "B3": 6, "C3": 5}
LONG = ["A note of some length. " * 40 + str(number) for number in range(12)]

type Look = str  # raised, lowered, struck, plain, white, grey or tiny


def _as_xlsx(look: Look) -> bytes:
    fonts = {
        "raised": InlineFont(vertAlign="superscript"),
        "lowered": InlineFont(vertAlign="subscript"),
        "struck": InlineFont(strike=True),
        "plain": InlineFont(b=True),
        "white": InlineFont(color="FFFFFFFF"),
        "grey": InlineFont(color="FF808080"),
        "tiny": InlineFont(sz=1),
        "small": InlineFont(sz=6),
        "as large": InlineFont(sz=11),
    }

    def change(book) -> None:
        book["Data"]["B2"] = CellRichText("12", TextBlock(fonts[look], "1"))

    return xlsx_of({"Data": ROWS}, change=change)


def _as_xls(look: Look, lines: list[str] | None = None) -> bytes:
    font = xlwt.Font()
    font.escapement = {"raised": 1, "lowered": 2}.get(look, 0)
    font.struck_out = look == "struck"
    font.bold = True
    font.height = {"small": 120, "as large": 220}.get(look, font.height)
    font.colour_index = {"white": 9, "grey": 23}.get(look, font.colour_index)
    book = xlwt.Workbook()
    sheet = book.add_sheet("Data")
    notes = book.add_sheet("Notes") if lines else None
    for number, line in enumerate(lines or ()):
        notes.write(number, 0, line)
    for r, row in enumerate(ROWS):
        for c, value in enumerate(row):
            if value == "12|1":
                sheet.write_rich_text(r, c, ["12", ("1", font)])
            else:
                sheet.write(r, c, value)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


_ODS = {
    "raised": 'style:text-position="super 58%"',
    "lifted": 'style:text-position="33% 58%"',
    "lowered": 'style:text-position="sub 58%"',
    "struck": 'style:text-line-through-style="solid"',
    "plain": 'style:text-position="0% 100%" fo:font-weight="bold"',
    "white": 'fo:color="#ffffff"',
    "grey": 'fo:color="#808080"',
    "tiny": 'fo:font-size="1pt"',
    "small": 'fo:font-size="6.5pt"',
    "as large": 'fo:font-size="11pt"',
    "undisplayed": 'text:display="none"',
}


def _as_ods(look: Look) -> bytes:
    with zipfile.ZipFile(io.BytesIO(ods_with(ROWS, []))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    content = parts["content.xml"].decode()
    span = '<text:span text:style-name="T9">1</text:span>'
    content = content.replace("12|1", f"12{span}")
    style = '<style:style style:name="{}" style:family="text"{}>{}</style:style>'
    named = style.format("Mark", "", f"<style:text-properties {_ODS[look]}/>")
    own = style.format("T9", ' style:parent-style-name="Mark"', "")
    content = re.sub(
        r"<office:automatic-styles ?/>|(?=<office:body)",
        f"<office:automatic-styles>{named}{own}</office:automatic-styles>",
        content,
        count=1,
    )
    return zip_of(parts | {"content.xml": content.encode()})


WRITERS = {"a.xlsx": _as_xlsx, "a.xls": _as_xls, "a.ods": _as_ods}


def _read(name: str, look: Look):
    return read_sheets(name, open_file(WRITERS[name](look), name))


@pytest.mark.parametrize("look", ["raised", "lowered", "small"])
@pytest.mark.parametrize("name", WRITERS)
def test_a_raised_or_lowered_figure_behind_a_count_is_the_mark_of_a_note(name, look):
    found = _read(name, look)
    assert (cells(found), [*stops(found)]) == (READ, ["B2"])
    assert "“12¹” has a mark that no note explains" in stops(found)["B2"]


type Parts = list[tuple[str, float]]  # texts with the size of their letters; 0 where none is given


def _sized_xlsx(parts: Parts, size: float) -> bytes:
    def change(book) -> None:
        texts = (TextBlock(InlineFont(sz=own), text) if own else text for text, own in parts)
        book["Data"]["B2"] = CellRichText(*texts)
        book["Data"]["B2"].font = Font(sz=size)

    return xlsx_of({"Data": ROWS}, change=change)


def _sized_docx(parts: Parts, size: float) -> bytes:
    letter = Document()
    letter.styles["Normal"].font.size = Pt(size)
    table = letter.add_table(0, 3)
    for row in ROWS:
        for cell, value in zip(table.add_row().cells, row, strict=True):
            cell.text = "" if value == "12|1" else str(value)
    for text, own in parts:
        run = table.cell(1, 1).paragraphs[0].add_run(text)
        run.font.size = Pt(own) if own else None
    out = io.BytesIO()
    letter.save(out)
    return out.getvalue()


def _sized_xls(parts: Parts, size: float) -> bytes:
    def font(points: float) -> xlwt.Font:
        found = xlwt.Font()
        found.height = round(points * 20)
        return found

    book = xlwt.Workbook()
    sheet = book.add_sheet("Data")
    for r, row in enumerate(ROWS):
        for c, value in enumerate("" if value == "12|1" else value for value in row):
            sheet.write(r, c, value)
    style = xlwt.XFStyle()
    style.font = font(size)
    sheet._cell_overwrite_ok = True
    texts = [(text, font(own)) if own else text for text, own in parts]
    sheet.write_rich_text(1, 1, texts, style)
    book.save(out := io.BytesIO())
    return out.getvalue()


def _sized_ods(parts: Parts, size: float) -> bytes:
    with zipfile.ZipFile(io.BytesIO(ods_with(ROWS, []))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    names = {own: f"T{at}" for at, (_, own) in enumerate(parts) if own}
    families = [(size, "C", "table-cell"), *((own, name, "text") for own, name in names.items())]
    styles = "".join(
        f'<style:style style:name="{name}" style:family="{family}">'
        f'<style:text-properties fo:font-size="{points}pt"/></style:style>'
        for points, name, family in families
    )
    spans = "".join(
        f'<text:span text:style-name="{names[own]}">{text}</text:span>' if own else text
        for text, own in parts
    )
    before, after = files["content.xml"].decode().split("12|1")
    before, cell, rest = before.rpartition("<table:table-cell")
    content = f'{before}{cell} table:style-name="C"{rest}{spans}{after}'
    content = re.sub(
        r"<office:automatic-styles ?/>|(?=<office:body)",
        f"<office:automatic-styles>{styles}</office:automatic-styles>",
        content,
        count=1,
    )
    return zip_of(files | {"content.xml": content.encode()})


def _docx_of_table_style(parts: Parts, size: float) -> bytes:
    """A letter whose table has the size of its letters by its style, and marks by theirs."""
    letter = Document()
    table = letter.add_table(0, 3)
    style = letter.styles.add_style("Figures", WD_STYLE_TYPE.TABLE)
    style.font.size = Pt(size)
    table.style = style
    for row in ROWS:
        for cell, value in zip(table.add_row().cells, row, strict=True):
            cell.text = "" if value == "12|1" else str(value)
    for at, (text, own) in enumerate(parts):
        run = table.cell(1, 1).paragraphs[0].add_run(text)
        if own:
            run.style = letter.styles.add_style(f"Mark {at}", WD_STYLE_TYPE.CHARACTER)
            run.style.font.size = Pt(own)
    letter.save(out := io.BytesIO())
    return out.getvalue()


SIZED = {
    "a.xlsx": _sized_xlsx,
    "a.xls": _sized_xls,
    "a.ods": _sized_ods,
    "a.docx": _sized_docx,
    "style.docx": _docx_of_table_style,
}


@pytest.mark.parametrize(
    ("parts", "size"),
    [
        ([("12", 0), ("3", 8)], 11),
        ([("12", 0), ("3", 9)], 14),
        ([("12", 0), ("3", 6)], 8),
        ([("12", 11), ("3", 7), ("4", 7)], 11),
        ([("1", 0), ("2", 0), ("3", 7), ("4", 7)], 10),
    ],
)
@pytest.mark.parametrize("name", SIZED)
def test_figures_in_letters_smaller_than_those_of_their_cell_are_marks(name, parts, size):
    found = read_sheets(name, open_file(SIZED[name](parts, size), name))
    assert {o.value for t in found.tables for o in t.observations} == {12, 13, 6, 5}
    assert any("has a mark that no note explains" in each.message for each in found.problems)


@pytest.mark.parametrize(
    ("parts", "size"),
    [([("12", 0), ("3", 8)], 8), ([("1", 9), ("23", 9)], 14), ([("12", 0), ("3", 10)], 11)],
)
@pytest.mark.parametrize("name", SIZED)
def test_figures_as_large_as_those_of_their_cell_are_digits(name, parts, size):
    found = read_sheets(name, open_file(SIZED[name](parts, size), name))
    assert {o.value for t in found.tables for o in t.observations} == {123, 13, 6, 5}


def test_a_figure_lifted_by_a_share_of_its_height_is_no_digit():
    assert cells(_read("a.ods", "lifted")) == READ


@pytest.mark.parametrize("look", ["plain", "as large"])
@pytest.mark.parametrize("name", WRITERS)
def test_a_figure_of_another_look_is_a_digit(name, look):
    assert cells(_read(name, look))["B2"] == 121


@pytest.mark.parametrize("name", WRITERS)
def test_a_count_of_which_a_part_is_struck_out_is_asked_about(name):
    found = _read(name, "struck")
    assert cells(found) == READ
    why = "A part of this cell is struck out, and “12” was read. Is that right?"
    assert stops(found) == {"B2": why}


@pytest.mark.parametrize("first", range(0, 16, 3))
def test_shared_texts_of_an_old_workbook_are_read_beyond_the_end_of_a_record(first):
    lines = ["x" * first, *LONG, *(f"{line} – zażółć" for line in LONG)]
    data = _as_xls("raised", lines)
    assert cells(read_sheets("a.xls", open_file(data, "a.xls"))) == READ


@pytest.mark.parametrize(
    ("name", "look"),
    [
        *((name, "white") for name in WRITERS),
        ("a.xlsx", "tiny"),
        ("a.ods", "tiny"),
        ("a.ods", "undisplayed"),
    ],
)
def test_a_count_of_which_a_part_is_not_seen_is_asked_about(name, look):
    (why,) = stops(_read(name, look)).values()
    assert "is in letters that nobody sees" in why


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("look", ["plain", "grey"])
def test_a_part_of_another_look_that_is_seen_is_none_to_ask_about(name, look):
    assert stops(_read(name, look)) == {}


@pytest.mark.parametrize("fill", [None, "FF203864"])
def test_white_letters_are_seen_where_their_cell_has_a_colour(fill):
    """In a heading of which a part is bold, and in one that is white as a whole."""

    def change(book) -> None:
        sheet, white = book["Data"], InlineFont(color="FFFFFFFF")
        bold = InlineFont(color="FFFFFFFF", b=True)
        sheet["B1"] = CellRichText(TextBlock(bold, "2018"), TextBlock(white, "/19"))
        sheet["C1"].font = Font(color="FFFFFFFF")
        for cell in sheet[1]:
            cell.fill = PatternFill("solid", fgColor=fill) if fill else PatternFill()

    rows = [ROWS[0], ["Rape", 12, 13], ROWS[2]]
    data = xlsx_of({"Data": rows}, change=change)
    found = read_sheets("a.xlsx", open_file(data, "a.xlsx"))
    assert (cells(found), [*stops(found)]) == (READ, [] if fill else ["B1", "C1"])


@pytest.mark.parametrize(("size", "hidden"), [(1, True), (2, True), (4, False)])
def test_a_count_in_letters_too_small_to_be_seen_is_asked_about_in_an_old_workbook(size, hidden):
    for texts in ([("12", 0)], [("1", 0), ("2", size)]):
        found = read_sheets("a.xls", open_file(_sized_xls(texts, size), "a.xls"))
        assert any(each.cell == "B2" and each.stops for each in found.problems) is hidden

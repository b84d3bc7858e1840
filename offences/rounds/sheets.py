"""The sheets of a return form: how they look, what may be typed in them, how they print.

Nothing is hidden and no cell is merged. Sheets are protected without a password, so that nobody
moves a heading by accident; whoever has to can lift it.
"""

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from offences.returns.own_form import (
    NO,
    NOT_COUNTS,
    PAST_COLUMNS,
    PAST_QUESTION,
    PRACTICE_COLUMNS,
    QUESTIONS,
    YES,
    FormQuestion,
    past_ref,
    table_line,
)
from offences.statistics.years import Year, years_between

INK, QUIET, LINE, HEAD, FILL_IN = "1F2A37", "5B6775", "9AA5B1", "E3E9F0", "FFFBE6"
_EDGE = Side(style="thin", color=LINE)
BOX = Border(left=_EDGE, right=_EDGE, top=_EDGE, bottom=_EDGE)
WRAP = Alignment(wrap_text=True, vertical="top")
WHEN, UNIT = "When", "recorded in"  # words in which the reader finds no label and no axis
TEXT = "@"  # the format in which 2011/12 stays a year and does not become a date

WHAT_TO_WRITE = (
    ("68", "The number of offences recorded in that year: whole numbers only."),
    ("0", "Only where you have looked and there were none."),
    ("<5", "A number under five that you do not state. For other limits write 1 to 9."),
    ("*", "A number that you do not state, with no limit."),
    ("not held", "You do not hold the information."),
    ("not available", "You hold it, but cannot give it now."),
    ("refused s.12", "You refuse it: “refused” and the section of the Act."),
    ("19 (Apr-Sep)", "A number for part of the year only: the number and its months."),
    ("(empty)", "Not answered. We never read an empty cell as 0."),
)
HOW = (
    "Fill in the pale cells: a whole number, or one of the words on the sheet “How to fill in”.",
    "Write 0 only for a true nought. A cell left empty is read as not answered, never as 0.",
)


@dataclass(frozen=True)
class FormTable:
    """One table of counts: a breakdown of a measure, the stated total in its last row."""

    measure: str
    breakdown: str
    title: str
    axis: str
    rows: tuple[str, ...]
    has_total: bool


@dataclass(frozen=True)
class Held:
    """A figure of the force that we hold, for it to confirm."""

    measure: str
    name: str
    year: Year
    shown: str | int


@dataclass(frozen=True)
class Form:
    """Everything that a form says."""

    line: str
    code: str
    force: str
    request: str
    reference: str
    years: tuple[Year, ...]
    since: int  # the year in which the count begins
    counts: tuple[tuple[str, str], ...]  # measure, its definition
    tables: tuple[FormTable, ...]
    held: tuple[Held, ...]


def workbook(form: Form, at: dt.datetime) -> bytes:
    """The form as an xlsx file: the same bytes for the same form and moment."""
    book = Workbook()
    cover = book.active
    assert isinstance(cover, Worksheet)
    cover.title = "Cover"
    _cover(cover, form)
    _instructions(book.create_sheet("How to fill in"))
    for number, table in enumerate(form.tables, 1):
        _table(book.create_sheet(f"Table {number}"), number, table, form)
    if form.held:
        _held(book.create_sheet("Figures we hold"), form.held)
    _practice(book.create_sheet("Recording practice"), form)
    for sheet in book.worksheets:
        _finish(sheet, form.code)
    book.properties.title = f"{form.request}: {form.force}"
    book.properties.creator = ""
    file = io.BytesIO()
    book.save(file)
    return _at(file.getvalue(), at)


def _at(data: bytes, at: dt.datetime) -> bytes:
    """The file with one moment for everything in it, not that of each part's writing."""
    moment = at.astimezone(dt.UTC)
    stamp = moment.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", stamp, part)
            entry = zipfile.ZipInfo(name, moment.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, part)
    return made.getvalue()


def _cover(sheet: Worksheet, form: Form) -> None:
    _title(sheet, "Return form: Freedom of Information request", form.line, NOT_COUNTS)
    first, last = form.years[0], form.years[-1]
    rows = [
        ("Force", form.force),
        ("Request", form.request),
        ("Your reference", form.reference or "as in your acknowledgement"),
        (
            "Years",
            " to ".join(dict.fromkeys((f"{first}", f"{last}"))) + ", 1 April to 31 March each",
        ),
        ("Who asks", "The charity that sent you the request. This form saves you making a table."),
        ("Send it back", "Reply to the message that it came with, with this file attached."),
        (
            "Privacy",
            "Counts only. No names, dates of birth, addresses or notes on a case, and nothing "
            "hidden: no other sheets, no pivot tables. A file with more is put aside unread.",
        ),
        *((f"Counted: {name}", words) for name, words in form.counts),
        *((f"Table {number}", table.title) for number, table in enumerate(form.tables, 1)),
    ]
    if form.held:
        rows.append(("Figures we hold", "Those that we have of you already: is any wrong?"))
    rows.append(("Recording practice", f"{len(QUESTIONS)} short questions on how you record."))
    _two_columns(sheet, 5, rows)


def _instructions(sheet: Worksheet) -> None:
    _title(sheet, "How to fill in", NOT_COUNTS)
    _heading(sheet, 5, ("Write", "What it means"))
    _two_columns(sheet, 6, WHAT_TO_WRITE)
    last = 6 + len(WHAT_TO_WRITE)
    _two_columns(
        sheet,
        last + 1,
        [
            ("Years", "By the date on which the offence was recorded, 1 April to 31 March."),
            ("Totals", "Give the total that your system states, also if the rows do not add up."),
            ("A range", "Write 1 to 9, not 1-9: spreadsheets make a date of 1-9."),
            ("Anything else", "Say it on the sheet “Recording practice”. Add no rows or sheets."),
            ("Protection", "The sheets have no password. Lift the protection if you have to."),
        ],
    )


def _table(sheet: Worksheet, number: int, table: FormTable, form: Form) -> None:
    """Categories down, years across. Its words are such that the reader finds no label in them."""
    title = f"Table {number}: {table.title}. {form.force}"
    _title(sheet, title, table_line(table.measure, table.breakdown, form.code), *HOW)
    top = 6
    # UNIT stands beside every row, so that a row left empty is read as one left blank.
    _heading(sheet, top, (table.axis, WHEN, *(year.label for year in form.years)))
    last = top + len(table.rows)
    for row, name in enumerate(table.rows, top + 1):
        _put(sheet, row, 1, name, alignment=Alignment(wrap_text=True, vertical="center"))
        _put(sheet, row, 2, UNIT, font=_font(color=QUIET))
        for column in range(3, 3 + len(form.years)):
            _open(sheet.cell(row, column), Alignment(horizontal="right", vertical="center"))
        if row == last and table.has_total:
            for column in range(1, 3 + len(form.years)):
                cell = sheet.cell(row, column)
                cell.font = _font(bold=True)
                cell.border = Border(left=_EDGE, right=_EDGE, bottom=_EDGE, top=Side("medium"))
    area = f"C{top + 1}:{get_column_letter(2 + len(form.years))}{last}"
    sheet.add_data_validation(_counts(area, f"C{top + 1}"))
    _widths(sheet, [min(60, max(24, *(len(name) + 4 for name in table.rows))), 14])
    for column in range(3, 3 + len(form.years)):
        sheet.column_dimensions[get_column_letter(column)].width = 14
    sheet.freeze_panes = f"C{top + 1}"
    sheet.print_title_rows = f"{top}:{top}"


def _counts(area: str, first: str) -> DataValidation:
    """A whole number from 0 up, or one of the words for a number that is not there."""
    words = ("*", "-", "not held", "not available", "refused")
    allowed = [
        *(f'{first}="{word}"' for word in words),
        f'LEFT({first},9)="refused s"',
        f'LEFT({first},1)="<"',
        f'ISNUMBER(SEARCH("? to ?",{first}))',
        f'ISNUMBER(SEARCH("(???-???)",{first}))',
    ]
    rule = DataValidation(
        type="custom",
        formula1=f"IF(ISNUMBER({first}),AND({first}>=0,{first}=INT({first})),OR({','.join(allowed)}))",
        allow_blank=True,
        showInputMessage=True,
        showErrorMessage=True,
        promptTitle="Count",
        prompt=(
            "A whole number; <5 or 1 to 9; *; not held; not available; refused s.12; "
            "19 (Apr-Sep). 0 only for a true nought."
        ),
        errorTitle="Not a count",
        error=(
            "Write a whole number, or <5, 1 to 9, *, not held, not available, refused with its "
            "section, or a number with its months: 19 (Apr-Sep)."
        ),
    )
    rule.add(area)
    return rule


def _held(sheet: Worksheet, held: Sequence[Held]) -> None:
    _title(
        sheet,
        "Figures that we hold of your force",
        "These stand in our records, from earlier answers or from print. Is each one right?",
        NOT_COUNTS,
    )
    _heading(sheet, 5, PRACTICE_COLUMNS)
    _ask(sheet, 6, PAST_QUESTION, ())
    _heading(sheet, 8, PAST_COLUMNS)
    for row, each in enumerate(held, 9):
        said = (past_ref(each.measure, each.year.start), each.name, each.year.label, each.shown)
        for column, value in enumerate(said, 1):
            _put(sheet, row, column, value, alignment=WRAP)
        for column in (5, 6):
            _open(sheet.cell(row, column), WRAP, TEXT)
    rule = _list((YES, NO))
    rule.add(f"E9:E{8 + len(held)}")
    sheet.add_data_validation(rule)
    _widths(sheet, [max(16, *(len(past_ref(h.measure, h.year.start)) + 2 for h in held)), 46])
    _widths(sheet, [26, 30, 16, 46], start=3)
    sheet.freeze_panes = "A9"
    sheet.print_title_rows = "8:8"


def _practice(sheet: Worksheet, form: Form) -> None:
    _title(
        sheet,
        "Recording practice",
        "How you record decides what the figures can be compared with. Short answers are enough.",
        NOT_COUNTS,
    )
    _heading(sheet, 5, PRACTICE_COLUMNS)
    years = years_between(Year(min(form.since, form.years[0].start)), form.years[-1].next)
    for row, question in enumerate(QUESTIONS, 6):
        _ask(sheet, row, question, years)
    _widths(sheet, [8, 60, 34, 46])
    sheet.freeze_panes = "A6"
    sheet.print_title_rows = "5:5"


def _ask(sheet: Worksheet, row: int, question: FormQuestion, years: Iterable[Year]) -> None:
    for column, text in ((1, question.ref), (2, question.text), (4, question.how)):
        _put(sheet, row, column, text, alignment=WRAP)
    answer = sheet.cell(row, 3)
    _open(answer, WRAP, TEXT)
    choices = tuple(year.label for year in years) if question.is_year else question.choices
    if choices:
        # Another year than those offered is an answer too; another word than “Yes” is not.
        rule = _list(choices, strict=not question.is_year)
        rule.add(answer.coordinate)
        sheet.add_data_validation(rule)
    sheet.row_dimensions[row].height = 48 if choices else 80


def _list(choices: Sequence[str], *, strict: bool = True) -> DataValidation:
    return DataValidation(
        type="list",
        formula1=f'"{",".join(choices)}"',
        allow_blank=True,
        showErrorMessage=True,
        errorStyle="stop" if strict else "warning",
        errorTitle="Choose from the list",
        error="Choose one of the answers in the list.",
    )


def _title(sheet: Worksheet, title: str, *lines: str) -> None:
    """The title, and up to three lines below it."""
    _say(sheet, 1, 1, title).font = _font(bold=True, size=15)
    for row, line in enumerate(lines, 2):
        if line:
            _say(sheet, row, 1, line).font = _font(size=10, color=QUIET)


def _heading(sheet: Worksheet, row: int, texts: Sequence[str]) -> None:
    for column, text in enumerate(texts, 1):
        cell = _put(sheet, row, column, text, font=_font(bold=True))
        cell.fill = PatternFill("solid", HEAD)
        right = text[:4].isdigit()
        cell.alignment = Alignment(
            horizontal="right" if right else "left", vertical="center", wrap_text=True
        )


def _two_columns(sheet: Worksheet, start: int, rows: Iterable[tuple[str, str]]) -> None:
    _widths(sheet, [30, 78])
    for row, (name, words) in enumerate(rows, start):
        _put(sheet, row, 1, name, font=_font(bold=True), alignment=WRAP)
        _put(sheet, row, 2, words, alignment=WRAP)
        sheet.row_dimensions[row].height = 15.5 * max(1, -(-len(words) // 80), -(-len(name) // 28))


def _put(
    sheet: Worksheet,
    row: int,
    column: int,
    value: str | int,
    *,
    font: Font | None = None,
    alignment: Alignment | None = None,
) -> Cell:
    cell = _say(sheet, row, column, value)
    cell.border, cell.font = BOX, font or _font()
    if alignment:
        cell.alignment = alignment
    return cell


def _font(*, bold: bool = False, size: int = 11, color: str = INK) -> Font:
    return Font(name="Calibri", bold=bold, size=size, color=color)


def _say(sheet: Worksheet, row: int, column: int, value: str | int) -> Cell:
    """A number, or a text that stays the text it is, also one that begins with an equals sign."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)
    if isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
        cell.data_type = "s"
    else:
        cell.value = value
    return cell


def _open(cell: object, alignment: Alignment, form: str = "General") -> None:
    """A cell to be filled in."""
    assert isinstance(cell, Cell)
    cell.border, cell.alignment, cell.number_format = BOX, alignment, form
    cell.font = _font()
    cell.fill = PatternFill("solid", FILL_IN)
    cell.protection = Protection(locked=False)


def _widths(sheet: Worksheet, widths: Sequence[int], start: int = 1) -> None:
    for column, width in enumerate(widths, start):
        sheet.column_dimensions[get_column_letter(column)].width = width


def _finish(sheet: Worksheet, code: str) -> None:
    """Protected but for what is filled in; one page wide on A4."""
    sheet.sheet_view.showGridLines = False
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False  # which allows it
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.oddFooter.left.text = f"Return form {code}"
    sheet.oddFooter.center.text = "&A"
    sheet.oddFooter.right.text = "Page &P of &N"

"""The sheets of a return form: their layout, permitted entries and printing."""

import datetime as dt
import io
from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cache
from weakref import WeakKeyDictionary

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from offences.exports.archives import with_one_moment
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
from offences.words import return_form as words
from offences.words.charity import charity
from offences.words.years import in_our_years

INK, QUIET, LINE, HEAD, FILL_IN = "1F2A37", "5B6775", "9AA5B1", "E3E9F0", "FFFBE6"
_EDGE = Side(style="thin", color=LINE)
BOX = Border(left=_EDGE, right=_EDGE, top=_EDGE, bottom=_EDGE)
_BELOW_ALL = Border(left=_EDGE, right=_EDGE, bottom=_EDGE, top=Side("medium"))
WRAP = Alignment(wrap_text=True, vertical="top")
_CENTRED = Alignment(wrap_text=True, vertical="center")
_TO_THE_RIGHT = Alignment(horizontal="right", vertical="center")
_HEADS = {
    side: Alignment(horizontal=side, vertical="center", wrap_text=True)
    for side in ("left", "right")
}
_OF_HEADS, _TO_FILL_IN = PatternFill("solid", HEAD), PatternFill("solid", FILL_IN)
_UNLOCKED = Protection(locked=False)
WHEN, UNIT = "When", "recorded in"  # words in which the reader finds no label and no axis
TEXT = "@"  # the format in which 2011/12 stays a year and does not become a date


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
class PrefilledFigure:
    """A figure of the force that we have, for it to confirm."""

    measure: str
    name: str
    year: Year
    shown: str | int


@dataclass(frozen=True)
class ReturnForm:
    """The content of a return form."""

    line: str
    code: str
    force: str
    request: str
    reference: str
    years: tuple[Year, ...]
    since: int  # the year in which the count begins
    counts: tuple[tuple[str, str], ...]  # measure, its definition
    tables: tuple[FormTable, ...]
    figures: tuple[PrefilledFigure, ...]


def workbook(form: ReturnForm, at: dt.datetime) -> bytes:
    """The form as an xlsx file: the same bytes for the same form and moment."""
    book = Workbook()
    cover = book.active
    assert isinstance(cover, Worksheet)
    cover.title = "Cover"
    _cover(cover, form)
    _instructions(book.create_sheet(words.HOW_TO_FILL_IN))
    for number, table in enumerate(form.tables, 1):
        _table(book.create_sheet(f"Table {number}"), number, table, form)
    if form.figures:
        _current_figures(book.create_sheet("Figures we hold"), form.figures)
    _practice(book.create_sheet("Recording practice"), form)
    for sheet in book.worksheets:
        _finish(sheet, form.code)
    book.properties.title = f"{form.request}: {form.force}"
    book.properties.creator = ""
    file = io.BytesIO()
    book.save(file)
    return with_one_moment(file.getvalue(), at)


def _cover(sheet: Worksheet, form: ReturnForm) -> None:
    _title(sheet, words.TITLE, form.line, NOT_COUNTS)
    first, last = form.years[0], form.years[-1]
    years = " to ".join(dict.fromkeys((f"{first}", f"{last}")))
    rows = [
        ("Force", form.force),
        ("Request", form.request),
        ("Your reference", form.reference or words.NO_REFERENCE),
        ("Years", in_our_years(words.YEARS_ASKED).format(years)),
        *((name, text.format(charity().name or words.THE_SENDER)) for name, text in words.COVER),
        *((f"Counted: {name}", definition) for name, definition in form.counts),
        *((f"Table {number}", table.title) for number, table in enumerate(form.tables, 1)),
    ]
    if form.figures:
        rows.append(("Figures we hold", words.FIGURES_WE_HAVE))
    rows.append(("Recording practice", words.PRACTICE.format(len(QUESTIONS))))
    _two_columns(sheet, 5, rows)


def _instructions(sheet: Worksheet) -> None:
    _title(sheet, words.HOW_TO_FILL_IN, NOT_COUNTS)
    _heading(sheet, 5, ("Write", "What it means"))
    _two_columns(sheet, 6, _in_our_years(words.WHAT_TO_WRITE))
    _two_columns(sheet, 7 + len(words.WHAT_TO_WRITE), _in_our_years(words.RULES))


def _in_our_years(rows: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(in_our_years(name), in_our_years(text)) for name, text in rows]


def _table(sheet: Worksheet, number: int, table: FormTable, form: ReturnForm) -> None:
    """Categories down, years across, in words that the reader takes for no label."""
    title = words.TABLE_TITLE.format(number, table.title, form.force)
    _title(sheet, title, table_line(table.measure, table.breakdown, form.code), *words.HOW)
    top = 6
    # UNIT is in every row, so that an empty row is read as one left blank.
    _heading(sheet, top, (table.axis, WHEN, *(year.label for year in form.years)))
    last = top + len(table.rows)
    for row, name in enumerate(table.rows, top + 1):
        _put(sheet, row, 1, name, alignment=_CENTRED)
        _put(sheet, row, 2, UNIT, font=_font(color=QUIET))
        for column in range(3, 3 + len(form.years)):
            _open(sheet.cell(row, column), _TO_THE_RIGHT)
        if row == last and table.has_total:
            for column in range(1, 3 + len(form.years)):
                _style(sheet.cell(row, column), font=_font(bold=True), border=_BELOW_ALL)
    area = f"C{top + 1}:{get_column_letter(2 + len(form.years))}{last}"
    sheet.add_data_validation(_counts(area, f"C{top + 1}"))
    widest = min(60, max(24, *(len(name) + 4 for name in table.rows)))
    _widths(sheet, [widest, 14, *(14 for _ in form.years)])
    sheet.freeze_panes = f"C{top + 1}"
    sheet.print_title_rows = f"{top}:{top}"


def _counts(area: str, first: str) -> DataValidation:
    """A whole number from 0 up, or one of the words for a number that is not there."""
    allowed = [
        *(f'{first}="{word}"' for word in ("*", "-", "not held", "not available", "refused")),
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
        prompt=in_our_years(words.COUNT_PROMPT),
        errorTitle="Not a count",
        error=in_our_years(words.COUNT_ERROR),
    )
    rule.add(area)
    return rule


def _current_figures(sheet: Worksheet, figures: Sequence[PrefilledFigure]) -> None:
    _title(sheet, *words.PAST_FIGURES, NOT_COUNTS)
    _heading(sheet, 5, PRACTICE_COLUMNS)
    _ask(sheet, 6, PAST_QUESTION, ())
    _heading(sheet, 8, PAST_COLUMNS)
    for row, each in enumerate(figures, 9):
        values = (past_ref(each.measure, each.year.start), each.name, each.year.label, each.shown)
        for column, value in enumerate(values, 1):
            _put(sheet, row, column, value, alignment=WRAP)
        for column in (5, 6):
            _open(sheet.cell(row, column), WRAP, TEXT)
    rule = _list((YES, NO))
    rule.add(f"E9:E{8 + len(figures)}")
    sheet.add_data_validation(rule)
    widest = max(16, *(len(past_ref(each.measure, each.year.start)) + 2 for each in figures))
    _widths(sheet, [widest, 46, 26, 30, 16, 46])
    sheet.freeze_panes = "A9"
    sheet.print_title_rows = "8:8"


def _practice(sheet: Worksheet, form: ReturnForm) -> None:
    _title(sheet, "Recording practice", words.PRACTICE_WHY, NOT_COUNTS)
    _heading(sheet, 5, PRACTICE_COLUMNS)
    years = years_between(Year(min(form.since, form.years[0].start)), form.years[-1].next)
    for row, question in enumerate(QUESTIONS, 6):
        _ask(sheet, row, question, years)
    _widths(sheet, [8, 60, 34, 46])
    sheet.freeze_panes = "A6"
    sheet.print_title_rows = "5:5"


def _ask(sheet: Worksheet, row: int, question: FormQuestion, years: Iterable[Year]) -> None:
    for column, text in ((1, question.ref), (2, question.text), (4, question.how)):
        _put(sheet, row, column, in_our_years(text), alignment=WRAP)
    answer = sheet.cell(row, 3)
    _open(answer, WRAP, TEXT)
    choices = tuple(year.label for year in years) if question.is_year else question.choices
    if choices:
        # A different year is an answer too; a different word than “Yes” is not.
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
        errorTitle=words.CHOOSE_TITLE,
        error=words.CHOOSE,
    )


def _title(sheet: Worksheet, title: str, *lines: str) -> None:
    """The title, and up to three lines below it."""
    _write(sheet, 1, 1, title).font = _font(bold=True, size=15)
    for row, line in enumerate(lines, 2):
        if line:
            _write(sheet, row, 1, line).font = _font(size=10, color=QUIET)


def _heading(sheet: Worksheet, row: int, texts: Sequence[str]) -> None:
    for column, text in enumerate(texts, 1):
        cell = _put(sheet, row, column, text, font=_font(bold=True))
        side = "right" if text[:4].isdigit() else "left"
        _style(cell, fill=_OF_HEADS, alignment=_HEADS[side])


def _two_columns(sheet: Worksheet, start: int, rows: Iterable[tuple[str, str]]) -> None:
    _widths(sheet, [30, 78])
    for row, (name, text) in enumerate(rows, start):
        _put(sheet, row, 1, name, font=_font(bold=True), alignment=WRAP)
        _put(sheet, row, 2, text, alignment=WRAP)
        sheet.row_dimensions[row].height = 15.5 * max(1, -(-len(text) // 80), -(-len(name) // 28))


def _put(sheet: Worksheet, row: int, column: int, value: str | int, **style: object) -> Cell:
    cell = _write(sheet, row, column, value)
    _style(cell, **({"border": BOX, "font": _font()} | style))
    return cell


type _Styles = dict[tuple[object, ...], tuple[object, object]]
_styles: WeakKeyDictionary[Workbook, _Styles] = WeakKeyDictionary()


def _style(cell: object, **own: object) -> None:
    """Style a cell; of two cells alike in a book the second has what was found for the first.

    To look up each font, edge and fill among those of the book is half of the work of a form. Each
    of them is one object, made once; what was found holds on to them, as long as it goes by
    where they are in memory.
    """
    assert isinstance(cell, Cell)
    found = _styles.setdefault(cell.parent.parent, {})
    each = (of if isinstance(of, str) else id(of) for of in own.values())
    key = tuple(cell._style or ()), *own, *each
    if key in found:
        cell._style = copy(found[key][0])
        return
    for name, of in own.items():
        setattr(cell, name, of)
    found[key] = copy(cell._style), own


@cache
def _font(*, bold: bool = False, size: int = 11, color: str = INK) -> Font:
    return Font(name="Calibri", bold=bold, size=size, color=color)


def _write(sheet: Worksheet, row: int, column: int, value: str | int) -> Cell:
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
    looks = {"border": BOX, "alignment": alignment, "number_format": form, "font": _font()}
    _style(cell, **looks, fill=_TO_FILL_IN, protection=_UNLOCKED)


def _widths(sheet: Worksheet, widths: Sequence[int]) -> None:
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width


def _finish(sheet: Worksheet, code: str) -> None:
    """Protect all but the cells to fill in, without a password; make it one A4 page wide."""
    sheet.sheet_view.showGridLines = False
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False  # which allows it
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.oddFooter.left.text = f"Return form {code}"
    sheet.oddFooter.center.text = "&A"
    sheet.oddFooter.right.text = words.PAGE_NUMBER

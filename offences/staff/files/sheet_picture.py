"""The picture of a file that was read, coloured by how each cell was read, and links to it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.urls import reverse

from offences.intake.returns import ReadingPlan
from offences.intake.returns.places import place_key
from offences.models import Reading, folded_label
from offences.returns.result import SheetPicture
from offences.returns.sheet import column_letters, parse_address
from offences.words.cells import entry_in_words

ROWS, COLUMNS = 100, 60  # of a sheet at one time
LONG, SHORT = 24, 12  # letters

LEGEND = (
    ("year", "Y", "year"),
    ("label", "L", "label"),
    ("value", "123", "count"),
    ("marker", "M", "no number: words, or a sign such as * or <5"),
    ("total", "T", "total"),
    ("ignored", "–", "ignored"),
    ("note", "", "title or note"),
    ("unknown", "?", "label not known"),
    ("unread", "!", "asked about below"),
    ("hidden", "H", "hidden, not read"),
)
_TAGS = {role: tag for role, tag, _ in LEGEND if role not in ("value", "ignored", "hidden")}
_WORDS = {
    role: words for role, _, words in LEGEND if role not in ("year", "label", "value", "note")
}


@dataclass(frozen=True)
class PictureCell:
    """One cell as it is shown."""

    address: str
    text: str
    role: str
    fault: str = ""
    about: str = ""  # which count it is of
    is_text: bool = False
    spills: bool = False  # over the empty cells beside it, as a title does

    @property
    def is_long(self) -> bool:
        """Whether the text needs room, to keep its column from being tall and narrow."""
        return self.is_text and not self.spills and len(self.text) > LONG

    @property
    def is_short(self) -> bool:
        """Whether it is one word or a date, which stays on one line."""
        return len(self.text) <= SHORT

    @property
    def tag(self) -> str:
        return _TAGS.get(self.role, "")

    @property
    def role_in_words(self) -> str:
        """The meaning of the colour, for those who do not see it."""
        return _WORDS.get(self.role, "")


@dataclass(frozen=True)
class SheetView:
    """Some rows of one sheet."""

    name: str
    number: int  # of the sheet, from 1
    columns: tuple[tuple[str, bool], ...]  # letter, and whether it is hidden
    rows: tuple[tuple[int, tuple[PictureCell, ...]], ...]
    first: int
    last: int
    in_all: int
    before: int | None
    after: int | None
    left: int  # the first of its columns, from 1
    wide: int  # columns in all

    @property
    def before_columns(self) -> int | None:
        return self.left - COLUMNS if self.left > 1 else None

    @property
    def after_columns(self) -> int | None:
        return self.left + COLUMNS if self.left + COLUMNS <= self.wide else None

    def shows(self, row: int, column: int) -> bool:
        return self.first <= row <= self.last and 0 <= column - self.left < len(self.columns)


def picture_of(plan: ReadingPlan, number: int, row: int, column: int = 1) -> SheetView | None:
    """One sheet of what was read; the nearest if there is no sheet of this number."""
    sheets = plan.read.sheets
    if not sheets:
        return None
    number = min(max(number, 1), len(sheets))
    sheet = sheets[number - 1]
    rows, hidden = sheet.rows, _hidden_columns(sheet)
    start = max((i for i, (n, _) in enumerate(rows) if n <= row), default=0)
    start -= start % ROWS
    some = rows[start : start + ROWS]
    wide = max((len(cells) for _, cells in rows), default=0)
    wide = max(wide, *(column for column in hidden if column <= wide + 3), 0)
    left = min(max(column, 1), max(wide, 1)) - 1
    left -= left % COLUMNS
    shown = range(left + 1, min(wide, left + COLUMNS) + 1)
    painter = _Painter(plan, sheet, hidden)
    return SheetView(
        sheet.name,
        number,
        tuple((column_letters(column), column in hidden) for column in shown),
        tuple((n, painter.row(n, cells, shown)) for n, cells in some),
        some[0][0] if some else 0,
        some[-1][0] if some else 0,
        len(rows),
        rows[max(0, start - ROWS)][0] if start else None,
        rows[start + ROWS][0] if start + ROWS < len(rows) else None,
        left + 1,
        wide,
    )


def _address(sheet: SheetPicture, row: int, column: int) -> str:
    return f"R{row}C{column}" if sheet.in_page else f"{column_letters(column)}{row}"


def places_of_labels(plan: ReadingPlan) -> dict[tuple[str, str], str]:
    """The first cell of each label, by its sheet and the label as it is matched."""
    found: dict[tuple[str, str], str] = {}
    years = [each.text for each in plan.questions if each.role == "year"]
    for sheet in plan.read.sheets:
        for number, cells in sheet.rows:
            for column, text in enumerate(cells, 1):
                at = _address(sheet, number, column)
                if text and sheet.roles.get(at) in ("label", "year", "total"):
                    within = years if sheet.roles.get(at) == "year" else ()
                    for name in (text, *(year for year in within if year in text)):
                        found.setdefault((sheet.name, folded_label(name)), at)
    return found


def _hidden_columns(sheet: SheetPicture) -> set[int]:
    return {parse_address(f"{name}1")[1] for name in sheet.hidden if name.isalpha()}


class _Painter:
    """Describes how each cell of a sheet was read."""

    def __init__(self, plan: ReadingPlan, sheet: SheetPicture, hidden: set[int]) -> None:
        self.sheet, self.hidden, name = sheet, hidden, sheet.name
        asked = plan.questions
        self.unknown = {folded_label(each.text) for each in asked if each.role != "year"}
        self.years = {each.text for each in asked if each.role == "year"}
        self.left = {
            cell: why
            for why, places in plan.sorted.ignored.items()
            for where, cell in places
            if where == name and cell
        }
        self.about: dict[str, str] = {}  # two counts, if a table is added up two ways
        for step in plan.rows:
            for part in step.figure.parts:
                if part.sheet == name and part.cell:
                    before = f"{self.about[part.cell]}; " if part.cell in self.about else ""
                    self.about[part.cell] = f"{before}{step.what}: {step.after}"
        self.stopped = {
            each.cell
            for each in plan.problems
            if each.sheet == name and each.stops and not each.is_answered
        }

    def row(self, number: int, texts: Sequence[str], shown: range) -> tuple[PictureCell, ...]:
        hidden_row = str(number) in self.sheet.hidden
        cells = [self._cell(number, column, texts, hidden_row) for column in shown]
        last = max((i for i, each in enumerate(cells) if each.text or each.role), default=0)
        if cells and cells[last].role == "note":
            cells[last] = replace(cells[last], spills=True)
        return tuple(cells)

    def _cell(
        self, number: int, column: int, texts: Sequence[str], hidden_row: bool
    ) -> PictureCell:
        address = _address(self.sheet, number, column)
        if column in self.hidden or hidden_row:
            return PictureCell(address, "", "hidden")
        text = texts[column - 1] if column <= len(texts) else ""
        role = self._role(address, text, self.sheet.roles.get(address, ""))
        if role == "marker" and not text:
            text = "blank"
        ignored = f"Ignored: {self.left[address]}" if address in self.left else ""
        about = self.about.get(address) or ignored
        plain = role in ("label", "note", "unknown") or not any(map(str.isdigit, text))
        fault = self.sheet.faults.get(address, "")
        return PictureCell(address, text[:300], role, fault, about, plain)

    def _role(self, address: str, text: str, read: str) -> str:
        """How a cell was read, unless something about it is open or it is ignored."""
        if address in self.stopped:
            return "unread"
        if read in ("label", "year", "total") and folded_label(text) in self.unknown:
            return "unknown"
        if read == "year" and any(year in text for year in self.years):
            return "unknown"
        return "ignored" if address in self.left else read


def legend_of(picture: SheetView | None) -> list[tuple[str, str, str]]:
    """The legend of the marks that are in a picture, and no others."""
    rows = picture.rows if picture else ()
    shown = {cell.role for _, cells in rows for cell in cells}
    return [each for each in LEGEND if each[0] in shown]


def withheld_signs(plan: ReadingPlan) -> list[tuple[str, str]]:
    """Each sign in the place of a number, such as “<5”, with what it is stored as."""
    found = {
        (plan.text_at(place_key(part.sheet, part.cell)), entry_in_words(step.figure.entry))
        for step in plan.rows
        if step.figure.entry.state == "suppressed"
        for part in step.figure.parts
        if part.cell
    }
    return sorted((sign, words) for sign, words in found if sign)


# Links to the page of a reading, and to a cell in its picture


def address_of(reading: Reading, **at: str | int) -> str:
    page = "admin:offences_foisubmission_reading"
    found = reverse(page, args=[reading.submission_id, reading.pk])
    return f"{found}?{urlencode(at)}" if at else found


def row_and_column(cell: str) -> tuple[int, int]:
    """The row and column of a cell: 12, 28 for “AB12”; 1, 1 where a place is no cell."""
    try:
        return parse_address(cell)
    except ValueError:
        return 1, 1


def name_link(sheet: str, cell: str) -> str:
    """A link to the boxes in which a person says what a cell is."""
    row, column = row_and_column(cell)
    asked = {"named": sheet, "row": row, "column": column, "where": cell, "at": cell}
    return f"?{urlencode(asked)}#place"


def link_to(picture: SheetView | None, sheet: str, cell: str | None) -> str:
    """A link to a cell: within the page if it is shown there, so that typed answers stay.

    Otherwise it loads the page again, at the cell. Empty without a cell.
    """
    if not cell:
        return ""
    row, column = row_and_column(cell)
    if picture is not None and picture.name == sheet and picture.shows(row, column):
        return f"#at-{cell}"
    return f"?{urlencode({'named': sheet, 'row': row, 'column': column})}#at-{cell}"

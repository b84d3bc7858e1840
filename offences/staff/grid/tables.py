"""The tables of a grid: what each cell shows, and what the columns add up to."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from offences import counts
from offences.counts import CellKey, Column
from offences.models import AnnualCount, Breakdown, BreakdownKind, Category, Document, Measure
from offences.statistics import sums
from offences.statistics.notation import Entry, NotACount, read_entry, write_entry
from offences.statistics.years import Year
from offences.trends.previous import PreviousFigure
from offences.words.cells import entry_in_words
from offences.words.places import places_in_words


def key_of(row: Any) -> CellKey:
    """The cell that a count or a query is about."""
    return row.measure_id, row.year, row.category_id


def no_document(why: str) -> str:
    """Why a count has no document: “From no document: by telephone”; empty without a reason."""
    return f"From no document: {why}" if why else ""


@dataclass(frozen=True)
class DocumentCell:
    """A cell of a sheet in a document."""

    document: Document
    sheet: str
    address: str

    @property
    def in_form(self) -> str:
        return f"{self.document.pk}|{self.address}|{self.sheet}"

    @property
    def words(self) -> str:
        return " ".join(filter(None, [self.sheet, self.address]))


@dataclass
class GridCell:
    """One cell on the screen: what is stored, what is typed, and how that was read."""

    key: CellKey
    label: str
    row: AnnualCount | None
    ghost: PreviousFigure | None
    text: str = ""
    entry: Entry | None = None
    fault: str = ""
    drafted: bool = False  # it comes from a draft and is not stored
    at: DocumentCell | None = None  # where in a document the typed text is from
    before: str = ""  # for a checker: what it was when it was last checked
    queried: str = ""  # the state of the open question to the force about it

    @property
    def id(self) -> str:
        measure, year, category = self.key
        return f"c-{measure}-{category}-{year}"

    @cached_property
    def stored_entry(self) -> Entry | None:
        return counts.entry_of(self.row) if self.row else None

    @property
    def stored(self) -> str:
        return write_entry(self.stored_entry) if self.stored_entry else ""

    @property
    def is_stored(self) -> bool:
        return self.text == self.stored and self.at is None

    def type(self, text: str) -> None:
        self.text, self.fault, self.entry = text, "", None
        try:
            self.entry = read_entry(text, Year(self.key[1]))
        except NotACount as mistake:
            self.fault = str(mistake)

    @property
    def jump(self) -> str:
        return self.ghost.jump(self.entry) if self.ghost else ""

    @property
    def jump_in_words(self) -> str:
        return f"{self.jump} {self.ghost.base}" if self.ghost and self.jump else ""

    @property
    def mark(self) -> str:
        if self.fault:
            return "stop"
        if self.jump or self.queried:
            return "warn"
        return "words" if self.entry and sums.range_of(self.entry) is None else ""

    @property
    def echo(self) -> str:
        if self.fault:
            return f"refused: {self.fault}"
        words = [self.queried, self.jump_in_words]
        if self.entry:
            words.append(entry_in_words(self.entry))
            if self.entry.value == 0 and self.entry == self.stored_entry and self.confirmed:
                words[-1] = "zero, confirmed"
        return "; ".join(filter(None, words))

    @property
    def confirmed(self) -> bool:
        return bool(self.row and self.row.confirmed)

    @property
    def file_cell(self) -> str:
        """The cell of a file that the stored count is from, for the link to it."""
        if self.row is None or not self.row.cell or not self.row.document or not self.is_stored:
            return ""
        return self.row.cell if self.row.document.file else ""

    @property
    def source(self) -> str:
        """Where the stored count comes from, for the cell's title."""
        if self.row is None:
            return ""
        row = self.row
        place = places_in_words(" ".join(filter(None, [row.sheet, row.cell])))
        parts = [
            ": ".join(filter(None, [str(row.document or ""), place])),
            no_document(row.no_document_why),
            f"written “{row.as_written}”" if row.as_written else "",
            row.note,
            row.explanation.replace("\n", " · "),
            f"In doubt: {row.doubt}" if row.doubt else "",
        ]
        return " · ".join(filter(None, parts))


@dataclass(frozen=True)
class ColumnSum:
    """The sum of a column, compared with the stated total and the grand total."""

    year: Year
    key: str
    column: Column

    @property
    def words(self) -> str:
        return self.column.words

    @property
    def without(self) -> str:
        added = self.column.sum
        if not added.range or not added.without:
            return ""
        cells = "cell" if added.without == 1 else "cells"
        return f"{added.without} {cells} without a number"

    @property
    def verdict(self) -> sums.Agreement:
        """Whether the rows agree with the total stated for them, in the words of the table."""
        return self._allow_empty(self.column.rows_to_stated)

    @property
    def whole_verdict(self) -> sums.Agreement:
        """The rows and the stated total compared with the grand total: the worse of the two."""
        column = self.column
        both = (self._allow_empty(column.rows_to_whole), _signed(column.stated_to_whole))
        return min(both, key=lambda each: _WORST_FIRST.index(each.kind))

    def _allow_empty(self, found: sums.Agreement) -> sums.Agreement:
        """Rows that are not typed yet are no mistake."""
        empty = self.column.empty
        if found.kind == "no" and found.short and empty:
            rows = "1 row is" if empty == 1 else f"{empty} rows are"
            return sums.Agreement("open", f"{found.words} so far: {rows} not entered")
        return _signed(found)


def _signed(found: sums.Agreement) -> sums.Agreement:
    return sums.Agreement(found.kind, _SIGNS.get(found.kind, "") + found.words)


_SIGNS = {"yes": "✓ ", "possible": "✓ ", "no": "✗ "}
_WORST_FIRST = ("no", "possible", "yes", "open")


@dataclass(frozen=True)
class GridRow:
    category: Category
    cells: tuple[GridCell, ...]


@dataclass
class GridTable:
    """One breakdown of one measure."""

    measure: Measure
    breakdown: Breakdown
    rows: list[GridRow]
    total: GridRow | None
    starts_measure: bool = False
    whole: GridRow | None = None  # the grand total of the measure

    @property
    def is_single(self) -> bool:
        return self.breakdown.kind == BreakdownKind.TOTAL

    @property
    def all_rows(self) -> list[GridRow]:
        return [*self.rows, *([self.total] if self.total else [])]

    @property
    def feet(self) -> list[ColumnSum]:
        if self.is_single or not self.rows:
            return []
        return [self._foot(column, cell) for column, cell in enumerate(self.rows[0].cells)]

    def _foot(self, column: int, first: GridCell) -> ColumnSum:
        rows = [row.cells[column].entry for row in self.rows]
        stated = self.total.cells[column].entry if self.total else None
        whole = self.whole.cells[column].entry if self.whole else None
        year, complete = first.key[1], self.breakdown.complete
        key = f"{self.breakdown.pk}-{year}"
        return ColumnSum(Year(year), key, Column(rows, stated, whole, complete))

    @property
    def disagreements(self) -> "Iterator[GridProblem]":
        """Sums in which the rows, their stated total and the grand total cannot all be right."""
        for column, foot in enumerate(self.feet):
            stated = self.total.cells[column] if self.total else None
            whole = self.whole.cells[column] if self.whole else None
            cell = stated if stated and stated.entry else whole
            for text, more in foot.column.disagreements():
                target = cell.id if cell else ""
                label = f"{self.breakdown.name}, {foot.year}"
                yield GridProblem("stop", target, label, text, more)


@dataclass(frozen=True)
class GridProblem:
    """One line of the list above the grid."""

    kind: str  # stop, warn
    target: str
    label: str
    text: str
    unfinished: bool = False  # a sum that more rows could correct

"""A return as a grid of cells: what is stored, what needs attention, the source of a cell."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django import forms
from django.db.models import Q
from django.http import QueryDict

from offences.counts import CellChange, CellKey
from offences.english import and_list
from offences.models import (
    AnnualCount,
    Breakdown,
    Category,
    Document,
    FoiQuery,
    FoiSubmission,
    Measure,
)
from offences.models.reading import MISSING_COUNTS
from offences.staff.forms import choose_from
from offences.staff.grid.tables import (
    DocumentCell,
    GridCell,
    GridProblem,
    GridRow,
    GridTable,
    key_of,
)
from offences.staff.names import titles_of
from offences.statistics.years import Year, years_between
from offences.trends.previous import PreviousFigures

FEW = 6  # cells that are named one by one


@dataclass
class Grid:
    submission: FoiSubmission
    years: tuple[Year, ...]
    tables: list[GridTable]
    documents: list[Document]
    cells: dict[CellKey, GridCell] = field(default_factory=dict)
    queries: list[FoiQuery] = field(default_factory=list)  # not answered by the force

    @classmethod
    def of(cls, submission: FoiSubmission) -> "Grid":
        """The grid as it is stored, in a fixed number of queries."""
        rows = AnnualCount.objects.current().filter(submission=submission)
        rows = rows.select_related("document", "recorded_by")
        stored, round_ = {key_of(row): row for row in rows}, submission.round
        # Years and measures that a force gave without being asked are shown too.
        given = {key[1] for key in stored} | {round_.first_year, round_.last_year}
        years = years_between(Year(min(given)), Year(max(given)))
        asked = Q(rounds=round_) | Q(pk__in={key[0] for key in stored})
        measures = list(Measure.objects.filter(asked).distinct())
        grid = cls(submission, years, [], documents_of(submission, stored.values()))
        grid._add_tables(measures, stored)
        grid.queries = list(
            FoiQuery.objects.unanswered().with_letters().filter(submission=submission)
        )
        for query in grid.queries:
            if cell := grid.cells.get(key_of(query)):
                cell.queried = query.state
        return grid

    def _add_tables(self, measures: list[Measure], stored: Mapping[CellKey, AnnualCount]) -> None:
        """A table for each breakdown; the grand total of a measure goes with each of its tables."""
        previous = PreviousFigures(measures, self.submission.force.slug)
        by_pk = {measure.pk: measure for measure in measures}
        wholes: dict[int, GridRow] = {}
        order = ("measure__position", "measure__slug", "position", "slug")
        breakdowns = Breakdown.objects.filter(measure__in=measures).order_by(*order)
        for breakdown in breakdowns.prefetch_related("categories"):
            measure = by_pk[breakdown.measure_id]
            starts = not self.tables or self.tables[-1].measure != measure
            table = GridTable(measure, breakdown, [], None, starts)
            for category in breakdown.categories.all():
                row = self._row(table, category, stored, previous, several=len(measures) > 1)
                if not category.is_total:
                    table.rows.append(row)
                elif table.is_single:
                    table.rows.append(row)
                    wholes[measure.pk] = row
                else:
                    table.total = row
            self.tables.append(table)
        for table in self.tables:
            table.whole = None if table.is_single else wholes.get(table.measure.pk)

    @property
    def by_id(self) -> dict[str, GridCell]:
        """The cells by the names that their boxes have in a form."""
        return {cell.id: cell for cell in self.cells.values()}

    def _row(
        self,
        table: GridTable,
        category: Category,
        stored: Mapping[CellKey, AnnualCount],
        previous: PreviousFigures,
        *,
        several: bool,
    ) -> GridRow:
        name, measure, breakdown = category.name, table.measure, table.breakdown
        if category.is_total and not table.is_single:
            name = f"{name}, {breakdown.name[:1].lower()}{breakdown.name[1:]}"
        cells = []
        for year in self.years:
            key = (measure.pk, year.start, category.pk)
            label = f"{name}, {year}" + (f" ({measure.name})" if several else "")
            cell = GridCell(key, label, stored.get(key), previous.of(measure, category, year))
            cell.type(cell.stored)
            self.cells[key] = cell
            cells.append(cell)
        return GridRow(category, tuple(cells))

    @property
    def faults(self) -> list[GridProblem]:
        cells = [cell for cell in self.cells.values() if cell.fault]
        return [GridProblem("stop", cell.id, cell.label, cell.fault) for cell in cells]

    @property
    def jumps(self) -> list[GridProblem]:
        found = []
        for cell in self.cells.values():
            if cell.ghost and cell.jump:
                is_jump = f"{cell.text} is {cell.jump} the {cell.ghost.words}"
                words = f"{is_jump}. Right if the file says so."
                found.append(GridProblem("warn", cell.id, cell.label, words))
        return found

    @property
    def disagreements(self) -> list[GridProblem]:
        return [problem for table in self.tables for problem in table.disagreements]

    @property
    def open_queries(self) -> list[GridProblem]:
        """Queries that the force has not answered: until then nobody can check the return."""
        found = []
        for query in self.queries:
            cell, words = self.cells.get(key_of(query)), f"{query.state}: “{query.question}”"
            words = words[:1].upper() + words[1:]
            found.append(GridProblem("warn", cell.id if cell else "", query.what, words))
        return found

    @property
    def remarks(self) -> list[GridProblem]:
        """Doubts and notes about cells. They survive a correction, so they are read again."""
        return [
            GridProblem("warn", cell.id, cell.label, f"{what} “{text}” Is that still right?")
            for cell in self.cells.values()
            if cell.row
            for what, text in (("In doubt:", cell.row.doubt), ("Published note:", cell.row.note))
            if text
        ]

    @property
    def explanations(self) -> list[GridProblem]:
        """The officer's explanation of each count that differs from its file."""
        return [
            GridProblem("warn", cell.id, cell.label, line)
            for cell in self.cells.values()
            if cell.row
            for line in cell.row.explanation.splitlines()
        ]

    @property
    def problems(self) -> list[GridProblem]:
        return self.faults + self.warnings

    @property
    def warnings(self) -> list[GridProblem]:
        """Everything but the faults, and but sums whose rows are not all typed yet.

        The checker sees every disagreement.
        """
        return self.open_queries + self.jumps + [e for e in self.disagreements if not e.unfinished]

    @property
    def rows(self) -> list[AnnualCount]:
        """The stored count of each cell that has one."""
        return [cell.row for cell in self.cells.values() if cell.row]

    @cached_property
    def asked_cells(self) -> list[GridCell]:
        """The cells that the round asks for; a force may give more."""
        round_ = self.submission.round
        tables, years = set(round_.tables_asked), range(round_.first_year, round_.last_year + 1)
        found = {
            cell.key: cell
            for table in self.tables
            if table.breakdown in tables
            for row in table.all_rows
            for cell in row.cells
            if cell.key[1] in years
        }
        return list(found.values())

    @cached_property
    def missing(self) -> list[GridCell]:
        """The cells that the round asks for and nobody has entered."""
        return [cell for cell in self.asked_cells if not cell.row]

    @property
    def first_missing(self) -> GridCell | None:
        """The missing cell of the newest year, in the first row that has one."""
        missing = self.missing
        row = [cell for cell in missing if cell.key[2] == missing[0].key[2]]
        return max(row, key=lambda cell: cell.key[1], default=None)

    @property
    def has_total_of_part(self) -> bool:
        """Whether a table states a total for a year that has no grand total."""
        pairs = [(t.total.cells, t.whole.cells) for t in self.tables if t.total and t.whole]
        return any(
            of_table.row and not whole.row
            for rows in pairs
            for of_table, whole in zip(*rows, strict=True)
        )

    @property
    def missing_in_words(self) -> str:
        """The missing cells one by one if they are few, else the tables and years they are of."""
        missing = self.missing
        if len(missing) <= FEW:
            return "; ".join(cell.label for cell in missing)
        gone = {cell.key for cell in missing}
        tables = [
            f"“{table.breakdown.name}”"
            for table in self.tables
            if any(cell.key in gone for row in table.all_rows for cell in row.cells)
        ]
        years = and_list([str(Year(start)) for start in sorted({key[1] for key in gone})])
        names = and_list([*dict.fromkeys(tables)])
        return f"{len(gone)} of the counts that we asked for, in {names}, for {years}"

    @property
    def rest_query(self) -> FoiQuery | None:
        """The open question to the force for the missing counts."""
        return next((each for each in self.queries if each.what.endswith(MISSING_COUNTS)), None)

    @cached_property
    def claims(self) -> list[str]:
        """The sections under which the force refuses, where counts are missing."""
        return [each.name for each in self.submission.exemptions.all()] if self.missing else []

    @cached_property
    def rest_answer(self) -> str:
        """The force's last answer to our question for the missing counts."""
        if not self.missing:
            return ""
        asked = self.submission.queries.filter(what__endswith=MISSING_COUNTS)
        last = asked.exclude(answered_at=None).order_by("answered_at").last()
        return last.answer if last else ""

    @property
    def has_ghosts(self) -> bool:
        """Whether a figure of the last release is beside one of the cells."""
        return any(cell.ghost for cell in self.cells.values())

    @property
    def zeros(self) -> list[GridCell]:
        """Zeros that no checker has confirmed yet."""
        cells = self.cells.values()
        return [c for c in cells if c.row and c.row.value == 0 and not c.row.confirmed]

    @property
    def sources(self) -> list[tuple[Document | None, str, int]]:
        """The documents of the stored counts, or why they have none, each with its number."""
        found = Counter((row.document, row.no_document_why) for row in self.rows)
        return [(document, why, number) for (document, why), number in found.items()]


def documents_of(submission: FoiSubmission, rows: Iterable[AnnualCount]) -> list[Document]:
    """The documents of a submission, and those that its counts name."""
    found = {document.pk: document for document in submission.documents.all()}
    for row in rows:
        if row.document:
            found.setdefault(row.document.pk, row.document)
    return list(found.values())


# The source of what is typed: one document for all cells, a place in it for some


class SourceForm(forms.Form):
    """Which document the cells of one save come from."""

    document = forms.ModelChoiceField(Document.objects.none(), required=False, label="Document")
    sheet = forms.CharField(max_length=100, required=False, label="Sheet or page")
    no_document_why = forms.CharField(
        max_length=200, required=False, label="If from no document, why"
    )

    def __init__(self, grid: Grid, data: QueryDict | None = None) -> None:
        initial: dict[str, Any] = {}
        if len(grid.documents) == 1:
            initial = {"document": grid.documents[0].pk}
        elif not grid.documents:
            reasons = (row.no_document_why for row in grid.rows)
            initial = {"no_document_why": next(filter(None, reasons), "")}
        super().__init__(data, initial=initial)
        documents = Document.objects.filter(pk__in=[d.pk for d in grid.documents])
        field = choose_from(self, "document", documents)
        none = "from no document" if grid.documents else "none is filed yet"
        field.choices = [("", none), *titles_of(grid.documents).items()]


# A cell of a sheet; or a spot on a page, in per cent across and down; or anywhere on it.
_ADDRESS = re.compile(r"[A-Z]{1,3}[1-9][0-9]{0,6}")
_ON_PAGE = re.compile(r"(?:[0-9]{1,3}%,[0-9]{1,3}%)?")
_PAGE = re.compile(r"page [1-9][0-9]{0,4}")


def parse_place(grid: Grid, text: str) -> DocumentCell | None:
    """The place that a form names for a cell, “7|D6|Data”; None if it has no such document."""
    number, _, rest = text.partition("|")
    address, _, sheet = rest.partition("|")
    document = next((each for each in grid.documents if str(each.pk) == number), None)
    pattern = _ON_PAGE if _PAGE.fullmatch(sheet) else _ADDRESS
    if document is None or not pattern.fullmatch(address) or len(sheet) > 100 or "\0" in sheet:
        return None
    return DocumentCell(document, sheet.strip(), address)


def apply_places(grid: Grid, post: QueryDict) -> None:
    """Give each cell the place in a document that the form names for it."""
    for cell in grid.cells.values():
        cell.at = parse_place(grid, post.get(f"at-{cell.id}", ""))


def is_place_changed(cell: GridCell) -> bool:
    """Whether the form names a place for a count that differs from the stored one."""
    at, row = cell.at, cell.row
    if at is None or cell.entry is None:
        return False
    stored = (row.document_id, row.sheet, row.cell) if row else None
    return stored != (at.document.pk, at.sheet, at.address)


def to_change(cell: GridCell, source: Mapping[str, Any]) -> CellChange:
    """The typed change with its source. A doubt or a note about the cell survives it."""
    at, row = cell.at, cell.row
    document = at.document if at else source["document"]
    return CellChange(
        cell.entry,
        document=document,
        no_document_why="" if document else source["no_document_why"],
        sheet=at.sheet if at else source["sheet"],
        cell=at.address if at else "",
        as_written=cell.text.strip()[:100],
        note=row.note if row else "",
        doubt=row.doubt if row else "",
    )

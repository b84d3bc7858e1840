"""A return as a grid of cells: what each holds, how it reads, and what to look at."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import Q

from offences import counts
from offences.admin.ghosts import Ghost, Ghosts
from offences.admin.looking import name_of
from offences.counts import CellKey
from offences.models import (
    AnnualCount,
    Breakdown,
    Category,
    Document,
    FoiSubmission,
    Measure,
)
from offences.statistics import sums
from offences.statistics.notation import Entry, NotACount, in_words, read_entry, write_entry
from offences.statistics.years import Year, years_between


@dataclass
class GridCell:
    """One cell on the screen: what stands, what is typed, and what that was read as."""

    key: CellKey
    label: str
    row: AnnualCount | None
    ghost: Ghost | None
    text: str = ""
    entry: Entry | None = None
    fault: str = ""

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
        if self.jump:
            return "warn"
        return "words" if self.entry and sums.range_of(self.entry) is None else ""

    @property
    def echo(self) -> str:
        if self.fault:
            return "refused, see above"
        said = [self.jump_in_words]
        if self.entry:
            said.append(in_words(self.entry))
            if self.entry.value == 0 and self.entry == self.stored_entry and self.confirmed:
                said[-1] = "nought, confirmed"
        return "; ".join(filter(None, said))

    @property
    def confirmed(self) -> bool:
        return bool(self.row and self.row.confirmed)

    @property
    def source(self) -> str:
        """Where the standing count comes from, for the cell's title."""
        if self.row is None:
            return ""
        place = " ".join(filter(None, [self.row.sheet, self.row.cell]))
        said = [
            ": ".join(filter(None, [str(self.row.document or ""), place])),
            f"written “{self.row.as_written}”" if self.row.as_written else "",
            self.row.note,
            f"In doubt: {self.row.doubt}" if self.row.doubt else "",
        ]
        return " · ".join(filter(None, said))


@dataclass(frozen=True)
class Foot:
    """The sum of a column, whether the stated total can be it, and both the grand total."""

    year: Year
    key: str
    sum: sums.Sum
    agreement: sums.Agreement
    rows_to_whole: sums.Agreement
    stated_to_whole: sums.Agreement
    unfinished: bool  # a row of it is not entered yet

    @property
    def words(self) -> str:
        return sums.range_in_words(self.sum.range) if self.sum.range else "none"

    @property
    def without(self) -> str:
        if not self.sum.range or not self.sum.without:
            return ""
        cells = "cell" if self.sum.without == 1 else "cells"
        return f"{self.sum.without} {cells} without a number"

    @property
    def sign(self) -> str:
        return _SIGNS.get(self.agreement.kind, "")

    @property
    def against_whole(self) -> sums.Agreement:
        """The rows and the stated total against the grand total: the worse of the two."""
        both = (self.rows_to_whole, self.stated_to_whole)
        return min(both, key=lambda each: _WORST_FIRST.index(each.kind))

    @property
    def whole_in_words(self) -> str:
        return _SIGNS.get(self.against_whole.kind, "") + self.against_whole.words


_SIGNS = {"yes": "✓ ", "possible": "✓ ", "no": "✗ "}
_WORST_FIRST = ("no", "possible", "yes", "open")


@dataclass(frozen=True)
class Row:
    category: Category
    cells: tuple[GridCell, ...]


@dataclass
class Table:
    """One breakdown of one measure."""

    measure: Measure
    breakdown: Breakdown
    rows: tuple[Row, ...]
    total: Row | None
    opens_measure: bool = False
    whole: Row | None = None  # the grand total of the measure

    @property
    def is_single(self) -> bool:
        return self.breakdown.kind == Breakdown.Kind.TOTAL

    @property
    def feet(self) -> list[Foot]:
        if self.is_single or not self.rows:
            return []
        feet = []
        for column, cell in enumerate(self.rows[0].cells):
            cells = [row.cells[column] for row in self.rows]
            added = sums.sum_of(each.entry for each in cells)
            stated = self.total.cells[column].entry if self.total else None
            whole = self.whole.cells[column].entry if self.whole else None
            complete = self.breakdown.complete
            feet.append(
                Foot(
                    Year(cell.key[1]),
                    f"{self.breakdown.pk}-{cell.key[1]}",
                    added,
                    sums.agreement(added, stated, complete=complete),
                    sums.agreement(added, whole, complete=complete),
                    # Two totals of one thing are the same number, whatever the rows leave out.
                    sums.agreement(sums.sum_of([stated]), whole),
                    any(each.entry is None for each in cells),
                )
            )
        return feet

    @property
    def disagreements(self) -> "Iterator[Problem]":
        """Where the rows, the total stated for them and the grand total cannot all be right."""
        for column, foot in enumerate(self.feet):
            label = f"{self.breakdown.name}, {foot.year}"
            stated = self.total.cells[column] if self.total else None
            whole = self.whole.cells[column] if self.whole else None
            if stated and foot.agreement.kind == "no":
                said = (
                    f"The rows add up to {foot.words}, the force states {stated.text}: "
                    f"{foot.agreement.words}."
                )
                waits = foot.unfinished and foot.agreement.short
                yield Problem("stop", stated.id, label, said, waits)
            if whole and foot.rows_to_whole.kind == "no":
                said = (
                    f"The rows add up to {foot.words}, the grand total is {whole.text}: "
                    f"{foot.rows_to_whole.words}."
                )
                waits = foot.unfinished and foot.rows_to_whole.short
                yield Problem("stop", (stated or whole).id, label, said, waits)
            if stated and whole and foot.stated_to_whole.kind == "no":
                said = (
                    f"The force states {stated.text} here, the grand total is {whole.text}: "
                    f"{foot.stated_to_whole.words}."
                )
                yield Problem("stop", stated.id, label, said)


@dataclass(frozen=True)
class Problem:
    """One line of the list above the grid."""

    kind: str  # stop, warn
    target: str
    label: str
    text: str
    unfinished: bool = False  # of a sum that more rows could mend


@dataclass
class Question:
    """A cell that two people changed: which of the two values is to stay."""

    cell: GridCell
    clash: counts.Clash
    at: str
    keep: str = ""

    @property
    def mine(self) -> str:
        return self.cell.text or "empty"

    @property
    def theirs(self) -> str:
        return write_entry(self.clash.theirs) if self.clash.theirs else "empty"

    @property
    def who(self) -> str:
        return name_of(self.clash.by)


@dataclass
class Grid:
    submission: FoiSubmission
    years: tuple[Year, ...]
    tables: list[Table]
    documents: list[Document]
    cells: dict[CellKey, GridCell] = field(default_factory=dict)

    @classmethod
    def of(cls, submission: FoiSubmission) -> "Grid":
        """The grid as it is stored, in a fixed number of queries."""
        standing = {
            (row.measure_id, row.year, row.category_id): row
            for row in AnnualCount.objects.current()
            .filter(submission=submission)
            .select_related("document", "recorded_by")
        }
        round_ = submission.round
        # Years and measures that a force gave without being asked are shown too.
        given = {key[1] for key in standing} | {round_.first_year, round_.last_year}
        years = years_between(Year(min(given)), Year(max(given)))
        measures = list(
            Measure.objects.filter(
                Q(rounds=round_) | Q(pk__in={key[0] for key in standing})
            ).distinct()
        )
        breakdowns = (
            Breakdown.objects.filter(measure__in=measures)
            .prefetch_related("categories")
            .order_by("measure__position", "measure__slug", "position", "slug")
        )
        ghosts = Ghosts(measures, submission.force.slug)
        grid = cls(submission, years, [], _documents(submission, standing.values()))
        by_pk = {measure.pk: measure for measure in measures}
        opened = None
        for breakdown in breakdowns:
            measure = by_pk[breakdown.measure_id]
            rows, total = [], None
            for category in breakdown.categories.all():
                row = grid._row(measure, breakdown, category, standing, ghosts, len(measures) > 1)
                if category.is_total and breakdown.kind != Breakdown.Kind.TOTAL:
                    total = row
                else:
                    rows.append(row)
            table = Table(measure, breakdown, tuple(rows), total, opened != measure.pk)
            opened = measure.pk
            grid.tables.append(table)
        wholes = {
            table.measure.pk: row
            for table in grid.tables
            if table.is_single
            for row in table.rows
            if row.category.is_total
        }
        for table in grid.tables:
            table.whole = None if table.is_single else wholes.get(table.measure.pk)
        return grid

    def _row(self, measure, breakdown, category, standing, ghosts, several) -> Row:
        name = category.name
        if category.is_total and breakdown.kind != Breakdown.Kind.TOTAL:
            name = f"{name}, {breakdown.name[:1].lower()}{breakdown.name[1:]}"
        cells = []
        for year in self.years:
            key = (measure.pk, year.start, category.pk)
            label = f"{name}, {year}" + (f" ({measure.name})" if several else "")
            cell = GridCell(key, label, standing.get(key), ghosts.of(measure, category, year))
            cell.type(cell.stored)
            self.cells[key] = cell
            cells.append(cell)
        return Row(category, tuple(cells))

    def type(self, texts: Mapping[str, str]) -> None:
        """Put in what was typed. A cell that did not come with the form stays as it is."""
        for cell in self.cells.values():
            text = texts.get(cell.id)
            if text is not None and text != cell.text:
                cell.type(text)

    @property
    def faults(self) -> list[Problem]:
        return [
            Problem("stop", cell.id, cell.label, cell.fault)
            for cell in self.cells.values()
            if cell.fault
        ]

    @property
    def jumps(self) -> list[Problem]:
        return [
            Problem(
                "warn",
                cell.id,
                cell.label,
                f"{cell.text} is {cell.jump} the {cell.ghost.words}. Right if the file says so.",
            )
            for cell in self.cells.values()
            if cell.ghost and cell.jump
        ]

    @property
    def disagreements(self) -> list[Problem]:
        return [problem for table in self.tables for problem in table.disagreements]

    @property
    def remarks(self) -> list[Problem]:
        """What is said of single cells. It outlives a corrected number, so it is read again."""
        return [
            Problem("warn", cell.id, cell.label, f"{what} “{said}” Is that still right?")
            for cell in self.cells.values()
            if cell.row
            for what, said in (("In doubt:", cell.row.doubt), ("Published note:", cell.row.note))
            if said
        ]

    @property
    def problems(self) -> list[Problem]:
        return self.faults + self.to_look_at

    @property
    def to_look_at(self) -> list[Problem]:
        """Beside the faults. Rows that are not all typed yet cannot add up: that is left to the
        checker, who sees every disagreement."""
        return self.jumps + [each for each in self.disagreements if not each.unfinished]

    @property
    def rows_seen(self) -> dict[CellKey, int]:
        return {key: cell.row.pk for key, cell in self.cells.items() if cell.row}

    @property
    def standing(self) -> list[AnnualCount]:
        return [cell.row for cell in self.cells.values() if cell.row]

    @property
    def noughts(self) -> list[GridCell]:
        """Those that no checker has confirmed yet."""
        return [
            cell
            for cell in self.cells.values()
            if cell.row and cell.row.value == 0 and not cell.row.confirmed
        ]

    @property
    def sources(self) -> list[tuple[Document | None, int]]:
        """The documents of the standing counts, with how many of them each carries."""
        found: dict[Document | None, int] = {}
        for row in self.standing:
            found[row.document] = found.get(row.document, 0) + 1
        return list(found.items())


def _documents(submission: FoiSubmission, rows: Iterable[AnnualCount]) -> list[Document]:
    """The papers of a submission, and those that its counts name."""
    found = {document.pk: document for document in submission.documents.all()}
    for row in rows:
        if row.document:
            found.setdefault(row.document.pk, row.document)
    return list(found.values())

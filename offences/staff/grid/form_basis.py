"""The basis of a grid's form: what it showed when it was opened.

A colleague's later change of the same cell is noticed by it.
"""

import json
from dataclasses import dataclass

from django.core.exceptions import BadRequest
from django.http import QueryDict

from offences import counts
from offences.counts import CellKey
from offences.models import AnnualCount
from offences.staff.grid.grid import Grid
from offences.statistics.notation import Entry, write_entry

FORM_INCOMPLETE = "The form came without what it was opened with. Open it again."


@dataclass(frozen=True)
class FormBasis:
    """The edition, the rows of the cells, and their entries, when a form was opened."""

    edition: int
    rows: dict[CellKey, int]
    entries: dict[CellKey, Entry]

    @classmethod
    def current(cls, grid: Grid) -> "FormBasis":
        """The basis of a form that is opened now."""
        rows = {key: cell.row.pk for key, cell in grid.cells.items() if cell.row}
        entries = {k: cell.stored_entry for k, cell in grid.cells.items() if cell.stored_entry}
        return cls(grid.submission.edition, rows, entries)

    def with_cells_of(self, other: "FormBasis", keys: set[CellKey]) -> "FormBasis":
        """This basis, but that of another form for some cells, and its edition."""
        rows = {key: row for key, row in self.rows.items() if key not in keys}
        entries = {key: entry for key, entry in self.entries.items() if key not in keys}
        return FormBasis(
            other.edition,
            rows | {key: row for key, row in other.rows.items() if key in keys},
            entries | {key: entry for key, entry in other.entries.items() if key in keys},
        )

    def text_of(self, key: CellKey) -> str:
        """What a cell showed."""
        return write_entry(self.entries[key]) if key in self.entries else ""

    def rows_as_json(self, grid: Grid) -> str:
        """The rows as the form sends them back."""
        return json.dumps({grid.cells[key].id: pk for key, pk in self.rows.items()})


def read_basis(post: QueryDict, grid: Grid) -> FormBasis:
    """Read the basis that a form sends back; a bad request if no page of ours sent it.

    Rows are retired, never deleted: a row that a form names is one of its own cell, and a cell that
    two people changed has had one.
    """
    of_id = {cell.id: key for key, cell in grid.cells.items()}
    try:
        edition = int(str(post["edition"]))
        sent = json.loads(str(post["seen"])).items()
        seen = {of_id[name]: pk for name, pk in sent if name in of_id}
    except (KeyError, ValueError, TypeError, AttributeError, RecursionError) as broken:
        raise BadRequest(FORM_INCOMPLETE) from broken
    if any(type(pk) is not int for pk in seen.values()):
        raise BadRequest(FORM_INCOMPLETE)
    asked = {of_id[name] for name in post.getlist("asked") if name in of_id}
    ever = _every_row(grid) if seen or asked else {}
    if any((key, pk) not in ever for key, pk in seen.items()):
        raise BadRequest(FORM_INCOMPLETE)
    if asked - {key for key, _ in ever}:
        raise BadRequest(FORM_INCOMPLETE)
    entries = {key: counts.entry_of(ever[key, pk]) for key, pk in seen.items()}
    return FormBasis(edition, seen, entries)


def _every_row(grid: Grid) -> dict[tuple[CellKey, int], AnnualCount]:
    """Every count that a return has had, current or retired, with its cell."""
    return {
        ((row.measure_id, row.year, row.category_id), row.pk): row
        for row in AnnualCount.objects.filter(submission=grid.submission)
    }


def type_in(grid: Grid, post: QueryDict, basis: FormBasis) -> None:
    """Type the form's texts into the grid. A cell that it did not send was not touched."""
    for key, cell in grid.cells.items():
        text = post.get(cell.id)
        cell.type(basis.text_of(key) if text is None else text)

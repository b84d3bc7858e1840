"""What a form of the grid was opened with: the ground on which a colleague's change is noticed."""

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
    """What a form was opened with: the edition, the rows of its cells, and what they held."""

    edition: int
    seen: dict[CellKey, int]
    bases: dict[CellKey, Entry]

    @classmethod
    def now(cls, grid: Grid) -> "FormBasis":
        """As a form that is opened at this moment."""
        bases = {key: cell.stored_entry for key, cell in grid.cells.items() if cell.stored_entry}
        return cls(grid.submission.edition, grid.rows_seen, bases)

    def take(self, key: CellKey, other: "FormBasis") -> None:
        """Of one cell, what another form was opened with."""
        for mine, others in ((self.seen, other.seen), (self.bases, other.bases)):
            mine.pop(key, None)
            if key in others:
                mine[key] = others[key]  # type: ignore[assignment]

    def text_of(self, key: CellKey) -> str:
        """What stood in a cell."""
        return write_entry(self.bases[key]) if key in self.bases else ""

    def seen_in_form(self, grid: Grid) -> str:
        """The rows as the form sends them back."""
        return json.dumps({grid.cells[key].id: pk for key, pk in self.seen.items()})


def read_basis(post: QueryDict, grid: Grid) -> FormBasis:
    """The edition and the rows that the form was opened with; refused where no page sent it.

    Rows are retired, never lost: each that a form names is one of its own cell, and a cell that
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
    ever = _ever(grid) if seen or asked else {}
    if any((key, pk) not in ever for key, pk in seen.items()):
        raise BadRequest(FORM_INCOMPLETE)
    if asked - {key for key, _ in ever}:
        raise BadRequest(FORM_INCOMPLETE)
    bases = {key: counts.entry_of(ever[key, pk]) for key, pk in seen.items()}
    return FormBasis(edition, seen, bases)


def _ever(grid: Grid) -> dict[tuple[CellKey, int], AnnualCount]:
    """Every count that a return has had, standing or taken out, with its cell."""
    return {
        ((row.measure_id, row.year, row.category_id), row.pk): row
        for row in AnnualCount.objects.filter(submission=grid.submission)
    }


def type_in(grid: Grid, post: QueryDict, opened: FormBasis) -> None:
    """Put in what was typed. A cell that the form did not send was not touched."""
    for key, cell in grid.cells.items():
        text = post.get(cell.id)
        cell.type(opened.text_of(key) if text is None else text)

"""Where the cells of a save come from: one paper for all, and a place in one for some."""

import re
from collections.abc import Mapping

from django import forms
from django.http import QueryDict

from offences.counts import CellChange
from offences.models import Document
from offences.staff.forms import choose_from
from offences.staff.grid.grid import Grid
from offences.staff.grid.tables import CellPlace, GridCell


class SourceForm(forms.Form):
    """Which paper the cells of one save come from."""

    document = forms.ModelChoiceField(Document.objects.none(), required=False, label="Document")
    sheet = forms.CharField(max_length=100, required=False, label="Sheet or page")

    def __init__(self, grid: Grid, data: QueryDict | None = None) -> None:
        initial = {"document": grid.documents[0].pk} if len(grid.documents) == 1 else {}
        super().__init__(data, initial=initial)
        documents = Document.objects.filter(pk__in=[d.pk for d in grid.documents])
        field = choose_from(self, "document", documents)
        field.empty_label = "choose" if grid.documents else "none is filed yet"


# A cell of a sheet; or where on a page: so far across and down, or anywhere on it.
_ADDRESS = re.compile(r"[A-Z]{1,3}[1-9][0-9]{0,6}")
_ON_PAGE = re.compile(r"(?:[0-9]{1,3}%,[0-9]{1,3}%)?")
_PAGE = re.compile(r"page [1-9][0-9]{0,4}")


def parse_place(grid: Grid, text: str) -> CellPlace | None:
    """The place that a form names for a cell: “7|D6|Data”; none where there is no such paper."""
    number, _, rest = text.partition("|")
    address, _, sheet = rest.partition("|")
    document = next((each for each in grid.documents if str(each.pk) == number), None)
    known = _ON_PAGE if _PAGE.fullmatch(sheet) else _ADDRESS
    if document is None or not known.fullmatch(address) or len(sheet) > 100 or "\0" in sheet:
        return None
    return CellPlace(document, sheet.strip(), address)


def apply_places(grid: Grid, post: QueryDict) -> None:
    """Give each cell the place in the paper that the form has for it."""
    for cell in grid.cells.values():
        cell.at = parse_place(grid, post.get(f"at-{cell.id}", ""))


def has_moved(cell: GridCell) -> bool:
    """Whether the form has another place for a count than the one that stands with it."""
    at, row = cell.at, cell.row
    if at is None or cell.entry is None:
        return False
    stored = (row.document_id, row.sheet, row.cell) if row else None
    return stored != (at.document.pk, at.sheet, at.address)


def to_change(cell: GridCell, source: Mapping) -> CellChange:
    """What is typed, with its source. A doubt or a note about the cell outlives the number."""
    at = cell.at
    return CellChange(
        cell.entry,
        document=at.document if at else source["document"],
        sheet=at.sheet if at else source["sheet"],
        cell=at.address if at else "",
        as_written=cell.text.strip()[:100],
        note=cell.row.note if cell.row else "",
        doubt=cell.row.doubt if cell.row else "",
    )

"""The source of what is typed: one document for all cells, a place in it for some."""

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import QueryDict

from offences.counts import CellChange
from offences.models import Document
from offences.staff.forms import choose_from
from offences.staff.grid.grid import Grid
from offences.staff.grid.tables import DocumentCell, GridCell


class SourceForm(forms.Form):
    """Which document the cells of one save come from."""

    document = forms.ModelChoiceField(Document.objects.none(), required=False, label="Document")
    sheet = forms.CharField(max_length=100, required=False, label="Sheet or page")

    def __init__(self, grid: Grid, data: QueryDict | None = None) -> None:
        initial = {"document": grid.documents[0].pk} if len(grid.documents) == 1 else {}
        super().__init__(data, initial=initial)
        documents = Document.objects.filter(pk__in=[d.pk for d in grid.documents])
        field = choose_from(self, "document", documents)
        field.empty_label = "choose" if grid.documents else "none is filed yet"


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
    """What is typed, with its source. A doubt or a note about the cell survives the change."""
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

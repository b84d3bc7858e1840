"""Links to the page of a reading, and to a cell in its picture."""

from urllib.parse import urlencode

from django.urls import reverse

from offences.models import Reading
from offences.returns.sheet import parse_address
from offences.staff.files.sheet_picture import SheetView


def address_of(reading: Reading, **at: str | int) -> str:
    found = reverse(
        "admin:offences_foisubmission_reading", args=[reading.submission_id, reading.pk]
    )
    return f"{found}?{urlencode(at)}" if at else found


def row_and_column(cell: str) -> tuple[int, int]:
    """“AB12” → 12, 28; “R3C2” → 3, 2; anything else, such as a spot on a page → 1, 1."""
    try:
        return parse_address(cell)
    except ValueError:
        return 1, 1


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

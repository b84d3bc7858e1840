"""The picture of a sheet: its cells as they stand, and what each was taken for."""

from offences.returns.result import SheetPicture
from offences.returns.sheet import Position, Sheet


def picture_of(sheet: Sheet, roles: dict[Position, str]) -> SheetPicture:
    """One sheet for the screen; `roles` are those that the reader gave while it read."""
    return SheetPicture(
        sheet.name,
        _rows(sheet),
        {sheet.address(r, c): role for (r, c), role in sorted(roles.items()) if r > 0},
        sheet.hidden,
        {sheet.address(r, c): fault for (r, c), fault in sorted(sheet.faults.items())},
        sheet.merged,
        sheet.in_page,
    )


def _rows(sheet: Sheet) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """The rows that hold anything, from the first column on; an error shows itself."""
    by_row: dict[int, dict[int, str]] = {}
    for (row, column), fault in sheet.faults.items():
        by_row.setdefault(row, {})[column] = fault.rpartition(" ")[2] if "#" in fault else ""
    for (row, column), text in sheet.cells.items():
        by_row.setdefault(row, {})[column] = text
    return tuple(
        (row, tuple(cells.get(column, "") for column in range(1, max(cells) + 1)))
        for row, cells in sorted(by_row.items())
        if row > 0
    )

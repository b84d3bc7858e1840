"""The picture of a sheet: its cells as they stand, and what each was taken for."""

from offences.returns.sheet import Place, Sheet


def picture_of(sheet: Sheet, roles: dict[Place, str]) -> dict[str, object]:
    """One sheet for the screen; `roles` are those that the reader gave while it read."""
    return {
        "name": sheet.name,
        "rows": _rows(sheet),
        "roles": {sheet.address(r, c): role for (r, c), role in sorted(roles.items()) if r > 0},
        "hidden": list(sheet.hidden),
        "faults": {sheet.address(r, c): said for (r, c), said in sorted(sheet.faults.items())},
        "merged": [list(each) for each in sheet.merged],
        "in_page": sheet.in_page,
    }


def _rows(sheet: Sheet) -> list[list[object]]:
    """The rows that hold anything, from the first column on; an error shows itself."""
    by_row: dict[int, dict[int, str]] = {}
    for (row, column), fault in sheet.faults.items():
        by_row.setdefault(row, {})[column] = fault.rpartition(" ")[2] if "#" in fault else ""
    for (row, column), text in sheet.cells.items():
        by_row.setdefault(row, {})[column] = text
    return [
        [row, [cells.get(column, "") for column in range(1, max(cells) + 1)]]
        for row, cells in sorted(by_row.items())
        if row > 0
    ]

"""Sheets written as rows, the way a person sees them."""

from offences.returns.sheet import Observation, Problem, Sheet
from offences.returns.sheet_reader import read_sheet

type Rows = list[list[object]]


def sheet_of(rows: Rows, name: str = "Data", **more: object) -> Sheet:
    texts = {
        (number, column): str(cell)
        for number, row in enumerate(rows, 1)
        for column, cell in enumerate(row, 1)
        if cell not in ("", None)
    }
    cells = {place: text.strip() for place, text in texts.items() if text.strip()}
    indents = {p: len(t) - len(t.lstrip()) for p, t in texts.items() if t[:1].isspace()}
    return Sheet(name, cells, indents=indents, **more)  # type: ignore[arg-type]


def read(rows: Rows, name: str = "Data", **more: object) -> dict[str, Observation]:
    """What is read of a sheet, by cell."""
    found = [o for table in read_sheet(sheet_of(rows, name, **more))[0] for o in table.observations]
    cells = {str(each.cell): each for each in found}
    assert len(cells) == len(found), "a cell was read twice"
    return cells


def listed(rows: Rows, name: str = "Data") -> list[Observation]:
    return [o for table in read_sheet(sheet_of(rows, name))[0] for o in table.observations]


def problems(rows: Rows, name: str = "Data") -> list[Problem]:
    return read_sheet(sheet_of(rows, name))[1]


def years(read_cells: dict[str, Observation]) -> dict[str, str | None]:
    return {cell: each.year for cell, each in read_cells.items()}


def values(read_cells: dict[str, Observation]) -> dict[str, int | None]:
    return {cell: each.value for cell, each in read_cells.items()}

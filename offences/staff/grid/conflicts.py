"""Conflicts: two people changed the same cell. Both values are shown, one is chosen."""

import datetime as dt
from dataclasses import dataclass

from django.http import QueryDict

from offences import counts
from offences.models import AnnualCount
from offences.staff.grid.grid import Grid
from offences.staff.grid.presence import moment_in_words
from offences.staff.grid.tables import GridCell, GridProblem
from offences.staff.names import name_of
from offences.statistics.notation import write_entry


@dataclass
class CellConflict:
    """A cell that two people changed, and which of its two values to keep."""

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


def apply_choices(grid: Grid, post: QueryDict) -> list[GridProblem]:
    """Put the chosen value into each cell that was asked about; return the open choices."""
    problems = []
    by_id = {cell.id: cell for cell in grid.cells.values()}
    for name in post.getlist("asked"):
        cell = by_id.get(name)
        if cell is None:
            continue
        choice = post.get(f"keep-{name}")
        if choice == "theirs":
            cell.type(cell.stored)
        elif choice != "mine":
            problems.append(
                GridProblem("stop", f"keep-{name}", cell.label, "Choose which value to keep.")
            )
    return problems


def open_conflicts(grid: Grid, post: QueryDict, now: dt.datetime) -> list[CellConflict]:
    """Return the conflicts of a refused form that are not decided yet, with any choice made."""
    by_id = {cell.id: cell for cell in grid.cells.values()}
    conflicts = []
    for name in post.getlist("asked"):
        cell, choice = by_id.get(name), post.get(f"keep-{name}", "")
        if cell is None or choice == "theirs":
            continue  # decided: the other's value is in the cell already
        measure, year, category = cell.key
        newest = AnnualCount.objects.filter(
            submission=grid.submission, measure=measure, year=year, category=category
        ).latest("pk")
        clash = counts.Clash(
            cell.key,
            cell.entry,
            cell.stored_entry,
            newest.retired_by or newest.recorded_by,
            newest.retired_at or newest.recorded_at,
        )
        conflicts.append(CellConflict(cell, clash, moment_in_words(clash.at, now), choice))
    return conflicts

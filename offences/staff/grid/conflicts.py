"""Cells that two people changed: both values are shown, one is chosen, nothing is lost."""

import datetime as dt
from dataclasses import dataclass

from django.http import QueryDict

from offences import counts
from offences.models import AnnualCount
from offences.staff.grid.grid import Grid
from offences.staff.grid.presence import moment_in_words
from offences.staff.grid.tables import GridCell, GridProblem
from offences.staff.people import name_of
from offences.statistics.notation import write_entry


@dataclass
class CellConflict:
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


def apply_choices(grid: Grid, post: QueryDict) -> list[GridProblem]:
    """After a conflict: put the value that was chosen into each cell that was asked about."""
    problems = []
    by_id = {cell.id: cell for cell in grid.cells.values()}
    for name in post.getlist("asked"):
        cell = by_id.get(name)
        if cell is None:
            continue
        answer = post.get(f"keep-{name}")
        if answer == "theirs":
            cell.type(cell.stored)
        elif answer != "mine":
            problems.append(
                GridProblem("stop", f"keep-{name}", cell.label, "Say which value to keep.")
            )
    return problems


def open_conflicts(grid: Grid, post: QueryDict, now: dt.datetime) -> list[CellConflict]:
    """The questions of a form that came back refused, with the answers given so far."""
    by_id = {cell.id: cell for cell in grid.cells.values()}
    questions = []
    for name in post.getlist("asked"):
        cell, answer = by_id.get(name), post.get(f"keep-{name}", "")
        if cell is None or answer == "theirs":
            continue  # decided: the other's value is in the cell by now
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
        questions.append(CellConflict(cell, clash, moment_in_words(clash.at, now), answer))
    return questions

"""Two people at one grid: who is there, what a form was opened with, which value to keep."""

import datetime as dt
import json
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.core.exceptions import BadRequest
from django.http import QueryDict
from django.utils import timezone

from offences import counts
from offences.counts import CellKey
from offences.models import AnnualCount, FoiSubmission, GridDraft
from offences.staff.grid.grid import Grid
from offences.staff.grid.tables import GridCell, GridProblem, key_of
from offences.staff.names import name_of
from offences.statistics.notation import Entry, write_entry

PRESENT = dt.timedelta(minutes=15)
FORM_INCOMPLETE = "The form has lost the values that it was opened with. Open it again."


def moment_in_words(at: dt.datetime, now: dt.datetime) -> str:
    """When something was stored: “10:42” today, “3 May 2019 at 10:42” on another day."""
    at, now = timezone.localtime(at), timezone.localtime(now)
    clock = f"{at:%H:%M}"
    return clock if at.date() == now.date() else f"{at.day} {at:%B %Y} at {clock}"


def changed_since(submission: FoiSubmission, edition: int, now: dt.datetime) -> str:
    """Who changed a return after a form was opened; empty if nobody did."""
    if submission.edition == edition:
        return ""
    if submission.entered_by is None or submission.entered_at is None:
        return "Every count was removed from this grid after you opened it."
    return (
        f"{name_of(submission.entered_by)} changed this return at "
        f"{moment_in_words(submission.entered_at, now)}, after you opened it. If you both changed "
        "one cell, you are asked which to keep when you save. Nothing you typed is lost."
    )


def colleagues_here(me: User, submission: FoiSubmission, now: dt.datetime) -> str:
    """Who else was at this grid just now."""
    person, at = submission.opened_by, submission.opened_at
    if person is None or at is None or person == me or now - at > PRESENT:
        return ""
    return (
        f"{name_of(person)} had this grid open at {moment_in_words(at, now)} and may be typing "
        "too. If you both change one cell, the second to save is asked which to keep."
    )


def drafts_of_colleagues(me: User, submission: FoiSubmission, now: dt.datetime) -> list[str]:
    """Who has a draft of this grid, and since when; never what is in it."""
    drafts = GridDraft.objects.filter(submission=submission).exclude(person=me)
    return [
        f"{name_of(draft.person)} has had a draft of this grid since "
        f"{moment_in_words(draft.saved_at, now)}. It is not stored, and nobody else can read it: "
        "ask before you type the same cells."
        for draft in drafts.select_related("person").defer("form").order_by("saved_at")
    ]


# What a form was opened with: a colleague's later change of the same cell is noticed by it


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

        def mixed[T](own: dict[CellKey, T], others: dict[CellKey, T]) -> dict[CellKey, T]:
            left = {key: value for key, value in own.items() if key not in keys}
            return left | {key: value for key, value in others.items() if key in keys}

        rows, entries = mixed(self.rows, other.rows), mixed(self.entries, other.entries)
        return FormBasis(other.edition, rows, entries)

    def text_of(self, key: CellKey) -> str:
        """The text that a cell showed."""
        return write_entry(self.entries[key]) if key in self.entries else ""

    def rows_as_json(self, grid: Grid) -> str:
        """The rows as the form sends them back."""
        return json.dumps({grid.cells[key].id: pk for key, pk in self.rows.items()})


def read_basis(post: QueryDict, grid: Grid) -> FormBasis:
    """Read the basis that a form sends back; a bad request if no page of ours sent it.

    Rows are retired, never deleted: a row that a form names is one of its own cell, and a cell that
    two people changed has had one.
    """
    of_id = {name: cell.key for name, cell in grid.by_id.items()}
    try:
        edition = int(str(post["edition"]))
        sent = json.loads(str(post["seen"])).items()
        seen = {of_id[name]: pk for name, pk in sent if name in of_id}
    except (KeyError, ValueError, TypeError, AttributeError, RecursionError) as broken:
        raise BadRequest(FORM_INCOMPLETE) from broken
    if any(type(pk) is not int for pk in seen.values()):
        raise BadRequest(FORM_INCOMPLETE)
    asked = {of_id[name] for name in post.getlist("asked") if name in of_id}
    # Every count that the return has had, current or retired, with its cell.
    rows = AnnualCount.objects.filter(submission=grid.submission) if seen or asked else []
    ever = {(key_of(row), row.pk): row for row in rows}
    if seen.items() - ever.keys() or asked - {key for key, _ in ever}:
        raise BadRequest(FORM_INCOMPLETE)
    entries = {key: counts.entry_of(ever[key, pk]) for key, pk in seen.items()}
    return FormBasis(edition, seen, entries)


# Cells that two people changed: both values are shown, one is chosen


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


def _asked(grid: Grid, post: QueryDict) -> list[tuple[GridCell, str]]:
    """The cells that a form asked about, each with the choice that was made, if any."""
    by_id = grid.by_id
    asked = [name for name in post.getlist("asked") if name in by_id]
    return [(by_id[name], post.get(f"keep-{name}", "")) for name in asked]


def apply_choices(grid: Grid, post: QueryDict) -> list[GridProblem]:
    """Put the chosen value into each cell that was asked about; return the open choices."""
    problems, why = [], "Choose which value to keep."
    for cell, choice in _asked(grid, post):
        if choice == "theirs":
            cell.type(cell.stored)
        elif choice != "mine":
            problems.append(GridProblem("stop", f"keep-{cell.id}", cell.label, why))
    return problems


def open_conflicts(grid: Grid, post: QueryDict, now: dt.datetime) -> list[CellConflict]:
    """Return the conflicts of a refused form that are not decided yet, with any choice made."""
    conflicts = []
    for cell, choice in _asked(grid, post):
        if choice == "theirs":
            continue  # decided: the other's value is in the cell already
        its = dict(zip(("measure", "year", "category"), cell.key, strict=True))
        newest = AnnualCount.objects.filter(submission=grid.submission, **its).latest("pk")
        by, at = newest.retired_by or newest.recorded_by, newest.retired_at or newest.recorded_at
        clash = counts.Clash(cell.key, cell.entry, cell.stored_entry, by, at)
        conflicts.append(CellConflict(cell, clash, moment_in_words(at, now), choice))
    return conflicts

"""Saving counts: a corrected cell is a new row that replaces the old one, which stays."""

import calendar
import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import batched

from django.contrib.auth.models import User
from django.db import transaction

from offences import sending_back
from offences.counts.inserting import insert_rows
from offences.models import AnnualCount, Category, CountState, Document, FoiSubmission
from offences.refused import Refused
from offences.statistics.notation import Entry
from offences.statistics.years import Year

type CellKey = tuple[int, int, int]
"""(measure, year, category): which cell of a submission."""


@dataclass(frozen=True)
class CellChange:
    """The new content of a cell, and its place in the source."""

    entry: Entry | None  # None clears the cell: not entered yet
    document: Document | None = None
    no_document_why: str = ""  # where it is from, if no document has it
    sheet: str = ""
    cell: str = ""
    as_written: str = ""
    note: str = ""
    doubt: str = ""
    explanation: str = ""


@dataclass(frozen=True)
class Difference:
    """A cell before and after."""

    key: CellKey
    before: Entry | None
    after: Entry | None


@dataclass(frozen=True)
class Saved:
    """The result of a save. A new cell has no `before`, a cleared one no `after`."""

    edition: int
    differences: tuple[Difference, ...]
    unchanged: int

    @property
    def new(self) -> tuple[Difference, ...]:
        return tuple(d for d in self.differences if d.before is None)

    @property
    def changed(self) -> tuple[Difference, ...]:
        return tuple(d for d in self.differences if d.before and d.after)

    @property
    def cleared(self) -> tuple[Difference, ...]:
        return tuple(d for d in self.differences if d.after is None)


@dataclass(frozen=True)
class Clash:
    """A cell that somebody else changed after the caller read it."""

    key: CellKey
    yours: Entry | None
    theirs: Entry | None
    by: User
    at: dt.datetime


class Conflict(Exception):
    """A conflict of two people over the same cells: nothing was saved, both values are here."""

    def __init__(self, clashes: Iterable[Clash]) -> None:
        self.clashes = tuple(clashes)
        super().__init__(f"{len(self.clashes)} cells were changed by two people at once.")


type Changes = Mapping[CellKey, CellChange]
type Counts = Mapping[CellKey, AnnualCount]
type Wanted = dict[CellKey, dict[str, object] | None]
"""The fields of each cell that changes; None where it is cleared."""

OF_ENTRY = ("state", "value", "low", "high", "section", "provisional", "estimated")
OF_CHANGE = ("no_document_why", "sheet", "cell", "as_written", "note", "doubt", "explanation")
"""What a count stores as an entry and its change have it."""


def entry_of(count: AnnualCount) -> Entry:
    """The content of a stored cell as it would be typed."""
    period = None
    if count.period_start and count.period_end:
        period = (count.period_start.month, count.period_end.month)
    return Entry(**{name: getattr(count, name) for name in OF_ENTRY}, period=period)


def period_dates(period: tuple[int, int], year: Year) -> tuple[dt.date, dt.date]:
    """The first and the last day of some months of a year."""
    first, last = period
    starts = dt.date(year.calendar_year_of(first), first, 1)
    ends_in = year.calendar_year_of(last)
    return starts, dt.date(ends_in, last, calendar.monthrange(ends_in, last)[1])


def _fields(change: CellChange, year: int) -> dict[str, object]:
    entry = change.entry
    assert entry is not None
    starts, ends = period_dates(entry.period, Year(year)) if entry.period else (None, None)
    return {
        **{name: getattr(entry, name) for name in OF_ENTRY},
        **{name: getattr(change, name) for name in OF_CHANGE},
        "period_start": starts,
        "period_end": ends,
        "document_id": change.document.pk if change.document else None,
    }


def lock(submission: FoiSubmission) -> FoiSubmission:
    """The row as it is now, locked until the transaction ends."""
    return FoiSubmission.objects.select_for_update().get(pk=submission.pk)


def refresh(submission: FoiSubmission, locked: FoiSubmission) -> None:
    """Copy what was stored to the caller's own instance."""
    for name in (
        "edition",
        "entered_by_id",
        "entered_at",
        "checked_by_id",
        "checked_at",
        "outcome",
    ):
        setattr(submission, name, getattr(locked, name))


def save_cells(
    submission: FoiSubmission,
    changes: Changes,
    *,
    by: User,
    now: dt.datetime,
    edition: int | None = None,
    seen: Mapping[CellKey, int] | None = None,
) -> Saved:
    """Store what differs from the current counts, all of it or nothing.

    `edition` and `seen`, the rows in the cells when the caller read them, detect a conflict: a cell
    that changed since, to something else than the caller wants. Then nothing is saved.
    """
    with transaction.atomic():
        locked = lock(submission)
        current = _by_cell(AnnualCount.objects.current().filter(submission=locked))
        wanted = _changed_fields(changes, current)
        if edition is not None and edition != locked.edition:
            for key in _agreed(locked, wanted, changes, current, seen or {}):
                del wanted[key]
        _check_measures(wanted)
        _store({locked: wanted}, {locked.pk: current}, by, now)
    refresh(submission, locked)
    return _saved(locked, wanted, changes, current)


def save_many(changes: Mapping[int, Changes], *, by: User, now: dt.datetime) -> None:
    """Store what differs in many submissions (by their keys), by few queries; all or nothing."""
    with transaction.atomic():
        found = FoiSubmission.objects.select_for_update().filter(pk__in=changes).order_by("pk")
        locked = list(found)
        current: dict[int, dict[CellKey, AnnualCount]] = {row.pk: {} for row in locked}
        for row in AnnualCount.objects.current().filter(submission__in=locked):
            current[row.submission_id][row.measure_id, row.year, row.category_id] = row
        wanted = {row: _changed_fields(changes[row.pk], current[row.pk]) for row in locked}
        _check_measures({key for cells in wanted.values() for key in cells})
        _store(wanted, current, by, now)


def _changed_fields(changes: Changes, current: Counts) -> Wanted:
    wanted: Wanted = {}
    for key, change in changes.items():
        old = current.get(key)
        fields = _fields(change, key[1]) if change.entry else None
        if fields is None or old is None:
            same = fields is None and old is None
        else:
            same = all(getattr(old, name) == value for name, value in fields.items())
        if not same:
            wanted[key] = fields
    return wanted


A_THOUSAND = 1000  # rows of one statement


def _store(
    wanted: Mapping[FoiSubmission, Wanted],
    current: Mapping[int, Counts],
    by: User,
    now: dt.datetime,
) -> None:
    """Retire the replaced rows and write the new ones, for submissions locked by the caller."""
    wanted = {submission: cells for submission, cells in wanted.items() if cells}
    old = [current[s.pk][key].pk for s in wanted for key in wanted[s] if key in current[s.pk]]
    for some in batched(old, A_THOUSAND):
        AnnualCount.objects.filter(pk__in=some).update(retired_by=by, retired_at=now)
    _insert(wanted, current, by, now)
    for submission, cells in wanted.items():
        left = any(cells.values()) or current[submission.pk].keys() - cells.keys()
        # A return whose counts were all removed is not entered.
        submission.entered_by_id, submission.entered_at = (by.pk, now) if left else (None, None)
        submission.checked_by_id = submission.checked_at = None
        submission.edition += 1
        if left and submission.outcome == FoiSubmission.Outcome.AWAITED:
            submission.outcome = _outcome_of(current[submission.pk], cells)
    sending_back.settle(wanted, by=by, now=now)
    stored = ["edition", "entered_by", "entered_at", "checked_by", "checked_at", "outcome"]
    FoiSubmission.objects.bulk_update(wanted, stored, batch_size=A_THOUSAND)


def _insert(
    wanted: Mapping[FoiSubmission, Wanted],
    current: Mapping[int, Counts],
    by: User,
    now: dt.datetime,
) -> None:
    recorded = {"recorded_by_id": by.pk, "recorded_at": now}
    rows = []
    for submission, cells in wanted.items():
        of_submission = {"submission_id": submission.pk, **recorded}
        old = current[submission.pk]
        for key, fields in cells.items():
            if fields is not None:
                measure, year, category = key
                row: dict[str, int | None]
                row = {"measure_id": measure, "year": year, "category_id": category}
                row["replaces_id"] = old[key].pk if key in old else None
                rows.append({**of_submission, **row, **fields})
    insert_rows(AnnualCount, rows)


def _outcome_of(current: Counts, cells: Wanted) -> str:
    """The outcome of a request with counts: refused if all of them are, else answered."""
    # Left as awaited, its figures would be published beside “had not answered”.
    unchanged = [row.state for key, row in current.items() if key not in cells]
    states = [*unchanged, *(fields["state"] for fields in cells.values() if fields is not None)]
    outcome, refused = FoiSubmission.Outcome, CountState.REFUSED
    return outcome.REFUSED if all(state == refused for state in states) else outcome.ANSWERED


def _saved(
    locked: FoiSubmission, wanted: Mapping[CellKey, object], changes: Changes, current: Counts
) -> Saved:
    differences = tuple(
        Difference(key, entry_of(current[key]) if key in current else None, changes[key].entry)
        for key in wanted
    )
    return Saved(locked.edition, differences, len(changes) - len(wanted))


def _agreed(
    submission: FoiSubmission,
    wanted: Mapping[CellKey, object],
    changes: Changes,
    current: Counts,
    seen: Mapping[CellKey, int],
) -> list[CellKey]:
    """The cells that somebody else changed to what the caller wants; any other is a conflict."""
    found: list[tuple[CellKey, Entry | None, Entry | None, int, dt.datetime]] = []
    agreed = []
    gone: dict[CellKey, AnnualCount] = {}
    for key in sorted(wanted):
        row, mine = current.get(key), changes[key].entry
        if (row.pk if row else None) == seen.get(key):
            continue
        theirs = entry_of(row) if row else None
        if theirs == mine:
            agreed.append(key)
        elif row is not None:
            found.append((key, mine, theirs, row.recorded_by_id, row.recorded_at))
        else:  # cleared: the cell's newest row knows by whom
            rows = AnnualCount.objects.filter(submission=submission).order_by("pk")
            gone = gone or _by_cell(rows)
            old = gone[key]
            assert old.retired_by_id is not None and old.retired_at is not None
            found.append((key, mine, theirs, old.retired_by_id, old.retired_at))
    if found:
        people = User.objects.in_bulk({by for _, _, _, by, _ in found})
        raise Conflict(Clash(k, m, t, people[by], at) for k, m, t, by, at in found)
    return agreed


def _by_cell(counts: Iterable[AnnualCount]) -> dict[CellKey, AnnualCount]:
    return {(count.measure_id, count.year, count.category_id): count for count in counts}


def _check_measures(keys: Collection[CellKey]) -> None:
    """A category belongs to one measure: a count of it under another would be a wrong figure."""
    categories = Category.objects.filter(pk__in={category for _, _, category in keys})
    measure_of = dict(categories.values_list("pk", "breakdown__measure"))
    for measure, year, category in keys:
        if measure_of.get(category) != measure:
            raise Refused(
                f"Category {category} ({Year(year)}) does not belong to measure {measure}."
            )

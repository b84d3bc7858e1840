"""The one writer of AnnualCounts: the grid, an import, the reader and the demo come through here.

A cell is never overwritten: a corrected cell is a new row that replaces the old one, a cleared one
is taken out, and both stay readable. Any change takes the *checked* mark of the submission away.
"""

import calendar
import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import batched

from django.contrib.auth.models import User
from django.db import transaction

from offences.models import AnnualCount, Category, CountState, Document, FoiSubmission
from offences.refused import Refused
from offences.statistics.notation import Entry
from offences.statistics.years import Year

type CellKey = tuple[int, int, int]
"""(measure, year, category): which cell of a submission."""


@dataclass(frozen=True)
class CellChange:
    """What a cell is to hold, and where that stands in the source."""

    entry: Entry | None  # None clears the cell: not entered yet
    document: Document | None = None
    sheet: str = ""
    cell: str = ""
    as_written: str = ""
    note: str = ""
    doubt: str = ""


@dataclass(frozen=True)
class Difference:
    """A cell before and after."""

    key: CellKey
    before: Entry | None
    after: Entry | None


@dataclass(frozen=True)
class Saved:
    """What a save did. A new cell has no `before`, a cleared one no `after`."""

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
    """A cell that somebody else changed after the caller looked at it."""

    key: CellKey
    yours: Entry | None
    theirs: Entry | None
    by: User
    at: dt.datetime


class Conflict(Exception):
    """Two people changed the same cells: nothing was saved, both values are here."""

    def __init__(self, clashes: Iterable[Clash]) -> None:
        self.clashes = tuple(clashes)
        super().__init__(f"{len(self.clashes)} cells were changed by two people at once.")


@dataclass(frozen=True)
class Checked:
    """What a check did: noughts confirmed, and noughts left open."""

    confirmed: int
    left: int


def entry_of(count: AnnualCount) -> Entry:
    """The content of a stored cell as it would be typed."""
    period = None
    if count.period_start and count.period_end:
        period = (count.period_start.month, count.period_end.month)
    return Entry(
        count.state,
        value=count.value,
        low=count.low,
        high=count.high,
        section=count.section,
        period=period,
        provisional=count.provisional,
        estimated=count.estimated,
    )


def period_dates(period: tuple[int, int], year: Year) -> tuple[dt.date, dt.date]:
    """The first and the last day of some months of a financial year."""
    first, last = period
    starts = dt.date(year.start + (first < 4), first, 1)
    ends_in = year.start + (last < 4)
    return starts, dt.date(ends_in, last, calendar.monthrange(ends_in, last)[1])


def _fields(change: CellChange, year: int) -> dict[str, object]:
    entry = change.entry
    assert entry is not None
    starts, ends = period_dates(entry.period, Year(year)) if entry.period else (None, None)
    return {
        "state": entry.state,
        "value": entry.value,
        "low": entry.low,
        "high": entry.high,
        "section": entry.section,
        "period_start": starts,
        "period_end": ends,
        "provisional": entry.provisional,
        "estimated": entry.estimated,
        "document_id": change.document.pk if change.document else None,
        "sheet": change.sheet,
        "cell": change.cell,
        "as_written": change.as_written,
        "note": change.note,
        "doubt": change.doubt,
    }


def _locked(submission: FoiSubmission) -> FoiSubmission:
    """The row as it is now, held until the transaction ends. SQLite's are one at a time anyway."""
    return FoiSubmission.objects.select_for_update().get(pk=submission.pk)


def _tell(submission: FoiSubmission, locked: FoiSubmission) -> None:
    """The caller's own instance learns what was stored."""
    for name in (
        *("edition", "entered_by_id", "entered_at", "checked_by_id", "checked_at", "outcome"),
    ):
        setattr(submission, name, getattr(locked, name))


def save_cells(
    submission: FoiSubmission,
    changes: Mapping[CellKey, CellChange],
    *,
    by: User,
    now: dt.datetime,
    edition: int | None = None,
    seen: Mapping[CellKey, int] | None = None,
) -> Saved:
    """Store what differs from what stands, all of it or nothing.

    `edition` and `seen` (the rows that stood in the cells when the caller looked; a cell that was
    empty is not in it) tell a conflict: a cell of the caller's whose row is another one by now, and
    that holds something else than the caller wants. Then nothing is saved and Conflict is raised.
    Cells that nobody else touched are saved. Without an edition there is no such question.
    """
    with transaction.atomic():
        locked = _locked(submission)
        standing = {
            (row.measure_id, row.year, row.category_id): row
            for row in AnnualCount.objects.current().filter(submission=locked)
        }
        wanted = _wanted(changes, standing)
        if edition is not None and edition != locked.edition:
            moved = _moved(locked, wanted, changes, standing, seen or {})
            if moved.clashes:
                raise Conflict(moved.clashes)
            for key in moved.agreed:
                del wanted[key]
        unchanged = len(changes) - len(wanted)
        if not wanted:
            _tell(submission, locked)
            return Saved(locked.edition, (), unchanged)

        _refuse_strangers(wanted)
        _store({locked: wanted}, {locked.pk: standing}, by, now)
    _tell(submission, locked)
    return Saved(locked.edition, _differences(wanted, changes, standing), unchanged)


def save_many(
    changes: Mapping[int, Mapping[CellKey, CellChange]], *, by: User, now: dt.datetime
) -> dict[int, Saved]:
    """Store what differs in many submissions (by their keys), all of it or nothing.

    The number of queries grows with the thousands of cells, not with the submissions.
    """
    with transaction.atomic():
        found = FoiSubmission.objects.select_for_update().filter(pk__in=changes).order_by("pk")
        locked = list(found)
        standing: dict[int, dict[CellKey, AnnualCount]] = {row.pk: {} for row in locked}
        for row in AnnualCount.objects.current().filter(submission__in=locked):
            standing[row.submission_id][row.measure_id, row.year, row.category_id] = row
        wanted = {row: _wanted(changes[row.pk], standing[row.pk]) for row in locked}
        _refuse_strangers({key for cells in wanted.values() for key in cells})
        _store({row: cells for row, cells in wanted.items() if cells}, standing, by, now)
    return {
        row.pk: Saved(
            row.edition,
            _differences(cells, changes[row.pk], standing[row.pk]),
            len(changes[row.pk]) - len(cells),
        )
        for row, cells in wanted.items()
    }


def _wanted(
    changes: Mapping[CellKey, CellChange], standing: Mapping[CellKey, AnnualCount]
) -> dict[CellKey, dict[str, object] | None]:
    """The fields of those cells that are to hold something else than what stands in them."""
    wanted: dict[CellKey, dict[str, object] | None] = {}
    for key, change in changes.items():
        old = standing.get(key)
        fields = _fields(change, key[1]) if change.entry else None
        if fields is None:
            same = old is None
        else:
            same = old is not None and all(getattr(old, n) == v for n, v in fields.items())
        if not same:
            wanted[key] = fields
    return wanted


A_THOUSAND = 1000  # rows of one statement


def _store(
    wanted: Mapping[FoiSubmission, Mapping[CellKey, dict[str, object] | None]],
    standing: Mapping[int, Mapping[CellKey, AnnualCount]],
    by: User,
    now: dt.datetime,
) -> None:
    """Retire what is replaced, write what replaces it; the submissions are held by the caller."""
    old = [standing[s.pk][key].pk for s in wanted for key in wanted[s] if key in standing[s.pk]]
    for some in batched(old, A_THOUSAND):
        AnnualCount.objects.filter(pk__in=some).update(retired_by=by, retired_at=now)
    AnnualCount.objects.bulk_create(
        (
            AnnualCount(
                submission=submission,
                measure_id=key[0],
                year=key[1],
                category_id=key[2],
                recorded_by=by,
                recorded_at=now,
                replaces=standing[submission.pk].get(key),
                **fields,
            )
            for submission, cells in wanted.items()
            for key, fields in cells.items()
            if fields is not None
        ),
        batch_size=A_THOUSAND,
    )
    for submission, cells in wanted.items():
        left = len(standing[submission.pk].keys() - cells.keys()) + sum(
            fields is not None for fields in cells.values()
        )
        # A return from which every count was taken out again is one that is not entered.
        submission.entered_by_id, submission.entered_at = (by.pk, now) if left else (None, None)
        submission.checked_by_id = submission.checked_at = None
        submission.edition += 1
        if left and submission.outcome == FoiSubmission.Outcome.AWAITED:
            submission.outcome = _outcome_of(standing[submission.pk], cells)
    FoiSubmission.objects.bulk_update(
        wanted,
        ["edition", "entered_by", "entered_at", "checked_by", "checked_at", "outcome"],
        batch_size=A_THOUSAND,
    )


def _outcome_of(
    standing: Mapping[CellKey, AnnualCount], cells: Mapping[CellKey, Mapping[str, object] | None]
) -> str:
    """How a request ended whose counts are here: whoever refused them all refused, else answered.

    Left as awaited, its figures would be published beside “had not answered”.
    """
    kept = [row.state for key, row in standing.items() if key not in cells]
    states = [*kept, *(fields["state"] for fields in cells.values() if fields is not None)]
    refused = all(state == CountState.REFUSED for state in states)
    outcome = FoiSubmission.Outcome
    return outcome.REFUSED if refused else outcome.ANSWERED


def _differences(
    wanted: Mapping[CellKey, object],
    changes: Mapping[CellKey, CellChange],
    standing: Mapping[CellKey, AnnualCount],
) -> tuple[Difference, ...]:
    return tuple(
        Difference(key, entry_of(standing[key]) if key in standing else None, changes[key].entry)
        for key in wanted
    )


@dataclass(frozen=True)
class _Moved:
    clashes: list[Clash]
    agreed: list[CellKey]


def _moved(
    submission: FoiSubmission,
    wanted: Mapping[CellKey, object],
    changes: Mapping[CellKey, CellChange],
    standing: Mapping[CellKey, AnnualCount],
    seen: Mapping[CellKey, int],
) -> _Moved:
    """Which of the caller's cells moved under the caller, and in which both people agree."""
    found: list[tuple[CellKey, Entry | None, Entry | None, int, dt.datetime]] = []
    agreed = []
    gone: dict[CellKey, AnnualCount] = {}
    for key in sorted(wanted):
        row, mine = standing.get(key), changes[key].entry
        if (row.pk if row else None) == seen.get(key):
            continue
        theirs = entry_of(row) if row else None
        if theirs == mine:
            agreed.append(key)
        elif row is not None:
            found.append((key, mine, theirs, row.recorded_by_id, row.recorded_at))
        else:  # cleared: the cell's newest row knows by whom
            gone = gone or _last_of(submission)
            old = gone[key]
            assert old.retired_by_id is not None and old.retired_at is not None
            found.append((key, mine, theirs, old.retired_by_id, old.retired_at))
    people = User.objects.in_bulk({by for _, _, _, by, _ in found})
    return _Moved([Clash(k, m, t, people[by], at) for k, m, t, by, at in found], agreed)


def _last_of(submission: FoiSubmission) -> dict[CellKey, AnnualCount]:
    """The newest row of every cell, retired or not."""
    rows = AnnualCount.objects.filter(submission=submission).order_by("pk")
    return {(row.measure_id, row.year, row.category_id): row for row in rows}


def _refuse_strangers(keys: Collection[CellKey]) -> None:
    """A category belongs to one measure: a count of it under another would be a wrong figure."""
    measure_of = dict(
        Category.objects.filter(pk__in={category for _, _, category in keys}).values_list(
            "pk", "breakdown__measure"
        )
    )
    for measure, year, category in keys:
        if measure_of.get(category) != measure:
            raise Refused(f"Category {category} ({Year(year)}) is none of measure {measure}.")


def why_not_check(submission: FoiSubmission, counts: Iterable[AnnualCount], by: User) -> str:
    """Why this person may not mark this return as checked; nothing where they may."""
    counts = list(counts)
    if not counts or submission.entered_at is None:
        return "There is nothing to check: no counts are entered."
    own = sum(count.recorded_by_id == by.pk for count in counts)
    if own:
        what = "one of these counts" if own == 1 else f"{own} of these counts"
        return f"You entered {what}, so another person checks this return."
    if submission.entered_by_id == by.pk:
        return "You changed this return last, so another person checks it."
    if asked := submission.queries.unanswered().count():
        what = "A question to the force is" if asked == 1 else f"{asked} questions to the force are"
        return f"{what} not answered: write the answer down first."
    return ""


def mark_checked(
    submission: FoiSubmission,
    *,
    by: User,
    now: dt.datetime,
    edition: int | None = None,
    confirm_noughts: bool | Collection[int] = False,
    leave_noughts: bool = False,
) -> Checked:
    """A second person confirms the counts, and which noughts are true ones.

    `confirm_noughts` are the counts (True for all) whose 0 is a true zero. Others stay
    unconfirmed, which keeps them from being published, and only with `leave_noughts`.
    """
    with transaction.atomic():
        locked = _locked(submission)
        if edition is not None and edition != locked.edition:
            raise Refused("The counts changed since you opened this page. Look at them again.")
        counts = list(AnnualCount.objects.current().filter(submission=locked))
        if reason := why_not_check(locked, counts, by):
            raise Refused(reason)
        open_noughts = {c.pk for c in counts if c.value == 0 and not c.confirmed}
        if isinstance(confirm_noughts, bool):
            confirmed = open_noughts if confirm_noughts else set()
        else:
            confirmed = open_noughts & set(confirm_noughts)
        left = len(open_noughts - confirmed)
        if left and not leave_noughts:
            what = "One nought is" if left == 1 else f"{left} noughts are"
            raise Refused(f"{what} not confirmed. Confirm each, or say that the rest stays open.")
        if confirmed:
            AnnualCount.objects.filter(pk__in=confirmed).update(confirmed=True)
        if locked.checked_at is None:
            locked.checked_by_id, locked.checked_at = by.pk, now
            locked.save(update_fields=["checked_by", "checked_at"])
    _tell(submission, locked)
    return Checked(len(confirmed), left)


def uncheck(submission: FoiSubmission) -> None:
    """Take the *checked* mark away, and with it what the checker confirmed."""
    with transaction.atomic():
        locked = _locked(submission)
        AnnualCount.objects.current().filter(submission=locked, confirmed=True).update(
            confirmed=False
        )
        locked.checked_by_id = locked.checked_at = None
        locked.save(update_fields=["checked_by", "checked_at"])
    _tell(submission, locked)


def reopen(submission: FoiSubmission, *, by: User, now: dt.datetime) -> bool:
    """Note that what is published of a return besides its counts was changed, and by whom.

    The *checked* mark goes, what a checker has open is out of date, and whoever changed it does not
    check it. True where a mark was taken away; a return without counts has none to take.
    """
    with transaction.atomic():
        locked = _locked(submission)
        if locked.entered_at is None:
            return False
        was_checked = locked.checked_at is not None
        uncheck(locked)
        locked.entered_by_id, locked.entered_at = by.pk, now
        locked.edition += 1
        locked.save(update_fields=["edition", "entered_by", "entered_at"])
    _tell(submission, locked)
    return was_checked

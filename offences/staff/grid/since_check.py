"""What changed in a return since a checker last looked, for the checker who looks again."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType

from offences import counts
from offences.counts import CellKey
from offences.models import AnnualCount, FoiSubmission
from offences.staff.people import who_and_when
from offences.statistics.notation import write_entry
from offences.statistics.years import Year

CHECKED = "Marked as checked"  # how the history of a return tells that it was


@dataclass(frozen=True)
class CellDifference:
    """One cell that holds another content than a checker saw, or than was first entered."""

    key: CellKey
    label: str
    before: str  # empty where there was none
    after: str  # empty where the count was taken out
    who: str


@dataclass(frozen=True)
class ReturnChanges:
    """Everything that changed since a moment."""

    since: str  # “it was last checked by Cy Moss, 20 June 2019, 10:42”
    cells: Sequence[CellDifference]
    checked_before: bool


def changes_since_check(submission: FoiSubmission) -> ReturnChanges | None:
    """What changed since the last check; before the first one, since the counts were first saved.

    None for a return that stands as checked. A fixed number of queries, whatever changed.
    """
    if submission.checked_at or submission.entered_at is None:
        return None
    rows = list(
        AnnualCount.objects.filter(submission=submission)
        .select_related("recorded_by", "retired_by", "category")
        .order_by("measure", "category__breakdown", "category", "year", "pk")
    )
    last = (
        LogEntry.objects.filter(
            content_type=ContentType.objects.get_for_model(FoiSubmission),
            object_id=str(submission.pk),
            change_message__startswith=CHECKED,
        )
        .select_related("user")
        .order_by("-action_time")
        .first()
    )
    if last:
        checked = who_and_when(last.user, last.action_time)
        return ReturnChanges(
            f"it was last checked {checked}", _changes(rows, last.action_time), True
        )
    first = min((row.recorded_at for row in rows), default=submission.entered_at)
    # A checker has seen none of it yet, so a count that was added later is as new as the others.
    replaced = [change for change in _changes(rows, first) if change.before]
    return ReturnChanges("the counts were first entered", replaced, False)


def _changes(rows: Iterable[AnnualCount], since: dt.datetime) -> list[CellDifference]:
    """Of every cell the content that stood at a moment, against what stands now."""
    old: dict[CellKey, AnnualCount] = {}
    now: dict[CellKey, AnnualCount] = {}
    gone: dict[CellKey, AnnualCount] = {}
    for row in rows:
        key = (row.measure_id, row.year, row.category_id)
        if row.recorded_at <= since and (row.retired_at is None or row.retired_at > since):
            old[key] = row
        if row.retired_at is None:
            now[key] = row
        elif row.retired_at > since:
            gone[key] = row
    found = []
    for key in dict.fromkeys((*now, *old)):
        before, after = old.get(key), now.get(key)
        if before is after:
            continue
        last = after or gone[key]
        found.append(
            CellDifference(
                key,
                f"{last.category.name}, {Year(last.year)}",
                _written(before),
                _written(after),
                who_and_when(last.recorded_by, last.recorded_at)
                if after
                else who_and_when(last.retired_by, last.retired_at),
            )
        )
    return found


def _written(row: AnnualCount | None) -> str:
    return write_entry(counts.entry_of(row)) if row else ""

"""The history of one cell, and what changed in a return since its last check."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.utils.html import format_html_join

from offences import counts
from offences.counts import CellKey
from offences.models import AnnualCount, FoiSubmission
from offences.staff.grid.tables import key_of
from offences.staff.names import who_and_when
from offences.statistics.notation import write_entry
from offences.statistics.years import Year

CHECKED = "Marked as checked"  # as it is in the history of a return


def _written(row: AnnualCount | None) -> str:
    return write_entry(counts.entry_of(row)) if row else ""


def history_of(count: AnnualCount) -> str:
    """Every count that a cell has had, who entered it and who removed it."""
    of_cell = {"measure": count.measure_id, "year": count.year, "category": count.category_id}
    rows = AnnualCount.objects.filter(submission=count.submission_id, **of_cell)
    rows = rows.select_related("recorded_by", "retired_by").order_by("-pk")
    return format_html_join("", "<p>{}</p>", ((_life(row),) for row in rows))


def _life(row: AnnualCount) -> str:
    words = f"{_written(row)} entered {who_and_when(row.recorded_by, row.recorded_at)}"
    if row.retired_at:
        words += f"; removed {who_and_when(row.retired_by, row.retired_at)}"
    return words


@dataclass(frozen=True)
class CellDifference:
    """One cell that differs from what a checker saw, or from what was first entered."""

    key: CellKey
    label: str
    before: str  # empty if there was none
    after: str  # empty if the count was removed
    who: str


@dataclass(frozen=True)
class ReturnChanges:
    """Everything that changed since the last check, or since the first save."""

    since: str  # “it was last checked by Cy Moss, 20 June 2019, 10:42”
    cells: Sequence[CellDifference]
    checked_before: bool


def changes_since_check(submission: FoiSubmission) -> ReturnChanges | None:
    """Return what changed since the last check; before the first, since the first save.

    None for a return that is marked as checked. A fixed number of queries, whatever changed.
    """
    if submission.checked_at or submission.entered_at is None:
        return None
    counts_of = AnnualCount.objects.filter(submission=submission)
    related = counts_of.select_related("recorded_by", "retired_by", "category")
    rows = list(related.order_by("measure", "category__breakdown", "category", "year", "pk"))
    checks = LogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(FoiSubmission),
        object_id=str(submission.pk),
        change_message__startswith=CHECKED,
    )
    if last := checks.select_related("user").order_by("-action_time").first():
        since = f"it was last checked {who_and_when(last.user, last.action_time)}"
        return ReturnChanges(since, _differences(rows, last.action_time), True)
    first = min((row.recorded_at for row in rows), default=submission.entered_at)
    # A checker has seen none of it yet, so a count that was added later is as new as the others.
    replaced = [each for each in _differences(rows, first) if each.before]
    return ReturnChanges("the counts were first entered", replaced, False)


def _differences(rows: Iterable[AnnualCount], since: dt.datetime) -> list[CellDifference]:
    """Compare every cell as it was at a moment with what it is now."""
    old: dict[CellKey, AnnualCount] = {}
    now: dict[CellKey, AnnualCount] = {}
    gone: dict[CellKey, AnnualCount] = {}
    for row in rows:
        key = key_of(row)
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
        label = f"{last.category.name}, {Year(last.year)}"
        who = who_and_when(last.retired_by, last.retired_at)
        if after:
            who = who_and_when(last.recorded_by, last.recorded_at)
        found.append(CellDifference(key, label, _written(before), _written(after), who))
    return found

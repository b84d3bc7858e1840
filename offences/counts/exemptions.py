"""Exemptions and the cells that they refuse, stored together: all of it or nothing.

Which cells an exemption covers is stored once, in the counts: those refused under its section.
"""

import datetime as dt
from collections.abc import Collection, Iterable

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction

from offences.counts.checking import reopen
from offences.counts.saving import (
    OF_CHANGE,
    CellChange,
    CellKey,
    entry_of,
    lock,
    refresh,
    save_cells,
)
from offences.models import AnnualCount, CountState, Exemption, ExemptionScope, FoiSubmission
from offences.refused import Refused
from offences.statistics.notation import LONGEST_SECTION, Entry, typed_sections, write_entry
from offences.statistics.years import Year

REPLACEABLE = (CountState.REFUSED, CountState.BLANK, CountState.NOT_AVAILABLE)
"""The states that a refusal may replace: none in which the force gave a figure."""
MOST_NAMED = 5


def refused_cells(counts: Iterable[AnnualCount], section: str) -> set[CellKey]:
    """The cells that are refused under a section, alone or with others."""
    return {
        (row.measure_id, row.year, row.category_id)
        for row in counts
        if section in typed_sections(row.section)
    }


def store_exemption(
    exemption: Exemption, cells: Collection[CellKey] = (), *, by: User, now: dt.datetime
) -> None:
    """Store an exemption, new or changed, and mark just the cells that it covers.

    What a release publishes of it (its section) is checked with the counts: a change of it takes
    the *checked* mark away.
    """
    with transaction.atomic():
        locked = lock(exemption.submission)
        before = Exemption.objects.filter(pk=exemption.pk).first()
        if before is None:
            exemption.recorded_by, exemption.recorded_at = by, now
        try:
            exemption.full_clean()
        except ValidationError as error:
            raise Refused(" ".join(error.messages)) from error
        if exemption.scope == ExemptionScope.CELLS:
            if not cells:
                raise Refused("Tick the cells that this section refuses.")
            _mark(locked, before, exemption, set(cells), by, now)
        exemption.save()
        if before is None or _released_section(before) != _released_section(exemption):
            reopen(locked, by=by, now=now)
    refresh(exemption.submission, locked)


def remove_exemption(exemption: Exemption, *, by: User, now: dt.datetime) -> None:
    """Remove an exemption recorded by mistake; cells refused under it alone become empty."""
    with transaction.atomic():
        locked = lock(exemption.submission)
        before = Exemption.objects.get(pk=exemption.pk)
        if before.scope == ExemptionScope.CELLS:
            _mark(locked, before, None, set(), by, now)
        before.delete()
        reopen(locked, by=by, now=now)
    refresh(exemption.submission, locked)


def _released_section(exemption: Exemption) -> str:
    return exemption.name if exemption.is_in_force else ""


def _mark(
    submission: FoiSubmission,
    before: Exemption | None,
    after: Exemption | None,
    wanted: set[CellKey],
    by: User,
    now: dt.datetime,
) -> None:
    """Refuse the wanted cells under the section as it is now, and no others under it."""
    counts = AnnualCount.objects.current().filter(submission=submission)
    current = {
        (row.measure_id, row.year, row.category_id): row
        for row in counts.select_related("category", "document")
    }
    in_the_way = [
        row for key in wanted if (row := current.get(key)) and row.state not in REPLACEABLE
    ]
    if in_the_way:
        raise Refused(_why_not(in_the_way))
    own = set[CellKey]()
    if before and before.scope == ExemptionScope.CELLS:
        own = refused_cells(current.values(), before.name)
    names = {each.name for each in (before, after) if each}
    changes = {}
    for key in wanted | own:
        row = current.get(key)
        sections = [
            each for each in typed_sections(row.section if row else "") if each not in names
        ]
        if after and key in wanted:
            sections.append(after.name)
        changes[key] = _change(row, sections, after)
    if submission.outcome == FoiSubmission.Outcome.AWAITED and wanted:
        # Some cells are refused, so the rest is an answer, though nobody has entered it yet.
        submission.outcome = FoiSubmission.Outcome.PART
        submission.save(update_fields=["outcome"])
    save_cells(submission, changes, by=by, now=now)


def _change(row: AnnualCount | None, sections: list[str], after: Exemption | None) -> CellChange:
    """The cell refused under these sections, with its place in the source if it has one."""
    if not sections:
        return CellChange(None)
    section = ", ".join(f"s.{each}" for each in sections)
    if len(section) > LONGEST_SECTION:
        raise Refused(f"A cell cannot be refused under so many sections: {section}.")
    entry = Entry("refused", section=section)
    if row and row.state == CountState.REFUSED:
        of_row = {name: getattr(row, name) for name in ("document", *OF_CHANGE)}
        return CellChange(entry, **of_row)
    document = after.document if after else None
    why = f"The force refuses it under section {after.name}." if after and not document else ""
    return CellChange(entry, document=document, no_document_why=why)


def _why_not(rows: list[AnnualCount]) -> str:
    named = [
        f"{row.category.name}, {Year(row.year)} ({write_entry(entry_of(row))})"
        for row in sorted(rows, key=lambda row: (row.category.position, row.year))
    ]
    more = f" and {len(named) - MOST_NAMED} more" if len(named) > MOST_NAMED else ""
    return (
        f"Nothing is stored: these cells have an answer already: {'; '.join(named[:MOST_NAMED])}"
        f"{more}. Untick them, or clear them in the grid first."
    )

"""A newer file of bank holidays: what it changes, and which open requests it re-dates."""

import csv
import datetime as dt
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from offences.clocks import HOLIDAY_DIVISIONS, clock_of, working_days
from offences.foi_clock import Holiday, WorkingDays
from offences.models import BankHoliday, FoiSubmission
from offences.refused import Refused

OPEN = ("awaiting", "extended", "overdue")
_DIVISIONS = {key.replace("_", "-"): key for key in HOLIDAY_DIVISIONS}  # as GOV.UK names them


@dataclass(frozen=True)
class DueDateMove:
    """An open request whose due date another table of holidays moves."""

    submission: FoiSubmission
    old: dt.date
    new: dt.date


@dataclass(frozen=True)
class HolidayChange:
    """What a newer file changes in the years that it covers."""

    added: Mapping[dt.date, Holiday]
    removed: Mapping[dt.date, Holiday]
    renamed: Mapping[dt.date, Holiday]  # another name, or other nations
    after: WorkingDays
    moves: Sequence[DueDateMove]


def read_holidays(data: bytes) -> dict[dt.date, Holiday]:
    """The bank holidays of a file; Refused if it is not such a file."""
    try:
        text = data.decode("utf-8-sig")
        rows = [*(_of_json(text) if text.lstrip().startswith("{") else _of_csv(text))]
        if not rows:
            raise ValueError("it has none")
    except (KeyError, TypeError, ValueError) as error:
        raise Refused(
            f"This is not a file of bank holidays ({error}). Give those of GOV.UK as JSON, or a "
            "CSV with the columns date, title, england_and_wales, scotland and northern_ireland "
            "(1 or 0)."
        ) from error
    titles: dict[dt.date, list[str]] = {}
    nations: dict[dt.date, set[str]] = {}
    for day, title, nation in rows:
        titles.setdefault(day, []).append(title)
        nations.setdefault(day, set()).add(nation)
    return {
        day: Holiday(
            " / ".join(dict.fromkeys(titles[day])),
            tuple(name for key, name in HOLIDAY_DIVISIONS.items() if key in nations[day]),
        )
        for day in sorted(titles)
    }


def _of_json(text: str) -> Iterable[tuple[dt.date, str, str]]:
    for division, held in json.loads(text).items():
        for event in held["events"]:
            yield dt.date.fromisoformat(event["date"]), str(event["title"]), _DIVISIONS[division]


def _of_csv(text: str) -> Iterable[tuple[dt.date, str, str]]:
    for row in csv.DictReader(io.StringIO(text)):
        for nation in HOLIDAY_DIVISIONS:
            if row[nation] == "1":
                yield dt.date.fromisoformat(row["date"]), row["title"], nation


def change_of(newer: Mapping[dt.date, Holiday], today: dt.date) -> HolidayChange:
    """The change of the stored table by a newer file. Years outside the file stay as they are."""
    before = working_days()
    years = range(min(newer).year, max(newer).year + 1)
    old = {day: each for day, each in before.holidays.items() if day.year in years}
    kept = {day: each for day, each in before.holidays.items() if day.year not in years}
    after = WorkingDays(kept | dict(newer))
    return HolidayChange(
        added={day: each for day, each in newer.items() if day not in old},
        removed={day: each for day, each in old.items() if day not in newer},
        renamed={day: each for day, each in newer.items() if day in old and old[day] != each},
        after=after,
        moves=_moves(before, after, today),
    )


def _moves(before: WorkingDays, after: WorkingDays, today: dt.date) -> list[DueDateMove]:
    """Open requests whose due date differs, in the order of their rounds and forces."""
    outcomes = FoiSubmission.Outcome
    rows = FoiSubmission.objects.filter(outcome__in=[outcomes.AWAITED, outcomes.PART])
    found = []
    for submission in rows.select_related("round", "force").prefetch_related("events"):
        old, new = (clock_of(submission, today, days) for days in (before, after))
        if old.state in OPEN and old.due_on and new.due_on and old.due_on != new.due_on:
            found.append(DueDateMove(submission, old.due_on, new.due_on))
    return found


def store_holidays(change: HolidayChange) -> None:
    """Store the newer table, all of it or nothing."""
    with transaction.atomic():
        BankHoliday.objects.filter(date__in=[*change.removed, *change.renamed]).delete()
        BankHoliday.objects.bulk_create(
            BankHoliday(**row) for row in rows_of({**change.added, **change.renamed})
        )


def rows_of(holidays: Mapping[dt.date, Holiday]) -> Iterable[dict[str, Any]]:
    """The values of a stored row for each of these days."""
    for day, each in holidays.items():
        nations = {key: name in each.nations for key, name in HOLIDAY_DIVISIONS.items()}
        yield {"date": day, "title": each.title[:120], **nations}

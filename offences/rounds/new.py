"""A new round, made from an earlier one, and requests that a force may add up with it."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from django.db import transaction
from django.db.models import Q
from django.utils.text import slugify

from offences.clocks import sent_on
from offences.foi_clock import WorkingDays
from offences.models import Breakdown, FoiRound, FoiStep, FoiSubmission, Force, Measure
from offences.statistics.years import Year

SIMILAR_WITHIN = 60  # working days in which costs may be added up: the Fees Regulations 2004, 5(2)
CALENDAR_DAYS = 120  # more than any 60 working days take


def years_to_ask(last: FoiRound, today: dt.date) -> tuple[Year, Year]:
    """As many years as the last round asked for, up to the newest that has ended."""
    newest = Year.containing(today).previous
    return Year(newest.start - (last.last_year - last.first_year)), newest


def unfinished(year: Year, sent: dt.date) -> bool:
    """Whether a year has not ended on the day a letter leaves."""
    return year.ends_on >= sent


def address_of(name: str) -> str:
    """The address that a round of this name has; empty if the name has no letter or digit."""
    return slugify(name)[:50]


def free_name(earlier: FoiRound, today: dt.date) -> str:
    """The name of the round after an earlier one: with this year, or the first that is free."""
    longest = FoiRound._meta.get_field("name").max_length or 0
    rounds = FoiRound.objects.values_list("slug", "name")
    known = {used for slug, name in rounds for used in (slug, address_of(name))}
    for year in map(str, range(today.year, today.year + len(known) + 1)):
        name, dated = re.subn(r"\d{4}", year, earlier.name, count=1)
        if not dated:
            name = f"{name} {year}"
        if len(name) <= longest and address_of(name) not in known:
            return name
    return ""


@transaction.atomic
def start_round(
    round_: FoiRound, breakdowns: Sequence[Breakdown], forces: Iterable[Force]
) -> FoiRound:
    """Store a round with its tables and a submission for each force, or nothing at all."""
    newest = FoiRound.objects.select_for_update().order_by("-number").first()
    round_.number = newest.number + 1 if newest else 1
    round_.save()
    round_.breakdowns.set(breakdowns)
    round_.measures.set({breakdown.measure_id for breakdown in breakdowns})
    FoiSubmission.objects.bulk_create(FoiSubmission(round=round_, force=f) for f in forces)
    return round_


def similar_requests(
    measures: Iterable[Measure], sent: dt.date, days: WorkingDays, besides: FoiRound | None = None
) -> dict[int, tuple[FoiSubmission, dt.date]]:
    """By force, the newest other request about these measures within 60 working days."""
    first = sent - dt.timedelta(days=CALENDAR_DAYS)
    near = (first, sent + dt.timedelta(days=CALENDAR_DAYS))
    rows = (
        FoiSubmission.objects.filter(round__measures__in=[measure.pk for measure in measures])
        .filter(
            Q(events__kind=FoiStep.SENT, events__on__range=near) | Q(round__sent_on__range=near)
        )
        .exclude(round=besides)
        .select_related("round", "force")
        .prefetch_related("events")
        .distinct()
    )
    found: dict[int, tuple[FoiSubmission, dt.date]] = {}
    for submission in rows:
        on = sent_on(submission)
        if on and days.between(*sorted((on, sent))) <= SIMILAR_WITHIN:
            before = found.get(submission.force_id)
            if before is None or before[1] < on:
                found[submission.force_id] = (submission, on)
    return found

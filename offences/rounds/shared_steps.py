"""One step that is recorded for several requests of a round at once."""

import datetime as dt
from collections.abc import Iterable

from django.contrib.auth.models import User
from django.db import transaction

from offences.models import FoiEvent, FoiRound, FoiStep


def record_step(
    round_: FoiRound,
    submissions: Iterable[int],
    step: FoiStep,
    on: dt.date,
    *,
    by: User,
    now: dt.datetime,
) -> set[int]:
    """Record a step for these requests and return those for which it is new.

    A request that has it on that day already keeps it once, even if two people record it together.
    """
    with transaction.atomic():
        FoiRound.objects.select_for_update().get(pk=round_.pk)
        same = FoiEvent.objects.filter(submission__round=round_, kind=step, on=on)
        new = {*submissions} - {*same.values_list("submission", flat=True)}
        FoiEvent.objects.bulk_create(
            FoiEvent(submission_id=pk, kind=step, on=on, recorded_by=by, recorded_at=now)
            for pk in sorted(new)
        )
    return new

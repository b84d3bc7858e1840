"""The steps of a release: prepared, approved by a second person, withdrawn."""

import datetime as dt
from collections.abc import Iterable

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from offences.models import (
    FoiRound,
    Measure,
    RecordedFigure,
    Release,
    ReleasedCategory,
    ReleasedFigure,
    ReleasedResponse,
)
from offences.releases.force_words import tell_at_approval
from offences.releases.refused import Refused
from offences.releases.revisions import why_not_yet
from offences.releases.snapshot import before, snapshot
from offences.statistics.cells import State
from offences.statistics.dates import Precision


def prepare(
    measure: Measure,
    *,
    title: str,
    year: int,
    last_round: FoiRound,
    recorded: Iterable[RecordedFigure] = (),
    note: str = "",
    by: User,
    now: dt.datetime,
) -> Release:
    """A numbered release in preparation. Nothing of it is public, nothing is copied yet."""
    if not last_round.measures.filter(pk=measure.pk).exists():
        raise Refused(f"The round {last_round} did not ask about {measure}. Choose another round.")
    with transaction.atomic():
        Measure.objects.select_for_update().get(pk=measure.pk)  # one number at a time
        highest = measure.releases.aggregate(highest=Max("number"))["highest"] or 0
        release = Release.objects.create(
            measure=measure,
            number=highest + 1,
            title=title,
            year=year,
            last_round=last_round,
            note=note,
            prepared_by=by,
            prepared_at=now,
        )
        release.recorded_figures.set(recorded)
        release.editors.add(by)
    return release


def approve(
    release: Release,
    *,
    by: User,
    now: dt.datetime,
    public_at: dt.datetime,
    precision: str = Precision.DAY,
    seen: str = "",
) -> None:
    """Copy what stands now, and open it to the public at `public_at`.

    `seen` is the fingerprint of what the approver was shown: if anything has changed since, the
    approval is refused, for nobody has read what it would publish.
    """
    with transaction.atomic():
        locked = Release.objects.select_for_update().get(pk=release.pk)
        if locked.approved_at:
            raise Refused("This release is approved already. A correction is a new release.")
        if locked.prepared_by_id == by.pk or locked.editors.filter(pk=by.pk).exists():
            raise Refused("You prepared this release, so a colleague has to approve it.")
        earlier = before(locked)
        if earlier and earlier.public_at and public_at < earlier.public_at:
            raise Refused(
                f"Release {earlier.number} opens later than this. A release cannot open before "
                "the one that it follows, or it would tell what that one holds."
            )
        copy = snapshot(locked, timezone.localtime(public_at).date())
        if seen and copy.fingerprint != seen:
            raise Refused("The figures have changed since you opened this page. Read them again.")
        if not any(f.state != State.MISSING for f in copy.figures):
            raise Refused("There is nothing to release: no checked return has a figure.")
        if reason := why_not_yet(locked, copy):
            raise Refused(reason)
        if copy.hidden.open:
            raise Refused(
                f"{copy.hidden.open[0].reason} Nothing is approved from which a hidden number can "
                "be worked out: see what is hidden, and change the measure’s disclosure rule."
            )
        ReleasedFigure.objects.bulk_create((*copy.figures, *copy.parts), batch_size=500)
        ReleasedCategory.objects.bulk_create(copy.categories, batch_size=500)
        ReleasedResponse.objects.bulk_create(copy.responses, batch_size=500)
        locked.breaks, locked.disclosure = list(copy.breaks), dict(copy.disclosure)
        locked.approved_by, locked.approved_at = by, now
        locked.public_at, locked.public_precision = public_at, precision
        locked.save()
        tell_at_approval(locked, copy, now)
    release.refresh_from_db()


def withdraw(release: Release, *, by: User, now: dt.datetime, reason: str) -> None:
    """Take a wrong release from the public at once; its address says why."""
    if not reason.strip():
        raise Refused("Say why the release is withdrawn: the public reads this sentence.")
    with transaction.atomic():
        locked = Release.objects.select_for_update().get(pk=release.pk)
        if not locked.approved_at:
            raise Refused("Only an approved release can be withdrawn. This one is not public.")
        if locked.withdrawn_at:
            raise Refused("This release is withdrawn already.")
        locked.withdrawn_by, locked.withdrawn_at = by, now
        locked.withdrawn_reason = reason.strip()
        locked.save()
    release.refresh_from_db()

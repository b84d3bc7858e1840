"""The steps of a release: prepared, edited, approved by a second person, withdrawn."""

import datetime as dt
from collections.abc import Iterable

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from offences import models as db
from offences.refused import Refused
from offences.releases import screening_steps
from offences.releases.difference import public_difference
from offences.releases.force_checks import write_remarks
from offences.releases.part_sums import WHOLE, figure_fields
from offences.releases.snapshot import release_before, snapshot
from offences.statistics.cells import State
from offences.statistics.dates import Precision


class OpensEarly(Refused):
    """The release would open before the embargo of an event that uses it."""


EDITED = ("title", "year", "last_round", "note")


def prepare(
    measure: db.Measure,
    *,
    title: str,
    year: int,
    last_round: db.FoiRound,
    recorded: Iterable[db.RecordedFigure] = (),
    note: str = "",
    by: User,
    now: dt.datetime,
) -> db.Release:
    """Prepare a numbered release. Nothing is public or copied yet."""
    screening_steps.require(by, "add_release", "Data officers and press officers prepare releases.")
    if not last_round.measures.filter(pk=measure.pk).exists():
        raise Refused(f"The round {last_round} did not ask about {measure}. Choose another round.")
    with transaction.atomic(), db.release_step():
        fields = {"title": title, "year": year, "last_round": last_round, "note": note}
        return _prepared(measure, recorded, by, now, **fields)


def _prepared(
    measure: db.Measure,
    recorded: Iterable[db.RecordedFigure],
    by: User,
    now: dt.datetime,
    **fields: object,
) -> db.Release:
    stamp = {"prepared_by": by, "prepared_at": now}
    number = _next_number(measure)
    release = db.Release.objects.create(measure=measure, number=number, **stamp, **fields)
    release.recorded_figures.set(recorded)
    release.editors.add(by)
    return release


def _next_number(measure: db.Measure) -> int:
    db.Measure.objects.select_for_update().get(pk=measure.pk)  # one number at a time
    return (measure.releases.aggregate(highest=Max("number"))["highest"] or 0) + 1


def correct_figure(
    base: db.Release,
    force: db.Force,
    year: int,
    part: tuple[str, str] = WHOLE,
    *,
    why: str,
    by: User,
    now: dt.datetime,
) -> db.Release:
    """Prepare a release that corrects one figure of another: what is checked of it now.

    `part` is a breakdown and its category, where a part of the figure alone is wrong.
    Where the screening finds nothing, it is in review at once. If it is refused, nothing is stored.
    """
    screening_steps.require(by, "add_release", "Data officers and press officers prepare releases.")
    why = " ".join(why.split()).rstrip(".")
    if not why:
        raise Refused("Say what was wrong: readers see this sentence beside the figure.")
    with transaction.atomic(), db.release_step():
        fields = {name: getattr(base, name) for name in EDITED}
        one = figure_fields(force, year, part)
        fields |= {"corrects": base, "corrects_why": why, **one}
        release = _prepared(base.measure, base.recorded_figures.all(), by, now, **fields)
        others = base.one_figure_corrections.exclude(pk=release.pk)
        if other := others.filter(**one, approved_at=None).first():
            raise Refused(f"This figure is being corrected already, in {other}.")
        copy = snapshot(release)
        if not public_difference(release, base, copy):
            raise Refused(
                "The checked returns have the figure as it was released. Correct the count in its "
                "grid, have it checked, and open this page again."
            )
        if reason := screening_steps.why_not_yet(release, copy):
            raise Refused(reason)
        if not screening_steps.screening(release, copy):
            screening_steps.mark_screened(release, by=by, now=now)
            screening_steps.send_to_review(release, by=by, now=now)
    return release


def edit(release: db.Release, *, by: User, now: dt.datetime) -> None:
    """Save an edit. The editor has prepared the release; it is a draft again."""
    screening_steps.require(by, "change_release", "Data officers and press officers edit releases.")
    with screening_steps.taking_step(release, screening_steps.lock) as locked:
        if locked.approved_at:
            raise Refused("This release is approved. A correction is a new release.")
        same = (release.year, release.last_round_id) == (locked.year, locked.last_round_id)
        if locked.corrects_id and not same:
            raise Refused("It corrects one figure, so its year and round stay as they are.")
        for name in EDITED:
            setattr(locked, name, getattr(release, name))
        locked.prepared_by, locked.prepared_at = by, now
        screening_steps.return_to_draft(locked)
        locked.editors.add(by)


def approve(
    release: db.Release,
    *,
    by: User,
    now: dt.datetime,
    public_at: dt.datetime,
    precision: str = Precision.DAY,
    seen: str = "",
    early: bool = False,
) -> None:
    """Copy the current figures, to be public from `public_at`.

    `seen` is the fingerprint of what the approver was shown; `early` allows the figures to be
    public before the embargo of an event that uses them.
    """
    with screening_steps.taking_step(release) as locked:
        if why := screening_steps.why_not_approve(locked, by):
            raise Refused(why)
        screening_steps.require(by, "approve_release", "Only approvers approve a release.")
        _check_opening(locked, now, public_at, early)
        copy = snapshot(locked, timezone.localtime(public_at).date())
        if seen and copy.fingerprint != seen:
            raise Refused("The figures have changed since you opened this page. Read them again.")
        if not any(f.state != State.MISSING for f in copy.figures):
            raise Refused("There is nothing to release: no checked return has a figure.")
        if locked.review_at is None:
            raise Refused(
                "This release is not in review: it has to be screened and sent to you first."
            )
        screening_steps.require_screened(locked, copy)
        db.ReleasedFigure.objects.bulk_create((*copy.figures, *copy.parts), batch_size=500)
        db.ReleasedCategory.objects.bulk_create(copy.categories, batch_size=500)
        db.ReleasedResponse.objects.bulk_create(copy.responses, batch_size=500)
        locked.breaks, locked.disclosure = list(copy.breaks), dict(copy.disclosure)
        locked.unshown_corrections = list(copy.unshown_corrections)
        locked.approved_by, locked.approved_at = by, now
        locked.public_at, locked.public_precision = public_at, precision
        write_remarks(locked, copy, now)
        for draft in locked.measure.releases.filter(
            approved_at__isnull=True, number__lt=locked.number
        ).order_by("number"):
            draft.number = _next_number(locked.measure)  # it follows the approved one now
            draft.save()


def _check_opening(
    release: db.Release, now: dt.datetime, public_at: dt.datetime, early: bool
) -> None:
    earlier = release_before(release)
    if earlier and earlier.public_at and public_at < earlier.public_at:
        raise Refused(
            f"Release {earlier.number} opens later than this. A release cannot open before "
            "the one that it follows, or it would disclose that one."
        )
    event = release.events.filter(embargo_at__gt=max(now, public_at)).order_by("embargo_at").first()
    if event and not early:
        raise OpensEarly(
            f"{event} uses this release and is embargoed until {event.embargo_in_words}. "
            "Choose that minute, or tick that the figures open before it."
        )


def withdraw(release: db.Release, *, by: User, now: dt.datetime, reason: str) -> None:
    """Withdraw a wrong release at once; its address says why."""
    screening_steps.require(by, "withdraw_release", "Only approvers withdraw a release.")
    if not reason.strip():
        raise Refused("Say why the release is withdrawn: the public reads this sentence.")
    with screening_steps.taking_step(release, screening_steps.lock) as locked:
        if not locked.approved_at:
            raise Refused("Only an approved release can be withdrawn. This one is not public.")
        if locked.withdrawn_at:
            raise Refused("This release is withdrawn already.")
        locked.withdrawn_by, locked.withdrawn_at = by, now
        locked.withdrawn_reason = reason.strip()

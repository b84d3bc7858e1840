"""Checks by forces: their own figures are sent to them, and their answers recorded."""

import datetime as dt
import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Max
from django.utils.timezone import localtime

from offences import models as db
from offences.refused import Refused
from offences.releases import disputes
from offences.releases.snapshot import Snapshot, snapshot
from offences.trends import Figures

TO_COME = "The release that carries them is being prepared."
CARRIED = "These are the corrected figures."


@dataclass(frozen=True)
class DisputedFigures:
    """A force's dispute: the years, the words for readers, and who looks into it."""

    years: Collection[str]
    says: str
    owner: User


@dataclass(frozen=True)
class ForceState:
    force: db.Force
    figures: disputes.ForceFigures  # what the release says of it now
    check: db.ForceCheck | None  # the newest one

    @property
    def has_changed(self) -> bool:
        return self.check is not None and self.check.fingerprint != fingerprint(self.figures)

    @property
    def to_send(self) -> bool:
        return self.check is None or self.has_changed

    @property
    def waits(self) -> bool:
        return self.check is not None and not self.check.answer and not self.has_changed

    @property
    def state(self) -> str:
        if self.check is None:
            return "not sent"
        answer = self.check.get_answer_display() if self.check.answer else "awaited"
        if self.has_changed:
            return f"{answer}; the figures have changed since"
        to_correct = self.check.answer == db.ForceAnswer.CORRECTED
        return f"{answer}; the count is to correct" if to_correct else answer


def fingerprint(figures: Mapping[str, str]) -> str:
    return hashlib.sha256(json.dumps(dict(figures), sort_keys=True).encode()).hexdigest()


def current_counts(release: db.Release, copy: Snapshot | None = None) -> Figures:
    """The figures of a release: as copied, or as they would be copied now."""
    if release.approved_at:
        return release.figures.filter(
            figure_kind=db.FigureKind.COUNT, body_kind="force", breakdown=""
        )
    return (copy or snapshot(release)).figures


def states_of(release: db.Release, copy: Snapshot | None = None) -> list[ForceState]:
    """Every force with a figure in the release, A to Z, with its newest check."""
    figures = disputes.figures_by_force(current_counts(release, copy))
    known = release.checks.select_related("force", "recorded_by", "sent_by").order_by("number")
    checks = {check.force.slug: check for check in known}
    return [
        ForceState(force, figures[force.slug], checks.get(force.slug))
        for force in db.Force.objects.filter(slug__in=figures).order_by("area")
    ]


def send(
    release: db.Release,
    forces: Collection[str] | None = None,
    *,
    by: User,
    now: dt.datetime,
    due_on: dt.date,
) -> list[db.ForceCheck]:
    """Record that these forces, or all without the present figures, are sent their own."""
    if due_on < localtime(now).date():
        raise Refused("The day for answering is past. Choose today or later.")
    with transaction.atomic():
        locked = db.Release.objects.select_for_update().get(pk=release.pk)
        if locked.withdrawn_at:
            raise Refused("This release is withdrawn: there is nothing in it to confirm.")
        made = [
            db.ForceCheck.objects.create(
                release=locked,
                force=state.force,
                number=(state.check.number if state.check else 0) + 1,
                figures=state.figures,
                fingerprint=fingerprint(state.figures),
                sent_by=by,
                sent_at=now,
                due_on=due_on,
            )
            for state in states_of(locked)
            if (state.to_send if forces is None else state.force.slug in forces) and not state.waits
        ]
    if not made:
        raise Refused("Nothing was sent: these forces have the present figures already.")
    return made


def record_answer(
    check: db.ForceCheck,
    answer: str,
    *,
    on: dt.date,
    words: str = "",
    disputed: DisputedFigures | None = None,
    by: User,
    now: dt.datetime,
) -> db.ForceCheck:
    """Record a force's answer. Readers see it at once, or from the approval on."""
    today = localtime(now).date()
    with transaction.atomic():
        release = db.Release.objects.select_for_update().get(pk=check.release_id)
        locked = db.ForceCheck.objects.select_for_update().select_related("force").get(pk=check.pk)
        _check_answer(locked, answer, on, words, today)
        if answer == db.ForceAnswer.DISPUTED and disputed is None:
            raise Refused("Say which figures the force disputes, why, and who looks into it.")
        locked.answer, locked.answered_on, locked.words = answer, on, words.strip()
        locked.recorded_by, locked.recorded_at = by, now
        locked.save()
        if disputed and answer == db.ForceAnswer.DISPUTED:
            disputes.open_dispute(
                release,
                locked.force,
                years=disputed.years,
                says=disputed.says,
                said_on=on,
                owner=disputed.owner,
                by=by,
                now=now,
            )
        if release.approved_at:
            _write_remark(release, locked, now)
    check.refresh_from_db()
    return check


def _check_answer(
    check: db.ForceCheck, answer: str, on: dt.date, words: str, today: dt.date
) -> None:
    if answer not in db.ForceAnswer.values:
        raise Refused("Choose one of the answers.")
    if check.answer:
        raise Refused("Its answer is recorded already. Send the figures again for another answer.")
    newest = check.release.checks.filter(force=check.force).aggregate(n=Max("number"))["n"]
    if check.number != newest:
        raise Refused(
            "The figures have been sent again since. Record the answer to the newest letter."
        )
    if on > today:
        raise Refused("That day is in the future. Give the day of the answer.")
    if on < localtime(check.sent_at).date():
        raise Refused("That day is before the figures were sent. Give the day of the answer.")
    if answer == db.ForceAnswer.SILENT and on <= check.due_on:
        raise Refused("A force is silent only after its last day.")
    if answer in (db.ForceAnswer.CORRECTED, db.ForceAnswer.DISPUTED) and not words.strip():
        raise Refused("Write down what the force said.")


def _write_remark(release: db.Release, check: db.ForceCheck, now: dt.datetime) -> None:
    """Write the remark on approved figures, if the answer is about exactly these."""
    if check.fingerprint != fingerprint(disputes.figures_of_force(release, check.force.slug)):
        return
    shown = release.remarks.filter(force=check.force.slug, kind=db.RemarkKind.CONFIRMED)
    if check.answer == db.ForceAnswer.CONFIRMED and not shown.exists():
        _remark(release, check, db.RemarkKind.CONFIRMED, "", now).save()
    elif check.answer == db.ForceAnswer.CORRECTED:
        _remark(release, check, db.RemarkKind.CORRECTED, TO_COME, now).save()


def _remark(
    release: db.Release, check: db.ForceCheck, kind: str, words: str, now: dt.datetime
) -> db.ReleasedRemark:
    assert check.answered_on is not None
    force, said_on = check.force.slug, check.answered_on
    return db.ReleasedRemark(
        release=release, force=force, kind=kind, said_on=said_on, words=words, shown_from=now
    )


def why_not_uncorrected(release: db.Release, copy: Snapshot) -> str:
    corrected = db.ForceAnswer.CORRECTED
    answered = (each for each in states_of(release, copy) if each.check and not each.has_changed)
    waiting = [each for each in answered if each.check and each.check.answer == corrected]
    if not waiting:
        return ""
    more = len(waiting) - 1
    others = f" (and {more} other{'' if more == 1 else 's'})" if more else ""
    return (
        f"{waiting[0].force.at_start}{others} corrected its figures, and they are still as they "
        "were sent. Correct the count, have it checked, and read the release again; or send "
        "the figures again."
    )


def write_remarks(release: db.Release, copy: Snapshot, now: dt.datetime) -> None:
    """Write the remarks of forces, made before approval, about exactly these figures."""
    figures = disputes.figures_by_force(copy.figures)
    remarks = []
    for slug, check in _newest_checks(release).items():
        same = slug in figures and check.fingerprint == fingerprint(figures[slug])
        own = check.release_id == release.pk
        if check.answer == db.ForceAnswer.CONFIRMED and same:
            remarks.append(_remark(release, check, db.RemarkKind.CONFIRMED, "", now))
        elif check.answer == db.ForceAnswer.CORRECTED and own and slug in figures and not same:
            remarks.append(_remark(release, check, db.RemarkKind.CORRECTED, CARRIED, now))
    remarks += disputes.disputes_to_copy(release, figures, now)
    db.ReleasedRemark.objects.bulk_create(remarks)


def _newest_checks(release: db.Release) -> dict[str, db.ForceCheck]:
    """Each force's newest check, of this release or an earlier one of the measure."""
    checks = db.ForceCheck.objects.filter(
        release__measure=release.measure_id, release__number__lte=release.number
    ).select_related("force")
    return {check.force.slug: check for check in checks.order_by("release__number", "number")}

"""Disputes: shown to readers, looked into by one person, decided by another."""

import datetime as dt
from collections.abc import Collection, Mapping
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.timezone import localtime

from offences.models import Account, Dispute, FigureKind, Force, Release, ReleasedRemark, RemarkKind
from offences.refused import Refused
from offences.releases.revisions import QUIET, figure_in_words
from offences.releases.snapshot import snapshot
from offences.statistics.cells import OPEN
from offences.statistics.years import Year
from offences.trends import Figures

Decision = Dispute.Decision

ForceFigures = dict[str, str]
"""Year → the figure as published, or the reason why there is none; newest year first."""


def figures_by_force(figures: Figures) -> dict[str, ForceFigures]:
    """Each force's figures and its own reasons, without what only we have not settled."""
    found: dict[str, ForceFigures] = {}
    for figure in sorted(figures, key=lambda f: -f.year):
        of_force = (figure.figure_kind, figure.body_kind) == (FigureKind.COUNT, "force")
        if of_force and figure.category == "total" and figure.why not in QUIET | OPEN:
            label = Year(figure.year).label
            found.setdefault(figure.body, {})[label] = figure_in_words(figure, note=False)
    return found


def figures_of_force(release: Release, force: str) -> ForceFigures:
    """The figures of one force in a release: as approved, or as they would be now."""
    figures = list(release.figures.filter(body_kind="force", body=force, breakdown=""))
    if not release.approved_at:
        figures = [f for f in snapshot(release).figures if f.body == force]
    return figures_by_force(figures).get(force, {})


def open_dispute(
    release: Release,
    force: Force,
    *,
    years: Collection[str],
    says: str,
    said_on: dt.date,
    owner: User,
    by: User,
    now: dt.datetime,
) -> Dispute:
    """Note that a force disputes its figures. Readers of an approved release see it at once."""
    says = " ".join(says.split())
    with transaction.atomic():
        locked = Release.objects.select_for_update().get(pk=release.pk)
        figures = figures_of_force(locked, force.slug)
        if not says:
            raise Refused("Say what the force says, as readers will see it, in one sentence.")
        if not years or not set(years) <= figures.keys():
            raise Refused("Choose which of the force’s years it disputes.")
        if said_on > localtime(now).date():
            raise Refused("That day is in the future. Give the day on which the force said it.")
        if not Account.objects.open(localtime(now).date()).filter(pk=owner.pk).exists():
            raise Refused("Choose a member of staff to look into it.")
        if locked.withdrawn_at:
            raise Refused("This release is withdrawn: its figures are no longer shown.")
        for other in locked.disputes.filter(force=force, decided_at__isnull=True):
            if both := set(other.disputed) & set(years):
                year = min(both)
                raise Refused(f"Its dispute of {year} is recorded already, and not decided yet.")
        dispute = Dispute.objects.create(
            release=locked,
            force=force,
            disputed={year: figures[year] for year in sorted(years)},
            says=says,
            said_on=said_on,
            opened_by=by,
            opened_at=now,
            owner=owner,
        )
        if locked.approved_at:
            _disputed(dispute, locked, now).save()
        return dispute


def _about(dispute: Dispute, release: Release, **fields: Any) -> ReleasedRemark:
    force, years = dispute.force.slug, dispute.years
    return ReleasedRemark(release=release, force=force, years=years, dispute=dispute, **fields)


def _disputed(dispute: Dispute, release: Release, now: dt.datetime) -> ReleasedRemark:
    fields = {"kind": RemarkKind.DISPUTED, "said_on": dispute.said_on, "words": dispute.says}
    return _about(dispute, release, **fields, shown_from=now)


def decide_dispute(
    dispute: Dispute,
    decision: str,
    *,
    words: str,
    corrected_in: Release | None = None,
    by: User,
    now: dt.datetime,
) -> Dispute:
    """Decide a dispute, once; not by the person who looked into it."""
    words = " ".join(words.split())
    with transaction.atomic():
        release = Release.objects.select_for_update().get(pk=dispute.release_id)
        locked = Dispute.objects.select_for_update().select_related("force").get(pk=dispute.pk)
        if locked.decided_at:
            raise Refused("This dispute is decided already.")
        if locked.owner_id == by.pk:
            raise Refused("You look into this dispute, so a colleague decides it.")
        if decision not in Decision.values:
            raise Refused("Choose what was decided.")
        if not words:
            raise Refused("Say why it was decided so: readers see this sentence.")
        if decision == Decision.CORRECTED:
            _corrects(locked, corrected_in)
        elif corrected_in:
            raise Refused("A release that corrects it goes with the decision that it is corrected.")
        if decision == Decision.WITHDRAWN and not release.withdrawn_at:
            raise Refused("The release is not withdrawn. Withdraw it first.")
        locked.decision, locked.decided_words = decision, words
        locked.corrected_in, locked.decided_by, locked.decided_at = corrected_in, by, now
        locked.save()
        remarks = locked.remarks.filter(kind=RemarkKind.DISPUTED).select_related("release")
        for remark in remarks.order_by("pk"):
            _decided(locked, remark.release, now).save()
    dispute.refresh_from_db()
    return dispute


def _corrects(dispute: Dispute, corrected_in: Release | None) -> None:
    release = dispute.release
    if corrected_in is None or corrected_in.measure_id != release.measure_id:
        raise Refused("Name the release of this measure that corrects the figure.")
    if not corrected_in.approved_at or corrected_in.withdrawn_at:
        raise Refused(f"{corrected_in} is not approved, so it corrects nothing yet.")
    if corrected_in.number < release.number:
        raise Refused(f"{corrected_in} came before the dispute.")
    figures = figures_of_force(corrected_in, dispute.force.slug)
    if dispute.disputed.items() <= figures.items():
        same = f"{corrected_in} has the same figure for {dispute.years}"
        raise Refused(f"{same}: it corrects nothing.")


def _decided(dispute: Dispute, release: Release, now: dt.datetime) -> ReleasedRemark:
    """The decision on a dispute; never shown before the release that it names is public."""
    newer = dispute.corrected_in
    shown_from = max(now, newer.public_at) if newer and newer.public_at else now
    assert dispute.decided_at is not None
    return _about(
        dispute,
        release,
        kind=RemarkKind.DECIDED,
        said_on=localtime(dispute.decided_at).date(),
        words=dispute.decided_words,
        shown_from=shown_from,
        decision=dispute.decision,
        corrected_in=newer.number if newer else None,
    )


def disputes_to_copy(
    release: Release, figures: Mapping[str, ForceFigures], now: dt.datetime
) -> list[ReleasedRemark]:
    """The remarks on disputes of exactly these figures: open ones, and its own decided before."""
    found = []
    disputes = Dispute.objects.filter(
        release__measure=release.measure_id, release__number__lte=release.number
    ).select_related("force", "corrected_in")
    for dispute in disputes.order_by("opened_at", "pk"):
        is_own = not dispute.decided_at or dispute.release_id == release.pk
        if is_own and dispute.disputed.items() <= figures.get(dispute.force.slug, {}).items():
            found.append(_disputed(dispute, release, now))
            if dispute.decided_at:
                found.append(_decided(dispute, release, now))
    return found

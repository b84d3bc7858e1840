"""The next event: when its embargo lifts, and what is missing before it can go out."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, F, Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from offences.models import CampaignEvent, Release
from offences.staff.today.queues import list_of, page_of, plural
from offences.staff.today.round_progress import RoundProgress, Stage


@dataclass(frozen=True)
class MissingStep:
    """One thing that is missing before an event can go out."""

    words: str
    url: str


def coming_events(now: dt.datetime) -> QuerySet[CampaignEvent]:
    """Events to come, the nearest first, with how many texts each has."""
    unissued = Q(texts__issued_at__isnull=True)
    return (
        CampaignEvent.objects.filter(embargo_at__gt=now)
        .select_related("release__measure")
        .annotate(
            drafted=Count("texts"),
            unissued=Count("texts", filter=unissued),
            # From another release than the event's: they have to be drafted again.
            stale=Count("texts", filter=unissued & ~Q(texts__release=F("release"))),
        )
        .order_by("embargo_at", "pk")
    )


def embargo_in_words(event: CampaignEvent, now: dt.datetime) -> tuple[str, str]:
    """When the embargo lifts, and how far off that is: “Tuesday 25 June, 00:01”, “in 12 days”.

    A date that is known to the month only is not counted down.
    """
    at, now = timezone.localtime(event.embargo_at), timezone.localtime(now)
    if event.embargo_precision != "day":
        return event.embargo_in_words, ""
    year = "" if at.year == now.year else f" {at.year}"
    moment = f"{at:%A} {at.day} {at:%B}{year}, {at:%H:%M}"
    days = (at.date() - now.date()).days
    if days > 1:
        return moment, f"in {days} days"
    hours, minutes = divmod(round((at - now).total_seconds() / 60), 60)
    left = [plural(n, noun) for n, noun in ((hours, "hour"), (minutes, "minute")) if n]
    return moment, f"in {' '.join(left)}" if left else "in less than a minute"


def missing_steps(
    event, progress: RoundProgress | None, waiting: Sequence[Release]
) -> list[MissingStep]:
    """List what is missing between an event and its texts, in the order of the work."""
    release: Release | None = event.release
    issued = event.drafted > event.unissued
    if release and release.withdrawn_at and issued:
        # An issued text keeps the release that it was written from: see `press.why_locked`.
        words = "Its release is withdrawn and texts of it are issued: make a new event"
        return [MissingStep(words, reverse("admin:offences_campaignevent_add"))]
    steps = []
    if release is None or release.approved_at is None:
        steps += _returns(progress)
    return [*steps, *_figures(event, release, waiting), *_texts(event)]


def _returns(progress: RoundProgress | None) -> list[MissingStep]:
    """Nothing is still to come of a past round known from publications alone."""
    if progress is None:
        return []
    return [
        MissingStep(f"{plural(count.number, 'return')} {words}", count.url)
        for stage, words in (
            (Stage.AWAITED, "still to come"),
            (Stage.TO_ENTER, "to enter"),
            (Stage.TO_CHECK, "to check"),
        )
        for count in progress.counts
        if count.stage is stage and (progress.round.complete or stage is Stage.TO_CHECK)
    ]


def _figures(event, release: Release | None, waiting: Sequence[Release]) -> list[MissingStep]:
    page = page_of("campaignevent", "change", event.pk)
    if release is None and waiting:
        address = page_of("release", "approve", waiting[0].pk)
        return [
            MissingStep("Release prepared, not yet approved", address),
            MissingStep("Release not yet chosen for the event", page),
        ]
    if release is None:
        return [MissingStep("Release not yet prepared or chosen", page)]
    if release.withdrawn_at:
        return [MissingStep("Its release is withdrawn: choose the one that corrects it", page)]
    if release.approved_at is None:
        address = page_of("release", "approve", release.pk)
        return [MissingStep("Release not yet approved", address)]
    if release.public_at and release.public_at > event.embargo_at:
        return [MissingStep("Its figures open after the embargo: set the embargo later", page)]
    return []


def _texts(event) -> list[MissingStep]:
    page = page_of("campaignevent", "change", event.pk)
    if not event.drafted:
        return [MissingStep("Drafts not yet made", page)]
    if event.stale:
        words = f"{plural(event.stale, 'draft')} of an earlier release to draft again"
        return [MissingStep(words, page)]
    if event.unissued:
        address = list_of("pressrelease", event__id__exact=event.pk)
        return [MissingStep(f"{plural(event.unissued, 'draft')} to read and issue", address)]
    return []

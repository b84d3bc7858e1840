"""The next event: when its embargo lifts, and what is missing before it can go."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, F, Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from offences.models import CampaignEvent, Release
from offences.staff.today.progress import Progress, Stage
from offences.staff.today.words import list_of, number_in_words, page_of


@dataclass(frozen=True)
class Step:
    """One thing that is missing before an event can go."""

    words: str
    url: str


def events_to_come(now: dt.datetime) -> QuerySet[CampaignEvent]:
    """Those still to come, the nearest first, with how many texts each has."""
    unissued = Q(texts__issued_at__isnull=True)
    return (
        CampaignEvent.objects.filter(embargo_at__gt=now)
        .select_related("release__measure")
        .annotate(
            drafted=Count("texts"),
            unissued=Count("texts", filter=unissued),
            # Of another release than the event's: they have to be drafted again.
            stale=Count("texts", filter=unissued & ~Q(texts__release=F("release"))),
        )
        .order_by("embargo_at", "pk")
    )


def lifts_in_words(event: CampaignEvent, now: dt.datetime) -> tuple[str, str]:
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
    minutes = round((at - now).total_seconds() / 60)
    hours, rest = divmod(minutes, 60)
    left = " ".join(
        f"{number} {word}{'' if number == 1 else 's'}"
        for number, word in ((hours, "hour"), (rest, "minute"))
        if number
    )
    return moment, f"in {left}" if left else "in less than a minute"


def missing_of(event, progress: Progress | None, waiting: Sequence[Release]) -> list[Step]:
    """What stands between an event and its texts, in the order in which it is done."""
    release: Release | None = event.release
    issued = event.drafted > event.unissued
    if release and release.withdrawn_at and issued:
        # What an issued text speaks from stays: see `press.why_locked`.
        words = "Its release is withdrawn and texts of it are issued: make a new event"
        return [Step(words, reverse("admin:offences_campaignevent_add"))]
    steps = []
    if release is None or release.approved_at is None:
        steps += _returns(progress)
    return [*steps, *_figures(event, release, waiting), *_texts(event)]


def _returns(progress: Progress | None) -> list[Step]:
    """Of a past round known from print nothing is still to come."""
    if progress is None:
        return []
    return [
        Step(number_in_words(key.number, one, many), key.url)
        for stage, one, many in (
            (Stage.AWAITED, "return still to come", "returns still to come"),
            (Stage.TO_ENTER, "return to enter", "returns to enter"),
            (Stage.TO_CHECK, "return to check", "returns to check"),
        )
        for key in progress.keys
        if key.stage is stage and (progress.round.complete or stage is Stage.TO_CHECK)
    ]


def _figures(event, release: Release | None, waiting: Sequence[Release]) -> list[Step]:
    page = page_of("campaignevent", "change", event.pk)
    if release is None and waiting:
        address = page_of("release", "approve", waiting[0].pk)
        return [
            Step("Release prepared, not yet approved", address),
            Step("Event not yet told which release it speaks from", page),
        ]
    if release is None:
        return [Step("Release not yet prepared or chosen", page)]
    if release.withdrawn_at:
        return [Step("Its release is withdrawn: choose the one that corrects it", page)]
    if release.approved_at is None:
        return [Step("Release not yet approved", page_of("release", "approve", release.pk))]
    if release.public_at and release.public_at > event.embargo_at:
        return [Step("Its figures open after the embargo: set the embargo later", page)]
    return []


def _texts(event) -> list[Step]:
    page = page_of("campaignevent", "change", event.pk)
    if not event.drafted:
        return [Step("Drafts not yet made", page)]
    if event.stale:
        words = number_in_words(event.stale, "draft", "drafts")
        return [Step(f"{words} of an earlier release to draft again", page)]
    if event.unissued:
        address = list_of("pressrelease", event__id__exact=event.pk)
        words = number_in_words(event.unissued, "draft", "drafts")
        return [Step(f"{words} to read and issue", address)]
    return []

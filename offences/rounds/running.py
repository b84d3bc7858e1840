"""The round that is running, whatever round is newest."""

from typing import Any

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, When
from django.db.models.functions import Now

from offences.models import FoiEvent, FoiRound, FoiSubmission, Release


def running_first() -> QuerySet[Any]:
    """All rounds, the one that is running first.

    It was sent and has no approved release yet: the one whose event comes next, else the newest. A
    round that is only prepared does not take its place. Without one it is the newest whose records
    are complete.
    """
    sent = FoiEvent.objects.filter(kind="sent", submission__round=OuterRef("pk"))
    answered = FoiSubmission.objects.filter(round=OuterRef("pk")).exclude(outcome="awaited")
    released = Release.objects.filter(last_round=OuterRef("pk"))
    is_sent = Q(sent_on__isnull=False) | Exists(sent) | Exists(answered)
    is_running = Q(complete=True) & is_sent & ~Exists(released.filter(approved_at__isnull=False))
    ahead = When(is_running & Q(event__embargo_at__gt=Now()), then=F("event__embargo_at"))
    rounds = FoiRound.objects.annotate(
        is_running=is_running, ahead_at=Case(ahead), is_released=Exists(released)
    )
    by_event = F("ahead_at").asc(nulls_last=True)
    return rounds.order_by("-is_running", by_event, "-complete", "-number")

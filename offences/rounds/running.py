"""The round that is running, whatever round is newest."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from offences.models import FoiEvent, FoiRound, FoiSubmission, Release


def running_first() -> QuerySet[Any]:
    """All rounds, the one that is running first.

    It is the newest that was sent and has no approved release yet; a round that is only prepared
    does not take its place. Without one it is the newest whose records are complete.
    """
    sent = FoiEvent.objects.filter(kind="sent", submission__round=OuterRef("pk"))
    answered = FoiSubmission.objects.filter(round=OuterRef("pk")).exclude(outcome="awaited")
    released = Release.objects.filter(last_round=OuterRef("pk"))
    is_sent = Q(sent_on__isnull=False) | Exists(sent) | Exists(answered)
    is_running = Q(complete=True) & is_sent & ~Exists(released.filter(approved_at__isnull=False))
    rounds = FoiRound.objects.annotate(is_running=is_running, is_released=Exists(released))
    return rounds.order_by("-is_running", "-complete", "-number")

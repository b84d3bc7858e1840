"""Colleagues at work on the same grid: their changes, their presence, their drafts."""

import datetime as dt

from django.contrib.auth.models import User
from django.utils import timezone

from offences.models import FoiSubmission, GridDraft
from offences.staff.names import name_of


def moment_in_words(at: dt.datetime, now: dt.datetime) -> str:
    """“10:42” today, “3 May 2019 at 10:42” on another day."""
    at, now = timezone.localtime(at), timezone.localtime(now)
    clock = f"{at:%H:%M}"
    return clock if at.date() == now.date() else f"{at.day} {at:%B %Y} at {clock}"


def changed_since(submission: FoiSubmission, edition: int, now: dt.datetime) -> str:
    """Who changed a return after a form was opened; empty if nobody did."""
    if submission.edition == edition:
        return ""
    if submission.entered_by is None or submission.entered_at is None:
        return "Every count was removed from this grid after you opened it."
    return (
        f"{name_of(submission.entered_by)} changed this return at "
        f"{moment_in_words(submission.entered_at, now)}, after you opened it. If you both changed "
        "one cell, you are asked which to keep when you save. Nothing you typed is lost."
    )


PRESENT = dt.timedelta(minutes=15)


def colleagues_here(me: User, submission: FoiSubmission, now: dt.datetime) -> str:
    """Who else was at this grid just now."""
    person, at = submission.opened_by, submission.opened_at
    if person is None or at is None or person == me or now - at > PRESENT:
        return ""
    return (
        f"{name_of(person)} had this grid open at {moment_in_words(at, now)} and may be typing "
        "too. If you both change one cell, the second to save is asked which to keep."
    )


def drafts_of_colleagues(me: User, submission: FoiSubmission, now: dt.datetime) -> list[str]:
    """Who has a draft of this grid, and since when; never what is in it."""
    drafts = GridDraft.objects.filter(submission=submission).exclude(person=me)
    return [
        f"{name_of(draft.person)} has had a draft of this grid since "
        f"{moment_in_words(draft.saved_at, now)}. It is not stored, and nobody else can read it: "
        "ask before you type the same cells."
        for draft in drafts.select_related("person").defer("form").order_by("saved_at")
    ]

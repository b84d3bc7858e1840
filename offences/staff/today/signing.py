"""What waits of releases: to be screened, to be mended, to be signed."""

import datetime as dt
from collections.abc import Sequence

from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from offences.models import Release, ReleaseEditor
from offences.staff.common import name_of
from offences.staff.today.task import Row, Task, may
from offences.staff.today.words import ago, list_of, page_of


def releases_in_preparation(user: User) -> QuerySet[Release]:
    edited = ReleaseEditor.objects.filter(release=OuterRef("pk"), user=user)
    return (
        Release.objects.filter(approved_at__isnull=True)
        .select_related("measure", "prepared_by", "sent_back_by")
        .annotate(own=Exists(edited))
        .order_by("prepared_at", "pk")
    )


def _to_approve(release, user: User, today: dt.date) -> Row:
    return Row(
        str(release),
        page_of("release", "approve", release.pk),
        f"{release.title}, prepared by {name_of(release.prepared_by)}",
        f"in review since {ago(timezone.localtime(release.review_at).date(), today)}",
        mine=not release.own
        and user.pk not in (release.prepared_by_id, release.screened_by_id, release.review_by_id),
    )


def _to_screen(release, today: dt.date) -> Row:
    about = f"{release.title}, prepared by {name_of(release.prepared_by)}"
    if release.screened_at:
        about = f"{release.title}: screened, to be sent to review"
    return Row(
        str(release),
        page_of("release", "screening", release.pk),
        about,
        ago(timezone.localtime(release.prepared_at).date(), today),
    )


def _sent_back(release, today: dt.date) -> Row:
    return Row(
        str(release),
        page_of("release", "screening", release.pk),
        f"by {name_of(release.sent_back_by)}: {release.sent_back_reason}",
        ago(timezone.localtime(release.sent_back_at).date(), today),
    )


def of_signing(user: User, today: dt.date, waiting: Sequence[Release]) -> list[Task]:
    """A release stands in one of the three: to screen, sent back, or in review."""
    back = [r for r in waiting if r.review_at is None and r.sent_back_at]
    screen = [r for r in waiting if r.review_at is None and not r.sent_back_at]
    prepares = may(user, "change_release")
    return [
        Task(
            "Releases sent back",
            "Mend the first",
            list_of("release", state=Release.State.DRAFT),
            "data officer or press officer",
            prepares,
            [_sent_back(release, today) for release in back],
        ),
        Task(
            "Releases to screen",
            "Screen the first",
            list_of("release", state=Release.State.DRAFT),
            "data officer or press officer",
            prepares or may(user, "answer_errors"),
            [_to_screen(release, today) for release in screen],
            "Errors are mended, or answered by the data lead; warnings by anyone who prepares.",
        ),
        Task(
            "Releases to approve",
            "Preview the first",
            list_of("release", state=Release.State.IN_REVIEW),
            "approver",
            may(user, "approve_release"),
            [
                _to_approve(release, user, today)
                for release in waiting
                if release.review_at is not None
            ],
        ),
    ]

"""Queues of releases and texts: to prepare, screen, approve, draft, issue and correct."""

import datetime as dt
from collections.abc import Sequence

from django.contrib.auth.models import User
from django.db.models import Exists, F, OuterRef, QuerySet
from django.urls import reverse

from offences import press, releases
from offences.models import Dispute, ForceCheck, PressRelease, Release, ReleaseEditor, ReleaseState
from offences.staff.names import name_of
from offences.staff.today.queues import Queue, QueueRow, ago, list_of, may, page_of


def releases_in_preparation(user: User) -> QuerySet[Release]:
    edited = ReleaseEditor.objects.filter(release=OuterRef("pk"), user=user)
    return (
        Release.objects.filter(approved_at__isnull=True)
        .select_related("measure", "prepared_by", "sent_back_by")
        .annotate(own=Exists(edited))
        .order_by("prepared_at", "pk")
    )


def release_queues(
    user: User, today: dt.date, prepare: Sequence[str], waiting: Sequence[Release]
) -> list[Queue]:
    """Releases to prepare, sent back, to screen and to approve; each is in one queue."""
    drafts = [r for r in waiting if r.review_at is None]
    in_review = [r for r in waiting if r.review_at]
    prepares = may(user, "change_release")
    return [
        Queue(
            "Releases to prepare",
            "Prepare it",
            list_of("release"),
            "data officer or press officer",
            may(user, "add_release"),
            [
                QueueRow(name, reverse("admin:offences_release_add"), "Every return is checked.")
                for name in prepare
            ],
        ),
        Queue(
            "Releases sent back",
            "Correct the first",
            list_of("release", state=ReleaseState.DRAFT),
            "data officer or press officer",
            prepares,
            [_sent_back(release, today) for release in drafts if release.sent_back_at],
        ),
        Queue(
            "Releases to screen",
            "Screen the first",
            list_of("release", state=ReleaseState.DRAFT),
            "data officer or press officer",
            prepares or may(user, "answer_errors"),
            [_to_screen(release, today) for release in drafts if not release.sent_back_at],
            "Errors are corrected, or answered by the data lead; warnings are answered by anyone "
            "who prepares releases.",
        ),
        Queue(
            "Releases to approve",
            "Preview the first",
            list_of("release", state=ReleaseState.IN_REVIEW),
            "approver",
            may(user, "approve_release"),
            [_to_approve(release, user, today) for release in in_review],
        ),
    ]


def _sent_back(release, today: dt.date) -> QueueRow:
    return QueueRow(
        str(release),
        page_of("release", "screening", release.pk),
        f"by {name_of(release.sent_back_by)}: {release.sent_back_reason}",
        ago(release.sent_back_at, today),
    )


def _to_screen(release, today: dt.date) -> QueueRow:
    about = f"{release.title}, prepared by {name_of(release.prepared_by)}"
    if release.screened_at:
        about = f"{release.title}: screened, to be sent to review"
    return QueueRow(
        str(release),
        page_of("release", "screening", release.pk),
        about,
        ago(release.prepared_at, today),
    )


def _to_approve(release, user: User, today: dt.date) -> QueueRow:
    return QueueRow(
        str(release),
        page_of("release", "approve", release.pk),
        f"{release.title}, prepared by {name_of(release.prepared_by)}",
        f"in review since {ago(release.review_at, today)}",
        mine=not release.own
        and user.pk not in (release.prepared_by_id, release.screened_by_id, release.review_by_id),
    )


def force_check_queues(user: User, today: dt.date) -> list[Queue]:
    """Forces whose answer about their figures is overdue, and open disputes."""
    queues = []
    if may(user, "view_forcecheck"):
        queues.append(_overdue(user, today))
    if may(user, "view_dispute"):
        queues += _disputes(user, today)
    return queues


def _overdue(user: User, today: dt.date) -> Queue:
    newer = ForceCheck.objects.filter(
        release=OuterRef("release"), force=OuterRef("force"), number__gt=OuterRef("number")
    )
    overdue = (
        ForceCheck.objects.filter(answer="", due_on__lt=today, release__withdrawn_at__isnull=True)
        .exclude(Exists(newer))
        .select_related("force", "release__measure")
        .order_by("due_on", "force__area")
    )
    return Queue(
        "Forces that have not answered about their figures",
        "Record the first",
        list_of("release"),
        "data officer",
        may(user, "change_forcecheck"),
        [
            QueueRow(
                check.force.area,
                reverse("admin:offences_release_force", args=[check.release_id, check.force.slug]),
                f"{check.release}: answer due",
                ago(check.due_on, today),
            )
            for check in overdue
        ],
        "Ask again, or record that the force has not answered.",
    )


def _disputes(user: User, today: dt.date) -> list[Queue]:
    """Disputes for their owner and for those who may decide them, the oldest first."""
    disputes = list(releases.open_disputes())
    return [
        Queue(
            "Disputes you are looking into",
            "Open the first",
            list_of("dispute", state="open"),
            "its owner",
            True,
            [_dispute(each, today) for each in disputes if each.owner_id == user.pk],
            "Ask the force, look at its return, and tell an approver what you found.",
        ),
        Queue(
            "Disputes to decide",
            "Decide the first",
            list_of("dispute", state="open"),
            "approver",
            may(user, "decide_dispute"),
            [_dispute(each, today, mine=each.owner_id != user.pk) for each in disputes],
        ),
    ]


def _dispute(dispute: Dispute, today: dt.date, *, mine: bool = True) -> QueueRow:
    return QueueRow(
        str(dispute),
        page_of("dispute", "decide", dispute.pk),
        f"{dispute.release}: “{dispute.says}” {name_of(dispute.owner)} is looking into it",
        f"opened {ago(dispute.opened_at, today)}",
        mine=mine,
    )


def text_queues(user: User, today: dt.date, events: Sequence) -> list[Queue]:
    """Events to draft for, and texts to read and issue."""
    draft = [
        e
        for e in events
        if e.release
        and e.release.approved_at
        and not e.release.withdrawn_at
        and (not e.drafted or e.stale)
    ]
    issue = _texts(user) if may(user, "view_pressrelease") else []
    return [
        Queue(
            "Events to draft for",
            "Draft the first",
            list_of("campaignevent"),
            "press officer",
            may(user, "add_pressrelease"),
            [
                QueueRow(
                    e.name, page_of("campaignevent", "change", e.pk), f"Figures from {e.release}."
                )
                for e in draft
            ],
        ),
        Queue(
            "Texts to read and issue",
            "Read the first",
            list_of("pressrelease"),
            "approver",
            may(user, "issue_pressrelease"),
            [_to_issue(text, user, today) for text in issue],
        ),
    ]


def _texts(user: User) -> QuerySet[PressRelease]:
    """Drafts that could be issued: written from the release that their event has."""
    edited = PressRelease.editors.through.objects.filter(pressrelease=OuterRef("pk"), user=user)
    return (
        PressRelease.objects.drafts()
        .filter(release=F("event__release"), release__withdrawn_at__isnull=True)
        .select_related("event")
        .annotate(own=Exists(edited))
        .only("place", "headline", "event__name", "prepared_by", "prepared_at", "edited_by")
        .order_by("event__embargo_at", "body_kind", "place")
    )


def _to_issue(text, user: User, today: dt.date) -> QueueRow:
    return QueueRow(
        text.place,
        page_of("pressrelease", "issue", text.pk),
        text.headline,
        f"drafted {ago(text.prepared_at, today)}",
        mine=not text.own and user.pk not in (text.prepared_by_id, text.edited_by_id),
    )


def correction_queues(user: User, now: dt.datetime) -> list[Queue]:
    """Issued texts that a newer release contradicts, for those who may correct them."""
    if not may(user, "add_correction", "view_mediacontact"):
        return []
    rows = [
        QueueRow(each.text.place, page_of("issuedtext", "correct", each.text.pk), each.what)
        for each in press.texts_to_correct(now)
    ]
    return [
        Queue(
            "Correct what was sent",
            "Correct the first",
            reverse("admin:offences_issuedtext_corrections"),
            "press officer",
            True,
            rows,
            "Tell those who were sent these texts. Nothing is sent from here.",
        )
    ]

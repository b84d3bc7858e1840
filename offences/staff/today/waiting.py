"""What waits for each step: returns, files and questions, releases, disputes, texts.

Each queue is one query, however many rows it has.
"""

import datetime as dt
from collections.abc import Sequence
from itertools import groupby

from django.contrib.auth.models import User
from django.db.models import Exists, F, OuterRef, QuerySet
from django.urls import reverse

from offences import press, releases
from offences.models import (
    Dispute,
    Document,
    FoiQuery,
    FoiSubmission,
    ForceCheck,
    PressRelease,
    Reading,
    RecordedFigure,
    Release,
    ReleaseEditor,
    ReleaseState,
)
from offences.staff.names import area_or_body, force_of, name_of, subject_of, year_of
from offences.staff.pages import may
from offences.staff.today.queues import LinkRow, Queue, ago, list_of, page_of, plural, queue_of
from offences.staff.today.round_progress import FILTERS, Stage

# Returns


def entry_queues(
    user: User, today: dt.date, enter: Sequence[FoiSubmission], check: Sequence[FoiSubmission]
) -> list[Queue]:
    """Returns to enter and to check, and published figures that contradict each other."""
    rounds = {s.round_id for s in enter}
    one_round = {"round__id__exact": rounds.pop()} if len(rounds) == 1 else {}
    to_enter = list_of("foisubmission", **one_round, **FILTERS[Stage.TO_ENTER])
    to_check = list_of("foisubmission", state="entered")
    figures = list_of("recordedfigure", contradicted="yes")
    contradictions = _contradictions() if may(user, "view_recordedfigure") else []
    return [
        queue_of(user, "enter", to_enter, [_to_enter(s, today) for s in enter]),
        queue_of(user, "check", to_check, [_to_check(s, user, today) for s in check]),
        queue_of(user, "differ", figures, contradictions),
    ]


def _to_enter(submission, today: dt.date) -> LinkRow:
    papers = plural(submission.papers, "paper") if submission.papers else "no paper"
    part = "answered in part, " if submission.outcome == FoiSubmission.Outcome.PART else ""
    on, exact = submission.outcome_on, submission.outcome_precision == "day"
    received = f"received {ago(on, today) if exact else submission.outcome_in_words}" if on else ""
    about = f"{submission.round}, {part}{papers} filed"
    return LinkRow(_force_of(submission), page_of(submission, "grid"), about, received)


def _to_check(submission, user: User, today: dt.date) -> LinkRow:
    about = f"{submission.round}, entered by {name_of(submission.entered_by)}"
    entered = ago(submission.entered_at, today)
    mine = not submission.own and submission.entered_by_id != user.pk
    return LinkRow(_force_of(submission), page_of(submission, "check"), about, entered, mine)


def _force_of(submission: FoiSubmission) -> str:
    return force_of(submission.force.area, submission.number)


def _contradictions() -> list[LinkRow]:
    """Figures published with another number elsewhere, until one is marked as in doubt.

    One row for each number with several versions: which paper has which.
    """
    key = ("measure", "claim", "body_kind", "body", "year", "period", "category")
    certain = RecordedFigure.objects.filter(doubt="", value__isnull=False)
    others = certain.filter(**{name: OuterRef(name) for name in key}).exclude(
        value=OuterRef("value")
    )
    figures = (
        certain.filter(Exists(others))
        .select_related("document", "measure")
        .annotate(place=area_or_body())
        .order_by(*key, "-value", "pk")
    )
    rows = []
    for _, group in groupby(figures, key=lambda figure: figure.conflict_key):
        same = list(group)
        one = same[0]
        versions = "; ".join(f"{f.as_written} in {f.document}" for f in same)
        about = f"{one.measure}, {subject_of(one)}: {versions}"
        rows.append(LinkRow(f"{one.place}, {year_of(one)}", page_of(same[-1]), about))
    return rows


def awaited_queue(user: User, today: dt.date, awaited: Sequence[FoiSubmission]) -> Queue:
    """Answers still to come, so that nobody with a round under way has an empty page."""
    one_round = {"round__id__exact": awaited[0].round_id} if awaited else {}
    address = list_of("foisubmission", **one_round, **FILTERS[Stage.AWAITED])
    return queue_of(user, "awaited", address, [_to_come(s, today) for s in awaited])


def _to_come(submission: FoiSubmission, today: dt.date) -> LinkRow:
    round_ = submission.round
    exact = round_.sent_on and round_.sent_precision == "day"
    sent = f"sent {ago(round_.sent_on, today)}" if exact else ""
    return LinkRow(_force_of(submission), page_of(submission), f"{round_}, no answer yet", sent)


# Files


def file_queues(user: User, today: dt.date) -> list[Queue]:
    """Files to review and to store, and questions to forces."""
    if not may(user, "view_reading", "view_foiquery", "view_document"):
        return []
    unread = {"cleared_at": None, "seen__isnull": False}  # nobody reviews a file before it is read
    documents = Document.objects.exclude(held_back=[]).filter(**unread).order_by("added_at")
    held_back = [
        LinkRow(d.title, page_of(d, "clear"), d.held_back[0], f"received {ago(d.added_at, today)}")
        for d in documents
    ]
    asked = FoiQuery.objects.unanswered().select_related("submission__force").order_by("asked_at")
    questions = [
        LinkRow(
            query.submission.force.area,
            page_of(query),
            f"{query.what}: not answered yet",
            f"asked {ago(query.asked_at, today)}",
        )
        for query in asked
    ]
    return [
        queue_of(user, "held_back", list_of("document"), held_back),
        queue_of(user, "store", list_of("reading"), _unstored(today)),
        queue_of(user, "ask", list_of("foiquery", state="open"), questions),
    ]


def _unstored(today: dt.date) -> list[LinkRow]:
    rows = Reading.objects.filter(stored_at=None).order_by("read_at")
    related = ("submission__force", "submission__round", "document")
    page = "admin:offences_foisubmission_reading"
    return [
        LinkRow(
            reading.submission.force.area,
            reverse(page, args=[reading.submission_id, reading.pk]),
            f"{reading.name}, read and not stored",
            f"read {ago(reading.read_at, today)}",
        )
        for reading in rows.select_related(*related)
    ]


# Releases


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
    add, drafts = (
        reverse("admin:offences_release_add"),
        list_of("release", state=ReleaseState.DRAFT),
    )
    in_review = list_of("release", state=ReleaseState.IN_REVIEW)
    to_prepare = [LinkRow(name, add, "Every return is checked.") for name in prepare]
    rows: dict[str, list[LinkRow]] = {"sent_back": [], "screen": [], "approve": []}
    for release in waiting:
        kind = "approve" if release.review_at else "sent_back" if release.sent_back_at else "screen"
        rows[kind].append(_release_row(release, kind, user, today))
    return [
        queue_of(user, "prepare", list_of("release"), to_prepare),
        queue_of(user, "sent_back", drafts, rows["sent_back"]),
        queue_of(user, "screen", drafts, rows["screen"], also="answer_errors"),
        queue_of(user, "approve", in_review, rows["approve"]),
    ]


def _release_row(release, kind: str, user: User, today: dt.date) -> LinkRow:
    page, age, mine = page_of(release, "screening"), ago(release.prepared_at, today), True
    about = f"{release.title}, prepared by {name_of(release.prepared_by)}"
    if kind == "sent_back":
        age = ago(release.sent_back_at, today)
        about = f"by {name_of(release.sent_back_by)}: {release.sent_back_reason}"
    elif kind == "approve":
        page, age = page_of(release, "approve"), f"in review since {ago(release.review_at, today)}"
        signed = (release.prepared_by_id, release.screened_by_id, release.review_by_id)
        mine = not release.own and user.pk not in signed
    elif release.screened_at:
        about = f"{release.title}: screened, to be sent to review"
    return LinkRow(str(release), page, about, age, mine)


def force_check_queues(user: User, today: dt.date) -> list[Queue]:
    """Forces whose answer about their figures is overdue, and open disputes."""
    queues = []
    if may(user, "view_forcecheck"):
        queues.append(queue_of(user, "overdue", list_of("release"), _overdue(today)))
    if may(user, "view_dispute"):  # the oldest first
        address, disputes = list_of("dispute", state="open"), list(releases.open_disputes())
        own = [_dispute(each, today) for each in disputes if each.owner_id == user.pk]
        all_ = [_dispute(each, today, mine=each.owner_id != user.pk) for each in disputes]
        queues.append(queue_of(user, "owned", address, own))
        queues.append(queue_of(user, "decide", address, all_))
    return queues


def _overdue(today: dt.date) -> list[LinkRow]:
    newer = ForceCheck.objects.filter(
        release=OuterRef("release"), force=OuterRef("force"), number__gt=OuterRef("number")
    )
    overdue = (
        ForceCheck.objects.filter(answer="", due_on__lt=today, release__withdrawn_at__isnull=True)
        .exclude(Exists(newer))
        .select_related("force", "release__measure")
        .order_by("due_on", "force__area")
    )
    page = "admin:offences_release_force"
    return [
        LinkRow(
            check.force.area,
            reverse(page, args=[check.release_id, check.force.slug]),
            f"{check.release}: answer due",
            ago(check.due_on, today),
        )
        for check in overdue
    ]


def _dispute(dispute: Dispute, today: dt.date, *, mine: bool = True) -> LinkRow:
    owner = f"{name_of(dispute.owner)} is looking into it"
    about, opened = f"{dispute.release}: “{dispute.says}” {owner}", ago(dispute.opened_at, today)
    return LinkRow(str(dispute), page_of(dispute, "decide"), about, f"opened {opened}", mine)


# Texts


def text_queues(user: User, today: dt.date, events: Sequence) -> list[Queue]:
    """Events to draft for, and texts to read and issue."""
    draft = [
        LinkRow(event.name, page_of(event), f"Figures from {event.release}.")
        for event in events
        if (release := event.release) and release.approved_at and not release.withdrawn_at
        if not event.drafted or event.stale
    ]
    texts = _texts(user) if may(user, "view_pressrelease") else []
    issue = [_to_issue(text, user, today) for text in texts]
    return [
        queue_of(user, "draft", list_of("campaignevent"), draft),
        queue_of(user, "issue", list_of("pressrelease"), issue),
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


def _to_issue(text, user: User, today: dt.date) -> LinkRow:
    mine = not text.own and user.pk not in (text.prepared_by_id, text.edited_by_id)
    drafted = f"drafted {ago(text.prepared_at, today)}"
    return LinkRow(text.place, page_of(text, "issue"), text.headline, drafted, mine)


def correction_queues(user: User, now: dt.datetime) -> list[Queue]:
    """Issued texts that a newer release contradicts, for those who may correct them."""
    if not may(user, "add_correction", "view_mediacontact"):
        return []
    tasks = press.texts_to_correct(now)
    rows = [LinkRow(each.text.place, page_of(each.text, "correct"), each.what) for each in tasks]
    return [queue_of(user, "correct", reverse("admin:offences_issuedtext_corrections"), rows)]

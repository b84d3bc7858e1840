"""Queues of returns and of forces' files: to enter, check, store and answer.

What a person is given follows from permissions, never from a group's name, and excludes what the
rule of two people gives to somebody else. Each queue is one query, however many rows it has.
"""

import datetime as dt
from collections.abc import Sequence
from itertools import groupby

from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse

from offences.models import Document, FoiQuery, FoiSubmission, Reading, RecordedFigure
from offences.staff.names import area_or_body, name_of, subject_of, year_of
from offences.staff.today.queues import Queue, QueueRow, ago, list_of, may, page_of, plural
from offences.staff.today.round_progress import FILTERS, Stage


def entry_queues(
    user: User, today: dt.date, enter: Sequence[FoiSubmission], check: Sequence[FoiSubmission]
) -> list[Queue]:
    """Returns to enter and to check, and published figures that contradict each other."""
    rounds = {s.round_id for s in enter}
    one_round = {"round__id__exact": rounds.pop()} if len(rounds) == 1 else {}
    sees_figures = may(user, "view_recordedfigure")
    return [
        Queue(
            "Returns to enter",
            "Enter the first",
            list_of("foisubmission", **one_round, **FILTERS[Stage.TO_ENTER]),
            "data officer",
            may(user, "add_annualcount", "change_annualcount"),
            [_to_enter(s, today) for s in enter],
        ),
        Queue(
            "Returns to check",
            "Check the first",
            list_of("foisubmission", state="entered"),
            "checker",
            may(user, "check_foisubmission"),
            [_to_check(s, user, today) for s in check],
        ),
        Queue(
            "Problems to answer",
            "Answer the first",
            list_of("recordedfigure", contradicted="yes"),
            "data officer",
            may(user, "change_recordedfigure"),
            _contradictions() if sees_figures else [],
            "Published with different numbers, and only one can be right. Open the wrong one and "
            "say what is wrong.",
        ),
    ]


def _to_enter(submission, today: dt.date) -> QueueRow:
    papers = plural(submission.papers, "paper") if submission.papers else "no paper"
    part = "answered in part, " if submission.outcome == FoiSubmission.Outcome.PART else ""
    on, exact = submission.outcome_on, submission.outcome_precision == "day"
    received = f"received {ago(on, today) if exact else submission.outcome_in_words}" if on else ""
    return QueueRow(
        _force_of(submission),
        page_of("foisubmission", "grid", submission.pk),
        f"{submission.round}, {part}{papers} filed",
        received,
    )


def _to_check(submission, user: User, today: dt.date) -> QueueRow:
    return QueueRow(
        _force_of(submission),
        page_of("foisubmission", "check", submission.pk),
        f"{submission.round}, entered by {name_of(submission.entered_by)}",
        ago(submission.entered_at, today),
        mine=not submission.own and submission.entered_by_id != user.pk,
    )


def _force_of(submission: FoiSubmission) -> str:
    later = f", request {submission.number}" if submission.number > 1 else ""
    return f"{submission.force.area}{later}"


def _contradicting() -> QuerySet:
    """Figures published with another number elsewhere, until one is marked as in doubt."""
    key = ("measure", "claim", "body_kind", "body", "year", "period", "category")
    others = RecordedFigure.objects.filter(
        **{name: OuterRef(name) for name in key}, doubt="", value__isnull=False
    ).exclude(value=OuterRef("value"))
    return (
        RecordedFigure.objects.filter(Exists(others), doubt="", value__isnull=False)
        .select_related("document", "measure")
        .annotate(place=area_or_body())
        .order_by(*key, "-value", "pk")
    )


def _contradictions() -> list[QueueRow]:
    """One row for each number with several versions: which paper has which."""
    rows = []
    for _, group in groupby(_contradicting(), key=lambda figure: figure.conflict_key):
        same = list(group)
        one = same[0]
        versions = "; ".join(f"{f.as_written} in {f.document}" for f in same)
        rows.append(
            QueueRow(
                f"{one.place}, {year_of(one)}",
                page_of("recordedfigure", "change", same[-1].pk),
                f"{one.measure}, {subject_of(one)}: {versions}",
            )
        )
    return rows


def awaited_queue(user: User, today: dt.date, awaited: Sequence[FoiSubmission]) -> Queue:
    """Answers still to come, so that nobody with a round under way has an empty page."""
    one_round = {"round__id__exact": awaited[0].round_id} if awaited else {}
    return Queue(
        "Answers still to come",
        "Open the first",
        list_of("foisubmission", **one_round, **FILTERS[Stage.AWAITED]),
        "data officer",
        may(user, "change_foisubmission", "add_annualcount"),
        [_to_come(s, today) for s in awaited],
        "When one arrives, record the outcome on its page and attach its papers.",
    )


def _to_come(submission: FoiSubmission, today: dt.date) -> QueueRow:
    round_ = submission.round
    exact = round_.sent_on and round_.sent_precision == "day"
    return QueueRow(
        _force_of(submission),
        page_of("foisubmission", "change", submission.pk),
        f"{round_}, no answer yet",
        f"sent {ago(round_.sent_on, today)}" if exact else "",
    )


def file_queues(user: User, today: dt.date) -> list[Queue]:
    """Files to review and to store, and questions to forces."""
    if not may(user, "view_reading", "view_foiquery", "view_document"):
        return []
    return [_held_back(user, today), _unstored(user, today), _questions(user, today)]


def _held_back(user: User, today: dt.date) -> Queue:
    documents = (
        Document.objects.exclude(held_back=[])
        .filter(cleared_at=None, seen__isnull=False)  # nobody reviews a file before it is read
        .order_by("added_at")
    )
    return Queue(
        "Files held back",
        "Review the first",
        list_of("document"),
        "data lead",
        may(user, "clear_document"),
        [
            QueueRow(
                document.title,
                page_of("document", "clear", document.pk),
                document.held_back[0],
                f"received {ago(document.added_at, today)}",
            )
            for document in documents
        ],
    )


def _unstored(user: User, today: dt.date) -> Queue:
    readings = (
        Reading.objects.filter(stored_at=None)
        .select_related("submission__force", "submission__round", "document")
        .order_by("read_at")
    )
    address = "admin:offences_foisubmission_reading"
    return Queue(
        "Files to store",
        "Continue with the first",
        list_of("reading"),
        "data officer",
        may(user, "add_annualcount", "change_annualcount"),
        [
            QueueRow(
                reading.submission.force.area,
                reverse(address, args=[reading.submission_id, reading.pk]),
                f"{reading.name}, read and not stored",
                f"read {ago(reading.read_at, today)}",
            )
            for reading in readings
        ],
    )


def _questions(user: User, today: dt.date) -> Queue:
    asked = FoiQuery.objects.unanswered().select_related("submission__force").order_by("asked_at")
    return Queue(
        "Questions to forces",
        "Record the first answer",
        list_of("foiquery", state="open"),
        "data officer",
        may(user, "change_foiquery"),
        [
            QueueRow(
                query.submission.force.area,
                page_of("foiquery", "change", query.pk),
                f"{query.what}: not answered yet",
                f"asked {ago(query.asked_at, today)}",
            )
            for query in asked
        ],
        "Send the letter from its page; when the force answers, record the answer there.",
    )

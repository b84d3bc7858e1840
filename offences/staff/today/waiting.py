"""Work that waits for each step: returns, files and questions, releases, disputes, texts.

Each queue is made of rows that are read already, however many it has.
"""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils import timezone

from offences import press
from offences.english import and_list
from offences.models import (
    FoiSubmission,
    RecordedFigure,
    Release,
    ReleaseEditor,
    ReleaseState,
    SendBack,
)
from offences.rounds.board import BoardRow, BoardState, Stage, with_cells
from offences.staff.names import area_or_body, force_of, name_of, subject_of, year_of
from offences.staff.pages import may
from offences.staff.rounds.board import step_page
from offences.staff.rounds.next_steps import lacks_rest, next_step
from offences.staff.rounds.plan_line import postponed
from offences.staff.today.queues import LinkRow, Queue, ago, list_of, page_of, plural, queue_of
from offences.staff.today.round_progress import requests_page
from offences.staff.today.waiting_rows import WaitingRow, person_name
from offences.statistics.dates import in_words

type Rows = Mapping[str, Sequence[WaitingRow]]

# Returns


def entry_queues(user: User, today: dt.date, rows: Sequence[BoardRow]) -> list[Queue]:
    """Requests to enter and to check, and published figures that contradict each other."""
    enter = _of_complete_rounds(rows, BoardState.TO_STORE)
    part = [e for e in _of_complete_rounds(rows, BoardState.PART_ANSWERED) if next_step(e)]
    lacking = [
        row
        for row in map(with_cells, _of_complete_rounds(rows, BoardState.TO_CHECK))
        if row.submission.outcome == FoiSubmission.Outcome.PART and lacks_rest(row)
    ]
    check = [row.submission for row in rows if row.stage is Stage.TO_CHECK]
    figures = list_of("recordedfigure", contradicted="yes")
    contradictions = _contradictions() if may(user, "view_recordedfigure") else []
    links = {
        "enter": [(row.submission.pk, _to_enter(row, today)) for row in enter],
        "part": [
            *((row.submission.pk, _to_enter(row, today)) for row in part),
            *((row.submission.pk, _lacking(row, today)) for row in lacking),
        ],
        "check": [(each.pk, _to_check(each, user, today)) for each in check],
    }
    return [
        *(_of_requests(user, kind, found, rows) for kind, found in links.items()),
        queue_of(user, "differ", figures, contradictions),
    ]


def _of_requests(
    user: User, kind: str, links: Sequence[tuple[int, LinkRow]], rows: Sequence[BoardRow]
) -> Queue:
    """A queue of requests; its links lead to those that they count, for this person or others."""
    queue = queue_of(user, kind, "", [link for _, link in links])
    mine = {pk for pk, link in links if queue.may and link.mine}
    theirs = {pk for pk, _ in links} - mine
    return replace(queue, url=requests_page(mine, rows), colleagues_url=requests_page(theirs, rows))


def _of_complete_rounds(rows: Sequence[BoardRow], state: BoardState) -> list[BoardRow]:
    """The requests in one state; of a past round known from publications nothing is entered."""
    return [row for row in rows if row.state is state and row.submission.round.complete]


def _to_enter(row: BoardRow, today: dt.date) -> LinkRow:
    submission = row.submission
    files = plural(submission.papers, "file") if submission.papers else "no file"
    step = f"{files} stored"
    if submission.file_to_store:
        step = "a file is read, not stored"
    elif submission.is_shut:
        step = "its file is kept shut, another is asked for"
        if next_step(row):
            step = "its file is kept shut: ask for it again"
    if row.state is BoardState.PART_ANSWERED:
        step = next_step(row).lower()
    on, exact = submission.outcome_on, submission.outcome_precision == "day"
    received = f"received {ago(on, today) if exact else submission.outcome_in_words}" if on else ""
    return LinkRow(_force_of(submission), step_page(row), f"{submission.round}, {step}", received)


def _lacking(row: BoardRow, today: dt.date) -> LinkRow:
    """A part that is entered and waits for a checker, while nobody has asked for the rest."""
    submission = row.submission
    about = f"{submission.round}, {row.filled} of {row.asked} counts entered: ask for the rest"
    page = page_of(submission, "grid")
    return LinkRow(
        _force_of(submission), page, about, f"entered {ago(submission.entered_at, today)}"
    )


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


def unsent_queue(user: User, today: dt.date, rows: Rows) -> Queue:
    """Rounds that are stored and of which no letter has left."""
    links = [
        LinkRow(
            r.name,
            _page("foiround_letters", r.pk),
            "No letter has been sent.",
            (postponed(day, today) or f"planned for {in_words(day, 'day')}") if day else "",
        )
        for r in rows["unsent"]
        for day in [timezone.localtime(r.at).date() if r.at else None]
    ]
    return queue_of(user, "unsent", list_of("foiround"), links)


# Files, questions, drafts, work that was sent back: as `waiting_rows` reads them


def file_queues(
    user: User, today: dt.date, rows: Rows, requests: Sequence[BoardRow]
) -> list[Queue]:
    """Files to review and to store, and questions to forces."""
    links = {
        "reply": [_to_file(row, today) for row in rows["reply"]],
        "held_back": [_to_clear(row, today) for row in rows["held_back"]],
        "store": _to_store(rows["store"], requests, today),
        "ask": [_to_ask(row, today) for row in rows["ask"]],
        "asked": [_was_asked(row, today) for row in rows["asked"]],
    }
    questions = list_of("foiquery", state="open")
    pages = {
        "reply": list_of("reply"),
        "held_back": list_of("document"),
        "store": list_of("reading"),
        "ask": questions,
        "asked": questions,
    }
    return [queue_of(user, kind, pages[kind], found) for kind, found in links.items()]


def _to_file(row: WaitingRow, today: dt.date) -> LinkRow:
    page = _page("foiround_reply", row.pk, row.under)
    return LinkRow(row.name, page, row.about, f"came in {ago(row.at, today)}")


def _to_clear(row: WaitingRow, today: dt.date) -> LinkRow:
    page = _page("document_clear", row.pk)
    return LinkRow(row.name, page, row.about, f"received {ago(row.at, today)}")


def _to_store(
    rows: Sequence[WaitingRow], requests: Sequence[BoardRow], today: dt.date
) -> list[LinkRow]:
    """Files that are read and not stored; one of a request to be entered waits with that, once."""
    of_state = _of_complete_rounds(requests, BoardState.TO_STORE)
    with_request = {row.submission.pk for row in of_state}
    return [
        LinkRow(
            row.name,
            _page("foisubmission_reading", row.pk, row.under),
            f"{row.about}, read and not stored",
            f"read {ago(row.at, today)}",
        )
        for row in rows
        if row.pk not in with_request
    ]


def _to_ask(row: WaitingRow, today: dt.date) -> LinkRow:
    about = f"{row.about}: to be asked, the letter has not been sent"
    return LinkRow(
        row.name, _page("foiquery_change", row.pk), about, f"written {ago(row.at, today)}"
    )


def _was_asked(row: WaitingRow, today: dt.date) -> LinkRow:
    about = f"{row.about}: waits for the force"
    page = _page("foiquery_change", row.pk)
    return LinkRow(row.name, page, about, f"asked {ago(row.at, today)}")


def sent_back_queues(
    user: User, today: dt.date, rows: Rows, requests: Sequence[BoardRow]
) -> list[Queue]:
    """Returns and texts that went back to their authors, each with the reason."""
    pages = {"returned": "foisubmission_grid", "text_back": "pressrelease_change"}
    links = {
        kind: [
            (
                r.pk,
                LinkRow(
                    r.name, _page(page, r.pk), f"“{r.about}” {r.who}", ago(r.at, today), r.is_mine
                ),
            )
            for r in rows[kind]
        ]
        for kind, page in pages.items()
    }
    texts = [link for _, link in links["text_back"]]
    return [
        _of_requests(user, "returned", links["returned"], requests),
        queue_of(user, "text_back", list_of("pressrelease"), texts),
    ]


def draft_rows(today: dt.date, rows: Rows) -> list[LinkRow]:
    """A person’s own drafts of grids, the newest first."""
    return [
        LinkRow(
            r.name,
            _page("foisubmission_grid", r.pk),
            "typed, not stored",
            f"saved {ago(r.at, today)}",
        )
        for r in reversed(rows["draft"])
    ]


def _page(name: str, *args: object) -> str:
    return reverse(f"admin:offences_{name}", args=args)


# Releases


def releases_in_preparation(user: User) -> QuerySet[Any]:
    edited = ReleaseEditor.objects.filter(release=OuterRef("pk"), user=user)
    back = SendBack.objects.unsettled().filter(release=OuterRef("pk"))
    back = back.annotate(by=person_name("sent_back_by"))
    return (
        Release.objects.filter(approved_at__isnull=True)
        .select_related("measure", "prepared_by")
        .annotate(
            own=Exists(edited),
            back_at=Subquery(back.values("sent_back_at")[:1]),
            back_reason=Subquery(back.values("reason")[:1]),
            back_by=Subquery(back.values("by")[:1]),
        )
        .order_by("prepared_at", "pk")
    )


def release_queues(
    user: User, today: dt.date, prepare: Sequence[LinkRow], waiting: Sequence[Any]
) -> list[Queue]:
    """Releases to prepare, sent back, to screen and to approve; each is in one queue."""
    drafts = list_of("release", state=ReleaseState.DRAFT)
    in_review = list_of("release", state=ReleaseState.IN_REVIEW)
    rows: dict[str, list[LinkRow]] = {"sent_back": [], "screen": [], "approve": []}
    for release in waiting:
        kind = "approve" if release.review_at else "sent_back" if release.back_at else "screen"
        rows[kind].append(_release_row(release, kind, user, today))
    return [
        queue_of(user, "prepare", list_of("release"), prepare),
        queue_of(user, "sent_back", drafts, rows["sent_back"]),
        queue_of(user, "screen", drafts, rows["screen"], also="answer_errors"),
        queue_of(user, "approve", in_review, rows["approve"]),
    ]


def _release_row(release, kind: str, user: User, today: dt.date) -> LinkRow:
    page, age, mine = page_of(release, "screening"), ago(release.prepared_at, today), True
    about = f"{release.title}, prepared by {name_of(release.prepared_by)}"
    if kind == "sent_back":
        age = ago(release.back_at, today)
        about = f"“{release.back_reason}” {release.back_by}"
    elif kind == "approve":
        page, age = page_of(release, "approve"), f"in review since {ago(release.review_at, today)}"
        signed = (release.prepared_by_id, release.screened_by_id, release.review_by_id)
        mine = not release.own and user.pk not in signed
    elif release.screened_at:
        about = f"{release.title}: screened, to be sent to review"
    return LinkRow(str(release), page, about, age, mine)


def force_check_queues(user: User, today: dt.date, rows: Rows) -> list[Queue]:
    """Forces whose answer about their figures is overdue, and open disputes."""
    if not may(user, "view_dispute", "view_forcecheck"):
        return []
    overdue = [
        LinkRow(
            r.name,
            _page("release_force", r.pk, r.under),
            f"{r.about}: answer due",
            ago(r.at, today),
        )
        for r in rows["unconfirmed"]
    ]
    own, others = [], []
    for r in rows["dispute"]:
        years = and_list(sorted(json.loads(r.under)))
        about = f"{r.about} {r.who} is looking into it"
        at = f"opened {ago(r.at, today)}"
        row = LinkRow(f"{r.name}, {years}", _page("dispute_decide", r.pk), about, at, not r.is_mine)
        others.append(row)
        if r.is_mine:
            own.append(replace(row, mine=True))
    address = list_of("dispute", state="open")
    return [
        queue_of(user, "unconfirmed", list_of("release"), overdue),
        queue_of(user, "owned", address, own),
        queue_of(user, "decide", address, others),
    ]


# Texts


def text_queues(user: User, today: dt.date, events: Sequence[Any], rows: Rows) -> list[Queue]:
    """Events to draft for, and texts to sign."""
    draft = [
        LinkRow(event.name, page_of(event), f"Figures from {event.release}.")
        for event in events
        if (release := event.release) and release.approved_at and not release.withdrawn_at
        if not event.drafted or event.stale
    ]
    texts = {
        kind: [
            LinkRow(
                r.name,
                _page("pressrelease_sign", r.pk),
                r.about,
                f"drafted {ago(r.at, today)}",
                r.is_mine,
            )
            for r in rows[kind]
        ]
        for kind in ("issue", "issue_late")
    }
    return [
        queue_of(user, "draft", list_of("campaignevent"), draft),
        *(queue_of(user, kind, list_of("pressrelease"), found) for kind, found in texts.items()),
    ]


def correction_queues(user: User, now: dt.datetime, found: Rows) -> list[Queue]:
    """Issued texts that a newer release contradicts, and articles to ask about today."""
    if not may(user, "add_correction", "view_mediacontact"):
        return []
    tasks = press.texts_to_correct(now)
    rows = [LinkRow(each.text.place, page_of(each.release, "correct"), each.what) for each in tasks]
    address = reverse("admin:offences_issuedtext_corrections")
    printed = [LinkRow(r.name, _page("release_correct", r.pk), r.about) for r in found["printed"]]
    return [queue_of(user, "correct", address, rows), queue_of(user, "printed", address, printed)]

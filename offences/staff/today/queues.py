"""What waits: every kind of step, for this person and for others.

What is a person's to do follows from permissions, never from a group's name, and leaves out what
the rule of two people gives to somebody else. Every question below is one query, whatever its rows.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import groupby

from django.contrib.auth.models import User
from django.db.models import Exists, F, OuterRef, QuerySet
from django.urls import reverse
from django.utils import timezone

from offences.english import sentence
from offences.models import FoiSubmission, PressRelease, RecordedFigure, Release
from offences.staff.common import name_of, place_of
from offences.staff.today.progress import FILTERS, Progress, Stage, stage_of
from offences.staff.today.signing import of_signing
from offences.staff.today.task import Row, Task, may
from offences.staff.today.words import ago, list_of, number_in_words, page_of
from offences.statistics.years import Year


def _contradictions() -> QuerySet[RecordedFigure]:
    """Figures printed with another number elsewhere, until one of them says why it is in doubt."""
    key = ("measure", "claim", "body_kind", "body", "year", "period", "category")
    others = RecordedFigure.objects.filter(
        **{name: OuterRef(name) for name in key}, doubt="", value__isnull=False
    ).exclude(value=OuterRef("value"))
    return (
        RecordedFigure.objects.filter(Exists(others), doubt="", value__isnull=False)
        .select_related("document", "measure")
        .annotate(place=place_of())
        .order_by(*key, "-value", "pk")
    )


def _texts(user: User) -> QuerySet[PressRelease]:
    """Drafts that could be issued: of the release that their event speaks from."""
    edited = PressRelease.editors.through.objects.filter(pressrelease=OuterRef("pk"), user=user)
    return (
        PressRelease.objects.drafts()
        .filter(release=F("event__release"), release__withdrawn_at__isnull=True)
        .select_related("event")
        .annotate(own=Exists(edited))
        .only("place", "headline", "event__name", "prepared_by", "prepared_at", "edited_by")
        .order_by("event__embargo_at", "body_kind", "place")
    )


def _to_enter(submission, today: dt.date) -> Row:
    papers = (
        number_in_words(submission.papers, "paper", "papers") if submission.papers else "no paper"
    )
    part = "answered in part, " if submission.outcome == FoiSubmission.Outcome.PART else ""
    on, exact = submission.outcome_on, submission.outcome_precision == "day"
    came = f"came {ago(on, today) if exact else submission.outcome_in_words}" if on else ""
    return Row(
        _force_of(submission),
        page_of("foisubmission", "grid", submission.pk),
        f"{submission.round}, {part}{papers} filed",
        came,
    )


def _to_come(submission, today: dt.date) -> Row:
    sent = submission.round.sent_on
    exact = sent and submission.round.sent_precision == "day"
    return Row(
        _force_of(submission),
        page_of("foisubmission", "change", submission.pk),
        f"{submission.round}, no answer yet",
        f"sent {ago(sent, today)}" if exact else "",
    )


def _to_check(submission, user: User, today: dt.date) -> Row:
    return Row(
        _force_of(submission),
        page_of("foisubmission", "check", submission.pk),
        f"{submission.round}, entered by {name_of(submission.entered_by)}",
        ago(timezone.localtime(submission.entered_at).date(), today),
        mine=not submission.own and submission.entered_by_id != user.pk,
    )


def _force_of(submission: FoiSubmission) -> str:
    later = f", request {submission.number}" if submission.number > 1 else ""
    return f"{submission.force.area}{later}"


def _problems(figures: Iterable) -> list[Row]:
    """Of each number that was printed in several ways, which paper has which."""
    rows = []
    for _, group in groupby(figures, key=lambda figure: figure.conflict_key):
        same = list(group)
        one = same[0]
        when = str(Year(one.year)) if one.year else one.period
        what = one.get_claim_display()
        if one.category:
            what += f", {one.category.replace('_', ' ')}"
        printed = "; ".join(f"{f.as_written} in {f.document}" for f in same)
        rows.append(
            Row(
                f"{one.place}, {when}",
                page_of("recordedfigure", "change", same[-1].pk),
                f"{one.measure}, {what}: {printed}",
            )
        )
    return rows


def _to_issue(text, user: User, today: dt.date) -> Row:
    return Row(
        text.place,
        page_of("pressrelease", "issue", text.pk),
        text.headline,
        f"drafted {ago(timezone.localtime(text.prepared_at).date(), today)}",
        mine=not text.own and user.pk not in (text.prepared_by_id, text.edited_by_id),
    )


def tasks_of(
    user: User,
    today: dt.date,
    events: Sequence,
    submissions: Sequence,
    waiting: Sequence[Release],
    progress: Progress | None,
) -> list[Task]:
    """Every kind of step, in the order in which the work goes on."""
    by_stage: dict[Stage, list] = {stage: [] for stage in Stage}
    for submission in submissions:
        by_stage[stage_of(submission)].append(submission)
    enter = [s for s in by_stage[Stage.TO_ENTER] if s.round.complete]
    check = by_stage[Stage.TO_CHECK]
    # A release is prepared once nobody has a return in hand.
    ready = (
        progress is not None
        and progress.round.complete
        and progress.number(Stage.CHECKED) > 0
        and not (enter or check or waiting)
    )
    prepare = [e.name for e in events if e.release is None] if ready else []
    if progress and ready and not prepare and not progress.released:
        prepare = [sentence(progress.round.name)]
    awaited = [s for s in by_stage[Stage.AWAITED] if s.round.complete]
    return [
        *_of_returns(user, today, enter, check),
        *_of_releases(user, today, prepare, waiting),
        _of_answers(user, today, awaited),
        *_of_texts(user, today, events),
    ]


def _of_returns(user: User, today: dt.date, enter: Sequence, check: Sequence) -> list[Task]:
    in_rounds = {s.round_id for s in enter}
    one_round = {"round__id__exact": in_rounds.pop()} if len(in_rounds) == 1 else {}
    return [
        Task(
            "Returns to enter",
            "Enter the first",
            list_of("foisubmission", **one_round, **FILTERS[Stage.TO_ENTER]),
            "data officer",
            may(user, "add_annualcount", "change_annualcount"),
            [_to_enter(s, today) for s in enter],
        ),
        Task(
            "Returns to check",
            "Check the first",
            list_of("foisubmission", state="entered"),
            "checker",
            may(user, "check_foisubmission"),
            [_to_check(s, user, today) for s in check],
        ),
        Task(
            "Problems to answer",
            "Answer the first",
            list_of("recordedfigure", contradicted="yes"),
            "data officer",
            may(user, "change_recordedfigure"),
            _problems(_contradictions()) if may(user, "view_recordedfigure") else [],
            "Printed with different numbers, and only one can be right. Say of the wrong one why "
            "it is in doubt.",
        ),
    ]


def _of_answers(user: User, today: dt.date, awaited: Sequence) -> Task:
    """What is still out, so that nobody with a round under way has an empty page."""
    round_ = {"round__id__exact": awaited[0].round_id} if awaited else {}
    return Task(
        "Answers still to come",
        "Open the first",
        list_of("foisubmission", **round_, **FILTERS[Stage.AWAITED]),
        "data officer",
        may(user, "change_foisubmission", "add_annualcount"),
        [_to_come(s, today) for s in awaited],
        "When one comes, say on its page how the request ended, and file its papers there.",
    )


def _of_releases(
    user: User, today: dt.date, prepare: Sequence[str], waiting: Sequence[Release]
) -> list[Task]:
    return [
        Task(
            "Releases to prepare",
            "Prepare it",
            list_of("release"),
            "data officer or press officer",
            may(user, "add_release"),
            [
                Row(name, reverse("admin:offences_release_add"), "Every return is checked.")
                for name in prepare
            ],
        ),
        *of_signing(user, today, waiting),
    ]


def _of_texts(user: User, today: dt.date, events: Sequence) -> list[Task]:
    draft = [
        e
        for e in events
        if e.release
        and e.release.approved_at
        and not e.release.withdrawn_at
        and (not e.drafted or e.stale)
    ]
    return [
        Task(
            "Events to draft for",
            "Draft the first",
            list_of("campaignevent"),
            "press officer",
            may(user, "add_pressrelease"),
            [
                Row(e.name, page_of("campaignevent", "change", e.pk), f"Speaks from {e.release}.")
                for e in draft
            ],
        ),
        Task(
            "Texts to read and issue",
            "Read the first",
            list_of("pressrelease"),
            "approver",
            may(user, "issue_pressrelease"),
            [_to_issue(t, user, today) for t in _texts(user)]
            if may(user, "view_pressrelease")
            else [],
        ),
    ]

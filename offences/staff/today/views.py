"""Today: the next event, what waits for this person, and what waits for others."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from offences.english import sentence
from offences.models import FoiRound, FoiSubmission, GridDraft, Release
from offences.staff.grid.drafts import drafts_of
from offences.staff.names import signed_in
from offences.staff.pages import show_page, staff_page
from offences.staff.today.next_event import coming_events, embargo_in_words, missing_steps
from offences.staff.today.queues import Queue, QueueRow, ago, may, page_of
from offences.staff.today.release_queues import (
    correction_queues,
    force_check_queues,
    release_queues,
    releases_in_preparation,
    text_queues,
)
from offences.staff.today.return_queues import awaited_queue, entry_queues, file_queues
from offences.staff.today.round_progress import (
    RoundProgress,
    Stage,
    progress_of,
    stage_of,
    submissions_of,
)
from offences.staff.today.search import find

VIEWED = ("campaignevent", "foisubmission", "recordedfigure", "release", "pressrelease")


@dataclass(frozen=True)
class RecentAction:
    """One thing that this person did."""

    name: str
    url: str
    what: str
    when: str


def _recent(user: User, apps: Iterable[str]) -> QuerySet[LogEntry]:
    return (
        LogEntry.objects.filter(user=user, content_type__app_label__in=apps)
        .select_related("content_type")
        .order_by("-action_time", "-pk")
    )


def _action(entry: LogEntry, now: dt.datetime) -> RecentAction:
    at, today = timezone.localtime(entry.action_time), timezone.localtime(now).date()
    when = f"{at:%H:%M}" if at.date() == today else ago(at, today)
    url = "" if entry.is_deletion() else entry.get_admin_url() or ""
    return RecentAction(entry.object_repr, url, entry.get_change_message(), when)


def _draft(draft: GridDraft, day: dt.date) -> QueueRow:
    return QueueRow(
        str(draft.submission),
        page_of("foisubmission", "grid", draft.submission_id),
        "typed, not stored",
        f"saved {ago(draft.saved_at, day)}",
    )


def today(user: User, now: dt.datetime, apps: Iterable[str]) -> dict[str, object]:
    """Everything that the page shows this person at this moment; `apps` are those of the site."""
    day = timezone.localtime(now).date()
    sees_events = may(user, "view_campaignevent")
    events = list(coming_events(now)) if sees_events else []
    waiting = list(releases_in_preparation(user)) if may(user, "view_release") else []
    submissions, progress = _returns(user)
    queues = [
        *force_check_queues(user, day),
        *correction_queues(user, now),
        *file_queues(user, day),
        *_work_queues(user, day, events, submissions, waiting, progress),
    ]
    mine = [queue for queue in queues if queue.mine]
    if drafts := [_draft(draft, day) for draft in drafts_of(user)]:
        address = drafts[0].url
        mine.insert(0, Queue("Your drafts of grids", "Continue", address, "", True, drafts))
    event = events[0] if events else None
    return {
        "date": day_in_words(day),
        "event": event,
        "embargo": embargo_in_words(event, now) if event else None,
        "missing": missing_steps(event, progress, waiting) if event else [],
        "may_plan": may(user, "add_campaignevent"),
        "sees_events": sees_events,
        "progress": progress,
        "queues": mine,
        "others": [queue for queue in queues if queue.for_colleagues],
        "has_part": any(queue.may for queue in queues),
        "sees_anything": any(may(user, f"view_{model}") for model in VIEWED),
        "recent": [_action(entry, now) for entry in _recent(user, apps)[:6]],
    }


def day_in_words(day: dt.date) -> str:
    return f"{day:%A} {day.day} {day:%B %Y}"


def _returns(user: User) -> tuple[list[FoiSubmission], RoundProgress | None]:
    """Unfinished submissions, with all of the newest round; and that round's progress."""
    if not may(user, "view_foisubmission"):
        return [], None
    released = Release.objects.filter(last_round=OuterRef("pk"))
    rounds = FoiRound.objects.annotate(released=Exists(released))
    round_ = rounds.order_by("-complete", "-number").first()
    submissions = list(submissions_of(round_, user))
    if round_ is None:
        return submissions, None
    own = [s for s in submissions if s.round_id == round_.pk]
    return submissions, progress_of(round_, own, released=round_.released)


def _work_queues(
    user: User,
    day: dt.date,
    events: Sequence,
    submissions: Sequence[FoiSubmission],
    waiting: Sequence[Release],
    progress: RoundProgress | None,
) -> list[Queue]:
    """Every step from a return to an issued text, in the order of the work."""
    by_stage: dict[Stage, list[FoiSubmission]] = {stage: [] for stage in Stage}
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
        *entry_queues(user, day, enter, check),
        *release_queues(user, day, prepare, waiting),
        awaited_queue(user, day, awaited),
        *text_queues(user, day, events),
    ]


@staff_page("find/", "find")
def show_results(request: HttpRequest) -> HttpResponse:
    """What the search box of every page finds."""
    asked = request.GET.get("q", "").strip()
    card, groups = find(asked, signed_in(request))
    return show_page(
        request, "staff/today/search.html", title="Find", asked=asked, card=card, groups=groups
    )

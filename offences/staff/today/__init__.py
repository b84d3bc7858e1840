"""The staff's first page: the next event, what waits for this person, what waits for others.

`progress` is how far the round is, `event` what the next event lacks, `queues` what waits for whom.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from offences.models import FoiRound, GridDraft, Release
from offences.staff.grid.drafts import drafts_of
from offences.staff.today.event import events_to_come, lifts_in_words, missing_of
from offences.staff.today.files import of_files
from offences.staff.today.progress import progress_of, submissions_of
from offences.staff.today.queues import tasks_of
from offences.staff.today.said import of_words
from offences.staff.today.signing import releases_in_preparation
from offences.staff.today.task import Queue, Row
from offences.staff.today.words import ago, day_in_words, page_of

VIEWED = ("campaignevent", "foisubmission", "recordedfigure", "release", "pressrelease")


@dataclass(frozen=True)
class Done:
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


def _done(entry: LogEntry, now: dt.datetime) -> Done:
    at, today = timezone.localtime(entry.action_time), timezone.localtime(now).date()
    when = f"{at:%H:%M}" if at.date() == today else ago(at.date(), today)
    url = "" if entry.is_deletion() else entry.get_admin_url() or ""
    return Done(entry.object_repr, url, entry.get_change_message(), when)


def _draft(draft: GridDraft, day: dt.date) -> Row:
    return Row(
        str(draft.submission),
        page_of("foisubmission", "grid", draft.submission_id),
        "typed, not stored",
        f"kept {ago(timezone.localtime(draft.saved_at).date(), day)}",
    )


def today(user: User, now: dt.datetime, apps: Iterable[str]) -> dict[str, object]:
    """Everything the page says to this person at this moment; `apps` are those of the site."""
    day = timezone.localtime(now).date()

    def sees(model: str) -> bool:
        return user.has_perm(f"offences.view_{model}")

    events = list(events_to_come(now)) if sees("campaignevent") else []
    waiting = list(releases_in_preparation(user)) if sees("release") else []
    round_, submissions, progress = None, [], None
    if sees("foisubmission"):
        released = Release.objects.filter(last_round=OuterRef("pk"))
        rounds = FoiRound.objects.annotate(released=Exists(released))
        round_ = rounds.order_by("-complete", "-number").first()
        submissions = list(submissions_of(round_, user))
    if round_:
        of_round = [s for s in submissions if s.round_id == round_.pk]
        progress = progress_of(round_, of_round)
    tasks = [
        *of_words(user, now),
        *of_files(user, day),
        *tasks_of(user, day, events, submissions, waiting, progress),
    ]
    queues = [task.queue for task in tasks if task.queue.rows]
    if kept := [_draft(draft, day) for draft in drafts_of(user)]:
        queues.insert(0, Queue("Your drafts of grids", "Go on with it", kept[0].url, kept))
    event = events[0] if events else None
    return {
        "date": day_in_words(day),
        "event": event,
        "lifts": lifts_in_words(event, now) if event else None,
        "missing": missing_of(event, progress, waiting) if event else [],
        "may_plan": user.has_perm("offences.add_campaignevent"),
        "sees_events": sees("campaignevent"),
        "progress": progress,
        "queues": queues,
        "others": [task.other for task in tasks if task.other.number],
        "has_part": any(task.may for task in tasks),
        "sees_anything": any(sees(model) for model in VIEWED),
        "recent": [_done(entry, now) for entry in _recent(user, apps)[:6]],
    }

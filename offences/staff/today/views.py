"""Today: the next event, what waits for this person, and what waits for others."""

import datetime as dt
from collections.abc import Iterable, Sequence

from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from offences.english import sentence
from offences.models import CampaignEvent, FoiRound, FoiSubmission, Release
from offences.staff.grid.drafts import drafts_of
from offences.staff.names import signed_in
from offences.staff.pages import may, show_page, staff_page
from offences.staff.today import waiting
from offences.staff.today.queues import LinkRow, Queue, ago, list_of, page_of, plural
from offences.staff.today.round_progress import (
    RoundProgress,
    Stage,
    progress_of,
    stage_of,
    submissions_of,
)
from offences.staff.today.search import find

VIEWED = ("campaignevent", "foisubmission", "recordedfigure", "release", "pressrelease")


@staff_page("find", route="find/")
def show_results(request: HttpRequest) -> HttpResponse:
    """What the search box of every page finds."""
    asked = request.GET.get("q", "").strip()
    card, groups = find(asked, signed_in(request))
    return show_page(request, "today/search", title="Find", asked=asked, card=card, groups=groups)


def today(user: User, now: dt.datetime, apps: Iterable[str]) -> dict[str, object]:
    """Everything that the page shows this person at this moment; `apps` are those of the site."""
    day = timezone.localtime(now).date()
    sees_events = may(user, "view_campaignevent")
    events = list(coming_events(now)) if sees_events else []
    sees_releases = may(user, "view_release")
    prepared = list(waiting.releases_in_preparation(user)) if sees_releases else []
    submissions, progress = _returns(user)
    queues = [
        *waiting.force_check_queues(user, day),
        *waiting.correction_queues(user, now),
        *waiting.file_queues(user, day),
        *_work_queues(user, day, events, submissions, prepared, progress),
    ]
    mine = [queue for queue in queues if queue.mine]
    if drafts := _drafts(user, day):
        address = drafts[0].url
        mine.insert(0, Queue("Your drafts of grids", "Continue", address, "", True, drafts))
    event = events[0] if events else None
    shown: dict[str, object] = {"date": f"{day:%A} {day.day} {day:%B %Y}", "queues": mine}
    shown |= {"event": event, "embargo": embargo_in_words(event, now) if event else None}
    shown |= {"missing": _missing_steps(event, progress, prepared) if event else []}
    shown |= {"may_plan": may(user, "add_campaignevent"), "sees_events": sees_events}
    shown |= {"progress": progress, "others": [q for q in queues if q.for_colleagues]}
    shown |= {"has_part": any(queue.may for queue in queues)}
    shown |= {"sees_anything": any(may(user, f"view_{model}") for model in VIEWED)}
    return shown | {"recent": _recent(user, apps, now)}


def _recent(user: User, apps: Iterable[str], now: dt.datetime) -> list[LinkRow]:
    """The last things that this person did."""
    entries = LogEntry.objects.filter(user=user, content_type__app_label__in=apps)
    entries, day = entries.select_related("content_type"), timezone.localtime(now).date()
    rows = []
    for entry in entries.order_by("-action_time", "-pk")[:6]:
        at = timezone.localtime(entry.action_time)
        when = f"{at:%H:%M}" if at.date() == day else ago(at, day)
        url = "" if entry.is_deletion() else entry.get_admin_url() or ""
        rows.append(LinkRow(entry.object_repr, url, entry.get_change_message(), when))
    return rows


def _drafts(user: User, day: dt.date) -> list[LinkRow]:
    return [
        LinkRow(
            str(draft.submission),
            page_of(draft.submission, "grid"),
            "typed, not stored",
            f"saved {ago(draft.saved_at, day)}",
        )
        for draft in drafts_of(user)
    ]


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
    prepared: Sequence[Release],
    progress: RoundProgress | None,
) -> list[Queue]:
    """Every step from a return to an issued text, in the order of the work."""
    by_stage: dict[Stage, list[FoiSubmission]] = {stage: [] for stage in Stage}
    for submission in submissions:
        by_stage[stage_of(submission)].append(submission)
    enter = [s for s in by_stage[Stage.TO_ENTER] if s.round.complete]
    check = by_stage[Stage.TO_CHECK]
    prepare: list[str] = []
    # A release is prepared once nobody has a return in hand.
    is_checked = progress and progress.round.complete and progress.number(Stage.CHECKED) > 0
    if progress and is_checked and not (enter or check or prepared):
        prepare = [e.name for e in events if e.release is None]
        if not prepare and not progress.released:
            prepare = [sentence(progress.round.name)]
    awaited = [s for s in by_stage[Stage.AWAITED] if s.round.complete]
    return [
        *waiting.entry_queues(user, day, enter, check),
        *waiting.release_queues(user, day, prepare, prepared),
        waiting.awaited_queue(user, day, awaited),
        *waiting.text_queues(user, day, events),
    ]


# The next event


def coming_events(now: dt.datetime) -> QuerySet[CampaignEvent]:
    """Events to come, the nearest first, with how many texts each has."""
    unissued = Q(texts__issued_at__isnull=True)
    return (
        CampaignEvent.objects.filter(embargo_at__gt=now)
        .select_related("release__measure")
        .annotate(
            drafted=Count("texts"),
            unissued=Count("texts", filter=unissued),
            # From another release than the event's: they have to be drafted again.
            stale=Count("texts", filter=unissued & ~Q(texts__release=F("release"))),
        )
        .order_by("embargo_at", "pk")
    )


def embargo_in_words(event: CampaignEvent, now: dt.datetime) -> tuple[str, str]:
    """When the embargo lifts, and how far off that is: “Tuesday 25 June, 00:01”, “in 12 days”.

    A date that is known to the month only is not counted down.
    """
    at, now = timezone.localtime(event.embargo_at), timezone.localtime(now)
    if event.embargo_precision != "day":
        return event.embargo_in_words, ""
    year = "" if at.year == now.year else f" {at.year}"
    moment = f"{at:%A} {at.day} {at:%B}{year}, {at:%H:%M}"
    days = (at.date() - now.date()).days
    if days > 1:
        return moment, f"in {days} days"
    hours, minutes = divmod(round((at - now).total_seconds() / 60), 60)
    left = [plural(n, noun) for n, noun in ((hours, "hour"), (minutes, "minute")) if n]
    return moment, f"in {' '.join(left)}" if left else "in less than a minute"


def _missing_steps(
    event, progress: RoundProgress | None, prepared: Sequence[Release]
) -> list[LinkRow]:
    """List what is missing between an event and its texts, in the order of the work."""
    release: Release | None = event.release
    if release and release.withdrawn_at and event.drafted > event.unissued:
        # An issued text keeps the release that it was written from: see `press.why_locked`.
        words = "Its release is withdrawn and texts of it are issued: make a new event"
        return [LinkRow(words, reverse("admin:offences_campaignevent_add"))]
    steps = []
    # Nothing is still to come of a past round known from publications alone.
    if progress and (release is None or release.approved_at is None):
        returns = {
            Stage.AWAITED: "still to come",
            Stage.TO_ENTER: "to enter",
            Stage.TO_CHECK: "to check",
        }
        counts = {count.stage: count for count in progress.counts}
        steps = [
            LinkRow(f"{plural(counts[stage].number, 'return')} {words}", counts[stage].url)
            for stage, words in returns.items()
            if stage in counts and (progress.round.complete or stage is Stage.TO_CHECK)
        ]
    return [*steps, *_missing_figures(event, release, prepared), *_missing_texts(event)]


def _missing_figures(event, release: Release | None, prepared: Sequence[Release]) -> list[LinkRow]:
    page = page_of(event)
    if release is None and prepared:
        return [
            LinkRow("Release prepared, not yet approved", page_of(prepared[0], "approve")),
            LinkRow("Release not yet chosen for the event", page),
        ]
    if release is None:
        return [LinkRow("Release not yet prepared or chosen", page)]
    if release.withdrawn_at:
        return [LinkRow("Its release is withdrawn: choose the one that corrects it", page)]
    if release.approved_at is None:
        return [LinkRow("Release not yet approved", page_of(release, "approve"))]
    if release.public_at and release.public_at > event.embargo_at:
        return [LinkRow("Its figures open after the embargo: set the embargo later", page)]
    return []


def _missing_texts(event) -> list[LinkRow]:
    if not event.drafted:
        return [LinkRow("Drafts not yet made", page_of(event))]
    if event.stale:
        words = f"{plural(event.stale, 'draft')} of an earlier release to draft again"
        return [LinkRow(words, page_of(event))]
    if event.unissued:
        words = f"{plural(event.unissued, 'draft')} to read and issue"
        return [LinkRow(words, list_of("pressrelease", event__id__exact=event.pk))]
    return []

"""Today: the next event, what waits for this person, and what waits for others."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, F, Max, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst

from offences.backups import why_worried
from offences.clocks import working_days
from offences.english import sentence
from offences.foi_clock import WorkingDays
from offences.models import CampaignEvent, FoiRound, Release
from offences.rounds.board import BoardRow, Stage, row_of
from offences.rounds.running import running_first
from offences.staff.names import logged_in
from offences.staff.pages import may, show_page, staff_page
from offences.staff.today import waiting
from offences.staff.today.next_dates import after_freeze, countdowns, next_dates, of_round
from offences.staff.today.queues import LinkRow, Queue, ago, list_of, page_of, plural
from offences.staff.today.round_progress import (
    STILL_TO_COME,
    RoundProgress,
    board_page,
    prepare_page,
    progress_of,
    rows_by_round,
    submissions_of,
)
from offences.staff.today.search import find
from offences.staff.today.stopped_mail import stopped_queues
from offences.staff.today.unanswered import answer_queues
from offences.staff.today.waiting_rows import waiting_rows
from offences.statistics.years import Year
from offences.words.charity import charity
from offences.workers import worker_trouble

NOT_SET_UP = (
    "Readers do not see yet whose site this is. Add it under All records, Charity: its name, "
    "whom to call, how to reach you."
)
LOOK = "Somebody who runs the server has to look."

OF_ENTRY = ("object_id", "object_repr", "action_flag", "change_message")
VIEWED = ("campaignevent", "foisubmission", "recordedfigure", "release", "pressrelease")


@staff_page("find", route="find/")
def show_results(request: HttpRequest) -> HttpResponse:
    """What the search box of every page finds."""
    asked = request.GET.get("q", "").strip()
    card, groups = find(asked, logged_in(request), timezone.now())
    return show_page(
        request,
        "today/search",
        title="Find",
        asked=asked,
        search_text=asked,
        card=card,
        groups=groups,
    )


def today(user: User, now: dt.datetime, apps: Iterable[str]) -> dict[str, object]:
    """Everything that the page shows this person at this moment; `apps` are those of the site."""
    day = timezone.localtime(now).date()
    sees_events = may(user, "view_campaignevent")
    events = list(coming_events(now)) if sees_events else []
    prepared = list(waiting.releases_in_preparation(user)) if may(user, "view_release") else []
    days = working_days()
    rows, running, progresses = _returns(user, day, days)
    found = waiting_rows(user, day)
    to_prepare = _to_prepare(events, rows, prepared, progresses)
    queues = [
        *stopped_queues(user, day, found),
        *waiting.sent_back_queues(user, day, found, rows),
        *waiting.force_check_queues(user, day, found),
        *waiting.correction_queues(user, now, found),
        *waiting.file_queues(user, day, found, rows),
        *waiting.entry_queues(user, day, rows),
        *waiting.release_queues(user, day, to_prepare, prepared),
        *answer_queues(user, day, running),
        waiting.unsent_queue(user, day, found),
        *waiting.text_queues(user, day, events, found),
    ]
    mine = [queue for queue in queues if queue.mine]
    if drafts := waiting.draft_rows(day, found):
        address = drafts[0].url
        mine.insert(0, Queue("Your drafts of grids", "Continue", address, "", True, drafts))
    event = events[0] if events else None
    progress = progresses[0] if progresses else None
    rounds = [each.round for each in progresses if each.round.complete]
    shown: dict[str, object] = {"date": f"{day:%A} {day.day} {day:%B %Y}", "queues": mine}
    shown |= {"event": event, "embargo": embargo_in_words(event, now) if event else None}
    shown |= {"countdowns": countdowns(rounds, event, day, days)}
    shown |= {"dates": next_dates(rounds, running, event, day, days)}
    shown |= {"after_freeze": [(r, words) for r in rounds if (words := after_freeze(r, running))]}
    shown |= {"missing": _missing_steps(user, event, progresses, prepared) if event else []}
    shown |= {"also_running": progresses[1:]}
    shown |= {"may_plan": may(user, "add_campaignevent"), "sees_events": sees_events}
    shown |= {"years": _years(progress.round) if progress else ""}
    shown |= {"progress": progress, "others": [q for q in queues if q.for_colleagues]}
    shown |= {"worries": _worries(user, now)}
    shown |= {"has_part": any(queue.may for queue in queues)}
    shown |= {"sees_anything": any(may(user, f"view_{model}") for model in VIEWED)}
    return shown | {"recent": _recent(user, apps, now)}


def _worries(user: User, now: dt.datetime) -> list[str]:
    """Faults of the server that somebody here has to have corrected."""
    leads, waits = may(user, "view_account"), may(user, "add_foiround")
    found = [worker_trouble(now) if leads or waits else "", why_worried(now) if leads else ""]
    new = may(user, "add_charity") and not charity().is_set_up
    return [*([NOT_SET_UP] if new else []), *(f"{each} {LOOK}" for each in found if each)]


def _recent(user: User, apps: Iterable[str], now: dt.datetime) -> list[LinkRow]:
    """The last things that this person did; what they did at one moment is one line."""
    entries = LogEntry.objects.filter(user=user, content_type__app_label__in=apps)
    grouped: QuerySet[Any, Any] = entries.values("action_time", "content_type").annotate(
        number=Count("pk"), **{name: Max(name) for name in ("pk", *OF_ENTRY)}
    )
    rows, day = [], timezone.localtime(now).date()
    for one in grouped.order_by("-action_time", "-pk")[:6]:
        at = timezone.localtime(one["action_time"])
        when = f"{at:%H:%M}" if at.date() == day else ago(at, day)
        kind = ContentType.objects.get_for_id(one["content_type"])
        entry = LogEntry(content_type=kind, **{name: one[name] for name in OF_ENTRY})
        name, url, about = entry.object_repr, entry.get_admin_url(), entry.get_change_message()
        if one["number"] > 1:  # an import of a list
            of = kind.model_class()
            plural_name = of._meta.verbose_name_plural if of else kind.model
            name, url = capfirst(str(plural_name)), list_of(kind.model)
            about = f"{one['number']:,} rows, imported from a file"
        rows.append(LinkRow(name, "" if entry.is_deletion() else url or "", about, when))
    return rows


def _returns(
    user: User, day: dt.date, days: WorkingDays
) -> tuple[list[BoardRow], list[BoardRow], list[RoundProgress]]:
    """Unfinished submissions of any round, those of running rounds, and their progress.

    The round whose event comes next is the first.
    """
    if not may(user, "view_foisubmission"):
        return [], [], []
    rows = [row_of(each, day, days) for each in submissions_of(user)]
    running = [row for row in rows if row.submission.is_of_running]
    running.sort(key=lambda row: not row.submission.is_of_first)
    by_round = rows_by_round(running)
    if not (running and running[0].submission.is_of_first) and (first := running_first().first()):
        by_round = {first: [], **by_round}
    progresses = [
        progress_of(
            round_, own, is_released=own[0].submission.is_released if own else round_.is_released
        )
        for round_, own in by_round.items()
    ]
    return rows, running, progresses


def _years(round_: FoiRound) -> str:
    """The years that a round asks for: “2024/25 to 2025/26”, or the only one."""
    years = dict.fromkeys((str(Year(round_.first_year)), str(Year(round_.last_year))))
    return " to ".join(years)


def _to_prepare(
    events: Sequence,
    rows: Sequence[BoardRow],
    prepared: Sequence[Release],
    progresses: Sequence[RoundProgress],
) -> list[LinkRow]:
    """What to prepare a release for, once nobody has a return in hand."""
    in_hand = any(row.stage in (Stage.TO_ENTER, Stage.TO_CHECK) for row in rows)
    checked = [each for each in progresses if each.round.complete and each.number(Stage.CHECKED)]
    if not checked or in_hand or prepared:
        return []
    of = {each.round.event_id: each.round for each in reversed(checked)}
    found = [(each.name, of.get(each.pk, checked[0].round)) for each in events if not each.release]
    found = found or [(sentence(e.round.name), e.round) for e in checked if not e.is_released]
    return [
        LinkRow(name, prepare_page(round_), "Every return is checked.") for name, round_ in found
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
    user: User, event, progresses: Sequence[RoundProgress], prepared: Sequence[Release]
) -> list[LinkRow]:
    """List what is missing between an event and its texts, in the order of the work."""
    release: Release | None = event.release
    if release and release.withdrawn_at and event.drafted > event.unissued:
        # An issued text keeps the release that it was written from: see `press.why_locked`.
        words = "Its release is withdrawn and texts of it are issued: make a new event"
        return [LinkRow(words, reverse("admin:offences_campaignevent_add"))]
    steps = []
    # Nothing is still to come of a past round known from publications alone.
    asked = [each for each in progresses if each.round.event_id == event.pk] or progresses[:1]
    if release is None or release.approved_at is None:
        returns = {
            "not answered yet": STILL_TO_COME,
            Stage.TO_ENTER.words: (Stage.TO_ENTER,),
            Stage.TO_CHECK.words: (Stage.TO_CHECK,),
        }
        steps = [
            LinkRow(
                f"{plural(number, 'request')} {words}{of_round(progress.round, asked)}",
                board_page(progress.round, *stages),
            )
            for progress in asked
            for words, stages in returns.items()
            if (number := progress.number(*stages))
            if progress.round.complete or stages == (Stage.TO_CHECK,)
        ]
    # The page of the event, where one is chosen, unless this person can prepare it first.
    is_to_prepare = may(user, "add_release") and not any(each.is_released for each in asked)
    page = prepare_page(asked[0].round if asked else None) if is_to_prepare else page_of(event)
    figures = _missing_figures(event, release, prepared, page)
    return [*steps, *figures, *_missing_texts(event)]


def _missing_figures(
    event, release: Release | None, prepared: Sequence[Release], to_prepare: str
) -> list[LinkRow]:
    page = page_of(event)
    if release is None and prepared:
        return [
            LinkRow("Release prepared, not yet approved", page_of(prepared[0], "approve")),
            LinkRow("Release not yet chosen for the event", page),
        ]
    if release is None:
        return [LinkRow("Release not yet prepared or chosen", to_prepare)]
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
        words = f"{plural(event.unissued, 'draft')} to sign and issue"
        return [LinkRow(words, page_of(event, "texts"))]
    return []

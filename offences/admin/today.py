"""The staff's first page: the next event, what waits for this person, what waits for others.

What is a person's to do follows from permissions, never from a group's name, and leaves out what
the rule of two people gives to somebody else. Every question below is one query, whatever its rows.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import groupby
from urllib.parse import urlencode

from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone

from offences.admin.looking import name_of
from offences.models import (
    AnnualCount,
    CampaignEvent,
    Document,
    FoiRound,
    FoiSubmission,
    PressRelease,
    RecordedFigure,
    Release,
)
from offences.statistics.dates import in_words
from offences.statistics.years import Year

SHOWN = 5  # rows of a queue; the others are one link away
VIEWED = ("campaignevent", "foisubmission", "recordedfigure", "release", "pressrelease")
CAME = (FoiSubmission.Outcome.ANSWERED, FoiSubmission.Outcome.PART)
CLOSED = (FoiSubmission.Outcome.REFUSED, FoiSubmission.Outcome.NO_RESPONSE)


# ---- what the page is made of ------------------------------------------------------------------


@dataclass(frozen=True)
class Row:
    """One thing that waits, with the page where it is done."""

    name: str
    url: str
    about: str
    age: str = ""
    mine: bool = True  # False: the rule of two people gives it to a colleague


@dataclass(frozen=True)
class Queue:
    """Things of one kind that wait for this person."""

    title: str
    action: str  # what the button says that leads to the first row
    url: str  # the list of them all
    rows: Sequence[Row]
    hint: str = ""

    @property
    def first(self) -> Sequence[Row]:
        # One row takes no more room than the link that would stand for it.
        return self.rows if len(self.rows) <= SHOWN + 1 else self.rows[:SHOWN]

    @property
    def more(self) -> int:
        return len(self.rows) - len(self.first)


@dataclass(frozen=True)
class Other:
    """Things of one kind that wait for somebody else."""

    title: str
    url: str
    number: int
    who: str


@dataclass(frozen=True)
class Task:
    """One kind of step: who may do it, and everything that waits for it."""

    title: str
    action: str
    url: str
    role: str
    may: bool
    rows: Sequence[Row]
    hint: str = ""

    @property
    def queue(self) -> Queue:
        mine = [row for row in self.rows if self.may and row.mine]
        return Queue(self.title, self.action, self.url, mine, self.hint)

    @property
    def other(self) -> Other:
        number = sum(1 for row in self.rows if not (self.may and row.mine))
        return Other(
            self.title, self.url, number, f"another {self.role}" if self.may else self.role
        )


class Stage(Enum):
    """How far one force's return has come: a shape of its own each, and words."""

    CHECKED = "checked"
    TO_CHECK = "to check"
    TO_ENTER = "to enter"
    AWAITED = "not in yet"
    CLOSED = "no answer or refused"

    @property
    def key(self) -> str:
        return self.name.lower().replace("_", "-")


IN = (Stage.CHECKED, Stage.TO_CHECK, Stage.TO_ENTER)
# Of two requests to one force, the one that somebody has to do something about.
FIRST = (Stage.TO_CHECK, Stage.TO_ENTER, Stage.CHECKED, Stage.AWAITED, Stage.CLOSED)


@dataclass(frozen=True)
class Square:
    stage: Stage
    force: str
    x: int
    y: int


@dataclass(frozen=True)
class Key:
    stage: Stage
    number: int
    url: str

    @property
    def words(self) -> str:
        return f"{self.number} {self.stage.value}"


ACROSS, PITCH = 22, 22


@dataclass(frozen=True)
class Progress:
    """The returns of one round, one square a force."""

    round: FoiRound
    squares: Sequence[Square]
    keys: Sequence[Key]

    @property
    def came(self) -> int:
        return sum(key.number for key in self.keys if key.stage in IN)

    @property
    def height(self) -> int:
        return PITCH * -(-len(self.squares) // ACROSS)

    @property
    def words(self) -> str:
        return ", ".join(key.words for key in self.keys)

    def number(self, stage: Stage) -> int:
        return sum(key.number for key in self.keys if key.stage is stage)


@dataclass(frozen=True)
class Step:
    """One thing that is missing before an event can go."""

    words: str
    url: str


@dataclass(frozen=True)
class Done:
    """One thing that this person did."""

    name: str
    url: str
    what: str
    when: str


# ---- words -------------------------------------------------------------------------------------


def day_in_words(day: dt.date) -> str:
    return f"{day:%A} {day.day} {day:%B %Y}"


def ago(day: dt.date, today: dt.date) -> str:
    days = (today - day).days
    if days <= 0:
        return "today"
    if days == 1:
        return "yesterday"
    return f"{days} days ago" if days <= 60 else in_words(day, "day")


def lifts_in_words(event: CampaignEvent, now: dt.datetime) -> tuple[str, str]:
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
    minutes = round((at - now).total_seconds() / 60)
    hours, rest = divmod(minutes, 60)
    left = " ".join(
        f"{number} {word}{'' if number == 1 else 's'}"
        for number, word in ((hours, "hour"), (rest, "minute"))
        if number
    )
    return moment, f"in {left}" if left else "in less than a minute"


def _number(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _list_of(model: str, **filters: object) -> str:
    address = reverse(f"admin:offences_{model}_changelist")
    return f"{address}?{urlencode(filters)}" if filters else address


def _page_of(model: str, page: str, pk: int) -> str:
    return reverse(f"admin:offences_{model}_{page}", args=[pk])


# ---- the questions -----------------------------------------------------------------------------


def _events(now: dt.datetime) -> QuerySet[CampaignEvent]:
    """Those still to come, the nearest first, with how many texts each has."""
    unissued = Q(texts__issued_at__isnull=True)
    return (
        CampaignEvent.objects.filter(embargo_at__gt=now)
        .select_related("release__measure")
        .annotate(
            drafted=Count("texts"),
            unissued=Count("texts", filter=unissued),
            # Of another release than the event's: they have to be drafted again.
            stale=Count("texts", filter=unissued & ~Q(texts__release=F("release"))),
        )
        .order_by("embargo_at", "pk")
    )


def _submissions(round_: FoiRound | None, user: User) -> QuerySet[FoiSubmission]:
    """Those of a round, and those of every round that wait to be entered or checked.

    Of a past round known from print alone nothing is left to enter.
    """
    own = AnnualCount.objects.current().filter(submission=OuterRef("pk"), recorded_by=user)
    papers = Document.objects.filter(submissions=OuterRef("pk")).order_by()
    number = papers.values("submissions").annotate(n=Count("pk")).values("n")
    to_enter = Q(outcome__in=CAME, entered_at__isnull=True, round__complete=True)
    to_check = Q(entered_at__isnull=False, checked_at__isnull=True)
    return (
        FoiSubmission.objects.filter(Q(round=round_) | to_enter | to_check)
        .select_related("force", "round", "entered_by")
        .annotate(
            own=Exists(own),
            papers=Coalesce(Subquery(number, output_field=IntegerField()), 0),
        )
        .order_by("-round__number", "force__area", "number")
    )


def _contradictions() -> QuerySet[RecordedFigure]:
    """Figures printed with another number elsewhere, until one of them says why it is in doubt."""
    key = ("measure", "claim", "body_kind", "body", "year", "period", "category")
    others = RecordedFigure.objects.filter(
        **{name: OuterRef(name) for name in key}, doubt="", value__isnull=False
    ).exclude(value=OuterRef("value"))
    return (
        RecordedFigure.objects.filter(Exists(others), doubt="", value__isnull=False)
        .select_related("document", "measure")
        .order_by(*key, "-value", "pk")
    )


def _releases(user: User) -> QuerySet[Release]:
    edited = Release.editors.through.objects.filter(release=OuterRef("pk"), user=user)
    return (
        Release.objects.filter(approved_at__isnull=True)
        .select_related("measure", "prepared_by")
        .annotate(own=Exists(edited))
        .order_by("prepared_at", "pk")
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


def _recent(user: User, apps: Iterable[str]) -> QuerySet[LogEntry]:
    return (
        LogEntry.objects.filter(user=user, content_type__app_label__in=apps)
        .select_related("content_type")
        .order_by("-action_time", "-pk")
    )


# ---- the answers -------------------------------------------------------------------------------


def _stage(submission: FoiSubmission) -> Stage:
    if submission.checked_at:
        return Stage.CHECKED
    if submission.entered_at:
        return Stage.TO_CHECK
    if submission.outcome in CLOSED:
        return Stage.CLOSED
    return Stage.TO_ENTER if submission.outcome in CAME else Stage.AWAITED


_FILTERS: dict[Stage, dict[str, str]] = {
    Stage.CHECKED: {"state": "checked"},
    Stage.TO_CHECK: {"state": "entered"},
    Stage.TO_ENTER: {"state": "none", "outcome__in": ",".join(CAME)},
    Stage.AWAITED: {"state": "none", "outcome__in": "awaited,unknown"},
    Stage.CLOSED: {"state": "none", "outcome__in": ",".join(CLOSED)},
}


def progress_of(round_: FoiRound, submissions: Iterable[FoiSubmission]) -> Progress:
    """One square a force, in the order in which the work goes on."""
    stages: dict[str, Stage] = {}
    for submission in submissions:
        name, stage = submission.force.area, _stage(submission)
        stages[name] = min(stages.get(name, stage), stage, key=FIRST.index)
    order = [*Stage]
    forces = sorted(stages, key=lambda name: (order.index(stages[name]), name))
    squares = [
        Square(stages[name], name, PITCH * (i % ACROSS), PITCH * (i // ACROSS))
        for i, name in enumerate(forces)
    ]
    numbers = Counter(stages.values())
    keys = [
        Key(s, numbers[s], _list_of("foisubmission", round__id__exact=round_.pk, **_FILTERS[s]))
        for s in Stage
        if numbers[s]
    ]
    return Progress(round_, squares, keys)


def _missing(event, progress: Progress | None, waiting: Sequence[Release]) -> list[Step]:
    """What stands between an event and its texts, in the order in which it is done."""
    steps = []
    release: Release | None = event.release
    page = _page_of("campaignevent", "change", event.pk)
    if progress and (release is None or release.approved_at is None):
        for stage, one, many in (
            (Stage.AWAITED, "return still to come", "returns still to come"),
            (Stage.TO_ENTER, "return to enter", "returns to enter"),
            (Stage.TO_CHECK, "return to check", "returns to check"),
        ):
            for key in progress.keys:
                if key.stage is stage:
                    steps.append(Step(_number(key.number, one, many), key.url))
    if release is None:
        if waiting:
            address = _page_of("release", "approve", waiting[0].pk)
            steps.append(Step("Release prepared, not yet approved", address))
            steps.append(Step("Event not yet told which release it speaks from", page))
        else:
            steps.append(Step("Release not yet prepared or chosen", page))
    elif release.withdrawn_at:
        steps.append(Step("Its release is withdrawn: choose the one that corrects it", page))
    elif release.approved_at is None:
        address = _page_of("release", "approve", release.pk)
        steps.append(Step("Release not yet approved", address))
    elif release.public_at and release.public_at > event.embargo_at:
        steps.append(Step("Its figures open after the embargo: set the embargo later", page))
    if not event.drafted:
        steps.append(Step("Drafts not yet made", page))
    elif event.stale:
        words = _number(event.stale, "draft", "drafts")
        steps.append(Step(f"{words} of an earlier release to draft again", page))
    elif event.unissued:
        address = _list_of("pressrelease", event__id__exact=event.pk)
        words = _number(event.unissued, "draft", "drafts")
        steps.append(Step(f"{words} to read and issue", address))
    return steps


def _to_enter(submission, today: dt.date) -> Row:
    papers = _number(submission.papers, "paper", "papers") if submission.papers else "no paper"
    part = "answered in part, " if submission.outcome == FoiSubmission.Outcome.PART else ""
    on, exact = submission.outcome_on, submission.outcome_precision == "day"
    came = f"came {ago(on, today) if exact else submission.outcome_in_words}" if on else ""
    return Row(
        _force_of(submission),
        _page_of("foisubmission", "grid", submission.pk),
        f"{submission.round}, {part}{papers} filed",
        came,
    )


def _to_check(submission, user: User, today: dt.date) -> Row:
    return Row(
        _force_of(submission),
        _page_of("foisubmission", "check", submission.pk),
        f"{submission.round}, entered by {name_of(submission.entered_by)}",
        ago(timezone.localtime(submission.entered_at).date(), today),
        mine=not submission.own and submission.entered_by_id != user.pk,
    )


def _force_of(submission: FoiSubmission) -> str:
    later = f", request {submission.number}" if submission.number > 1 else ""
    return f"{submission.force.area}{later}"


def _problems(figures: Iterable[RecordedFigure]) -> list[Row]:
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
                f"{one.body}, {when}",
                _page_of("recordedfigure", "change", same[-1].pk),
                f"{one.measure}, {what}: {printed}",
            )
        )
    return rows


def _to_approve(release, user: User, today: dt.date) -> Row:
    return Row(
        str(release),
        _page_of("release", "approve", release.pk),
        f"{release.title}, prepared by {name_of(release.prepared_by)}",
        ago(timezone.localtime(release.prepared_at).date(), today),
        mine=not release.own and release.prepared_by_id != user.pk,
    )


def _to_issue(text, user: User, today: dt.date) -> Row:
    return Row(
        text.place,
        _page_of("pressrelease", "issue", text.pk),
        text.headline,
        f"drafted {ago(timezone.localtime(text.prepared_at).date(), today)}",
        mine=not text.own and user.pk not in (text.prepared_by_id, text.edited_by_id),
    )


def _tasks(
    user: User,
    today: dt.date,
    events: Sequence,
    submissions: Sequence,
    waiting: Sequence[Release],
    progress: Progress | None,
) -> list[Task]:
    """Every kind of step, in the order in which the work goes on."""

    def may(*names: str) -> bool:
        return user.has_perms([f"offences.{name}" for name in names])

    by_stage: dict[Stage, list] = {stage: [] for stage in Stage}
    for submission in submissions:
        by_stage[_stage(submission)].append(submission)
    enter = [s for s in by_stage[Stage.TO_ENTER] if s.round.complete]
    in_rounds = {s.round_id for s in enter}
    one_round = {"round__id__exact": in_rounds.pop()} if len(in_rounds) == 1 else {}
    # A release is prepared once nobody has a return in hand.
    ready = (
        progress is not None
        and progress.round.complete
        and progress.number(Stage.CHECKED) > 0
        and not enter
        and not by_stage[Stage.TO_CHECK]
        and not waiting
    )
    prepare = [e for e in events if e.release is None and ready]
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
            "Returns to enter",
            "Enter the first",
            _list_of("foisubmission", **one_round, **_FILTERS[Stage.TO_ENTER]),
            "data officer",
            may("add_annualcount", "change_annualcount"),
            [_to_enter(s, today) for s in enter],
        ),
        Task(
            "Returns to check",
            "Check the first",
            _list_of("foisubmission", state="entered"),
            "checker",
            may("check_foisubmission"),
            [_to_check(s, user, today) for s in by_stage[Stage.TO_CHECK]],
        ),
        Task(
            "Problems to answer",
            "Answer the first",
            _list_of("recordedfigure", contradicted="yes"),
            "data officer",
            may("change_recordedfigure"),
            _problems(_contradictions()) if may("view_recordedfigure") else [],
            "Printed with different numbers, and only one can be right. Say of the wrong one why "
            "it is in doubt.",
        ),
        Task(
            "Releases to prepare",
            "Prepare it",
            _list_of("release"),
            "data officer or press officer",
            may("add_release"),
            [
                Row(e.name, reverse("admin:offences_release_add"), "Every return is checked.")
                for e in prepare
            ],
        ),
        Task(
            "Releases to approve",
            "Preview the first",
            _list_of("release"),
            "approver",
            may("approve_release"),
            [_to_approve(release, user, today) for release in waiting],
        ),
        Task(
            "Events to draft for",
            "Draft the first",
            _list_of("campaignevent"),
            "press officer",
            may("add_pressrelease"),
            [
                Row(e.name, _page_of("campaignevent", "change", e.pk), f"Speaks from {e.release}.")
                for e in draft
            ],
        ),
        Task(
            "Texts to read and issue",
            "Read the first",
            _list_of("pressrelease"),
            "approver",
            may("issue_pressrelease"),
            [_to_issue(t, user, today) for t in _texts(user)] if may("view_pressrelease") else [],
        ),
    ]


def _done(entry: LogEntry, now: dt.datetime) -> Done:
    at, today = timezone.localtime(entry.action_time), timezone.localtime(now).date()
    when = f"{at:%H:%M}" if at.date() == today else ago(at.date(), today)
    url = "" if entry.is_deletion() else entry.get_admin_url() or ""
    return Done(entry.object_repr, url, entry.get_change_message(), when)


def today(user: User, now: dt.datetime, apps: Iterable[str]) -> dict[str, object]:
    """Everything the page says to this person at this moment; `apps` are those of the site."""
    day = timezone.localtime(now).date()

    def sees(model: str) -> bool:
        return user.has_perm(f"offences.view_{model}")

    events = list(_events(now)) if sees("campaignevent") else []
    waiting = list(_releases(user)) if sees("release") else []
    round_, submissions, progress = None, [], None
    if sees("foisubmission"):
        round_ = FoiRound.objects.order_by("-complete", "-number").first()
        submissions = list(_submissions(round_, user))
    if round_:
        of_round = [s for s in submissions if s.round_id == round_.pk]
        progress = progress_of(round_, of_round)
    tasks = _tasks(user, day, events, submissions, waiting, progress)
    queues = [task.queue for task in tasks if task.queue.rows]
    event = events[0] if events else None
    return {
        "date": day_in_words(day),
        "event": event,
        "lifts": lifts_in_words(event, now) if event else None,
        "missing": _missing(event, progress, waiting) if event else [],
        "may_plan": user.has_perm("offences.add_campaignevent"),
        "sees_events": sees("campaignevent"),
        "progress": progress,
        "queues": queues,
        "others": [task.other for task in tasks if task.other.number],
        "has_part": any(task.may for task in tasks),
        "sees_anything": any(sees(model) for model in VIEWED),
        "recent": [_done(entry, now) for entry in _recent(user, apps)[:6]],
    }

"""What one person is to know today: what came to them, and what falls due.

An item has a key, which is the same for as long as the item is: a digest reports each key once.
It names what waits and quotes nothing: an e-mail may be read on its way.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from django.contrib.auth.models import User
from django.db.models import Exists, Model, OuterRef, Q
from django.urls import reverse
from django.utils import timezone

from offences import models as db
from offences.intake.documents import for_data_lead
from offences.press import texts_to_sign
from offences.releases import why_not_approve
from offences.rounds.board import RUNNING, Board, BoardRow, BoardState, board_of
from offences.rounds.plan import plan_of
from offences.rounds.running import running_first

ANSWERS = dt.timedelta(days=31)  # an older answer of a force is no news, whenever one signs up
PLAN = ("send_on", "freeze_on", "confirm_on", "sign_off_on", "embargo_on")


@dataclass(frozen=True)
class NewsItem:
    """One thing to report; its `kind` has a heading in the letter."""

    kind: str
    key: str
    name: str
    page: str  # where it is dealt with
    step: str = ""  # of a plan: the field with its day
    texts: int = 0  # to sign
    on: dt.date | None = None


@dataclass
class DigestDay:
    """The day of a digest, with what the digests of all persons share."""

    now: dt.datetime

    @property
    def today(self) -> dt.date:
        return timezone.localdate(self.now)

    @cached_property
    def board(self) -> Board | None:
        """The board of the running round."""
        round_ = running_first().first()
        return board_of(round_, self.today) if round_ and round_.is_running else None

    @cached_property
    def until(self) -> dt.date:
        """What falls due up to this day is reported: the next working day."""
        return self.board.days.after(self.today, 1) if self.board else self.today


def news_for(person: User, digest_day: DigestDay) -> list[NewsItem]:
    """Everything that waits for this person or falls due now, in the order of the letter."""
    return [
        item
        for needed, items in SOURCES
        if person.has_perms([f"offences.{each}" for each in needed])
        for item in items(person, digest_day)
    ]


def _page(name: str, *of: object) -> str:
    return reverse(f"admin:offences_{name}", args=of)


_SENT_BACK: dict[type[Model], str] = {
    db.FoiSubmission: "foisubmission_grid",
    db.Release: "release_screening",
    db.PressRelease: "pressrelease_change",
}


def _sent_back(person: User, digest_day: DigestDay) -> Iterator[NewsItem]:
    mine = Q(submission__entered_by=person)
    for field, permission in (("release", "release"), ("press_release", "pressrelease")):
        if person.has_perm(f"offences.change_{permission}"):
            mine |= Q(**{f"{field}__isnull": False})
    related = ("submission__force", "submission__round", "release__measure", "press_release__event")
    for note in db.SendBack.objects.unsettled().filter(mine).select_related(*related):
        work = note.submission or note.release or note.press_release
        kind = _SENT_BACK[type(work)]
        yield NewsItem("sent_back", f"back:{note.pk}", str(work), _page(kind, work.pk))


def _of_round(person: User, digest_day: DigestDay) -> Iterator[NewsItem]:
    if digest_day.board:
        for row in digest_day.board.rows:
            yield from _of_request(row, digest_day)


def _of_request(row: BoardRow, digest_day: DigestDay) -> Iterator[NewsItem]:
    name, due, pk = str(row.submission), row.clock.due_on, row.submission.pk
    last = row.last_event.pk if row.last_event else 0
    page = _page("foisubmission_change", pk)
    match row.state:
        case BoardState.OVERDUE | BoardState.REVIEW_OVERDUE:
            on = due if row.state == BoardState.OVERDUE else row.clock.review_by
            yield NewsItem(row.state, f"{row.state}:{pk}:{on}", name, page, on=on)
        case BoardState.WITH_US | BoardState.REFUSED:
            yield NewsItem(row.state, f"{row.state}:{pk}:{last}", name, page)
    if row.state in RUNNING and due and digest_day.today <= due <= digest_day.until:
        yield NewsItem("due", f"due:{pk}:{due}", name, page, on=due)


def _of_plan(person: User, digest_day: DigestDay) -> Iterator[NewsItem]:
    if digest_day.board is None:
        return
    round_ = digest_day.board.round
    plan = plan_of(round_)
    for name in PLAN:
        day = getattr(plan, name)
        if day and digest_day.today <= day <= digest_day.until:
            page = _page("foiround_board", round_.pk)
            yield NewsItem("plan", f"{name}:{round_.pk}:{day}", round_.name, page, name, on=day)


def _answers(person: User, digest_day: DigestDay) -> Iterator[NewsItem]:
    rows = db.FoiQuery.objects.filter(asked_by=person, answered_at__gt=digest_day.now - ANSWERS)
    for query in rows.exclude(answered_by=person).select_related("submission__force"):
        name = f"{query.submission.force.area}, {query.what}"
        page = _page("foiquery_change", query.pk)
        yield NewsItem("answered", f"answered:{query.pk}", name, page)


def _to_check(person: User, digest_day: DigestDay) -> Iterator[NewsItem]:
    own = db.AnnualCount.objects.current().filter(submission=OuterRef("pk"), recorded_by=person)
    rows = db.FoiSubmission.objects.to_check().exclude(Exists(own)).exclude(entered_by=person)
    rows = rows.exclude(send_backs__in=db.SendBack.objects.unsettled())
    for each in rows.select_related("force", "round"):
        page = _page("foisubmission_check", each.pk)
        yield NewsItem("check", f"check:{each.pk}:{each.edition}", str(each), page)


def _held_back(person: User, digest_day: DigestDay) -> Iterator[NewsItem]:
    for each in for_data_lead():
        page = _page("document_clear", each.pk)
        yield NewsItem("held_back", f"held:{each.pk}", each.title, page)


def _to_approve(person: User, digest_day: DigestDay) -> Iterator[NewsItem]:
    rows = db.Release.objects.filter(review_at__isnull=False, approved_at=None)
    for each in rows.select_related("measure"):
        if not why_not_approve(each, person):
            page = _page("release_approve", each.pk)
            yield NewsItem("approve", f"review:{each.pk}:{each.review_at}", str(each), page)


def _to_draft(person: User, digest_day: DigestDay) -> Iterator[NewsItem]:
    rows = db.CampaignEvent.objects.filter(
        embargo_at__gt=digest_day.now,
        release__approved_at__isnull=False,
        release__withdrawn_at=None,
        texts=None,
    )
    for each in rows:
        page = _page("campaignevent_change", each.pk)
        yield NewsItem("draft", f"draft:{each.pk}:{each.release_id}", each.name, page)


def _to_sign(person: User, digest_day: DigestDay) -> Iterator[NewsItem]:
    """One item an event: forty texts that were drafted together are one piece of news."""
    rows = texts_to_sign(person).filter(event__embargo_at__gt=digest_day.now)
    events: dict[int, tuple[str, list[int]]] = {}
    for text in rows.select_related("event").order_by("event__embargo_at", "pk"):
        events.setdefault(text.event_id, (text.event.name, []))[1].append(text.pk)
    for pk, (name, texts) in events.items():
        yield NewsItem(
            "issue", f"issue:{pk}", name, _page("campaignevent_texts", pk), texts=len(texts)
        )


def _disputes(person: User, digest_day: DigestDay) -> Iterator[NewsItem]:
    rows = db.Dispute.objects.filter(owner=person, decided_at=None)
    for each in rows.select_related("force"):
        page = _page("dispute_decide", each.pk)
        yield NewsItem("dispute", f"dispute:{each.pk}", str(each), page)


type NewsSource = Callable[[User, DigestDay], Iterator[NewsItem]]

SOURCES: tuple[tuple[tuple[str, ...], NewsSource], ...] = (
    (("view_foisubmission",), _sent_back),
    (("change_foisubmission",), _of_round),
    (("view_foiround",), _of_plan),
    (("change_foiquery",), _answers),
    (("check_foisubmission",), _to_check),
    (("clear_document",), _held_back),
    (("approve_release",), _to_approve),
    (("add_pressrelease",), _to_draft),
    (("view_pressrelease",), _to_sign),
    (("view_dispute",), _disputes),
)
"""What a person needs permission for, and the news of it, in the order of the letter."""

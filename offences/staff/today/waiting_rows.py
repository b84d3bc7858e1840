"""Work that waits for people, of many kinds, read by one query: what, whose and when."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

from django.contrib.auth.models import User
from django.db.models import (
    BooleanField,
    Case,
    DateTimeField,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    TextField,
    Value,
    When,
)
from django.db.models.expressions import Combinable
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast, Concat, Trim

from offences import models as db
from offences.intake.documents import for_data_lead
from offences.press import texts_to_sign
from offences.rounds.board import SHUT
from offences.rounds.running import running_first
from offences.staff.pages import may

EMPTY, EVERYBODY = Value(""), Q(pk__isnull=False)


class WaitingRow(NamedTuple):
    """One thing that waits; `under` is the second part of its address, if it has two."""

    kind: str
    pk: int
    under: str
    name: str
    about: str
    who: str
    at: dt.datetime | None
    is_mine: bool  # whether it is this person's own, or may be taken by them


def waiting_rows(user: User, today: dt.date) -> dict[str, list[WaitingRow]]:
    """Everything of these kinds that this person may see, the oldest first."""
    first, *more = _parts(user, today)
    found: dict[str, list[WaitingRow]] = defaultdict(list)
    for values in first.union(*more, all=True).order_by("w_at", "w_name", "w_pk"):
        row = WaitingRow(*values)
        found[row.kind].append(row)
    return found


def _parts(user: User, today: dt.date) -> Iterator[QuerySet]:
    area, round_ = "submission__force__area", "submission__round__name"
    own = db.GridDraft.objects.filter(person=user)
    place = _joined(area, Value(", "), round_)
    yield _rows("draft", own, "submission", place, at="saved_at")
    if may(user, "view_reading", "view_foiquery", "view_document"):
        yield from _of_files(area)
    if may(user, "view_reply"):
        yield _replies()
    if may(user, "view_forcecheck"):
        yield _overdue_checks(today)
    if may(user, "view_dispute"):
        years = Cast("disputed", TextField())
        open_ = db.Dispute.objects.filter(decided_at=None)
        about = _joined(_release("release__"), Value(": “"), "says", Value("”"))
        of: dict[str, Any] = {
            "under": years,
            "about": about,
            "who": person_name("owner"),
            "mine": Q(owner=user),
        }
        yield _rows("dispute", open_, "pk", F("force__area"), at="opened_at", **of)
    if may(user, "change_printedarticle"):
        wrong = db.PrintedArticle.objects.filter(put_right_at=None, ask_on__lte=today)
        yield _rows("printed", wrong, "release", F("outlet"), at="noted_at", about=F("url"))
    if may(user, "view_foisubmission"):
        yield _returns_sent_back(user, today)
        yield _unsent_rounds()
    if may(user, "view_pressrelease"):
        yield from _texts(user, today)
    yield from _stopped(user, today)


def _rows(
    kind: str,
    rows: QuerySet,
    pk: str,
    name: Combinable,
    *,
    at: str,
    under: Combinable = EMPTY,
    about: Combinable = EMPTY,
    who: Combinable = EMPTY,
    mine: Q = EVERYBODY,
) -> QuerySet:
    """These rows as the columns that every kind has, each of one type in every database."""
    texts: dict[str, Combinable] = {
        "w_kind": Value(kind),
        "w_under": under,
        "w_name": name,
        "w_about": about,
    }
    texts |= {"w_who": who}
    is_mine = Case(When(mine, then=Value(True)), default=Value(False))
    return (
        rows.order_by()
        .annotate(
            **{key: Cast(text, TextField()) for key, text in texts.items()},
            w_pk=F(pk),
            w_at=Cast(at, DateTimeField()),
            w_mine=Cast(is_mine, BooleanField()),
        )
        .values_list("w_kind", "w_pk", "w_under", "w_name", "w_about", "w_who", "w_at", "w_mine")
    )


def person_name(person: str) -> Case:
    """The first and the last name of a person, and the account for one who has neither."""
    names = _joined(f"{person}__first_name", Value(" "), f"{person}__last_name")
    nameless = {f"{person}__{each}_name": "" for each in ("first", "last")}
    username = When(**nameless, then=f"{person}__username")
    return Case(username, default=Trim(names), output_field=TextField())


def _sender() -> Case:
    """Who sent work back: an account, or the name of a person who signs by link."""
    by_link = When(sent_back_by=None, then=F("signed_as"))
    return Case(by_link, default=person_name("sent_back_by"), output_field=TextField())


def _joined(*parts: Combinable | str) -> Concat:
    """These texts joined; PostgreSQL needs the type of a short and a long one together."""
    return Concat(*parts, output_field=TextField())


def _release(path: str = "") -> Concat:
    """A release’s own name, made by the database: “Online offences, release 4”."""
    number = Cast(f"{path}number", TextField())
    return _joined(f"{path}measure__name", Value(", release "), number)


def _of_files(area: str) -> Iterator[QuerySet]:
    why = KeyTextTransform("0", "held_back")
    yield _rows("held_back", for_data_lead(), "pk", F("title"), about=why, at="added_at")
    unstored = db.Reading.objects.filter(~SHUT, stored_at=None)
    under = Cast("pk", TextField())
    yield _rows(
        "store", unstored, "submission", F(area), under=under, about=F("name"), at="read_at"
    )
    for kind, is_unsent, at in (("ask", True, "asked_at"), ("asked", False, "letter_at")):
        open_ = db.FoiQuery.objects.unanswered().with_letters().filter(letter_at__isnull=is_unsent)
        yield _rows(kind, open_, "pk", F(area), about=F("what"), at=at)


def _stopped(user: User, today: dt.date) -> Iterator[QuerySet]:
    """Letters and e-mails of people whose accounts have ended: they were to leave, and do not."""
    of: dict[str, Any] = {"who": person_name("reserved_by"), "at": "reserved_at"}
    if may(user, "add_sentletter"):
        letters, area = db.SentLetter.objects.stopped(today), F("submission__force__area")
        of |= {"about": F("submission__round__name"), "under": F("kind")}
        yield _rows("stopped_letter", letters, "submission__round", area, **of)
    if may(user, "add_senttext"):
        of |= {"about": F("issued_text__place"), "under": EMPTY}
        texts, notices = (each.objects.stopped(today) for each in (db.SentText, db.SentCorrection))
        yield _rows("stopped_text", texts, "issued_text__event", F("outlet"), **of)
        yield _rows("stopped_notice", notices, "release", F("outlet"), **of)


def _replies() -> QuerySet:
    subject, sender = (KeyTextTransform(key, "found") for key in ("subject", "sender"))
    is_bare = When(found__subject="", then="name")  # a file that came without a message
    name = Case(is_bare, default=subject, output_field=TextField())
    of: dict[str, Any] = {"under": Cast("pk", TextField()), "about": sender}
    return _rows("reply", db.Reply.objects.to_file(), "round", name, at="added_at", **of)


def _overdue_checks(today: dt.date) -> QuerySet:
    newer = db.ForceCheck.objects.filter(
        release=OuterRef("release"), force=OuterRef("force"), number__gt=OuterRef("number")
    )
    rows = db.ForceCheck.objects.filter(
        answer="", due_on__lt=today, release__withdrawn_at__isnull=True
    ).exclude(Exists(newer))
    of: dict[str, Any] = {"under": F("force__slug"), "about": _release("release__")}
    return _rows("unconfirmed", rows, "release", F("force__area"), at="due_on", **of)


def _returns_sent_back(user: User, today: dt.date) -> QuerySet:
    """Each is for who entered it; for any officer, if that account has ended."""
    rows = db.SendBack.objects.unsettled().filter(submission__isnull=False)
    mine = Q(submission__entered_by=user) | Q(submission__entered_by__is_active=False)
    mine |= Q(submission__entered_by__account_end__on__lt=today)
    of: dict[str, Any] = {"about": F("reason"), "who": person_name("sent_back_by"), "mine": mine}
    return _rows(
        "returned", rows, "submission", F("submission__force__area"), at="sent_back_at", **of
    )


def _unsent_rounds() -> QuerySet:
    """Rounds of which no letter has left, but the one whose requests are on the page anyway."""
    asked = db.FoiSubmission.objects.filter(round=OuterRef("pk"))
    begun = asked.filter(~Q(outcome="awaited") | Q(events__kind="sent"))
    rounds = db.FoiRound.objects.filter(Exists(asked), ~Exists(begun), complete=True, sent_on=None)
    rounds = rounds.exclude(pk__in=running_first().values("pk")[:1])
    return _rows("unsent", rounds, "pk", F("name"), at="send_on")


def _texts(user: User, today: dt.date) -> Iterator[QuerySet]:
    """Texts that were sent back, and drafts that wait for a signature.

    Those whose event's day is over are never among those of an event to come.
    """
    back = db.SendBack.objects.unsettled().filter(press_release__isnull=False)
    of: dict[str, Any] = {"about": F("reason"), "who": _sender(), "at": "sent_back_at"}
    name = _joined("press_release__place", Value(", "), "press_release__event__name")
    yield _rows("text_back", back, "press_release", name, **of)
    is_present = Q(release=F("event__release")) | Q(edited_at__isnull=False)
    drafts = texts_to_sign(user).filter(is_present, event__release__withdrawn_at__isnull=True)
    of = {"about": F("headline"), "at": "prepared_at"}
    is_past = Q(event__embargo_at__date__lt=today)
    yield _rows("issue", drafts.exclude(is_past), "pk", F("place"), **of)
    name = _joined("place", Value(", "), "event__name")
    yield _rows("issue_late", drafts.filter(is_past), "pk", name, **of)

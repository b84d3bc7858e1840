"""Sending work back to its author, and handing it in: the same for every kind of work.

The caller has locked the work, so that of two people at the same time one is refused.
"""

import datetime as dt
from collections.abc import Iterable

from django.contrib.auth.models import User

from offences.models import FoiSubmission, PressRelease, Release, SendBack
from offences.refused import Refused

type Work = FoiSubmission | Release | PressRelease

FIELDS: dict[type, str] = {
    FoiSubmission: "submission",
    Release: "release",
    PressRelease: "press_release",
}
LONGEST = 300


def record(
    work: Work, reason: str, *, by: User | None, now: dt.datetime, name: str = ""
) -> SendBack:
    """Record why work goes back to its author. Refused while an earlier note is unsettled.

    `name` is that of a person without an account.
    """
    reason = _plain(reason)
    if not reason:
        raise Refused("Say why it goes back: its author reads this.")
    if why := why_waiting([work]):
        raise Refused(why)
    return SendBack.objects.create(
        **{FIELDS[type(work)]: work},
        reason=reason,
        sent_back_by=by,
        sent_back_at=now,
        signed_as="" if by else name,
    )


def settle(works: Iterable[Work], *, by: User, now: dt.datetime, answer: str = "") -> int:
    """Settle the notes on these works, which are all of one kind; return how many there were."""
    rows = _unsettled(list(works))
    return rows.update(settled_by=by, settled_at=now, answer=_plain(answer))


def hand_in(work: Work, permission: str, answer: str, *, by: User, now: dt.datetime) -> None:
    """Settle the note on work that stays as it is, with an answer to who wrote the note.

    Those who may change the work hand it in; who sent it back may take the note back.
    """
    note = _unsettled([work]).first()
    if note is None:
        raise Refused("It is not with its author: there is nothing to hand in.")
    if note.sent_back_by_id != by.pk and not by.has_perm(f"offences.{permission}"):
        raise Refused("Its author hands it in, or the person who sent it back.")
    if not _plain(answer):
        raise Refused("Say why it stays as it is: the person who sent it back reads this.")
    settle([work], by=by, now=now, answer=answer)


def why_waiting(works: Iterable[Work]) -> str:
    """Why work may not be taken further: it is with its author; empty if it is not."""
    if _unsettled(list(works)).exists():
        return "It was sent back, and its author has not handed it in since."
    return ""


def _unsettled(works: list[Work]):
    rows = SendBack.objects.unsettled()
    return rows.filter(**{f"{FIELDS[type(works[0])]}__in": works}) if works else rows.none()


def _plain(text: str) -> str:
    return " ".join(text.replace("\0", "").split())[:LONGEST]

"""Notices to the newsrooms that were sent a text which a release contradicts.

The words of a notice follow from the release and the text alone, so nobody signs them again.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.contrib.auth.models import User
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone

from offences import mail
from offences.english import counted
from offences.models import (
    Correction,
    IssuedText,
    MediaContact,
    OutgoingQuerySet,
    Release,
    SentCorrection,
    SentText,
)
from offences.press.corrections import TextToCorrect, correction_notice, texts_to_correct
from offences.refused import Refused
from offences.words import pack

type Report = Callable[[str, int, int], None]


@dataclass(frozen=True)
class TextNotices:
    """One issued text that a release contradicts: who was sent it, and who was sent the notice."""

    text: IssuedText
    task: TextToCorrect | None  # None once its newsrooms were informed
    sent: Sequence[SentText]
    log: Sequence[SentCorrection]
    correction: Correction | None

    @cached_property
    def words(self) -> str:
        return correction_notice(self.task) if self.task else ""

    @property
    def letter(self) -> tuple[str, str]:
        """The subject and the body of its notice."""
        subject, _, body = self.words.partition("\n")
        return subject[:250], body.strip() + "\n"

    @property
    def ready(self) -> list[MediaContact]:
        """The newsrooms that were sent the text, are still written to, and have no notice yet."""
        addressed = {row.to.casefold() for row in self.log}
        rooms = dict.fromkeys(row.contact for row in self.sent if row.contact)
        written_to = [room for room in rooms if not room.stopped_on] if self.task else []
        return [room for room in written_to if room.email.casefold() not in addressed]

    @property
    def without_address(self) -> list[SentText]:
        """Newsrooms that were sent the text and have asked us to stop: nobody writes to them."""
        rows = self.sent if self.task else ()
        return [row for row in rows if row.contact is None or row.contact.stopped_on]

    @property
    def is_open(self) -> bool:
        return self.correction is None or any(not row.sent_at for row in self.log)


def notices_of(release: Release, now: dt.datetime) -> list[TextNotices]:
    """The texts that a release contradicts, those first whose newsrooms are not informed."""
    at = max(now, release.public_at) if release.public_at else now
    tasks = {t.text.pk: t for t in texts_to_correct(at) if t.release.pk == release.pk}
    done = release.corrections.select_related("issued_text__event", "done_by")
    corrections = {each.issued_text_id: each for each in done}
    texts = {pk: task.text for pk, task in tasks.items()}
    texts |= {pk: each.issued_text for pk, each in corrections.items()}
    sent, log = defaultdict[int, list[SentText]](list), defaultdict[int, list[SentCorrection]](list)
    for notice in release.notices.select_related("contact", "issued_text__event", "reserved_by"):
        log[notice.issued_text_id].append(notice)
        if not notice.sent_at:  # though the release is withdrawn or overtaken, a person sees it
            texts.setdefault(notice.issued_text_id, notice.issued_text)
    rows = SentText.objects.filter(issued_text__in=texts, started_at__isnull=False)
    for row in rows.select_related("contact"):
        sent[row.issued_text_id].append(row)
    return [
        TextNotices(text, tasks.get(pk), sent[pk], log[pk], corrections.get(pk))
        for pk, text in texts.items()
    ]


def reserve(release: Release, *, by: User, now: dt.datetime) -> int:
    """Reserve the notice of each text for each newsroom that was sent it; return how many.

    Nobody gets one twice. Two people who send at once wait for each other here.
    """
    if not by.has_perm("offences.add_sentcorrection"):
        raise Refused("Only press officers send notices.")
    with transaction.atomic():
        locked = Release.objects.select_for_update().get(pk=release.pk)
        if not locked.public_at or locked.public_at > now:
            raise Refused("The corrected figure is not public yet. Send the notices when it is.")
        new = [
            _reserved(each, room, locked, by, now)
            for each in notices_of(locked, now)
            for room in each.ready
        ]
        SentCorrection.objects.bulk_create(new)
    return len(new)


def _reserved(
    each: TextNotices, room: MediaContact, release: Release, by: User, now: dt.datetime
) -> SentCorrection:
    subject, body = each.letter
    return SentCorrection(
        issued_text=each.text,
        release=release,
        contact=room,
        outlet=str(room)[:250],
        to=room.email,
        subject=subject,
        body=body,
        message_id=mail.new_message_id(each.text.body),
        reserved_by=by,
        reserved_at=now,
    )


def send_reserved(release: Release, report: Report) -> mail.SendingResult:
    """Send every notice of a release that is reserved and was not handed over yet."""
    waiting = list(release.notices.waiting().select_related("contact"))
    texts = {each.text.pk: each for each in notices_of(release, timezone.now())}
    states: list[str] = []
    for done, row in enumerate(waiting):
        report(f"Sending to {row.outlet}", done, len(waiting))
        states.append(_send(row, _why_not(row, texts.get(row.issued_text_id))))
        if states[-1] == "unreachable":
            break  # the rest would wait for the same server in vain
    _close(release)
    return mail.SendingResult.of(states)


def _why_not(row: SentCorrection, of: TextNotices | None) -> str:
    """Why a reserved notice is not sent; empty if it is still true, word for word."""
    if of is None or of.task is None:
        return pack.NOTICE_IS_OVER
    if (row.subject, row.body) != of.letter:
        return pack.NOTICE_HAS_CHANGED
    return ""


def _send(row: SentCorrection, why_not: str) -> str:
    rows, room = SentCorrection.objects.filter(pk=row.pk), row.contact
    if room is None or room.stopped_on:
        rows.waiting().delete()  # they asked us to stop
        return "stopped"
    if why_not:
        rows.waiting().update(error=why_not)
        return "refused"
    message = EmailMessage(row.subject, row.body, to=[row.to])
    message.extra_headers["Message-ID"] = row.message_id
    state = mail.send_reserved(rows, message)
    if state == "sent":
        rows.update(sent_at=timezone.now(), sha256=mail.digest_of(message))
    return state


def _close(release: Release) -> None:
    """Record each text of which everybody who was sent it has the notice."""
    now = timezone.now()
    for each in notices_of(release, now):
        is_told = each.log and not each.ready and not each.without_address
        if each.task and is_told and all(row.sent_at for row in each.log):
            how = pack.BY_NOTICE.format(counted(len(each.log), "newsrooms"))
            given = {"how": how, "done_by": each.log[-1].reserved_by, "done_at": now}
            of = {"issued_text": each.text, "release": release}
            Correction.objects.get_or_create(**of, defaults=given)


def settle(release: Release, message_id: str, *, arrived: bool) -> bool:
    """Record what a person found out about a notice of which nobody knew whether it arrived."""

    def record(rows: list[SentCorrection], at: dt.datetime) -> None:
        SentCorrection.objects.filter(pk__in=[row.pk for row in rows]).update(sent_at=at, error="")

    done = mail.settle(_message(release, message_id), arrived=arrived, record=record)
    _close(release)
    return done


def withdraw(release: Release, message_id: str) -> bool:
    """Take back a notice that is reserved and was not handed over: nothing of it has left."""
    return mail.withdraw(_message(release, message_id))


def _message(release: Release, message_id: str) -> OutgoingQuerySet[SentCorrection]:
    return SentCorrection.objects.filter(release=release, message_id=message_id)

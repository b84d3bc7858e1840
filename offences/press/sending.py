"""Issued texts on their way to newsrooms: who covers what, reserved, then sent one by one.

Only an issued text can be sent: it was approved by a second person. Its subject and words are made
at the moment of sending, because an embargo may have been moved or be over by then.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone

from offences import mail
from offences.models import (
    CampaignEvent,
    Correction,
    Force,
    IssuedText,
    MediaContact,
    OutgoingQuerySet,
    PressBody,
    Release,
    SentText,
)
from offences.press.corrections import texts_to_correct
from offences.press.issuing import why_not_signed
from offences.press.pack import TYPES, pack_of
from offences.press.texts import locked_event
from offences.refused import Refused
from offences.statistics.dates import Precision

type Report = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Mailing:
    """One issued text, who is to get it, and who has it."""

    text: IssuedText
    suggested: Sequence[MediaContact]  # who cover the place
    others: Sequence[MediaContact]  # who cover more, and get the text of that
    log: Sequence[SentText]
    why_not: str  # why it cannot be sent; empty if it can

    @property
    def addressed(self) -> set[str]:
        return {each.to.casefold() for each in self.log}

    @property
    def ready(self) -> list[MediaContact]:
        """Newsrooms that are suggested and have not been sent it."""
        return [each for each in self.suggested if each.email.casefold() not in self.addressed]

    @property
    def sent(self) -> list[SentText]:
        return [each for each in self.log if each.sent_at]


def mailings_of(
    event: CampaignEvent, now: dt.datetime, only: IssuedText | None = None
) -> list[Mailing]:
    """The issued texts of an event with their newsrooms, by a fixed number of queries."""
    rows = IssuedText.objects.filter(event=event).select_related("event", "release__measure")
    texts = list(rows.prefetch_related("press_release__reviews"))
    texts = [text for text in texts if only is None or text.pk == only.pk]
    rooms = MediaContact.objects.filter(stopped_on__isnull=True).prefetch_related("forces")
    covered = [(room, {force.slug for force in room.forces.all()}) for room in rooms]
    nations = dict(Force.objects.values_list("slug", "nation"))
    log = defaultdict[int, list[SentText]](list)
    for row in SentText.objects.filter(issued_text__in=texts).select_related("reserved_by"):
        log[row.issued_text_id].append(row)
    # What opens together with the embargo is known to be newer before that.
    at = max(now, event.embargo_at)
    outdated = {each.text.pk for each in texts_to_correct(at)} if texts else set()
    noted = Correction.objects.filter(issued_text__in=texts).select_related("release__measure")
    corrected = {each.issued_text_id: each.release for each in noted.order_by("release__number")}
    mailings = []
    for text in texts:
        suggested = [room for room, forces in covered if _gets(text, forces, nations)]
        others = [
            room
            for room, forces in covered
            if room not in suggested and (not forces or _covers(text, forces, nations))
        ]
        why_not = _why_not(text, corrected.get(text.pk), is_outdated=text.pk in outdated, now=now)
        mailings.append(Mailing(text, suggested, others, log[text.pk], why_not))
    return mailings


def _gets(text: IssuedText, forces: Collection[str], nations: Mapping[str, str]) -> bool:
    """Whether a newsroom gets a text by itself: it names the force, or several of the nation.

    That of all forces goes to newsrooms of the whole country, which would else get every one.
    """
    if text.body_kind == PressBody.FORCE:
        return text.body in forces
    if text.body_kind == PressBody.NATION:
        return Counter(nations.get(force) for force in forces)[text.place] > 1
    return not forces


def _covers(text: IssuedText, forces: Collection[str], nations: Mapping[str, str]) -> bool:
    in_nation = text.body_kind == PressBody.NATION
    return in_nation and any(nations.get(force) == text.place for force in forces)


def _why_not(
    text: IssuedText, corrected: Release | None, *, is_outdated: bool, now: dt.datetime
) -> str:
    """Why a text cannot be sent; empty if it can. Its signatures are checked again."""
    if why := why_not_signed(text):
        return why
    if text.release.withdrawn_at:
        return f"{text.release} was withdrawn."
    if is_outdated:
        return "A newer release contradicts it. Correct it first."
    if corrected:  # those who were sent it know; its own words are as wrong as before
        return f"It was corrected by {corrected}, so its words are no longer right."
    event = text.event
    if event.embargo_at > now and event.embargo_precision != Precision.DAY:
        return "The embargo of its event has no day and hour."
    return ""


def message_of(
    text: IssuedText, to: str, now: dt.datetime, files: Mapping[str, bytes] | None = None
) -> EmailMessage:
    """The e-mail with an issued text, as it would leave now; its words are the plain text."""
    event = text.event
    context = {
        "text": text,
        "when": event.embargo_in_words,
        "under_embargo": event.embargo_at > now,
    }
    subject, _, body = render_to_string("letters/newsroom.txt", context).partition("\n")
    subject = " ".join(subject.removeprefix("Subject: ").split())[:250]
    message = EmailMessage(subject, body.strip() + "\n", to=[to])
    for name, data in (files or {}).items():
        if (kind := name.rpartition(".")[2]) != "txt":
            message.attach(name, data, TYPES[kind].partition(";")[0])
    return message


def send_test(text: IssuedText, *, by: User, now: dt.datetime) -> None:
    """Send a text to the person who asks, as a newsroom would get it; log nothing."""
    mail.send_test(message_of(text, "", now, pack_of(text, now)), by=by)


def reserve(
    event: CampaignEvent, chosen: Mapping[int, Collection[int]], *, by: User, now: dt.datetime
) -> int:
    """Reserve each chosen text for its chosen newsrooms, by their keys; return how many e-mails.

    Nobody gets a text twice. Two people who send at once wait for each other here.
    """
    if not by.has_perm("offences.add_senttext"):
        raise Refused("Only press officers send texts.")
    with transaction.atomic():
        new = []
        for each in mailings_of(locked_event(event), now):
            keys, taken = chosen.get(each.text.pk, ()), each.addressed
            if keys and each.why_not:
                raise Refused(f"{each.text.place}: not sent. {each.why_not}")
            for room in (*each.suggested, *each.others):
                if room.pk in keys and room.email.casefold() not in taken:
                    taken.add(room.email.casefold())
                    new.append(_reserved(each.text, room, by, now))
        SentText.objects.bulk_create(new)
    return len(new)


def _reserved(text: IssuedText, room: MediaContact, by: User, now: dt.datetime) -> SentText:
    message = message_of(text, room.email, now)
    return SentText(
        issued_text=text,
        contact=room,
        outlet=str(room)[:250],
        to=room.email,
        subject=str(message.subject),
        body=str(message.body),
        message_id=mail.new_message_id(text.body),
        reserved_by=by,
        reserved_at=now,
    )


def send_reserved(event: CampaignEvent, report: Report) -> mail.SendingResult:
    """Send everything of an event that is reserved and was not handed over yet."""
    rows = SentText.objects.waiting().filter(issued_text__event=event)
    waiting = list(rows.select_related("contact"))
    why_not = {each.text.pk: each.why_not for each in mailings_of(event, timezone.now())}
    packs: dict[int, dict[str, bytes]] = {}
    states: list[str] = []
    for done, row in enumerate(waiting):
        report(f"Sending to {row.outlet}", done, len(waiting))
        states.append(_send(row, why_not[row.issued_text_id], packs))
        if states[-1] == "unreachable":
            break  # the rest would wait for the same server in vain
    return mail.SendingResult.of(states)


def _send(row: SentText, why_not: str, packs: dict[int, dict[str, bytes]]) -> str:
    rows, room = SentText.objects.filter(pk=row.pk), row.contact
    if room is None or room.stopped_on or _has_it(row, room.email):
        rows.waiting().delete()  # they asked us to stop, or have it at their corrected address
        return "stopped"
    if why_not:
        rows.waiting().update(error=why_not[:300])
        return "refused"
    text = IssuedText.objects.select_related("event", "release__measure").get(pk=row.issued_text_id)
    now = timezone.now()
    if text.pk not in packs:
        packs[text.pk] = pack_of(text, now)
    message = message_of(text, room.email, now, packs[text.pk])
    message.extra_headers["Message-ID"] = row.message_id
    rows.waiting().update(subject=message.subject, body=str(message.body))
    state = mail.send_reserved(rows, message)
    if state == "sent":
        rows.update(sent_at=timezone.now(), sha256=mail.digest_of(message))
    return state


def _has_it(row: SentText, address: str) -> bool:
    same = SentText.objects.filter(issued_text=row.issued_text_id, to__iexact=address)
    return same.exclude(pk=row.pk).exists()


def settle(event: CampaignEvent, message_id: str, *, arrived: bool) -> bool:
    """Record what a person found out about an e-mail of which nobody knew whether it arrived."""

    def record(rows: list[SentText], at: dt.datetime) -> None:
        SentText.objects.filter(pk__in=[row.pk for row in rows]).update(sent_at=at, error="")

    return mail.settle(_message(event, message_id), arrived=arrived, record=record)


def withdraw(event: CampaignEvent, message_id: str) -> bool:
    """Take back an e-mail that is reserved and was not handed over: nothing of it has left."""
    return mail.withdraw(_message(event, message_id))


def _message(event: CampaignEvent, message_id: str) -> OutgoingQuerySet[SentText]:
    return SentText.objects.filter(issued_text__event=event, message_id=message_id)

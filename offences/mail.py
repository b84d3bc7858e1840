"""Messages handed to the mail server: one that may have left is never taken for unsent."""

import datetime as dt
import hashlib
import smtplib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Self

from django.conf import settings
from django.contrib.auth.models import User
from django.core.mail import EmailMessage, mailers
from django.core.mail.backends.smtp import EmailBackend
from django.core.mail.message import make_msgid
from django.db import transaction
from django.utils import timezone

from offences.models import Outgoing, OutgoingQuerySet
from offences.refused import Refused
from offences.words.mail import ACCOUNT_ENDED

RESULTS = ("sent", "refused", "unsure", "unreachable")


@dataclass(frozen=True)
class SendingResult:
    """How many messages were sent, refused by the server, and may or may not have arrived."""

    sent: int
    refused: int
    unsure: int
    unreachable: int  # 1: the server was not reached, and nothing more was tried

    @classmethod
    def of(cls, states: Sequence[str]) -> Self:
        return cls(*(states.count(each) for each in RESULTS))


def new_message_id(name: str | None = None) -> str:
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip("> ") or "localhost"
    return make_msgid(name, domain=domain)


class OurMail(EmailBackend):
    """The mail server of EMAIL_URL: every message has a Message-ID of our own domain.

    Django's would have the machine's name, which may be “localhost”, and filters distrust that.
    """

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        for each in email_messages:
            if "message-id" not in {name.lower() for name in each.extra_headers}:
                each.extra_headers["Message-ID"] = new_message_id()
        return super().send_messages(email_messages)


def send_reserved[Row: Outgoing](rows: OutgoingQuerySet[Row], message: EmailMessage) -> str:
    """Send the message that these rows have reserved, once; note on them why it was not sent.

    Nothing leaves once the account of the person whose message it is has ended. The caller
    records that it was sent, with what follows from it.
    """
    number = rows.count()
    state, error = _deliver(message, lambda: _claim(rows, number, message.to[0]))
    if state == "elsewhere" and rows.stopped(timezone.localdate()).update(error=ACCOUNT_ENDED):
        return "refused"
    if error:
        rows.update(error=f"{type(error).__name__}: {error}"[:300])
        if state == "refused":
            rows.update(started_at=None)  # sent with the next ones, once its cause is gone
    return state


def _claim(rows: OutgoingQuerySet, number: int, to: str) -> bool:
    """Note that a message is being handed over, and to which address; only one worker can.

    By one statement, which also asks whether the account is open: it may end while others leave.
    """
    now = timezone.now()
    ready = rows.ready(timezone.localdate(now))
    return ready.update(started_at=now, to=to, error="") == number


@transaction.atomic
def settle[Row: Outgoing](
    rows: OutgoingQuerySet[Row], *, arrived: bool, record: Callable[[list[Row], dt.datetime], None]
) -> bool:
    """Record what a person found out about a message of which nobody knew whether it arrived."""
    unsure = list(rows.unsure().select_for_update())
    if not unsure:
        return False
    if arrived:
        assert unsure[0].started_at
        record(unsure, unsure[0].started_at)
    else:
        rows.unsure().update(started_at=None, error="")
    return True


def withdraw(rows: OutgoingQuerySet) -> bool:
    """Take back a message that is reserved and was not handed over: nothing of it has left."""
    return rows.waiting().delete()[0] > 0


def send_test(message: EmailMessage, *, by: User) -> None:
    """Send a message to the person who asks, instead of to its recipient; nothing is logged."""
    if not by.email:
        raise Refused("Your account has no e-mail address. The data lead adds it.")
    message.to, message.subject = [by.email], f"Test: {message.subject}"
    send_now(message, "The test")


def send_now(message: EmailMessage, what: str = "The message") -> None:
    """Send a message on which nothing else depends, or say why it was not sent."""
    state, error = _deliver(message, lambda: True)
    if state != "sent":
        raise Refused(f"{what} was not sent. The mail server said: {error}")


def _deliver(message: EmailMessage, claim: Callable[[], bool]) -> tuple[str, Exception | None]:
    """Send one message once it is claimed; return what became of it, and the error if any.

    Whatever can fail without anything leaving is done before the claim. “unsure” may have arrived.
    """
    connection = mailers.default
    try:
        connection.open()
    except (OSError, smtplib.SMTPException) as error:
        return "unreachable", error
    try:
        if not claim():
            return "elsewhere", None  # another worker has it
        connection.send_messages([message])
    except (smtplib.SMTPResponseException, smtplib.SMTPRecipientsRefused, ValueError) as error:
        return "refused", error  # the server's own word, or an address that is none
    except (OSError, smtplib.SMTPException) as error:
        return "unsure", error
    finally:
        connection.close()
    return "sent", None


def digest_of(message: EmailMessage) -> str:
    """The SHA-256 of a message's words and of the files with it."""
    digest = hashlib.sha256(str(message.body).encode())
    for attachment in message.attachments:
        content = attachment.content
        digest.update(content if isinstance(content, bytes) else str(content).encode())
    return digest.hexdigest()

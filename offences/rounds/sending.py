"""Letters on their way: reserved in one go, then handed to the mail server one by one.

A letter that was handed over and never confirmed (the process was killed, the line broke) may have
arrived: it is neither sent again nor counted as sent before a person says which.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable

from django.contrib.auth.models import User
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from offences import mail
from offences.models import (
    ChallengeChoice,
    Exemption,
    FoiEvent,
    FoiRound,
    FoiStep,
    FoiSubmission,
    LetterKind,
    OutgoingQuerySet,
    SentLetter,
)
from offences.rounds.form import RoundForms, file_name
from offences.rounds.merging import MergedLetter, address_of

type Report = Callable[[str, int, int], None]
STEPS: dict[str, FoiStep] = {
    LetterKind.SENT: FoiStep.SENT,
    LetterKind.REVIEW: FoiStep.REVIEW_ASKED,
    LetterKind.ANSWER: FoiStep.CLARIFICATION_SENT,
}
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@transaction.atomic
def reserve(
    round_: FoiRound,
    letters: Iterable[MergedLetter],
    repeat: Collection[int],
    *,
    by: User,
    now: dt.datetime,
) -> list[MergedLetter]:
    """Reserve these letters; a second one to the same office only if it is named in `repeat`.

    Returns those that were reserved. Two people who send at once wait for each other here.
    """
    FoiRound.objects.select_for_update().get(pk=round_.pk)
    done = []
    for letter in letters:
        before = _before(letter)
        of_this = before.filter(reserved_at__gte=letter.since) if letter.since else before
        is_repeat = letter.sent is not None or of_this.exists()
        if not letter.to or (is_repeat and letter.pk not in repeat):
            continue
        if before.filter(sent_at__isnull=True).exists():
            continue  # it is on its way, or waits for an answer to whether it arrived
        _store(letter, mail.new_message_id(round_.slug), by, now)
        done.append(letter)
    return done


@transaction.atomic
def record_sent(
    round_: FoiRound, letters: Iterable[MergedLetter], *, by: User, now: dt.datetime
) -> list[MergedLetter]:
    """Record that a person sent these letters by other means; return those that are new."""
    FoiRound.objects.select_for_update().get(pk=round_.pk)
    done = []
    for letter in letters:
        if letter.since and not _before(letter).filter(reserved_at__gte=letter.since).exists():
            message_id = f"hand-{letter.pk}-{now.isoformat()}"
            mark_sent(_store(letter, message_id, by, now, started_at=now), now)
            done.append(letter)
    return done


def _before(letter: MergedLetter) -> OutgoingQuerySet[SentLetter]:
    ids = [each.pk for each in letter.submissions]
    return SentLetter.objects.filter(submission__in=ids, kind=letter.kind)


def _store(
    letter: MergedLetter,
    message_id: str,
    by: User,
    now: dt.datetime,
    *,
    started_at: dt.datetime | None = None,
) -> list[SentLetter]:
    number = (_before(letter).aggregate(last=Max("number"))["last"] or 0) + 1
    return SentLetter.objects.bulk_create(
        SentLetter(
            submission=each,
            kind=letter.kind,
            number=number,
            to=letter.to,
            subject=letter.subject,
            body=letter.body,
            message_id=message_id,
            reserved_by=by,
            reserved_at=now,
            started_at=started_at,
        )
        for each in letter.submissions
    )


def send_reserved(round_: FoiRound, kind: str, report: Report) -> mail.SendingResult:
    """Send every letter of one kind that is reserved and was not handed over yet."""
    messages: dict[str, list[SentLetter]] = defaultdict(list)
    rows = SentLetter.objects.waiting().filter(submission__round=round_, kind=kind)
    for row in rows.select_related("submission__force", "submission__round", "reserved_by"):
        messages[row.message_id].append(row)
    forms = RoundForms(round_) if messages else None
    states = []
    for done, letters in enumerate(messages.values()):
        assert forms is not None
        report(f"Sending to {letters[0].submission.force.area}", done, len(messages))
        states.append(_send(letters, forms))
        if states[-1] == "unreachable":
            break  # the rest would wait for the same server in vain
    return mail.SendingResult.of(states)


def _send(letters: list[SentLetter], forms: RoundForms) -> str:
    message = _message(letters, forms)
    rows = SentLetter.objects.filter(pk__in=[each.pk for each in letters])
    state = mail.send_reserved(rows, message)
    if state == "sent":
        mark_sent(letters, timezone.now(), mail.digest_of(message))
    return state


def _message(letters: list[SentLetter], forms: RoundForms) -> EmailMessage:
    first = letters[0]
    to = address_of(each.submission.force for each in letters) or first.to
    headers = {"Message-ID": first.message_id}
    message = EmailMessage(first.subject, first.body, to=[to], headers=headers)
    if first.kind == LetterKind.SENT:
        _attach(message, [each.submission for each in letters], forms, first.reserved_at)
    return message


def _attach(
    message: EmailMessage, rows: Iterable[FoiSubmission], forms: RoundForms, now: dt.datetime
) -> None:
    for each in rows:
        message.attach(file_name(each), forms.workbook(each, now), XLSX)


def send_test(round_: FoiRound, letter: MergedLetter, *, by: User, now: dt.datetime) -> None:
    """Send one merged letter to the person who asks, as the force would get it; log nothing."""
    message = EmailMessage(letter.subject, letter.body)
    if letter.kind == LetterKind.SENT:
        _attach(message, letter.submissions, RoundForms(round_), now)
    mail.send_test(message, by=by)


@transaction.atomic
def mark_sent(letters: Iterable[SentLetter], at: dt.datetime, sha256: str = "") -> None:
    """Record that a letter left, and the step it takes, so that its clock starts."""
    for each in letters:
        SentLetter.objects.filter(pk=each.pk).update(sent_at=at, sha256=sha256, error="")
        if step := STEPS.get(each.kind):
            FoiEvent.objects.get_or_create(
                submission_id=each.submission_id,
                kind=step,
                on=timezone.localdate(at),
                defaults={"recorded_by": each.reserved_by, "recorded_at": at},
            )
        if each.kind == LetterKind.REVIEW:  # it asked about every section that we do not accept
            undecided = Exemption.objects.filter(submission=each.submission_id, challenge="")
            undecided.update(challenge=ChallengeChoice.CHALLENGED)


def settle(round_: FoiRound, message_id: str, *, arrived: bool) -> bool:
    """Record what a person found out about a letter of which nobody knew whether it arrived."""
    return mail.settle(_message_of(round_, message_id), arrived=arrived, record=mark_sent)


def withdraw(round_: FoiRound, message_id: str) -> bool:
    """Take back a letter that is reserved and was not handed over: nothing of it has left."""
    return mail.withdraw(_message_of(round_, message_id))


def _message_of(round_: FoiRound, message_id: str) -> OutgoingQuerySet[SentLetter]:
    return SentLetter.objects.filter(submission__round=round_, message_id=message_id)

"""Filing of a reply: the step it takes and its papers, all or nothing, and only once."""

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.contrib.auth.models import User
from django.db import transaction

from offences import counts
from offences.intake import documents
from offences.intake import returns as readings
from offences.intake.returns.uploads import GONE, LARGEST
from offences.models import (
    Document,
    DocumentKind,
    Exemption,
    ExemptionScope,
    FoiEvent,
    FoiStep,
    FoiSubmission,
    Force,
    Reading,
    Reply,
)
from offences.refused import Refused
from offences.replies import read_message
from offences.replies.message import AttachedFile, Message
from offences.replies.recognised_step import ReplyKind, as_rows

Outcome = FoiSubmission.Outcome
STEPS = {
    ReplyKind.PART_ANSWERED: FoiStep.ANSWERED,
    ReplyKind.ANSWERED: FoiStep.ANSWERED,
    ReplyKind.EXTENSION_CLAIMED: FoiStep.EXTENSION_CLAIMED,
    ReplyKind.CLARIFICATION_ASKED: FoiStep.CLARIFICATION_ASKED,
    ReplyKind.ACKNOWLEDGED: FoiStep.ACKNOWLEDGED,
    ReplyKind.REVIEW_ANSWERED: FoiStep.REVIEW_ANSWERED,
}
OUTCOMES = {
    ReplyKind.REFUSED: Outcome.REFUSED,
    ReplyKind.PART_ANSWERED: Outcome.PART,
    ReplyKind.ANSWERED: Outcome.ANSWERED,
}
WITH_SECTION = (FoiStep.CLARIFICATION_ASKED, FoiStep.EXTENSION_CLAIMED)
PART_NOT_SAID = "not said yet"
TEXT = "text"  # the key of a message's own text among its files


class PaperUse(StrEnum):
    """The use of one file of a reply."""

    READ = "read"  # its figures are offered for reading
    PAPER = "paper"
    LEAVE = "leave"  # it stays in the message


class AlreadyFiled(Exception):
    """A second filing of one reply; `reply` says where it is."""

    def __init__(self, reply: Reply) -> None:
        super().__init__()
        self.reply = reply


@dataclass(frozen=True)
class FilingChoice:
    """The choices that a person confirmed for a reply."""

    kind: ReplyKind
    on: dt.date
    sections: tuple[str, ...] = ()
    quoted: str = ""
    until: dt.date | None = None
    reference: str = ""
    offer: str = ""
    is_part: bool = False  # of a refusal: some cells only
    uses: Mapping[str, PaperUse] | None = None  # by a file's SHA-256; TEXT is the text itself


@dataclass(frozen=True)
class FiledReply:
    """What a filing stored: documents to be looked into, and readings that wait."""

    reply: Reply
    papers: Sequence[Document]
    readings: Sequence[Reading]
    was_checked: bool


def file_reply(
    reply: Reply, submission: FoiSubmission, choice: FilingChoice, *, by: User, now: dt.datetime
) -> FiledReply:
    """File a reply with a submission: its step, its documents and what is to be read of it."""
    _check(choice, now)
    files = _files(reply, choice)
    new: list[tuple[Document, bytes]] = []
    papers: list[Document] = []
    found: list[Reading] = []
    with transaction.atomic():
        rows = FoiSubmission.objects.select_for_update(of=("self",))
        submission = rows.select_related("force", "round").get(pk=submission.pk)
        locked = _lock(reply)
        was_checked = submission.checked_at is not None
        before = _published(submission)
        submission.documents.add(locked.document)
        for each in files:
            document, is_new = _paper(each, choice, by, now)
            new += [(document, each.data)] * is_new
            if choice.uses and choice.uses.get(each.sha256) is PaperUse.READ:
                found.append(readings.assign(document, submission, by=by, now=now, name=each.name))
            else:
                submission.documents.add(document)
            papers.append(document)
        _record(submission, locked.document, choice, by, now)
        if _published(submission) != before:
            counts.reopen(submission, by=by, now=now)
        locked.submission, locked.filed_by, locked.filed_at = submission, by, now
        locked.save(update_fields=["submission", "filed_by", "filed_at"])
        _write(new)
    submission.refresh_from_db(fields=["checked_at"])
    return FiledReply(locked, papers, found, was_checked and submission.checked_at is None)


def file_with_force(reply: Reply, force: Force, *, by: User, now: dt.datetime) -> None:
    """File a reply with a force alone: it belongs to no request of the round."""
    _settle(reply, by, now, force=force)


def put_aside(reply: Reply, why: str, *, by: User, now: dt.datetime) -> None:
    """Put a reply aside, with the reason; it stays in the list."""
    if not (why := " ".join(why.replace("\0", "").split())[:300]):
        raise Refused("Say why it is put aside.")
    _settle(reply, by, now, aside=why)


def take_up(reply: Reply) -> None:
    """Put a reply that belongs to no request back among those to file."""
    with transaction.atomic():
        locked = Reply.objects.select_for_update().get(pk=reply.pk)
        if locked.submission_id is None:
            locked.aside, locked.force, locked.filed_by, locked.filed_at = "", None, None, None
            locked.save(update_fields=["aside", "force", "filed_by", "filed_at"])


def _settle(reply: Reply, by: User, now: dt.datetime, **where: object) -> None:
    with transaction.atomic():
        locked = _lock(reply)
        for name, value in (where | {"filed_by": by, "filed_at": now}).items():
            setattr(locked, name, value)
        locked.save(update_fields=[*where, "filed_by", "filed_at"])


def _lock(reply: Reply) -> Reply:
    """The reply, locked until the end; AlreadyFiled if somebody was quicker."""
    rows = Reply.objects.select_for_update(of=("self",))
    locked = rows.select_related("document").get(pk=reply.pk)
    if locked.filed_at is not None:
        raise AlreadyFiled(locked)
    return locked


def _check(choice: FilingChoice, now: dt.datetime) -> None:
    if choice.on > now.date() + dt.timedelta(days=1):
        raise Refused("The day on which it was received has not come yet.")
    if choice.until and choice.until < choice.on:
        raise Refused("The extension ends before it was claimed: correct one of the two dates.")


def _files(reply: Reply, choice: FilingChoice) -> list[AttachedFile]:
    """The files that are to be stored, with their bytes; the text too if its figures are read."""
    try:
        with reply.document.file.open("rb") as file:
            data = file.read()
    except FileNotFoundError:
        raise Refused(GONE) from None
    uses = choice.uses or {}
    message = read_message(data, reply.name, with_files=True)
    wanted = [f for f in message.files if uses.get(f.sha256, PaperUse.LEAVE) != PaperUse.LEAVE]
    for each in wanted:
        if len(each.data) > LARGEST:
            raise Refused(f"“{each.name}” is larger than 25 MB: choose “store it, do not read it”.")
    if uses.get(TEXT) is PaperUse.READ:
        name = f"{message.subject[:80] or 'text'}.txt".replace("/", "-")
        wanted.append(AttachedFile(name, _text_file(message), sha256=TEXT))
    return wanted


def _text_file(message: Message) -> bytes:
    return as_rows(message.text).encode()


def text_digest(message: Message) -> str:
    """The SHA-256 of the file that the text of a message becomes if its figures are read."""
    return hashlib.sha256(_text_file(message)).hexdigest()


def _paper(
    file: AttachedFile, choice: FilingChoice, by: User, now: dt.datetime
) -> tuple[Document, bool]:
    is_read = choice.uses and choice.uses.get(file.sha256) is PaperUse.READ
    kind = DocumentKind.RETURN if is_read else DocumentKind.LETTER
    return documents.record(file.data, file.name, kind=kind, title=file.name, by=by, now=now)


def _write(new: Sequence[tuple[Document, bytes]]) -> None:
    """Write the bytes of new documents, the last step; none is left if one cannot be written."""
    written: list[Document] = []
    try:
        for document, data in new:
            documents.write(document, data)
            written.append(document)
    except BaseException:
        for document in written:
            document.file.storage.delete(str(document.file))
        raise


def _published(submission: FoiSubmission) -> tuple[object, ...]:
    """What a release says of a submission besides its counts."""
    names = ("reference", "outcome", "outcome_on", "outcome_precision")
    has_file = submission.documents.filter(kind__in=("return", "letter")).exists()
    return (*(getattr(submission, name) for name in names), has_file)


def _record(
    submission: FoiSubmission, document: Document, choice: FilingChoice, by: User, now: dt.datetime
) -> None:
    """Record the step, and what it says of the submission."""
    if choice.reference:
        submission.reference = choice.reference
    if outcome := OUTCOMES.get(choice.kind):
        if choice.kind is ReplyKind.REFUSED and choice.is_part:
            outcome = Outcome.PART
        if submission.entered_at is None:  # once there are counts, they say what was answered
            first = answered_before(submission, choice.kind, is_part=outcome == Outcome.PART)
            submission.outcome = outcome
            submission.outcome_on = min(choice.on, first or choice.on)
            submission.outcome_precision = "day"
    submission.save(update_fields=["reference", "outcome", "outcome_on", "outcome_precision"])
    if step := STEPS.get(choice.kind):
        _event(submission, step, document, choice, by, now)
    if choice.kind is ReplyKind.REFUSED or (choice.sections and choice.kind in OUTCOMES):
        record_refusal(submission, document, choice, by, now)


def answered_before(submission: FoiSubmission, kind: ReplyKind, *, is_part: bool) -> dt.date | None:
    """The first day on which a request was answered, or refused, in the same way already."""
    step = STEPS.get(kind, FoiStep.REFUSED)
    same = [e.on for e in submission.events.all() if e.kind == step and e.partial == is_part]
    return min(same, default=None)


def record_refusal(
    submission: FoiSubmission, document: Document, choice: FilingChoice, by: User, now: dt.datetime
) -> None:
    """Record a refusal, whole or in part, with an exemption for each section that is new."""
    _event(submission, FoiStep.REFUSED, document, choice, by, now)
    known = {each.name for each in submission.exemptions.all()}
    is_part = choice.is_part or choice.kind is ReplyKind.PART_ANSWERED
    for name in choice.sections:
        if name in known:
            continue
        section = name.partition("(")[0]
        counts.store_exemption(
            Exemption(
                submission=submission,
                section=section,
                subsection=name.removeprefix(section),
                scope=ExemptionScope.PART if is_part else ExemptionScope.WHOLE,
                part=(choice.quoted[:200] or PART_NOT_SAID) if is_part else "",
                quote=choice.quoted,
                document=document,
            ),
            by=by,
            now=now,
        )


def _event(
    submission: FoiSubmission,
    step: FoiStep,
    document: Document,
    choice: FilingChoice,
    by: User,
    now: dt.datetime,
) -> None:
    """Add the event of a reply; one that is recorded of that day already gets its message."""
    is_part = choice.kind is ReplyKind.PART_ANSWERED or choice.is_part
    words = choice.offer or choice.quoted
    said = {
        "section": ", ".join(choice.sections)[:60] if step in WITH_SECTION else "",
        "until": choice.until if step == FoiStep.EXTENSION_CLAIMED else None,
        "partial": is_part,
        "document": document,
        "note": f"“{words[:296]}”" if words else "",
    }
    same = submission.events.filter(kind=step, on=choice.on, document__isnull=True).first()
    event = same or FoiEvent(
        submission=submission, kind=step, on=choice.on, recorded_by=by, recorded_at=now
    )
    for name, value in said.items():
        setattr(event, name, value or getattr(event, name))
    event.save()

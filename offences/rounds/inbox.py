"""Messages that come in for a round: each is read and stored once, and matched to a request.

Nothing of a request changes here. `filing` does what a person has confirmed.
"""

import datetime as dt
import hashlib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction

from offences.intake import documents
from offences.models import Document, DocumentKind, FoiRound, FoiStep, FoiSubmission, Reply
from offences.refused import Refused
from offences.replies import read_message
from offences.replies.message import Message, to_json
from offences.replies.senders import RequestTraits

MOST_TEXT = 200_000  # characters of a text that is shown; all of it stays in the document
AT_ONCE = 4  # messages that are read at the same time, each in a process of its own
HAS_FILES = "It has files in it, which may hide anything. Open them one by one."
SAME_ID = (
    "It has the Message-ID of “{}”, which is here already, but other words or files. If it is a "
    "message of its own, tick “Store it although it looks like one we have” and upload it again."
)


@dataclass(frozen=True)
class Arrival:
    """The result of one upload: the reply, and whether it is new; or why it was refused."""

    name: str
    reply: Reply | None = None
    is_new: bool = False
    refusal: str = ""


def take_in(
    round_: FoiRound,
    files: Sequence[tuple[str, bytes]],
    *,
    by: User,
    now: dt.datetime,
    although: bool = False,
) -> list[Arrival]:
    """Read and store each message; what cannot be read is reported, and the others are stored."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        read = list(pool.map(lambda file: _read(*file), files))
    return [
        Arrival(name, refusal=message)
        if isinstance(message, str)
        else _store(round_, message, name, data, although, by, now)
        for (name, data), message in zip(files, read, strict=True)
    ]


def _read(name: str, data: bytes) -> Message | str:
    try:
        return read_message(data, name)
    except Refused as refusal:
        return str(refusal)


def _store(
    round_: FoiRound,
    message: Message,
    name: str,
    data: bytes,
    although: bool,
    by: User,
    now: dt.datetime,
) -> Arrival:
    """Store a message with its document, or find it where it was stored before."""
    digest = hashlib.sha256(data).hexdigest()
    if same := Reply.objects.filter(document__sha256=digest).first():
        return Arrival(name, same)
    message_id = "" if although else message.message_id
    twin = Reply.objects.filter(message_id=message_id).first() if message_id else None
    if twin:
        is_same = _content(twin.message) == _content(message)
        return Arrival(name, twin, refusal="" if is_same else SAME_ID.format(twin.name))
    try:
        with transaction.atomic():
            document = _document(message, name, data, by, now)
            reply = Reply.objects.create(
                round=round_,
                document=document,
                name=name[-200:],
                message_id=message_id,
                found=to_json(_shortened(message), with_files=False),
                added_by=by,
                added_at=now,
            )
    except IntegrityError:  # a colleague uploaded it in this very moment
        same = Reply.objects.filter(document__sha256=digest).first()
        return Arrival(name, same or Reply.objects.filter(message_id=message_id).first())
    return Arrival(name, reply, is_new=True)


def _document(message: Message, name: str, data: bytes, by: User, now: dt.datetime) -> Document:
    """The document of a message: held back if there are files in it, or it is one itself."""
    kind = DocumentKind.RETURN if is_lone_file(message) else DocumentKind.LETTER
    title = message.subject[:150] or name
    title = name if kind == DocumentKind.RETURN else title
    document, is_new = documents.record(data, name, kind=kind, title=title, by=by, now=now)
    if is_new:
        if kind == DocumentKind.LETTER:
            document.held_back = [HAS_FILES] if _may_hide(message) else []
            document.save(update_fields=["held_back"])
        documents.write(document, data)
    return document


def is_lone_file(message: Message) -> bool:
    """Whether a reply is a file that came without a message."""
    return not (message.sender or message.subject or message.text) and len(message.files) == 1


def _may_hide(message: Message) -> bool:
    return any(not each.is_incidental for each in message.files)


def _content(message: Message) -> tuple[str, tuple[str, ...]]:
    """What two copies of one message have in common, however they were saved."""
    files = (each.sha256 for each in message.files if not each.is_incidental)
    return "".join(filter(str.isalnum, message.text)), tuple(sorted(files))


def _shortened(message: Message) -> Message:
    if len(message.text) <= MOST_TEXT:
        return message
    note = f"Only the first {MOST_TEXT:,} characters of its text are shown."
    return replace(message, text=message.text[:MOST_TEXT], notes=(*message.notes, note))


# Requests that a message may be about


def submissions_of(round_: FoiRound) -> list[FoiSubmission]:
    """The requests of a round with all by which a reply shows whose it is."""
    rows = round_.submissions.select_related("force").order_by("force__area", "number")
    found = list(rows.prefetch_related("events", "letters", "force__spellings", "force__contacts"))
    for each in found:
        each.round = round_
    return found


def traits_of(submission: FoiSubmission) -> RequestTraits:
    """A request as a message may show it."""
    force = submission.force
    names = {force.name, force.short_name.removeprefix("the "), force.area, force.welsh_name}
    names |= {each.spelling for each in force.spellings.all()}
    addresses = {force.foi_email, *(each.email for each in force.contacts.all())}
    written = submission.letters.all()
    return RequestTraits(
        key=str(submission.pk),
        force=force.slug,
        name=force.area,
        names=frozenset(filter(None, names)),
        addresses=frozenset(each.lower() for each in addresses if each),
        office=force.foi_office,
        number=submission.number,
        our_code=submission.our_reference,
        their_reference=submission.reference,
        letters=frozenset(each.message_id for each in written),
    )


def is_in_review(submission: FoiSubmission) -> bool:
    """Whether we asked this force for a review that it has not answered."""
    kinds = {each.kind for each in submission.events.all()}
    return FoiStep.REVIEW_ASKED in kinds and FoiStep.REVIEW_ANSWERED not in kinds

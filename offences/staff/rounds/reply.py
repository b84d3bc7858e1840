"""One reply: the message on the left, what was recognised on the right, and one button.

What an address or a reference shows is ticked; what was read from the words is not, so a person
decides. Nothing is recorded before the button, which stores all of it or nothing.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from django.contrib import messages
from django.db.models.fields.json import KeyTextTransform
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from offences import tasks
from offences.clocks import clock_of, sent_on, working_days
from offences.foi_clock import FoiLaw, ask_review_by, law_of
from offences.intake.documents import unopened
from offences.models import (
    Category,
    Document,
    FoiRound,
    FoiSubmission,
    Force,
    LetterKind,
    Reading,
    Reply,
)
from offences.refused import Refused
from offences.replies.dates import moment_of
from offences.replies.recognised_step import RecognisedStep, ReplyKind, recognise_step
from offences.replies.references import TheirReference, their_reference
from offences.replies.senders import MatchedForce, match_force
from offences.rounds import filing
from offences.rounds.board import open_question
from offences.rounds.filing import OUTCOMES, AlreadyFiled, FiledReply
from offences.rounds.inbox import is_in_review, submissions_of, traits_of
from offences.staff.files.return_files import LARGE
from offences.staff.files.sheet_picture import address_of
from offences.staff.forms import Attempt
from offences.staff.pages import ENTER, by_and_now, log_change, show_page, staff_page
from offences.staff.rounds.letters import letters_page
from offences.staff.rounds.replies import reply_page
from offences.staff.rounds.reply_form import (
    NAMES,
    NO_REQUEST,
    WITH_SECTIONS,
    button_of,
    offered_files,
    read_choice,
)
from offences.staff.rounds.reply_marks import ReplyMark, mark
from offences.words.round import sections_in_words

ALREADY = "This reply was filed a moment ago, and is not filed twice. Below is what was recorded."


@dataclass(frozen=True)
class ReceivedOn:
    """The day on which a reply came, and how it stands to the due date."""

    on: dt.date | None
    time: str
    is_certain: bool
    why: str
    offered: dt.date  # what the form has; to be confirmed where it is not certain
    due_on: dt.date | None = None
    days_late: int = 0


class OpenReply:
    """A reply as its page shows it: with the requests it may be about, as of one day."""

    def __init__(self, reply: Reply, today: dt.date) -> None:
        self.reply, self.message, self.today = reply, reply.message, today
        self.submissions = submissions_of(reply.round)
        self.by_key = {str(each.pk): each for each in self.submissions}
        self.match: MatchedForce = match_force(
            self.message, [traits_of(each) for each in self.submissions]
        )
        found = self.by_key.get(self.match.key)
        self.submission: FoiSubmission | None = found
        self.step: RecognisedStep = recognise_step(
            self.message, is_in_review=bool(found and is_in_review(found))
        )
        self.days = working_days()

    @cached_property
    def reference(self) -> TheirReference | None:
        ours = [each.our_reference for each in self.submissions]
        known = self.submission.reference if self.submission else ""
        found = their_reference(self.message.subject, self.message.words, ours, known)
        # One that would take the place of another is for a person to say.
        return (
            replace(found, is_certain=False) if found and known not in ("", found.text) else found
        )

    @cached_property
    def received(self) -> ReceivedOn:
        """The day in the head of the message; certain unless it cannot be true."""
        on, time = moment_of(self.message.date)
        why = "" if on else "No day is written in it."
        sent = sent_on(self.submission) if self.submission else None
        if on and on > self.today:
            why = f"It is dated {on.day} {on:%B %Y}, a day that has not come yet."
        elif on and sent and on < sent:
            why = f"It is dated {on.day} {on:%B %Y}, before the request was sent."
        if not on or why:
            return ReceivedOn(on, time, False, why, timezone.localdate(self.reply.added_at))
        if not self.submission:
            return ReceivedOn(on, time, True, "", on)
        due = clock_of(self.submission, on, self.days).due_on
        late = self.days.of(self.law.nation).between(due, on) if due and on > due else 0
        return ReceivedOn(on, time, True, "", on, due, late)

    @property
    def is_about_none(self) -> bool:
        """Whether nothing in it takes a step, and nothing shows whose it is."""
        is_other = self.submission is None and self.step.kind is ReplyKind.OTHER
        return is_other and not any(each.fault for each in self.message.files)

    @property
    def date(self) -> str:
        """The date of the message in words, or as its head has it."""
        on, time = self.received.on, self.received.time
        day = f"{on:%A} {on.day} {on:%B %Y}" if on else self.message.date
        return f"{day}, {time}" if on and time else day

    @property
    def law(self) -> FoiLaw:
        return law_of(self.submission.force.nation if self.submission else "")

    def review_by(self) -> tuple[dt.date | None, Sequence[object]]:
        """The day by which a review can be asked for, if this ends the request; days skipped."""
        on = self.received.on
        if not on or self.step.kind not in (ReplyKind.REFUSED, ReplyKind.PART_ANSWERED):
            return None, ()
        days = self.days.of(self.law.nation)
        by = ask_review_by(on, self.received.due_on, days, self.law)
        return by, days.skipped(on, by) if by else ()

    @cached_property
    def letters(self) -> dict[str, str]:
        """A letter for each thing that was recognised, in the order of the page."""
        found = {
            "force": True,
            "reference": self.reference,
            "received": True,
            "step": True,
            "offer": self.step.offer,
            "review": self.review_by()[0],
        }
        return dict(zip(filter(found.get, found), "ABCDEF", strict=False))

    @property
    def is_second(self) -> bool:
        """Whether the request was answered, or refused, in the same way before."""
        kind, found = self.step.kind, self.submission
        is_part = kind is ReplyKind.PART_ANSWERED
        return bool(
            found and kind in OUTCOMES and filing.answered_before(found, kind, is_part=is_part)
        )

    @property
    def is_answer(self) -> bool:
        """Whether it is what was due, in time or late."""
        return self.step.kind in OUTCOMES and not self.is_second

    def marks(self) -> Iterator[ReplyMark]:
        """The letters of what was recognised, joined to the words that show it."""
        guess, letters = not self.match.is_certain, self.letters
        if self.reference:  # before the force, which it shows too: its words have its own letter
            is_guess = not self.reference.is_certain
            yield ReplyMark(letters["reference"], self.reference.quoted, is_guess)
        yield from (ReplyMark(letters["force"], each, guess) for each in self.match.quoted)
        yield ReplyMark(letters["received"], self.date, not self.received.is_certain)
        yield ReplyMark(letters["step"], self.step.quoted, True)
        if self.step.offer:
            yield ReplyMark(letters["offer"], self.step.offer, True)
        if self.review_by()[0]:
            yield ReplyMark(letters["review"], self.step.review, True)


@staff_page("reply", FoiRound, ENTER, route="<int:object_id>/replies/<int:reply>/")
@require_http_methods(["GET", "HEAD", "POST"])
def file_reply(request: HttpRequest, object_id: int, reply: int) -> HttpResponse:
    """Show a reply with what was recognised, and file it as a person confirms."""
    rows = Reply.objects.select_related(
        "round", "document", "submission__force", "submission__round", "force", "filed_by"
    )
    found = get_object_or_404(rows, pk=reply, round=object_id)
    if request.method != "POST":
        return _show_filed(request, found) if found.filed_at else _show(request, found, "")
    if "again" in request.POST:
        filing.take_up(found)
        log_change(request, found.round, f"Took the reply “{found.title}” up again.")
        return redirect(reply_page(found))
    attempt = Attempt()
    with attempt:
        try:
            return _file(request, OpenReply(found, timezone.localdate()))
        except AlreadyFiled:
            messages.warning(request, ALREADY)
            return redirect(reply_page(found))
    return _show(request, found, attempt.refusal)


def _file(request: HttpRequest, opened: OpenReply) -> HttpResponse:
    """Take the step that one of the buttons asks for."""
    reply, post, step = opened.reply, request.POST, by_and_now(request)
    if reply.filed_at:
        raise AlreadyFiled(reply)
    if "aside" in post:
        filing.put_aside(reply, post.get("why", ""), **step)
        log_change(request, reply.round, f"Put the reply “{reply.title}” aside.")
        messages.success(request, "The reply has been put aside. It stays in the list.")
        return redirect(reply_page(reply))
    if "alone" in post:
        force = Force.objects.filter(slug=post.get("force", "")).first()
        if force is None:
            raise Refused("Choose the force that it is from.")
        filing.file_with_force(reply, force, **step)
        log_change(request, reply.round, f"Filed the reply “{reply.title}” with {force.area}.")
        messages.success(request, f"Filed under {force.area}. No request changed.")
        return redirect(reply_page(reply))
    key = post.get("other", "") or post.get("of", "")
    submission = opened.by_key.get(key)
    if submission is None:
        raise Refused("Say which force it is from: tick “Right” beside it, or choose another one.")
    received = opened.received
    offered = None if received.is_certain else received.offered
    choice = read_choice(post, opened.message, opened.step, offered)
    filed = filing.file_reply(reply, submission, choice, **step)
    words = f"Filed the reply “{reply.title}”: {NAMES[choice.kind]}."
    log_change(request, submission, words)
    messages.success(request, f"Filed under {submission}: {NAMES[choice.kind]}.")
    if filed.was_checked:
        messages.warning(
            request,
            f"{submission} is no longer marked as checked: what this reply says is published with "
            "its counts. A checker, not you, checks again.",
        )
    _have_read(request, filed)
    return redirect(reply_page(reply))


def _have_read(request: HttpRequest, filed: FiledReply) -> None:
    """Have the papers looked into: until then only the data lead opens them."""
    documents = [each.pk for each in filed.papers]
    if len(documents) > 2 or sum(each.size for each in filed.papers) > LARGE:
        tasks.read_returns.enqueue(by=by_and_now(request)["by"].pk, documents=documents)
    else:
        tasks.read_files(documents)


def _show(request: HttpRequest, reply: Reply, refusal: str) -> HttpResponse:
    opened = OpenReply(reply, timezone.localdate())
    step, message, submission = opened.step, opened.message, opened.submission
    marks = list(opened.marks())
    heads = [
        ("From", message.sender_line),
        ("To", message.to),
        ("Date", opened.date),
        ("Subject", message.subject),
    ]
    rows = reply.round.replies.to_file().order_by("added_at", "pk")
    waiting = list(rows.values_list("pk", KeyTextTransform("subject", "found"), "name"))
    order = [pk for pk, *_ in waiting]
    at = order.index(reply.pk) if reply.pk in order else 0
    following = waiting[(at + 1) % len(waiting)] if len(waiting) > 1 else None
    review_by, skipped = opened.review_by()
    cells = Category.objects.filter(breakdown__in=reply.round.tables_asked.order_by()).count()
    return show_page(
        request,
        "rounds/reply",
        title=f"Reply: {reply.title}",
        subject=reply.round,
        round=reply.round,
        reply=reply,
        message=message,
        refusal=refusal,
        heads=[(name, mark(text, marks)) for name, text in heads if text],
        pieces=mark(message.text, marks),
        opened=opened,
        submission=submission,
        groups=_groups(opened),
        forces=Force.objects.order_by("area"),
        sections=sections_in_words(step.sections),
        section_list=", ".join(step.sections),
        has_sections=step.kind in WITH_SECTIONS,
        is_extension=step.kind is ReplyKind.EXTENSION_CLAIMED,
        kinds=list(NAMES.items()),
        kind_name=NO_REQUEST if opened.is_about_none else NAMES[step.kind],
        button=button_of(step.kind, step.sections),
        files=offered_files(message, step.kind),
        cells=cells * (reply.round.last_year - reply.round.first_year + 1),
        review_by=review_by,
        skipped=skipped,
        number=at + 1,
        of=len(waiting),
        following=following,
        posted=request.POST,
    )


def _groups(opened: OpenReply) -> list[tuple[str, list[FoiSubmission]]]:
    """The requests that it may be about, each in one group, by the area of their forces."""
    likely = {*opened.match.likely}
    named = [each for each in opened.submissions if str(each.pk) in likely]
    rest = [each for each in opened.submissions if each not in named]
    return [("Named in it", named), ("All others" if named else "All forces", rest)]


def _answer_page(reply: Reply) -> str:
    """The page on which the question of this reply is answered; empty if none is open."""
    event = open_question(reply.submission) if reply.submission else None
    if not event or event.document_id != reply.document_id:
        return ""
    return letters_page(reply.round, LetterKind.ANSWER, chosen=event.submission_id)


def _show_filed(request: HttpRequest, reply: Reply) -> HttpResponse:
    """Show where a reply is filed, what it recorded, and what of it is still to be read."""
    own, others = list[Reading](), list[Reading]()
    papers: Sequence[Document] = ()
    if reply.submission:
        digests = [each.sha256 for each in reply.message.files]
        papers = list(reply.submission.documents.filter(sha256__in=digests))
        digests.append(filing.text_digest(reply.message))
        waiting = reply.submission.readings.filter(stored_at__isnull=True)
        for each in waiting.select_related("document"):
            (own if each.document.sha256 in digests else others).append(each)
    following = reply.round.replies.to_file().order_by("added_at", "pk").first()
    events = list(reply.document.events.all())
    due_on = None
    if reply.submission and reply.submission.outcome == FoiSubmission.Outcome.AWAITED:
        due_on = clock_of(reply.submission, timezone.localdate(), working_days()).due_on
    return show_page(
        request,
        "rounds/reply_filed",
        title=f"Reply: {reply.title}",
        subject=reply.round,
        round=reply.round,
        reply=reply,
        message=reply.message,
        events=events,
        due_on=due_on,
        unopened=unopened([reply.document, *papers]),
        papers=[each for each in papers if each.pk != reply.document_id],
        readings=[(each, address_of(each)) for each in own],
        others=[(each, address_of(each)) for each in others],
        refused=any(each.kind == "refused" for each in events),
        claims=list(reply.submission.exemptions.all()) if reply.submission else (),
        answer_page=_answer_page(reply),
        following=following,
        left=reply.round.replies.to_file().count(),
        submission_page=reply.submission
        and reverse("admin:offences_foisubmission_change", args=[reply.submission.pk]),
    )

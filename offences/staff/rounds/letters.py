"""The letters of a round: one text, merged for each force, previewed, sent and logged."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_safe

from offences import tasks
from offences.clocks import holidays_end, working_days
from offences.english import and_list, counted
from offences.models import FoiRound, LetterKind, Reply, SentLetter
from offences.refused import Refused
from offences.rounds import sending
from offences.rounds.board import open_question
from offences.rounds.merging import PLACEHOLDERS, MergedLetter, RoundLetters, default_text
from offences.rounds.new import similar_requests
from offences.rounds.plan import plan_of
from offences.staff import worker
from offences.staff.names import logged_in
from offences.staff.pages import by_and_now, log_change, show_page, staff_page
from offences.staff.rounds.exemptions import shown_exemptions
from offences.staff.rounds.plan_check import check_plan
from offences.words.challenges import checklist_of_all
from offences.words.years import in_our_years

SENDS = ("add_sentletter",)
ACTS = frozenset(
    {"send", "by_hand", "settle", "preview", "test"}
)  # of this page; the board's button has none
TITLES = {
    LetterKind.SENT: "Letters of {}",
    LetterKind.CHASE: "Send a reminder, {}",
    LetterKind.REVIEW: "Ask for a review, {}",
    LetterKind.ANSWER: "Answer its question, {}",
    LetterKind.QUERY: "Questions to forces, {}",
    LetterKind.MORE_TIME: "Tell the force about the time that it claimed, {}",
}
# Of what an answer in part leaves out, once it is late and before.
REMIND_OF_REST, REQUEST_REST = "Send a reminder of the rest, {}", "Ask for the rest, {}"
NAMES = {
    LetterKind.SENT: "letters",
    LetterKind.CHASE: "reminders",
    LetterKind.REVIEW: "requests for a review",
    LetterKind.ANSWER: "answers to questions",
    LetterKind.QUERY: "questions to forces",
    LetterKind.MORE_TIME: "letters about claimed time",
}
BY_HAND = (LetterKind.QUERY, LetterKind.MORE_TIME)  # the board records the others
NOBODY = 0  # chosen after letters were sent: no force is ticked by itself


@dataclass(frozen=True)
class AskedQuestion:
    """A force's question to us, which nobody has answered."""

    force: str
    on: dt.date
    words: str
    reply: Reply | None


def letters_page(round_: FoiRound, kind: str, **chosen: int) -> str:
    address = reverse("admin:offences_foiround_letters", args=[round_.pk])
    of_kind: dict[str, str] = {} if kind == LetterKind.SENT else {"kind": kind}
    query: dict[str, str | int] = {**of_kind, **chosen}
    return f"{address}?{urlencode(query)}" if query else address


@staff_page("letters", FoiRound, SENDS)
@require_http_methods(["GET", "HEAD", "POST"])
def round_letters(request: HttpRequest, object_id: int) -> HttpResponse:
    """Write, preview and send the letters of a round, or reminders to the forces that are late."""
    round_ = get_object_or_404(FoiRound.objects.select_related("event"), pk=object_id)
    kind = request.POST.get("kind") or request.GET.get("kind") or LetterKind.SENT
    if kind not in NAMES:
        raise Http404("There is no such letter.")
    if request.method == "POST" and not ACTS & request.POST.keys() and "chosen" not in request.POST:
        messages.error(request, "No letter is opened: choose the forces in the table first.")
        return redirect("admin:offences_foiround_board", round_.pk)
    stored = round_.letter if kind == LetterKind.SENT else ""
    text = request.POST.get("text", "").strip() or stored or default_text(kind)
    made = RoundLetters(round_, kind, timezone.localdate(), logged_in(request))
    letters: Sequence[MergedLetter] = ()
    refusal = ""
    try:
        letters = made.merged(text)
    except Refused as refused:
        refusal = str(refused)
    if request.method == "POST" and not refusal:
        if "send" in request.POST and (answer := _send(request, round_, kind, letters)):
            return answer
        if "by_hand" in request.POST and kind in BY_HAND:
            return _record_by_hand(request, round_, kind, letters)
        if "settle" in request.POST:
            worker.record_arrival(request, round_, sending, "letter")
            return redirect(letters_page(round_, kind, chosen=NOBODY))
        if kind == LetterKind.SENT and "preview" in request.POST and text != round_.letter:
            round_.letter = text
            round_.save(update_fields=["letter"])
            log_change(request, round_, "Changed the letter.")
            messages.success(request, "The letter is stored. Nothing is sent yet.")
        if "test" in request.POST and (shown := _shown(request, letters)):
            _send_test(request, round_, shown)
    return _show(request, round_, kind, text, letters, refusal)


def _chosen(request: HttpRequest) -> set[str] | None:
    """The requests that were chosen on the board or ticked here; None where nobody chose."""
    if {"send", "by_hand"} & request.POST.keys():
        return {key for name in ("letter", "repeat") for key in request.POST.getlist(name)}
    if request.method == "POST":
        return {*request.POST.getlist("chosen")}
    return {*request.GET.getlist("chosen")} or None


def _name_unchased(
    request: HttpRequest, round_: FoiRound, letters: Sequence[MergedLetter], chosen: Collection[str]
) -> None:
    """Say which of the chosen forces get no reminder: the board does not call them overdue."""
    listed = {str(each.pk) for letter in letters for each in letter.submissions}
    rows = round_.submissions.filter(pk__in=[e for e in chosen if e.isdecimal() and len(e) < 10])
    rows = rows.select_related("force").prefetch_related("events")
    unlisted = [row for row in rows if str(row.pk) not in listed]
    asking = [row.force.area for row in unlisted if open_question(row)]
    left = [row.force.area for row in unlisted if row.force.area not in asking]
    if asking:
        first = "answer its question first" if len(asking) == 1 else "answer their questions first"
        messages.warning(request, f"No reminder to {and_list(asking)} yet: {first}.")
    if left:
        why = (
            "the board does not call it overdue"
            if len(left) == 1
            else "the board calls none of them overdue"
        )
        messages.warning(request, f"No reminder to {and_list(left)}: {why}.")


def _questions(round_: FoiRound, chosen: Collection[str] | None) -> list[AskedQuestion]:
    """The questions of the forces that are to be answered, each with the message it came in."""
    rows = round_.submissions.select_related("force").prefetch_related("events__document")
    found = []
    for row in rows:
        event = open_question(row)
        if event and (not chosen or str(row.pk) in chosen):
            reply = (
                Reply.objects.filter(document=event.document).first() if event.document else None
            )
            words = reply.message.text if reply else event.note
            found.append(AskedQuestion(row.force.area, event.on, words, reply))
    return found


def _shown(request: HttpRequest, letters: Sequence[MergedLetter]) -> MergedLetter | None:
    """The letter that is previewed: the one that was chosen, else the first."""
    chosen = request.POST.get("show")
    of_choice = (each for each in letters if str(each.pk) == chosen)
    return next(of_choice, letters[0] if letters else None)


def _title(kind: str, letters: Sequence[MergedLetter]) -> str:
    """The title of the page on which these letters are ticked."""
    if letters and all(each.is_in_time for each in letters):
        return REQUEST_REST
    is_for_rest = bool(letters) and all(each.is_for_rest for each in letters)
    return REMIND_OF_REST if is_for_rest else TITLES[LetterKind(kind)]


def _send_test(request: HttpRequest, round_: FoiRound, letter: MergedLetter) -> None:
    """Send the previewed letter to the person who asks for it, and to nobody else."""
    step = by_and_now(request)
    try:
        sending.send_test(round_, letter, **step)
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        words = f"A test went to {step['by'].email} alone. {letter.name} got nothing."
        messages.success(request, words)


def _show(
    request: HttpRequest,
    round_: FoiRound,
    kind: str,
    text: str,
    letters: Sequence[MergedLetter],
    refusal: str,
) -> HttpResponse:
    chosen = _chosen(request)
    to_file = round_.replies.to_file().count() if kind == LetterKind.CHASE else 0
    if refusal and chosen is not None:  # they stay chosen while the text is corrected
        wanted = {int(each) for each in chosen if each.isdecimal() and len(each) < 10}
    else:
        wanted = _ticked_letters(letters, chosen, kind, replies_wait=bool(to_file))
    if kind == LetterKind.CHASE and not refusal:
        _name_unchased(request, round_, letters, chosen or ())
    shown = _shown(request, sorted(letters, key=lambda each: each.pk not in wanted))
    return show_page(
        request,
        "rounds/letters",
        title=_title(kind, [each for each in letters if each.pk in wanted]).format(round_.name),
        subject=round_,
        round=round_,
        kind=kind,
        kind_name=NAMES[LetterKind(kind)],
        text=text,
        placeholders=[(name, in_our_years(words)) for name, words in PLACEHOLDERS.items()],
        refusal=refusal,
        letters=letters,
        wanted=wanted,
        shown=shown,
        exemptions=[each for row in shown.submissions for each in shown_exemptions(row)]
        if shown and kind == LetterKind.REVIEW
        else (),
        general=checklist_of_all(),
        to_file=to_file,
        questions=_questions(round_, chosen if wanted else None)
        if kind == LetterKind.ANSWER
        else (),
        may_be_by_hand=kind in BY_HAND and any(not each.is_repeat for each in letters),
        **_before_sending(round_, kind, letters),
        **_sent_before(round_, kind),
    )


def _ticked_letters(
    letters: Sequence[MergedLetter],
    chosen: Collection[str] | None,
    kind: str,
    *,
    replies_wait: bool,
) -> set[int]:
    """The letters that are ticked: those chosen, else those that may leave without a look."""
    if chosen is not None:  # those alone, by any force of a joint office
        return {each.pk for each in letters if any(str(s.pk) in chosen for s in each.submissions)}
    if kind in BY_HAND:  # each is in its own words, which a person reads first
        return set()
    # A force whose reply waits may have answered.
    return {each.pk for each in letters if not each.is_for_rest and not replies_wait}


def _before_sending(round_: FoiRound, kind: str, letters: Sequence[MergedLetter]) -> dict[str, Any]:
    """What a person should know before letters leave: similar requests, dates that do not fit."""
    days, today = working_days(), timezone.localdate()
    near = {}
    if kind == LetterKind.SENT:
        near = similar_requests(round_.measures.all(), today, days, besides=round_)
    forces = [one.force_id for each in letters for one in each.submissions]
    is_new = kind == LetterKind.SENT and not any(each.is_repeat for each in letters)
    return {
        "similar": [near[pk] for pk in forces if pk in near],
        "plan": check_plan(plan_of(round_), days, today) if is_new else None,
        "holidays_end": holidays_end(days, today),
    }


def _sent_before(round_: FoiRound, kind: str) -> dict[str, Any]:
    """The letters of this kind that were reserved or sent, and those of which it is not sure."""
    log = SentLetter.objects.filter(submission__round=round_, kind=kind)
    log = log.select_related("submission__force", "reserved_by")
    by_message = {each.message_id: each for each in log}.values()
    return {"log": log, **worker.sort_unsent(by_message, SentLetter.objects.all())}


def _send(
    request: HttpRequest, round_: FoiRound, kind: str, letters: Sequence[MergedLetter]
) -> HttpResponse | None:
    """Reserve the chosen letters and have the worker send all that are reserved."""
    chosen, asked_twice = ({*request.POST.getlist(name)} for name in ("letter", "repeat"))
    step = by_and_now(request)
    wanted = [each for each in letters if str(each.pk) in chosen | asked_twice]
    repeat = {each.pk for each in wanted if str(each.pk) in asked_twice}
    reserved = sending.reserve(round_, wanted, repeat, **step)
    waiting = SentLetter.objects.waiting().filter(submission__round=round_, kind=kind).exists()
    if left := [each.name for each in wanted if each not in reserved]:
        why = "no address, or one that is sent or on its way already"
        messages.warning(request, f"Not sent: {and_list(left)} ({why}).")
    if not waiting:
        if not left:
            messages.warning(request, "Nothing is sent: tick the forces to write to.")
        return None
    if reserved:
        number = counted(len(reserved), NAMES[LetterKind(kind)])
        log_change(request, round_, f"Sending {number}.")
    task = tasks.send_letters.enqueue(by=step["by"].pk, round=round_.pk, kind=kind)
    return redirect("admin:offences_foiround_sending", round_.pk, task.id)


def _record_by_hand(
    request: HttpRequest, round_: FoiRound, kind: str, letters: Sequence[MergedLetter]
) -> HttpResponse:
    """Record that the ticked letters were sent from somebody's own mail."""
    ticked = request.POST.getlist("letter")
    wanted = [each for each in letters if str(each.pk) in ticked]
    done = sending.record_sent(round_, wanted, **by_and_now(request))
    if done:
        names = and_list([each.name for each in done])
        log_change(
            request, round_, f"Recorded as sent by hand: {NAMES[LetterKind(kind)]}, {names}."
        )
        messages.success(request, f"Recorded as sent: {names}.")
    else:
        messages.warning(request, "Nothing is recorded: tick the letters that you sent.")
    return redirect(letters_page(round_, kind, chosen=NOBODY))


@staff_page("sending", FoiRound, SENDS, route="<int:object_id>/letters/<uuid:number>/")
@require_safe
def letters_progress(request: HttpRequest, object_id: int, number: UUID) -> HttpResponse:
    """The progress of a round's letters of one kind."""
    round_ = get_object_or_404(FoiRound, pk=object_id)
    result = worker.task_of(request, number, tasks.send_letters)
    work = worker.WorkerTask(
        f"Sending letters of {round_.name}",
        "The page of the letters shows which have left and which have not.",
        letters_page(round_, result.kwargs["kind"], chosen=NOBODY),
        "See the letters",
    )
    return worker.show_sending(request, result, work, FoiRound, "letters")

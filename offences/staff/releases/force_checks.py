"""Forces' own check of a release, answer by answer, and the reasons for revised figures."""

from dataclasses import dataclass
from urllib.parse import quote

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from offences import releases
from offences.models import ForceAnswer, ForceCheck, Release
from offences.rounds.letters import figures_letter
from offences.staff.forms import refusals_in
from offences.staff.names import signed_in
from offences.staff.pages import log_change, require, staff_page
from offences.staff.releases.force_check_forms import (
    DisputeForm,
    ForceAnswerForm,
    ReasonForm,
    SendForm,
    first_fault,
)
from offences.staff.releases.frame import release_or_404, show_release
from offences.staff.today.queues import plural

CORRECTED = (
    "Now correct the count in its return and have it checked: the figure of this release follows "
    "by itself. Then look at the release again before anybody approves it, and send the force its "
    "new figures if it is to confirm them."
)


@dataclass(frozen=True)
class Letter:
    """A letter to copy, and an address that opens it in the person's own mail program."""

    check: ForceCheck
    text: str
    mailto: str


def _letter(check: ForceCheck) -> Letter:
    address, subject, words = figures_letter(check)
    mailto = f"mailto:{quote(address)}?subject={quote(subject)}&body={quote(words)}"
    to = address or "the Freedom of Information office"
    return Letter(check, f"To: {to}\nSubject: {subject}\n\n{words}", mailto if address else "")


@staff_page(
    "<int:object_id>/forces/", "forces", under=Release, permission="offences.view_forcecheck"
)
def list_forces(request: HttpRequest, object_id: int) -> HttpResponse:
    """Every force with its state, and the step that sends all of them their figures."""
    release, now = release_or_404(object_id), timezone.now()
    form = SendForm(request.POST if request.method == "POST" else None, now=now)
    if request.method == "POST":
        require(request, "offences.add_forcecheck")
        if form.is_valid():
            due_on = form.cleaned_data["due_on"]
            with refusals_in(form):
                made = releases.send(release, by=signed_in(request), now=now, due_on=due_on)
                many = plural(len(made), "force")
                log_change(request, release, f"Figures sent to {many}.")
                messages.success(request, f"Recorded for {many}. Send each its letter below.")
                return redirect("admin:offences_release_forces", release.pk)
    states, refusal = _states(release)
    return show_release(
        request,
        "forces",
        release,
        title=f"Forces’ own check: {release}",
        form=form,
        states=states,
        refusal=refusal,
        unsent=sum(state.to_send for state in states),
        letters=[
            _letter(s.check) for s in states if s.check and not s.check.answer and not s.has_changed
        ],
        remarks=release.remarks.order_by("pk"),
    )


def _states(release: Release) -> tuple[list[releases.ForceState], str]:
    try:
        return releases.states_of(release), ""
    except releases.Refused as refused:  # two recorded figures that contradict each other
        return [], str(refused)


@staff_page(
    "<int:object_id>/forces/<slug:force>/",
    "force",
    under=Release,
    permission="offences.view_forcecheck",
)
def show_force(request: HttpRequest, object_id: int, force: str) -> HttpResponse:
    """One force's figures and letter, and the forms for what it answers."""
    release = release_or_404(object_id)
    state = next((each for each in _states(release)[0] if each.force.slug == force), None)
    if state is None:
        raise Http404("This release has no figure of that force.")
    given = request.POST if request.method == "POST" else None
    step = next((s for s in ("_send", "_dispute") if given and s in given), "_answer")
    now, years = timezone.now(), list(state.figures)
    send = SendForm(given if step == "_send" else None, now=now)
    answer = ForceAnswerForm(given if step == "_answer" else None, now=now, years=years)
    dispute = DisputeForm(given if step == "_dispute" else None, now=now, years=years)
    form = {"_send": send, "_answer": answer, "_dispute": dispute}[step]
    if given is not None:
        needed = {"_send": "add_forcecheck", "_answer": "change_forcecheck"}
        require(request, f"offences.{needed.get(step, 'add_dispute')}")
        if form.is_valid():
            with refusals_in(form):
                done = _STEPS[step](request, release, state, form.cleaned_data)
                log_change(request, release, done)
                return redirect("admin:offences_release_force", release.pk, force)
    check = state.check
    return show_release(
        request,
        "force",
        release,
        title=f"{state.force.area}: {release}",
        state=state,
        form=form,
        send=send,
        answer=answer if check and not check.answer else None,
        dispute=dispute,
        letter=_letter(check) if check else None,
        checks=release.checks.filter(force=state.force).select_related("recorded_by"),
        disputes=release.disputes.filter(force=state.force).select_related("owner"),
    )


def _send(request: HttpRequest, release: Release, state: releases.ForceState, given) -> str:
    releases.send(
        release,
        [state.force.slug],
        due_on=given["due_on"],
        by=signed_in(request),
        now=timezone.now(),
    )
    messages.success(request, f"Recorded. Send {state.force.area} the letter below.")
    return f"Figures sent to {state.force.area}."


def _open_dispute(request: HttpRequest, release: Release, state: releases.ForceState, given) -> str:
    releases.open_dispute(release, state.force, **given, by=signed_in(request), now=timezone.now())
    seen = "Readers see it now." if release.approved_at else "Readers see it once approved."
    messages.success(request, f"The dispute of {state.force.area} is recorded. {seen}")
    return f"{state.force.area} disputes its figures."


def _record_answer(
    request: HttpRequest, release: Release, state: releases.ForceState, given
) -> str:
    if state.check is None:
        raise releases.Refused("Send the force its figures first.")
    releases.record_answer(
        state.check,
        given["answer"],
        on=given["answered_on"],
        words=given["words"],
        disputed=given["disputed"],
        by=signed_in(request),
        now=timezone.now(),
    )
    label = ForceAnswer(given["answer"]).label
    messages.success(request, f"{state.force.area}: {label}, recorded.")
    if given["answer"] == ForceAnswer.CORRECTED:
        messages.warning(request, CORRECTED)
    return f"{state.force.area}: {label}."


_STEPS = {"_send": _send, "_dispute": _open_dispute, "_answer": _record_answer}


@staff_page(
    "<int:object_id>/reasons/", "reasons", under=Release, permission="offences.view_revisionreason"
)
def explain(request: HttpRequest, object_id: int) -> HttpResponse:
    """Each revised figure with its reason, and the form to give one."""
    release = release_or_404(object_id)
    refusal, revisions = "", []
    try:
        revisions = releases.revisions(release)
    except releases.Refused as refused:
        refusal = str(refused)
    if request.method == "POST":
        require(request, "offences.add_revisionreason")
        try:
            return _give_reason(request, release, revisions)
        except releases.Refused as refused:
            refusal = str(refused)
    may_add = request.user.has_perm("offences.add_revisionreason")
    return show_release(
        request,
        "reasons",
        release,
        title=f"Revised figures: {release}",
        revised=[(each, _key(each)) for each in revisions],
        missing=sum(not each.why for each in revisions),
        may=may_add and release.approved_at is None,
        typed=(request.POST.get("key", ""), request.POST.get("words", "")),
        refusal=refusal,
    )


def _give_reason(
    request: HttpRequest, release: Release, revisions: list[releases.Revision]
) -> HttpResponse:
    """Save a reason for exactly the revision that the person saw."""
    form = ReasonForm(request.POST)
    if not form.is_valid():
        raise releases.Refused(first_fault(form))
    key, words = form.cleaned_data["key"], form.cleaned_data["words"]
    chosen = next((each for each in revisions if key and _key(each) == key), None)
    if chosen is None:
        raise releases.Refused("That figure has changed since. Look at the page again.")
    releases.give_reason(release, chosen, words=words, by=signed_in(request), now=timezone.now())
    log_change(request, release, f"Why {chosen.place}, {chosen.year}, is revised: {words}")
    messages.success(request, f"Recorded for {chosen.place}, {chosen.year}.")
    return redirect("admin:offences_release_reasons", release.pk)


def _key(revision: releases.Revision) -> str:
    """Name the revision that a reason is for: exactly this old and this new figure."""
    if not revision.force:
        return ""  # a sum needs no reason of its own
    parts = (revision.force, str(revision.year), revision.category)
    return "|".join((*parts, revision.before, revision.after))

"""Forces' own check of a release, their disputes, and the reasons for revised figures."""

from typing import Any
from urllib.parse import quote

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from offences import releases
from offences.models import Dispute, ForceAnswer, ForceCheck, Release
from offences.refused import Refused
from offences.rounds.letters import figures_letter
from offences.staff.forms import Attempt, faults_of, first_fault, refusals_in
from offences.staff.names import who_and_when
from offences.staff.pages import by_and_now, log_change, may, posted, require, show_page, staff_page
from offences.staff.releases import forms
from offences.staff.releases.frame import release_or_404, show_release
from offences.staff.today.queues import plural

CORRECTED = (
    "Now correct the count in its return and have it checked: the figure of this release follows "
    "by itself. Then look at the release again before anybody approves it, and send the force its "
    "new figures if it is to confirm them."
)


def _letter(check: ForceCheck) -> dict[str, Any]:
    """A letter to copy, and an address that opens it in the person's own mail program."""
    address, subject, words = figures_letter(check)
    mailto = f"mailto:{quote(address)}?subject={quote(subject)}&body={quote(words)}"
    to = address or "the Freedom of Information office"
    text = f"To: {to}\nSubject: {subject}\n\n{words}"
    return {"check": check, "text": text, "mailto": mailto if address else ""}


@staff_page("forces", Release, "view_forcecheck")
def list_forces(request: HttpRequest, object_id: int) -> HttpResponse:
    """Every force with its state, and the step that sends all of them their figures."""
    release, form = release_or_404(object_id), forms.SendForm(posted(request))
    if request.method == "POST":
        require(request, "add_forcecheck")
        if form.is_valid():
            with refusals_in(form):
                made = releases.send(release, **form.cleaned_data, **by_and_now(request))
                many = plural(len(made), "force")
                log_change(request, release, f"Figures sent to {many}.")
                messages.success(request, f"Recorded for {many}. Send each its letter below.")
                return redirect("admin:offences_release_forces", release.pk)
    states, refusal = _states(release)
    checks = [each.check for each in states if each.check and not each.has_changed]
    shown: dict[str, Any] = {"form": form, "states": states, "refusal": refusal}
    shown |= {"unsent": sum(state.to_send for state in states)}
    shown |= {"letters": [_letter(check) for check in checks if not check.answer]}
    shown |= {"remarks": release.remarks.order_by("pk")}
    return show_release(request, "forces", release, title=f"Forces’ own check: {release}", **shown)


def _states(release: Release) -> tuple[list[releases.ForceState], str]:
    try:
        return releases.states_of(release), ""
    except Refused as refused:  # two recorded figures that contradict each other
        return [], str(refused)


@staff_page("force", Release, "view_forcecheck", route="<int:object_id>/forces/<slug:force>/")
def show_force(request: HttpRequest, object_id: int, force: str) -> HttpResponse:
    """One force's figures and letter, and the forms for what it answers."""
    release = release_or_404(object_id)
    state = next((each for each in _states(release)[0] if each.force.slug == force), None)
    if state is None:
        raise Http404("This release has no figure of that force.")
    given, years = posted(request), list(state.figures)
    chosen = next((step for step in ("_send", "_dispute") if given and step in given), "_answer")
    data = {chosen: given}
    send = forms.SendForm(data.get("_send"))
    answer = forms.ForceAnswerForm(data.get("_answer"), years=years)
    dispute = forms.DisputeForm(data.get("_dispute"), years=years)
    form = {"_send": send, "_answer": answer, "_dispute": dispute}[chosen]
    if given is not None:
        permission, step = _STEPS[chosen]
        require(request, permission)
        if form.is_valid():
            with refusals_in(form):
                log_change(request, release, step(request, release, state, form.cleaned_data))
                return redirect("admin:offences_release_force", release.pk, force)
    check, its = state.check, {"force": state.force}
    shown: dict[str, Any] = {"state": state, "form": form, "send": send, "dispute": dispute}
    shown |= {"answer": answer if check and not check.answer else None}
    shown |= {"letter": _letter(check) if check else None}
    shown |= {"checks": release.checks.filter(**its).select_related("recorded_by")}
    shown |= {"disputes": release.disputes.filter(**its).select_related("owner")}
    title = f"{state.force.area}: {release}"
    return show_release(request, "force", release, title=title, **shown)


def _send(request: HttpRequest, release: Release, state: releases.ForceState, given) -> str:
    releases.send(release, [state.force.slug], **given, **by_and_now(request))
    messages.success(request, f"Recorded. Send {state.force.area} the letter below.")
    return f"Figures sent to {state.force.area}."


def _open_dispute(request: HttpRequest, release: Release, state: releases.ForceState, given) -> str:
    releases.open_dispute(release, state.force, **given, **by_and_now(request))
    seen = "Readers see it now." if release.approved_at else "Readers see it once approved."
    messages.success(request, f"The dispute of {state.force.area} is recorded. {seen}")
    return f"{state.force.area} disputes its figures."


def _record_answer(request: HttpRequest, _: Release, state: releases.ForceState, given) -> str:
    if state.check is None:
        raise Refused("Send the force its figures first.")
    answer, label = given["answer"], ForceAnswer(given["answer"]).label
    said = {"on": given["answered_on"], "words": given["words"], "disputed": given["disputed"]}
    releases.record_answer(state.check, answer, **said, **by_and_now(request))
    messages.success(request, f"{state.force.area}: {label}, recorded.")
    if answer == ForceAnswer.CORRECTED:
        messages.warning(request, CORRECTED)
    return f"{state.force.area}: {label}."


_STEPS = {
    "_send": ("add_forcecheck", _send),
    "_answer": ("change_forcecheck", _record_answer),
    "_dispute": ("add_dispute", _open_dispute),
}


# Reasons for revised figures


@staff_page("reasons", Release, "view_revisionreason")
def explain(request: HttpRequest, object_id: int) -> HttpResponse:
    """Each revised figure with its reason, and the form to give one."""
    release, revisions, attempt = release_or_404(object_id), [], Attempt()
    with attempt:
        revisions = releases.revisions(release)
    if request.method == "POST":
        require(request, "add_revisionreason")
        with attempt:
            return _give_reason(request, release, revisions)
    may_add = may(request.user, "add_revisionreason") and release.approved_at is None
    typed = (request.POST.get("key", ""), request.POST.get("words", ""))
    shown: dict[str, Any] = {"revised": [(each, _key(each)) for each in revisions]}
    shown |= {"missing": sum(not each.why for each in revisions)}
    shown |= {"may": may_add, "typed": typed, "refusal": attempt.refusal}
    return show_release(request, "reasons", release, title=f"Revised figures: {release}", **shown)


def _give_reason(
    request: HttpRequest, release: Release, revisions: list[releases.Revision]
) -> HttpResponse:
    """Save a reason for exactly the revision that the person saw."""
    form = forms.ReasonForm(request.POST)
    if not form.is_valid():
        raise Refused(first_fault(form))
    key, words = form.cleaned_data["key"], form.cleaned_data["words"]
    chosen = next((each for each in revisions if key and _key(each) == key), None)
    if chosen is None:
        raise Refused("That figure has changed since. Look at the page again.")
    releases.give_reason(release, chosen, words=words, **by_and_now(request))
    log_change(request, release, f"Why {chosen.place}, {chosen.year}, is revised: {words}")
    messages.success(request, f"Recorded for {chosen.place}, {chosen.year}.")
    return redirect("admin:offences_release_reasons", release.pk)


def _key(revision: releases.Revision) -> str:
    """Name the revision that a reason is for: exactly this old and this new figure."""
    if not revision.force:
        return ""  # a sum needs no reason of its own
    parts = (revision.force, str(revision.year), revision.category)
    return "|".join((*parts, revision.before, revision.after))


# Disputes: recorded on a release's page of the force, decided here by a second person

RELATED = ("force", "release__measure", "owner", "opened_by", "decided_by")


@staff_page("decide", Dispute, "view_dispute")
def decide(request: HttpRequest, object_id: int) -> HttpResponse:
    """The page of a dispute: its figures, who raised it and when, and the decision."""
    dispute = get_object_or_404(Dispute.objects.select_related(*RELATED), pk=object_id)
    form = forms.DecideForm(dispute, posted(request))
    if request.method == "POST":
        require(request, "decide_dispute")
        if form.is_valid():
            with refusals_in(form):
                releases.decide_dispute(dispute, **form.cleaned_data, **by_and_now(request))
                decision = dispute.get_decision_display()
                log_change(request, dispute, f"Decided: {decision}.")
                messages.success(request, f"{dispute}: {decision}.")
                return redirect("admin:offences_dispute_change", dispute.pk)
    shown: dict[str, Any] = {"dispute": dispute, "state": state_of(dispute)}
    shown |= {"form": form, "faults": faults_of(form), "reason": _why_not_decide(request, dispute)}
    title = f"Dispute: {dispute}"
    return show_page(request, "releases/decide", title=title, subject=dispute, **shown)


def state_of(dispute: Dispute) -> str:
    """What came of a dispute: “open”, or the decision, its words, and who took it when."""
    if dispute.decided_at is None:
        return "open"
    decision = f"{dispute.get_decision_display()}: {dispute.decided_words}"
    return f"{decision} ({who_and_when(dispute.decided_by, dispute.decided_at)})"


def _why_not_decide(request: HttpRequest, dispute: Dispute) -> str:
    if dispute.decided_at:
        return "It is decided."
    if not may(request.user, "decide_dispute"):
        return "Approvers and data leads decide a dispute."
    if dispute.owner_id == request.user.pk:
        return "You are looking into this dispute, so a colleague decides it."
    return ""

"""Forces’ own check of a release, answer by answer, and why its figures are others than before."""

from urllib.parse import quote

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path, reverse
from django.utils import timezone

from offences import releases
from offences.models import ForceAnswer, ForceCheck, Release
from offences.rounds.letters import figures_letter
from offences.staff.forms import faults_of
from offences.staff.people import signed_in
from offences.staff.releases.force_check_forms import (
    AnswerForm,
    DisputeForm,
    ReasonForm,
    SendForm,
    first_fault,
)

CORRECTED = (
    "Now correct the count in its return and have it checked: the figure of this release moves by "
    "itself. Then look at the release again before anybody approves it, and send the force its "
    "figures anew if it is to confirm them."
)


class ForceWords:
    """The pages of a release on which forces have their say. Mixed into its admin."""

    def get_urls(self):
        view = self.admin_site.admin_view  # type: ignore[attr-defined]
        return [
            path("<int:object_id>/forces/", view(self.forces), name="offences_release_forces"),
            path(
                "<int:object_id>/forces/<slug:force>/",
                view(self.force),
                name="offences_release_force",
            ),
            path("<int:object_id>/reasons/", view(self.reasons), name="offences_release_reasons"),
            *super().get_urls(),  # type: ignore[misc]
        ]

    def forces(self, request: HttpRequest, object_id: int) -> HttpResponse:
        """Every force with how far it is; and the step that sends all of them their figures."""
        release = self._seen(request, object_id, "view_forcecheck")
        now = timezone.now()
        form = SendForm(request.POST if request.method == "POST" else None, now=now)
        if request.method == "POST":
            self._may(request, "add_forcecheck")
            if form.is_valid():
                try:
                    made = releases.send(
                        release, by=signed_in(request), now=now, due_on=form.cleaned_data["due_on"]
                    )
                except releases.Refused as refused:
                    form.add_error(None, str(refused))
                else:
                    many = f"{len(made)} force{'' if len(made) == 1 else 's'}"
                    self.log_change(request, release, f"Figures sent to {many}.")  # type: ignore[attr-defined]
                    messages.success(request, f"Noted for {many}. Send each its letter below.")
                    return _to("forces", release)
        states, refusal = _states(release)
        return self.page_of(  # type: ignore[attr-defined]
            request,
            "forces",
            release,
            title=f"Forces’ own check: {release}",
            form=form,
            states=states,
            refusal=refusal,
            unsent=sum(state.to_send for state in states),
            letters=[
                _letter(s.check) for s in states if s.check and not s.check.answer and not s.moved
            ],
            remarks=release.remarks.order_by("pk"),
        )

    def force(self, request: HttpRequest, object_id: int, force: str) -> HttpResponse:
        """What one force was told, its letter, and the forms for what it answers."""
        release = self._seen(request, object_id, "view_forcecheck")
        states, _ = _states(release)
        state = next((each for each in states if each.force.slug == force), None)
        if state is None:
            raise Http404("This release says nothing of that force.")
        given = request.POST if request.method == "POST" else None
        step = next((s for s in ("_send", "_dispute") if given and s in given), "_answer")
        now, years = timezone.now(), list(state.told)
        forms = {
            "_send": SendForm(given if step == "_send" else None, now=now),
            "_answer": AnswerForm(given if step == "_answer" else None, now=now, years=years),
            "_dispute": DisputeForm(given if step == "_dispute" else None, now=now, years=years),
        }
        form = forms[step]
        if given is not None:
            permission = {"_send": "add_forcecheck", "_answer": "change_forcecheck"}
            self._may(request, permission.get(step, "add_dispute"))
            if form.is_valid():
                try:
                    said = self._step(request, step, release, state, form.cleaned_data)
                except releases.Refused as refused:
                    form.add_error(None, str(refused))
                else:
                    self.log_change(request, release, said)  # type: ignore[attr-defined]
                    return _to("force", release, force)
        check = state.check
        return self.page_of(  # type: ignore[attr-defined]
            request,
            "force",
            release,
            title=f"{state.force.area}: {release}",
            state=state,
            form=form,
            faults=faults_of(form) if form.is_bound else [],
            send=forms["_send"],
            answer=forms["_answer"] if check and not check.answer else None,
            dispute=forms["_dispute"],
            letter=_letter(check) if check else None,
            checks=release.checks.filter(force=state.force).select_related("recorded_by"),
            disputes=release.disputes.filter(force=state.force).select_related("owner"),
        )

    def _step(self, request: HttpRequest, step: str, release: Release, state, given) -> str:
        """Take the step and say what was done, in a message and for the history."""
        by, now = signed_in(request), timezone.now()
        area = state.force.area
        if step == "_send":
            releases.send(release, [state.force.slug], due_on=given["due_on"], by=by, now=now)
            messages.success(request, f"Noted. Send {area} the letter below.")
            return f"Figures sent to {area}."
        if step == "_dispute":
            releases.open_dispute(
                release,
                state.force,
                years=given["years"],
                says=given["says"],
                said_on=given["said_on"],
                owner=given["owner"],
                by=by,
                now=now,
            )
            seen = "Readers see it now." if release.approved_at else "Readers see it at approval."
            messages.success(request, f"The dispute of {area} is noted. {seen}")
            return f"{area} disputes its figures."
        releases.record_answer(
            state.check,
            given["answer"],
            on=given["answered_on"],
            words=given["words"],
            disputed=given["disputed"],
            by=by,
            now=now,
        )
        label = ForceAnswer(given["answer"]).label
        messages.success(request, f"{area}: {label}, noted.")
        if given["answer"] == ForceAnswer.CORRECTED:
            messages.warning(request, CORRECTED)
        return f"{area}: {label}."

    def reasons(self, request: HttpRequest, object_id: int) -> HttpResponse:
        """Each figure that is another than before, why, and the form to say so."""
        release = self._seen(request, object_id, "view_revisionreason")
        revisions, refusal = _revisions(release)
        form = ReasonForm(request.POST if request.method == "POST" else None)
        if request.method == "POST":
            self._may(request, "add_revisionreason")
            try:
                return self._explain(request, release, revisions, form)
            except releases.Refused as refused:
                refusal = str(refused)
        typed = (request.POST.get("key", ""), request.POST.get("words", ""))
        return self.page_of(  # type: ignore[attr-defined]
            request,
            "reasons",
            release,
            title=f"Revised figures: {release}",
            revised=[(each, _key(each)) for each in revisions],
            missing=sum(not each.why for each in revisions),
            may=release.approved_at is None
            and request.user.has_perm("offences.add_revisionreason"),
            typed=typed,
            refusal=refusal,
        )

    def _explain(
        self,
        request: HttpRequest,
        release: Release,
        revisions: list[releases.Revision],
        form: ReasonForm,
    ) -> HttpResponse:
        """Keep a reason for the change that the person saw."""
        if not form.is_valid():
            raise releases.Refused(first_fault(form))
        key, words = form.cleaned_data["key"], form.cleaned_data["words"]
        chosen = next((each for each in revisions if key and _key(each) == key), None)
        if chosen is None:
            raise releases.Refused("That figure has moved since. Look at the page again.")
        releases.give_reason(
            release, chosen, words=words, by=signed_in(request), now=timezone.now()
        )
        said = f"Why {chosen.place}, {chosen.year}, is another: {words}"
        self.log_change(request, release, said)  # type: ignore[attr-defined]
        messages.success(request, f"Noted for {chosen.place}, {chosen.year}.")
        return _to("reasons", release)

    def _seen(self, request: HttpRequest, object_id: int, permission: str) -> Release:
        self._may(request, permission)
        return self._release(object_id)  # type: ignore[attr-defined]

    def _may(self, request: HttpRequest, permission: str) -> None:
        if not request.user.has_perm(f"offences.{permission}"):
            raise PermissionDenied


def _states(release: Release) -> tuple[list[releases.ForceState], str]:
    try:
        return releases.states_of(release), ""
    except releases.Refused as refused:  # two recorded figures that contradict each other
        return [], str(refused)


def _revisions(release: Release) -> tuple[list[releases.Revision], str]:
    try:
        return releases.revisions(release), ""
    except releases.Refused as refused:
        return [], str(refused)


def _key(revision: releases.Revision) -> str:
    """Which change a reason is for: exactly this old and this new figure."""
    if not revision.force:
        return ""  # a sum needs nobody's reason
    parts = (revision.force, str(revision.year), revision.category)
    return "|".join((*parts, revision.before, revision.after))


def _letter(check: ForceCheck) -> tuple[ForceCheck, str, str]:
    """The letter to copy, and an address that opens it in the person's own mail program."""
    address, subject, words = figures_letter(check)
    mailto = f"mailto:{quote(address)}?subject={quote(subject)}&body={quote(words)}"
    to = address or "the Freedom of Information office"
    return check, f"To: {to}\nSubject: {subject}\n\n{words}", mailto if address else ""


def _to(page: str, release: Release, *more: str) -> HttpResponseRedirect:
    args = [release.pk, *more]
    return HttpResponseRedirect(reverse(f"admin:offences_release_{page}", args=args))

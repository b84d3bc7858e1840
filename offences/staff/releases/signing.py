"""The pages on which a release is screened, sent to review, approved, sent back and withdrawn."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone

from offences import releases
from offences.models import Release
from offences.staff.forms import faults_of
from offences.staff.people import name_of, signed_in
from offences.staff.releases import preview as preview
from offences.staff.releases.forms import AnswerForm, ApproveForm, SendBackForm, WithdrawForm
from offences.staff.releases.progress import has_moved, moment_of, told, where_it_stands


class SigningPages:
    """Each step has its page or its button; who may take it is asked again by the step itself."""

    def get_urls(self):
        view = self.admin_site.admin_view  # type: ignore[attr-defined]
        pages = {
            "approve": self.approve,
            "screening": self.screening,
            "send_back": self.send_back,
            "withdraw": self.withdraw,
        }
        return [
            path(
                f"<int:object_id>/{name.replace('_', '-')}/",
                view(page),
                name=f"offences_release_{name}",
            )
            for name, page in pages.items()
        ] + super().get_urls()  # type: ignore[misc]

    def page_of(self, request: HttpRequest, name: str, release: Release | None, **context):
        form = context.get("form")
        faults = faults_of(form) if form and form.is_bound else []
        standing = where_it_stands(release) if release else {}
        return TemplateResponse(
            request,
            f"admin/offences/release/{name}.html",
            {
                **self.admin_site.each_context(request),  # type: ignore[attr-defined]
                "opts": self.opts,  # type: ignore[attr-defined]
                "original": release,
                "release": release,
                "faults": faults,
                **standing,
                **context,
            },
        )

    def _release(self, object_id: int) -> Release:
        people = ("prepared_by", "screened_by", "review_by", "sent_back_by", "approved_by")
        return get_object_or_404(
            Release.objects.select_related("measure", "last_round", *people), pk=object_id
        )

    def _seen_by(self, request: HttpRequest, object_id: int) -> Release:
        release = self._release(object_id)
        if not self.has_view_permission(request, release):  # type: ignore[attr-defined]
            raise PermissionDenied
        return release

    def _note(self, request: HttpRequest, release: Release, said: str) -> None:
        self.log_change(request, release, said)  # type: ignore[attr-defined]

    def screening(self, request: HttpRequest, object_id: int) -> HttpResponse:
        """What was found, errors first, each with its answers and a box for one; and the steps."""
        release = self._seen_by(request, object_id)
        person = signed_in(request)
        may_prepare = person.has_perm("offences.change_release")
        refusal, form = "", AnswerForm()
        if request.method == "POST":
            if not (may_prepare or person.has_perm("offences.answer_errors")):
                raise PermissionDenied
            form = AnswerForm(request.POST)
            try:
                if done := self._take(request, release, person, form):
                    messages.success(request, done)
                    return HttpResponseRedirect(_after(release, form))
            except releases.Refused as refused:
                refusal = str(refused)
                release = self._release(object_id)
        found, seen, blocked = [], "", ""
        if release.approved_at is None:
            try:
                snapshot = releases.snapshot(release)
                found = told(release, releases.screening(release, snapshot), person)
                blocked = releases.why_not_yet(release, snapshot)
                seen = snapshot.fingerprint
            except releases.Refused as refused:
                refusal = refusal or str(refused)
        left = [each for each in found if not each.is_answered]
        return self.page_of(
            request,
            "screening",
            release,
            title=f"Screening: {release}",
            form=form,
            found=found,
            done=len(found) - len(left),
            left=left,
            kept=list(release.answers.select_related("answered_by")),
            seen=seen,
            moved=has_moved(release, seen),
            blocked=blocked,
            may_prepare=may_prepare,
            refusal=refusal,
        )

    def _take(self, request: HttpRequest, release: Release, person: User, form: AnswerForm) -> str:
        """The step that the sent form asks for, and what it did in words; none if it is wrong."""
        now = timezone.now()
        match request.POST.get("step"):
            case "screened":
                seen = request.POST.get("seen", "")
                releases.mark_screened(release, by=person, now=now, seen=seen)
                self._note(request, release, "Screened.")
                return f"{release} is screened. Send it to review next."
            case "review":
                releases.send_to_review(release, by=person, now=now)
                self._note(request, release, "Sent to review.")
                return f"{release} is in review. An approver signs it or sends it back."
        if not form.is_valid():
            return ""
        given = form.cleaned_data
        releases.answer(release, given["key"], given["answer"], by=person, now=now)
        self._note(request, release, f"Answered: {given['answer']}")
        return "Your answer is kept."

    def approve(self, request: HttpRequest, object_id: int) -> HttpResponse:
        """What the release would publish, against the one before; and the approval."""
        release = self._seen_by(request, object_id)
        person = signed_in(request)
        refusal, snapshot, changes, answered = "", None, [], []
        try:
            if release.approved_at is None:
                snapshot = releases.snapshot(release)
                answered = releases.screening(release, snapshot)
            changes = releases.difference(release, snapshot)
        except releases.Refused as refused:
            refusal = str(refused)
        seen = snapshot.fingerprint if snapshot else ""
        now = timezone.now()
        data = request.POST if request.method == "POST" else None
        event = release.events.filter(embargo_at__gt=now).order_by("embargo_at").first()
        form = ApproveForm(data, now=now, seen=seen, event=event)
        if request.method == "POST":
            if not person.has_perm("offences.approve_release"):
                raise PermissionDenied
            if form.is_valid():
                try:
                    self._approve(request, release, form)
                except releases.OpensEarly as early:
                    form.add_error(form.field_of_time, str(early))
                except releases.Refused as refused:
                    # What stands now is on the page again, and it is this that may be approved.
                    refusal = str(refused)
                    again = {**request.POST.dict(), "seen": seen}
                    form = ApproveForm(again, now=now, seen=seen, event=event)
                else:
                    address = reverse("admin:offences_release_change", args=[release.pk])
                    return HttpResponseRedirect(address)
        reason = _why_not_approve(release, person)
        return self.page_of(
            request,
            "approve",
            release,
            title=f"Preview: {release}",
            form=form,
            media=self.media + form.media,  # type: ignore[attr-defined]
            changes=changes,
            editors=[name_of(each) for each in release.editors.order_by("pk")],
            found=told(release, answered, person),
            kept=list(release.answers.select_related("answered_by")),
            moved=has_moved(release, seen) and releases.FIGURES_CHANGED,
            back=SendBackForm() if _may_send_back(release, person) else None,
            reason=reason,
            refusal=refusal,
            faults=[] if reason or not form.is_bound else faults_of(form),
            **preview.of(release, snapshot),
        )

    def _approve(self, request: HttpRequest, release: Release, form: ApproveForm) -> None:
        releases.approve(
            release,
            by=signed_in(request),
            now=form.now,
            public_at=form.cleaned_data["public_at"],
            seen=form.cleaned_data["seen"],
            early=form.cleaned_data.get("early", False),
        )
        opens = f"public from {moment_of(release)}"
        self._note(request, release, f"Approved, {opens}.")
        messages.success(request, f"{release} is approved, {opens}.")

    def send_back(self, request: HttpRequest, object_id: int) -> HttpResponse:
        """The approver’s other answer: a draft again, with the reason."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        release = self._release(object_id)
        if not request.user.has_perm("offences.approve_release"):
            raise PermissionDenied
        return self._step_with_reason(
            request,
            release,
            SendBackForm(request.POST),
            "send_back",
            releases.send_back,
            "Sent back",
        )

    def withdraw(self, request: HttpRequest, object_id: int) -> HttpResponse:
        """Take a wrong release from the public, saying why."""
        release = self._release(object_id)
        if not request.user.has_perm("offences.withdraw_release"):
            raise PermissionDenied
        form = WithdrawForm(request.POST if request.method == "POST" else None)
        return self._step_with_reason(
            request, release, form, "withdraw", releases.withdraw, "Withdrawn"
        )

    def _step_with_reason(
        self,
        request: HttpRequest,
        release: Release,
        form: forms.Form,
        name: str,
        step: Callable[..., None],
        done: str,
    ) -> HttpResponse:
        if request.method == "POST" and form.is_valid():
            reason = form.cleaned_data["reason"]
            try:
                step(release, by=signed_in(request), now=timezone.now(), reason=reason)
            except releases.Refused as refused:
                form.add_error(None, str(refused))
            else:
                self._note(request, release, f"{done}: {reason}")
                messages.success(request, SAID[name].format(release))
                address = reverse("admin:offences_release_change", args=[release.pk])
                return HttpResponseRedirect(address)
        title = f"{'Withdraw' if name == 'withdraw' else 'Send back'} {release}"
        return self.page_of(request, name, release, title=title, form=form)


SAID = {
    "send_back": "{} is sent back. Whoever prepares it reads why.",
    "withdraw": "{} is withdrawn; its address says why.",
}


def _after(release: Release, form: AnswerForm) -> str:
    """The screening again, at the next finding; a release in review is shown where it stands."""
    if release.review_at:
        return reverse("admin:offences_release_change", args=[release.pk])
    return reverse("admin:offences_release_screening", args=[release.pk]) + "#next"


def _may_send_back(release: Release, person: User) -> bool:
    in_review = release.review_at is not None and release.approved_at is None
    return in_review and person.has_perm("offences.approve_release")


def _why_not_approve(release: Release, person: User) -> str:
    if release.approved_at:
        return "It is approved already. A correction is a new release."
    if not person.has_perm("offences.approve_release"):
        return "Only approvers approve a release."
    if why := releases.why_not_sign(release, person):
        return why
    if release.review_at is None:
        return "It is not in review yet: it is screened and sent to you first."
    return ""

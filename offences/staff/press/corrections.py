"""Correct what was sent: issued texts that a newer release contradicts."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone

from offences import press
from offences.models import Correction, IssuedText
from offences.staff.people import signed_in
from offences.staff.releases.force_check_forms import DoneForm, first_fault


class Corrections:
    """The pages on which press officers correct what left. Mixed into the issued texts' admin."""

    def get_urls(self):
        view = self.admin_site.admin_view  # type: ignore[attr-defined]
        return [
            path("corrections/", view(self.corrections), name="offences_issuedtext_corrections"),
            path(
                "<int:object_id>/correct/", view(self.correct), name="offences_issuedtext_correct"
            ),
            *super().get_urls(),  # type: ignore[misc]
        ]

    def _show(self, request: HttpRequest, name: str, **context) -> TemplateResponse:
        return TemplateResponse(
            request,
            f"admin/offences/issuedtext/{name}.html",
            {
                **self.admin_site.each_context(request),  # type: ignore[attr-defined]
                "opts": self.opts,  # type: ignore[attr-defined]
                **context,
            },
        )

    def _may_look(self, request: HttpRequest) -> None:
        # The page names whom to write to, whom not everybody sees.
        if not request.user.has_perms(["offences.view_correction", "offences.view_mediacontact"]):
            raise PermissionDenied

    def corrections(self, request: HttpRequest) -> HttpResponse:
        """Every text to correct, and what was done of it before."""
        self._may_look(request)
        done = Correction.objects.select_related(
            "issued_text__event", "release__measure", "done_by"
        )
        return self._show(
            request,
            "corrections",
            title="Correct what was sent",
            waiting=press.to_correct(timezone.now()),
            done=done[:100],
        )

    def correct(self, request: HttpRequest, object_id: int) -> HttpResponse:
        """One text: what it said, what is right, the words to send, whom to write to; and done."""
        self._may_look(request)
        rows = IssuedText.objects.select_related("event", "release__measure")
        text = get_object_or_404(rows, pk=object_id)
        now, refusal = timezone.now(), ""
        task = next(iter(press.to_correct(now, only=text.pk)), None)
        if request.method == "POST":
            if not request.user.has_perm("offences.add_correction"):
                raise PermissionDenied
            form = DoneForm(request.POST)
            try:
                if not form.is_valid():
                    raise press.Refused(first_fault(form))
                if task is None or task.release.pk != form.cleaned_data["release"]:
                    raise press.Refused(
                        "Nothing was noted: what is to be corrected is another by now."
                    )
                press.corrected(
                    text,
                    task.release,
                    how=form.cleaned_data["how"],
                    by=signed_in(request),
                    now=now,
                )
            except press.Refused as refused:
                refusal = str(refused)
            else:
                self.log_change(request, text, f"Corrected by {task.release}.")  # type: ignore[attr-defined]
                messages.success(request, f"{text.place}: noted as corrected.")
                return HttpResponseRedirect(reverse("admin:offences_issuedtext_corrections"))
        return self._show(
            request,
            "correct",
            title=f"Correct: {text.place}",
            original=text,
            text=text,
            task=task,
            letter=press.letter_of(task) if task else "",
            contacts=press.contacts_of(text) if task else [],
            done=text.corrections.select_related("release__measure", "done_by"),
            how=request.POST.get("how", ""),
            refusal=refusal,
            may=request.user.has_perm("offences.add_correction"),
        )

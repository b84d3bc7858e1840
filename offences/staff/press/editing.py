"""The page on which a text is edited, and which throws nothing away that was typed."""

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from offences import press
from offences.models import PressRelease
from offences.staff.names import logged_in
from offences.staff.press.claims import claim_lists
from offences.staff.press.signatures import editor_context
from offences.staff.press.texts import show_text
from offences.staff.record_lists.columns import by_and_at, link
from offences.staff.record_lists.exports import Exports
from offences.staff.send_backs import notes_of


class TextList(ChangeList):
    """The list shows nothing of what is in a text: its claims alone can be a megabyte."""

    def get_results(self, request: HttpRequest) -> None:
        inside = ("text", "drafted_text", "shared", "angles", "checked", "claims")
        self.queryset = self.queryset.defer(*inside)
        super().get_results(request)


class EditedTexts(Exports):
    """Texts until they are issued; their form saves through `press.save_edits`."""

    drafted = by_and_at("drafted", "prepared")
    edited = by_and_at("edited", "edited")
    issuing = by_and_at("issued", "issued")

    @admin.display(description="state", ordering="issued_at")
    def state(self, text: PressRelease) -> str:
        if text.issued_at:
            return "issued"
        return "edited" if text.edited_at else "draft"

    @admin.display(description="its page")
    def page(self, text: PressRelease) -> str:
        address = reverse("press_text", args=[text.event.slug, text.body])
        return link(address, address)

    def get_changelist(self, request, **kwargs):
        return TextList

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if request.method != "POST" or object_id is None:
            return super().changeform_view(request, object_id, form_url, extra_context)
        with transaction.atomic():
            text = self.get_object(request, unquote(object_id))
            if text is None or text.issued_at is None:
                return super().changeform_view(request, object_id, form_url, extra_context)
        if not self.has_change_permission(request):
            raise PermissionDenied
        # It was issued while it was open here. What was typed is not thrown away.
        return show_text(
            request,
            "too_late",
            text,
            title=f"Too late: {text.place}",
            headline=request.POST.get("headline", ""),
            typed=request.POST.get("text", ""),
            issued=self.issuing(text),
        )

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        """Beside the form: the stored text with its figures traced, and what may be said."""
        if obj is not None:
            basis = press.basis_of_text(obj)
            context["marked"] = press.traced(obj, basis)
            context["notes"] = [note for note in notes_of(obj) if not note.settled]
            context["claims"] = claim_lists(basis) if basis else []
            context |= editor_context(obj)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def save_model(self, request, obj, form, change) -> None:
        if form.edits:
            press.save_edits(obj, by=logged_in(request), now=timezone.now())

    def response_change(self, request, obj):
        if "put" in request.POST:  # the text stays open, for the next figure
            return redirect("admin:offences_pressrelease_change", obj.pk)
        return super().response_change(request, obj)

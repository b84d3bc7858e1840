"""Texts of an event, edited here and issued on a page of their own; and the issued texts."""

from django.contrib import admin
from django.contrib.admin.options import ActionLocation
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from offences import press
from offences.admin.base import Exports, ReadOnlyAdmin, StaffAdmin, by_and_at, choice_filter, link
from offences.admin.site import register
from offences.models import IssuedText, PressRelease
from offences.staff.press.claims import claim_lists
from offences.staff.press.forms import PressReleaseForm
from offences.staff.press.texts import show_text, text_rows

IssueFilter = choice_filter(
    "state",
    "state",
    draft=("draft", Q(issued_at=None, edited_at=None)),
    edited=("edited", Q(issued_at=None, edited_at__isnull=False)),
    issued=("issued", Q(issued_at__isnull=False)),
)


@register(PressRelease)
class PressReleaseAdmin(Exports, StaffAdmin):
    form = PressReleaseForm
    list_display = ["place", "event", "state", "headline", "edited_by", "issued_by"]
    list_filter = [IssueFilter, "event", "body_kind"]
    search_fields = ["place", "headline", "text"]
    search_help_text = "A place, or words of the text."
    readonly_fields = ["event", "release", "place", "page", "drafted", "edited", "issuing"]
    fieldsets = [
        (None, {"fields": ["event", "release", "place", "page"]}),
        ("The text", {"fields": ["headline", "text"]}),
        ("Who and when", {"fields": ["drafted", "edited", "issuing"]}),
    ]

    def get_queryset(self, request):
        return text_rows()

    never = ("add",)  # texts are drafted from an event, with their claims
    final = "issued_at"

    def get_actions(self, request, action_location=ActionLocation.CHANGE_LIST):
        return {}

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
            context |= {
                "marked": press.traced(obj, basis),
                "claims": claim_lists(basis) if basis else [],
            }
        return super().render_change_form(request, context, add, change, form_url, obj)

    def save_model(self, request, obj, form, change) -> None:
        if form.edits:
            obj.edited_by, obj.edited_at = request.user, timezone.now()
            obj.save(update_fields=["headline", "text", "edited_by", "edited_at"])
            obj.editors.add(request.user)

    @admin.display(description="state", ordering="issued_at")
    def state(self, text: PressRelease) -> str:
        if text.issued_at:
            return "issued"
        return "edited" if text.edited_at else "draft"

    @admin.display(description="its page")
    def page(self, text: PressRelease) -> str:
        address = reverse("press_text", args=[text.event.slug, text.body])
        return link(address, address)

    drafted = by_and_at("drafted", "prepared")
    edited = by_and_at("edited", "edited")
    issuing = by_and_at("issued", "issued")


@register(IssuedText)
class IssuedTextAdmin(Exports, ReadOnlyAdmin):
    list_display = ["place", "event", "headline", "public_at", "issued_by", "issued_at"]
    list_filter = ["event", "body_kind"]
    list_select_related = ["event", "issued_by"]
    search_fields = ["place", "headline", "text"]

"""Questions to forces, their answers, and the labels that were remembered."""

from typing import ClassVar

from django import forms
from django.contrib import admin, messages
from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from offences.admin.base import ChoiceFilter, Exports, ReadOnlyAdmin, StaffAdmin
from offences.admin.site import register
from offences.intake import returns as readings
from offences.models import CategorySpelling, FoiQuery, Reading
from offences.refused import Refused
from offences.rounds.letters import query_letter
from offences.staff.people import signed_in, who_and_when


class QueryStateFilter(ChoiceFilter):
    title = "state"
    parameter_name = "state"
    conditions: ClassVar = {
        "open": ("not answered", Q(answered_at=None)),
        "answered": ("answered", Q(answered_at__isnull=False)),
    }


class QueryAnswerForm(forms.ModelForm):
    """What the force answered, written down once."""

    class Meta:
        model = FoiQuery
        fields = ["answer"]

    def clean_answer(self) -> str:
        answer = str(self.cleaned_data["answer"]).strip()
        if not answer:
            raise forms.ValidationError("Write down what the force answered, when and how.")
        return answer


@register(FoiQuery)
class FoiQueryAdmin(Exports, StaffAdmin):
    """Queries are asked on the page of a reading; the answer is written down here."""

    form = QueryAnswerForm
    list_display = ["what", "force", "asked", "state"]
    list_filter = [QueryStateFilter, "submission__round"]
    list_select_related = ["submission__force", "submission__round", "asked_by", "answered_by"]
    search_fields = ["what", "question", "answer", "submission__force__name"]
    fields = ["submission", "what", "place", "question", "letter", "asked", "answer", "answered"]
    readonly_fields = ["submission", "what", "place", "question", "letter", "asked", "answered"]

    def has_add_permission(self, request: HttpRequest, obj=None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj=None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj=None) -> bool:
        is_open = obj is None or obj.answered_at is None
        return is_open and super().has_change_permission(request, obj)

    def save_model(self, request, obj, form, change) -> None:
        try:
            answer = form.cleaned_data["answer"]
            readings.close_query(obj, answer, by=signed_in(request), now=timezone.now())
        except Refused as refusal:
            messages.error(request, str(refusal))

    @admin.display(description="force", ordering="submission__force__area")
    def force(self, query: FoiQuery) -> str:
        return query.submission.force.area

    @admin.display(description="where")
    def place(self, query: FoiQuery) -> str:
        return " ".join(filter(None, [str(query.document), query.sheet, query.cell]))

    @admin.display(description="letter")
    def letter(self, query: FoiQuery) -> str:
        return format_html('<pre class="letter-text">{}</pre>', query_letter(query))

    @admin.display(description="asked", ordering="asked_at")
    def asked(self, query: FoiQuery) -> str:
        return who_and_when(query.asked_by, query.asked_at)

    @admin.display(description="answered")
    def answered(self, query: FoiQuery) -> str:
        return who_and_when(query.answered_by, query.answered_at)

    @admin.display(description="state", ordering="answered_at")
    def state(self, query: FoiQuery) -> str:
        return "answered" if query.answered_at else "waiting for the force"


@register(CategorySpelling)
class CategorySpellingAdmin(Exports, StaffAdmin):
    list_display = ["spelling", "role", "category", "force", "measure"]
    list_filter = ["measure", "role"]
    list_select_related = ["category", "force", "measure"]
    search_fields = ["spelling", "category__name", "force__name"]
    fields = ["measure", "role", "spelling", "force", "category", "is_plain"]
    autocomplete_fields = ["category", "force"]

    def save_model(self, request, obj, form, change) -> None:
        obj.added_by, obj.added_at = signed_in(request), timezone.now()
        super().save_model(request, obj, form, change)


@register(Reading)
class ReadingAdmin(Exports, ReadOnlyAdmin):
    """Readings are made when a file is uploaded to a submission; their own page is there."""

    list_display = ["name", "submission", "read", "stored"]
    list_select_related = ["submission__force", "submission__round", "read_by", "stored_by"]
    search_fields = ["name", "submission__force__name"]
    readonly_fields = ["submission", "document", "name", "page", "read", "stored"]

    @admin.display(description="page")
    def page(self, reading: Reading) -> str:
        address = reverse(
            "admin:offences_foisubmission_reading", args=[reading.submission_id, reading.pk]
        )
        return format_html('<a href="{}">What was read</a>', address)

    @admin.display(description="read", ordering="read_at")
    def read(self, reading: Reading) -> str:
        return who_and_when(reading.read_by, reading.read_at)

    @admin.display(description="stored", ordering="stored_at")
    def stored(self, reading: Reading) -> str:
        return who_and_when(reading.stored_by, reading.stored_at)

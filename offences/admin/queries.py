"""Questions to forces and their answers, how forces record, and labels that were remembered."""

from typing import Any, ClassVar

from django.contrib import admin, messages
from django.utils import timezone
from django.utils.html import format_html

from offences.admin.base import ReadOnlyAdmin, StaffAdmin
from offences.admin.site import register
from offences.intake import returns as readings
from offences.models import CategorySpelling, FoiQuery, ForceBreak, PracticeAnswer, Reading, Reply
from offences.models.reading import letter_at
from offences.refused import Refused
from offences.rounds.merging import query_letter
from offences.staff.files.forms import QueryAnswerForm
from offences.staff.names import logged_in
from offences.staff.pages import may
from offences.staff.record_lists.columns import by_and_at, column, link_column, year_column
from offences.staff.record_lists.exports import Exports
from offences.staff.record_lists.filters import done_filter, round_filter
from offences.words.places import places_in_words


@register(FoiQuery)
class FoiQueryAdmin(Exports, StaffAdmin):
    """Queries are asked on the page of a reading; the answer is written down here."""

    form = QueryAnswerForm
    list_display = ["what", "force", "asked", "state"]
    list_filter = [
        done_filter("state", "state", "answered_at", open="not answered", answered="answered"),
        round_filter(),
    ]
    list_select_related = ["submission__force", "submission__round", "asked_by", "answered_by"]
    search_fields = ["what", "question", "answer", "submission__force__name"]
    shown = ["submission", "about", "place", "question", "letter", "asked"]
    fields = [*shown, "answer", "answered"]
    readonly_fields = [*shown, "answered"]
    never = ("add", "delete")
    final = "answered_at"

    def get_fields(self, request, obj=None):
        """The letter has the address of the force's office: those who write to it see it."""
        is_writer = may(request.user, "add_sentletter")
        return [each for each in self.fields if is_writer or each != "letter"]

    def save_model(self, request, obj, form, change) -> None:
        try:
            answer = form.cleaned_data["answer"]
            readings.close_query(obj, answer, by=logged_in(request), now=timezone.now())
        except Refused as refusal:
            messages.error(request, str(refusal))

    force = column("force", "submission.force.area", "submission__force__area")
    about = column("about", "what")  # a question about a whole file is of no one figure
    asked = by_and_at("written", "asked", "asked_at")  # a letter asks it, later
    answered = by_and_at("answered", "answered")
    annotations: ClassVar = {"letter_at": letter_at()}

    @admin.display(description="state", ordering="answered_at")
    def state(self, query: Any) -> str:
        return str(query.state)

    @admin.display(description="where")
    def place(self, query: FoiQuery) -> str:
        parts = [str(query.document or "the whole return"), query.sheet, query.cell]
        return places_in_words(" ".join(filter(None, parts)))

    @admin.display(description="letter")
    def letter(self, query: FoiQuery) -> str:
        """The letter with every open question of the return, or with this one once answered."""
        of_return = FoiQuery.objects.unanswered().filter(submission=query.submission)
        asked = [query] if query.answered_at else of_return.select_related("document")
        letter = query_letter(query.submission, asked, timezone.localdate(), None)
        return format_html('<pre class="letter-text">{}</pre>', letter)


@register(CategorySpelling)
class CategorySpellingAdmin(Exports, StaffAdmin):
    list_display = ["spelling", "role", "category", "force", "measure"]
    list_filter = ["measure", "role"]
    list_select_related = ["category", "force", "measure"]
    search_fields = ["spelling", "category__name", "force__name"]
    fields = ["measure", "role", "spelling", "force", "category", "is_plain"]
    autocomplete_fields = ["category", "force"]

    def save_model(self, request, obj, form, change) -> None:
        obj.added_by, obj.added_at = logged_in(request), timezone.now()
        super().save_model(request, obj, form, change)


@register(Reading)
class ReadingAdmin(Exports, ReadOnlyAdmin):
    """Readings are made when a file is uploaded to a submission; their own page is there."""

    list_display = ["name", "submission", "read", "stored"]
    list_filter = [round_filter()]
    list_select_related = ["submission__force", "submission__round", "read_by", "stored_by"]
    search_fields = ["name", "submission__force__name"]
    readonly_fields = ["submission", "document", "name", "page", "read", "stored"]

    page = link_column("page", "What was read", "foisubmission_reading", "submission_id", "pk")
    read = by_and_at("read", "read", "read_at")
    stored = by_and_at("stored", "stored", "stored_at")


@register(Reply)
class ReplyAdmin(ReadOnlyAdmin):
    list_display = ["name", "round", "submission", "force", "filed_by", "page"]
    list_filter = [round_filter("round")]
    list_select_related = [
        *("round", "submission__force", "submission__round", "force", "filed_by")
    ]
    search_fields = ["name", "message_id", "submission__force__name"]

    page = link_column("page", "Open", "foiround_reply", "round_id", "pk")

    def get_queryset(self, request):
        return super().get_queryset(request).defer("found")


@register(PracticeAnswer)
class PracticeAnswerAdmin(Exports, ReadOnlyAdmin):
    list_display = ["submission", "question", "answer"]
    list_filter = [round_filter(), "question"]
    list_select_related = ["submission__force", "submission__round"]
    search_fields = ["answer", "submission__force__name", "submission__force__spellings__spelling"]


@register(ForceBreak)
class ForceBreakAdmin(Exports, StaffAdmin):
    list_display = ["force", "first", "measure", "why", "from_return"]
    list_filter = ["measure"]
    list_select_related = ["force", "measure", "submission__force", "submission__round"]
    search_fields = ["why", "force__name", "force__spellings__spelling"]
    autocomplete_fields = ["force", "document"]
    fields = ["force", "measure", "year", "why", "document", "from_return"]
    readonly_fields = ["from_return"]
    stamp = "recorded"

    first = year_column("first year counted differently")

    @admin.display(description="reported in", empty_value="")
    def from_return(self, break_: ForceBreak) -> str:
        return str(break_.submission) if break_.submission else "recorded by staff"

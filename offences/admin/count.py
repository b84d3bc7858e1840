"""Counts with their history, and figures that only a publication gives."""

from django.contrib import admin
from django.db.models import Exists, Subquery
from django.urls import reverse

from offences import counts
from offences.admin.base import ReadOnlyAdmin, StaffAdmin
from offences.admin.site import register
from offences.models import AnnualCount, RecordedFigure
from offences.staff.grid.checking import history_of
from offences.staff.grid.tables import no_document
from offences.staff.names import area_or_body, year_of
from offences.staff.record_lists.columns import (
    column,
    contradicting,
    link,
    link_column,
    number_of,
    year_column,
)
from offences.staff.record_lists.exports import Exports, Imports
from offences.staff.record_lists.filters import (
    ConflictFilter,
    CurrentFilter,
    MarkerFilter,
    YearFilter,
    round_filter,
)
from offences.statistics.notation import write_entry
from offences.words.cells import entry_in_words
from offences.words.places import places_in_words


@register(AnnualCount)
class AnnualCountAdmin(Imports, ReadOnlyAdmin):
    """Counts are changed in the grid of their return, which stores every earlier content."""

    list_display = ["force", "label", "typed", "measure", "category", "round", "source"]
    list_filter = [*("measure", YearFilter, MarkerFilter, round_filter(), CurrentFilter)]
    list_select_related = [
        *("submission__force", "submission__round", "measure", "category", "document")
    ]
    search_fields = [
        *("submission__force__name", "submission__force__spellings__spelling"),
        *("as_written", "note", "doubt"),
    ]
    search_help_text = "A force in any of its spellings, or what the source has."
    show_full_result_count = False  # of all counts of all years
    fieldsets = [
        (None, {"fields": ["submission", "grid_link", "measure", "category", "label", "typed"]}),
        ("Source", {"fields": ["as_written", "source", "note", "doubt", "explanation"]}),
        ("History of this cell", {"fields": ["history"]}),
    ]
    readonly_fields = ["grid_link", "label", "typed", "source", "history"]

    force = column("force", "submission.force.area", "submission__force__name")
    round = column("round", "submission.round.name", "submission__round__number")
    label = year_column("year")
    grid_link = link_column(
        "grid", "The grid of this return", "foisubmission_grid", "submission_id"
    )
    history = column("history", history_of)

    @admin.display(description="count")
    def typed(self, count: AnnualCount) -> str:
        entry = counts.entry_of(count)
        words = "zero, confirmed" if count.confirmed else entry_in_words(entry)
        return write_entry(entry) + (f" ({words})" if words else "")

    @admin.display(description="source", ordering="document__title")
    def source(self, count: AnnualCount) -> str:
        place = places_in_words(" ".join(filter(None, [count.sheet, count.cell])))
        where = str(count.document or "") or no_document(count.no_document_why)
        words = ": ".join(filter(None, [where, place]))
        if not count.document or not count.document.file:
            return words
        return link(reverse("admin:offences_annualcount_source", args=[count.pk]), words)


# Published figures


@register(RecordedFigure)
class RecordedFigureAdmin(Exports, StaffAdmin):
    list_display = ["place", "claim", "when", "as_written", "conflict", "coverage", "document"]
    list_filter = [ConflictFilter, "measure", "claim", "body_kind", "document__kind"]
    list_select_related = ["measure", "document"]
    search_fields = ["body", "place", "as_written", "period", "note", "document__title"]
    search_help_text = "A force or area, what was published, or a publication."
    autocomplete_fields = ["document"]

    annotations = {
        "place": area_or_body(),
        "contradicted": Exists(contradicting()),
        "other": Subquery(contradicting().order_by("-value").values("as_written")[:1]),
        "contradicting": number_of(contradicting(), "measure", "value", distinct=True),
    }

    place = column("force or area", "place", "place")
    when = column("year", year_of, "year")

    @admin.display(description="contradiction", ordering="contradicted")
    def conflict(self, figure) -> str:
        if not figure.contradicted:
            return ""
        more = figure.contradicting - 1
        were = f"and {more} more were" if more else "was"
        return f"{figure.other} {were} published too"

    @admin.display(description="forces", ordering="with_figures")
    def coverage(self, figure: RecordedFigure) -> str:
        if figure.with_figures is None:
            return ""
        return f"{figure.with_figures} of {figure.asked or '?'}"

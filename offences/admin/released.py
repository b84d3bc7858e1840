"""Figures and answers of a release, row by row, to look at."""

from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import Coalesce

from offences.admin.base import Exports, ReadOnlyAdmin, column
from offences.admin.site import register
from offences.models import Force, ReleasedFigure, ReleasedResponse
from offences.staff.areas import area_or_body
from offences.staff.figures import year_of


@register(ReleasedFigure)
class ReleasedFigureAdmin(Exports, ReadOnlyAdmin):
    list_display = ["place", "label", "claim", "state", "low", "high", "release", "source"]
    list_filter = ["release__measure", "release__number", "claim", "state", "body_kind"]
    list_select_related = ["release__measure"]
    search_fields = ["body", "place", "source", "as_written", "note"]
    search_help_text = "A force, another area, or a source."

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(place=area_or_body())

    place = column("area", "place", "place")
    label = column("year", year_of, "year")


@register(ReleasedResponse)
class ReleasedResponseAdmin(Exports, ReadOnlyAdmin):
    list_display = ["place", "round_name", "outcome", "reference", "has_file", "release"]
    list_filter = ["release__measure", "release__number", "outcome", "round_name"]
    list_select_related = ["release__measure"]
    search_fields = ["force", "place", "reference", "reason"]

    def get_queryset(self, request):
        area = Force.objects.filter(slug=OuterRef("force")).values("area")[:1]
        return super().get_queryset(request).annotate(place=Coalesce(Subquery(area), F("force")))

    place = column("force", "place", "place")

"""What of the breakdowns may be published, what is public already, and what a release hides."""

from collections.abc import Iterable
from dataclasses import dataclass

from django import forms
from django.contrib import admin
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path
from django.utils import timezone

from offences import releases
from offences.admin.base import Exports, StaffAdmin
from offences.admin.site import register
from offences.models import (
    AlreadyPublic,
    Breakdown,
    DisclosureRule,
    Document,
    DocumentKind,
    Force,
    Release,
)
from offences.releases.parts import FigureKey
from offences.statistics.years import Year


class RuleForm(forms.ModelForm):
    """A rule with breakdowns of its own measure alone."""

    class Meta:
        model = DisclosureRule
        fields = [
            *("measure", "breakdowns", "threshold", "national_under", "totals_public", "reason"),
        ]
        widgets = {"breakdowns": forms.CheckboxSelectMultiple}

    def clean(self):
        data = super().clean() or {}
        measure = data.get("measure")
        for breakdown in data.get("breakdowns") or ():
            if measure and breakdown.measure_id != measure.pk:
                self.add_error(
                    "breakdowns",
                    f"“{breakdown.name}” splits {breakdown.measure}. Tick those of {measure}.",
                )
        return data


@register(DisclosureRule)
class DisclosureRuleAdmin(Exports, StaffAdmin):
    """A rule is added, never changed: what was decided when stays to be seen."""

    form = RuleForm
    list_display = ["measure", "decided_at", "threshold", "what", "decided_by"]
    list_display_links = ["decided_at"]
    list_filter = ["measure"]
    list_select_related = ["measure", "decided_by"]
    search_fields = ["reason", "measure__name"]
    readonly_fields = ["decided_by", "decided_at"]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("breakdowns")

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        kwargs["queryset"] = (
            Breakdown.objects.exclude(kind="total")
            .select_related("measure")
            .order_by("measure__position", "position")
        )
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def has_change_permission(self, request, obj=None) -> bool:
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False

    def save_model(self, request, obj, form, change) -> None:
        obj.decided_by, obj.decided_at = request.user, timezone.now()
        super().save_model(request, obj, form, change)

    @admin.display(description="breakdowns published")
    def what(self, rule: DisclosureRule) -> str:
        return ", ".join(each.name for each in rule.breakdowns.all()) or "none"


@register(AlreadyPublic)
class AlreadyPublicAdmin(Exports, StaffAdmin):
    list_display = ["force", "label", "category", "value", "document"]
    list_filter = ["category__breakdown__measure", "category__breakdown__kind"]
    list_select_related = ["force", "category__breakdown", "document"]
    search_fields = ["force__name", "force__spellings__spelling", "document__title"]
    autocomplete_fields = ["force", "category", "document"]
    fields = ["force", "category", "year", "value", "document"]

    def has_change_permission(self, request, obj=None) -> bool:
        return False  # one that is wrong is taken out, and recorded anew

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "document":
            kwargs["queryset"] = Document.objects.filter(kind=DocumentKind.PUBLICATION)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def save_model(self, request, obj, form, change) -> None:
        obj.recorded_by, obj.recorded_at = request.user, timezone.now()
        super().save_model(request, obj, form, change)

    @admin.display(description="year", ordering="year")
    def label(self, row: AlreadyPublic) -> str:
        return str(Year(row.year))


@dataclass(frozen=True)
class HiddenRow:
    """One number that a release hides, and what can be worked out of everything public."""

    year: str
    category: str
    number: str  # what the records have: for staff alone
    range: str
    why: str


class HiddenPage:
    """The page of a release in preparation on what it hides. Mixed into its admin."""

    def get_urls(self):
        view = self.admin_site.admin_view  # type: ignore[attr-defined]
        page = path("<int:object_id>/hidden/", view(self.hidden), name="offences_release_hidden")
        return [page, *super().get_urls()]  # type: ignore[misc]

    def hidden(self, request: HttpRequest, object_id: int) -> HttpResponse:
        """What the release would hide, and what somebody could still work out."""
        release = self._seen_by(request, object_id)  # type: ignore[attr-defined]
        if release.approved_at:
            raise Http404("What an approved release hides is not in it.")
        context = {"title": f"What it hides: {release}", **hidden_page(release)}
        context["measure_rule"] = DisclosureRule.of(release.measure)
        return self.page_of(request, "hidden", release, **context)  # type: ignore[attr-defined]


def hidden_page(release: Release) -> dict[str, object]:
    """What a release that is being prepared would hide, and what the attack on it finds."""
    snapshot = releases.snapshot(release)
    hidden = snapshot.hidden
    ranges = hidden.ranges()
    names = dict(Force.objects.values_list("slug", "area"))
    called = {
        (each.breakdown, each.category): f"{each.breakdown_name}: {each.name}"
        for each in snapshot.categories
    }
    items = hidden.table.items if hidden.table else {}
    by_force: dict[str, list[HiddenRow]] = {}
    for place in _in_order(hidden.places, list(called)):
        item = items[place]
        by_force.setdefault(names.get(place.body, place.body), []).append(
            HiddenRow(
                year=str(Year(place.year)),
                category=called.get((place.breakdown, place.category), "Total"),
                number=_number(item.low, item.high),
                range=_number(ranges[place].low, ranges[place].high),
                why="small, or a young child" if place in hidden.small else "beside small ones",
            )
        )
    return {
        "rule": snapshot.disclosure,
        "hidden": sorted(by_force.items()),
        "small": len(hidden.small),
        "others": len(hidden.places - hidden.small),
        "open": hidden.open,
        "parts": len(snapshot.parts),
    }


def _in_order(places: Iterable[FigureKey], order: list[tuple[str, str]]) -> list[FigureKey]:
    position = {key: at for at, key in enumerate(order)}
    return sorted(
        places, key=lambda p: (p.body, -p.year, position.get((p.breakdown, p.category), -1))
    )


def _number(low: int, high: int | None) -> str:
    if high is None:
        return f"{low:,} or more"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"

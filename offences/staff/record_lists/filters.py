"""Filters of the lists of records."""

from collections.abc import Iterable
from typing import ClassVar

from django.contrib import admin
from django.db import models
from django.db.models import Count, Exists, Max, Min, Q

from offences.models import AnnualCount, FoiRound, FoiSubmission, Measure, ReleaseState
from offences.statistics.years import Year

ALL_ROUNDS = "all"


class ChoiceFilter(admin.SimpleListFilter):
    """A filter with a fixed set of choices: each has its words and its condition."""

    conditions: ClassVar[dict[str, tuple[str, Q]]]

    def lookups(self, request, model_admin):
        return [(value, words) for value, (words, _) in self.conditions.items()]

    def queryset(self, request, queryset):
        _, condition = self.conditions.get(self.value() or "", ("", Q()))
        return queryset.filter(condition)


def choice_filter(title: str, parameter: str, **conditions: tuple[str, Q]) -> type[ChoiceFilter]:
    """Make the filter of a list: each value of its parameter with its words and its condition."""
    fields = {"title": title, "parameter_name": parameter, "conditions": conditions}
    return type("ChoiceFilter", (ChoiceFilter,), fields)


def done_filter(title: str, parameter: str, at: str, **words: str) -> type[ChoiceFilter]:
    """Make a filter by whether a step was taken: first the rows without its date, then the rest."""
    states = (Q(**{at: None}), ~Q(**{at: None}))
    choices = {key: (words[key], state) for key, state in zip(words, states, strict=True)}
    return choice_filter(title, parameter, **choices)


class RoundFilter(admin.SimpleListFilter):
    """A filter by round, which can be taken off: a list opens at the round that is running."""

    title = "round"
    path: ClassVar[str]

    def lookups(self, request, model_admin):
        # To count what each choice would show, a list makes its filters several times over.
        if not hasattr(request, "rounds"):
            rows = FoiRound.objects.values_list("pk", "name")
            request.rounds = [(str(pk), name) for pk, name in rows]
        return request.rounds

    def get_facet_queryset(self, changelist):
        """How many rows each round has, of one reading: Django's would be one for each round."""
        others = changelist.get_queryset(
            self.request, exclude_parameters=self.expected_parameters()
        )
        rows = changelist.model._base_manager.filter(pk__in=others.order_by().values("pk"))
        found = dict(rows.values_list(self.path).annotate(Count("pk")))
        choices = enumerate(self.lookup_choices)
        return {f"{n}__c": found.get(int(round_), 0) for n, (round_, _) in choices}

    def choices(self, changelist):
        first, *rest = super().choices(changelist)
        first["query_string"] = changelist.get_query_string({self.parameter_name: ALL_ROUNDS})
        first["selected"] = self.value() in (None, ALL_ROUNDS)
        return [first, *rest]

    def queryset(self, request, queryset):
        pk = self.value() or ""
        return queryset.filter(**{self.path: int(pk)}) if pk.isdecimal() else queryset


def round_filter(path: str = "submission__round", parameter: str = "round") -> type[RoundFilter]:
    """Make the filter of a list by the round of its rows, which is at this path."""
    of = {"path": path, "parameter_name": parameter}
    return type("RoundFilter", (RoundFilter,), of)


def parameter_by_round(filters: Iterable[object]) -> str | None:
    """The parameter of the filter by round that a list has, or none."""
    classes = (each for each in filters if isinstance(each, type))
    return next((each.parameter_name for each in classes if issubclass(each, RoundFilter)), None)


# Counts and published figures


class CurrentFilter(admin.SimpleListFilter):
    title = "current or not"
    parameter_name = "standing"

    def lookups(self, request, model_admin):
        return [("retired", "removed or replaced"), ("all", "all")]

    def choices(self, changelist):
        first, *rest = super().choices(changelist)
        return [{**first, "display": "current"}, *rest]

    def queryset(self, request, queryset):
        match self.value():
            case "retired":
                return queryset.filter(retired_at__isnull=False)
            case "all":
                return queryset
        return queryset.current()


class YearFilter(admin.SimpleListFilter):
    title = "year"
    parameter_name = "year"

    def lookups(self, request, model_admin):
        # To count what each choice would show, a list makes its filters several times over.
        if not hasattr(request, "years_of_counts"):
            years = _years_of_counts(request.GET.get(CurrentFilter.parameter_name, ""))
            request.years_of_counts = [(str(y), str(Year(y))) for y in years]
        return request.years_of_counts

    def queryset(self, request, queryset):
        year = self.value() or ""
        return queryset.filter(year=int(year)) if year.isdecimal() else queryset


def _years_of_counts(which: str) -> list[int]:
    """The years of the counts that a list shows: current, removed or replaced, or all of them."""
    match which:
        case "retired":
            years = _years_of_retired()
        case "all":
            years = {*_years_in_force(), *_years_of_retired()}
        case _:
            years = {*_years_in_force()}
    return sorted(years, reverse=True)


def _years_of_retired() -> set[int]:
    """The years of counts that were removed or replaced: few, and in the index of who did it."""
    by_anybody = AnnualCount.objects.order_by().filter(retired_by__gt=0)
    return {*by_anybody.values_list("year", flat=True).distinct()}


def _years_in_force() -> list[int]:
    """The years that rounds ask for and that have counts in force, the newest first.

    Each is looked up in the index of counts by request, measure and year. To read the years off the
    counts, all of them would be read.
    """
    ends = FoiRound.objects.aggregate(first=Min("first_year"), last=Max("last_year"))
    if ends["last"] is None:
        return []
    asked = range(ends["last"], ends["first"] - 1, -1)
    any_row = FoiRound.objects.order_by("pk")[:1]
    (found,) = any_row.values_list(*(Exists(_counts_of(year)) for year in asked))
    return [year for year, has_counts in zip(asked, found, strict=True) if has_counts]


def _counts_of(year: int) -> models.QuerySet[AnnualCount]:
    asked = FoiSubmission.objects.filter(
        round__first_year__lte=year, round__last_year__gte=year
    ).order_by()
    measures = Measure.objects.order_by()
    return AnnualCount.objects.current().filter(
        submission__in=asked, measure__in=measures, year=year
    )


MarkerFilter = choice_filter(
    "marker",
    "marker",
    plain=("a plain number", Q(state="value", period_start=None, doubt="")),
    zero=("zero, confirmed", Q(value=0, confirmed=True)),
    open=("zero, not confirmed", Q(value=0, confirmed=False)),
    suppressed=("withheld, as a range", Q(state="suppressed")),
    part=("part of a year", Q(period_start__isnull=False)),
    provisional=("provisional", Q(provisional=True)),
    estimated=("estimated", Q(estimated=True)),
    doubt=("in doubt", ~Q(doubt="")),
    not_held=("not held", Q(state="not_held")),
    not_available=("not available", Q(state="not_available")),
    refused=("refused", Q(state="refused")),
    blank=("left blank", Q(state="blank")),
)


ConflictFilter = choice_filter(
    "contradiction",
    "contradicted",
    yes=("published differently elsewhere", Q(contradicted=True)),
    no=("not contradicted", Q(contradicted=False)),
)


CountsStateFilter = choice_filter(
    "state of the counts",
    "state",
    none=("not entered", Q(entered_at=None)),
    entered=("entered, to check", Q(entered_at__isnull=False, checked_at=None)),
    checked=("checked", Q(checked_at__isnull=False)),
)


# Releases and texts


ReleaseStateFilter = choice_filter(
    "state", "state", **{value: (label, Q(state=value)) for value, label in ReleaseState.choices}
)


IssueFilter = choice_filter(
    "state",
    "state",
    draft=("draft", Q(issued_at=None, edited_at=None)),
    edited=("edited", Q(issued_at=None, edited_at__isnull=False)),
    issued=("issued", Q(issued_at__isnull=False)),
)


SendingStateFilter = choice_filter(
    "state",
    "state",
    waiting=("reserved, not sent yet", Q(started_at=None)),
    unsure=("may have arrived", Q(started_at__isnull=False, sent_at=None)),
    sent=("sent", Q(sent_at__isnull=False)),
)


# Contacts


ReachedByFilter = choice_filter(
    "how it is reached",
    "by",
    email=("by e-mail", ~Q(email="")),
    phone=("by telephone only", Q(email="")),
)


CoverageFilter = choice_filter(
    "what it covers",
    "covers",
    country=("the whole country", Q(forces=None)),
    # Not by a join, which would list a contact once for each of its forces.
    forces=("some forces", ~Q(forces=None)),
)


WrittenToFilter = done_filter(
    "whether they may be written to", "may", "stopped_on", yes="yes", no="asked us to stop"
)

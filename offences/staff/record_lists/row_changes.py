"""What the history of records shows of a change: its record by name, its reason, its values."""

import datetime as dt
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from django.apps import apps
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.db.models import JSONField, Max, Min, Model, QuerySet
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.text import Truncator, capfirst

from offences.history.triggers import recorded_models
from offences.models import ChangeKind, RowChange, SendBack
from offences.staff.record_lists.columns import link
from offences.statistics.notation import MONTHS

SHORT = 60
FEW = 4
NAMED = 4  # tables: each is asked by a query of its own, and a page may show changes of forty


@cache
def tables() -> dict[str, type[Model]]:
    """The recorded models by the names of their tables."""
    return {model._meta.db_table: model for model in recorded_models()}


def table_name(table: str) -> str:
    model = tables().get(table)
    return capfirst(str(model._meta.verbose_name)) if model else table


def _required_relations(model: type[Model], deep: int = 2) -> list[str]:
    """The relations to fetch with a record, because its name may use them."""
    found: list[str] = []
    for field in model._meta.concrete_fields if deep else ():
        if field.related_model and not field.null:
            theirs = _required_relations(field.related_model, deep - 1)
            found += [field.name, *(f"{field.name}__{each}" for each in theirs)]
    return found


NAMED_BY: dict[type[Model], tuple[str, ...]] = {
    SendBack: ("submission__force", "submission__round", "release__measure")
}
"""Relations that may be empty, of records that are named by them."""


def _named(model: type[Model]) -> QuerySet:
    # No name is made of a document of ours, and that of a text can be a megabyte.
    inside = [f.name for f in model._meta.concrete_fields if isinstance(f, JSONField)]
    rows = model._base_manager.defer(*inside)
    related = [*_required_relations(model), *NAMED_BY.get(model, ())]
    return rows.select_related(*related) if related else rows


def record_names(changes: Iterable[RowChange]) -> Mapping[tuple[str, str], str]:
    """The names of the records that are still there, of the tables with most of the changes."""
    rows: dict[str, set[str]] = defaultdict(set)
    known = tables()
    named = Counter[str]()
    for change in changes:
        if change.table in known and known[change.table].__str__ is not Model.__str__:
            rows[change.table].add(change.row)
            named[change.table] += 1
    return {
        (table, str(record.pk)): Truncator(record).chars(SHORT)
        for table, _ in named.most_common(NAMED)
        for record in _named(known[table]).filter(pk__in=rows[table])
    }


def record_of(change: RowChange) -> str:
    """The record by its table, number and name, with a link where it has a page."""
    at = (change.table, change.row)
    in_list = vars(change).get("names")
    names = record_names([change]) if in_list is None else in_list
    name = f": {names[at]}" if at in names else ""
    words = f"{table_name(change.table)} {change.row}{name}"
    model = tables().get(change.table)
    if model is None or change.kind == ChangeKind.REMOVED:
        return words
    user = apps.get_model("auth", "User")
    page = "person" if model is user else f"{model._meta.app_label}_{model._meta.model_name}_change"
    try:
        return link(reverse(f"admin:{page}", args=[change.row]), words)
    except NoReverseMatch:  # a table without a list
        return words


def reason_of(change: Any) -> str:
    """What the person typed as the reason; else what the page noted of the step."""
    noted = json.loads(change.noted or "{}").get("change_message", "")
    return change.why or LogEntry(change_message=noted).get_change_message()


def _shown(value: object) -> str:
    return "–" if value in (None, "") else str(value)


def differences(change: RowChange, most: int | None = None) -> str:
    """Each column that changed, before and after."""
    if most is not None and change.kind != ChangeKind.CHANGED:
        return ""
    lines = [
        (name.removesuffix("_id").replace("_", " "), _shown(before), _shown(after))
        for name, before, after in change.values
    ]
    if most is None:
        return format_html_join("", "<p><strong>{}</strong>: {} → {}</p>", lines)
    short = [[Truncator(text).chars(SHORT) for text in line] for line in lines[:most]]
    words = [f"{name}: {before} → {after}" for name, before, after in short]
    return "; ".join([*words, f"{len(lines) - most} more"] if len(lines) > most else words)


class WhenFilter(admin.SimpleListFilter):
    """By year and then month, of which the first and the last change are asked alone.

    To list the dates that have changes, as Django does, all changes of all years would be read.
    """

    title = "when"
    parameter_name = "when"

    def lookups(self, request, model_admin):
        # One by one: of both at once SQLite reads every row.
        span = [RowChange.objects.aggregate(at=end("at"))["at"] for end in (Min, Max)]
        if None in span:
            return []
        first, last = (timezone.localtime(at).year for at in span)
        chosen, _ = self._chosen()
        return [
            choice
            for year in range(last, first - 1, -1)
            for choice in [(str(year), str(year)), *(_months(year) if year == chosen else ())]
        ]

    def _chosen(self) -> tuple[int, int]:
        """The year and the month; 0 where none is chosen."""
        found = re.fullmatch(r"([12][0-9]{3})(?:-(0[1-9]|1[0-2]))?", self.value() or "")
        return (int(found[1]), int(found[2] or 0)) if found else (0, 0)

    def queryset(self, request, queryset):
        year, month = self._chosen()
        if not year:
            return queryset
        after = (year, month + 1) if 0 < month < 12 else (year + 1, 1)
        zone = timezone.get_current_timezone()
        first, end = (dt.datetime(*of, 1, tzinfo=zone) for of in ((year, month or 1), after))
        return queryset.filter(at__gte=first, at__lt=end)

    def get_facet_counts(self, pk_attname, filtered_qs):
        return {}


def _months(year: int) -> list[tuple[str, str]]:
    return [(f"{year}-{n:02}", f"{name} {year}") for n, name in enumerate(MONTHS, 1)]


class TableFilter(admin.SimpleListFilter):
    title = "table"
    parameter_name = "of"

    def lookups(self, request, model_admin):
        return sorted(((name, table_name(name)) for name in tables()), key=lambda each: each[1])

    def queryset(self, request, queryset):
        return queryset.filter(table=self.value()) if self.value() else queryset

    def get_facet_counts(self, pk_attname, filtered_qs):
        return {}

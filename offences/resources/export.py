"""The export of every list: names for relations, no formulas, a fixed number of queries."""

import re
from typing import Any

from django.db import models
from import_export.fields import Field
from import_export.resources import ModelResource, modelresource_factory

from offences import counts
from offences.models import AnnualCount
from offences.resources.columns import ManyColumn, NamesColumn
from offences.statistics.notation import write_entry
from offences.statistics.years import Year

# The columns that name a row of a table to people and to other tables.
NAMED_BY = {
    "Breakdown": ("measure", "slug"),
    "Campaign": ("slug",),
    "CampaignEvent": ("slug",),
    "Category": ("breakdown", "slug"),
    "Document": ("title",),
    "FoiRound": ("slug",),
    "FoiSubmission": ("round", "force", "number"),
    "Force": ("slug",),
    "Measure": ("slug",),
    "Offence": ("code",),
    "PressRelease": ("event", "id"),
    "Release": ("measure", "number"),
    "User": ("username",),
}
_RUNS = r"[=+\-@\t\r]"


def escape(value: object) -> object:
    """A text that a program would run with a “'” before it, as one that has such a sign itself."""
    if isinstance(value, str) and re.match(f"'*{_RUNS}", value):
        return f"'{value}"
    return value


def unescape(text: str) -> str:
    """The text of a cell without spaces around it and without the apostrophe of `escape`."""
    if "'" in text and re.match(rf"\s*'+{_RUNS}", text):
        text = text.lstrip()[1:]
    return text.strip()


class SafeResource(ModelResource):
    """A list without formulas."""

    def export_field(self, field, instance, **kwargs):
        return escape(super().export_field(field, instance, **kwargs))

    def get_queryset(self):
        return related(super().get_queryset(), self)

    def export(self, queryset=None, **kwargs):
        if queryset is not None:
            queryset = related(queryset, self)
        return super().export(queryset=queryset, **kwargs)


def related(queryset: models.QuerySet, resource: ModelResource) -> models.QuerySet:
    """The rows with everything that their columns read, in a few queries."""
    fields = [f for f in resource.fields.values() if f.attribute]
    paths = {f.attribute.rpartition("__")[0] for f in fields} - {""}
    if paths:
        queryset = queryset.select_related(*sorted(paths))
    many = (f.reads or f.attribute for f in fields if isinstance(f, ManyColumn | NamesColumn))
    return queryset.prefetch_related(*many)


def _paths(model: type[models.Model], names: tuple[str, ...], before: str = "") -> list[str]:
    """The columns that name a row: its own, and those of the rows it belongs to."""
    found = []
    for name in names:
        field = model._meta.get_field(name)
        target = field.related_model if field.is_relation else None
        if isinstance(target, type) and (named := NAMED_BY.get(target.__name__)):
            found += _paths(target, named, f"{before}{name}__")
        else:
            found.append(f"{before}{name}")
    return found


def every_column(model: type[models.Model]) -> type[ModelResource]:
    """The resource of a list that is only exported: every column, related rows by their names."""
    names = [f.name for f in model._meta.concrete_fields if f.name != "id"]
    return modelresource_factory(
        model=model,
        resource_class=SafeResource,
        meta_options={"fields": _paths(model, tuple(names)), "force_native_type": True},
    )


class CountResource(SafeResource):
    """Counts in the long format of docs/spreadsheet.md: an export can be uploaded again."""

    force = Field(attribute="submission__force__slug", readonly=True)
    round = Field(attribute="submission__round__slug", readonly=True)
    request = Field(attribute="submission__number", readonly=True)
    measure = Field(attribute="measure__slug", readonly=True)
    breakdown = Field(attribute="category__breakdown__slug", readonly=True)
    category = Field(attribute="category__slug", readonly=True)
    year = Field(readonly=True)
    value = Field(readonly=True)
    note = Field(attribute="note", readonly=True)
    doubt = Field(attribute="doubt", readonly=True)
    document = Field(attribute="document__title", readonly=True)
    sheet = Field(attribute="sheet", readonly=True)
    cell = Field(attribute="cell", readonly=True)
    as_written = Field(attribute="as_written", readonly=True)

    class Meta:
        force_native_type = True

    def dehydrate_year(self, count: AnnualCount) -> str:
        return Year(count.year).label

    def dehydrate_value(self, count: AnnualCount) -> int | str:
        entry = counts.entry_of(count)
        written = write_entry(entry)
        return entry.value if entry.value is not None and written == f"{entry.value:,}" else written


# In Meta, it would add a column for every field.
_with_options: Any = CountResource
_with_options._meta.model = AnnualCount

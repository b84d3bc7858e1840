"""Columns of the lists of records."""

from collections.abc import Callable
from operator import attrgetter
from typing import Any

from django.contrib import admin
from django.db.models import Count, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.html import format_html

from offences.models import Outgoing, RecordedFigure
from offences.staff.names import who_and_when
from offences.staff.today.queues import list_of
from offences.statistics.years import Year


def column(title: str, value: str | Callable[[Any], object], ordering: str = "") -> Any:
    """Make a column of a list: an attribute of its row, by its path, or a function of the row."""
    read = attrgetter(value) if isinstance(value, str) else value

    def show(self, row):
        return read(row)

    return admin.display(description=title, ordering=ordering or None)(show)


def year_column(title: str, name: str = "year") -> Any:
    return column(title, lambda row: str(Year(getattr(row, name))), name)


def year_shown(name: str, title: str) -> Callable[[Any], str]:
    """Make what a page to look at shows of a year."""

    @admin.display(description=title)
    def show(row) -> str:
        start = getattr(row, name)
        return str(Year(start)) if start else "-"

    return show


def by_and_at(title: str, step: str, ordering: str = "") -> Any:
    """Make the column that says who took a step of the row, and when."""
    by, at = attrgetter(f"{step}_by"), attrgetter(f"{step}_at")
    return column(title, lambda row: who_and_when(by(row), at(row)), ordering)


def link(address: str, words: object) -> str:
    return format_html('<a href="{}">{}</a>', address, words)


def link_column(title: str, words: str, page: str, *ids: str) -> Any:
    """Make a column that leads to a page about the row; `ids` are the attributes in its address."""

    def to_page(row) -> str:
        args = [attrgetter(name)(row) for name in ids or ["pk"]]
        return link(reverse(f"admin:offences_{page}", args=args), words)

    return column(title, to_page)


def count_link(title: str, count: str, table: str, by: str) -> Any:
    """Make a column that counts the rows of another list and leads to them."""

    def to_list(row) -> str:
        return link(list_of(table, **{by: row.pk}), getattr(row, count))

    return column(title, to_list, count)


def number_of(rows: QuerySet, by: str, what: str = "pk", *, distinct: bool = False) -> Coalesce:
    """Count rows that refer to the outer one: by subquery, as joined counts would multiply."""
    counted = rows.order_by().values(by).annotate(n=Count(what, distinct=distinct)).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def contradicting() -> QuerySet[RecordedFigure]:
    """Other figures with the same key and a different value: only one of them can be right."""
    key = ("measure", "claim", "body_kind", "body", "year", "period", "category")
    return RecordedFigure.objects.filter(**{name: OuterRef(name) for name in key}).exclude(
        Q(value=OuterRef("value")) | Q(value__isnull=True)
    )


@admin.display(description="letter")
def letter_text(_: object, sent: Outgoing) -> str:
    return format_html('<pre class="letter-text">{}</pre>', sent.body)

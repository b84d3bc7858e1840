"""Pages of a list, however many rows its table has: the keys of a page are found first.

To sort a table with all its columns for the hundred rows of a page takes a second at a million
rows. Sorted are keys alone, and only those of the records that the page is about where the order
begins with one: the figures of a release, the texts of an event.
"""

from collections.abc import Iterator
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, ForeignKey, QuerySet
from django.utils.functional import cached_property

FEW = 500  # records that are asked for by their keys


class LargePaginator(Paginator):
    """The pages of a list whose rows are counted by the record that their order begins with."""

    object_list: QuerySet[Any]

    @cached_property
    def count(self) -> int:
        return super().count if self._first is None else sum(self._numbers.values())

    def page(self, number: Any) -> Page[Any]:
        number = self.validate_number(number)
        start = (number - 1) * self.per_page
        rows, before = self._rows_around(start)
        keys = rows.values("pk")[start - before : start - before + self.per_page]
        return Page(self.object_list.filter(pk__in=keys), number, self)

    def _rows_around(self, start: int) -> tuple[QuerySet[Any], int]:
        """Rows among which are those of the page, and the number of rows before them."""
        if self._first is None:
            return self.object_list, 0
        before, passed, inside = 0, 0, []
        for key in self._groups():
            if passed >= start + self.per_page:
                break
            passed += self._numbers[key]
            if passed > start:
                inside.append(key)
            else:
                before = passed
        return self.object_list.filter(**{f"{self._first.name}__in": inside}), before

    @cached_property
    def _first(self) -> Any:
        """The relation that the order begins with, if each row has one."""
        query = self.object_list.query
        if not query.order_by or query.distinct or query.group_by is not None:
            return None
        return self._relations().get(str(query.order_by[0]).removeprefix("-"))

    def _relations(self) -> dict[str, Any]:
        fields = self.object_list.model._meta.concrete_fields
        return {f.name: f for f in fields if isinstance(f, ForeignKey) and not f.null}

    @cached_property
    def _numbers(self) -> dict[Any, int]:
        """How many rows are of each record."""
        by = self.object_list.order_by().values_list(self._first.attname)
        return dict(by.annotate(Count("pk")))

    def _groups(self) -> Iterator[Any]:
        """The records in order, of which there are rows."""
        records = self._first.related_model._base_manager.all()
        if len(self._numbers) <= FEW:
            records = records.filter(pk__in=self._numbers)
        order = self._first.related_model._meta.ordering or ["pk"]
        records = records.order_by(*order, "pk")
        if str(self.object_list.query.order_by[0]).startswith("-"):
            records = records.reverse()
        keys = records.values_list("pk", flat=True)
        return (key for key in keys.iterator() if key in self._numbers)

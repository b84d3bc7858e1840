"""Lists whose address asks for what they cannot answer are shown whole, with a sentence."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import FieldError, SuspiciousOperation, ValidationError
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

NO_SUCH_FILTER = (
    "The address asked for a filter, a search or a page that this list does not have. This is the "
    "whole list."
)
MOST_WORDS = 40
"""Words to search for at once: each is looked for in every column that is searched."""

UNREADABLE = (
    *(IncorrectLookupParameters, SuspiciousOperation, ValidationError, FieldError, DatabaseError),
    *(ValueError, TypeError, OverflowError, IndexError, RecursionError),
)
"""What the admin, the fields and the databases raise about values that they cannot take."""


class UnreadableAddress(Exception):
    """An address asks a list for what it cannot answer."""


@contextmanager
def read_address(request: HttpRequest) -> Iterator[None]:
    """Read what the address asks for: an UnreadableAddress if it cannot be answered."""
    try:
        yield
    except UNREADABLE as error:
        if not request.META.get("QUERY_STRING"):  # it is not the address that is wrong
            raise
        raise UnreadableAddress from error


class AnyAddress(admin.ModelAdmin):
    """A list that takes any address: what it cannot answer leads to the whole list."""

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        with read_address(request):
            return super().get_changelist_instance(request)

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        try:
            return super().changelist_view(request, extra_context)
        except UnreadableAddress:
            messages.warning(request, NO_SUCH_FILTER)
            return redirect(request.path)

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> Any:
        if len(search_term.split()) > MOST_WORDS:
            raise IncorrectLookupParameters
        return super().get_search_results(request, queryset, search_term)

"""Questions about releases whose SQL is written once: on a page it costs the most."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from django.db import connections, router
from django.db.models import QuerySet

from offences.models import Release

type Ask = Callable[[Sequence[int], str], QuerySet]
"""A query about releases with these keys, and about a body with this address."""

BODY = "\0body"
"""Stands in the written question for the address of a body, as a negative key for a release."""


def ask(question: Ask, releases: Sequence[Release], body: str = "") -> list[tuple]:
    """The rows that answer a question, as the database gives them."""
    if not releases:
        return []
    given: dict[Any, Any] = {-n: each.pk for n, each in enumerate(releases, start=1)}
    given[BODY] = body
    connection = connections[router.db_for_read(Release)]
    sql, parameters = _written(connection.vendor, question, len(releases))
    with connection.cursor() as cursor:
        cursor.execute(sql, [given.get(each, each) for each in parameters])
        return cursor.fetchall()


@cache
def _written(_database: str, question: Ask, releases: int) -> tuple[str, tuple]:
    return question(range(-1, -1 - releases, -1), BODY).query.sql_with_params()

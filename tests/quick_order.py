"""Django's ORDER BY by names, without a look at every column that is selected.

For each ordered query Django hashes all selected columns, in case the order names one of these
expressions: a tenth of what a page of staff costs. An order by names of fields can mean none of
them, unless one was given a name of its own.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from django.db.models.sql.compiler import SQLCompiler

_order_by_pairs = SQLCompiler._order_by_pairs


def _is_by_fields(compiler: SQLCompiler) -> bool:
    query = compiler.query
    if query.combinator or query.extra_order_by or any(name for *_, name in compiler.select or ()):
        return False
    ordering = query.order_by
    if query.default_ordering and not ordering:
        ordering = query.get_meta().ordering
    return all(isinstance(each, str) for each in ordering)


def _pairs(compiler: SQLCompiler) -> Iterator[tuple]:
    selected = compiler.select
    if _is_by_fields(compiler):
        compiler.select = []
    try:
        yield from _order_by_pairs(compiler)
    finally:
        compiler.select = selected


@contextmanager
def ordering_by_names() -> Iterator[None]:
    with patch.object(SQLCompiler, "_order_by_pairs", _pairs):
        yield

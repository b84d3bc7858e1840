"""Many new rows of a table at once.

Django's own way makes an object of every row and prepares each of its fields by itself: for twenty
thousand counts ten times the work of the database, which checks the same rules either way.
"""

from collections.abc import Mapping, Sequence
from itertools import batched, chain, groupby
from typing import Any

from django.db import connection, models

A_STATEMENT = 500  # rows


def insert_rows(model: type[models.Model], rows: Sequence[Mapping[str, object]]) -> None:
    """Insert rows, each by the names of its columns; a field that a row has not is its default."""
    if not rows:
        return
    fields = [field for field in model._meta.concrete_fields if not field.primary_key]
    columns = []
    for field in fields:
        name, default = field.attname, field.get_default()
        columns.append(_stored(field, [row.get(name, default) for row in rows]))
    quote = connection.ops.quote_name
    names = ", ".join(quote(str(field.column)) for field in fields)
    into = f"INSERT INTO {quote(model._meta.db_table)} ({names})"
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # One statement: a row each would be planned anew each time.
            arrays = ", ".join(f"%s::{_type(field)}[]" for field in fields)
            cursor.execute(f"{into} SELECT * FROM unnest({arrays})", columns)
        else:
            # SQLite notes how each statement is undone, as the table has triggers: of one for each
            # row that takes three times as long as all else.
            may_have = connection.features.max_query_params or A_STATEMENT * len(fields)
            most = min(A_STATEMENT, may_have // len(fields))
            parts = list(batched(zip(*columns, strict=True), most))
            for number, same in groupby(parts, key=len):
                marks = f"({', '.join(['%s'] * len(fields))})"
                values = ", ".join([marks] * number)
                parameters = [list(chain.from_iterable(part)) for part in same]
                cursor.executemany(f"{into} VALUES {values}", parameters)


def _stored(field: models.Field, values: Sequence[Any]) -> list[object]:
    """The values as the database takes them. Most occur many times, and are prepared once."""
    known = {value: field.get_db_prep_save(value, connection) for value in set(values)}
    return [known[value] for value in values]


def _type(field: models.Field) -> str:
    """Its type without a length: a cast to one would cut a text that is too long, unsaid."""
    return str(field.db_type(connection)).partition("(")[0]

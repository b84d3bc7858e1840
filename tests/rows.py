"""The rows of the test database: read once, and put back instead of being made again.

A test that commits leaves what it wrote. Django would empty every table afterwards, what migrations
put there included, and bring that back object by object; here each table that changed gets its rows
again, with their old keys. The demonstration is loaded by its command once in a process.
"""

import io

from django.core.management import call_command
from django.db import connection, transaction
from django.test import TransactionTestCase

Rows = dict[str, list[tuple]]

_migrated: Rows = {}
_demo: Rows = {}


def _rows_of(table: str) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)} ORDER BY 1")
        return cursor.fetchall()


def taken() -> Rows:
    """All rows of all tables, as they are now."""
    tables = sorted(connection.introspection.django_table_names(include_views=False))
    return {table: _rows_of(table) for table in tables}


def put(kept: Rows) -> None:
    """Give every table these rows and no other; a table that has them is left alone.

    Foreign keys are looked at when the transaction ends, so the order of the tables is no matter.
    """
    name = connection.ops.quote_name
    with transaction.atomic(), connection.cursor() as cursor:
        changed = [table for table, rows in kept.items() if not rows or _rows_of(table) != rows]
        for table in changed:
            cursor.execute(f"DELETE FROM {name(table)}")
        for table in changed:
            if rows := kept[table]:
                places = ", ".join(["%s"] * len(rows[0]))
                cursor.executemany(f"INSERT INTO {name(table)} VALUES ({places})", rows)


def keep_migrated() -> None:
    """Note what a new test database holds; this is what stands before every test."""
    _migrated.update(taken())


def migrated() -> Rows:
    """What migrations put there."""
    return _migrated


def demo() -> None:
    """The demonstration, where nothing else stands: loaded by its command, then copied."""
    if taken() != _migrated:
        raise AssertionError("The demonstration stands in a database by itself.")
    if _demo:
        put(_demo)
    else:
        call_command("demo", stdout=io.StringIO())
        _demo.update(taken())


def _put_back(test: TransactionTestCase) -> None:
    put(_migrated)


# Django's own would empty every table. A TestCase rolls back instead, by a method of its own.
TransactionTestCase._fixture_teardown = _put_back

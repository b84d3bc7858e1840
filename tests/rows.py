"""The rows of the test database: read once, and put back instead of being made again.

A test that commits leaves what it wrote. Django would empty every table afterwards, what migrations
put there included, and bring that back object by object; here each table that changed gets its rows
again, with their old keys. The demonstration is loaded by its command once in a run on each kind of
database, and a made-up world is made once in a process by its own steps.
"""

import copy
import fcntl
import io
import os
import pickle
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from functools import cache
from pathlib import Path

from django.apps import apps
from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations import RunPython, RunSQL
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.test import TransactionTestCase

from tests.samples import is_drill

Rows = dict[str, list[tuple]]

_migrated: Rows = {}
_demo: Rows = {}
_left: list[tuple[Path, ExitStack]] = []
"""The file that this process leaves its migrated database in, and those who wait for it."""
_kept: dict[str, tuple[list[tuple[str, bool, list[tuple]]], object]] = {}
"""Of a world: its tables, whether a table is emptied first, its rows; and what a test is given."""


@cache
def _columns(table: str) -> list[str]:
    """The quoted columns of a table, its key first: an upgrade may leave them in another order."""
    models = apps.get_models(include_auto_created=True)
    of = next(model._meta for model in models if model._meta.db_table == table)
    columns = [of.pk.column, *(f.column for f in of.concrete_fields if f is not of.pk)]
    return [connection.ops.quote_name(column) for column in columns]


def _rows_of(table: str) -> list[tuple]:
    with connection.cursor() as cursor:
        columns = ", ".join(_columns(table))
        cursor.execute(f"SELECT {columns} FROM {connection.ops.quote_name(table)} ORDER BY 1")
        return cursor.fetchall()


def taken() -> Rows:
    """All rows of all tables, as they are now."""
    tables = sorted(connection.introspection.django_table_names(include_views=False))
    return {table: _rows_of(table) for table in tables}


def _insert(table: str, rows: list[tuple]) -> None:
    if rows:
        places = ", ".join(["%s"] * len(rows[0]))
        with connection.cursor() as cursor:
            name = connection.ops.quote_name(table)
            columns = ", ".join(_columns(table))
            cursor.executemany(f"INSERT INTO {name} ({columns}) VALUES ({places})", rows)


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
            _insert(table, kept[table])


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
    if not _demo:
        _demo.update(_shared("demo", _load_demo))
        put(_demo)
        _number_on(_demo)
    put(_demo)


def _number_on(kept: Rows) -> None:
    """New rows get keys after those of these rows, which another process may have made.

    PostgreSQL counts by itself, and not by the keys that it is given; its counters only go up here,
    because a world that was kept has keys from an earlier count.
    """
    if connection.vendor != "postgresql":
        return
    name = connection.ops.quote_name
    with connection.cursor() as cursor:
        for table in kept:
            for each in connection.introspection.get_sequences(cursor, table):
                newest = f"(SELECT max({name(each['column'])}) FROM {name(table)})"
                sql = f"SELECT setval(%s, greatest(nextval(%s), {newest}))"
                cursor.execute(sql, [name(each["name"])] * 2)


def _load_demo() -> Rows:
    call_command("demo", add_to_this_database=True, stdout=io.StringIO())
    return taken()


def _shared(name: str, make: Callable[[], Rows]) -> Rows:
    """What `make` makes, once for all processes of a run on the same kind of database."""
    if "TEST_ROWS" not in os.environ:  # one process by itself
        return make()
    with _alone_with(name) as file:
        if not file.exists():
            file.write_bytes(pickle.dumps(make()))
        return pickle.loads(file.read_bytes())


@contextmanager
def _alone_with(name: str) -> Iterator[Path]:
    """A file of all processes of a run, which the others wait for."""
    file = Path(os.environ["TEST_ROWS"]) / f"{connection.vendor}-{name}"
    with file.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield file


def make_of_models() -> None:
    """Have the SQLite database made of the models, a fifth of what its migrations cost.

    They come to the same tables: no migration moves rows, and `make check` finds none missing. The
    PostgreSQL of a run is migrated, and in a drill SQLite is, too.
    """
    if connection.vendor == "sqlite" and not is_drill():
        connection.settings_dict["TEST"]["MIGRATE"] = False


def note_migrations() -> None:
    """Have a database that was made of the models say that it is migrated."""
    recorder = MigrationRecorder(connection)
    recorder.ensure_schema()
    loader = MigrationLoader(connection)
    own = [m for (app, _), m in loader.disk_migrations.items() if app == "offences"]
    steps = [step for m in own for step in m.operations if isinstance(step, (RunPython, RunSQL))]
    if any(step.hints.get("fills", True) for step in steps):
        raise AssertionError("A migration writes rows: let make_of_models migrate SQLite, too.")
    for migration in sorted(loader.disk_migrations.keys() - loader.applied_migrations.keys()):
        recorder.record_applied(*migration)


@contextmanager
def migrated_once() -> Iterator[Path | None]:
    """A copy of the SQLite database that a process of this run migrated.

    There is none for the first process: it migrates, and the others wait until it leaves a copy.
    """
    if connection.vendor != "sqlite" or "TEST_ROWS" not in os.environ:
        yield None
        return
    with ExitStack() as waiting:
        file = waiting.enter_context(_alone_with("migrated"))
        copied = None
        if file.exists():
            copied = Path(shutil.copyfile(file, connection.settings_dict["TEST"]["NAME"]))
        else:
            _left.append((file, waiting.pop_all()))
    yield copied
    _let_others_go()


def leave_migrated() -> None:
    """Leave a copy of the SQLite database as migrations made it to the processes that wait."""
    if _left:
        file, _ = _left[0]
        with closing(sqlite3.connect(file)) as copied:
            connection.connection.backup(copied)
    _let_others_go()


def _let_others_go() -> None:
    while _left:
        _left.pop()[1].close()


def kept[T](name: str, make: Callable[[], T]) -> T:
    """What `make` makes; the next time under this name its rows and a copy of what it returned.

    It is asked for where the same rows stand each time: none, or those of another such world.
    """
    if name not in _kept:
        before = taken()
        made = make()
        changed = []
        for table, rows in taken().items():
            old = before[table]
            if rows != old:
                is_more = rows[: len(old)] == old
                changed.append((table, not is_more, rows[len(old) :] if is_more else rows))
        _kept[name] = changed, copy.deepcopy(made)
        return made
    tables, made = _kept[name]
    with transaction.atomic(), connection.cursor() as cursor:
        for table, is_emptied, _ in tables:
            if is_emptied:
                cursor.execute(f"DELETE FROM {connection.ops.quote_name(table)}")
        for table, _, rows in tables:
            _insert(table, rows)
    return copy.deepcopy(made)


def _put_back(test: TransactionTestCase) -> None:
    put(_migrated)


# Django's own would empty every table. A TestCase rolls back instead, by a method of its own.
TransactionTestCase._fixture_teardown = _put_back

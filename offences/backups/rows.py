"""The rows of each table as lines of JSON, which any database can take back."""

import base64
import datetime as dt
import json
from collections.abc import Iterable
from decimal import Decimal
from itertools import batched
from typing import IO, Any
from uuid import UUID

from django.apps import apps
from django.apps.registry import Apps
from django.core.management.color import no_style
from django.db import connection, models
from django.db.migrations.executor import MigrationExecutor
from django.utils.duration import duration_iso_string

from offences.history.triggers import stop_recording

AT_ONCE = 1000
# Who is logged in, and work that was waiting: after a restore people log in and ask again.
# So do links: one that was taken back since would open again.
LEFT_OUT = {"sessions", "django_tasks_db"}
LEFT_OUT_MODELS = {"offences.linkkey"}


def stored_models(registry: Apps = apps) -> list[type[models.Model]]:
    """The models whose rows a backup holds, with the tables between two of them."""
    return [
        model
        for model in registry.get_models(include_auto_created=True)
        if model._meta.app_label not in LEFT_OUT and model._meta.managed and not model._meta.proxy
        if model._meta.label_lower not in LEFT_OUT_MODELS
    ]


def fields_of(model: type[models.Model]) -> list[models.Field]:
    return [each for each in model._meta.concrete_fields if not each.generated]


def write_rows(model: type[models.Model], file: IO[bytes]) -> int:
    """Write a table: a line with the names of its columns, then one for each row; their number."""
    fields = fields_of(model)
    names = [each.attname for each in fields]
    file.write(_line(names))
    kept_as_is = [isinstance(each, models.JSONField) for each in fields]
    number = 0
    rows = model._base_manager.order_by("pk").values_list(*names)
    for row in rows.iterator(chunk_size=AT_ONCE):
        number += 1
        pairs = zip(row, kept_as_is, strict=True)
        file.write(_line([value if as_is else _plain(value) for value, as_is in pairs]))
    return number


def _line(values: list[Any]) -> bytes:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _plain(value: Any) -> Any:
    """A value of a column as JSON can hold it, to the last microsecond."""
    match value:
        case dt.datetime() | dt.date() | dt.time():
            return value.isoformat()
        case dt.timedelta():
            return duration_iso_string(value)
        case Decimal() | UUID():
            return str(value)
        case bytes() | memoryview():
            return base64.b64encode(bytes(value)).decode()
    return value


def read_rows(model: type[models.Model], file: IO[bytes]) -> int:
    """Store the rows of a table as they were; return how many."""
    names = json.loads(file.readline())
    fields = {each.attname: each for each in fields_of(model)}
    for each in fields.values():
        if isinstance(each, models.DateField | models.TimeField):
            each.auto_now = each.auto_now_add = False  # the moment was stored, and is not now
    number = 0
    for lines in batched(file, AT_ONCE):
        rows = [dict(zip(names, json.loads(line), strict=True)) for line in lines]
        model._base_manager.bulk_create(
            [
                model(**{name: _stored(fields[name], value) for name, value in row.items()})
                for row in rows
            ]
        )
        number += len(rows)
    return number


def _stored(column: models.Field, value: Any) -> Any:
    return value if isinstance(column, models.JSONField) else column.to_python(value)


# ---- the schema of a moment ----------------------------------------------------------------------

type Migrations = list[tuple[str, str]]  # application, migration


def applied_migrations() -> Migrations:
    """The last applied migrations of each application."""
    executor = MigrationExecutor(connection)
    applied = set(executor.loader.applied_migrations)
    graph = executor.loader.graph
    return sorted(
        key
        for key in applied
        if key in graph.nodes
        and not any(
            child.key in applied and child.key[0] == key[0]
            for child in graph.node_map[key].children
        )
    )


def unknown_migrations(migrations: Iterable[tuple[str, str]]) -> Migrations:
    """Those of these migrations that this version of the product does not have."""
    nodes = MigrationExecutor(connection).loader.graph.nodes
    return [each for each in migrations if each not in nodes]


def migrate_to(migrations: Migrations) -> Apps:
    """Bring an empty database to these migrations; return the models as they were then."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(migrations)
    if plan:
        stop_recording()
        executor.migrate(migrations, plan)
    return models_at(migrations)


def models_at(migrations: Migrations) -> Apps:
    """The models as these migrations have them."""
    return MigrationExecutor(connection).loader.project_state(migrations).apps


def is_empty() -> bool:
    """Whether nobody has an account or stored anything; what a migrate creates does not count."""
    tables = set(connection.introspection.table_names())
    own = [each for each in stored_models() if each._meta.app_label == "offences"]
    own.remove(apps.get_model("offences", "BankHoliday"))
    own.append(apps.get_model("auth", "User"))
    return not any(each._base_manager.exists() for each in own if each._meta.db_table in tables)


def remove_all(registry: Apps) -> None:
    """Remove every row that a backup would hold, and the sessions of everybody who is logged in."""
    stop_recording()  # what is put back was recorded when it was written
    tables = [each._meta.db_table for each in registry.get_models(include_auto_created=True)]
    # Keys that wait to be checked at the end of a transaction keep PostgreSQL from emptying tables.
    connection.check_constraints()
    flush = connection.ops.sql_flush(no_style(), tables, reset_sequences=True)
    connection.ops.execute_sql_flush(flush)


def set_sequences(registry: Apps) -> None:
    """Set each table’s sequence past its highest number."""
    statements = connection.ops.sequence_reset_sql(no_style(), stored_models(registry))
    with connection.cursor() as cursor:
        for each in statements:
            cursor.execute(each)

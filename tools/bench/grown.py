"""A database with many times the yearly data of the practice year, made by few statements.

What comes anew each year (rounds, requests, counts, letters, releases, texts and their history) is
copied within the database, as often as is wanted, each copy with keys of its own. The forces,
measures and people stay as they are: a charity has no more of them in a hundred years. The copies
keep their years and dates, so no list may be read for how it is spread over time.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, models, transaction
from django.db.backends.utils import CursorWrapper

from offences.history import triggers

STAYS = {
    *("Force", "ForceSpelling", "ForceContact", "ForceBreak", "Measure", "MeasureBreak"),
    *("Breakdown", "Category", "Offence", "MediaContact", "BankHoliday", "Charity"),
    *("PracticeYear", "Campaign", "DisclosureRule"),
}
QUICK = {
    "sqlite": [
        *("PRAGMA journal_mode = MEMORY", "PRAGMA synchronous = OFF"),
        "PRAGMA cache_size = -400000",
    ],
    # The copies refer to copies: to look each up again takes longer than to make it.
    "postgresql": ["SET session_replication_role = replica"],
}
"""A database that lasts as long as its measuring need not outlive a power cut."""
READY = {"sqlite": "ANALYZE", "postgresql": "VACUUM ANALYZE"}
MOST_COPIES = 9_999
FAR = 300  # from each copy to the next, of a number that is to differ: in a small column, too

Model = type[models.Model]
Steps = Mapping[Model, int]  # by how much each copy moves the keys of a table
COPIED_FROM: dict[Model, int] = {}
"""In the database that is measured: the key from which rows of a table are copies."""


@contextmanager
def grown_copy(times: int) -> Iterator[None]:
    """Work in a copy of the present database that has so many times its yearly rows."""
    own = str(connection.settings_dict["NAME"])
    connection.close()
    copy = _copy_of(own, times)
    connection.settings_dict["NAME"] = copy
    if times > 1:
        COPIED_FROM.update(grow(times))
    yield
    COPIED_FROM.clear()
    connection.close()
    connection.settings_dict["NAME"] = own
    if connection.vendor == "sqlite":
        Path(copy).unlink()


def _copy_of(own: str, times: int) -> str:
    if connection.vendor == "sqlite":
        copy = f"{own}-{times}"
        with closing(sqlite3.connect(own)) as ours, closing(sqlite3.connect(copy)) as theirs:
            ours.backup(theirs)
        return copy
    copy = f"grown_{times}"
    with connection._nodb_cursor() as cursor:  # a database is copied while nobody is in it
        cursor.execute(f"CREATE DATABASE {copy} TEMPLATE {_name(own)}")
    return copy


def grow(times: int) -> Steps:
    """So many times the rows that come anew each year, and the steps between their keys."""
    growing = list(_growing())
    triggers.stop_recording()
    with connection.cursor() as cursor, connection.constraint_checks_disabled():
        for setting in QUICK[connection.vendor]:
            cursor.execute(setting)
        steps = {model: _step(cursor, model) for model in growing}
        with transaction.atomic():
            for model in growing:
                cursor.execute(_copies(model, steps), [times - 1])
        for statement in connection.ops.sequence_reset_sql(no_style(), growing):
            cursor.execute(statement)
        cursor.execute(READY[connection.vendor])
    connection.close()  # its settings were for copying
    triggers.start_recording()
    return steps


def _growing() -> Iterator[Model]:
    """The tables to which a year adds rows, with those between two of which one is such."""
    for model in apps.get_app_config("offences").get_models(include_auto_created=True):
        stays = model._meta.object_name in STAYS
        if model._meta.auto_created:
            ends = [field.related_model for field in model._meta.fields if field.related_model]
            stays = all(each._meta.object_name in STAYS for each in ends)
        if model._meta.managed and not model._meta.proxy and not stays:
            yield model


def _step(cursor: CursorWrapper, model: Model) -> int:
    """More than any key of the table; 0 where keys are no numbers."""
    key = model._meta.pk
    if not isinstance(key, models.IntegerField):
        return 0
    cursor.execute(f"SELECT MAX({_name(key.column)}) FROM {_name(model._meta.db_table)}")
    return (cursor.fetchone()[0] or 0) + 1


def _copies(model: Model, steps: Steps) -> str:
    table = _name(model._meta.db_table)
    fields = list(model._meta.concrete_fields)
    differing = _differing(model, steps)
    names = ", ".join(_name(field.column) for field in fields)
    values = ", ".join(_value(field, model, steps, field.attname in differing) for field in fields)
    return (
        "WITH RECURSIVE copies(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM copies WHERE n < %s) "
        f"INSERT INTO {table} ({names}) SELECT {values} FROM {table} t, copies"
    )


def _value(field: Any, model: Model, steps: Steps, differs: bool) -> str:
    """What the nth copy of a row has in a column."""
    name = f"t.{_name(field.column)}"
    moved = steps.get(field.related_model if field.is_relation else model, 0)
    if (field.primary_key or field.is_relation) and moved:
        return f"{name} + n * {moved}"
    if differs and isinstance(field, models.IntegerField):
        return f"{name} + n * {FAR}"
    if (field.primary_key and not field.is_relation) or differs:
        room = field.max_length - len(f"-{MOST_COPIES}") if field.max_length else None
        kept = f"substr({name}, 1, {room})" if room else name
        return f"{kept} || '-' || n"
    return name


def _differing(model: Model, steps: Steps) -> set[str]:
    """The columns that must differ between copies, where no moved key makes them differ."""
    alone = [(field.name,) for field in model._meta.concrete_fields if field.unique]
    together = [
        each.fields for each in model._meta.constraints if isinstance(each, models.UniqueConstraint)
    ]
    found = set()
    for names in [*alone, *together, *model._meta.unique_together]:
        fields: list[Any] = [model._meta.get_field(name) for name in names]
        if any(f.primary_key or (f.related_model in steps and not f.null) for f in fields):
            continue
        texts = [f for f in fields if isinstance(f, (models.CharField, models.TextField))]
        free = [f for f in texts if not f.choices]
        numbers = [f for f in fields if isinstance(f, models.IntegerField) and f.name != "year"]
        found |= {f.attname for f in (free or numbers)[:1]}
    return found


def _name(name: str | None) -> str:
    return connection.ops.quote_name(str(name))

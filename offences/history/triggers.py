"""The triggers by which the database itself records every change of a row.

They are removed before a migration, which rewrites tables, and made again after it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import connection, models, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from offences.history import writer

NOT_STORED = "(not kept)"
NOT_RECORDED_APPS = {"contenttypes", "sessions", "django_tasks_database"}
"""Sessions and waiting work come and go by themselves; content types are the code's."""
NOT_RECORDED = {
    "auth.Permission": "made by each migrate from the code",
    "account.EmailConfirmation": "holds keys, for minutes",
    "socialaccount.SocialToken": "holds keys",
    "offences.LinkKey": "is a key",
    "offences.RowChange": "is the history",
    "offences.GridDraft": "what one person is typing, which nobody else reads",
    "offences.DocumentObservations": "read from a file, which may be held back",
    "offences.ReleasedFigure": "a copy made once at approval",
    "offences.ReleasedResponse": "a copy made once at approval",
    "offences.ReleasedCategory": "a copy made once at approval",
}
SECRET = {
    "auth.User": {"password"},
    "mfa.Authenticator": {"data"},
    "socialaccount.SocialApp": {"secret", "key"},
    "socialaccount.SocialAccount": {"extra_data"},
    "offences.Charity": {"logo"},
    "offences.Reply": {"found"},
    "offences.Reading": {"answers"},
    "offences.StoredImport": {"token"},
}
"""Columns whose values are not kept, only that they changed: keys, a picture, forces' words."""
PASSING = {
    "auth.User": {"last_login"},
    "mfa.Authenticator": {"last_used_at"},
    "offences.FoiSubmission": {"opened_by_id", "opened_at"},
    "offences.PressRelease": {"checked"},
}
"""Columns that say what goes on or were worked out: they are not looked at."""
PREFIX = "history_"
WRITING = ("INSERT", "UPDATE", "DELETE", "MERGE", "WITH")
"""How statements begin that may write."""


def recorded_models() -> list[type[models.Model]]:
    """The models whose changes are recorded, with the tables between two of them."""
    return [
        model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label not in NOT_RECORDED_APPS
        and model._meta.label not in NOT_RECORDED
        and model._meta.managed
        and not model._meta.proxy
    ]


def start_recording(**_: Any) -> None:
    """Have every change recorded from now on."""
    if not settings.CHANGES_RECORDED:
        return
    stop_recording()
    make = _on_sqlite if connection.vendor == "sqlite" else _on_postgresql
    with connection.cursor() as cursor:
        for statement in make():
            cursor.execute(statement)


def stop_recording(**_: Any) -> None:
    """Remove all triggers: before a migration, and while a backup's rows are put back."""
    is_sqlite = connection.vendor == "sqlite"
    with connection.cursor() as cursor:
        cursor.execute(_SQLITE_TRIGGERS if is_sqlite else _POSTGRESQL_TRIGGERS, [f"{PREFIX}%"])
        for name, table in cursor.fetchall():
            on = "" if is_sqlite else f" ON {_name(table)}"
            cursor.execute(f"DROP TRIGGER {_name(name)}{on}")


@contextmanager
def trial(model: type[models.Model]) -> Iterator[None]:
    """Undo, as the block ends, what it wrote; of this table nothing is recorded meanwhile.

    To record rows that will never have been takes SQLite as long as to write them. There the
    triggers go and come back within one savepoint, so neither is without the other. On PostgreSQL
    everybody who writes to the table would wait for that: its triggers stay.
    """
    with transaction.atomic():
        if connection.vendor == "sqlite":
            with connection.cursor() as cursor:
                for kind in _KINDS:
                    cursor.execute(f"DROP TRIGGER IF EXISTS {_sqlite_name(model, kind)}")
        yield
        transaction.set_rollback(True)


_SQLITE_TRIGGERS = (
    "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger' AND name LIKE %s"
)
_POSTGRESQL_TRIGGERS = """
    SELECT tgname, relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
    WHERE NOT tgisinternal AND tgname LIKE %s AND pg_table_is_visible(pg_class.oid)
"""


def name_writer(connection: BaseDatabaseWrapper, **_: Any) -> None:
    """Have a new connection tell the database who writes."""
    if connection.vendor == "sqlite":
        connection.connection.create_function(
            "history_writer", 0, lambda: writer.current().as_json()
        )
    elif _name_to_postgresql not in connection.execute_wrappers:
        connection.execute_wrappers.append(_name_to_postgresql)


def _name_to_postgresql(
    execute: Callable, sql: str, params: Any, many: bool, context: dict[str, Any]
) -> Any:
    """Say with each statement that writes whose it is: a rollback forgets what was said before."""
    writes = str(sql).lstrip().upper().startswith(WRITING)
    if writes and settings.CHANGES_RECORDED:
        told = [writer.current().as_json()]
        context["cursor"].cursor.execute("SELECT set_config('history.writer', %s, false)", told)
    return execute(sql, params, many, context)


def _name(name: str) -> str:
    return connection.ops.quote_name(name)


def _text(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _columns(model: type[models.Model]) -> list[tuple[str, bool]]:
    """The columns that are looked at, each with whether its values are kept."""
    label = model._meta.label
    secret, passing = SECRET.get(label, set()), PASSING.get(label, set())
    return [
        (str(field.column), field.attname in secret or isinstance(field, models.BinaryField))
        for field in model._meta.concrete_fields
        if field.attname not in passing
    ]


_HISTORY = (
    '"at", "person_id", "through", "request", "why", "table", "row", "kind", "before", "after"'
)

# ---- SQLite --------------------------------------------------------------------------------------


_KINDS: dict[str, tuple[str, str | None, str | None]] = {
    "added": ("INSERT", None, "NEW"),
    "changed": ("UPDATE", "OLD", "NEW"),
    "removed": ("DELETE", "OLD", None),
}


def _sqlite_name(model: type[models.Model], kind: str) -> str:
    return _name(f"{PREFIX}{model._meta.db_table}_{kind}")


def _on_sqlite() -> Iterator[str]:
    history = _name(apps.get_model("offences", "RowChange")._meta.db_table)
    for model in recorded_models():
        for kind, (event, before, after) in _KINDS.items():
            yield _sqlite_trigger(model, history, kind, event, before, after)
    but = {"UPDATE": "WHEN history_writer() ->> 'erases' IS NULL", "DELETE": ""}
    for event, unless in but.items():
        yield f"""
            CREATE TRIGGER {PREFIX}guards_{event.lower()} BEFORE {event} ON {history} {unless} BEGIN
                SELECT RAISE(ABORT, 'The history of changes is never changed.');
            END
        """


def _sqlite_trigger(
    model: type[models.Model],
    history: str,
    kind: str,
    event: str,
    before: str | None,
    after: str | None,
) -> str:
    table, key = model._meta.db_table, _name(str(model._meta.pk.column))
    columns = _columns(model)
    differs = [f"OLD.{_name(each)} IS NOT NEW.{_name(each)}" for each, _ in columns]
    when = f"WHEN {' OR '.join(differs)}" if before and after else ""

    def values(of: str | None) -> str:
        if of is None:
            return "NULL"
        pairs = [
            (_text(each), _text(NOT_STORED) if secret else f"{of}.{_name(each)}")
            for each, secret in columns
        ]
        if not when:
            return f"json_object({', '.join(f'{each}, {value}' for each, value in pairs)})"
        rows = " UNION ALL ".join(
            f"SELECT {each} AS name, {value} AS value WHERE {differ}"
            for (each, value), differ in zip(pairs, differs, strict=True)
        )
        return f"(SELECT json_group_object(name, value) FROM ({rows}))"

    return f"""
        CREATE TRIGGER {_sqlite_name(model, kind)} AFTER {event} ON {_name(table)}
        {when} BEGIN
            INSERT INTO {history} ({_HISTORY})
            SELECT strftime('%Y-%m-%d %H:%M:%f000', 'now'), said ->> 'person', said ->> 'through',
                said ->> 'request', said ->> 'why', {_text(table)}, {after or before}.{key},
                {_text(kind)}, {values(before)}, {values(after)}
            FROM (SELECT history_writer() AS said);
        END
    """


# ---- PostgreSQL ----------------------------------------------------------------------------------


def _on_postgresql() -> Iterator[str]:
    history = _name(apps.get_model("offences", "RowChange")._meta.db_table)
    yield (
        _RECORD.replace("HISTORY", f"{history} ({_HISTORY})")
        .replace("NOT_STORED", NOT_STORED)
        .replace("%", "%%")
    )
    yield _GUARD
    for model in recorded_models():
        label, table = model._meta.label, model._meta.db_table
        secret = [each for each, is_secret in _columns(model) if is_secret]
        given = [str(model._meta.pk.column), ",".join(secret), ",".join(PASSING.get(label, ()))]
        yield f"""
            CREATE TRIGGER {_name(PREFIX + table)[:62]} AFTER INSERT OR UPDATE OR DELETE
            ON {_name(table)} FOR EACH ROW
            EXECUTE FUNCTION history_record({", ".join(map(_text, given))})
        """
    yield f"""
        CREATE TRIGGER {PREFIX}guards BEFORE UPDATE OR DELETE ON {history}
        FOR EACH ROW EXECUTE FUNCTION history_guard()
    """


_RECORD = """
CREATE OR REPLACE FUNCTION history_record() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    said jsonb := coalesce(nullif(current_setting('history.writer', true), ''), '{}')::jsonb;
    secret text[] := string_to_array(TG_ARGV[1], ',');
    passing text[] := string_to_array(TG_ARGV[2], ',');
    was jsonb := '{}';
    becomes jsonb := '{}';
    of_row text;
    column_name text;
BEGIN
    IF TG_OP <> 'INSERT' THEN
        was := to_jsonb(OLD) - passing;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        becomes := to_jsonb(NEW) - passing;
    END IF;
    of_row := coalesce(becomes ->> TG_ARGV[0], was ->> TG_ARGV[0]);
    IF TG_OP = 'UPDATE' THEN
        IF was = becomes THEN
            RETURN NULL;
        END IF;
        SELECT jsonb_object_agg(key, was -> key), jsonb_object_agg(key, value) INTO was, becomes
        FROM jsonb_each(becomes) WHERE value IS DISTINCT FROM was -> key;
    END IF;
    FOREACH column_name IN ARRAY secret LOOP
        IF was ? column_name THEN
            was := was || jsonb_build_object(column_name, 'NOT_STORED');
        END IF;
        IF becomes ? column_name THEN
            becomes := becomes || jsonb_build_object(column_name, 'NOT_STORED');
        END IF;
    END LOOP;
    INSERT INTO HISTORY
    VALUES (
        clock_timestamp(), (said ->> 'person')::integer,
        coalesce(said ->> 'through', 'another program'), coalesce(said ->> 'request', ''),
        coalesce(said ->> 'why', ''), TG_TABLE_NAME, of_row,
        CASE TG_OP WHEN 'INSERT' THEN 'added' WHEN 'UPDATE' THEN 'changed' ELSE 'removed' END,
        CASE WHEN TG_OP <> 'INSERT' THEN was::text END,
        CASE WHEN TG_OP <> 'DELETE' THEN becomes::text END
    );
    RETURN NULL;
END
$$
"""
_GUARD = """
CREATE OR REPLACE FUNCTION history_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    said jsonb := coalesce(nullif(current_setting('history.writer', true), ''), '{}')::jsonb;
BEGIN
    IF TG_OP = 'UPDATE' AND said ->> 'erases' IS NOT NULL THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'The history of changes is never changed.';
END
$$
"""

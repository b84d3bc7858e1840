"""Which database is asked: a replica for public pages, the primary for everything else.

What is public at a moment is always asked of the primary, by our own clock. Its rows never change
once they are public, so a replica may be asked for them as soon as it has replayed all that the
primary had written when the state was read; while it lags or is gone, the primary is asked.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, DatabaseError, InterfaceError, connections
from django.db.models import Model

REPLICA = "replica"
REST = 5  # seconds until a replica that is gone is asked again
_is_read: ContextVar[bool] = ContextVar("replica", default=False)


class PublicReads:
    """The router: rows of ours are read from the replica while a public page is being made."""

    def db_for_read(self, model: type[Model], **hints: Any) -> str:
        return REPLICA if _is_read.get() and model._meta.app_label == "offences" else "default"

    def db_for_write(self, model: type[Model], **hints: Any) -> str:
        return DEFAULT_DB_ALIAS

    def allow_relation(self, one: Model, other: Model, **hints: Any) -> bool:
        return True  # of one database, read in two places

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool | None:
        return False if db == REPLICA else None


def read_it() -> None:
    """Read rows from the replica from now on, until `read_primary`."""
    _is_read.set(True)


def read_primary() -> bool:
    """Read rows from the primary from now on; return whether the replica was read."""
    was_read = _is_read.get()
    _is_read.set(False)
    return was_read


@contextmanager
def primary_alone() -> Iterator[None]:
    """Read from the primary within this block."""
    token = _is_read.set(False)
    try:
        yield
    finally:
        _is_read.reset(token)


class Following:
    """How far this process knows the replica to be: the stamp of the public state that it has."""

    def __init__(self) -> None:
        self._stamp = self._position = self._there = ""
        self._rests_until = 0.0

    def note(self, stamp: str) -> None:
        """Note a state that was just read of the primary, and ask whether the replica has it."""
        if REPLICA not in settings.DATABASES:
            return
        if stamp != self._stamp:
            # What the state was read from was written before: the replica needs that much.
            self._position = _written()
            self._stamp = stamp
        if time.monotonic() < self._rests_until:
            return
        try:
            lacking = _lacking(self._position)
            self._there = stamp if lacking is not None and lacking <= 0 else ""
        except (DatabaseError, InterfaceError):
            self.leave()

    def has(self, stamp: str) -> bool:
        return bool(stamp) and self._there == stamp

    def leave(self) -> None:
        """Ask it nothing for a while."""
        self._there, self._rests_until = "", time.monotonic() + REST


def bytes_behind() -> float | None:
    """How much of the primary's log the replica has not replayed; None if there is no replica."""
    if REPLICA not in settings.DATABASES:
        return None
    try:
        lacking = _lacking(_written())
    except (DatabaseError, InterfaceError):
        return None
    return None if lacking is None else max(0.0, lacking)


def _written() -> str:
    """The position up to which the primary has written its log."""
    return _answer(DEFAULT_DB_ALIAS, "SELECT pg_current_wal_insert_lsn()::text")


def _lacking(position: str) -> float | None:
    """How many bytes up to a position the replica has not replayed; None of no replica."""
    asked = "SELECT pg_wal_lsn_diff(%s::pg_lsn, pg_last_wal_replay_lsn())::float"
    return _answer(REPLICA, asked, position)


def _answer(database: str, question: str, *values: str) -> Any:
    with connections[database].cursor() as cursor:
        cursor.execute(question, values)
        return cursor.fetchone()[0]

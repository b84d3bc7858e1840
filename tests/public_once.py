"""What is public, read once while nothing is written.

Each request of a test sees what the test changed, so it would read all of it anew: two fifths of
the cost of a public page. Here it is read again after any statement that is no question, at a
moment before the last one, and once the next opening is past. A test that watches the questions,
keeps the state for a time of its own, or commits its rows (other processes write, too) has the
product read it each time.
"""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from unittest.mock import patch

from django.conf import settings
from django.db import connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created

from offences.releases import public_state
from offences.releases.public_state import PublicState, Results, read_public_state

CHANGES_NOTHING = ("SELECT", "EXPLAIN", "SAVEPOINT", "RELEASE")


@dataclass
class Once:
    is_on: bool = False
    state: PublicState | None = None
    until: dt.datetime | None = None

    def begin(self, is_on: bool) -> None:
        """A test begins; another one has left nothing."""
        self.is_on, self.state = is_on, None

    def watch(self, connection: BaseDatabaseWrapper, **of_signal: object) -> None:
        if self.forget_after_a_write not in connection.execute_wrappers:
            connection.execute_wrappers.append(self.forget_after_a_write)

    def forget_after_a_write(self, execute, sql, params, many, context):
        if not str(sql).lstrip(" (").startswith(CHANGES_NOTHING):
            self.state = None
        return execute(sql, params, many, context)

    def read(self, at: dt.datetime, results: Results | None = None) -> PublicState:
        is_watched = connection.force_debug_cursor or len(connection.execute_wrappers) > 1
        if not self.is_on or is_watched or settings.PUBLIC_STATE_KEPT:
            return read_public_state(at, results)
        if self.state is None or not self.state.at <= at < self.end(at):
            self.state, self.until = read_public_state(at, results), None
            return self.state
        given = replace(self.state, at=at, results=results or Results())
        vars(given)["stamp"] = self.state.stamp
        return given

    def end(self, at: dt.datetime) -> dt.datetime:
        """When the state that is kept ends; not asked for as long as the clock stands still."""
        if self.state.at == at:
            return public_state.NEVER
        if self.until is None:
            self.until = public_state._next_opening(self.state.at)
        return self.until


once = Once()


@contextmanager
def reading_once() -> Iterator[None]:
    connection_created.connect(once.watch)
    for each in connections.all(initialized_only=True):
        once.watch(each)
    with patch.object(public_state, "read_public_state", once.read):
        yield
    connection_created.disconnect(once.watch)

"""The backend that DATABASES names: Django's own, in which a request waits only so long."""

from contextlib import suppress
from functools import partial
from time import monotonic
from typing import Any

import psycopg
from django.db.backends.postgresql import base

from offences.postgresql import patience


class DatabaseWrapper(base.DatabaseWrapper):
    def get_new_connection(self, conn_params: dict[str, Any]) -> psycopg.Connection:
        silence = patience.silence_of(self.alias)
        _ask(silence)
        try:
            connection: psycopg.Connection = super().get_new_connection(conn_params)
        except psycopg.errors.ConnectionTimeout:
            silence.begin()
            raise
        except psycopg.OperationalError:  # to refuse is an answer
            silence.end()
            raise
        silence.end()
        vars(connection)["wait"] = partial(_wait, connection, silence)  # for each answer
        return connection


def _ask(silence: patience.Silence) -> None:
    if patience.limit() is not None and not silence.may_ask():
        raise psycopg.OperationalError("The database has stopped answering.")


def _give_up(connection: psycopg.Connection) -> None:
    """End a question: what only waits for a lock must not be done after all, later."""
    with suppress(psycopg.Error):
        connection.cancel_safe(timeout=1)
    connection.close()


def _wait(
    connection: psycopg.Connection, silence: patience.Silence, steps: Any, **how: Any
) -> object:
    """What psycopg waits for; if it does not come in time, the connection ends."""
    seconds, wait = patience.limit(), partial(psycopg.Connection.wait, connection, steps)
    if seconds is None:
        return wait(**how)
    _ask(silence)
    begun = monotonic()
    try:
        answer = wait(timeout=seconds)
    except psycopg.OperationalError:
        if monotonic() - begun >= seconds:
            silence.begin()
            _give_up(connection)
        else:
            silence.end()
        raise
    silence.end()
    return answer

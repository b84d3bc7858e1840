"""How long a request waits for the database, and who asks one that has stopped answering.

A server that is gone refuses at once. One that is frozen, or cut off by the network, says nothing:
one thread after another would wait for it, until none was left to give the pages that are ready.
So a request waits so long for each answer. After that the database counts as gone, and one request
every few seconds asks it again.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from time import monotonic

from django.db import DEFAULT_DB_ALIAS

READERS = 10.0  # seconds; also what watches the site
STAFF = 60.0  # they may wait for a colleague's work to be stored
REST = 5.0
_limit: ContextVar[float | None] = ContextVar("patience", default=None)


@contextmanager
def of(seconds: float) -> Iterator[None]:
    """Wait no longer than this for an answer within the block; a worker and a command do."""
    token = _limit.set(seconds)
    try:
        yield
    finally:
        _limit.reset(token)


def limit() -> float | None:
    """How many seconds this request waits for an answer; None without end."""
    return _limit.get()


class Silence:
    """Whether a database has stopped answering this process, and when it may be asked again."""

    def __init__(self) -> None:
        self.is_on = False
        self._asked_again = 0.0
        self._changing = threading.Lock()

    def begin(self) -> None:
        """Note that the database did not answer."""
        with self._changing:
            self.is_on, self._asked_again = True, monotonic() + REST

    def end(self) -> None:
        """Note that it answered."""
        self.is_on = False

    def may_ask(self) -> bool:
        """Whether this request may ask: not too early, and not while another one does."""
        if not self.is_on:
            return True
        with self._changing:
            if monotonic() < self._asked_again:
                return False
            self._asked_again = monotonic() + READERS + REST
        return True


_silences: dict[str, Silence] = {}


def silence_of(alias: str = DEFAULT_DB_ALIAS) -> Silence:
    return _silences.setdefault(alias, Silence())

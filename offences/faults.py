"""Faults of the machine below us: the database or a disk is gone, full, busy or read-only.

None of them is a fault of the code, so each has its own answer: what happened, whether anything was
stored, and what to do.
"""

import errno
from collections.abc import Iterator
from enum import StrEnum

from django.db import InterfaceError, InternalError, OperationalError

GONE = (OperationalError, InterfaceError)
"""What a query raises that found no database to ask."""


class Fault(StrEnum):
    DATABASE_GONE = "database_gone"
    BUSY = "busy"
    READ_ONLY = "read_only"
    DISK_FULL = "disk_full"
    DOCUMENTS_GONE = "documents_gone"


# In the words of SQLite and of PostgreSQL.
_SIGNS = {
    Fault.BUSY: ("is locked", "lock timeout", "statement timeout", "deadlock"),
    Fault.READ_ONLY: ("readonly database", "read-only transaction"),
    Fault.DISK_FULL: ("is full", "no space left"),
}
_BY_NUMBER = {
    errno.ENOSPC: Fault.DISK_FULL,
    errno.EDQUOT: Fault.DISK_FULL,
    errno.EROFS: Fault.READ_ONLY,
    errno.EREMOTEIO: Fault.DOCUMENTS_GONE,  # said by offences.object_storage
}


def fault_of(error: BaseException | None) -> Fault | None:
    """The fault that an error comes from; None if it is an error of the code."""
    for each in _chain(error):
        if isinstance(each, OperationalError | InterfaceError | InternalError):
            words = str(each).lower()
            for fault, signs in _SIGNS.items():
                if any(sign in words for sign in signs):
                    return fault
            if isinstance(each, GONE):
                return Fault.DATABASE_GONE
        elif isinstance(each, OSError) and each.errno in _BY_NUMBER:
            return _BY_NUMBER[each.errno]
    return None


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__

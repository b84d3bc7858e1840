"""The world of tests/embargo in an empty database: python -m tests.machines.made MINUTE.

Its second release opens at the minute, with the texts of its event.
"""

import datetime as dt
import sys


def opened(minute: dt.datetime) -> str:
    """A statement that opens the second release, and all that is said of it, at this minute."""
    return f"""
        SET session_replication_role = replica;
        UPDATE offences_release SET public_at = '{minute.isoformat()}' WHERE number = 2;
        UPDATE offences_issuedtext SET public_at = '{minute.isoformat()}';
        UPDATE offences_campaignevent SET embargo_at = '{minute.isoformat()}';
    """


def make(minute: dt.datetime) -> None:
    import django

    django.setup()
    from django.db import connection

    from tests.embargo.worlds import _world

    _world()
    with connection.cursor() as cursor:
        cursor.execute(opened(minute))


if __name__ == "__main__":
    make(dt.datetime.fromisoformat(sys.argv[1]))

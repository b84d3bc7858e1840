"""What a burnt disk leaves of the world that is backed up."""

from tests import rows

ANSWER = b"Northshire recorded 68 offences."


def lose_everything():
    """What a burnt disk leaves: an empty database, and no documents."""
    rows.put({table: [] for table in rows.taken() if table != "django_migrations"})

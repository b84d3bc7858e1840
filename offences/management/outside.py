"""Settings that would let made-up data out, or that only a real site has."""

from typing import Any

from django.conf import settings
from django.core.management.base import CommandError

from offences import replica, storage
from offences.english import and_list


def refuse_ways_out() -> None:
    """Refuse settings by which what a command makes up would leave this machine."""
    if names := _set(_ways_out()):
        raise CommandError(
            f"These settings have {names}, by which what is made up would leave this machine, so "
            f"nothing was loaded. Set {names} to nothing."
        )


def refuse_a_real_site() -> None:
    """Refuse the settings of a server that reach people, or data of another site.

    Two sites that share a cache would count each other's visitors and show each other's work.
    """
    names = _set(
        _ways_out()
        | {
            "BACKUP_DIRECTORY": settings.BACKUP_DIRECTORY is not None,
            "CACHE_URL": bool(settings.CACHE_URL),
            "DATABASE_REPLICA_URL": replica.REPLICA in settings.DATABASES,
        }
    )
    if settings.DEBUG or not names:
        return
    raise CommandError(
        f"DEBUG is off and these settings have {names}, so this may be a real site, and "
        "nothing was loaded: a database that is made a practice year is one for good. Set "
        f"DATABASE_URL and MEDIA_ROOT to places of its own, and {names} to nothing: "
        "docs/operate.md has the lines."
    )


def _ways_out() -> dict[str, bool]:
    server: Any = settings.MAILERS["default"].get("OPTIONS", {})
    return {
        "EMAIL_URL": bool(server.get("host")),
        "STORAGE_URL": storage.setting() == "STORAGE_URL",
        "SENTRY_DSN": bool(settings.SENTRY_DSN),
    }


def _set(settings_by_name: dict[str, bool]) -> str:
    return and_list([name for name, is_set in settings_by_name.items() if is_set])

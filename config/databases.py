"""The database and its replica, as settings.py reads them from the environment.

A wrong value is `ImproperlyConfigured`, as in `environment`.
"""

import os
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

from config.environment import text

SERVERS = {"postgresql", "postgres"}
OURS = "offences.postgresql"  # in which a request waits only so long
# A server whose machine or network is gone is found out in half a minute, also by a worker.
FOUND_OUT: dict[str, object] = {"connect_timeout": 10, "tcp_user_timeout": 20_000}
FOUND_OUT |= {"keepalives_idle": 10, "keepalives_interval": 5, "keepalives_count": 4}
A_SERVER = "postgresql:// (a server, or a socket with ?host=/directory)"


def _parsed(name: str, address: str, schemes: set[str], wanted: str) -> dict[str, object]:
    """The settings of the database at this address."""
    scheme = urlsplit(address).scheme
    if scheme not in schemes:
        raise ImproperlyConfigured(
            f"{name} begins with “{scheme or address[:12]}”. It must begin with {wanted}."
        )
    try:
        urlsplit(address).port  # noqa: B018 - a port that is no number raises here
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} has a wrong port: {error}.") from error
    engine = OURS if scheme in SERVERS else None
    settings = dict(
        dj_database_url.parse(address, engine=engine, conn_max_age=60, conn_health_checks=True)
    )
    if not settings["NAME"] or (
        scheme == "sqlite" and address.rstrip("/") in {"sqlite:", "sqlite"}
    ):
        raise ImproperlyConfigured(
            f"{name} names no database. Write sqlite:///path/to/file or "
            "postgresql://user:password@host/name."
        )
    return settings


def replica(primary: dict[str, object]) -> dict[str, object] | None:
    """The read replica of DATABASE_REPLICA_URL, which public pages are read from; None without."""
    address = text("DATABASE_REPLICA_URL")
    if not address:
        return None
    settings = _parsed("DATABASE_REPLICA_URL", address, SERVERS, A_SERVER)
    if "postgresql" not in str(primary["ENGINE"]):
        raise ImproperlyConfigured(
            "DATABASE_REPLICA_URL is set and DATABASE_URL is no PostgreSQL: a file of SQLite has "
            "no replica. Set DATABASE_URL to the primary, or leave out DATABASE_REPLICA_URL."
        )
    if address == text("DATABASE_URL"):
        raise ImproperlyConfigured(
            "DATABASE_REPLICA_URL is the same as DATABASE_URL. Name the replica there, or leave "
            "it out."
        )
    options: Any = settings.get("OPTIONS") or {}
    # A reader waits no longer than this before the primary is asked.
    settings["OPTIONS"] = FOUND_OUT | {"connect_timeout": 2, "tcp_user_timeout": 5000} | options
    settings["TEST"] = {"MIRROR": "default"}
    return settings


def database(directory: Path) -> dict[str, object]:
    """The database of DATABASE_URL; without one, an SQLite file in this directory."""
    address = os.environ.get("DATABASE_URL") or f"sqlite:///{directory / 'db.sqlite3'}"
    wanted = f"sqlite:/// (a file) or {A_SERVER}"
    settings = _parsed("DATABASE_URL", address, {"sqlite", *SERVERS}, wanted)
    scheme = urlsplit(address).scheme
    if scheme == "sqlite":
        # Two officers save at once: the second waits for the first instead of failing.
        settings["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        }
        if settings["NAME"] != ":memory:":
            file = Path(str(settings["NAME"]))
            try:
                file.parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise ImproperlyConfigured(
                    f"DATABASE_URL: the directory {file.parent} cannot be made ({error.strerror})."
                ) from error
            if file.is_dir():
                raise ImproperlyConfigured(f"DATABASE_URL: {file} is a directory, not a file.")
            with suppress(OSError):  # if it cannot be made, the first query says so
                file.touch(mode=0o600, exist_ok=True)  # readable by the owner alone
    else:
        given: Any = settings.get("OPTIONS") or {}
        settings["OPTIONS"] = FOUND_OUT | given
    return settings

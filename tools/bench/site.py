"""The site for a benchmark: settings of a server, a database of its own, servers to be asked."""

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.request import urlopen

from tools.apart import BENCH, ROOT
from tools.bench.servers import ANSWERING, on_core, processor_time
from tools.test import postgresql

COLLECTED = "BENCH_COLLECTED"
"""Set where the files of pages were collected already, which takes a minute."""
DEMO = "demo --add-to-this-database"
CONNECTIONS = 8
TICK = 1 / os.sysconf("SC_CLK_TCK")  # seconds: no time of the processor is known finer


def settings_of(address: str, directory: Path) -> dict[str, str]:
    """The settings of a server with this database."""
    return {
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "DEBUG": "0",
        "HTTPS_ONLY": "0",  # there is no proxy here that speaks it
        "SECRET_KEY": "for benchmarks alone: it signs nothing that anybody ever reads",
        "ALLOWED_HOSTS": "127.0.0.1",
        "DATABASE_URL": address,
        "MEDIA_ROOT": str(directory / "media"),
    }


def set_up(address: str, directory: Path, figures: str = DEMO) -> None:
    """The settings of a server, and the demonstration's figures in a database of its own."""
    os.environ |= settings_of(address, directory)
    manage(*figures.split())
    if COLLECTED not in os.environ:
        manage("collectstatic", "--no-input")
    import django

    django.setup()


def manage(*command: str, **settings: str) -> None:
    done = subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=ROOT,
        env=os.environ | settings,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise RuntimeError(f"manage.py {command[0]} failed.\n{done.stderr[-3000:]}")


@contextmanager
def database(kind: str) -> Iterator[tuple[str, Path]]:
    """The address of an empty database, and a directory that lives as long."""
    BENCH.install()
    os.environ.pop("DATABASE_URL", None)  # never into a database that somebody has
    with tempfile.TemporaryDirectory(prefix="offences-bench-") as directory:
        if kind == "sqlite":
            yield f"sqlite:///{directory}/site.sqlite3", Path(directory)
        else:
            with postgresql() as (address, _):
                yield address, Path(directory)


@dataclass
class Target:
    """What is asked for again and again, what must come back, and how many came a second."""

    name: str
    port: int
    path: str
    headers: dict[str, str] = field(default_factory=dict)
    status: int = 200
    rates: list[float] = field(default_factory=list)
    costs: list[float] = field(default_factory=list)  # ms of the processor, for each answer

    def read_for(self, seconds: float, connections: int = CONNECTIONS, times: int = 1) -> None:
        """Ask for so many seconds; without them so many times, each answer awaited."""
        headers = {"Host": f"127.0.0.1:{self.port}", **self.headers}
        request = {"path": self.path, "headers": headers, "status": self.status}
        processes = ANSWERING[self.port], *database_processes()
        before = processor_time(*processes)
        read = load(self.port, [request] * times, seconds, connections)
        self.rates.append(read["answers"] / read["seconds"])
        cost = max(processor_time(*processes) - before, TICK)
        self.costs.append(1000 * cost / read["answers"] if read["answers"] else float("inf"))

    @property
    def rate(self) -> float:
        """The best of the rounds: what else the machine does makes all slower, none quicker."""
        return max(self.rates)

    @property
    def cost(self) -> float:
        """The same of what it costs, which another process hardly changes."""
        return min(self.costs)


def database_processes() -> list[int]:
    """Those of a database server that work for the site; an embedded database has none."""
    from django.db import connection

    if connection.vendor == "sqlite":
        return []
    with connection.cursor() as cursor:
        cursor.execute("SELECT pid FROM pg_stat_activity WHERE datname = current_database()")
        return [pid for (pid,) in cursor.fetchall()]


def load(
    port: int, requests: list[dict], seconds: float = 0, connections: int = CONNECTIONS
) -> dict[str, float]:
    """What readers on the other core were given; without seconds, each request is made once."""
    done = subprocess.run(
        [sys.executable, "-m", "tools.bench.load", *map(str, (port, connections, seconds))],
        cwd=ROOT,
        input="\n".join(map(json.dumps, requests)),
        capture_output=True,
        text=True,
        preexec_fn=on_core(-1),
    )
    if done.returncode:
        raise RuntimeError(done.stderr.strip()[-2000:])
    return json.loads(done.stdout)


def fetch(port: int, path: str) -> tuple[list[tuple[str, str]], bytes]:
    """The headers and the body of an answer."""
    with urlopen(f"http://127.0.0.1:{port}{path}", timeout=120) as response:
        return response.getheaders(), response.read()


def stop(number: int, _: object) -> None:
    """Ends the servers on the way out; a second signal does not hinder that."""
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, signal.SIG_IGN)
    sys.exit(128 + number)


def stop_at_signals() -> None:
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, stop)


@dataclass
class Judged:
    """The figures that were measured beside what is wanted."""

    missed: list[str] = field(default_factory=list)

    def say(
        self, name: str, found: float, wanted: float, unit: str = "", most: bool = False
    ) -> None:
        """One line; `most` where less is better."""
        reached = found <= wanted if most else found >= wanted
        sign = "≤" if most else "≥"
        mark = "" if reached else "   MISSED"
        print(
            f"  {name:<58}{found:10,.2f}{unit:<3} wanted {sign} {wanted:g}{unit}{mark}", flush=True
        )
        if not reached:
            self.missed.append(name)

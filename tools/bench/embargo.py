"""The minute of an embargo under load: 200 readers on open connections, two processes of the site.

Each answer is judged by when it was asked and when it had come, on one clock. What had come before
the minute has to be old, what was asked from the minute on has to be new, and what was on its way
at the minute has to be whole: one of the two, byte for byte. Production settings, a real
PostgreSQL.
"""

import datetime as dt
import hashlib
import http.client
import random
import statistics
import subprocess
import sys
import threading
import time
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from tools.apart import BENCH
from tools.bench.serve import OPTIONS
from tools.bench.servers import gunicorn
from tools.bench.site import database, set_up, stop_at_signals

READERS = 200
SERVERS = 2
BEFORE, AFTER = 5, 6  # seconds of reading on each side of the minute
PATIENCE = 30  # seconds: 200 readers wait for each other
LEAST = 200  # answers on each side, for the run to say anything
PATHS = (
    *("/", "/forces/northshire/", "/forces/southshire/", "/measures/online/", "/releases/"),
    *("/releases/online/2/", "/releases/online/2/figures.csv", "/releases/online/2/figures.xlsx"),
    *("/forces/northshire/online.csv", "/releases/feed.atom", "/sitemap.xml", "/press/"),
    *("/press/conference/northshire/", "/press/conference/northshire.txt"),
)


@dataclass(frozen=True)
class Read:
    """One answer: which page, when it was asked and had come, and what it was."""

    path: str
    asked: float
    came: float
    seen: str


@dataclass
class Reader:
    """One reader on a connection that is kept open; every other one keeps pages and asks again
    with their tags, as browsers do."""

    port: int
    keeps: bool
    reads: list[Read] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    kept: dict[str, tuple[str, str]] = field(default_factory=dict)

    def read_until(self, end: float) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            while time.time() < end:
                self.read(connection, random.choice(PATHS))
        except Exception as error:
            self.errors.append(repr(error))
        finally:
            connection.close()

    def read(self, connection: http.client.HTTPConnection, path: str) -> str:
        tag, had = self.kept.get(path, ("", ""))
        # One host for all processes, as behind a proxy: the pages say their whole addresses.
        headers = {"Host": "127.0.0.1"} | ({"If-None-Match": tag} if tag else {})
        asked = time.time()
        connection.request("GET", path, headers=headers)
        response = connection.getresponse()
        body = response.read()
        came = time.time()
        if response.status not in {200, 304, 404}:
            self.errors.append(f"{path}: {response.status}")
        seen = had if response.status == 304 else seen_of(response.status, body)
        if self.keeps and response.status == 200 and response.headers["ETag"]:
            self.kept[path] = response.headers["ETag"], seen
        self.reads.append(Read(path, asked, came, seen))
        return seen


def median(times: list[float]) -> float:
    """The median of seconds, in milliseconds."""
    return statistics.median(times) * 1000


def slowest_of_twenty(times: list[float]) -> float:
    """The 95th percentile, in milliseconds."""
    return statistics.quantiles(times, n=20)[-1] * 1000


def seen_of(status: int, body: bytes) -> str:
    """A short text for what was answered, without the second in which a file was made."""
    from tests.embargo.crawl import Answer

    told = repr(sorted(Answer(status, {}, body).content.items()))
    return f"{status} {hashlib.sha256(told.encode()).hexdigest()}"


def each_page(port: int) -> dict[str, str]:
    """Every page as it is now, to judge by, from a server that makes each page anew."""
    reader = Reader(port, keeps=False)
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        return {path: reader.read(connection, path) for path in PATHS}
    finally:
        connection.close()


def open_at(minute: dt.datetime) -> None:
    """The made world's second release, and what was said of it, opens then."""
    from django.db.models import QuerySet

    from offences.models import CampaignEvent, IssuedText, Release, release_step

    with release_step():
        Release.objects.filter(measure__slug="online", number=2).update(public_at=minute)
    CampaignEvent.objects.update(embargo_at=minute)
    QuerySet(IssuedText).update(public_at=minute)


def judge(reads: list[Read], minute: float, old: dict[str, str], new: dict[str, str]) -> Counter:
    """How many answers were wrong, in which way."""
    found: Counter = Counter()
    for read in reads:
        was, will_be = old[read.path], new[read.path]
        if read.came < minute:
            found["before"] += 1
            found["too early"] += read.seen == will_be != was
        elif read.asked >= minute:
            found["after"] += 1
            found["stale"] += read.seen == was != will_be
        else:
            found["on their way at the minute"] += 1
        found["mixed"] += read.seen not in {was, will_be}
    return found


def read_across(
    ports: list[int], judge: int
) -> tuple[list[Reader], float, dict[str, str], dict[str, str]]:
    """All readers at once, until some seconds after the minute; and the pages of both sides."""
    minute = dt.datetime.now(dt.UTC).replace(microsecond=0) + dt.timedelta(seconds=BEFORE + 1)
    open_at(minute)
    old = each_page(judge)
    readers = [Reader(ports[n % len(ports)], keeps=n % 4 < 2) for n in range(READERS)]
    end = minute.timestamp() + AFTER
    threads = [
        threading.Thread(target=reader.read_until, args=[end], daemon=True) for reader in readers
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return readers, minute.timestamp(), old, each_page(judge)


def show(readers: list[Reader], minute: float, found: Counter, errors: list[str]) -> None:
    reads = [read for reader in readers for read in reader.reads]
    took = max(read.came for read in reads) - min(read.asked for read in reads)
    print(
        f"  {len(reads):,} answers in {took:.1f} s: {len(reads) / took:,.0f} a second", flush=True
    )
    for name, begin, end in (
        ("before the minute", -BEFORE - 1, 0),
        ("in its first second", 0, 1),
        ("after that", 1, AFTER + PATIENCE),
    ):
        of = [read for read in reads if begin <= read.asked - minute < end]
        if times := [read.came - read.asked for read in of]:
            print(
                f"  {name:<22}{len(times):7,} asked; median {median(times):6.0f} ms,"
                f" 95 % under {slowest_of_twenty(times):6.0f} ms"
            )
    print(f"  {found['on their way at the minute']} were on their way at the minute")
    wrong = ", ".join(f"{name} {found[name]}" for name in ("too early", "stale", "mixed"))
    print(f"  errors {len(errors)}, {wrong} (none of any is wanted)", flush=True)
    for error in errors[:3]:
        print(f"    {error}")


def bench(directory: Path) -> bool:
    from tests.embargo.worlds import world

    world()
    with ExitStack() as stack:
        ports = [
            stack.enter_context(gunicorn("config.wsgi:application", directory))
            for _ in range(SERVERS)
        ]
        anew = stack.enter_context(gunicorn("tools.bench.anew:application", directory))
        readers, minute, old, new = read_across(ports, anew)
    changed = sum(old[path] != new[path] for path in PATHS)
    print(f"  {changed} of {len(PATHS)} pages and files are others from the minute on", flush=True)
    errors = [error for reader in readers for error in reader.errors]
    found = judge([read for reader in readers for read in reader.reads], minute, old, new)
    show(readers, minute, found, errors)
    enough = min(found["before"], found["after"]) >= LEAST and changed == len(PATHS)
    if not enough:
        print(f"  too little to say anything: {LEAST} answers on each side, all pages", flush=True)
    return enough and not errors and not any(found[x] for x in ("too early", "stale", "mixed"))


def main() -> int:
    stop_at_signals()
    with database("postgresql") as (address, directory):
        set_up(address, directory, "migrate")
        print(
            f"\nAn embargo's minute, {READERS} readers; gunicorn {BENCH.version_of('gunicorn')},"
            f" {SERVERS} processes of {OPTIONS['threads']} threads",
            flush=True,
        )
        return 0 if bench(directory) else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (OSError, RuntimeError, subprocess.CalledProcessError) as error:
        sys.exit(f"bench: {error}")

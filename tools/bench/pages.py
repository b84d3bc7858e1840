"""python -m tools.bench.pages sqlite|postgresql: a page beside Datasette and the same bytes.

One worker of gunicorn on one core, 8 connections from the other; production settings. Rounds take
turns, so that what else the machine does falls on all alike.
"""

import json
import random
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

from tools.apart import BENCH
from tools.bench.figures import copy_csv, copy_figures, multiply, newest_release
from tools.bench.serve import OPTIONS
from tools.bench.servers import datasette, gunicorn, memory_of
from tools.bench.short import many
from tools.bench.site import (
    CONNECTIONS,
    Judged,
    Target,
    database,
    fetch,
    load,
    set_up,
    stop_at_signals,
)

FORCE, MEASURE = "cambridgeshire", "cyber-flagged"
PAGE = f"/forces/{FORCE}/"
SITE, ANEW = "config.wsgi:application", "tools.bench.anew:application"
ROUNDS = many(6, 1)
SECONDS = many(1.0, 0.3)  # of each round for each target
FORGET = {"BENCH_FORGET": "1"}
MOST_QUERIES = 5
# Datasette reads its file in its own process; PostgreSQL answers in another, which counts as ours.
LEAST_OF_DATABASE = {"sqlite": 1.3, "postgresql": 0.9}
# Of the file, its rows are a fifth there; read as plain columns they would cost a twentieth less.
LEAST_OF_FILE = {"sqlite": 5, "postgresql": 4}
RANDOM = many(100_000, 4_000)
RANDOM_BEFORE = many(10_000, 1_000)  # those after which memory is taken as full
MOST_GROWTH = 10  # MB


def note_answer(port: int, directory: Path) -> tuple[dict[str, str], str]:
    """Keeps the answer of the page for tools.bench.same_bytes; gives where, and its tag."""
    headers, body = fetch(port, PAGE)
    of_the_server = {"server", "date", "connection"}
    own = [header for header in headers if header[0].lower() not in of_the_server]
    answer = directory / "answer"
    answer.write_bytes(body)
    answer.with_suffix(".json").write_text(json.dumps(own))
    return {"BENCH_ANSWER": str(answer)}, dict(headers)["ETag"]


def measure(targets: list[Target]) -> None:
    for target in targets:
        target.read_for(SECONDS / 4)  # warm
        target.rates.clear()
        target.costs.clear()
    for _ in range(ROUNDS):
        for target in random.sample(targets, len(targets)):
            target.read_for(SECONDS)


def measure_files(targets: list[Target]) -> None:
    """Whole files, one after another: a large one takes longer than a round of pages."""
    for target in targets:
        fetch(target.port, target.path)  # warm
    for _ in range(many(3, 1)):
        for target in random.sample(targets, len(targets)):
            target.read_for(0, connections=1, times=many(5, 1))


def show(targets: list[Target]) -> None:
    for target in targets:
        cost = f"{target.cost:8.2f} ms of the processor"
        print(f"  {target.name:<58}{target.rate:10,.0f} a second{cost}", flush=True)


def queries_of_a_page() -> int:
    """The questions that a page costs which no reader was given before."""
    from datetime import timedelta

    from django.conf import settings
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    settings.PUBLIC_STATE_KEPT = timedelta(hours=1)
    client = Client(headers={"host": "127.0.0.1"})
    client.get("/about/")  # which asks what is public
    with CaptureQueriesContext(connection) as asked:
        if client.get(PAGE).status_code != 200:
            raise RuntimeError(f"{PAGE} is no page")
    return len(asked)


def random_requests(number: int, start: int) -> list[dict]:
    """Addresses that are nowhere, questions that no page reads, and searches for nothing."""
    kinds = (
        *("/forces/nowhere-{}/", "/nowhere-{}", PAGE + "?n={}", "/?utm_source={}"),
        *("/forces/?q=nowhere{}", "/releases/cyber-flagged/{}/", "/data/?{}=1"),
    )
    headers = {"Host": "127.0.0.1"}
    return [
        {"path": kinds[n % len(kinds)].format(n), "headers": headers, "status": 0}
        for n in range(start, start + number)
    ]


def growth(port: int) -> float:
    """By how many megabytes the worker grew while it answered random addresses."""
    load(port, random_requests(RANDOM_BEFORE, 10_000))
    before = memory_of(port)
    load(port, random_requests(RANDOM - RANDOM_BEFORE, 1_000_000))
    return (memory_of(port) - before) / 1_000_000


def bench_pages(directory: Path, judged: Judged) -> None:
    from django.db import connection

    file = directory / "figures.db"
    rows = copy_figures(file)[FORCE]
    judged.say(
        "queries of a page made of the database", queries_of_a_page(), MOST_QUERIES, most=True
    )
    with ExitStack() as stack:
        port = stack.enter_context(gunicorn(SITE, directory))
        where, tag = note_answer(port, directory)
        bare = stack.enter_context(
            gunicorn("tools.bench.same_bytes:application", directory, **where)
        )
        anew = stack.enter_context(gunicorn(ANEW, directory))
        empty = stack.enter_context(gunicorn(ANEW, directory, **FORGET))
        other = stack.enter_context(datasette(file))
        same = Target("the same bytes, nothing asked or made", bare, PAGE)
        ready = Target("the page, made for an earlier reader", port, PAGE)
        asked = Target("the same, with a question it does not read", port, f"{PAGE}?n=1")
        has = Target("304, the reader has the page", port, PAGE, {"If-None-Match": tag}, 304)
        made = Target("the page, made anew each time", anew, PAGE)
        whole = Target("the page, made of the database each time", empty, PAGE)
        theirs = Target(
            f"Datasette, its table of the {rows} rows", other, f"/figures/figures?body={FORCE}"
        )
        measure([same, ready, asked, has, made, whole, theirs])
        show([same, ready, asked, has, made, whole, theirs])
        for each in (ready, asked, has):
            judged.say(f"{each.name}: × Datasette", each.rate / theirs.rate, 10)
            judged.say(f"{each.name}: of the same bytes", each.rate / same.rate, 0.5)
        for each, least in ((made, 1.3), (whole, LEAST_OF_DATABASE[connection.vendor])):
            name = f"{each.name}: × Datasette, of the processor"
            judged.say(name, theirs.cost / each.cost, least)
        judged.say(
            f"{RANDOM:,} random addresses: growth", growth(port), MOST_GROWTH, " MB", most=True
        )
    bench_more(directory, whole, judged)
    bench_files(directory, judged)


def bench_more(directory: Path, before: Target, judged: Judged) -> None:
    """The page again, with a hundred times the figures: what it costs the processor.

    One database cannot take turns with itself: how long it takes is what else the machine does.
    """
    costs = []
    for more in (False, True):
        if more:
            multiply()
        with gunicorn(ANEW, directory, **FORGET) as port:
            page = Target(before.name, port, PAGE)
            measure([page])
            costs.append(page.cost)
    judged.say(
        "with 100 times the figures, a page costs: times as much",
        costs[1] / costs[0],
        1.3,
        most=True,
    )


def bench_files(directory: Path, judged: Judged) -> None:
    """All figures as one file: made anew, as for its first two readers, and ready for more.

    Datasette has the rows and columns of this file as its table.
    """
    from django.db import connection

    address = f"/releases/{MEASURE}/{newest_release(MEASURE)}/figures.csv"
    file = directory / "all.db"
    with ExitStack() as stack:
        port = stack.enter_context(gunicorn(SITE, directory))
        anew = stack.enter_context(gunicorn(ANEW, directory))
        rows = copy_csv(fetch(port, address)[1], file)
        other = stack.enter_context(datasette(file))
        stream = Target(f"Datasette, {rows:,} rows as CSV", other, "/all/figures.csv?_stream=1")
        ready = Target("the same as CSV, ready", port, address)
        made = Target("the same as CSV, made anew", anew, address)
        measure_files([stream, ready, made])
        show([stream, ready, made])
        for each, least in ((ready, 5), (made, LEAST_OF_FILE[connection.vendor])):
            name = f"{each.name}: × Datasette, of the processor"
            judged.say(name, stream.cost / each.cost, least)


def main(kind: str) -> int:
    stop_at_signals()
    with database(kind) as (address, directory):
        set_up(address, directory)
        print(
            f"\n{PAGE} on {kind}, DEBUG off; gunicorn {BENCH.version_of('gunicorn')}"
            f" ({OPTIONS['workers']} worker, {OPTIONS['worker_class']}, {OPTIONS['threads']}"
            f" threads), Datasette {BENCH.version_of('datasette')} (1 process, immutable SQLite"
            f" file), each on one core; {CONNECTIONS} readers on the other",
            flush=True,
        )
        judged = Judged()
        bench_pages(directory, judged)
        return 1 if judged.missed else 0


if __name__ == "__main__":
    try:
        sys.exit(main(*sys.argv[1:]))
    except (OSError, RuntimeError, subprocess.CalledProcessError) as error:
        sys.exit(f"bench: {error}")
